# SPDX-License-Identifier: MIT
# Runs the program: its exit code, what it prints, and what it says.
package Run;
use strict;
use warnings;
use Exporter 'import';
use FindBin;
use File::Temp qw(tempfile);
our @EXPORT = qw(run program start children read_bytes write_bytes);

sub read_bytes {
	my ($file) = @_;
	open my $in, '<:raw', $file or return;
	local $/;
	return scalar readline($in) // '';
}

sub write_bytes {
	my ($file, $bytes) = @_;
	open my $out, '>:raw', $file or die "$file: $!\n";
	print $out $bytes;
	close $out or die "$file: $!\n";
}

sub program { return $ENV{DIPLODOC} || "$FindBin::Bin/../build/diplodoc" }

# Starts it with files as standard streams; returns its number. The first word may
# be the [words] of another program that starts it.
sub start {
	my ($in, $out, $err, @words) = @_;
	my $before = ref $words[0] ? shift @words : [];
	my $pid = fork // die "fork: $!\n";
	return $pid if $pid;
	# Whoever runs tests in the background may have them ignored, and so would it.
	$SIG{$_} = 'DEFAULT' for qw(HUP INT QUIT TERM);
	open STDIN, '<', $in or die "$in: $!\n";
	open STDOUT, '>', $out or die "$out: $!\n";
	open STDERR, '>', $err or die "$err: $!\n";
	exec @$before, program(), @words or die program() . ": $!\n";
}

# Runs it to its end. The first word may be {in => bytes, out => file, before =>
# [words]}.
sub run {
	my (@words) = @_;
	my %how = ref $words[0] ? %{shift @words} : ();
	my @files = map { (tempfile(UNLINK => 1))[1] } 1 .. 3;
	write_bytes($files[0], $how{in} // '');
	waitpid start($files[0], $how{out} // $files[1], $files[2], $how{before} ? $how{before} : (), @words), 0;
	my %run = (status => $? & 127 ? "signal $?" : $? >> 8,
		out => read_bytes($files[1]), err => read_bytes($files[2]));
	unlink @files;
	return %run;
}

# The processes that a process has started.
sub children {
	my ($pid) = @_;
	return split ' ', read_bytes("/proc/$pid/task/$pid/children") // '';
}

1;
