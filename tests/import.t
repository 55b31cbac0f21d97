#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Every text in tests/import/ has its facts beside it: text.txt and text.facts. What
# the import reads must be exactly these, no word may be lost, none invented, and a
# second import must give the same. `tests/import.t -u NAME` writes the facts of a
# text anew, to be read before they are believed.
use strict;
use warnings;
use utf8;
use open qw(:std :utf8);
use FindBin;
use lib "$FindBin::Bin/lib";
use File::Temp 'tempdir';
use JSON::PP;
use Facts;
use Tap;

my $here = $FindBin::Bin;
my $program = $ENV{DIPLODOC} || "$here/../build/diplodoc";
# Options of every import of a text: its house, and NAME.options.
my @house;
my @options;
my $work = tempdir(CLEANUP => 1);

sub read_file {
	my ($path) = @_;
	open my $in, '<', $path or die "$path: $!\n";
	local $/;
	return <$in>;
}

# The house of a text: NAME.house.xml beside it, else that of its first word, as
# ja.house.xml of ja-summit.txt, else that of the samples.
sub find_house {
	my ($name) = @_;
	for my $own ($name, $name =~ s/-.*//r) {
		return "$here/import/$own.house.xml" if -e "$here/import/$own.house.xml";
	}
	return "$here/../samples/house/diplodoc-house.xml";
}

# One import: {status, said, xml, report}.
sub run_import {
	my ($path) = @_;
	unlink "$work/out.xml", "$work/report.json";
	my $pid = open my $pipe, '-|';
	if (!$pid) {
		open STDERR, '>&', \*STDOUT;
		exec $program, 'import', @house, @options, '--report', "$work/report.json", '-o', "$work/out.xml", $path;
		exit 127;
	}
	my $said = do { local $/; <$pipe> } // '';
	close $pipe;
	return {status => $? >> 8, said => $said,
		xml => -e "$work/out.xml" ? read_file("$work/out.xml") : undef,
		report => -e "$work/report.json" ?
		    JSON::PP->new->decode(read_file("$work/report.json")) : {}};
}

sub read_facts {
	my ($run) = @_;
	open my $pipe, '-|', $program, 'convert', '--to', 'json', @house, "$work/out.xml" or die;
	my $json = do { local $/; <$pipe> };
	close $pipe or return;
	my $summary = JSON::PP->new->decode($json);
	return (list_facts($summary, $run->{report}), [list_sentences($summary->{body})]);
}

sub print_facts {
	my ($facts) = @_;
	return join '', map { my $field = $_; map { "$field: $_\n" } @{$facts->{$field}} } @FIELDS;
}

sub parse_facts {
	my ($text) = @_;
	my %facts = map { $_ => [] } @FIELDS;
	for (split /\n/, $text) {
		next if /^#|^\s*$/;
		my ($field, $value) = /^(\w+): (.*)$/ or die "not a fact: $_\n";
		push @{$facts{$field}}, $value;
	}
	return \%facts;
}

