#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Documents of one folder are held against each other: of 400 made ones, 50 have
# a fault that shows only beside another document, and exactly those are found.
# DIPLODOC_ACROSS=10000 makes that many.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use File::Temp 'tempdir';
use JSON::PP;
use Tap;

my $here = $FindBin::Bin;
my $program = $ENV{DIPLODOC} || "$here/../build/diplodoc";
my $count = $ENV{DIPLODOC_ACROSS} || 400;
my $sample = do {
	local (@ARGV, $/) = "$here/../samples/2025-02-14-orisia-vardania-working-lunch.xml";
	<>;
};

# The sample at another minute of the same day.
sub write_document {
	my ($path, $number, $change) = @_;
	my $text = $sample;
	my $when = sprintf '2025-02-14T%02d:%02d:%02d+04:00',
	    $number / 3600 % 24, $number / 60 % 60, $number % 60;
	$text =~ s/2025-02-14T11:30:00\+04:00/$when/;
	$change->() for $text;
	open my $out, '>', $path or die "$path: $!\n";
	print $out $text;
	close $out or die "$path: $!\n";
}

sub find_across {
	my ($folder, @options) = @_;
	open my $in, '-|', $program, 'check', '--select',
	    'name/other-document,place/other-document', '--format', 'json', '--quiet',
	    '--house', "$here/../samples/house/diplodoc-house.xml", @options, $folder
	    or die;
	local $/;
	my $report = decode_json(<$in>);
	close $in;
	return map {
		my $file = $_->{file};
		map { "$file $_->{id}" } grep { $_->{id} =~ m{/other-document$} }
		    @{$_->{diagnostics}}
	} @{$report->{documents} || $report->{files}};
}

my $folder = tempdir(CLEANUP => 1);
my @planted;
for my $number (0 .. $count - 51) {
	write_document(sprintf('%s/a%05d.xml', $folder, $number), $number, sub { });
}
for my $number (0 .. 49) {
	my $path = sprintf '%s/b%05d.xml', $folder, $number;
	my $name = $number % 2;
	write_document($path, $name ? $count + $number : $number, sub {
		$name ? s/<given>Nana</<given>Na-na</ : s/<city>Ardzun</<city>Tarsk</;
	});
	push @planted, "$path " . ($name ? 'name' : 'place') . '/other-document';
}
my @found = sort(find_across($folder));
report('the planted faults are found, and nothing else',
    "@found" eq "@{[sort @planted]}" ? () :
    (scalar(@found) . ' found', @found[0 .. ($#found < 3 ? $#found : 3)]));
report('--no-across turns it off', find_across($folder, '--no-across'));
report('the samples agree with each other', find_across("$here/../samples"));
finish();
