#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# The rules of the samples' house cost less than validation by the schema: over
# all samples, and over a document of many items. Instructions are counted, as
# they do not waver.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use File::Copy 'copy';
use File::Temp 'tempdir';
use Need;
use Tap;

chdir "$FindBin::Bin/.." or die "$FindBin::Bin: $!\n";
my $program = $ENV{DIPLODOC} || 'build/diplodoc';
my $items = 300;

# Instructions in one function and in what it calls. With --timing documents are
# examined in the process itself: valgrind may not run in a contained one.
sub count {
	my ($function, @files) = @_;
	my $log = "$files[0].log";
	system("valgrind --tool=callgrind --callgrind-out-file=/dev/null --log-file='$log' " .
	    "--toggle-collect=$function '$program' check --timing --no-across --ignore text --rules samples/house/rules.sch " .
	    join(' ', map { "'$_'" } @files) . ' >/dev/null 2>&1');
	open my $in, '<', $log or die "$log: $!\n";
	local $/;
	my ($total) = <$in> =~ /Collected : (\d+)/ or die "valgrind counts nothing\n";
	return $total;
}

sub compare {
	my ($what, @files) = @_;
	my $rules = count('dd_schematron_run', @files);
	my $schema = count('dd_schema_validate', @files);
	report("$what: rules $rules, schema $schema",
	    $rules > 10000 && $rules < $schema ? () : 'the rules must cost less, and something');
}

need_command('valgrind', 'valgrind');

# Without a house file beside them no schema but that of summaries is used.
my $folder = tempdir(CLEANUP => 1);
my @copies = map { my ($name) = m{([^/]+)$}; copy($_, "$folder/$name"); "$folder/$name" } glob('samples/*.xml');
compare(@copies . ' samples', @copies);
system('tools/growth', '--write', $folder, $items) == 0 or die "tools/growth writes nothing\n";
compare("$items $_", "$folder/$_.xml") for qw(items mentions replies);
finish();
