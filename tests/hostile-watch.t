#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# What tests/hostile/Watch.pm holds every run over hostile documents to can fail:
# scripts stand in for a program that breaks one thing each.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/hostile", "$FindBin::Bin/lib";
use Bounded;
use Cwd qw(abs_path);
use File::Temp qw(tempdir);
use Tap;
use Watch qw(can_trace digest_files faults_of_calls faults_of_end faults_of_files faults_of_findings
    faults_of_output faults_of_verdict write_file);

my $work = abs_path(tempdir(CLEANUP => 1));
chdir $work or die "$work: $!\n";
mkdir $_ for 'in', 'out';
write_file('in/a.xml', 'a');
write_file('out/a.txt', "old\n");

# What a script does, and what is wrong with it.
sub run_script {
	my ($script) = @_;
	chmod 0755, write_file('program', "#!/bin/sh\n$script\n");
	my $bounded = Bounded->new("$work/program", 1024 * 1024, 1);
	my $before = digest_files('in', 'out');
	my %run = Watch::run($bounded, "$work/log", '/dev/null', 'x');
	my %may = ('out/a.txt' => 1);
	return (faults_of_end(%run), faults_of_verdict(1, %run),
		faults_of_files($before, digest_files('in', 'out'), %may));
}

sub check_script {
	my ($name, $script, @wanted) = @_;
	my @faults = run_script($script);
	report($name, @wanted ? () : @faults,
		map { my $want = $_; (grep { /$want/ } @faults) ? () : "not told: $want; only: @faults" } @wanted);
}

check_script('a program that keeps everything', 'echo new >out/a.txt; exit 1');
check_script('a crash', 'kill -SEGV $$', qr/signal 11/);
check_script('a program that is aborted', 'kill -ABRT $$', qr/signal 6/);
check_script('a program that waits', 'sleep 60', qr/out of time/);
check_script('a program that works on and on', 'while :; do :; done', qr/out of time|signal 9/);
check_script('an exit code that is not documented', 'exit 77', qr/exit code 77/);
check_script('a program that says all is well', 'exit 0', qr/exit code 0, not 1/);
check_script('an input that is changed', 'echo b >in/a.xml; exit 1', qr{changed: in/a\.xml});
write_file('in/a.xml', 'a');
check_script('an input that is gone', 'rm in/a.xml; exit 1', qr{gone: in/a\.xml});
write_file('in/a.xml', 'a');
check_script('a file that is left over', 'echo >out/.diplodoc-1-a; exit 1', qr{left over: out/\.diplodoc-1-a});
unlink 'out/.diplodoc-1-a';
check_script('an output nobody asked for', 'echo >out/b.txt; exit 1', qr{new: out/b\.txt});
check_script('a file that becomes a link', 'rm out/b.txt; ln -s /etc/passwd out/b.txt; exit 1', qr{changed: out/b\.txt});
unlink 'out/b.txt';

# --- findings ----------------------------------------------------------------

my %finding = (id => 'xml/form', message => 'Something is wrong here.', place => {line => 1, column => 1});
sub check_finding {
	my ($name, $wanted, %change) = @_;
	my @faults = faults_of_findings({%finding, %change});
	report($name, $wanted ? (grep { /$wanted/ } @faults) ? () : "not told; only: @faults" : @faults);
}

check_finding('a finding as it must be', undef);
check_finding('a finding without an id', qr/no id/, id => '');
check_finding('a finding without a place', qr/no place/, place => undef);
check_finding('a finding before the first line', qr/no place/, place => {line => 0, column => 1});
check_finding('a finding that is no sentence', qr/no sentence/, message => 'parser error : x');
check_finding('a finding without an end', qr/longer/, message => 'The value is `' . 'x' x 600 . '` here.');
check_finding('a finding that paints', qr/unseen/, message => "The value is \e[31m red here.");

# --- outputs and calls -------------------------------------------------------

report('an output that is not what it must be', faults_of_output('in/a.xml', 'a'),
	(faults_of_output('out/a.txt', 'a'))[0] ? () : 'it is taken', (faults_of_output('none', ''))[0] ? () : 'none is taken');

sub check_calls {
	my ($name, $script, $wanted) = @_;
	return skip($name, 'strace is not installed (Debian: strace)') unless can_trace();
	write_file('script.pl', $script);
	my %run = Watch::run(Bounded->new($^X), "$work/log", '/dev/null', 'script.pl');
	my $place = qr{^\Q$work\E/in/|^\Q$work\E/script\.pl$};
	my @faults = faults_of_calls($run{log}, {reads => $place, writes => qr{^\Q$work\E/out/}});
	report($name, $wanted ? (grep { /$wanted/ } @faults) ? () : "not told; only: @faults" : @faults);
}

check_calls('inputs and outputs may be opened', 'open A, "<in/a.xml"; open B, ">out/a.txt"', undef);
check_calls('other files may not be read', 'open A, "<", "/etc/passwd"', qr{reads /etc/passwd});
check_calls('nor on a way around', 'open A, "<", "in/../program"', qr{reads \Q$work\E/program});
check_calls('nor those that are not there', 'open A, "<", "/etc/none"', qr{reads /etc/none});
check_calls('inputs may not be written', 'open A, ">>", "in/a.xml"', qr{writes \Q$work\E/in/a\.xml});
check_calls('nor be renamed', 'rename "in/a.xml", "in/b.xml"', qr{writes \Q$work\E/in/b\.xml});
check_calls('the network may not be asked', 'use Socket; socket S, PF_INET, SOCK_STREAM, 0', qr{asks the network});
check_calls('nor may another program run', 'system "/bin/true"', qr{runs a program});
check_calls('nor in a process of its own', 'fork or open A, "<", "/etc/passwd"; wait', qr{reads /etc/passwd});
report('a log of nothing is no proof', (faults_of_calls('', {reads => qr/./, writes => qr/./}))[0] ? () : 'it is taken');
chdir '/';
finish();
