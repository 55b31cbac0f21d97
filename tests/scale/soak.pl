#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# One process that works for half an hour: typical documents, and a hostile one
# in a hundred, sent as lines of JSON as fast as they are taken. Its memory, its
# descriptors and its children must be at the end what they were at the
# beginning, each line must have one answer, and the answer for the same
# document must be the same bytes the first time and the last.
#
# MINUTES=N chooses how long (30; less says little of memory), WORKERS=N with how
# many workers (2).
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Cwd qw(abs_path);
use Digest::MD5 qw(md5);
use File::Temp qw(tempdir);
use POSIX ();
use Run;
use Tap;
use Time::HiRes qw(time);

my $seconds = 60 * ($ENV{MINUTES} // 30);
my $workers = $ENV{WORKERS} // 2;
my $root = abs_path("$FindBin::Bin/../..");
$ENV{DIPLODOC} = abs_path($ENV{DIPLODOC} || "$root/build/diplodoc");
my $folder = tempdir('diplodoc-soak-XXXXXX', TMPDIR => 1, CLEANUP => 1);

# What is called flat. Buffers find their size, and memory comes apart, within
# some megabytes; whatever keeps something of each document keeps eight bytes of
# it, a pointer, at the least.
use constant GROWTH => 4; # bytes a document, of the parent
use constant WORKER_MOST => 64 * 1024; # kB

# Every hundredth document is a hostile one that ends at once; those that use up
# their time would leave no time for others.
sub choose_inputs {
	mkdir "$folder/hostile";
	chdir $root or die "$root: $!\n";
	system('tools/bench/make-corpus', "$folder/typical", 400, 4000, 12000) == 0 or die "no documents\n";
	system($^X, 'tests/hostile/make-hostile.pl', "$folder/hostile") == 0 or die "no hostile documents\n";
	my @typical = sort grep { !/diplodoc-house/ } glob "$folder/typical/*/*.xml";
	my @hostile = sort grep { -s $_ < 256 * 1024 } glob "$folder/hostile/*.xml";
	return (\@typical, \@hostile);
}

# Writes lines until the time is up; says how many in the file `sent`.
sub feed {
	my ($out, $typical, $hostile) = @_;
	my $end = time + $seconds;
	my $number = 0;
	while (time < $end) {
		my $list = $number % 100 == 99 ? $hostile : $typical;
		my $turn = $list == $hostile ? int($number / 100) : $number;
		printf {$out} "{\"id\":\"%d\",\"path\":\"%s\"}\n", $number++, $list->[$turn % @$list] or die "write: $!\n";
	}
	close $out or die "close: $!\n";
	write_bytes("$folder/sent", $number);
}

# What the system says of a process: kB of memory held, and state.
sub look_at {
	my ($pid) = @_;
	my $status = read_bytes("/proc/$pid/status") // return;
	my %of = $status =~ /^(\w+):\s*(\S+)/mg;
	return ($of{VmRSS} // 0, $of{State}, $of{VmHWM} // 0);
}

sub list_children {
	my ($pid) = @_;
	return split ' ', read_bytes("/proc/$pid/task/$pid/children") // '';
}

sub sample {
	my ($pid) = @_;
	my ($rss) = look_at($pid);
	my @descriptors = glob "/proc/$pid/fd/*";
	my @of = map { [look_at($_)] } list_children($pid);
	my @children = grep { @$_ } @of;
	my ($most) = sort { $b <=> $a } map { $_->[2] } @children;
	return { rss => $rss // 0, descriptors => scalar @descriptors, children => scalar @children,
		zombies => scalar(grep { $_->[1] eq 'Z' } @children), worker => $most // 0 };
}

# Reads answers to their end. An answer but for its id and its line is compared
# with the first one for the same document.
sub read_answers {
	my ($in, $pid) = @_;
	my (%first, @samples, @different);
	my ($count, $checked, $next) = (0, 0, time + 5);
	while (my $line = <$in>) {
		$line =~ s/^\{"id":"(\d+)","line":\d+,// or push @different, "answer $count has no id";
		push @different, "answer $count is of line $1" if $1 != $count;
		my ($file) = $line =~ /"file":"([^"]*)"/;
		my $sum = md5($line);
		$first{$file} //= $sum;
		push @different, "$file: the answer $count differs" if $sum ne $first{$file};
		$checked++ if $line !~ /"verdict":"not checked"/;
		$count++;
		if (time >= $next) {
			push @samples, sample($pid);
			$next += 5;
		}
	}
	return { count => $count, checked => $checked, different => \@different, samples => \@samples };
}

sub most {
	my ($name, @samples) = @_;
	my ($most) = sort { $b <=> $a } map { $_->{$name} } @samples;
	return $most;
}

# The second tenth beside the last one: in the first, all is read that is kept.
sub judge {
	my ($run, $sent) = @_;
	my @samples = @{$run->{samples}};
	my $tenth = int(@samples / 10) || die "too short\n";
	my @early = @samples[$tenth .. 2 * $tenth - 1];
	my @late = @samples[-$tenth - 1 .. -2];
	my %early = map { $_ => most($_, @early) } qw(rss descriptors children);
	my %late = map { $_ => most($_, @late) } qw(rss descriptors children);
	printf "# %d documents in %d s, %.0f a second; %d workers\n", $run->{count}, $seconds, $run->{count} / $seconds, $workers;
	printf "# parent: %d kB early, %d kB late; descriptors %d and %d; a worker at most %d kB\n",
	    @early{qw(rss)}, @late{qw(rss)}, $early{descriptors}, $late{descriptors}, most('worker', @samples);
	report('each line has one answer', $run->{count} == $sent ? () : "$sent lines, $run->{count} answers");
	report('an answer is the same every time', grep { defined } @{$run->{different}}[0 .. 4]);
	report('most documents are examined', $run->{checked} >= 0.98 * $run->{count} ? () : "only $run->{checked}");
	my $between = 0.8 * $run->{count};
	my $grown = 1024 * ($late{rss} - $early{rss}) / $between;
	report(sprintf('the memory of the parent is flat: %.1f bytes a document', $grown), $grown < GROWTH ? () : "$early{rss} kB, $late{rss} kB");
	report('descriptors are as many as before', $late{descriptors} <= $early{descriptors} ? () : "$early{descriptors}, $late{descriptors}");
	report('no process is left over', $late{children} <= $workers + 1 ? () : "$late{children} children");
	# One that has just ended may be seen before it is taken away, but not twice.
	my @kept = grep { $samples[$_]{zombies} && $samples[$_ - 1]{zombies} } 1 .. $#samples;
	report('no zombie stays', map { "seen in samples $_ and before" } @kept);
	report('a worker stays below 64 MiB', most('worker', @samples) <= WORKER_MOST ? () : most('worker', @samples) . ' kB');
}

my ($typical, $hostile) = choose_inputs();
pipe my $lines, my $to or die "pipe: $!\n";
pipe my $answers, my $from or die "pipe: $!\n";
my $pid = fork // die "fork: $!\n";
if (!$pid) {
	open STDIN, '<&', $lines or die;
	open STDOUT, '>&', $from or die;
	open STDERR, '>', "$folder/stderr" or die;
	close $_ for $to, $answers, $lines, $from;
	exec program(), qw(convert --to), $ENV{FORMATS} // 'html,text,json', '--jsonl', '-', '-j', $workers or die program() . ": $!\n";
}
my $feeder = fork // die "fork: $!\n";
if (!$feeder) {
	close $_ for $lines, $from, $answers;
	feed($to, $typical, $hostile);
	POSIX::_exit(0);
}
close $_ for $lines, $to, $from;
my $run = read_answers($answers, $pid);
waitpid $_, 0 for $feeder, $pid;
judge($run, read_bytes("$folder/sent"));
finish();
