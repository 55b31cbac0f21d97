#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Many inputs at once: lists of names, lines of JSON, folders of outputs, and
# what stays whole when a disk is full or somebody puts links in the way.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Archive;
use Cwd qw(getcwd);
use File::Path qw(make_path);
use File::Temp qw(tempdir);
use Encode ();
use JSON::PP;
use POSIX ();
use Run;
use Tap;

my $folder = tempdir(CLEANUP => 1);
chdir $folder or die "$folder: $!\n";
make_archive(make('in'), 70, 0);
my @names = sort glob 'in/*.xml';
my $good = read_bytes($names[0]);

sub make { make_path(@_); return $_[0] }

sub same { my ($what, $got, $want) = @_; return $got eq $want ? () : "$what: `$got`, not `$want`" }

sub temps { return grep { -e } map { glob "$_/.diplodoc-*" } @_ }

# --- names that end in NUL ---------------------------------------------------

sub check_odd_names {
	my @odd = ("odd/a\nb.xml", "odd/'\"`.xml", "-x.xml", "odd/\xff\xfe.xml", 'odd/ .xml');
	make('odd');
	write_bytes($_, $good) for @odd;
	write_bytes('list', join '', map { "$_\0" } @odd, $odd[0], 'odd/none.xml');
	my %run = run('validate', '--format', 'json', '--files0-from', 'list');
	my $report = decode_json($run{out});
	report('names with anything in them, each once, one that is missing among them',
		same('exit code', $run{status}, 3),
		same('files', $report->{counts}{files}, 6),
		same('pass', $report->{counts}{pass}, 5));
	%run = run({in => join "\0", @odd}, 'convert', '--to', 'text', '--out-dir', 'o1', '--files0-from', '-');
	report('and their outputs', same('exit code', $run{status}, 0),
		map { -f 'o1/' . s/\.xml$/.txt/r ? () : "no output of $_" } @odd);
	%run = run('validate', '--files0-from', 'list', $names[0]);
	report('nothing is named beside a list', same('exit code', $run{status}, 2));
}

# --- lines of JSON -----------------------------------------------------------

