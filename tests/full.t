#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Disks that are full, files that may not grow, too few descriptors, too little
# memory, and streams that nobody reads, for real: the exit code says so, files are
# old or new, and once there is room the run goes on where it was.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Archive;
use Cwd qw(abs_path);
use File::Path qw(make_path);
use File::Temp qw(tempdir);
use Run;
use Tap;
use Whole;

my $folder = tempdir(CLEANUP => 1);
chdir $folder or die "$folder: $!\n";
make_path('in', 'disk', 'want');
make_archive('in', 4, 0);
my @words = ('convert', '--to', 'text,html', '-j1', '--out-dir', 'out', '--manifest', 'manifest', '--journal', 'journal', '../in');
my %old = ('./out/a00001.txt' => "old\n");
my $blocks = 44; # of 4 KiB, on the disk; all outputs take 26

sub same { my ($what, $got, $want) = @_; return $got eq $want ? () : "$what: `$got`, not `$want`" }

# Names of files that are not as they should be.
sub differ {
	my ($got, $want) = @_;
	return map { ($got->{$_} // '') eq ($want->{$_} // "\0") ? () : "$_ is another one" } sort keys %{{%$got, %$want}};
}

# Runs it in a folder with what was there before.
sub run_in {
	my ($where, @words) = @_;
	chdir "$folder/$where" or die "$where: $!\n";
	my %run = run(@words);
	$run{files} = list_files('.');
	chdir $folder;
	return \%run;
}

sub prepare {
	my ($where) = @_;
	system 'rm', '-rf', glob "$where/* $where/.diplodoc*";
	make_path("$where/out");
	write_bytes("$where/$_", $old{$_}) for keys %old;
}

prepare('want');
my $want = run_in('want', @words);

# What a run that was cut short must be like, with the reason that it must give;
# then the same command goes on, without what was in its way.
sub judge {
	my ($where, $got, $status, $reason, $before) = @_;
	my @faults = ($got->{status} =~ /^$status$/ ? () : "exit code $got->{status}", $got->{err} =~ $reason ? () : "said: $got->{err}",
		judge_files($got->{files}, $want->{files}, \%old));
	$before->();
	my $again = run_in($where, @words, '--resume');
	# Its journal has what went wrong, too.
	delete $again->{files}{'./journal'};
	return @faults, differ($again->{files}, {%{$want->{files}}{grep { $_ ne './journal' } keys %{$want->{files}}}});
}

sub check_disk {
	return skip('a full disk', 'needs root and mount')
	    if $> != 0 || system("mount -t tmpfs -o size=${\(4 * $blocks)}k none disk 2>/dev/null") != 0;
	my ($full, @faults) = (0);
	for my $room (2 .. 30) {
		prepare('disk');
		write_bytes('disk/fill', 'x' x (4096 * ($blocks - $room)));
		my $got = run_in('disk', @words);
		delete $got->{files}{'./fill'};
		$full++ if $got->{status} eq '5';
		push @faults, map { "$room blocks: $_" } $got->{status} eq '0' ? () :
		    judge('disk', $got, 5, qr/`[^`]+` cannot be written: No space left on device\./, sub { unlink 'disk/fill' });
	}
	system 'umount', 'disk';
	report('a full disk', $full > 5 ? () : "was full $full times only", @faults);
}

# Runs it as a shell limits it.
sub run_limited {
	my ($limit) = @_;
	prepare('disk');
	return run_in('disk', {before => ['sh', '-c', "$limit && exec \"\$@\"", 'sh']}, @words);
}

# In blocks of 512 bytes; with none standard error could not be written either.
sub check_size {
	my @faults;
	for my $size (1 .. 8, 16, 32) {
		my $got = run_limited("ulimit -f $size");
		push @faults, map { "$size: $_" } judge('disk', $got, 5, qr/`[^`]+` cannot be written: File too large\./, sub { });
	}
	report('files that may not grow', @faults);
}

# What cannot be opened may be an input, or a worker cannot be made; with fewer
# than four not even the libraries can be loaded.
sub check_descriptors {
	my ($few, @faults) = (0);
	for my $count (4 .. 16) {
		my $got = run_limited("ulimit -n $count");
		$few++ if $got->{status} ne '0';
		push @faults, map { "$count: $_" } $got->{status} eq '0' ? differ($got->{files}, $want->{files}) :
		    judge('disk', $got, '[345]', qr/Too many open files|no process can be started/, sub { });
	}
	report('too few descriptors', $few > 2 ? () : "only $few times", @faults);
}

# From what the libraries do not fit into up to what is enough, in KiB.
sub check_space {
	my ($got, $little, @faults) = (undef, 0);
	for (my $size = 32 * 1024; $size < 1 << 20; $size += 1024) {
		$got = run_limited("ulimit -v $size");
		last if $got->{status} eq '0';
		$little++ if $got->{status} eq '4';
		push @faults, map { "$size: $_" } judge('disk', $got, '(?:4|127)', qr/memory|shared (?:object|librar)/, sub { });
	}
	report('too little memory', $little > 1 ? () : "only $little times", differ($got->{files}, $want->{files}), @faults);
}

# Whatever goes to standard output.
sub check_streams {
	write_bytes('lines', join '', map { qq({"id":"$_","path":"in/a0000$_.xml"}\n) } 0 .. 3);
	my %calls = (
		'a report' => ['validate', '--format', 'json', 'in'], 'findings' => ['check', 'in'],
		'answers' => ['convert', '--to', 'html', '--jsonl', 'lines'], 'one output' => ['convert', '--to', 'text', 'in/a00000.xml'],
		'a summary' => ['import', "$FindBin::Bin/import/city-of-party.txt"], 'help' => ['help'], 'the version' => ['version'],
		'what would change' => ['fmt', '--diff', 'in'], 'rules' => ['rules'], 'a page' => ['explain', 'place/other-document']);
	for my $name (sort keys %calls) {
		my %run = run({out => '/dev/full'}, @{$calls{$name}});
		my %all = run(@{$calls{$name}});
		report("nobody reads $name", $all{out} eq '' ? 'nothing is printed' : (), same('exit code', $run{status}, 5),
			$run{err} =~ /^diplodoc: standard output cannot be written: No space left on device\.$/m ? () : "said: $run{err}");
		my $words = join ' ', map { "'$_'" } program(), @{$calls{$name}};
		my $status = `{ sleep 0.1; $words; echo \$? >status; } 2>said | true; cat status`;
		report("a closed pipe for $name", same('exit code', $status, "5\n"),
			read_bytes('said') =~ /^diplodoc: standard output cannot be written: Broken pipe\.$/m ? () : 'said: ' . read_bytes('said'));
	}
}

report('undisturbed', same('exit code', $want->{status}, 0), %{$want->{files}} > 9 ? () : 'little was made');
check_disk();
check_size();
check_descriptors();
check_space();
check_streams();
chdir '/';
finish();
