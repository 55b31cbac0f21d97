# SPDX-License-Identifier: MIT
# What holds of every run over hostile documents, whatever they are and whatever
# is done with them: it ends by itself and soon, with a documented exit code; it
# is not all well where one document is not; each finding has an id, a place and
# a sentence; files that are not its outputs are what they were; and nothing is
# opened but inputs, outputs and what belongs to the program. One function for
# each, which returns what is wrong. tests/hostile-watch.t shows that each can be.
package Watch;
use strict;
use warnings;
use Bounded;
use Digest::MD5 ();
use Exporter 'import';
use File::Find ();
use JSON::PP ();
use POSIX ();
our @EXPORT_OK = qw(%ENDINGS can_trace digest_files faults_of_calls faults_of_end faults_of_files faults_of_findings
    faults_of_output faults_of_verdict read_report write_file);

# What the name of an output ends with, by format.
our %ENDINGS = (html => '.html', 'html-fragment' => '.fragment.html', text => '.txt', json => '.json',
	markdown => '.md', resolved => '.resolved.xml');

# Exit codes that are documented, and those of a run that was interrupted.
my %DOCUMENTED = map { $_ => 1 } 0 .. 5, 130, 143;
# What changes files or reaches for others.
my @CALLS = qw(open openat openat2 creat socket connect bind execve unlink unlinkat rename renameat renameat2
    link linkat symlink symlinkat mkdir mkdirat rmdir chmod fchmodat chown fchownat truncate mknod mknodat);
# Where a program and its libraries have their own files.
my $OWN = qr{^/(?:usr|lib|lib64|proc|sys|opt)/|^/etc/(?:ld\.so|localtime)|^/dev/(?:null|u?random)$};

sub write_file {
	my ($path, $bytes) = @_;
	open my $out, '>:raw', $path or die "$path: $!\n";
	print $out $bytes;
	close $out or die "$path: $!\n";
	return $path;
}

sub can_trace { return scalar grep { -x "$_/strace" } split /:/, $ENV{PATH} }

# Words that run the rest of a command and note its calls in the file `log`.
sub trace {
	my ($log) = @_;
	# A leak checker does not work under a tracer.
	$ENV{ASAN_OPTIONS} = 'detect_leaks=0';
	return ('strace', '-f', '-y', '--seccomp-bpf', '-qq', '-e', 'signal=none', '-o', $log,
		'-e', 'trace=' . join ',', @CALLS);
}

# Runs it within bounds, and under a tracer where there is one; %run has `log` then.
sub run {
	my ($bounded, $log, $input, @words) = @_;
	return $bounded->run($input, @words) unless can_trace();
	my ($strace, @rest) = trace($log);
	my %run = $bounded->run_other($strace, $input, @rest, $bounded->{program}, @words);
	return (%run, log => Bounded::slurp($log));
}

# {path => digest or what else it is} of all that is below folders.
sub digest_files {
	my (@folders) = @_;
	my %seen;
	File::Find::find({no_chdir => 1, wanted => sub {
		my $kind = -l $_ ? 'link ' . readlink : -d _ ? 'folder' : -f _ ? 'file' : 'other';
		if ($kind eq 'file') {
			open my $in, '<:raw', $_ or die "$_: $!\n";
			$kind .= ' ' . Digest::MD5->new->addfile($in)->hexdigest;
		}
		$seen{$_} = $kind;
	}}, @folders);
	return \%seen;
}

# It ended by itself, within its bounds, with an exit code that is documented.
sub faults_of_end {
	my (%run) = @_;
	return 'out of time' if $run{status} == 124 || $run{status} == 128 + POSIX::SIGXCPU();
	return "ended by signal @{[$run{status} - 128]}" if $run{status} > 128 && !$DOCUMENTED{$run{status}};
	return $DOCUMENTED{$run{status}} ? () : "exit code $run{status}";
}

