#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# A second measure of display width, from Perl's Unicode data: no line of
# wire text is wider than it may be, and text hangs behind its number.
use strict;
use warnings;
use utf8;
use FindBin;
use lib "$FindBin::Bin/lib";
use Outputs qw(convert finish program report samples slurp work);
use XmlTree qw(elements read_tree);

binmode STDOUT, ':encoding(UTF-8)';
my $R = 'urn:diplodoc:resolved:1';

# Columns on a terminal: UAX #11, without emoji sequences, which no sample has.
sub columns {
	my ($text) = @_;
	my $columns = 0;
	for (split //, $text) {
		next if /[\p{Mn}\p{Me}\p{Cf}\x{1160}-\x{11FF}]/;
		$columns += /[\p{East_Asian_Width=Wide}\p{East_Asian_Width=Fullwidth}]/ ? 2 : 1;
	}
	return $columns;
}

# Lines that are too wide and could have been broken.
sub wide_lines {
	my ($text, $width) = @_;
	return map { columns($_) . " columns: $_" } grep {
		columns($_) > $width && !m{^\s*(?:[a-z]+:)?\S*[/@]\S*$}
	} split /\n/, $text;
}

# Labels of all items by level.
sub labels {
	my ($element) = @_;
	my $at = $element->{attributes};
	return (defined $at->{"{$R}label"} && $element->{name} eq 'item'
		? [$at->{"{$R}level"}, $at->{"{$R}label"}] : (),
		map { labels($_) } elements($element));
}

# Where the numbers of a text stand in order: [level, line, text column].
# Nested labels may share the line of the one around them.
sub placed_labels {
	my ($lines, @labels) = @_;
	my ($line, $from, @placed) = (0, 0);
	for (@labels) {
		my ($level, $label) = @$_;
		for (;; $line++, $from = 0) {
			return (\@placed, "label $label is nowhere") if $line > $#$lines;
			my $rest = substr $lines->[$line], $from;
			next unless $rest =~ /^(\s*\Q$label\E\s+)\S/;
			$from += length $1;
			push @placed, [$level, $line, columns(substr $lines->[$line], 0, $from)];
			last;
		}
	}
	return \@placed;
}

# Everything up to the next blank line hangs at the column of its text.
sub crooked {
	my ($text, @labels) = @_;
	my @lines = split /\n/, $text;
	my ($placed, @faults) = placed_labels(\@lines, @labels);
	my %column;
	for (@$placed) {
		my ($level, $line, $column) = @$_;
		push @{$column{$level}{$column}}, $line + 1;
		for (my $next = $line + 1; $next < @lines && $lines[$next] ne ''; $next++) {
			last if grep { $_->[1] == $next } @$placed;
			my ($indent) = $lines[$next] =~ /^( *)/;
			push @faults, 'line ' . ($next + 1) . ': ' . length($indent) . " columns instead of $column"
				if length $indent != $column;
		}
	}
	push @faults, map { "level $_ hangs at columns " . join ', ', sort keys %{$column{$_}} }
		grep { keys %{$column{$_}} > 1 } sort keys %column;
	return @faults;
}

my %known = ('abc' => 3, '日本' => 4, '한국' => 4, '（２）' => 6, 'ｱ' => 1, "e\x{301}" => 1,
	'“”' => 2, "a\x{200B}b" => 2, "\x{1112}\x{1161}\x{11AB}" => 2, "\x{FEFF}" => 0);
report('known widths', map { columns($_) == $known{$_} ? () : "$_: " . columns($_) } sort keys %known);
report('a wide line is seen', wide_lines('日本語日本語', 10) ? () : 'it is not');
report('crooked lines are seen',
	crooked("1.  one\n   two\n", [1, '1.']) == 1 && crooked("9. a\n\n10. b\n", [1, '9.'], [1, '10.']) == 1
		? () : 'they are not');

# A summary of twelve items: 9. and 10. hang at one column.
sub twelve_items {
	my ($source) = grep { /<meetingSummary [^>]*xml:lang="en"/ && /<body>\s*<item>/ }
		map { slurp(convert('')->{$_}) } samples();
	my ($item) = $source =~ m{<body>\s*(<item>.*?</item>)}s;
	$item =~ s/ id="[^"]*"| inReplyTo="[^"]*"//g;
	$source =~ s{</body>}{$item x 12 . '</body>'}e;
	my $path = work() . '/twelve.xml';
	open my $out, '>:encoding(UTF-8)', $path or die "$path: $!\n";
	print $out $source;
	close $out;
	system(program(), 'convert', '--house', "$FindBin::Bin/../samples/house/diplodoc-house.xml",
		'--to', 'text,resolved', '--out-dir', work(), $path) == 0 or die "no conversion\n";
	return slurp(work() . '/twelve.txt'), labels(read_tree(work() . '/twelve.resolved.xml'));
}

my ($text, @many) = twelve_items();
report('more than nine numbers', crooked($text, @many), @many > 11 ? () : 'there are not so many');

my $resolved = convert('resolved');
my %labels = map { $_ => [labels(read_tree($resolved->{$_}))] } samples();
for my $width (72, 40, 100) {
	my $outputs = convert('text', '--width', $width);
	for my $name (samples()) {
		my $text = slurp($outputs->{$name});
		my @lines = split /\n/, $text;
		my @faults = wide_lines($text, $width);
		push @faults, map { "space at the end: $_" } grep { /\s$/ } @lines;
		push @faults, 'no line comes near the width'
			unless grep { columns($_) > 0.9 * $width } @lines;
		report("$width columns: $name", @faults);
		report("$width columns: numbers of $name", crooked($text, @{$labels{$name}}));
	}
}
finish();
