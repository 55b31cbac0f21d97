#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Words in are words out: every sentence, name and fact of each sample stands
# in its page, text, JSON and Markdown. What docs/formats.md leaves out of
# print is left out here, and must stand in JSON (see lossless.t).
use strict;
use warnings;
use utf8;
use FindBin;
use Unicode::Normalize 'NFKC';
use lib "$FindBin::Bin/lib";
use Clock qw(clock_patterns date_pattern length_pattern);
use Outputs qw(convert finish report samples slurp);
use PlainText qw(collapse plain_text);
use XmlTree qw(elements read_tree text_of);

binmode STDOUT, ':encoding(UTF-8)';
my $R = 'urn:diplodoc:resolved:1';
my @formats = qw(html text json markdown);

my %mixed = map { $_ => 1 }
	qw(updated occasion lead caption description statement narrative note);
# Words that are for the office, or are printed inside computed names only.
my %hidden = map { $_ => 1 } qw(resolved provenance pronoun shortForm longName shortName);
# Names may be in capitals, and other words where they begin a fact.
my %any_case = map { $_ => 1 } qw(given other family venue place long);

# Text with a hole where words are computed that are not known here.
sub pattern_of {
	my ($node) = @_;
	return quotemeta collapse_inside($node) unless ref $node;
	return '.{0,300}?' if !@{$node->{children}};
	# The marks of a quotation are computed: any two characters, where not known.
	my $marks = $node->{name} =~ /^(?:quote|term)$/ ? '.{0,2}?' : '';
	my ($open, $close) = map { defined ? quotemeta : $marks }
		@{$node->{attributes}}{"{$R}open", "{$R}close"};
	return $open . join('', map { pattern_of($_) } @{$node->{children}}) . $close;
}

sub collapse_inside {
	my ($text) = @_;
	return $text =~ s/[ \t\r\n]+/ /gr;
}

# Every text of a tree as [what, pattern].
sub texts {
	my ($element) = @_;
	my $name = $element->{name};
	return () if $hidden{$name};
	return map { texts($_) } elements($element)
		if !$mixed{$name} && elements($element);
	return () unless text_of($element) =~ /\S/;
	my $pattern = pattern_of($element) =~ s/^(?:\\ )+|(?:\\ )+$//gr;
	return [$name, $any_case{$name} ? qr/$pattern/i : qr/$pattern/s];
}

sub computed_text {
	my ($what, $text) = @_;
	my $pattern = quotemeta collapse($text);
	return [$what, $any_case{$what} ? qr/$pattern/i : qr/$pattern/];
}

# What resolve computed, as [what, pattern].
sub computed {
	my ($element) = @_;
	my @found;
	for my $key (qw(label date)) {
		my $value = $element->{attributes}{"{$R}$key"};
		push @found, [$key, quotemeta collapse($value)] if defined $value && $value ne '';
	}
	if ($element->{ns} eq $R) {
		my %wanted = (person => ['full', 'offices'], party => ['long']);
		push @found, map { computed_text($_, $element->{attributes}{$_}) }
			grep { ($element->{attributes}{$_} // '') ne '' && ($_ ne 'full' || $element->{attributes}{name}) }
			@{$wanted{$element->{name}} || []};
		push @found, computed_text($element->{name}, text_of($element))
			if $element->{name} =~ /^(?:title|series|publisher|issuer|issued|translation|lead|place|fact)$/
			&& text_of($element) ne '';
		push @found, ['session', quotemeta collapse(text_of($_))]
			for map { elements($_, 'name') } elements($element, 'session');
	}
	return @found, map { computed($_) } elements($element);
}

# Days, clocks and lengths, as they are written in the language.
sub moments {
	my ($element, $lang) = @_;
	my ($name, $at) = @$element{qw(name attributes)};
	my @found;
	push @found, ["day of $name", date_pattern($lang, $at->{when} // $at->{date})]
		if $name =~ /^(?:issued|start|updated)$/;
	push @found, ["day of $name", date_pattern($lang, $at->{date})]
		if $name =~ /^(?:outcome|reference|ref|photo)$/ && $at->{date};
	push @found, ["number of $name", quotemeta collapse($at->{number})]
		if $name eq 'ref' && $at->{number};
	push @found, map { ["clock of $name", $_] }
		clock_patterns($lang, $at->{when}, $at->{show} // 'both') if $name eq 'start';
	push @found, ['length', length_pattern($lang, $at->{value})] if $name eq 'duration';
	return @found, map { moments($_, $lang) } elements($element);
}

# How often a pattern stands in a text.
sub count_of {
	my ($text, $pattern) = @_;
	return scalar(() = $text =~ /$pattern/g);
}

# Sentences and facts of one document that an output has not, or not as often.
sub missing {
	my ($format, $output, $wanted) = @_;
	my $plain = plain_text($format, $output);
	my $folded = NFKC($plain);
	my @missing;
	for (@$wanted) {
		my ($what, $pattern, $times, $loose) = @$_;
		$pattern =~ s/\\?\s\??//g if $format eq 'text';
		push @missing, "$what: " . $pattern =~ s/\\//gr
			if count_of($loose ? $folded : $plain, $pattern) < $times;
	}
	return @missing;
}

sub wanted {
	my ($document, $resolved) = @_;
	my ($lang) = $document->{attributes}{'{xml}lang'} =~ /^([a-z]+)/;
	my (%times, %seen);
	my @printed = texts($resolved);
	$times{"@$_[1]"}++ for @printed;
	my @texts = grep { !$seen{"@$_"}++ } @printed, texts($document), computed($resolved);
	return [map { [@$_, $times{"@$_[1]"} // 1] } @texts],
		[map { [@$_, 1, 'loose'] } moments($document, $lang)];
}

my $sources = convert('');
my $resolved = convert('resolved');
my %outputs = map { $_ => convert($_) } @formats;
for my $name (samples()) {
	my ($texts, $times) = wanted(map { read_tree($_->{$name}) } $sources, $resolved);
	for my $format (@formats) {
		my $output = slurp($outputs{$format}{$name});
		# JSON has days and clocks in ISO 8601.
		my @wanted = (@$texts, $format eq 'json' ? () : @$times);
		report("$format of $name: " . @wanted . ' texts and facts',
			missing($format, $output, \@wanted), @wanted > 20 ? () : 'too few are looked for');
	}
}
report('a missing sentence is seen',
	missing('html', '<p>One two.</p>', [['x', 'Three', 1]]) ? () : 'it is not');
report('a sentence that stands once instead of twice is seen',
	missing('html', '<p>One two.</p>', [['x', 'two', 2]]) ? () : 'it is not');
finish();
