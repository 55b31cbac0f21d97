#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# The recipes in contrib/, for real, on this machine: GNU parallel over ssh and
# Slurm, whose workers are killed at random. What they print must be what one
# process prints. All that is started here is ended here, by its number;
# services listen on 127.0.0.1 alone.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib", $FindBin::Bin;
use Archive;
use Cluster;
use Cwd qw(abs_path);
use File::Basename qw(dirname);
use File::Temp qw(tempdir);
use POSIX ();
use Run;
use Tap;
use Time::HiRes qw(sleep);

my $contrib = abs_path("$FindBin::Bin/../../contrib");
$ENV{DIPLODOC} = abs_path($ENV{DIPLODOC} || "$FindBin::Bin/../../build/diplodoc");
my $parts = $ENV{PARTS} // 6;
my $folder = tempdir('diplodoc-scale-XXXXXX', TMPDIR => 1, CLEANUP => 1);
chmod 0755, $folder;
chdir $folder or die "$folder: $!\n";
mkdir $_ for 'in', 'bin';
symlink program(), 'bin/diplodoc' or die "symlink: $!\n";
$ENV{PATH} = "$folder/bin:$ENV{PATH}";
make_archive("$folder/in", $ENV{DOCUMENTS} // 1500, 60);
# What is not valid, beside what is doubtful.
write_bytes("$folder/in/b$_.xml", read_bytes("$folder/in/a0000$_.xml") =~ s/<body>/<bdoy>/r) for 1 .. 3;
my $today = `date +%F` =~ s/\n//r;
my %want = run('check', '--today', $today, "$folder/in");

# Kills workers of ours, which are known by the folder of their journals, at
# random until it is ended. Says each in the file `killed`.
sub start_killer {
	my ($journals) = @_;
	my $pid = fork // die "fork: $!\n";
	return $pid if $pid;
	for (my $left = 4 * $parts; $left > 0 && getppid() != 1;) {
		sleep rand 0.6;
		my @found = find_workers($journals);
		next unless @found;
		kill 'KILL', $found[rand @found];
		system "echo >>killed";
		$left--;
	}
	POSIX::_exit(0);
}

sub find_workers {
	my ($journals) = @_;
	return grep {
		my @words = split /\0/, read_bytes("/proc/$_/cmdline") // '';
		@words > 2 && $words[0] eq 'diplodoc' && $words[1] eq 'check' && grep { index($_, "$journals/") == 0 } @words;
	} map { m{(\d+)$} } glob '/proc/[0-9]*';
}

# One recipe, with workers that are killed.
sub check_recipe {
	my ($name, $journals, @words) = @_;
	unlink 'killed';
	my $killer = start_killer($journals);
	my $status = system "'@{[join q(' '), @words]}' >got.out 2>got.err" =~ s/^''/'/r;
	kill 'KILL', $killer;
	waitpid $killer, 0;
	my $killed = length(read_bytes('killed') // '');
	my @faults;
	push @faults, 'no worker was killed' unless $killed;
	push @faults, "exit code @{[$status >> 8]}, not $want{status}" if $status >> 8 != $want{status};
	push @faults, 'another report' if read_bytes('got.out') ne $want{out};
	push @faults, 'something else is said: ' . read_bytes('got.err') if read_bytes('got.err') !~ /\Q$want{err}\E\z/;
	report("$name: $parts parts, $killed workers killed", @faults);
}

sub check_parallel {
	my $why = Cluster::lacks('sshd', 'ssh-keygen', 'parallel');
	return skip('GNU parallel over ssh', $why) if $why;
	my $hosts = Cluster::start_ssh($folder);
	return report('sshd starts', $hosts->{fault}) if $hosts->{fault};
	check_recipe('GNU parallel over ssh', "$folder/j1", "$contrib/parallel/check", $hosts->{file}, $parts,
		"$folder/j1", "$folder/in");
}

sub check_slurm {
	my $why = Cluster::lacks('munged', 'slurmctld', 'slurmd', 'sbatch');
	return skip('Slurm', $why) if $why;
	my $fault = Cluster::start_slurm($folder);
	return report('Slurm starts', $fault) if $fault;
	check_recipe('Slurm', "$folder/j2", "$contrib/slurm/check", $parts, "$folder/j2", "$folder/in");
}

report('one process has findings', $want{status} == 1 ? () : "exit code $want{status}");
check_parallel();
check_slurm();
Cluster::stop();
chdir '/';
finish();
