#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Several documents at a time: what is printed and written is the same however
# many they are, one that ends its worker costs no other, and an interrupt leaves
# nothing behind.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Archive;
use Cwd qw(abs_path);
use Encode ();
use File::Path qw(make_path remove_tree);
use File::Temp qw(tempdir);
use Run;
use Tap;

my $tests = abs_path($FindBin::Bin);
my $folder = tempdir(CLEANUP => 1);
chdir $folder or die "$folder: $!\n";
make_archive(make('in'), 60, 0);
my @names = sort glob 'in/*.xml';
my $good = read_bytes($names[0]);
damage();

sub make { make_path(@_); return $_[0] }

sub same { my ($what, $got, $want) = @_; return $got eq $want ? () : "$what: `$got`, not `$want`" }

# Every third document is bad, each in a way of its own, and some end early.
sub damage {
	for my $i (grep { $_ % 3 == 0 } 0 .. $#names) {
		my $text = read_bytes($names[$i]);
		my @ways = (sub { $_[0] =~ s/<body>/<bdoy>/r }, sub { substr $_[0], 0, 40 * $i }, sub { "<!DOCTYPE a>$_[0]" },
			sub { '' }, sub { $_[0] =~ s/(<head>)/$1<!-- \x{ff} -->/r }, sub { '<a>' x 100000 });
		write_bytes($names[$i], $ways[$i / 3 % @ways]->($text));
	}
}

sub outcome { my %run = run(@_); return join "\n", @run{qw(status out err)} }

sub check_reports {
	my @bad = glob "$tests/golden/validate/*/*.xml";
	for my $format (qw(text html json jsonl sarif junit checkstyle github gitlab rdjson)) {
		for my $verb ('validate', 'check') {
			my @words = ($verb, '--format', $format, $verb eq 'check' ? ('--today', '2026-11-26') : (), 'in', @bad, 'none.xml');
			my $one = outcome(@words, '-j1');
			report("$verb: $format", (map { outcome(@words, "-j$_") eq $one ? () : "-j$_ gives something else" } 2, 3, 7),
				length $one > 1000 ? () : "only: $one");
		}
	}
}

sub tree { return join "\n", map { "$_\n" . read_bytes($_) } sort glob "$_[0]/*/* $_[0]/*" }

sub check_outputs {
	my (%seen, @faults);
	for my $jobs (1, 2, 3, 7) {
		remove_tree('out');
		my $talk = outcome('convert', '--force', '--to', 'html,text,json,markdown', '--out-dir', 'out', "-j$jobs", 'in');
		my $now = "$talk\n" . tree('out');
		$seen{$now}++;
		push @faults, 'little came out' if length $now < 100_000;
	}
	report('outputs', same('ways', scalar keys %seen, 1), @faults);
}

# The check and all outputs in one run are those of two, and what does not pass
# keeps the outputs that it had.
my @rules = ('--today', '2026-11-26', '--severity', 'text/double-space=error');

