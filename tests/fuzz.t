#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# What fuzzing once found, and one seed of each kind, hold what the targets ask for.
use strict;
use warnings;
use FindBin;
use File::Basename qw(basename dirname);
use File::Temp 'tempdir';
use lib "$FindBin::Bin/lib";
use Tap;

my $root = "$FindBin::Bin/..";
my $programs = dirname($ENV{DIPLODOC} || "$root/build/diplodoc") . '/tests';
my $work = tempdir(CLEANUP => 1);
chdir $root or die "$root: $!\n";
$ENV{DIPLODOC_FUZZ_HOUSE} = 'samples/house/diplodoc-house.xml';
$ENV{DIPLODOC_FUZZ_DOCUMENT} = 'samples/2024-03-05-orisia-asteria-summit.xml';
$ENV{DIPLODOC_FUZZ_FILE} = "$work/rules.sch";

my %others = (
	text => [glob 'tests/import/*.txt'],
	html => [glob 'tests/import/*.html'],
	schematron => [glob 'samples/house/*.sch'],
	house => [glob 'samples/house/*.xml'],
	record => [],
);

sub faults {
	my ($target, @paths) = @_;
	my $program = "$programs/fuzz_" . ($target =~ /^(?:text|html)$/ ? 'import' : $target);
	return "$program is not built" if !-x $program;
	$ENV{DIPLODOC_FUZZ_FORMAT} = $target;
	open my $out, '-|', "$program @paths 2>&1" or die "$program: $!\n";
	my @lines = <$out>;
	return close $out ? () : ("it ends with $?", @lines);
}

for my $target (qw(text html gate locate validate check convert schematron house record)) {
	my ($seed) = @{$others{$target} || [glob 'samples/*.xml']};
	my @found = glob "tests/fuzz/found/$target-*";
	report("$target: " . @found . ' inputs that were found', faults($target, $seed // (), @found));
}
finish();
