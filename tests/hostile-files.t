#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# A hostile file system: names nobody should give, links to nothing, files that
# grow, go or come meanwhile, folders that cannot be read or written, disks that
# are full or read-only, few descriptors. What can be done is done, the rest is
# named with the documented exit code, and old outputs stay. Whatever needs root
# (another user, a disk of its own) is skipped without.
use strict;
use warnings;
use Cwd qw(abs_path);
use FindBin;
use lib "$FindBin::Bin/hostile", "$FindBin::Bin/lib";
use Bounded;
use File::Copy qw(copy);
use File::Path qw(make_path remove_tree);
use File::Temp qw(tempdir);
use POSIX qw(mkfifo);
use Tap;
use Time::HiRes ();
use Watch qw(digest_files faults_of_end faults_of_files faults_of_output faults_of_verdict write_file);

my $here = abs_path($FindBin::Bin);
my $program = abs_path($ENV{DIPLODOC} || "$here/../build/diplodoc");
my $bounded = Bounded->new($program);
my $work = abs_path(tempdir(CLEANUP => 1));
chdir $work or die "$work: $!\n";
chmod 0755, $work;
system($^X, "$here/hostile/make-hostile.pl", 'made') == 0 or die "make-hostile.pl failed\n";
my $good = Bounded::slurp('made/doctype-in-comment.xml');
my ($nobody, $root) = (65534, $> == 0);
my @mounts;

# Whatever ends the test, nothing stays mounted.
END { system 'umount', '-l', $_ for reverse @mounts; chdir '/' }

sub folder { my ($name, @files) = @_; remove_tree($name); make_path($name); write_file("$name/$_", $good) for @files; return $name }

sub run { my (@words) = @_; return $bounded->run('/dev/null', @words) }

# Runs it as somebody who owns nothing.
sub run_as_nobody {
	my (@words) = @_;
	if (!-e 'program') {
		copy($program, 'program') or die "program: $!\n";
		chmod 0755, 'program';
	}
	return $bounded->run_other('setpriv', '/dev/null', "--reuid=$nobody", "--regid=$nobody", '--clear-groups', "$work/program", @words);
}

# The exit code, words on standard error, and files but those named as they were.
sub faults {
	my ($status, $words, $before, $may, %run) = @_;
	my %may = map { $_ => 1 } @$may;
	return (faults_of_end(%run), faults_of_verdict($status, %run), $run{err} =~ $words ? () : "said: $run{err}",
		faults_of_files($before, digest_files(glob 'f-*'), %may));
}

# --- names -------------------------------------------------------------------

sub check_names {
	my @names = ('-x', '--help', 'CON', 'nul', 'a.', ' b', "c\nd", 'e*?', '~', '$(f)', "\xFF", "g\\h", 'x' x 251);
	folder('f-names', map { "$_.xml" } @names);
	my $before = digest_files(glob 'f-*');
	my %run = run('convert', '--to', 'text', '--out-dir', 'f-out', 'f-names');
	my @may = ('f-out', map { "f-out/$_.txt" } @names);
	report('strange names of inputs are those of outputs', faults(0, qr/\A\z/, $before, \@may, %run), map { -s "f-out/$_.txt" ? () : "no $_" } @names);
	$before = digest_files(glob 'f-*');
	%run = run('convert', '--to', 'html-fragment', '--out-dir', 'f-out', 'f-names');
	@may = map { "f-out/$_.fragment.html" } @names;
	report('a name that is too long is named, the rest is done', faults(5, qr/File name too long/, $before, \@may, %run),
		map { -s "f-out/$_.fragment.html" || length > 200 ? () : "no $_" } @names);
	%run = run('convert', '--to', 'text', '-o', "f-out/\n" . '../' x 50 . 'none/x', 'f-names/CON.xml');
	report('an output in no folder', faults_of_verdict(5, %run), $run{err} =~ /\Adiplodoc: [^\n]*\n\z/ ? () : "said: $run{err}");
}

