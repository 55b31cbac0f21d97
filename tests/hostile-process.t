#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Hostile surroundings and large runs: environments that lie, workers that crash or
# stand still, no processes to be had, layers of containment that are missing, a
# parent that is killed; hundreds of documents that fail, in any order; files of
# the house that change meanwhile. Documents are done, or named as not checked, and
# the exit code is never 0 then.
use strict;
use warnings;
use Cwd qw(abs_path);
use FindBin;
use lib "$FindBin::Bin/hostile", "$FindBin::Bin/lib";
use Bounded;
use File::Copy qw(copy);
use File::Path qw(remove_tree);
use File::Temp qw(tempdir);
use IO::Handle;
use IO::Socket::INET;
use JSON::PP ();
use List::Util qw(shuffle);
use POSIX qw(mkfifo);
use Tap;
use Time::HiRes qw(sleep time);
use Watch qw(%ENDINGS can_trace digest_files faults_of_end faults_of_verdict read_report write_file);

my $here = abs_path($FindBin::Bin);
my $program = abs_path($ENV{DIPLODOC} || "$here/../build/diplodoc");
my $bounded = Bounded->new($program);
my $work = abs_path(tempdir(CLEANUP => 1));
chdir $work or die "$work: $!\n";
system($^X, "$here/hostile/make-hostile.pl", 'made') == 0 or die "make-hostile.pl failed\n";
my $good = Bounded::slurp('made/doctype-in-comment.xml');
srand 4711;

sub run { my (@words) = @_; return $bounded->run('/dev/null', @words) }

sub verdicts {
	my (%run) = @_;
	my %documents = eval { read_report($run{out}) };
	return map { $_ => $documents{$_}{verdict} } keys %documents;
}

# --- surroundings ------------------------------------------------------------

# A locale in which i is not the small letter of I, where it can be made.
sub make_locale {
	system("localedef -i tr_TR -f UTF-8 $work/tr_TR.UTF-8 >/dev/null 2>&1");
	return -d 'tr_TR.UTF-8' ? (LOCPATH => $work, LC_ALL => 'tr_TR.UTF-8') : (LC_ALL => 'tr_TR.UTF-8');
}

# Everything that a run gives: its outputs and what it says.
sub give {
	my (%surroundings) = @_;
	remove_tree('out');
	my @bare = ('/dev/null', '-i', ($ENV{ASAN_OPTIONS} ? "ASAN_OPTIONS=$ENV{ASAN_OPTIONS}" : ()),
		(map { "$_=$surroundings{$_}" } keys %surroundings), $program);
	my %convert = $bounded->run_other('env', @bare, 'convert', '--to', join(',', sort keys %ENDINGS), '--out-dir', 'out', 'in');
	my %check = $bounded->run_other('env', @bare, 'check', '--format', 'json', '--today', '2026-01-01', 'in', 'bad');
	my $files = digest_files('out');
	return join "\n", $convert{status}, $convert{err}, $check{status}, $check{out}, map { "$_ $files->{$_}" } sort keys %$files;
}

sub check_surroundings {
	my $service = IO::Socket::INET->new(LocalAddr => '127.0.0.1', Listen => 8) or die "no service on the loopback: $@\n";
	my $address = 'http://127.0.0.1:' . $service->sockport . '/';
	write_file('catalog', '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog"><nextCatalog catalog="catalog"/>' .
		"<rewriteSystem systemIdStartString='' rewritePrefix='$address'/><nextCatalog catalog='${address}c'/></catalog>");
	mkfifo('bait', 0600) or die "bait: $!\n";
	my $bait = "$work/bait";
	my %all = (
		'catalogues' => {map { $_ => "file://$work/catalog $address file://$bait" } 'XML_CATALOG_FILES', 'SGML_CATALOG_FILES'},
		'debugging' => {XMLLINT_INDENT => 'XXXX', XML_DEBUG_CATALOG => '1', XMLLINT_VERSION => '1', MALLOC_PERTURB_ => '165', MALLOC_CHECK_ => '3'},
		'a language' => {make_locale()},
		'no language' => {LC_ALL => "../../../$bait", LANG => 'x' x 5000, NLSPATH => $bait, LOCPATH => $bait, LC_CTYPE => "\xFF"},
		'no folders' => {TMPDIR => '/none', TMP => $bait, HOME => $bait, XDG_CONFIG_HOME => $bait, PWD => '/none', PATH => '/none'},
		'other data' => {ICU_DATA => $bait, DICPATH => $bait, TZDIR => $work, GCONV_PATH => $work, TEXTDOMAINDIR => $bait},
		'a clock' => {TZ => ':/etc/passwd', SOURCE_DATE_EPOCH => '1'},
		'a zone' => {TZ => 'Pacific/Kiritimati'},
		'a broken zone' => {TZ => '../../../../etc/passwd'},
		'a network' => {http_proxy => $address, HTTPS_PROXY => $address, ALL_PROXY => $address},
		'a terminal' => {TERM => "\e[31m", COLUMNS => '1', LINES => '-1', POSIXLY_CORRECT => '1'},
	);
	my $plain = give();
	report('plain surroundings give outputs', $plain =~ /\A0\n/ && $plain =~ /"verdict": "fail"/ ? () : substr $plain, 0, 500);
	for my $name (sort keys %all) {
		# Newer libxml2 speaks of its catalogues, as it is asked to.
		my $given = give(%{$all{$name}}) =~ s/^(?:Disabling catalog usage|Catalogs cleanup)\n//mgr;
		report("surroundings: $name", $given eq $plain ? () : 'something else comes out');
	}
	$service->timeout(0.1);
	report('no service was asked', $service->accept ? 'it was' : ());
}

