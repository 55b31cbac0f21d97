#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Texts that are costly to bring in, each of 1 MiB: each is imported, or refused
# with one sentence, in bounded time. tests/hostile/make-import.pl makes them.
# DIPLODOC_IMPORT_SIZE sets their bytes. Then the limits, each at one more than it.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/hostile", "$FindBin::Bin/lib";
use Bounded;
use File::Temp 'tempdir';
use Tap;

my $here = $FindBin::Bin;
my $bounded = Bounded->new($ENV{DIPLODOC} || "$here/../build/diplodoc");
my $folder = tempdir(CLEANUP => 1);
# A sanitizer is slow; it need not see more than the shape.
my $size = $ENV{DIPLODOC_IMPORT_SIZE} || ($bounded->{slow} ? 16 : 1024) * 1024;

sub import {
	my ($path) = @_;
	unlink "$folder/out.xml";
	return $bounded->run('/dev/null', 'import', '--house', "$here/../samples/house/diplodoc-house.xml",
		'-o', "$folder/out.xml", $path);
}

system($^X, "$here/hostile/make-import.pl", $folder, $size) == 0 or die "make-import.pl failed\n";
for my $path (sort glob "$folder/*-*") {
	my ($name) = $path =~ m{([^/]+)$};
	my %run = import($path);
	my @said = grep { !/: please decide: / } split /\n/, $run{err};
	my @faults;
	push @faults, "exit $run{status}", @said if $run{status} != 0 && $run{status} != 3;
	push @faults, "no single sentence", @said if @said != ($run{status} == 3 ? 1 : 0);
	report(sprintf('%s: exit %d', $name, $run{status}), @faults);
}
# --- limits ------------------------------------------------------------------

my $head = "March 5, 2024\n\n";
my $lead = 'On March 5, commencing at 3:30 p.m. for approximately 50 minutes, Ms. ORELL Maris, Minister for Foreign ' .
    'Affairs of Orisia, held a meeting in Geneva with H.E. Mr. Rafe Quintano, Minister of Foreign Affairs of the ' .
    'Republic of Asteria';
my $item = "1. Minister Orell explained the plans.\n";
my ($page, $end) = ("<p>$head<p>$lead.<p>", '</p>');

# NAME SUFFIX WITHIN OVER SENTENCE: a text at the limit, and one over it.
sub check_limit {
	my ($name, $suffix, $within, $over, $sentence) = @_;
	for my $case ([within => $within], [over => $over]) {
		open my $out, '>:raw', "$folder/limit.$suffix" or die;
		print $out $case->[1];
		close $out;
		my %run = import("$folder/limit.$suffix");
		my @said = grep { !/: please decide: / } split /\n/, $run{err};
		my $good = $case->[0] eq 'within'
		    ? $run{status} == 0 && -e "$folder/out.xml" && !@said
		    : $run{status} == 3 && !-e "$folder/out.xml" && @said == 1 && $said[0] =~ $sentence;
		report("$name: $case->[0]", $good ? () : ("exit $run{status}", @said));
	}
}

if (!$bounded->{slow}) {
	my $text = "$head$lead.\n\n$item";
	my $mebi = 1 << 20;
	check_limit('bytes of a file', 'txt', $text . ' ' x (8 * $mebi - length $text), $text . ' ' x (8 * $mebi + 1 - length $text),
		qr/larger than 8388608 bytes/);
	check_limit('lines', 'txt', "$head$lead.\n\n" . $item x 9998, "$head$lead.\n\n" . $item x 9999, qr/more than 10000 lines/);
	check_limit('bytes of a paragraph', 'txt', $text . 'x' x 262144, $text . 'x' x 262145,
		qr/paragraph at byte @{[1 + length $text]} has more than 262144 bytes/);
	check_limit('bytes of all', 'txt', $text . ('x' x 262000 . "\n") x 4, $text . ('x' x 262144 . "\n") x 4, qr/more than 1048576 bytes/);
	my $long = sub { "$head$lead, " . 'x' x ($_[0] - length("$lead, ") - 1) . ".\n\n$item" };
	check_limit('bytes of the first paragraph', 'txt', $long->(4000), $long->(4001),
		qr/first paragraph, at byte 16, has 4001 bytes; the limit is 4000/);
	check_limit('elements of a page', 'html', $page . '<b></b>' x 99900 . 'x', $page . '<b></b>' x 100001 . 'x', qr/more elements than can be read/);
	check_limit('depth of a page', 'html', $page . '<div>' x 190 . 'x', $page . '<div>' x 201 . 'x', qr/inside one another/);
	check_limit('words of a page', 'html', $page . 'x<script></script>', $page . ('x' x 200000 . '<p>') x 6, qr/more text than can be read/);
	check_limit('attributes of a tag', 'html', "$page<b " . join(' ', map { "a$_" } 1 .. 64) . '>x', "$page<b " . join(' ', map { "a$_" } 1 .. 65) .
		'>x', qr/more than 64 attributes/);
	check_limit('steps of searches', 'txt', $text, $text . ('(' x 15000 . "\n") x 60, qr/takes too long to search/);
}
finish();
