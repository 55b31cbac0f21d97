# SPDX-License-Identifier: MIT
# A cluster of one machine, for a test: sshd, munge and Slurm with keys, sockets
# and ports of their own.
package Cluster;
use strict;
use warnings;
use IO::Socket::INET;
use Time::HiRes qw(sleep);

my $owner = $$;
my @started; # numbers of processes, the first one first
my @made;    # folders that were not there

sub write_file {
	my ($file, $text, $mode) = @_;
	open my $out, '>', $file or die "$file: $!\n";
	print $out $text;
	close $out or die "$file: $!\n";
	chmod $mode, $file if defined $mode;
}

sub find_command {
	my ($command) = @_;
	return (grep { -x } map { "$_/$command" } split(/:/, $ENV{PATH}), '/usr/sbin', '/sbin')[0];
}

# What is missing, in words; '' where nothing is.
sub lacks {
	for my $command (@_) { return "$command is not installed" unless find_command($command) }
	return $> == 0 ? '' : 'needs root';
}

# A port that nobody listens on.
sub find_port {
	my $socket = IO::Socket::INET->new(LocalAddr => '127.0.0.1', LocalPort => 0, Listen => 1) or die "socket: $!\n";
	return $socket->sockport;
}

# Starts a service that stays in the foreground; `user` may be undef.
sub start {
	my ($log, $user, @words) = @_;
	my $pid = fork // die "fork: $!\n";
	if (!$pid) {
		open STDIN, '<', '/dev/null';
		open STDOUT, '>', $log or die "$log: $!\n";
		open STDERR, '>&', \*STDOUT;
		unshift @words, 'setpriv', "--reuid=$user", "--regid=$user", '--init-groups' if defined $user;
		exec @words or die "$words[0]: $!\n";
	}
	push @started, $pid;
	return $pid;
}

# Asks until the answer is true, for a while.
sub wait_for {
	my ($ask, $seconds) = @_;
	for (1 .. 10 * $seconds) {
		return 1 if $ask->();
		sleep 0.1;
	}
	return 0;
}

sub is_open {
	my ($port) = @_;
	return defined IO::Socket::INET->new(PeerAddr => '127.0.0.1', PeerPort => $port, Timeout => 1);
}

# Two hosts that are this one. Returns {file => hosts for parallel}, or a fault.
sub start_ssh {
	my ($folder) = @_;
	my ($dir, $port) = ("$folder/ssh", find_port());
	mkdir $dir, 0700;
	if (!-d '/run/sshd') {
		mkdir '/run/sshd', 0755;
		push @made, '/run/sshd';
	}
	system('ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', "$dir/$_") == 0 or return {fault => 'no key'} for 'host', 'user';
	rename "$dir/user.pub", "$dir/authorized";
	write_file("$dir/sshd_config", <<"END", 0600);
Port $port
ListenAddress 127.0.0.1
HostKey $dir/host
AuthorizedKeysFile $dir/authorized
PidFile none
StrictModes no
UsePAM no
PermitRootLogin prohibit-password
PasswordAuthentication no
KbdInteractiveAuthentication no
MaxStartups 100
SetEnv PATH=$ENV{PATH}
END
	write_file("$dir/config", join '', map { <<"END" } 1, 2);
Host node$_
HostName 127.0.0.1
Port $port
IdentityFile $dir/user
IdentitiesOnly yes
StrictHostKeyChecking no
UserKnownHostsFile $dir/known
LogLevel ERROR
END
	write_file("$dir/hosts", join '', map { "1/ssh -F $dir/config node$_\n" } 1, 2);
	start("$dir/log", undef, find_command('sshd'), '-D', '-e', '-f', "$dir/sshd_config");
	return {fault => `cat $dir/log`} unless wait_for(sub { is_open($port) }, 10);
	return {file => "$dir/hosts"};
}

sub write_slurm_config {
	my ($dir, $socket) = @_;
	my ($host, $control, $node) = (`hostname -s` =~ s/\n//r, find_port(), find_port());
	my $cpus = `nproc` =~ s/\n//r;
	write_file("$dir/slurm.conf", <<"END", 0644);
ClusterName=scale
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$control
SlurmdPort=$node
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$socket
CredType=cred/munge
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=1,bf_interval=1
MpiDefault=none
ReturnToService=2
StateSaveLocation=$dir/state
SlurmdSpoolDir=$dir/spool
SlurmctldPidFile=$dir/slurmctld.pid
SlurmdPidFile=$dir/slurmd.pid
NodeName=$host NodeAddr=127.0.0.1 CPUs=$cpus State=UNKNOWN
PartitionName=all Nodes=$host Default=YES MaxTime=INFINITE State=UP
END
	return $host;
}

# The fault, or '' where jobs can be given.
sub start_slurm {
	my ($folder) = @_;
	my ($dir, $munge) = ("$folder/slurm", "$folder/munge");
	mkdir $_, 0755 for $dir, "$dir/state", "$dir/spool", $munge;
	system 'chown', 'munge:munge', $munge;
	my $socket = "$munge/socket";
	start("$dir/munged.log", 'munge', 'sh', '-c', "umask 077; head -c 1024 /dev/urandom >$munge/key; umask 022; exec munged --foreground " .
		"--key-file=$munge/key --socket=$socket --pid-file=$munge/pid --log-file=$munge/log --seed-file=$munge/seed");
	return 'munged: ' . `cat $dir/munged.log $munge/log 2>&1` unless wait_for(sub { -S $socket }, 10);
	my $host = write_slurm_config($dir, $socket);
	$ENV{SLURM_CONF} = "$dir/slurm.conf";
	start("$dir/slurmctld.log", undef, find_command('slurmctld'), '-D', '-f', "$dir/slurm.conf");
	start("$dir/slurmd.log", undef, find_command('slurmd'), '-D', '-N', $host, '-f', "$dir/slurm.conf");
	return '' if wait_for(sub { `sinfo -h -o %t 2>/dev/null` =~ /^idle$/m }, 40);
	return `sinfo 2>&1; tail -n 20 $dir/slurmctld.log $dir/slurmd.log`;
}

# Ends all that was started, the last one first.
sub stop {
	while (defined(my $pid = pop @started)) {
		kill 'TERM', $pid;
		wait_for(sub { waitpid($pid, 1) != 0 }, 15) or kill 'KILL', $pid;
	}
	rmdir while defined($_ = pop @made);
}

END {
	my $status = $?;
	stop() if $$ == $owner;
	$? = $status;
}

1;
