#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# The hostile documents of tests/hostile/make-hostile.pl, all in one run of every
# command, in workers as users have them: each is found to be what cases.tsv says,
# those that are good come out as they do alone, old outputs of the bad ones stay,
# and nothing is opened but inputs and outputs. Then each as a text to import.
use strict;
use warnings;
use utf8;
use Cwd qw(abs_path);
use FindBin;
use lib "$FindBin::Bin/hostile", "$FindBin::Bin/lib";
use Bounded;
use File::Copy qw(copy);
use File::Temp qw(tempdir);
use IO::Socket::INET;
use JSON::PP ();
use POSIX qw(mkfifo);
use Tap;
use Watch qw(%ENDINGS can_trace digest_files faults_of_calls faults_of_end faults_of_files faults_of_findings
    faults_of_output faults_of_verdict read_report write_file);

binmode STDOUT, ':utf8';
my $here = abs_path($FindBin::Bin);
my $bounded = Bounded->new(abs_path($ENV{DIPLODOC} || "$here/../build/diplodoc"));
my $work = abs_path(tempdir(CLEANUP => 1));
chdir $work or die "$work: $!\n";
my @FORMATS = sort keys %ENDINGS;

# {name => [exit code, place, id]}
sub read_rows {
	open my $in, '<', "$here/hostile/cases.tsv" or die "cases.tsv: $!\n";
	return map { chomp; my ($name, @row) = split /\t/; $name => \@row } grep { !/^#/ } <$in>;
}

my %rows = read_rows();
my @good = grep { $rows{$_}[0] == 0 } sort keys %rows;

# One run over all; what every run must keep is said by itself.
sub watch {
	my ($name, $wanted, $may, @words) = @_;
	my $before = digest_files('in', 'out', 'laid');
	my %run = Watch::run($bounded, "$work/log", '/dev/null', @words);
	my %may = map { $_ => 1 } @$may;
	report("$name: it ends as it should", faults_of_end(%run), faults_of_verdict($wanted, %run));
	report("$name: other files stay", faults_of_files($before, digest_files('in', 'out', 'laid'), %may));
	my $writes = qr{^\Q$work\E/(?:out|laid)(?:/|$)};
	my @calls = faults_of_calls($run{log}, {reads => qr{^\Q$work\E/(?:in|laid)/}, writes => $writes}) if can_trace();
	can_trace() ? report("$name: nothing else is opened", @calls)
	    : skip("$name: nothing else is opened", 'strace is not installed (Debian: strace)');
	return %run;
}

# --- reports -----------------------------------------------------------------

# A document of a report, held against its row.
sub faults_of_document {
	my ($name, $document) = @_;
	my ($status, $place, $id) = @{$rows{$name}};
	return "$name is not in the report" unless $document;
	my @found = @{$document->{diagnostics}};
	my $verdict = $status ? 'fail' : 'pass';
	my @same = grep { "$_->{place}{line}:$_->{place}{column}" eq $place && $_->{id} eq $id } @found;
	return map { "$name: $_" } (faults_of_findings(@found),
		$status && $document->{verdict} ne $verdict ? "verdict $document->{verdict}, not $verdict" : (),
		$id eq '-' || @same ? () : "no $id at $place");
}

sub check_reports {
	for my $verb ('validate', 'check') {
		my %run = watch("$verb as JSON", 1, [], $verb, '-j2', '--format', 'json', 'in');
		my %documents = eval { read_report($run{out}) };
		report("$verb: every document is in the report, and is what it is", $@ ? "no report: $@" : (),
			map { faults_of_document($_, $documents{"in/$_.xml"}) } sort keys %rows);
		my %text = watch("$verb as text", 1, [], $verb, '-j2', '--quiet', 'in');
		my $findings = () = Bounded::findings($text{out}, \my @strange);
		my $counted = 0;
		$counted += @{$_->{diagnostics}} for values %documents;
		report("$verb: text says as much as JSON", $findings == $counted ? () : "$findings and $counted", @strange);
	}
}

# --- conversions -------------------------------------------------------------

# What the good ones are alone: {path => bytes}.
sub convert_alone {
	my %outputs;
	for my $name (@good) {
		my %run = $bounded->run('/dev/null', 'convert', '-j1', '--to', join(',', @FORMATS), '--out-dir', 'alone', "in/$name.xml");
		report("$name: converted alone", faults_of_verdict(0, %run));
		$outputs{"out/$name$_"} = read_bytes("alone/$name$_") for values %ENDINGS;
	}
	return %outputs;
}

sub read_bytes {
	my ($path) = @_;
	open my $in, '<:raw', $path or return '';
	local $/;
	return readline($in) // '';
}

# An old output in the place of each.
sub lay_old {
	for my $name (keys %rows) {
		write_file("out/$name$_", "old\n") for values %ENDINGS;
	}
}

sub check_conversions {
	my %alone = convert_alone();
	lay_old();
	watch('convert', 1, [keys %alone], 'convert', '-j2', '--to', join(',', @FORMATS), '--out-dir', 'out', 'in');
	report('convert: the good ones are what they are alone', map { faults_of_output($_, $alone{$_}) } sort keys %alone);
	lay_old();
	my @may = map { my $name = $_; map { "out/$name$_" } values %ENDINGS } grep { $rows{$_}[2] !~ m{^input/} } keys %rows;
	# Two principals of one id have no page, so that is what stopped.
	watch('convert --force', 4, \@may, 'convert', '--force', '-j2', '--to', join(',', @FORMATS), '--out-dir', 'out', 'in');
	report('convert --force: the good ones are what they are alone', map { faults_of_output($_, $alone{$_}) } sort keys %alone);
	check_forced();
}

# What is forced says of itself that it is not valid.
sub check_forced {
	my ($forced, @faults) = (0);
	for my $name (grep { $rows{$_}[0] } sort keys %rows) {
		next if read_bytes("out/$name.json") eq "old\n";
		my $json = eval { JSON::PP->new->utf8->decode(read_bytes("out/$name.json")) };
		$forced++;
		push @faults, "$name: $@" if !$json;
		push @faults, "$name is called valid" if $json && $json->{computed}{valid};
	}
	report("convert --force: $forced bad ones say that they are bad", @faults, $forced > 10 ? () : 'hardly any is made');
}

# --- canonical form ----------------------------------------------------------

sub check_forms {
	for my $name (keys %rows) {
		copy("in/$name.xml", "laid/$name.xml") or die "$name: $!\n";
	}
	my @may = map { "laid/$_.xml" } grep { $rows{$_}[2] !~ m{^(?:input/|xml/(?!include|relative|reference))} } keys %rows;
	watch('fmt --check', 1, [], 'fmt', '--check', 'laid');
	watch('fmt', 1, \@may, 'fmt', 'laid');
	my %run = $bounded->run('/dev/null', 'validate', '-j2', '--format', 'json', 'laid');
	my %documents = eval { read_report($run{out}) };
	# A declaration of a namespace that nothing is in is not written again.
	my %mended = ('namespace-relative' => 1);
	report('fmt: no document gets another verdict', map {
		my $verdict = ($documents{"laid/$_.xml"} // {})->{verdict} // 'none';
		$verdict eq ($rows{$_}[0] && !$mended{$_} ? 'fail' : 'pass') ? () : "$_: $verdict"
	} sort keys %rows);
	watch('fmt again', 1, [], 'fmt', 'laid');
}

# --- as texts to import ------------------------------------------------------

# It becomes a summary that is right in form, or nothing is written.
sub faults_of_import {
	my ($form, $name) = @_;
	unlink 'laid/import.xml';
	my %run = $bounded->run('/dev/null', 'import', '--from', $form, '-o', 'laid/import.xml', "in/$name.xml");
	my @said = grep { !/: please decide: / } split /\n/, $run{err};
	return map { "$name: $_" } (faults_of_end(%run),
		$run{status} == 0 || $run{status} == 1 || $run{status} == 3 ? () : "exit code $run{status}",
		$run{status} && -e 'laid/import.xml' ? 'it is written all the same' : (),
		!$run{status} && !-s 'laid/import.xml' ? 'nothing is written' : (),
		$run{status} && !@said ? 'nothing is said' : ());
}

sub check_imports {
	for my $form ('html', 'text') {
		report("import --from $form", map { faults_of_import($form, $_) } sort keys %rows);
	}
	unlink 'laid/import.xml';
}

# --- all of it ---------------------------------------------------------------

mkdir $_ for 'in', 'out', 'laid';
mkfifo('bait', 0600) or die "bait: $!\n";
my $service = IO::Socket::INET->new(LocalAddr => '127.0.0.1', Listen => 8) or die "no service on the loopback: $@\n";
my $address = 'http://127.0.0.1:' . $service->sockport . '/';
system($^X, "$here/hostile/make-hostile.pl", 'in', "file://$work/bait", $address) == 0 or die "make-hostile.pl failed\n";
check_reports();
check_conversions();
check_forms();
check_imports();
$service->timeout(0.1);
report('no service was asked', $service->accept ? 'it was' : ());
chdir '/';
finish();
