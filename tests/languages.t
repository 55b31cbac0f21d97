#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Every words file prints what the English one prints, and asks only for
# slots, particles and formats that there are.
use strict;
use warnings;
use utf8;
use FindBin;
use lib "$FindBin::Bin/lib";
use XmlTree qw(elements read_tree);

binmode STDOUT, ':encoding(UTF-8)';
my $root = "$FindBin::Bin/..";
my @languages = map { m{([^/]+)\.xml$} } sort glob "$root/xslt/words/*.xml";
# Formats that a language may leave out, as docs/words.md says.
my $optional = qr/^(?:country|number)\.|\.(?:apposition|office|first)$/;

# The file of a language: {kind}{key} is its element.
sub read_words {
	my ($language) = @_;
	my %words;
	for my $element (elements(read_tree("$root/xslt/words/$language.xml"))) {
		my ($kind, $key) = ($element->{name}, $element->{attributes}{key});
		push @{$words{twice}}, "$kind $key" if $words{$kind}{$key};
		$words{$kind}{$key} = $element;
	}
	return \%words;
}

# Every element below one.
sub below {
	my ($element) = @_;
	return map { ($_, below($_)) } elements($element);
}

# True where the key, or it without some of its words, has a pattern.
sub is_printed {
	my ($patterns, $key) = @_;
	my ($base, @words) = split /\./, $key;
	return 1 if $patterns->{$key} || $patterns->{$base};
	return grep { $patterns->{"$base.$_"} } @words;
}

# The names between backquotes in the table of slots.
sub documented_slots {
	open my $in, '<:encoding(UTF-8)', "$root/docs/words.md" or die "$!\n";
	local $/;
	my ($table) = <$in> =~ /^## Slots\n(.*?)^## /ms;
	return map { $_ => 1 } $table =~ /`(\w+)`/g;
}

my $english = read_words('en');
my %slots = documented_slots();
my ($number, $failed) = (0, 0);

sub check {
	my ($title, @faults) = @_;
	$number++;
	$failed++ if @faults;
	print @faults ? 'not ' : '', "ok $number - $title\n";
	print "#   $_\n" for @faults;
}

for my $language (@languages) {
	my $own = read_words($language);
	my @parts = map { below($_) } values %{$own->{pattern}};
	check("$language: no key stands twice", @{$own->{twice} || []});
	check("$language: the labels of English",
		(map { "missing: $_" } grep { !$own->{word}{$_} } sort keys %{$english->{word}}),
		map { "not in English: $_" } grep { !$english->{word}{$_} } sort keys %{$own->{word}});
	check("$language: the formats of English",
		grep { !/$optional/ && !$own->{format}{$_} } sort keys %{$english->{format}});
	check("$language: a pattern wherever English has one",
		grep { !/^country\./ && !is_printed($own->{pattern}, $_) } sort keys %{$english->{pattern}});
	my %asked = map { $_ => 1 } grep { defined }
		map { @{$_->{attributes}}{$_->{name} eq 'slot' ? 'name' : 'if', 'unless'} } @parts;
	check("$language: slots that are documented", grep { !$slots{$_} } sort keys %asked);
	my %particles = map { $_ => 1 } grep { defined } map { $_->{attributes}{after} } @parts;
	check("$language: particles that there are",
		grep { !$own->{particle}{$_} } sort keys %particles);
	my @classes = map { split / /, join '', @{$_->{children}} } grep { defined } $own->{format}{'country.classes'};
	check("$language: classes of countries with codes and a pattern",
		grep { !$own->{format}{"country.$_"} || !$own->{pattern}{"country.$_"} } @classes);
	my %seen;
	check("$language: no country in two classes",
		grep { $seen{$_}++ } map { split / /, join '', @{$own->{format}{"country.$_"}{children}} } @classes);
}
print "1..$number\n";
exit($failed > 0);
