#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Writes texts that are costly to bring in, of about SIZE bytes each, into FOLDER:
# make-import.pl FOLDER SIZE
use strict;
use warnings;

my ($folder, $size) = @ARGV;
my $head = "March 5, 2024\n";
my $lead = 'On March 5, commencing at 3:30 p.m. for approximately 50 minutes, Ms. ORELL Maris, Minister for ' .
    'Foreign Affairs of Orisia, held a meeting in Geneva with H.E. Mr. Rafe Quintano, Minister of Foreign ' .
    'Affairs of the Republic of Asteria.';
my $said = 'Minister Orell explained the plans.';

sub fill {
	my ($unit) = @_;
	return $unit x ($size / length $unit);
}

# What is repeated: in the place of the lead, in it, and as the body.
my %units = (
	'brackets' => '(',
	'closing-brackets' => ')',
	'numbers' => '1. ',
	'marks' => '(1) ',
	'capital-words' => 'Grand Old ',
	'capitals' => 'GRAND ',
	'titles' => 'Mr. ',
	'names' => 'Mr. Rafe Quintano, ',
	'offices' => 'Minister of ',
	'states' => 'Republic of Asteria, ',
	'cities' => 'Geneva, ',
	'dates' => 'March 5, ',
	'times' => '3:30 p.m. ',
	'lengths' => '50 minutes ',
	'abbreviations' => 'Alpha Beta (AB) ',
	'short-abbreviations' => 'A (A) A (A) ',
	'verbs' => 'Minister Orell explained and ',
	'sentences' => "$said ",
	'documents' => 'The two Ministers signed the Agreement on Lamps and the Plan of Ports and ',
	'meetings' => 'Foreign Minister Summit Leaders Meeting in ',
	'dividers' => "***\n\nLes deux ministres ont dit que la mer est belle.\n\n***\n\n",
	'decisions' => 'The two Ministers decided to hold the next meeting in June. ',
	'quotes' => '"',
	'commas' => ', ',
	'stops' => '. ',
	'spaces' => ' ',
	'letters' => 'x',
	'kanji' => "\xE6\x97\xA5\xE6\x9C\xAC",
	'kana' => "\xE3\x81\xAE",
	'colons' => ': ',
	'semicolons' => ';',
	'square-brackets' => '[',
	'corner-brackets' => "\xE3\x80\x8C",
	'wide-brackets' => "\xEF\xBC\x88",
	'japanese' => "\xE5\xA4\xA7\xE8\x87\xA3\xE3\x81\xAF\xE8\xBF\xB0\xE3\x81\xB9\xE3\x81\x9F\xE3\x80\x82",
	'combining' => "\xCC\x81",
	'capital-names' => 'Mr. RAFE QUINTANO, ',
	'hyphens' => '-',
	'wide-stops' => "\xE3\x80\x82",
);

sub write_file {
	my ($name, $text) = @_;
	open my $out, '>:raw', "$folder/$name" or die "$name: $!\n";
	print $out $text;
	close $out;
}

for my $name (sort keys %units) {
	my $text = fill($units{$name});
	write_file("alone-$name.txt", $text);
	write_file("lead-$name.txt", "$head\n" . $lead =~ s/\.$/, $text./r . "\n\n1. $said\n");
	write_file("body-$name.txt", "$head\n$lead\n\n1. $text\n");
}

my %lines = ('short' => "x\n", 'items' => "1. $said\n", 'headings' => "Short line\n", 'bullets' => "- $said\n",
	'empty' => "\n", 'returns' => "\r", 'captions' => "(Photo)\n", 'indented' => (' ' x 40) . "$said\n",
	'abbreviations' => "The Great Agency (GA) met.\n",
	'deep' => (' ' x 4000) . "$said\n", 'nested' => "1. x\n(1) x\na. x\n- x\n", 'stars' => "* x\n",
	'combining' => "\xCC\x81\n", 'dates' => "March 5, 2024\n", 'long' => ('Some ' x 3000) . "$said\n",
	'quoted' => ('"' x 15000) . "\n", 'bracketed' => ('(' x 15000) . "\n", 'leads' => "$lead\n",
	'verbs' => ('Minister Orell explained and ' x 500) . "\n");
