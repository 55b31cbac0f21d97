#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# No memory: whichever allocation of the program fails, once or with all that
# follow, it says so and ends with the exit code 4, or prints and writes byte by
# byte what it would have. OOM=all takes every allocation, else every so many.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Cwd qw(abs_path);
use Fcntl;
use File::Temp qw(tempdir);
use JSON::PP;
use POSIX ();
use Run;
use Tap;
use Time::HiRes qw(time);
use Whole;

# Every so many allocations of each part; whole runs of so many of a worker.
my %every = ($ENV{OOM} // '') eq 'all' ? (start => 1, parent => 1, sweep => 1, whole => 100) :
    (start => 97, parent => 7, sweep => 23, whole => 4);
my %parts = (start => 0, parent => 1, worker => 2, sweep => 3);
my ($orders, $answers) = (198, 199); # descriptors that the hook asks
my $root = abs_path("$FindBin::Bin/..");
my $hook = abs_path(program() =~ s{[^/]*$}{tests/fail_allocation.so}r);
my @samples = map { "$root/samples/$_.xml" } '2025-05-20-readout-dorrane',
    '2024-09-12-orisia-dorrane-two-plus-two', '2025-04-16-orisia-miravelle-consultations-fr';
my @cases = (
	{name => 'validate', words => ['validate', '--format', 'json']},
	{name => 'check', words => ['check', '--format', 'json', '--today', '2026-11-26', '--ignore', 'text/spelling']},
	# Dictionaries take millions of allocations, one like the other.
	{name => 'spelling', seldom => 97, words => ['check', '--format', 'json', '--today', '2026-11-26', '--select', 'text/spelling']},
	{name => 'convert', words => ['convert', '--to', 'html,text', '--out-dir', 'made']},
	{name => 'lines of JSON', words => ['validate', '--jsonl', 'lines'], inputs => []},
	{name => 'fmt', words => ['fmt', 'made/a.xml'], inputs => [], old => {'made/a.xml' => read_bytes($samples[0]) =~ s{<head>}{<head >}r}},
	{name => 'import', one => 1, words => ['import', '-o', 'made/new.xml'], inputs => ["$root/tests/import/city-of-party.txt"],
		old => {'made/new.xml' => "old\n"}},
	# What is open before the first worker is begun anew each time.
	{name => 'manifest and journal', early => 1, old => {'made/manifest' => "old\n"}, words => ['convert', '--to', 'text',
		'--out-dir', 'made', '--manifest', 'made/manifest', '--journal', 'made/journal']},
);
my %runs; # how many of each kind

sub count { my ($case, $kind, $how) = @_; return $runs{$case->{name}}{$kind}{$how}++ }

# --- runs --------------------------------------------------------------------

# Starts the program under the hook, where it waits for orders.
sub hold {
	my ($case) = @_;
	pipe my $order_in, my $order_out or die "pipe: $!\n";
	pipe my $answer_in, my $answer_out or die "pipe: $!\n";
	my $pid = fork // die "fork: $!\n";
	return {pid => $pid, orders => $order_out, answers => $answer_in, case => $case} if $pid;
	POSIX::dup2(fileno $order_in, $orders);
	POSIX::dup2(fileno $answer_out, $answers);
	for ([1 => 'out'], [2 => 'err']) {
		sysopen my $file, $_->[1], O_WRONLY | O_CREAT | O_APPEND or die "$_->[1]: $!\n";
		POSIX::dup2(fileno $file, $_->[0]);
	}
	@ENV{'LD_PRELOAD', 'FAIL_ALLOCATION'} = ($hook, 1);
	exec program(), @{$case->{words}}, $case->{one} ? () : '-j1', @{$case->{inputs} // \@samples} or POSIX::_exit(127);
}

sub let_go { my ($held) = @_; close $held->{orders}; waitpid $held->{pid}, 0 }

# How a copy of it ended that has this fault, what it printed, said and wrote;
# undef where the part has no such allocation.
sub carry_out {
	my ($held, $part, $number, $sticky) = @_;
	my ($case, $answer) = ($held->{case}, '');
	truncate $_, 0 for 'out', 'err';
	unlink grep { -f } glob 'made/* made/.*';
	write_bytes($_, $case->{old}{$_}) for keys %{$case->{old}};
	syswrite $held->{orders}, pack 'SCCL', $parts{$part}, $sticky, $case->{early} ? 1 : 0, $number;
	sysread($held->{answers}, $answer, 40) == 40 or die "no answer to $part $number\n";
	my ($status, $fired, $ended, $lasting, $first) = unpack 'qQ4', $answer;
	return if $status < 0 || (!$fired && $number);
	return {status => $status & 127 ? 'signal ' . ($status & 127) : $status >> 8, fired => $fired, ended => $ended,
		lasting => $lasting, first => $first, out => read_bytes('out'), err => read_bytes('err'), files => list_files('made')};
}

# --- verdicts ----------------------------------------------------------------

sub is_same {
	my ($got, $want) = @_;
	my @files = map { my $files = $_->{files}; join "\0", map { ($_, $files->{$_}) } sort keys %$files } $got, $want;
	return $files[0] eq $files[1] && !grep { $got->{$_} ne $want->{$_} } 'status', 'out', 'err';
}

# The documents of a report, or of answers, a line of each.
sub read_documents {
	my ($text) = @_;
	my $report = eval { decode_json($text) };
	return eval { $report ? $report->{documents} : [map { decode_json($_)->{document} } split /\n/, $text] };
}

# Documents of a report that are neither as they should be nor "not checked"; one
# that stops early is right as far as it goes.
sub judge_report {
	my ($got, $want) = @_;
	return () if index($want, $got) == 0;
	my ($now, $full) = map { read_documents($_) } $got, $want;
	return "no report: $got" unless $now && $full;
	my $json = JSON::PP->new->canonical;
	my %right = map { ($_->{file}, $json->encode($_)) } @$full;
	return map { $_->{verdict} eq 'not checked' || $json->encode($_) eq ($right{$_->{file}} // '') ? () :
		"a report of $_->{file}" } @$now;
}

sub judge {
	my ($held, $got, $want) = @_;
	return () if is_same($got, $want);
	return (($got->{status} eq '4' ? () : "exit code $got->{status}"),
		("$got->{err}$got->{out}" =~ /memory/ ? () : "said: $got->{err}"), judge_report($got->{out}, $want->{out}),
		judge_files($got->{files}, $want->{files}, $held->{case}{old}));
}

# --- the parts of a run ------------------------------------------------------

sub note {
	my ($held, $kind, $got, $want) = @_;
	my @faults = judge($held, $got, $want);
	count($held->{case}, $kind, @faults ? 'wrong' : is_same($got, $want) ? 'the same' : 'exit code 4');
	return @faults;
}

# Before the first worker, where orders come in their order.
sub check_start {
	my ($held, $sticky) = @_;
	my %got;
	for (my $n = 1; my $one = carry_out($held, 'start', $n, $sticky); $n += $every{start}) {
		$got{$n} = $one;
	}
	my $want = carry_out($held, 'parent', 0, 0);
	return $want, $want->{status} eq '0' ? () : "undisturbed: exit code $want->{status}",
	    map { my $n = $_; map { "$n: $_" } note($held, 'start', $got{$n}, $want) } sort { $a <=> $b } keys %got;
}

sub check_parent {
	my ($held, $sticky, $want) = @_;
	my @faults;
	for (my $n = 1; my $got = carry_out($held, 'parent', $n, $sticky); $n += $every{parent}) {
		push @faults, map { "$n: $_" } note($held, 'parent', $got, $want);
	}
	return @faults;
}

# Each allocation of a worker ends a copy of it there: how many it has. A copy has
# no chance to go on, so it is the same with all that follow.
sub sweep {
	my ($held, $want) = @_;
	my $stride = $every{sweep} * ($held->{case}{seldom} // 1);
	my $swept = carry_out($held, 'sweep', $stride, 0) // return 0, 'nothing to sweep';
	$runs{$held->{case}{name}}{sweep}{'exit code 4'} += $swept->{ended};
	return $swept->{fired} * $stride, $swept->{lasting} ? "$swept->{lasting} went on, first $swept->{first}" : (),
	    is_same($swept, $want) ? () : 'a sweep changed the output';
}

# Whole runs, for some of them.
sub check_worker {
	my ($held, $sticky, $want) = @_;
	my @faults;
	($held->{case}{all}, @faults) = sweep($held, $want) if !$sticky;
	for my $n (map { 1 + int(($_ + ($sticky ? 0.5 : 0)) * $held->{case}{all} / $every{whole}) } 0 .. $every{whole} - 1) {
		my $got = carry_out($held, 'worker', $n, $sticky) // next;
		push @faults, map { "$n: $_" } note($held, 'worker', $got, $want);
	}
	return @faults;
}

sub check_case {
	my ($case, $sticky) = @_;
	my $how = "$case->{name}, " . ($sticky ? 'all from one on' : 'one');
	my $start = time;
	my $held = hold($case);
	my ($want, @faults);
	if ($case->{early}) {
		$want = carry_out($held, 'parent', 0, 0);
	} else {
		($want, @faults) = check_start($held, $sticky);
		report("$how: before workers", @faults);
	}
	report("$how: beside workers", check_parent($held, $sticky, $want));
	report("$how: in workers", check_worker($held, $sticky, $want));
	let_go($held);
	printf "# %.1f s\n", time - $start;
}

# --- all of it ---------------------------------------------------------------

sub sum_up {
	for my $case (@cases) {
		my $kinds = $runs{$case->{name}};
		for my $kind (sort keys %$kinds) {
			print "# $case->{name}, $kind: ", join(', ', map { "$kinds->{$kind}{$_} $_" } sort keys %{$kinds->{$kind}}), "\n";
		}
	}
}

my $folder = tempdir(CLEANUP => 1, -w '/dev/shm' ? (DIR => '/dev/shm') : ());
chdir $folder or die "$folder: $!\n";
mkdir 'made';
write_bytes('lines', join '', map { encode_json({id => $_, path => $_}) . "\n" } @samples);
for my $case (@cases) {
	check_case($case, $_) for 0, 1;
}
sum_up();
chdir '/';
finish();
