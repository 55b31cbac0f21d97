#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Every source names its licence; nothing is left undone in the text, and no
# path or host of one machine stands in it.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Lint;

my $licence = 'SPDX-License-Identifier: MIT';
# Data of tests hold whatever a case needs.
my $data = qr{^tests/(?:golden|schema-cases|hostile)/};
my $source = qr{\.(?:[ch]|def|xsl|xsd|css|t|pl|pm|mjs|js|sh)$|^Makefile$};

my (@bare, @marks, @paths, @spaces, @hosts);
for my $file (list_files(qr{.})) {
	next if -B $file || $file eq 'LICENSE' || $file =~ $data;
	my $text = read_file($file);
	push @bare, $file
	    if ($file =~ $source || $text =~ /^#!/) && $file ne 'schemas/xml.xsd'
	    && join("\n", (split /\n/, $text)[0 .. 4]) !~ /\Q$licence\E/;
	push @hosts, $file
	    if $file =~ /lock\.json$/ && $text =~ /"resolved"/;
	my $line = 0;
	for (split /\n/, $text) {
		$line++;
		push @marks, "$file:$line: $1"
		    if /\b(TO(?:)DO|FIX(?:)ME)\b/;
		push @paths, "$file:$line: $1"
		    if m{(?<![\w.])(/(?:home|root|work|mnt)/\w+)};
		push @spaces, "$file:$line"
		    if /[ \t\r]$/ && $file !~ /\.md$/;
	}
}
report('every source names its licence', @bare);
report('nothing is marked as undone', @marks);
report('no path of one machine', @paths);
report('no host in a lock file', @hosts);
report('no space at the end of a line', @spaces);
finish();
