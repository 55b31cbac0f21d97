#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Samples with one editorial fault each.
#
#   edit.pl OUTDIR SAMPLE...
#
# writes OUTDIR/NNN.xml and prints a line for each: file, line, column, line and
# column of the end, id, sample and what was done. An id of `harmless` is of a
# change that is no fault. The same samples always give the same documents.
use strict;
use warnings;
use utf8;
use FindBin;
use lib $FindBin::Bin;
use Edits;
use EditFacts;
use EditNames;
use EditPhrases;
use EditWords;
use Sample;

binmode STDOUT, ':encoding(UTF-8)';
my ($outdir, @paths) = @ARGV;
die "usage: edit.pl OUTDIR SAMPLE...\n" unless @paths;
my @samples = map { Sample->read($_) } @paths;
my ($number, %seen) = (0);

sub write_mutation {
	my ($id, $sample, $what, @edits) = @_;
	my ($name) = $sample->{path} =~ m{([^/]+)\.xml$};
	my ($text, $from, $to) = Edits::apply($sample, @edits);
	die "unchanged: $id $what ($name)\n"
	    if $text eq $sample->{text} && $id ne 'harmless';
	return if $seen{"$id$text"}++;
	my $file = sprintf '%s/%04d.xml', $outdir, ++$number;
	open my $out, '>:encoding(UTF-8)', $file or die "$file: $!\n";
	print $out $text;
	close $out or die "$file: $!\n";
	print join("\t", $file, Sample::place($text, $from),
		Sample::place($text, $to), $id, $name, $what), "\n";
}

write_mutation(@$_) for map { $_->(@samples) } \&EditFacts::make,
    \&EditWords::make, \&EditPhrases::make, \&EditNames::make;