# --- what is no file, or no more ---------------------------------------------

sub check_inputs {
	folder('f-odd', 'a.xml', 'z.xml');
	symlink 'nowhere', 'f-odd/gone.xml';
	symlink 'itself.xml', 'f-odd/itself.xml';
	symlink '.', 'f-odd/circle';
	symlink '.', 'f-odd/circle.xml';
	symlink '/dev/zero', 'f-odd/endless.xml';
	mkfifo('f-odd/pipe.xml', 0600);
	mkdir 'f-odd/folder.xml';
	for my $verb (['validate'], ['check'], ['convert', '--to', 'text', '--out-dir', 'f-odd-out'], ['fmt', '--check']) {
		my $before = digest_files(glob 'f-*');
		my %run = run(@$verb, 'f-odd');
		my @named = $run{err} =~ m{^diplodoc: `f-odd/(\w+)\.xml`}mg;
		report("$verb->[0]: what cannot be read is named once, in order", faults(3, qr/./, $before, ['f-odd-out', map { "f-odd-out/$_.txt" } 'a', 'z'], %run),
			"@named" eq 'endless gone itself pipe' ? () : "named: @named");
	}
}

# Feeds names one by one, and does something before the last.
sub run_with_list {
	my ($between, @names) = @_;
	unlink 'list';
	mkfifo('list', 0600) or die "list: $!\n";
	my $last = pop @names;
	my $child = fork // die "fork: $!\n";
	if (!$child) {
		open my $list, '>', 'list' or POSIX::_exit(1);
		syswrite $list, join '', map { "$_\0" } @names;
		Time::HiRes::sleep(0.3);
		$between->();
		syswrite $list, "$last\0";
		POSIX::_exit(0);
	}
	my %run = run('validate', '-j2', '--files0-from', 'list');
	waitpid $child, 0;
	return %run;
}

sub check_meanwhile {
	folder('f-moving', 'a.xml', 'b.xml', 'c.xml');
	my %run = run_with_list(sub { unlink 'f-moving/c.xml' }, map { "f-moving/$_.xml" } 'a', 'b', 'c');
	report('a file that goes meanwhile', faults_of_end(%run), faults_of_verdict(3, %run), $run{err} =~ /c\.xml.*2 files: valid/s ? () : "said: $run{err}");
	%run = run_with_list(sub { write_file('f-moving/b.xml', '<a>') }, map { "f-moving/$_.xml" } 'a', 'b');
	report('a file that changes meanwhile is old or new', faults_of_end(%run), $run{status} =~ /^[01]$/ ? () : "exit code $run{status}");
	my $child = fork // die "fork: $!\n";
	if (!$child) {
		while (getppid() != 1) {
			write_file('f-moving/a.xml', $good);
			open my $out, '>>', 'f-moving/a.xml' or last;
			syswrite $out, "<!-- more -->\n" for 1 .. 2000;
		}
		POSIX::_exit(0);
	}
	my @faults;
	for (1 .. 15) {
		%run = run('validate', 'f-moving/a.xml');
		push @faults, faults_of_end(%run), $run{status} =~ /^[013]$/ ? () : "exit code $run{status}: $run{err}";
	}
	kill 'KILL', $child;
	waitpid $child, 0;
	report('a file that grows is read as it was some time, or refused', @faults);
}

# --- outputs that cannot be written ------------------------------------------

sub check_targets {
	folder('f-in', 'a.xml', 'b.xml');
	folder('f-block', ());
	mkdir 'f-block/a.txt';
	my $before = digest_files(glob 'f-*');
	my %run = run('convert', '--to', 'text', '--out-dir', 'f-block', 'f-in');
	report('a folder where an output should be', faults(5, qr/`f-block\/a\.txt`/, $before, ['f-block/b.txt'], %run), -s 'f-block/b.txt' ? () : 'b is missing');
	write_file('f-plain', '');
	$before = digest_files(glob 'f-*');
	%run = run('convert', '--to', 'text', '--out-dir', 'f-plain/x', 'f-in');
	report('a file where a folder should be', faults(5, qr/f-plain/, $before, [], %run));
	%run = run('fmt', 'f-in/none.xml', 'f-in/a.xml');
	report('fmt: what is missing keeps nothing else', faults_of_verdict(3, %run));
}

