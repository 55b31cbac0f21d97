#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# The rules of the samples' house cost about as much as validation by the schema:
# over all samples, and over a document of many items. Instructions are counted,
# as they do not waver, of documents that are examined for the second time: what
# is made once is made.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use File::Copy 'copy';
use File::Temp 'tempdir';
use Need;
use Stages;
use Tap;

chdir "$FindBin::Bin/.." or die "$FindBin::Bin: $!\n";
my $program = $ENV{STAGES} || 'build/stages';
my $items = 300;
use constant MOST => 1.5; # times as much

sub compare {
	my ($what, @files) = @_;
	my %count = count_stages($program, @files);
	my ($rules, $schema) = @count{'house rules', 'schema'};
	report("$what: rules $rules, schema $schema",
	    $rules > 1000 && $rules < MOST * $schema ? () : 'the rules cost too much, or nothing');
}

need_command('valgrind', 'valgrind');

my $folder = tempdir(CLEANUP => 1);
copy($_, $folder) for glob 'samples/house/*';
my @copies = map { my ($name) = m{([^/]+)$}; copy($_, "$folder/$name"); "$folder/$name" } glob('samples/*.xml');
compare(@copies . ' samples', @copies);
system('tools/growth', '--write', $folder, $items) == 0 or die "tools/growth writes nothing\n";
compare("$items $_", "$folder/$_.xml") for qw(items mentions replies);
finish();
