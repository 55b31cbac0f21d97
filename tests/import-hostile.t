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
use Watch qw(write_file);

my $here = $FindBin::Bin;
my $bounded = Bounded->new($ENV{DIPLODOC} || "$here/../build/diplodoc");
my $folder = tempdir(CLEANUP => 1);
my @house = ('--house', "$here/../samples/house/diplodoc-house.xml");
# A sanitizer is slow; it need not see more than the shape.
my $size = $ENV{DIPLODOC_IMPORT_SIZE} || ($bounded->{slow} ? 16 : 1024) * 1024;

sub import {
	my ($path, @options) = @_;
	unlink "$folder/out.xml";
	return $bounded->run('/dev/null', 'import', @house, @options, '-o', "$folder/out.xml", $path);
}

system($^X, "$here/hostile/make-import.pl", $folder, $size) == 0 or die "make-import.pl failed\n";
mkdir "$folder/made" or die "made: $!\n";
my $made = 0;
for my $path (sort glob "$folder/*-*") {
	my ($name) = $path =~ m{([^/]+)$};
	my %run = import($path);
	my @said = grep { !/: please decide: / } split /\n/, $run{err};
	my @faults;
	push @faults, "exit $run{status}", @said if $run{status} != 0 && $run{status} != 3;
	push @faults, "no single sentence", @said if @said != ($run{status} == 3 ? 1 : 0);
	push @faults, 'there is no summary, or one all the same' if ($run{status} == 0) != (-s "$folder/out.xml" ? 1 : 0);
	report(sprintf('%s: exit %d', $name, $run{status}), @faults);
	rename "$folder/out.xml", "$folder/made/$name.xml" and $made++ if -e "$folder/out.xml";
}

# What is made of any of them is a summary that is valid.
{
	my %run = $bounded->run('/dev/null', 'validate', @house, "$folder/made");
	report("$made summaries are valid", $made > 20 ? () : 'there are hardly any', $run{status} ? ("exit $run{status}", substr "$run{out}$run{err}", 0, 2000) : ());
}

# --- limits ------------------------------------------------------------------

my $head = "March 5, 2024\n\n";
my $lead = 'On March 5, commencing at 3:30 p.m. for approximately 50 minutes, Ms. ORELL Maris, Minister for Foreign ' .
    'Affairs of Orisia, held a meeting in Geneva with H.E. Mr. Rafe Quintano, Minister of Foreign Affairs of the ' .
    'Republic of Asteria';
my $item = "1. Minister Orell explained the plans.\n";
my ($page, $end) = ("<p>$head<p>$lead.<p>", '</p>');

# --- what a page does not show, and what a file may hold ----------------------

# Each is left out, and listed with its words, or counted where it has none.
sub check_unseen {
	my %unseen = ('nav' => 'nav', 'p' => 'p hidden', 'div' => 'div style="display:none"', 'span' => 'p aria-hidden="true"', 'textarea' => 'textarea',
		'button' => 'button', 'option' => 'select><option', 'noscript' => 'noscript', 'iframe' => 'iframe', 'svg' => 'svg><text',
		'template' => 'template', 'object' => 'object', 'video' => 'video', 'audio' => 'audio', 'canvas' => 'canvas', 'footer' => 'footer');
	my $parts = join '', map { "<$unseen{$_}>${_}words</" . $unseen{$_} =~ s/ .*|>.*//r . '>' } sort keys %unseen;
	$parts .= '<script>scriptwords</script><style>stylewords</style><!-- commentwords --><input value="inputwords">';
	write_file("$folder/unseen.html", "$page$parts<ol><li>" . $item =~ s/^1\. //r . "</ol>");
	my %run = import("$folder/unseen.html", '--report', "$folder/unseen.json");
	my $report = Bounded::slurp("$folder/unseen.json");
	my $xml = Bounded::slurp("$folder/out.xml");
	my ($drops) = $report =~ /"drops": (\[.*\])/s;
	report('what a page does not show is listed, and stands in no summary', $run{status} ? "exit $run{status}: $run{err}" : (),
		$xml =~ /\w*(?<=\w)words/ ? "in the summary: $&" : (), (map { $drops =~ /"${_}words"/ ? () : "not listed: $_" } sort keys %unseen),
		map { $drops =~ /\\u003c\Q$_\E\\u003e: 1/ ? () : "not counted: $_" } 'script', 'style', 'input', '!-- --');
}

# The same summary, however its lines end.
sub check_ends {
	my $text = "$head$lead.\n\n$item" . $item =~ s/1/2/r;
	my %made;
	for my $case (['LF', $text], ['CRLF', $text =~ s/\n/\r\n/gr], ['CR', $text =~ s/\n/\r/gr], ['mixed', $text =~ s/\n\n/\r\n\r/gr],
		['form feeds', $text =~ s/\n\n/\n\f\n/gr], ['a mark in front', "\xEF\xBB\xBF$text"], ['no last end', $text =~ s/\n\z//r]) {
		import(write_file("$folder/ends.txt", $case->[1]));
		push @{$made{Bounded::slurp("$folder/out.xml")}}, $case->[0];
	}
	report('lines may end in any way', keys %made == 1 ? () : map { "other ones: @$_" } values %made);
}

# NAME SUFFIX WITHIN OVER SENTENCE: a text at the limit, and one over it.
sub check_limit {
	my ($name, $suffix, $within, $over, $sentence) = @_;
	for my $case ([within => $within], [over => $over]) {
		write_file("$folder/limit.$suffix", $case->[1]);
		my %run = import("$folder/limit.$suffix");
		my @said = grep { !/: please decide: / } split /\n/, $run{err};
		my $good = $case->[0] eq 'within'
		    ? $run{status} == 0 && -e "$folder/out.xml" && !@said
		    : $run{status} == 3 && !-e "$folder/out.xml" && @said == 1 && $said[0] =~ $sentence;
		report("$name: $case->[0]", $good ? () : ("exit $run{status}", @said));
	}
}

check_unseen();
check_ends();
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
