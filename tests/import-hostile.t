#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Texts that are costly to bring in, each of 128 KiB: each is
# imported, or refused with one sentence, within two seconds of the processor.
# tests/hostile/make-import.pl makes them. DIPLODOC_IMPORT_SIZE sets their bytes.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/hostile", "$FindBin::Bin/lib";
use Bounded;
use File::Temp 'tempdir';
use Tap;

use constant SECONDS => 2;

my $here = $FindBin::Bin;
my $bounded = Bounded->new($ENV{DIPLODOC} || "$here/../build/diplodoc");
my $folder = tempdir(CLEANUP => 1);
# A sanitizer is slow; it need not see more than the shape.
my $size = $ENV{DIPLODOC_IMPORT_SIZE} || ($bounded->{slow} ? 16 : 128) * 1024;

system($^X, "$here/hostile/make-import.pl", $folder, $size) == 0 or die "make-import.pl failed\n";
for my $path (sort glob "$folder/*-*") {
	my ($name) = $path =~ m{([^/]+)$};
	my %run = $bounded->run('/dev/null', 'import', '--house',
		"$here/../samples/house/diplodoc-house.xml", '-o', "$folder/out.xml", $path);
	my @said = grep { !/: please decide: / } split /\n/, $run{err};
	my @faults;
	push @faults, "exit $run{status}", @said if $run{status} != 0 && $run{status} != 3;
	push @faults, "no single sentence", @said if @said != ($run{status} == 3 ? 1 : 0);
	push @faults, sprintf '%.2f s', $run{seconds}
	    if $run{seconds} > SECONDS * ($bounded->{slow} ? 10 : 1);
	report(sprintf('%s: exit %d', $name, $run{status}), @faults);
}
finish();