# --- workers -----------------------------------------------------------------

sub check_crashes {
	return skip('workers that crash', 'strace is not installed (Debian: strace)') unless can_trace();
	return if $bounded->{slow};
	for my $signal (qw(SEGV ABRT BUS SYS KILL)) {
		my $before = digest_files('out');
		my %run = $bounded->run_other('strace', '/dev/null', '-f', '-qq', '-o', '/dev/null', '-e', "inject=setitimer:signal=$signal",
			$program, 'convert', '--to', 'text', '--out-dir', 'out', 'in', 'bad');
		my $after = digest_files('out');
		my $said = () = $run{err} =~ /^diplodoc: \S+: It was not checked: the process at work on it/mg;
		report("every worker ends by SIG$signal", faults_of_end(%run), faults_of_verdict(4, %run), "@{[%$before]}" && keys %$before == keys %$after ? () : 'outputs change',
			$said >= 2 ? () : "said: $run{err}");
	}
}

sub check_missing {
	return skip('what the system does not give', 'strace is not installed (Debian: strace)') unless can_trace();
	return if $bounded->{slow};
	for my $case (['processes', 'clone,clone3,fork,vfork:error=EAGAIN', 4, qr/no process can be started/],
		['connections', 'socketpair:error=EMFILE', 4, qr/no process can be started/],
		['landlock', 'landlock_create_ruleset:error=ENOSYS', 0, qr/\A\z/],
		['new privileges', 'prctl:error=EINVAL', 0, qr/\A\z/],
		['timers', 'setitimer:error=EINVAL', 4, qr/not checked/],
		['limits', 'prlimit64,setrlimit:error=EPERM', 4, qr/not checked/]) {
		my ($name, $fault, $status, $words) = @$case;
		my @strace = ('/dev/null', '-f', '-qq', '-o', '/dev/null', '-e', "inject=$fault", $program);
		my %run = $bounded->run_other('strace', @strace, 'validate', '--quiet', 'in/a1.xml');
		my %strict = $bounded->run_other('strace', @strace, 'validate', '--require-sandbox', 'in/a1.xml');
		report("a system without $name", faults_of_end(%run), faults_of_verdict($status, %run), $run{err} =~ $words ? () : "said: $run{err}");
		report("a system without $name, where all is required", faults_of_end(%strict), faults_of_verdict(4, %strict), $strict{out} eq '' ? () : "said: $strict{out}");
	}
}

