#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# What `diplodoc new` begins: for every kind of meeting of the schema a draft
# that passes as one, is in canonical form and shows where it is not finished,
# and that is no summary to publish.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use File::Temp 'tempdir';
use Tap;

chdir "$FindBin::Bin/.." or die "$FindBin::Bin: $!\n";
my $program = $ENV{DIPLODOC} || 'build/diplodoc';
my $house = 'tests/golden/new/house/h.xml';
my $samples = 'samples/house/diplodoc-house.xml';
my $folder = tempdir(CLEANUP => 1);
my $file = "$folder/draft.xml";

# Runs the program; returns its exit code and what it says on both streams.
sub run {
	open my $out, '-|', 'sh', '-c', 'exec "$@" 2>&1', 'sh', $program, @_
	    or die "$program: $!\n";
	local $/;
	my $text = <$out> // '';
	close $out;
	return ($? >> 8, $text);
}

sub read_file {
	my ($path) = @_;
	open my $in, '<:encoding(UTF-8)', $path or die "$path: $!\n";
	local $/;
	return scalar <$in>;
}

sub list_kinds {
	my ($type) = read_file('schemas/meeting-summary.xsd') =~
	    m{<xs:simpleType name="meetingKind">(.*?)</xs:simpleType>}s;
	return $type =~ /<xs:enumeration value="(\w+)">/g;
}

# What is wrong with the draft of such a call.
sub find_faults {
	my ($kind, @options) = @_;
	my @wrong;
	unlink $file;
	my ($status, $said) =
	    run('new', '--kind', $kind, @options, '--output', $file);
	return "exit code $status: $said" if $status != 0;
	my $text = read_file($file);
	my $marks = () = $text =~ /<\?diplodoc todo \S/g;
	my $lines = () = $said =~ /^\S+: advice: This is still to be written: /mg;
	push @wrong, "$lines of $marks marks are listed"
	    if $lines != $marks || $marks < 3;
	push @wrong, "no kind `$kind`" unless $text =~ /<meeting kind="$kind"/;
	push @wrong, "no schema" unless $text =~
	    m{<\?xml-model href="file:///\S+/meeting-summary.xsd" };
	push @wrong, check('--stage', 'draft', '--fail-on', 'warning');
	my ($published, $findings) = run('check', @options[0, 1], $file);
	push @wrong, 'may be published' if $published != 1 ||
	    $findings !~ /error: .*\[release\/unfinished\]/;
	($status, $said) = run('fmt', '--check', $file);
	push @wrong, "not canonical: $said" if $status != 0;
	return @wrong;
}

sub check {
	my ($status, $said) = run('check', @_, '--house', $house, $file);
	return $status == 0 ? () : "check @_: $said";
}

my @kinds = list_kinds();
my (undef, $help) = run('new', '--help');
$help =~ s/\s+/ /g;
report('the help names the kinds of the schema', $help =~
    /it was: \Q@{[join ', ', @kinds[0 .. $#kinds - 1]]} or $kinds[-1]\E / ? ()
    : "not @kinds");
for my $kind (@kinds) {
	report("$kind: a draft of nothing but its kind",
		find_faults($kind, '--house', $house));
	report("$kind: a draft of what is known", find_faults($kind,
		'--house', $house, '--party', 'XO,XL,eu', '--place', 'AT/Vienna',
		'--when', '2025-11-26T14:30:00+01:00', '--zone', 'Europe/Vienna',
		'--format', 'lunch', '--lang', 'ja'));
}
# Nothing is missing in the facts of a whole summary: it comes back as it was, but
# for marks of what it does not say.
sub come_back {
	my ($sample) = @_;
	run('convert', '--to', 'json', '--house', $samples, '-o', "$folder/facts.json", $sample);
	unlink $file;
	my ($status, $said) = run('new', '--from-facts', "$folder/facts.json",
		'--house', $samples, '--output', $file);
	return "exit code $status: $said" if $status != 0;
	my $text = read_file($file) =~ s/^<\?xml-model .*\n//mr =~
	    s/^ *<\?diplodoc todo .*\n//mgr;
	return $text eq read_file($sample) ? () : 'it is another';
}

report("$_: made of its facts", come_back($_)) for glob 'samples/*.xml';

finish();
