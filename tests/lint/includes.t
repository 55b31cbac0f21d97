#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Includes go down the layers only, as edges.tsv says.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Lint;

my (%edges, %library);
for (split /\n/, read_file('tests/lint/edges.tsv')) {
	next if /^#/;
	my ($folder, $targets, $libxml) = split /\t/;
	$edges{$folder}{$_} = 1 for split ' ', $targets;
	$library{$folder} = $libxml eq 'yes';
}

# The layer of a path below src/.
sub layer_of { return $_[0] =~ m{^(\w+)/} ? $1 : 'top' }

my (@upward, @missing, @foreign);
my @files = list_files(qr{^src/.*\.[ch]$});
for my $file (@files) {
	my $layer = layer_of($file =~ s{^src/}{}r);
	my $line = 0;
	for (split /\n/, read_file($file)) {
		$line++;
		next unless /^\s*#\s*include\s*([<"])([^>"]+)/;
		my ($place, $quote, $path) = ("$file:$line", $1, $2);
		push @foreign, "$place: $layer/ does not talk to $path"
		    if $path =~ /^lib(?:xml|xslt|exslt)/ && !$library{$layer};
		next if $quote eq '<';
		push @missing, "$place: write the path from src/: $path"
		    unless -f "src/$path";
		my $target = layer_of($path);
		push @upward, "$place: $layer/ may not include $path"
		    unless $edges{$layer}{$target};
	}
}
report('there are sources and edges', @files && %edges ? () : 'none');
report('includes go down', @upward);
report('includes are written from src/', @missing);
report('libxml2 and libxslt stay in their layers', @foreign);
finish();
