#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# No stage costs a document more than a tenth over the instructions written down
# in budget.tsv. They are counted, not timed, so they repeat; they are of one
# compiler and one generation of the libraries, and hold with these alone.
#
# tests/budget.t -u writes down what is counted now.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Need;
use Run;
use Stages;
use Tap;

chdir "$FindBin::Bin/.." or die "$FindBin::Bin: $!\n";
my $program = $ENV{STAGES} || 'build/stages';
my $list = 'tests/budget.tsv';
use constant MORE => 1.10;

sub describe_libraries {
	my ($compiler) = `cc -dumpversion` =~ /^(\d+)/;
	my ($machine) = `uname -m` =~ /(\S+)/;
	my $versions = `pkg-config --modversion libxml-2.0 libxslt icu-uc hunspell libpcre2-8` =~ s/\s+/ /gr;
	return "gcc $compiler, $machine, libraries $versions" =~ s/ $//r;
}

sub write_list {
	my ($of, %count) = @_;
	write_bytes($list, join '', "# Instructions a document of each stage; tests/budget.t -u writes this file.\n",
	    "# $of\n", map { "$_->[0]\t$count{$_->[0]}\n" } list_stages());
}

sub compare {
	my (%count) = @_;
	my %budget = read_bytes($list) =~ /^([a-z ]+)\t(\d+)$/mg;
	for my $name (map { $_->[0] } list_stages()) {
		my $most = int(MORE * ($budget{$name} // 0));
		report(sprintf("%s: %.2f million instructions, %.2f at most", $name, $count{$name} / 1e6, $most / 1e6),
		    !$count{$name} ? 'it is not counted' : $count{$name} > $most ?
			'it costs more: mend it, or write the new costs down by tests/budget.t -u' : ());
	}
}

need_command('valgrind', 'valgrind');
my $of = describe_libraries();
my $update = @ARGV && $ARGV[0] eq '-u';
if (!$update && index(read_bytes($list), "# $of\n") < 0) {
	report("not compared: this is $of");
	finish();
}
my %count = count_stages($program, make_stage_documents(6));
$update ? write_list($of, %count) : compare(%count);
finish();
