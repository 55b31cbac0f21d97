#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Faults of disks, and kills, at every call by which outputs are written: the exit
# code is 5 and a sentence names the file, or all is as it should be; every file
# is the old one or the new one, and nothing else is left. FAULTS=all takes every
# fault at every call, else there are some of them.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Archive;
use Cwd qw(abs_path);
use Errno ();
use File::Path qw(make_path remove_tree);
use File::Temp qw(tempdir);
use Need;
use Run;
use Tap;
use Time::HiRes qw(time);
use Whole;

my $all = ($ENV{FAULTS} // '') eq 'all';
my ($every_fault, $every_kill) = $all ? (1, 1) : (13, 7);
my %errors = (
	access => ['EACCES'], close => ['EIO', 'ENOSPC', 'EINTR'], fchmod => ['EIO', 'EPERM'], fcntl => ['EMFILE'],
	flock => ['EIO', 'ENOLCK', 'EINTR'], fsync => ['EIO', 'ENOSPC', 'EINTR'], ftruncate => ['EIO', 'EINTR'],
	getdents64 => ['EIO'], mkdir => ['EIO', 'ENOSPC', 'EACCES'], mkdirat => ['EIO', 'ENOSPC', 'EACCES'],
	newfstatat => ['EIO', 'EACCES'], openat => ['EIO', 'ENOSPC', 'EMFILE', 'ENFILE', 'EINTR', 'EROFS'],
	openat2 => ['EIO', 'EMFILE', 'ENFILE', 'EINTR'], renameat => ['EIO', 'ENOSPC', 'EINTR', 'EROFS'],
	unlinkat => ['EIO'], write => ['EIO', 'ENOSPC', 'EDQUOT', 'EINTR', 'EAGAIN']);
# Where these fail, nothing is written that lasts, and nobody may say it is; a
# write that is interrupted is done again.
my $sharp = qr/^(?:fsync|renameat|ftruncate)$/;
my $folder = tempdir(CLEANUP => 1);
my $home = "$folder/run";
my %runs;

# --- cases -------------------------------------------------------------------

my $summary = do {
	make_archive($folder, 2, 0);
	my @both = map { read_bytes($_) } sort glob "$folder/*.xml";
	\@both;
};
my %inputs = ('./in/a.xml' => $summary->[0], './in/b/b.xml' => $summary->[1]);
my @cases = (
	{name => 'a folder of outputs', resume => 1, touches => qr{\.tmp|\bout\b|"journal"|run/journal|manifest},
		old => {'./out/a.txt' => "old\n", './manifest' => "old\n"}, words => ['convert', '--to', 'text,html', '--out-dir',
		'out', '--manifest', 'manifest', '--journal', 'journal', '-j1', 'in']},
	{name => 'one output', touches => qr{\.tmp|a\.txt|run>, "\."|fsync|close\(\d+<[^>]*run>},
		words => ['convert', '--to', 'text', '-o', 'a.txt', 'in/a.xml'], old => {'./a.txt' => "old\n"}},
	{name => 'an input in place', touches => qr{\.tmp|SYMLINK|fsync|O_RDONLY\|O_CLOEXEC\|O_DIR|^access\("in},
		words => ['fmt', 'in']},
	{name => 'an import', touches => qr{\.tmp|new\.xml|run>, "\."|fsync|close\(\d+<[^>]*run>}, old => {'./new.xml' => "old\n"},
		words => ['import', '-o', 'new.xml', abs_path("$FindBin::Bin/import/city-of-party.txt")]},
	{name => 'reports in files', touches => qr{\.tmp|r\.(?:json|xml)|run>, "\."|fsync|close\(\d+<[^>]*run>}, old => {'./r.json' => "old\n"},
		words => ['validate', '-f', 'json=r.json', '-f', 'junit=r.xml', '-j1', 'in']},
	{name => 'a baseline', touches => qr{\.tmp|run>, "\."|fsync|close\(\d+<[^>]*run>},
		words => ['check', '--today', '2026-11-26', '--write-baseline', 'known', 'in']},
	{name => 'answers', touches => qr{^(?:write|close)\(1<}, words => ['convert', '--to', 'text', '--jsonl', 'lines', '-j1'],
		old => {'./lines' => qq({"id":"1","path":"in/a.xml"}\n{"id":"2","path":"in/b/b.xml"}\n)}},
	{name => 'standard output', touches => qr{^(?:write|close)\(1<}, words => ['validate', '--format', 'json', '-j1', 'in']},
);

sub set_up {
	my ($case) = @_;
	chdir $folder or die "$folder: $!\n";
	remove_tree($home);
	make_path("$home/in/b");
	chdir $home or die "$home: $!\n";
	my %files = (%inputs, %{$case->{old} // {}});
	for (sort keys %files) {
		make_path(s{/[^/]*$}{}r);
		write_bytes($_, $files{$_});
	}
	return \%files;
}

# Runs it under strace with these options: how it ended, what was printed, said
# and written, and what was there before.
sub trace {
	my ($case, @options) = @_;
	my $old = set_up($case);
	my %run = run({before => ['strace', '-qq', '-o', "$folder/trace", @options]}, @{$case->{words}});
	return {%run, old => $old, files => list_files('.')};
}

# Calls, in their order, that have to do with what is written: [name, number, its
# line].
sub list_calls {
	my ($case) = @_;
	my $want = trace($case, '-y', '-e', 'trace=' . join ',', sort keys %errors);
	my (%count, @calls);
	for my $line (split /\n/, read_bytes("$folder/trace")) {
		my ($name) = $line =~ /^(\w+)\(/ or next;
		$count{$name}++;
		push @calls, [$name, $count{$name}, $line] if $line =~ $case->{touches};
	}
	return $want, @calls;
}

# --- verdicts ----------------------------------------------------------------

sub is_same {
	my ($got, $want) = @_;
	my @files = map { my $files = $_->{files}; join "\0", map { ($_, $files->{$_}) } sort keys %$files } $got, $want;
	return $files[0] eq $files[1] && $got->{status} eq $want->{status} && $got->{out} eq $want->{out} && $got->{err} eq $want->{err};
}

sub judge {
	my ($got, $want, $call, $error) = @_;
	my ($name, undef, $line) = @$call;
	my $must_fail = $name =~ $sharp || ($line =~ /^(?:write\((?!2)|close\(1<)/ && $error !~ /^(?:EINTR|EAGAIN)$/);
	return () if !$must_fail && is_same($got, $want);
	local $! = eval "Errno::$error()";
	# What is read on the way to an output is named as that.
	my $code = $line =~ /O_RDONLY\|O_NOCTTY|"in.*SYMLINK/ ? 3 : 5;
	my $named = qr{`[^`\n]+`[^`\n]*: \Q$!\E\.|^diplodoc: standard output .*: \Q$!\E\.|may not be written to}m;
	return (($got->{status} eq $code ? () : "exit code $got->{status}"),
		($got->{err} =~ $named ? () : "said: $got->{err}"),
		(index($want->{out}, $got->{out}) == 0 ? () : "printed: $got->{out}"),
		judge_files($got->{files}, $want->{files}, $got->{old}));
}

# --- faults ------------------------------------------------------------------

my $turn = 0;
sub is_chosen { my ($every) = @_; return $turn++ % $every == 0 }

sub check_faults {
	my ($case, $want, @calls) = @_;
	my @faults;
	for my $call (@calls) {
		my ($name, $number, $line) = @$call;
		for my $error (grep { is_chosen($every_fault) } @{$errors{$name}}) {
			my $got = trace($case, '-e', "trace=$name", '-e', "inject=$name:error=$error:when=$number");
			my @wrong = judge($got, $want, $call, $error);
			$runs{faults}++;
			push @faults, map { "$error at $line: $_" } @wrong;
		}
	}
	report("$case->{name}: faults", @calls > 0 ? () : 'no calls', @faults);
}

# Killed before that call; then the same command, or what it resumes, makes all.
sub check_kills {
	my ($case, $want, @calls) = @_;
	my @faults;
	for my $call (grep { is_chosen($every_kill) } @calls) {
		my ($name, $number, $line) = @$call;
		my $got = trace($case, '-e', "trace=$name", '-e', "inject=$name:signal=KILL:when=$number");
		my %files = %{$got->{files}};
		delete @files{grep { m{/\.diplodoc-[0-9a-f]{16}\.tmp$} } keys %files};
		push @faults, map { "killed at $line: $_" } $got->{status} eq 'signal 9' ? () : "exit code $got->{status}",
		    judge_files(\%files, $want->{files}, $got->{old});
		my %again = run(@{$case->{words}}, $case->{resume} ? '--resume' : ());
		$again{err} = $want->{err} if $case->{resume} || $case->{name} eq 'an input in place';
		push @faults, "after a kill at $line" if !is_same({%again, files => list_files('.')}, $want);
		$runs{kills}++;
	}
	report("$case->{name}: kills", @faults);
}

# An input that cannot be looked at is not left out in silence.
sub check_inputs {
	set_up({});
	symlink 'loop.xml', 'in/loop.xml' or die "symlink: $!\n";
	my %run = run('validate', 'in');
	report('an input that cannot be looked at', $run{status} eq '3' ? () : "exit code $run{status}",
		$run{err} =~ m{`in/loop\.xml` cannot be read} ? () : "said: $run{err}");
}

# What a house says must not be left out in silence either. Libraries that cannot be
# loaded are not ours.
sub check_reading {
	my ($house, $summary) = map { read_bytes("$FindBin::Bin/../samples/$_.xml") } 'house/diplodoc-house', '2025-05-20-readout-dorrane';
	my $case = {words => ['check', '--today', '2026-11-26', '--format', 'json', '-j1', 'in'],
		old => {'./in/diplodoc-house.xml' => $house =~ s{<rules [^>]*>}{}gr, './in/a.xml' => $summary}};
	my $names = 'access,getdents64,newfstatat,openat,read,readlink';
	my $want = trace($case, '-y', '-e', "trace=$names");
	my (%count, @faults);
	for my $line (split /\n/, read_bytes("$folder/trace")) {
		my ($name) = $line =~ /^(\w+)\(/ or next;
		$count{$name}++;
		next if $line =~ /\.so\b/ || !is_chosen($every_fault);
		my $got = trace($case, '-e', "trace=$name", '-e', "inject=$name:error=EIO:when=$count{$name}");
		push @faults, "$line: exit code $got->{status}, said: $got->{err}" if !is_same($got, $want) &&
		    ($got->{status} !~ /^[234]$/ || $got->{err} !~ /`[^`]+` (?:cannot be read: |is a directory)/ );
		$runs{'faults of inputs'}++;
	}
	report('reading', $want->{status} =~ /^[01]$/ ? () : "exit code $want->{status}: $want->{err}", @faults);
}

# --- all of it ---------------------------------------------------------------

need_command('strace', 'strace');
Need::end_test('strace may not trace here') if system("strace -o /dev/null true 2>/dev/null") != 0;
check_inputs();
check_reading();
for my $case (@cases) {
	my $start = time;
	my ($want, @calls) = list_calls($case);
	report("$case->{name}: undisturbed", $want->{status} eq '0' ? () : "exit code $want->{status}: $want->{err}");
	check_faults($case, $want, @calls);
	check_kills($case, $want, @calls);
	printf "# %d calls, %.1f s\n", scalar @calls, time - $start;
}
print "# $runs{$_} $_\n" for sort keys %runs;
chdir '/';
finish();
