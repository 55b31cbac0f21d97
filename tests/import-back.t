#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# What `convert` wrote as JSON or Markdown comes back by `import` as the canonical
# form of the document, byte for byte: all samples, and all samples with a change
# that leaves them valid.
use strict;
use warnings;
use FindBin;
use File::Temp 'tempdir';
use lib "$FindBin::Bin/lib";
use Tap;

my $root = "$FindBin::Bin/..";
my $program = $ENV{DIPLODOC} || "$root/build/diplodoc";
my @house = ('--house', "$root/samples/house/diplodoc-house.xml");
my $work = tempdir(CLEANUP => 1);

# What the program writes on standard output for that file on standard input.
sub run_on {
	my ($path, @words) = @_;
	my $pid = open my $pipe, '-|';
	if (!$pid) {
		open STDIN, '<', $path or die "$path: $!\n";
		exec $program, @words, '-';
		exit 127;
	}
	binmode $pipe;
	local $/;
	my $out = <$pipe> // '';
	close $pipe;
	return ($? >> 8, $out);
}

sub write_bytes {
	my ($path, $bytes) = @_;
	open my $out, '>:raw', $path or die "$path: $!\n";
	print $out $bytes;
	close $out or die "$path: $!\n";
}

sub faults {
	my ($path, $format) = @_;
	my (undef, $wanted) = run_on($path, 'fmt', '--quiet');
	my ($converted, $text) = run_on($path, 'convert', '--to', $format, @house);
	return "convert ends with $converted" if $converted != 0;
	write_bytes("$work/text", $text);
	my ($status, $got) = run_on("$work/text", 'import', '--from', $format, @house);
	return "import ends with $status" if $status != 0;
	return 'there is no canonical form' if $wanted eq '';
	return $got eq $wanted ? () : 'it is another document';
}

my @samples = sort glob "$root/samples/*.xml";
for my $format (qw(json markdown)) {
	report("$format of $_ comes back", faults("$root/samples/$_", $format))
		for map { m{([^/]+)$} } @samples;
}

open my $list, '-|', $^X, "$root/tests/mutations/mutate.pl", $work, @samples or die;
my @harmless = map { (split /\t/)[0, 5] } grep { (split /\t/)[3] eq 'harmless' } <$list>;
close $list or die "mutate.pl failed\n";
my (@lost, $count);
while (my ($path, $what) = splice @harmless, 0, 2) {
	$count++;
	push @lost, map { "$what: $_" } faults($path, 'json'), faults($path, 'markdown');
}
report("samples with a harmless change come back: $count", $count > 5 ? @lost : 'there are too few');
finish();