for my $name (sort keys %lines) {
	write_file("lines-$name.txt", "$head\n$lead\n\n" . fill($lines{$name}));
	write_file("before-$name.txt", "$head\n" . fill($lines{$name}) . "\n$lead\n\n1. $said\n");
}

# Many different ones.
my ($terms, $people, $n) = ('', '', 0);
while (length $terms < $size) {
	my ($a, $b, $c) = map { chr(65 + int($n / $_) % 26) } 1, 26, 676;
	$terms .= "The ${a}lpha ${b}eta ${c}amma Group $n ($a$b$c) met. " ;
	$people .= "Mr. ${a}en$n Tor$n, ";
	$n++;
}
write_file('body-terms.txt', "$head\n$lead\n\n1. $terms\n");
write_file('lead-people.txt', "$head\n" . $lead =~ s/\.$/, $people./r . "\n\n1. $said\n");

my %pages = ('divs' => '<div>', 'bold' => '<b>', 'closing' => '</div>', 'items' => '<ol><li>', 'list' => '<li>x',
	'paragraphs' => '<p>x', 'breaks' => '<br>', 'pictures' => '<img src="a.png" alt="A table">', 'comments' => '<!-- x -->',
	'open-comments' => '<!-- ', 'scripts' => '<script>', 'tags' => '<', 'ampersands' => '&', 'references' => '&amp;',
	'quotes' => '<a "', 'attributes' => '<a b c d>', 'tables' => '<table><tr><td>', 'forms' => '<form>', 'hidden' => '<p hidden>x</p>',
	'spans' => '<span>x</span>', 'quotations' => '<blockquote>', 'one-item-lists' => '<ol><li>x</ol>',
	'photos' => '<img alt="(Photo 1)" src=a>', 'anchors' => '<a href="x">x</a> ', 'pre' => "<pre>x\n",
	'entities' => '&#x301;', 'half-references' => '&#',
	'headings' => '<h1>x</h1>', 'figures' => '<figure><img src="a.png"><figcaption>A table</figcaption></figure>',
	'titles' => '<title>x</title>', 'navigation' => '<nav>x</nav>', 'mains' => '<main>x</main>', 'lines' => "x<br>\n");
for my $name (sort keys %pages) {
	write_file("page-$name.html", "<p>$head<p>$lead\n<ol><li>$said</ol>" . fill($pages{$name}));
}

# Markdown, JSON, and bytes that are no text.
my %marks = ('quotes' => '> ', 'lists' => '- ', 'numbers' => '1. ', 'brackets' => '[', 'links' => '[a](', 'pictures' => '![',
	'stars' => '*', 'strong' => '**a ', 'ticks' => '`', 'references' => "[a]: b\n", 'fences' => "```\n", 'html' => '<a ',
	'escapes' => '\\', 'items' => "- x\n", 'headings' => "# x\n", 'rules' => "---\n", 'paragraphs' => "x\n\n",
	'underscores' => '_a_', 'entities' => '&amp;');
write_file("markdown-$_.md", "$head\n$lead\n\n" . fill($marks{$_})) for sort keys %marks;
write_file('markdown-deeper.md', "$head\n$lead\n\n" . join '', map { ' ' x (2 * $_) . "- x\n" } 0 .. sqrt $size);
my %values = ('arrays' => '[', 'objects' => '{"a":', 'strings' => '"', 'numbers' => '1', 'commas' => '[,', 'colons' => ':',
	'escapes' => '"\\u', 'empty' => '[],', 'spaces' => ' ');
for my $name (sort keys %values) {
	write_file("json-$name.json", fill($values{$name}));
	write_file("json-inside-$name.json", '{"meeting": ' . fill($values{$name}) . '}');
}
write_file('bytes-nul.txt', "$head\n$lead\n\n" . fill("\0"));
write_file('bytes-mixed.txt', "$head\n$lead\n\n1. " . fill("caf\xE9 \xC3\xA9 "));
write_file('bytes-wide.txt', "\xFF\xFE" . join '', map { "$_\0" } split //, "$head\n$lead\n\n1. " . 'x' x ($size / 2));
write_file('bytes-half.txt', "\xFE\xFF" . fill("\xD8\x00"));
write_file('bytes-high.txt', fill("\xFF"));