# The mode of a file is its old one, else what the user wants of new ones.
sub check_modes {
	folder('f-in', 'a.xml');
	my @faults;
	for my $case ([022, undef, 0644], [077, undef, 0600], [077, 0664, 0664], [022, 0400, 0400]) {
		my ($mask, $old, $wanted) = @$case;
		remove_tree('f-mode');
		mkdir 'f-mode';
		if (defined $old) {
			write_file('f-mode/a.txt', "old\n");
			chmod $old, 'f-mode/a.txt';
		}
		my $was = umask $mask;
		run('convert', '--to', 'text', '--out-dir', 'f-mode', 'f-in');
		umask $was;
		my $mode = (stat 'f-mode/a.txt')[2] & 07777;
		push @faults, sprintf 'mode %04o, not %04o', $mode, $wanted if $mode != $wanted;
	}
	report('modes of outputs', @faults);
}

# A sanitizer needs more of all.
sub check_limits {
	return if $bounded->{slow};
	folder('f-in', map { "a$_.xml" } 1 .. 20);
	for my $case (['8 descriptors', 'ulimit -n 8'], ['files of 512 bytes', 'ulimit -f 1'], ['a stack of 512 KiB', 'ulimit -s 512']) {
		my ($name, $limit) = @$case;
		remove_tree('f-few');
		my $before = digest_files(glob 'f-*');
		my %run = $bounded->run_other('sh', '/dev/null', '-c', "$limit; exec \"\$0\" \"\$@\"", $program, 'convert', '--to', 'html', '--out-dir', 'f-few', 'f-in');
		my @may = ('f-few', map { "f-few/a$_.html" } 1 .. 20);
		my @made = grep { -e } @may[1 .. $#may];
		report($name, faults($run{status}, qr//, $before, \@may, %run),
			$run{status} == 0 ? @made == 20 ? () : 'an output is missing' : $run{status} =~ /^[345]$/ && $run{err} ? () : "exit code $run{status}: $run{err}",
			map { (stat $_)[7] > 1024 ? () : "$_ is cut" } @made);
	}
	my $deep = folder('f-deep') . '/deep.xml';
	write_file($deep, $good =~ s{<body>.*</body>}{'<body>' . '<item>' x 197 . '<statement speaker="p q" act="agree">They agreed.</statement>' . '</item>' x 197 . '</body>'}esr);
	my %run = $bounded->run_other('sh', '/dev/null', '-c', 'ulimit -s 512; exec "$0" "$@"', $program, 'convert', '--to', 'html,text,json,markdown', '--out-dir', 'f-few', $deep);
	report('a small stack is enough for the deepest document', faults_of_end(%run), faults_of_verdict(0, %run));
}

# Two runs into one folder: each output is whole.
sub check_two_runs {
	folder('f-in', map { "a$_.xml" } 1 .. 30);
	my @words = ('convert', '--to', 'html,text', '--out-dir', 'f-both', 'f-in');
	my @pids = map { my $pid = fork // die; if (!$pid) { open STDERR, '>', '/dev/null'; exec $program, @words } $pid } 1 .. 3;
	my @faults = map { waitpid $_, 0; $? ? "ended with $?" : () } @pids;
	my %sizes;
	$sizes{s/.*\.//r . ' ' . -s}++ for glob 'f-both/*';
	report('three runs into one folder', @faults, (map { "left: $_" } glob 'f-both/.d*'), keys %sizes == 2 ? () : 'outputs are mixed: ' . join ', ', %sizes);
}

# --- what needs root ---------------------------------------------------------

sub check_as_nobody {
	my $name = 'folders and files of others';
	return skip($name, 'this needs root') unless $root;
	return skip($name, 'setpriv is not installed (Debian: util-linux)') unless grep { -x "$_/setpriv" } split /:/, $ENV{PATH};
	folder('f-own', 'a.xml', 'secret.xml');
	make_path('f-own/closed', 'f-kept', 'f-shut');
	write_file('f-own/closed/c.xml', $good);
	chmod 0000, 'f-own/secret.xml', 'f-own/closed';
	chmod 0777, 'f-kept';
	write_file('f-shut/a.txt', "old\n");
	my $before = digest_files(glob 'f-*');
	my %run = run_as_nobody('validate', 'f-own');
	report('what may not be read is named', faults(3, qr/`f-own\/closed`.*`f-own\/secret\.xml`/s, $before, [], %run));
	%run = run_as_nobody('convert', '--to', 'text', '--out-dir', 'f-kept', 'f-own/a.xml');
	report('what may be written is written', faults(0, qr/\A\z/, $before, ['f-kept/a.txt'], %run));
	%run = run_as_nobody('convert', '--to', 'text', '--out-dir', 'f-shut', 'f-own/a.xml');
	report('what may not be written stays', faults(5, qr/f-shut/, $before, ['f-kept/a.txt'], %run));
	%run = run_as_nobody('fmt', 'f-own/a.xml');
	report('fmt: what may not be written stays', faults(5, qr/f-own\/a\.xml/, $before, ['f-kept/a.txt'], %run));
	chmod 0755, 'f-own/closed';
}

sub check_immutable {
	folder('f-in', 'a.xml', 'b.xml');
	folder('f-fixed', ());
	write_file('f-fixed/a.txt', "old\n");
	my $name = 'an output that is immutable';
	return skip($name, 'this needs root, and chattr on this file system')
	    if !$root || system('chattr +i f-fixed/a.txt 2>/dev/null') != 0;
	my $before = digest_files(glob 'f-*');
	my %run = run('convert', '--to', 'text', '--out-dir', 'f-fixed', 'f-in');
	report($name, faults(5, qr/f-fixed\/a\.txt/, $before, ['f-fixed/b.txt'], %run), -s 'f-fixed/b.txt' ? () : 'b is missing');
	system('chattr -i f-fixed/a.txt');
}

sub mount_small {
	my ($name) = @_;
	return 0 unless $root && system("mount -t tmpfs -o size=64k,mode=755 none $work/$name 2>/dev/null") == 0;
	push @mounts, "$work/$name";
	return 1;
}

sub check_disks {
	folder('f-in', map { "a$_.xml" } 1 .. 12);
	mkdir 'f-disk';
	return skip('disks that are full or read-only', 'this needs root, and tmpfs') unless mount_small('f-disk');
	write_file("f-disk/a$_.html", "old\n") for 1 .. 12;
	my %run = run('convert', '--to', 'html', '--out-dir', 'f-disk', 'f-in');
	my %sizes = map { -s $_ => 1 } glob 'f-disk/*.html';
	my ($old, @new) = sort { $a <=> $b } keys %sizes;
	report('a disk that is full: each output is old or new', faults_of_end(%run), faults_of_verdict(5, %run), $old == 4 && @new <= 1 ? () : "sizes: $old @new",
		$run{err} =~ /No space left/ ? () : "said: $run{err}", map { "left: $_" } glob 'f-disk/.d*');
	system("mount -o remount,ro $work/f-disk") == 0 or return skip('a disk that is read-only', 'it cannot be mounted so');
	my $before = digest_files('f-disk');
	%run = run('convert', '--to', 'html', '--out-dir', 'f-disk', 'f-in');
	report('a disk that is read-only', faults_of_end(%run), faults_of_verdict(5, %run), $run{err} =~ /Read-only/ ? () : "said: $run{err}",
		faults_of_files($before, digest_files('f-disk')));
}

check_names();
check_inputs();
check_meanwhile();
check_targets();
check_modes();
check_limits();
check_two_runs();
check_as_nobody();
check_immutable();
check_disks();
chdir '/';
finish();