sub check_pipeline {
	my @words = ('convert', '--check', @rules, '--to', 'html,text,json,markdown', '--out-dir', 'out', '--format', 'json', '--journal', 'p');
	my @held = @names[1, 4];
	my @kept = map { my $base = s{^in/}{out/}r =~ s/xml$//r; map { "$base$_" } qw(html txt json md) } @held;
	write_bytes($_, read_bytes($_) =~ s/(The two Ministers) /$1  /r) for @held;
	my %check = run('check', @rules, '--format', 'json', 'in');
	remove_tree('out');
	run('convert', '--to', 'html,text,json,markdown', '--out-dir', 'out', 'in');
	my %want = map { ($_, read_bytes($_)) } grep { -f } glob 'out/*';
	$want{$_} = "old\n" for @kept;
	my (%seen, @faults);
	for my $jobs (1, 2, 3, 7) {
		remove_tree('out');
		make_path('out');
		write_bytes($_, "old\n") for @kept;
		my %run = run(@words, '--manifest', 'm', "-j$jobs", 'in');
		push @faults, same("-j$jobs: exit code", $run{status}, $check{status}), same("-j$jobs: report", $run{out}, $check{out}),
			map { read_bytes($_) eq $want{$_} ? () : "-j$jobs: $_ is another one" } keys %want;
		my %again = run(@words, '--resume', '--manifest', 'm2', "-j$jobs", 'in');
		push @faults, same('resumed', $again{out}, $run{out}), same('manifest', read_bytes('m2'), read_bytes('m')),
			$again{err} =~ /: 60 documents were not done again/ ? () : "done again: $again{err}";
		$seen{$run{err} . read_bytes('m')}++;
	}
	my %other = run(@words, '--fail-on', 'warning', '--resume', 'in');
	report('check and outputs in one run', @faults, same('ways', scalar keys %seen, 1), same('exit code', $check{status}, 1),
		keys %want >= 160 ? () : "little came out", $other{err} =~ /every document is done again/ ? () : 'another --fail-on is no other run');
}

# 1 where the runs before made a text of it.
sub is_made {
	my ($name) = @_;
	return (read_bytes($name =~ s/^in/out/r =~ s/xml$/txt/r) // "old\n") ne "old\n" ? 1 : 0;
}

sub check_pipeline_of_lines {
	my %run = run({in => join '', map { qq({"id":"$_","path":"$_"}\n) } @names}, 'convert', '--check', @rules, '--to', 'text', '--jsonl', '-', '-j2');
	my @made = map { /"outputs":\[\{/ ? 1 : 0 } split /\n/, $run{out};
	report('and lines of JSON', same('answers', scalar @made, scalar @names),
		map { same($names[$_], $made[$_], is_made($names[$_])) } 0 .. $#names);
}

# Parts of such a run, merged, are the run.
sub check_parts {
	my @words = ('--check', @rules, '--to', 'text,json', '--out-dir', 'out');
	my $whole = outcome('convert', @words, 'in');
	run('convert', @words, '--shard', "$_/2", '--journal', "part$_", 'in') for 1, 2;
	my @journals = map { ('--journal', "part$_") } 1, 2;
	report('parts of it, merged', same('run', outcome('merge', @journals, 'in'), $whole));
	my %report = run('convert', @words, '--format', 'json', 'in');
	my %merged = run('merge', @journals, '--format', 'json', 'in');
	report('and in another format', same('report', $merged{out}, $report{out}));
}

# What is wrong with a house is said once, however many documents it keeps from
# the check, and reported for each.
sub check_house {
	my $text = read_bytes("$tests/../samples/house/diplodoc-house.xml");
	my %faults = ('a file that is not there' => $text =~ s/"rules\.sch"/"gone.sch"/r, 'a bad house' => $text =~ s/<home /<hoem /r);
	write_bytes(make('ruled') . "/$_.xml", read_bytes($names[1])) for 1 .. 9;
	for my $what (sort keys %faults) {
		write_bytes('ruled/diplodoc-house.xml', $faults{$what});
		my %one = run('check', '--format', 'json', '-j1', 'ruled');
		my $sentences = () = $one{err} =~ /^diplodoc: /mg;
		my $reports = () = $one{out} =~ /"not checked"/g;
		report("$what is said once", same('exit code', $one{status}, 2), same('sentences', $sentences, 1), same('reports', $reports, 9),
			map { same("-j$_", outcome('check', '--format', 'json', "-j$_", 'ruled'), join "\n", @one{qw(status out err)}) } 2, 7);
	}
}

# --- limits ------------------------------------------------------------------

# A stylesheet that goes on for long, or grows: that of the user, on one document.
sub convert_by {
	my ($body) = @_;
	write_bytes('own.xsl', '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">' .
		'<xsl:variable name="m">' . 'm' x 60000 . '</xsl:variable><xsl:template match="/"><div xmlns="http://www.w3.org/1999/xhtml">' .
		'<xsl:call-template name="f"><xsl:with-param name="n" select="1000"/><xsl:with-param name="s" select="$m"/></xsl:call-template>' .
		'</div></xsl:template><xsl:template name="f"><xsl:param name="n"/><xsl:param name="s"/>' . $body . '</xsl:template></xsl:stylesheet>');
	my ($before, $start) = ((times)[2], time);
	my %run = run('convert', '--to', 'html', '--xslt', 'own.xsl', '-o', 'own.html', $names[1]);
	return (%run, seconds => (times)[2] - $before, wall => time - $start);
}

# What takes more than `version --limits` says ends there, and is not tried again.
# It takes the seconds of processor that a document may have.
sub check_limits {
	my $program = program();
	return if system('grep', '-q', '__asan_init', $program) == 0;
	my %limits = `"$program" version --limits` =~ /^(\S+)\s+(\d+)/mg;
	my $again = '<xsl:call-template name="f"><xsl:with-param name="n" select="$n - 1"/><xsl:with-param name="s" select="concat($s, $s)"/></xsl:call-template>';
	my %run = convert_by($again);
	report("$limits{memory} bytes of memory", same('exit code', $run{status}, 4), $run{err} =~ /more memory/ ? () : "said: $run{err}");
	%run = convert_by(q{<xsl:if test="contains($m, concat(substring($m, 30000), 'x'))">a</xsl:if>} . $again =~ s/concat\(\$s, \$s\)/\$s/r);
	report("$limits{processor} seconds of processor", same('exit code', $run{status}, 4), $run{err} =~ /more time/ ? () : "said: $run{err}",
		$run{seconds} < 1.6 * $limits{processor} ? () : "took $run{seconds} s");
	report("$limits{clock} seconds by the clock", $run{wall} < $limits{clock} + 5 ? () : "took $run{wall} s");
}

# A worker that is killed costs nothing: its document is done by another.
sub check_kill {
	write_bytes("many.jsonl", qq({"id":"a","path":"$names[1]"}\n) x 20000);
	my @words = ('validate', '--jsonl', 'many.jsonl', '-j2');
	my $whole = outcome(@words);
	my $pid = start('/dev/null', 'killed', 'said', @words);
	my $killed = 0;
	for (1 .. 200) {
		# Long enough for what was at work to be done anew, which is tried once.
		select undef, undef, undef, 0.15;
		my ($worker) = children($pid) or next;
		$killed += kill 'KILL', $worker;
		last if $killed == 3;
	}
	waitpid $pid, 0;
	report('workers that are killed', $killed == 3 ? () : "killed $killed",
		same('all', join("\n", $? >> 8, read_bytes('killed'), read_bytes('said')) eq $whole, 1));
}

# --- killed and resumed ------------------------------------------------------

# Runs it, killed at some time again and again, until it comes to its end; what it
# says last. `limit` is how long the whole of it takes.
sub run_killed {
	my ($limit, @words) = @_;
	for my $try (1 .. 40) {
		my $pid = start('/dev/null', 'part', 'said', @words, '--resume');
		my $left = $try > 12 ? 60 : rand $limit;
		for (my $waited = 0; $waited < $left; $waited += 0.01) {
			return join "\n", $? >> 8, map { read_bytes($_) } 'part', 'said' if waitpid($pid, 1) == $pid;
			select undef, undef, undef, 0.01;
		}
		kill 'KILL', $pid;
		waitpid $pid, 0;
	}
	return 'it never came to its end';
}

# Whoever was at work when a run was killed, the resumed one gives the same bytes;
# also where it has another number of workers.
sub check_resume {
	my @words = ('convert', '--check', @rules, '--to', 'text,json', '--out-dir', 'out', '--manifest', 'm', '--journal', 'p', '--format', 'json');
	for my $case ([1, 1], [2, 2], [3, 3], [3, 1]) {
		my ($before, $after) = @$case;
		remove_tree('out');
		unlink 'p';
		my $start = time;
		my $whole = outcome(@words, "-j$before", 'in') . read_bytes('m') . tree('out');
		remove_tree('out');
		unlink 'p', 'm';
		my $pid = start('/dev/null', 'part', 'said', @words, "-j$before", 'in');
		select undef, undef, undef, 0.15;
		kill 'KILL', $pid;
		waitpid $pid, 0;
		my $again = run_killed(1 + time - $start, @words, "-j$after", 'in') . read_bytes('m') . tree('out');
		$again =~ s/^diplodoc: .*(?:not done again|middle of a line).*\n//mg;
		report("killed with -j$before, resumed with -j$after", $again eq $whole ? () : 'another outcome', temps('out'));
	}
}

sub temps { return grep { -e } map { glob "$_/.diplodoc-*" } @_ }

# Who writes lines and waits for answers gets each one before the next line; and
# while nothing comes, an interrupt ends the run.
sub check_conversation {
	pipe my $in, my $to or die "pipe: $!\n";
	pipe my $from, my $out or die "pipe: $!\n";
	my $pid = start('/dev/fd/' . fileno $in, '/dev/fd/' . fileno $out, 'said', 'validate', '--jsonl', '-', '-j3');
	close $in;
	close $out;
	my @faults;
	for my $id (1 .. 3) {
		syswrite $to, qq({"id":"$id","path":"$names[1]"}\n);
		my $answer = '';
		local $SIG{ALRM} = sub { kill 'KILL', $pid };
		alarm 20;
		sysread $from, $answer, 65536;
		alarm 0;
		push @faults, "no answer to $id" unless $answer =~ /^\{"id":"$id",.*\}\n$/;
	}
	kill 'TERM', $pid;
	waitpid $pid, 0;
	report('a line is answered before the next one comes', @faults, same('exit code', $? >> 8, 143),
		read_bytes('said') =~ /^3 files: valid/m ? () : 'said: ' . read_bytes('said'));
}

# --- what is mended and known ------------------------------------------------

# Documents with something to mend, some of it twice; every fifth one is bad.
sub make_faulty {
	remove_tree('mend');
	make_path('mend');
	for my $i (grep { $_ % 3 } 0 .. $#names) {
		my $text = read_bytes($names[$i]) =~ s/(The two Ministers) /$1   /r;
		$text =~ s/lighthouses between/lighthouses between between/ if $i % 2;
		$text = Encode::encode('UTF-16', $text =~ s/UTF-8/UTF-16/r) if $i % 7 == 0;
		write_bytes($names[$i] =~ s/^in/mend/r, $i % 5 ? $text : $text =~ s/<body>/<bdoy>/r);
	}
}

sub check_books {
	my @check = ('check', '--today', '2026-11-26');
	my (%seen, @faults);
	for my $jobs ("-j1", "-j2", "-j3", "-j7") {
		make_faulty();
		unlink 'known';
		my $now = join "\n", map { outcome(@check, @$_, $jobs, 'mend') } ['--diff'], ['--write-baseline', 'known'], ['--baseline', 'known'],
			['--baseline', 'known', '--severity', 'text/double-space=error', '--fix-unsafe'], ['--baseline', 'known', '--prune-baseline'];
		my %run = run(@check, '--timing', '--no-across', $jobs, 'mend');
		$now .= join '', $run{out}, map { $_, read_bytes($_) } 'known', sort glob 'mend/*';
		push @faults, 'little is said' if length $now < 50_000 || $now !~ /^\+/m || $now !~ / in the baseline\./ || $now !~ / fixed\./;
		push @faults, "no times: $run{err}" unless $run{err} =~ m{^ +[\d.]+ ms +[\d.]+ %  text/double-space}m && $run{err} =~ /  xml\n/;
		$seen{$now}++;
	}
	report('what is mended and known', same('ways', scalar keys %seen, 1), @faults);
}

# What was there before is checked by workers too.
sub check_history {
	return skip('what is new', 'git is not installed (Debian: git)') unless grep { -x "$_/git" } split /:/, $ENV{PATH};
	make_faulty();
	local @ENV{qw(GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL)} = ('a', 'a@example.org') x 2;
	system('cd mend && git init -q && git add . && git commit -qm a') == 0 or die "git failed\n";
	for my $name ((grep { read_bytes($_) =~ /<body>.*They agreed that the/s } sort glob 'mend/*.xml')[1, 3, 12]) {
		write_bytes($name, read_bytes($name) =~ s/They agreed that the/They agreed that the the/r);
	}
	my %seen;
	my ($new) = map { my $jobs = $_; my $said = outcome('check', '--new-since', 'HEAD', '--no-across', "-j$jobs", 'mend'); $seen{$said}++; $said } 1, 2, 3, 7;
	my $count = () = $new =~ m{text/repeated-word}g;
	report('what is new', same('ways', scalar keys %seen, 1), same('findings', $count, 3));
}

# --- fmt and import ----------------------------------------------------------

# Layouts are the same however many documents are at work.
sub check_layouts {
	my (%seen, @faults);
	for my $jobs (1, 2, 3, 7) {
		remove_tree('laid');
		make_path('laid');
		write_bytes($_ =~ s/^in/laid/r, read_bytes($_)) for @names;
		my $now = join "\n", map { outcome('fmt', @$_, "-j$jobs", 'laid') } ['--check'], ['--diff'], [];
		$now .= join '', map { read_bytes($_) } sort glob 'laid/*';
		push @faults, 'little is said' if length $now < 100_000 || $now !~ /^\+/m;
		$seen{$now}++;
	}
	report('layouts', same('ways', scalar keys %seen, 1), @faults);
}

# Runs it with so many KiB of addresses, which not every document needs.
sub run_within {
	my ($kibibytes, @words) = @_;
	my $program = program();
	my $status = system 'sh', '-c', "ulimit -v $kibibytes; exec '$program' \"\$\@\" >part 2>said", 'sh', @words;
	return ($status >> 8, read_bytes('part'), read_bytes('said'));
}

# A text with so many points.
sub lengthen {
	my ($text, $count) = @_;
	return $text . join '', map { "$_. The two Ministers agreed to meet again in the autumn, and spoke of the harbour of Tarsk.\n" } 10 .. $count;
}

# A worker that ends costs its own document.
sub check_lost {
	my $program = program();
	return if system('grep', '-q', '__asan_init', $program) == 0;
	remove_tree('few');
	make_path('few');
	my $large = $good =~ s{(<item>.*?</item>)}{$1 x 14000}ser;
	write_bytes("few/$_->[0].xml", $_->[1]) for ['a', $good =~ s/^ +//mgr], ['b', $large], ['c', $good =~ s/^ +//mgr];
	my ($status, $out, $said) = run_within(120_000, 'fmt', 'few');
	report('a layout that takes too much', same('exit code', $status, 4), read_bytes("few/b.xml") eq $large ? () : "the file is another one",
		same('said', $said, "diplodoc: few/b.xml: It was not formatted: it takes more memory than a document may have.\n2 of 3 files changed.\n"),
		map { read_bytes("few/$_.xml") =~ /^  <head>/m ? () : "$_ was not done" } 'a', 'c');
	write_bytes("few/$_.xml", $good =~ s/(The two Ministers) /$1   /r) for 'a', 'c';
	($status, $out, $said) = run_within(120_000, 'check', '--fix', 'few');
	report('a mending that takes too much', same('exit code', $status, 4), read_bytes('few/b.xml') eq $large ? () : 'the file is another one',
		$said =~ /more memory.*\n.*2 fixed\. 1 not checked\.\n/ ? () : "said: $said",
		map { read_bytes("few/$_.xml") =~ /Ministers   / ? "$_ was not mended" : () } 'a', 'c');
	my $text = read_bytes("$tests/import/city-of-party.txt");
	write_bytes('large.txt', lengthen($text, 9000));
	($status, $out, $said) = run_within(100_000, 'import', '-o', 'large.xml', 'large.txt');
	report('a text that takes too much', same('exit code', $status, 4), -e 'large.xml' ? 'written' : (),
		same('said', $said, "diplodoc: large.txt: It was not imported: it takes more memory than a document may have.\n"));
	write_bytes('small.txt', $text);
	($status, $out, $said) = run_within(100_000, 'import', '-o', 'small.xml', 'small.txt');
	report('and one that does not', same('exit code', $status, 0), -s 'small.xml' ? () : 'not written');
}

# Interrupted, fmt does not leave half of its work: files are old or new, and the
# ones that were not done are named.
sub check_interrupted_layout {
	make_path('much');
	my $old = $good =~ s/^ +//mgr;
	write_bytes(sprintf('much/%04d.xml', $_), $old) for 1 .. 3000;
	my ($pid, @workers) = (start('/dev/null', 'part', 'said', 'fmt', '-j2', 'much'));
	@workers = children($pid) or select undef, undef, undef, 0.005 while !@workers && kill 0, $pid;
	select undef, undef, undef, 0.2;
	kill 'TERM', $pid;
	waitpid $pid, 0;
	my $status = $? >> 8;
	my @done = grep { read_bytes($_) ne $old } sort glob 'much/*.xml';
	my ($first, $changed) = read_bytes('said') =~ /interrupted; `(\S+)` and.*\n(\d+) of \d+ files? changed/;
	report('an interrupted layout', same('exit code', $status, 143), same('changed', scalar @done, $changed // 'nothing'),
		@done < 3000 ? () : 'all was done', same('not done', $first // '', sprintf 'much/%04d.xml', @done + 1), glob 'much/.diplodoc*');
}

# A text is brought in to its end where it was begun.
sub check_interrupted_import {
	write_bytes('late.txt', lengthen(read_bytes("$tests/import/city-of-party.txt"), 1000));
	my $pid = start('/dev/null', 'part', 'said', 'import', '-o', 'late.xml', 'late.txt');
	my @workers;
	@workers = children($pid) or select undef, undef, undef, 0.005 while !@workers && kill 0, $pid;
	kill 'INT', $pid;
	waitpid $pid, 0;
	report('an interrupted import', same('exit code', $? >> 8, 130), -s 'late.xml' ? () : 'not written: ' . read_bytes('said'));
	# An end of standard input may never come.
	pipe my $in, my $out or die "pipe: $!\n";
	$pid = start('/dev/fd/' . fileno $in, 'part', 'said', 'import', '-');
	select undef, undef, undef, 0.3;
	kill 'INT', $pid;
	waitpid $pid, 0;
	report('while a text is typed', same('signal', $? & 127, 2));
}

sub check_interrupt {
	for ([INT => 130], [TERM => 143]) {
		my ($signal, $status) = @$_;
		my $pid = start('/dev/null', 'part', 'said', 'validate', '--jsonl', 'many.jsonl', '-j2');
		my @workers;
		for (1 .. 500) {
			@workers = children($pid) and last;
			select undef, undef, undef, 0.005;
		}
		kill $signal, $pid;
		waitpid $pid, 0;
		my $got = $? >> 8;
		my $lines = () = read_bytes('part') =~ /\n/g;
		my $said = read_bytes('said');
		report("SIG$signal", same('exit code', $got, $status), $lines < 20000 ? () : 'all was done',
			$said =~ /interrupted; `\Q$names[1]\E` and.*\n$lines files?: valid/ ? () : "said: $said",
			@workers ? () : 'no workers', map { kill(0, $_) ? "$_ is left" : () } @workers);
	}
}

check_reports();
check_outputs();
check_house();
check_pipeline();
check_pipeline_of_lines();
check_parts();
check_resume();
check_conversation();
check_limits();
check_kill();
check_interrupt();
check_books();
check_history();
check_layouts();
check_lost();
check_interrupted_layout();
check_interrupted_import();
chdir '/';
finish();
