#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# A batch that is killed goes on where it was, and prints what it would have
# printed; parts of a batch, merged, print what one run prints. KILLS says how
# many times it is killed; make check-kills says 500.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Archive;
use File::Path qw(remove_tree);
use File::Temp qw(tempdir);
use Run;
use Tap;
use Time::HiRes qw(sleep time);

my $kills = $ENV{KILLS} // 20;
my $folder = tempdir(CLEANUP => 1);
chdir $folder or die "$folder: $!\n";
mkdir 'in';
make_archive('in', 90, 12);
# What is not well-formed, not valid, and not there.
write_bytes('in/b1.xml', read_bytes('in/a00001.xml') =~ s/<body>/<bdoy>/r);
write_bytes('in/b2.xml', read_bytes('in/a00002.xml') =~ s/country="XO"/country="xx"/r);
my @names = sort glob 'in/*.xml';
my @check = ('check', '--today', '2026-11-26');
my %whole = run(@check, '--format', 'json', 'in');
my %text = run(@check, 'in');

sub same { my ($what, $got, $want) = @_; return $got eq $want ? () : "$what is another one" }

# The last lines of a resumed run are about the journal.
sub told { return $_[0] =~ s/^diplodoc: .*(?:were|was) not done again\.\n//mr =~ s/^diplodoc: .*middle of a line.*\n//mr }

sub skipped { return $_[0] =~ /: (\d+) documents? w\w+ not done again/ ? $1 : -1 }

sub same_run {
	my ($run, $want) = @_;
	return (same('exit code', $run->{status}, $want->{status}), same('report', $run->{out}, $want->{out}),
		same('what is said', told($run->{err}), $want->{err}));
}

# --- journals ----------------------------------------------------------------

sub check_journal {
	report('the run has findings', $whole{status} == 1 && $whole{out} =~ /"fail"/ ? () : "exit code $whole{status}");
	my %run = run(@check, '--journal', 'j', '--format', 'json', 'in');
	report('a journal changes nothing', same_run(\%run, \%whole));
	%run = run(@check, '--journal', 'j', '--resume', '--format', 'json', 'in');
	report('nothing is done again', same_run(\%run, \%whole), same('number', skipped($run{err}), scalar @names));
	%run = run(@check, '--journal', 'j', '--resume', 'in');
	report('in another format', same_run(\%run, \%text));
	%run = run(@check, '--journal', 'j', '--resume', '--select', 'text', 'in');
	report('other options: all again', skipped($run{err}) == 0 && $run{err} =~ /every document is done again/ ? () : $run{err});
	run(@check, '--journal', 'j', 'in');
	write_bytes('j', substr read_bytes('j'), 0, -20);
	%run = run(@check, '--journal', 'j', '--resume', 'in');
	report('a line that is torn', same_run(\%run, \%text), same('number', skipped($run{err}), @names - 1));
	%run = run('check', '--journal', 'in/b1.xml', 'in');
	report('no input is taken for a journal', same('exit code', $run{status}, 2));
	%run = run(@check, '--journal', 'j', '--fix', 'in');
	report('nothing is mended with a journal', same('exit code', $run{status}, 2));
	%run = run(@check, '--resume', 'in');
	report('without a journal nothing is resumed', same('exit code', $run{status}, 2));
}

# What is changed is done again: the document alone, or with all it depends on.
sub check_changes {
	my @validate = ('validate', '--journal', 'v', '--resume');
	run(@validate, 'in');
	my $old = read_bytes($names[3]);
	write_bytes($names[3], $old =~ s/Tarsk|Lumera|lighthouses/towers/r . "<!-- -->\n");
	my %run = run(@validate, 'in');
	report('a document that has changed', same('number', skipped($run{err}), @names - 1));
	write_bytes($names[3], $old);
	run(@validate, 'in');
	write_bytes('in/diplodoc-house.xml', '<house xmlns="urn:diplodoc:house:1" id="h" xml:lang="en"><ministry>' .
		'<name xml:lang="en">Ministry</name></ministry><home country="XO" zone="UTC"/></house>');
	%run = run(@validate, 'in');
	report('a house that has come', same('number', skipped($run{err}), 0));
	unlink 'in/diplodoc-house.xml';
	run(@check, '--journal', 'c', 'in');
	write_bytes($names[3], $old . "<!-- -->\n");
	%run = run(@check, '--journal', 'c', '--resume', 'in');
	report('documents that are held against it', same('number', skipped($run{err}), 0));
	write_bytes($names[3], $old);
}

# --- killed ------------------------------------------------------------------

my ($killed, $orphaned) = (0, 0); # runs, and those that had workers then
my @convert = ('convert', '-j2', '--to', 'text,json', '--force', '--out-dir', 'out', '--manifest', 'm');

sub list_outputs { return map { ($_, read_bytes($_)) } sort glob 'out/*' }

# How long the run takes, in seconds.
sub measure {
	my (@words) = @_;
	my $start = time;
	run(@words);
	return time - $start;
}

# Starts the run and kills it at some time up to $$last, in seconds, which follows
# how busy the machine is; what there is must be whole, and its workers must be
# gone before long.
sub kill_one {
	my ($last, $wanted, @words) = @_;
	my $pid = Run::start('/dev/null', 'killed.out', 'killed.err', @words);
	sleep rand($$last);
	my @workers = children($pid);
	kill 'KILL', $pid;
	waitpid $pid, 0;
	my $hit = ($? & 127) == 9; # or it had ended before
	$killed += $hit;
	$$last *= $hit ? 1.2 : 0.7;
	for (1 .. 200) {
		last unless grep { kill 0, $_ } @workers;
		sleep 0.01;
	}
	my %got = map { ($_, read_bytes($_)) } glob 'out/*';
	$orphaned += @workers > 0;
	return (map { $got{$_} eq ($wanted->{$_} // '') ? () : "$_ is not whole" } keys %got),
		map { kill(0, $_) ? "worker $_ is left" : () } @workers;
}

sub check_kills {
	mkdir 'few';
	write_bytes($_ =~ s{^in}{few}r, read_bytes($_)) for @names[-26 .. -1];
	my %want = run(@convert, 'few');
	my %outputs = list_outputs();
	my $manifest = read_bytes('m');
	my $last = measure(@convert, '--journal', 'k', 'few');
	my (@faults, $resumed);
	my $start = time;
	# On a busy machine many end before, or have not begun.
	for (my $rounds = 0; ($killed < $kills || !$orphaned) && $rounds < 5 * $kills && !@faults; $rounds++) {
		remove_tree('out');
		unlink 'k', 'm';
		for (1 .. 1 + int rand 4) {
			push @faults, kill_one(\$last, \%outputs, @convert, '--journal', 'k', '--resume', 'few');
		}
		my %run = run(@convert, '--journal', 'k', '--resume', 'few');
		my %got = list_outputs();
		$resumed += skipped($run{err});
		push @faults, same_run(\%run, \%want), same('manifest', read_bytes('m'), $manifest),
		    same('list of outputs', "@{[sort keys %got]}", "@{[sort keys %outputs]}"),
		    (map { "$_ is another one" } grep { $got{$_} ne ($outputs{$_} // '') } keys %got),
		    map { "left: $_" } glob 'out/.diplodoc-* .diplodoc-*';
	}
	report("killed $killed times and resumed", @faults);
	report('of which something was left to resume', $resumed > 0 ? () : 'nothing');
	report('of which some had workers', $killed >= $kills && $orphaned > 0 ? () : "$killed killed, $orphaned with workers");
	printf "# %.0f s, %d documents not done again, %d runs had workers\n", time - $start, $resumed, $orphaned;
}

# Outputs that are gone, or that somebody has changed, are made again.
sub check_outputs {
	remove_tree('out');
	run(@convert, '--journal', 'o', 'few');
	my %want = list_outputs();
	my ($gone, $changed) = sort keys %want;
	unlink $gone;
	write_bytes($changed, "changed\n");
	my %run = run(@convert, '--journal', 'o', '--resume', 'few');
	my %got = list_outputs();
	my $again = $gone =~ s/\.\w+$//r eq $changed =~ s/\.\w+$//r ? 1 : 2;
	report('outputs that are not what they were', same('number', skipped($run{err}), 26 - $again),
		map { same($_, $got{$_} // '', $want{$_}) } keys %want);
}

# --- shards ------------------------------------------------------------------

sub shard { my ($k, $n, @words) = @_; return run(@words, '--shard', "$k/$n", '--journal', "s$k") }

sub check_shards {
	my %total = (files => 0);
	for my $k (1 .. 3) {
		my %run = shard($k, 3, @check, '--format', 'json', 'in');
		$total{files} += () = $run{out} =~ /"verdict"/g;
		$total{$k} = $run{out};
	}
	report('three parts are the whole, none is empty', same('number', $total{files}, scalar @names),
		map { $total{$_} =~ /"verdict"/ ? () : "part $_" } 1 .. 3);
	my @journals = map { ('--journal', "s$_") } 1 .. 3;
	my %run = run('merge', @journals, '--format', 'json', 'in');
	report('merged they are one run', same_run(\%run, \%whole));
	%run = run('merge', @journals, 'in');
	report('in every format', same_run(\%run, \%text));
	%run = run('merge', @journals[0 .. 3], 'in');
	my @missing = $run{err} =~ /^diplodoc: (\S+): is in no journal/mg;
	my $third = () = $total{3} =~ /"verdict"/g;
	report('what is missing is named', same('exit code', $run{status}, 4), same('report', $run{out}, ''),
		same('number', scalar @missing, $third));
	write_bytes('double', read_bytes('s1'));
	%run = run('merge', @journals, '--journal', 'double', 'in');
	report('what is there twice is named', same('exit code', $run{status}, 4), same('report', $run{out}, ''),
		$run{err} =~ /^diplodoc: \S+: is in `s1` and in `double`/m ? () : $run{err});
	%run = run('merge', @journals, @names[1 .. $#names]);
	report('what is foreign is named', same('exit code', $run{status}, 4), same('report', $run{out}, ''),
		$run{err} eq "diplodoc: $names[0]: is in `" . ($run{err} =~ /`(s\d)`/)[0] . "`, but is none of the inputs.\n" ? () : $run{err});
	shard(1, 3, @check, '--stage', 'draft', 'in');
	%run = run('merge', @journals, 'in');
	report('other options are not merged', same('exit code', $run{status}, 2), same('report', $run{out}, ''));
	for my $text ('0/3', '4/3', '1', '1/3x', '-1/3', '1/0') {
		%run = run('check', '--shard', $text, 'in');
		report("no part is $text", same('exit code', $run{status}, 2));
	}
}

sub check_merged_conversion {
	remove_tree('out');
	my %want = run(@convert, 'in');
	my $manifest = read_bytes('m');
	remove_tree('out');
	shard($_, 2, @convert[0 .. $#convert - 2], '--manifest', "m$_", 'in') for 1, 2;
	my %run = run('merge', '--journal', 's1', '--journal', 's2', '--manifest', 'merged', 'in');
	report('conversions are merged too', same_run(\%run, \%want), same('manifest', read_bytes('merged'), $manifest));
	write_bytes('lines', join '', map { qq({"id":"$_","path":"$_"}\n) } @names);
	%want = run('validate', '--jsonl', 'lines');
	shard($_, 2, 'validate', '--jsonl', 'lines') for 1, 2;
	%run = run('merge', '--journal', 's1', '--journal', 's2', '--jsonl', 'lines');
	report('and answers', same_run(\%run, \%want));
}

check_journal();
check_changes();
check_kills();
check_outputs();
check_shards();
check_merged_conversion();
chdir '/';
finish();
