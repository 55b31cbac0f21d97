#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Files and functions that one can read at once.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Lint;

my ($most_file, $most_function, $most_main) = (500, 80, 80);

# A function's body stands between braces at the start of a line.
sub find_long_functions {
	my ($file, @lines) = @_;
	my ($start, @long);
	for my $i (0 .. $#lines) {
		$start = $i if $lines[$i] =~ /^\{/;
		next unless defined $start && $lines[$i] =~ /^\}/;
		my $size = $i - $start + 1;
		push @long, "$file:" . ($start + 1) . ": $size lines"
		    if $size > $most_function;
		$start = undef;
	}
	return @long;
}

my (@files, @functions);
for my $file (list_files(qr{\.(?:c|h|xsl|t|pl|pm|mjs|sh)$|^tools/\w[^.]*$})) {
	my @lines = split /\n/, read_file($file);
	push @files, "$file: " . @lines . ' lines' if @lines > $most_file;
	push @functions, find_long_functions($file, @lines)
	    if $file =~ /\.[ch]$/;
}
report("no source file is over $most_file lines", @files);
report("no function is over $most_function lines", @functions);
my $main = () = read_file('src/cli/main.c') =~ /\n/g;
report("main.c is not over $most_main lines",
    $main > $most_main ? "$main lines" : ());
finish();
