# SPDX-License-Identifier: MIT
# Runs the program as a hostile document must find it: with bounded time and
# memory. For hostile.t and hostile-cost.t.
package Bounded;
use strict;
use warnings;
use File::Temp qw(tempdir);

# What one run may take. A sanitizer takes more of both, and reserves so many
# addresses that memory cannot be bounded.
use constant SECONDS => 5;
use constant KIBIBYTES => 2 * 1024 * 1024;

# A caller may bound memory and time further, to fill them sooner.
sub new {
	my ($class, $program, $kibibytes, $most) = @_;
	my $self = bless {
		program => $program,
		folder => tempdir(CLEANUP => 1),
		slow => system('grep', '-q', '__asan_init', $program) == 0,
	}, $class;
	my $seconds = ($most // SECONDS) * ($self->{slow} ? 10 : 1);
	$self->{limits} = "ulimit -t $seconds; ulimit -c 0;";
	$self->{limits} .= 'ulimit -v ' . ($kibibytes // KIBIBYTES) . ';' unless $self->{slow};
	# What only waits uses no time of the processor.
	my $wait = 12 * $seconds;
	$self->{run} = "$self->{limits} exec timeout -k 1 $wait \"\$0\" \"\$\@\"";
	return $self;
}

sub slurp {
	my ($path) = @_;
	open my $in, '<:utf8', $path or die "$path: $!\n";
	local $/;
	return scalar <$in> // '';
}

# Runs the program on those words, with `input` as standard input. Returns a
# hash: status (128 and more: ended by a signal; 124: out of time), out, err,
# seconds (of the processor).
sub run {
	my ($self, $input, @words) = @_;
	return $self->run_other($self->{program}, $input, @words);
}

# The same with another program, such as a tracer that runs this one.
sub run_other {
	my ($self, $program, $input, @words) = @_;
	my ($out, $err) = map { "$self->{folder}/$_" } qw(out err);
	my $before = (times)[2] + (times)[3];
	my $child = fork // die "fork: $!\n";
	if (!$child) {
		open STDIN, '<', $input or die "$input: $!\n";
		open STDOUT, '>', $out or die;
		open STDERR, '>', $err or die;
		exec 'sh', '-c', $self->{run}, $program, @words;
		die "sh: $!\n";
	}
	waitpid $child, 0;
	return (
		status => $? & 127 ? 128 + ($? & 127) : $? >> 8,
		out => slurp($out),
		err => slurp($err),
		seconds => (times)[2] + (times)[3] - $before,
	);
}

# The findings in an output, each a hash; "place" is line and column. Lines that
# are neither a finding nor a place beside one are added to @$strange.
sub findings {
	my ($out, $strange) = @_;
	my @found;
	for (split /\n/, $out) {
		if (m{^(.+?):(\d+:\d+): (error|warning|advice): (.+) \[([a-z-]+/[a-z-]+)\]$}) {
			push @found, {file => $1, place => $2, level => $3,
				message => $4, id => $5};
		} elsif (!m{^.+?:\d+:\d+: note: .+$}) {
			push @$strange, $_;
		}
	}
	return @found;
}

# What keeps a message from being one clear sentence; nothing where it is one.
sub faults_of_message {
	my ($message) = @_;
	my @faults;
	push @faults, "no sentence: $message"
	    unless $message =~ /^[`A-Z].{10,}[.?]$/;
	push @faults, "longer than 600 characters: $message"
	    if length $message > 600;
	push @faults, "unseen characters: $message"
	    if $message =~ /[\x00-\x1F\x7F-\x9F\x{202A}-\x{202E}\x{2066}-\x{2069}]/;
	return @faults;
}

1;