# All sentences, as they were written.
sub list_sentences {
	my ($parts) = @_;
	return map {
		my $part = $_;
		my @own = ($part->{type} // '') =~ /^(?:statement|narrative|note)$/ ? flatten($part->{content}) : ();
		(@own, map { ref $part->{$_} && !@own ? list_sentences($part->{$_}) : () } qw(sentence item paragraph content));
	} grep { ref eq 'HASH' } @{$parts // []};
}

# Those that the published text lacks; where it breaks its lines does not matter.
sub find_unpublished {
	my ($sentences) = @_;
	open my $pipe, '-|', $program, 'convert', '--to', 'text', @house, "$work/out.xml" or die;
	my $text = do { local $/; <$pipe> } =~ s/\s+//gr;
	close $pipe or return 'it cannot be converted';
	return grep { index($text, s/\s+//gr) < 0 } @$sentences;
}

my $CJK = qr/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/;

# Words with their numbers; in Japanese, letters. Digits count for themselves:
# "Meeting1".
sub count_words {
	my %count;
	$count{lc $_}++ for map { /($CJK|\d+|(?:(?!$CJK)[^\W\d])+)/g } @_;
	return \%count;
}

sub find_missing {
	my ($some, @others) = @_;
	my ($have, $there) = (count_words(@$some), count_words(@others));
	return map { $have->{$_} > ($there->{$_} // 0) ? $_ : () } sort keys %$have;
}

sub strip_tags {
	my ($xml, @without) = @_;
	$xml =~ s{<$_\b.*?</$_>}{ }gs for @without;
	$xml =~ s/<[^>]*>/ /g;
	my %entities = (amp => '&', lt => '<', gt => '>', quot => '"');
	return $xml =~ s/&(\w+);/$entities{$1} \/\/ ' '/ger =~ s/&#x([0-9A-Fa-f]+);/chr hex $1/ger;
}

# What a page shows: its words, and those of its pictures.
sub strip_page {
	my ($html) = @_;
	my $alts = join ' ', $html =~ /\balt="([^"]*)"/g;
	$html =~ s{<!--.*?-->}{ }gs;
	$html =~ s{<(/?)(\w+)}{<$1\L$2}g;
	$html =~ s{</?(?:b|i|em|strong|span|a|abbr|time)\b[^>]*>}{}g;
	my %named = (nbsp => ' ', eacute => 'é');
	$html =~ s/&(\w+);/$named{$1} \/\/ "&$1;"/ge;
	$html =~ s/&#(\d+);/chr $1/ge;
	return strip_tags("$html $alts", 'script', 'style');
}

# Titles of outcomes and references that the text lacks; they begin with a capital.
sub find_untitled {
	my ($xml, $source) = @_;
	my $text = $source =~ s/\s+//gr;
	return grep { my $title = strip_tags($_) =~ s/\s+//gr; $text !~ /\Q@{[substr $title, 1]}\E/ }
	    $xml =~ m{<outcome\b.*?<title>(.*?)</title>}gs, $xml =~ m{<reference\b[^>]*>(.*?)</reference>}gs;
}

# Parts that say in facts what the text says in words.
my @FACTS = qw(provenance glossary meeting outcome reference);
my $update = @ARGV && $ARGV[0] eq '-u' ? $ARGV[1] : undef;
my (%right, %all);
for my $path (sort glob "$here/import/*.{txt,html,md}") {
	my ($name) = $path =~ m{([^/]+)\.\w+$};
	next if defined $update && $name ne $update;
	my $expected = $path =~ s/\.\w+$/.facts/r;
	@house = ('--house', find_house($name));
	@options = -e "$here/import/$name.options" ? split(' ', read_file("$here/import/$name.options")) : ();
	my $run = run_import($path);
	if ($run->{status} != 0) {
		report("$name: is imported", "exit $run->{status}", $run->{said});
		next;
	}
	my ($facts, $sentences) = read_facts($run);
	my $check = system $program, 'fmt', '--check', '--quiet', "$work/out.xml";
	report("$name: is in canonical form", $check == 0 ? () : "it would change");
	if (defined $update) {
		open my $out, '>', $expected or die "$expected: $!\n";
		print $out print_facts($facts);
		close $out;
		next;
	}
	my $wanted = -e $expected ? parse_facts(read_file($expected)) : {};
	my @faults;
	for my $field (@FIELDS) {
		my ($have, $want) = map { join "\n", @{$_->{$field} // []} } $facts, $wanted;
		next if $have eq '' && $want eq '' || $field eq 'reference' && $want eq '';
		$all{$field}++;
		$right{$field} += $have eq $want;
		push @faults, "$field is", split(/\n/, $have), 'and should be', split(/\n/, $want) if $have ne $want;
	}
	report("$name: its facts", @faults);
	report("$name: its sentences are published",
	    @{$sentences // []} ? find_unpublished($sentences) : 'it has none');
	report("$name: a second import gives the same",
	    run_import($path)->{xml} eq $run->{xml} ? () : 'another document');
	my @dropped = map { $_->{text} } @{$run->{report}{drops}};
	my $source = $path =~ /txt$/ ? read_file($path) : $path =~ /html$/ ? strip_page(read_file($path)) : undef;
	report("$name: no word is lost", find_missing([$source],
	    strip_tags($run->{xml}, @FACTS), @dropped)) if defined $source;
	report("$name: no word is invented", find_missing([strip_tags($run->{xml}, 'provenance', @FACTS)], $source)) if defined $source;
	report("$name: its outcomes and references are in the text", find_untitled($run->{xml}, $source)) if defined $source;
}
exit if defined $update;
for my $field (@FIELDS) {
	print sprintf "# %-12s %3d of %3d right\n", $field, $right{$field} // 0, $all{$field} if $all{$field};
}
finish();
