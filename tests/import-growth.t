#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# A text twice as long takes at most 2.2 times the instructions to import.
# They are counted, as they do not waver.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use File::Temp 'tempdir';
use Need;
use Tap;

use constant {LESS => 32 * 1024, MOST => 2.2};

chdir "$FindBin::Bin/.." or die "$FindBin::Bin: $!\n";
my $program = $ENV{DIPLODOC} || 'build/diplodoc';
my $folder = tempdir(CLEANUP => 1);

# Texts of many lines or elements, and of paragraphs that are read and that are not.
my @shapes = qw(body-brackets.txt body-verbs.txt body-capital-names.txt body-japanese.txt lines-short.txt
    lines-items.txt lines-captions.txt lines-long.txt lines-verbs.txt before-headings.txt page-mains.html
    page-pictures.html page-ampersands.html markdown-brackets.md markdown-links.md json-arrays.json);

sub count {
	my ($path) = @_;
	my $log = "$folder/log";
	system("valgrind --tool=callgrind --callgrind-out-file=/dev/null --log-file='$log' '$program' import " .
	    "--house samples/house/diplodoc-house.xml -o '$folder/out.xml' '$path' >/dev/null 2>&1");
	open my $in, '<', $log or die "$log: $!\n";
	local $/;
	my ($total) = <$in> =~ /Collected : (\d+)/ or die "valgrind counts nothing\n";
	return $total;
}

need_command('valgrind', 'valgrind');
for my $size (LESS, 2 * LESS) {
	mkdir "$folder/$size" or die;
	system($^X, 'tests/hostile/make-import.pl', "$folder/$size", $size) == 0 or die "make-import.pl failed\n";
}
for my $shape (@shapes) {
	my ($less, $more) = map { count("$folder/$_/$shape") } LESS, 2 * LESS;
	my $ratio = $more / $less;
	report(sprintf('%s: %.2f', $shape, $ratio), $ratio > MOST ? "$less instructions, and for twice as much $more" : ());
}
finish();