sub children { my ($pid) = @_; open my $in, '<', "/proc/$pid/task/$pid/children" or return (); return split ' ', readline($in) // '' }

sub start {
	my ($out, @words) = @_;
	my $pid = fork // die "fork: $!\n";
	return $pid if $pid;
	open STDIN, '<', '/dev/null';
	open STDOUT, '>', $out;
	open STDERR, '>', "$out.err";
	exec $program, @words;
}

sub wait_for_children {
	my ($pid, $count) = @_;
	for (1 .. 400) {
		my @workers = children($pid);
		return @workers if @workers >= $count;
		sleep 0.005;
	}
	return ();
}

# A worker that is stopped is noticed by the clock; the document at work in it, if
# there is one just then, is not checked, and all others are done. The wait of some
# 15 seconds goes on beside the other tests.
sub begin_stopped {
	my $pid = start('stopped', 'validate', '--jsonl', 'lines', '-j2');
	my ($worker) = wait_for_children($pid, 2);
	return ($pid, $worker ? kill('STOP', $worker) : 0);
}

sub end_stopped {
	my ($pid, $stopped) = @_;
	my $start = time;
	my $got = 0;
	while (($got = waitpid $pid, POSIX::WNOHANG()) == 0 && time - $start < 90) { sleep 0.1 }
	my $status = $got ? $? : -1;
	kill 'KILL', $pid if !$got;
	my ($pass, $late) = map { my $count = () = Bounded::slurp('stopped') =~ /$_/g; $count }
	    qr/"verdict":"pass"/, qr/It was not checked: it takes more time/;
	report('a worker that stands still', $stopped ? () : 'none was stopped', $pass + $late == 20_000 && $late <= 1 ? () : "$pass and $late",
		$status == ($late ? 4 << 8 : 0) ? () : "ended with $status");
}

sub check_orphans {
	my $pid = start('killed', 'validate', '--jsonl', 'lines', '-j2');
	my @workers = wait_for_children($pid, 2);
	kill 'KILL', $pid;
	waitpid $pid, 0;
	my @left;
	for (1 .. 100) {
		@left = grep { -e "/proc/$_" && Bounded::slurp("/proc/$_/stat") !~ /^\d+ \(.*\) Z/ } @workers or last;
		sleep 0.05;
	}
	report('workers of a parent that is killed end', @workers == 2 ? () : 'no workers', map { "$_ is left" } @left);
}

# --- many --------------------------------------------------------------------

sub check_many {
	for my $count (255, 256, 512) {
		remove_tree('many');
		mkdir 'many';
		write_file("many/$_.xml", '<a>') for 1 .. $count;
		my %run = run('validate', '-j2', 'many');
		report("$count documents that fail", faults_of_end(%run), faults_of_verdict(1, %run), $run{err} =~ /^$count errors in $count of $count files\.$/m ? () : "said: $run{err}");
		symlink 'nowhere', "many/gone$_.xml" for 1 .. $count;
		%run = run('validate', '-j2', 'many');
		report("and $count that cannot be read", faults_of_end(%run), faults_of_verdict(3, %run), $run{err} =~ /$count not read\.$/m ? () : 'they are not counted');
	}
}

# One hostile among a hundred: all are in the report, once, with the right verdict.
sub check_mixed {
	remove_tree('many');
	mkdir 'many';
	my @hostile = map { "made/$_.xml" } qw(depth-100000 doctype-laughs empty utf-32-be name-50100 elements-1000000);
	my %wanted;
	for my $i (1 .. 600) {
		my $bad = $i % 100 == 7;
		my $path = "many/$i.xml";
		copy($bad ? $hostile[$i / 100] : 'in/a1.xml', $path) or die "$path: $!\n";
		$wanted{$path} = $bad ? 'fail' : 'pass';
	}
	my %first;
	for my $case (['in order', '-j1', sort keys %wanted], ['two at a time, in another order', '-j2', shuffle(sort keys %wanted)],
		['three at a time, backwards', '-j3', reverse sort keys %wanted]) {
		my ($name, $jobs, @paths) = @$case;
		write_file('list', join '', map { "$_\0" } @paths);
		my %run = run('validate', $jobs, '--format', 'json', '--files0-from', 'list');
		my %got = verdicts(%run);
		my $report = eval { JSON::PP->new->decode($run{out}) };
		my @order = map { $_->{file} } @{$report->{documents}};
		report("600 documents, one of a hundred hostile: $name", faults_of_end(%run), faults_of_verdict(1, %run),
			"@order" eq "@paths" ? () : 'another order', (grep { ($got{$_} // '') ne $wanted{$_} } keys %wanted),
			$report->{counts}{pass} == 594 && $report->{counts}{fail} == 6 ? () : 'counts are wrong');
		my %own = map { $_->{file} => JSON::PP->new->canonical->encode($_) } @{$report->{documents}};
		%first = %own if !%first;
		push @{$own{faults}}, grep { $first{$_} ne $own{$_} } keys %first;
		report("findings do not hang on the order: $name", @{$own{faults}});
	}
}

# What a run reads once, it does not read again.
sub check_edited {
	write_file('own.xsl', '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:diplodoc:layout:1">' .
		'<xsl:template match="/"><document><block>first</block></document></xsl:template></xsl:stylesheet>');
	mkfifo('feed', 0600) or die "feed: $!\n";
	my $pid = start('fed', 'convert', '--to', 'text', '--xslt', 'own.xsl', '-j2', '--jsonl', 'feed');
	open my $feed, '>', 'feed' or die "feed: $!\n";
	$feed->autoflush(1);
	for my $i (1 .. 40) {
		print $feed qq({"id":"$i","path":"in/a1.xml"}\n);
		sleep 0.3 if $i == 20;
		write_file('own.xsl', '<a>') if $i == 20;
	}
	close $feed;
	waitpid $pid, 0;
	my @texts = map { JSON::PP->new->decode($_)->{outputs}[0]{text} // '' } split /\n/, Bounded::slurp('fed');
	report('a stylesheet that changes meanwhile is read once', $? ? "ended with $?" : (), @texts == 40 ? () : 'answers: ' . @texts,
		(grep { $_ ne "first\n" } @texts) ? 'outputs differ' : ());
}

mkdir $_ for 'in', 'bad';
write_file("in/a$_.xml", $good) for 1 .. 3;
write_file('bad/b.xml', $good =~ s/act="agree"/act="none"/r);
write_file('lines', qq({"id":"a","path":"in/a1.xml"}\n) x 20_000);
# A sanitizer gives a document more time than anybody waits.
my @stopped = $bounded->{slow} ? () : begin_stopped();
check_surroundings();
check_crashes();
check_missing();
check_many();
check_mixed();
check_edited();
end_stopped(@stopped) if @stopped;
check_orphans();
chdir '/';
finish();