sub check_lines {
	my $json = JSON::PP->new->canonical->utf8;
	my @lines = ($json->encode({id => 'a', path => $names[0]}), '{"id":', '', $json->encode({id => 'd', path => 'none.xml'}),
		$json->encode({id => "e\n", xml => $good}), '[1]', $json->encode({id => 'g', xml => '<a>'}),
		$json->encode({id => 'a', path => $names[0]}));
	my @verdicts = ('pass', ('not checked') x 3, 'pass', 'not checked', 'fail', 'pass');
	my @ids = ('a', undef, undef, 'd', "e\n", undef, 'g', 'a');
	write_bytes('lines', join "\n", @lines);
	my %run = run('validate', '--jsonl', 'lines');
	my @answers = map { decode_json($_) } split /\n/, $run{out};
	report('one answer to each line', same('exit code', $run{status}, 3), same('answers', scalar @answers, 8));
	report('in their order, with number, id and verdict', map {
		my $a = $answers[$_];
		(same("line $_", $a->{line}, $_ + 1), same("id $_", $a->{id} // '-', $ids[$_] // '-'),
			same("verdict $_", $a->{document}{verdict}, $verdicts[$_]),
			$verdicts[$_] eq 'not checked' && !$a->{document}{failure}{message} ? "no failure in $_" : ())
	} 0 .. 7);
	%run = run({in => join "\n", @lines}, 'convert', '--to', 'text,json', '--jsonl', '-');
	@answers = map { decode_json($_) } split /\n/, $run{out};
	my %alone = run('convert', '--to', 'text', $names[0]);
	report('a conversion answers with its outputs', same('answers', scalar @answers, 8),
		same('text', Encode::encode_utf8($answers[0]{outputs}[0]{text}), $alone{out}),
		map { $answers[$_]{outputs} ? "an output of line $_" : () } 1 .. 3, 5, 6);
	%run = run('check', '--jsonl', 'lines', '--fix');
	report('lines cannot be mended', same('exit code', $run{status}, 2));
}

# The memory of a run, in KiB, over so many lines.
sub measure_memory {
	my ($count) = @_;
	my $line = encode_json({id => 'a', xml => $good}) . "\n";
	write_bytes('many', $line x $count);
	my $pid = Run::start('/dev/null', '/dev/null', '/dev/null', 'validate', '--jsonl', 'many');
	my $most = 0;
	while (waitpid($pid, 1) == 0) {
		my ($size) = (read_bytes("/proc/$pid/status") // '') =~ /^VmHWM:\s*(\d+)/m;
		$most = $size if $size && $size > $most;
		select undef, undef, undef, 0.02;
	}
	return $most;
}

sub check_memory {
	my ($few, $many) = map { measure_memory($_) } 500, 5000;
	report('memory does not grow with the number of lines',
		$few > 0 && $many < $few + 4096 ? () : "$few KiB for 500 lines, $many KiB for 5000");
}

# --- folders of outputs ------------------------------------------------------

sub check_mirror {
	make('deep/a/b');
	write_bytes($_, $good) for 'deep/x.xml', 'deep/a/x.xml', 'deep/a/b/x.xml';
	my %run = run('convert', '--to', 'text', '--out-dir', 'o2', '--manifest', 'manifest', 'deep');
	report('outputs stand where their inputs stand', same('exit code', $run{status}, 0),
		map { -f "o2/$_.txt" ? () : "no $_" } 'x', 'a/x', 'a/b/x');
	my @lines = map { decode_json($_) } split /\n/, read_bytes('manifest');
	report('a manifest says what was made of what', same('lines', scalar @lines, 3), map {
		my ($in, $out) = map { `sha256sum $_` =~ s/ .*//sr } @$_{'input', 'output'};
		(same($_->{input}, $_->{inputSha256}, $in), same($_->{output}, $_->{sha256}, $out),
			same("$_->{output} bytes", $_->{bytes}, -s $_->{output}))
	} @lines);
	write_bytes('list', "deep/x.xml\0deep/a/../x2.xml\0");
	%run = run('convert', '--to', 'text', '--out-dir', 'o3', '--files0-from', 'list');
	report('no name leads out of the folder', same('exit code', $run{status}, 2), -e 'o3' ? 'written' : ());
}

sub check_collisions {
	make($_) for 'one', 'two';
	write_bytes($_, $good) for 'one/same.xml', 'two/same.xml', 'two/SAME.xml', 'one/other.xml';
	for my $case (['the same name', 'one/same.xml', 'two/same.xml'], ['names that differ in case', 'two']) {
		my ($name, @operands) = @$case;
		my %run = run('convert', '--to', 'text', '--out-dir', 'o4', @operands);
		report("$name would be one output", same('exit code', $run{status}, 2), -e 'o4' ? 'written' : ());
	}
	my $before = read_bytes('one/other.xml');
	make('o5');
	link 'one/other.xml', 'o5/same.txt' or die "link: $!\n";
	my %run = run('convert', '--to', 'text', '--out-dir', 'o5', 'one');
	report('no output replaces an input', same('exit code', $run{status}, 2),
		same('input', read_bytes('one/other.xml'), $before));
}

sub check_links {
	make($_) for 'outside', 'o6', 'o7', 'o7/a';
	symlink '../outside', 'o6/a' or die "symlink: $!\n";
	symlink '../../outside/x.txt', 'o7/a/x.txt' or die "symlink: $!\n";
	for my $out ('o6', 'o7') {
		my %run = run('convert', '--to', 'text', '--out-dir', $out, 'deep');
		report("a link in $out is not followed, and the rest is done", same('exit code', $run{status}, 5),
			(map { "written: $_" } glob 'outside/*'), -f "$out/x.txt" ? () : 'x.txt is missing', temps($out, 'outside'));
	}
}

# Links come and go while the run goes on; it must never follow one.
sub check_race {
	make('o8');
	my $pid = fork // die "fork: $!\n";
	if (!$pid) {
		for (my $i = 0; getppid() != 1; $i++) {
			rename 'o8/a', "gone$i";
			symlink '../outside', 'o8/a';
			unlink 'o8/a';
		}
		POSIX::_exit(0);
	}
	run('convert', '--to', 'html,text,json', '--out-dir', 'o8', 'deep') for 1 .. 20;
	kill 'KILL', $pid;
	waitpid $pid, 0;
	report('nor one that comes meanwhile', map { "written: $_" } glob 'outside/*');
}

# --- disks and pipes ---------------------------------------------------------

sub check_full_disk {
	make('small');
	return skip('a full disk', 'needs root and mount') if $> != 0 || system("mount -t tmpfs -o size=64k none small 2>/dev/null") != 0;
	my %run = run('convert', '--to', 'text', '--out-dir', 'small', $names[0]);
	my $old = read_bytes((glob 'small/*.txt')[0]);
	write_bytes("small/fill$_", "x" x 4096) for 1 .. 13;
	my %full = run('convert', '--to', 'text,html,json', '--out-dir', 'small', '--force', @names[0 .. 9]);
	report('a full disk', same('before', $run{status}, 0), same('exit code', $full{status}, 5),
		same('the old file', read_bytes((glob 'small/*.txt')[0]), $old), temps('small'),
		$full{err} =~ /No space left/ ? () : "said: $full{err}");
	system 'umount', 'small';
}

# One output over an old one, with a fault at the call of that number. Returns the
# exit code, or the number of the signal in words.
sub convert_with_fault {
	my ($fault) = @_;
	write_bytes('o9/a00000.txt', "old\n");
	unlink temps('o9');
	# A leak checker does not work under a tracer.
	local $ENV{ASAN_OPTIONS} = 'detect_leaks=0';
	my $status = system 'strace', '-f', '-qq', '-o', '/dev/null', '-e', "inject=$fault", program(), 'convert',
		'--to', 'text', '--out-dir', 'o9', $names[0];
	return $status & 127 || $status >> 8 > 128 ? 'killed' : $status >> 8;
}

sub check_faults {
	return skip('faults of a disk', 'strace is not installed (Debian: strace)') unless grep { -x "$_/strace" } split /:/, $ENV{PATH};
	make('o9');
	open my $said, '>&', \*STDERR or die "stderr: $!\n";
	open STDERR, '>', '/dev/null' or die "stderr: $!\n";
	my %alone = run('convert', '--to', 'text', $names[0]);
	for my $fault (map { ("fsync:error=$_:when=1", "/^rename:error=$_:when=1") } 'EIO', 'ENOSPC') {
		my $status = convert_with_fault($fault);
		report($fault, same('exit code', $status, 5), same('the old file', read_bytes('o9/a00000.txt'), "old\n"), temps('o9'));
	}
	my $status = convert_with_fault('fsync:error=EIO:when=2');
	report('a folder that cannot be synced', same('exit code', $status, 5), same('the new file', read_bytes('o9/a00000.txt'), $alone{out}));
	my (@faults, $killed);
	for my $call ('openat', 'write', 'fsync', '/^rename', 'close') {
		for my $n (1 .. 60) {
			last if convert_with_fault("$call:signal=KILL:when=$n") ne 'killed';
			$killed++;
			my $now = read_bytes('o9/a00000.txt');
			push @faults, "$call $n: half a file" if $now ne "old\n" && $now ne $alone{out};
		}
	}
	my %run = run('convert', '--to', 'text', '--out-dir', 'o9', $names[0]);
	report('killed at every call: old or new', @faults, $killed > 20 ? () : "killed $killed times",
		same('exit code', $run{status}, 0), temps('o9'));
	open STDERR, '>&', $said or die "stderr: $!\n";
}

sub check_streams {
	my %run = run({out => '/dev/full'}, 'validate', '--format', 'json', 'in');
	report('/dev/full', same('exit code', $run{status}, 5));
	%run = run({out => '/dev/full', in => encode_json({id => '1', path => $names[0]})}, 'validate', '--jsonl', '-');
	report('/dev/full for answers', same('exit code', $run{status}, 5));
	my $program = program();
	write_bytes('lines', join '', map { encode_json({id => "$_", path => $names[0]}) . "\n" } 1 .. 50);
	my $status = `sh -c '{ "$program" convert --to html --jsonl lines 2>/dev/null; echo \$? >status; } | head -c 1 >/dev/null'; cat status`;
	report('a pipe that is closed', same('exit code', $status, "5\n"));
}

# --- progress ----------------------------------------------------------------

# What a terminal gets of a run over lines that come a second late.
sub on_terminal {
	my ($words) = @_;
	my $program = program();
	return `script -qc "{ head -n 10 slow; sleep 1; cat slow; } | $program $words" /dev/null </dev/null` =~ s/\r\n/\n/gr;
}

sub check_progress {
	return skip('progress', 'script is not installed (Debian: bsdutils)') unless -x '/usr/bin/script';
	my $line = encode_json({id => 'a', xml => $good =~ s/<body>/<bdoy>/r}) . "\n";
	write_bytes('slow', $line x 90);
	my %run = run({in => $line x 100}, 'validate', '--jsonl', '-');
	my $seen = on_terminal('validate --jsonl -');
	my $hints = () = $seen =~ /\d+ documents, [\d.]+ per second, \d+ failed\r\e\[K/g;
	my ($last) = $seen =~ /\n(100 documents, [^\n]+)\n\z/;
	report('a terminal sees how far it is', $hints > 0 ? () : 'no hint', $last ? () : 'no last line');
	my $rest = $seen =~ s/[^\n]*\r\e\[K//gr =~ s/\Q@{[$last \/\/ '']}\E\n\z//r;
	report('and findings as they are', same('length', length $rest, length "$run{out}$run{err}"));
	report('quiet: nothing of it', on_terminal('validate --quiet --jsonl -') eq $run{out} ? () : 'more than findings');
	report('no terminal: nothing of it', $run{err} =~ /per second/ ? $run{err} : ());
}

check_odd_names();
check_lines();
# What sanitizers keep of freed memory would be counted too.
check_memory() unless $ENV{SAN};
check_mirror();
check_collisions();
check_links();
check_race();
check_full_disk();
check_faults();
check_streams();
check_progress();
chdir '/';
finish();