# The exit code is the one wanted, and never 0 where something is wrong.
sub faults_of_verdict {
	my ($wanted, %run) = @_;
	return $run{status} == $wanted ? () : "exit code $run{status}, not $wanted: " . substr $run{err}, 0, 500;
}

# Findings of one document of a report: {id, message, place => {line, column}} each.
# JSON has characters that are not seen as they are; other formats escape them.
sub faults_of_findings {
	my (@found) = @_;
	return map {
		my ($id, $place) = ($_->{id} // '', $_->{place} // {});
		($id =~ m{^[a-z]+/[a-z0-9-]+$} ? () : "`$id` is no id",
			($place->{line} // 0) > 0 && ($place->{column} // 0) > 0 ? () : "$id has no place",
			Bounded::faults_of_message(($_->{message} // '') =~ s/[\x80-\x9F]/?/gr))
	} @found;
}

# Each document by the name of its file; dies where there is no report.
sub read_report {
	my ($json) = @_;
	utf8::encode($json) if utf8::is_utf8($json);
	my $report = JSON::PP->new->utf8->decode($json);
	return map { $_->{file} => $_ } @{$report->{documents}};
}

# Files are what they were, but those that may change; nothing is left over.
sub faults_of_files {
	my ($before, $after, %may) = @_;
	my @changed = grep { ($before->{$_} // '') ne ($after->{$_} // '') } sort keys %{{%$before, %$after}};
	return ((map { "left over: $_" } grep { m{/\.diplodoc-[^/]*$} } keys %$after),
		map { exists $after->{$_} ? exists $before->{$_} ? "changed: $_" : "new: $_" : "gone: $_" }
		    grep { !$may{$_} && !m{/\.diplodoc-[^/]*$} } @changed);
}

# What is wrong with an output that may stand where an old one was.
sub faults_of_output {
	my ($path, $wanted) = @_;
	open my $in, '<:raw', $path or return "no $path";
	local $/;
	return readline($in) eq $wanted ? () : "$path is not what it must be";
}

# Nothing but what is allowed: {reads => pattern, writes => pattern} of whole paths.
sub faults_of_calls {
	my ($log, $allowed) = @_;
	my ($programs, %faults) = (0);
	for (split /\n/, $log) {
		my ($call, $rest) = /^\d+\s+(\w+)\((.*)/ or next;
		if ($call eq 'execve') {
			$faults{"runs a program: $rest"} = 1 if $programs++;
			next;
		}
		if ($call =~ /^(?:socket|connect|bind)$/) {
			$faults{"asks the network: $call($rest"} = 1;
			next;
		}
		my $writes = $call !~ /^open/ || $rest =~ /O_(?:WRONLY|RDWR|CREAT|TRUNC|APPEND)/;
		for my $path (paths_of($rest)) {
			my $good = $path eq '/dev/null' || $path =~ $allowed->{writes} ||
			    !$writes && ($path =~ $allowed->{reads} || $path =~ $OWN || is_way_to_house($path));
			$faults{($writes ? 'writes ' : 'reads ') . "$path: $call"} = 1 unless $good;
		}
	}
	return ($programs ? () : 'nothing is traced', sort keys %faults);
}

# Folders may be opened to look for a house file in them.
sub is_way_to_house {
	my ($path) = @_;
	return -d $path || $path =~ m{/(?:diplodoc-house\.xml|house/diplodoc-house\.xml)$};
}

# The whole paths in the arguments of a call.
sub paths_of {
	my ($rest) = @_;
	my @paths;
	while ($rest =~ /(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"/g) {
		my ($folder, $name) = ($1 // POSIX::getcwd(), $2);
		my $path = $name =~ m{^/} ? $name : "$folder/$name";
		1 while $path =~ s{/\.(?=/|$)}{} || $path =~ s{/(?!\.\.)[^/]+/\.\.(?=/|$)}{};
		push @paths, $path eq '' ? '/' : $path;
	}
	return @paths;
}

1;
