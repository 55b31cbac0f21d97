#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Writes documents that are well-formed and within every limit, but as
# costly as possible for one stage: NAME-1.xml, and NAME-8.xml with eight
# times as much of the same, which may take about eight times as long.
#
#   make-costly.pl DIR
use strict;
use warnings;
use utf8;

@ARGV == 1 or die "usage: make-costly.pl DIR\n";
my ($folder) = @ARGV;

my $head = <<'END';
<meetingSummary xmlns="urn:diplodoc:meeting-summary:1" xml:lang="en" id="h">
<head><issued date="2025-05-20"/></head>
<meeting kind="foreignMinisters" level="ministers" format="telephone">
<start when="2025-05-20T10:00:00+00:00" zone="Etc/UTC"/>
END
my $parties = <<'END';
<party id="a" country="XA" role="own"><principal id="p"><office>Minister</office></principal></party>
<party id="b" country="XB" role="counterpart"><principal id="q"><office>Minister</office></principal></party>
END
my $speech = '<statement speaker="p q" act="agree"';
my $item = "<item>$speech>They agreed.</statement></item>";

# A summary with that in its body, and behind its body.
sub body {
	my ($body, $tail) = @_;
	return "$head$parties</meeting><body>$body</body>" . ($tail // '') .
	    '</meetingSummary>';
}

# A summary with that in its meeting.
sub meeting {
	return "$head$_[0]</meeting><body>$item</body></meetingSummary>";
}

sub statement {
	return body("<item>$speech>$_[0]</statement></item>");
}

# A name that differs from its neighbours in two letters.
sub id {
	my ($n) = @_;
	return 'id' . $n % 997 . 'x' . $n;
}

sub nest {
	my ($open, $close, $depth) = @_;
	return $open x $depth . $close x $depth;
}

# What is made of a count; each is cheap for a count of some thousands.
my %make = (
	# Identity: as many ids as references, right and wrong.
	'ids' => [6000, sub { body(join '', map { "<item>$speech id=\"" .
	    id($_) . '" inReplyTo="' . id(1 + ($_ * 7) % $_[0]) .
	    '">a</statement></item>' } 1 .. $_[0]) }],
	'ids-twice' => [6000, sub { body(
	    "<item>$speech id=\"x\">a</statement></item>" x $_[0]) }],
	'ids-unknown' => [6000, sub { body(join '', map { "<item>$speech id=\"" .
	    id($_) . '" inReplyTo="' . id($_) . 'y">a</statement></item>' }
	    1 .. $_[0]) }],
	'ids-in-list' => [90, sub { body(join '', map { my $n = $_;
	    '<item><statement act="agree" speaker="' .
	    join(' ', map { "n$n-$_" } 1 .. 1000) . '">a</statement></item>' }
	    1 .. $_[0]) }],
	# Faults of form.
	'unknown-elements' => [15_000, sub { body($item . '<x/>' x $_[0]) }],
	'unknown-nested' => [60, sub { body($item .
	    nest('<x>', '</x>', 190) x $_[0]) }],
	'unknown-attributes' => [1500, sub { body($item . ('<item ' .
	    join(' ', map { "x$_=''" } 1 .. 60) . '/>') x $_[0]) }],
	'one-line' => [15_000, sub { body($item . "<item a=''/>é" x $_[0]) }],
	'bad-values' => [6000, sub { my $bad = $item =~ s/agree"/nod"/r;
	    body($bad x $_[0]) }],
	'late-on-line' => [450, sub { my $long = $item =~ s/They/'a' x 2000/er;
	    body($long x $_[0] . $item =~ s/agree"/nod"/r x 1000) }],
	# What the parser joins, counts or keeps.
	'sections' => [60_000, sub { statement('<![CDATA[x]]>' x $_[0]) }],
	'sections-apart' => [50_000, sub { statement('<![CDATA[x]]>y' x $_[0]) }],
	'references' => [50_000, sub { statement('&amp;' x $_[0]) }],
	'comments' => [60_000, sub { body($item . '<!---->' x $_[0]) }],
	'instructions' => [60_000, sub { body($item . '<?p q?>' x $_[0]) }],
	'values' => [12, sub { statement(('<ref kind="other" number="' .
	    '&#10;' x 13_000 . '"/>') x $_[0]) }],
	'less-than' => [100_000, sub { statement('<' x $_[0]) }],
	'ampersands' => [100_000, sub { statement('& ' x $_[0]) }],
	'hyphens' => [30_000, sub { body($item) . '<!--' . '-- - ' x $_[0] }],
	'entities' => [40_000, sub { body($item . join '', map {
	    "&n$_;<x/>" } 1 .. $_[0]) }],
	'namesakes' => [50_000, sub { body($item . join '', map {
	    '<x' . $_ % 4000 . '/>' } 1 .. $_[0]) }],
	# Facts.
	'parties' => [6000, sub { meeting($parties . join '', map {
	    "<party id=\"c$_\" country=\"XC\" role=\"counterpart\"><principal " .
	    "id=\"d$_\"><office>Minister</office></principal></party>" }
	    1 .. $_[0]) }],
	'attendees' => [4000, sub { meeting($parties =~ s{</party>\n<}{join('',
	    map { "<attendee id=\"d$_\"><office>Director</office></attendee>" }
	    1 .. $_[0]) . '</party><'}er) }],
	'officials' => [8000, sub { meeting($parties =~ s{</party>\n<}{join('',
	    map { "<attendee id=\"d$_\" official=\"n$_\"/>" } 1 .. $_[0]) .
	    '</party><'}er) }],
	'sessions' => [2000, sub { meeting(join('', map {
	    "<session id=\"s$_\" kind=\"plenary\"><start when=\"2025-05-20T10:00:00" .
	    "+00:00\"/><end when=\"2025-05-20T11:00:00+00:00\"/></session>" }
	    1 .. $_[0]) . $parties) }],
	'terms' => [6000, sub { body("<item>$speech>" . join('', map {
	    "<term ref=\"t$_\">T</term> " } 1 .. $_[0]) . '</statement></item>',
	    '<glossary>' . join('', map { "<entry id=\"t$_\"><short>T</short>" .
	    '<expansion>Term</expansion></entry>' } 1 .. $_[0]) .
	    '</glossary>') }],
	'unknown-terms' => [6000, sub { body("<item>$speech>" . join('', map {
	    "<term ref=\"u$_\">T</term> " } 1 .. $_[0]) . '</statement></item>',
	    '<glossary>' . join('', map { "<entry id=\"t$_\"><short>T</short>" .
	    '<expansion>Term</expansion></entry>' } 1 .. $_[0]) .
	    '</glossary>') }],
	'people' => [12_000, sub { statement('<person ref="p"/> and ' x $_[0]) }],
	'items-nested' => [4, sub { my $open = "<item>$speech>a</statement>";
	    body(nest($open, '</item>', 190) x $_[0]) }],
	'long-text' => [250_000, sub { statement('a' x $_[0]) }],
	'marks' => [100_000, sub { statement("a\x{301}" x ($_[0] / 2)) }],
);

mkdir $folder;
for my $name (sort keys %make) {
	my ($count, $code) = @{$make{$name}};
	for my $times (1, 8) {
		open my $out, '>:utf8', "$folder/$name-$times.xml"
		    or die "$name: $!\n";
		print $out $code->($count * $times);
		close $out or die "$name: $!\n";
	}
}
