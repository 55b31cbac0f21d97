#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Writes what a fuzz target begins with: make-seeds.pl TARGET FOLDER
#
# FOLDER/corpus has its inputs: samples, hostile documents, cases of faults, rules,
# houses, texts, and what was found before. FOLDER/words.dict has its words.
use strict;
use warnings;
use File::Path 'make_path';
use FindBin;
use MIME::Base64;
use constant LARGEST => 24 * 1024;

my ($target, $folder) = @ARGV;
my $root = "$FindBin::Bin/../..";

sub read_file {
	my ($path) = @_;
	open my $in, '<:raw', $path or die "$path: $!\n";
	local $/;
	return <$in> // '';
}

sub write_file {
	my ($path, $bytes) = @_;
	open my $out, '>:raw', $path or die "$path: $!\n";
	print $out $bytes;
	close $out or die "$path: $!\n";
}

sub files { return map { glob "$root/$_" } @_ }

# --- documents ---------------------------------------------------------------

sub documents { return files('samples/*.xml', 'tests/schema-cases/*.xml') }

# As make-hostile.pl and make-costly.pl write them, the short ones.
sub hostile {
	my $made = "$folder/hostile";
	make_path($made);
	system($^X, "$root/tests/hostile/make-hostile.pl", $made) == 0 or die "make-hostile.pl fails\n";
	return glob "$made/*.xml";
}

# What stands in the slots of a case of rules, by name.
sub slots { return "\n$_[0]" =~ /^(\w+):[ ]*(.*?)\n?(?=^\w+:|\z)/gms }

# Every so many of the cases of rules, in their documents.
sub rule_cases {
	my ($every) = @_;
	my ($base, $defaults) = map { read_file("$root/tests/rules/$_") } qw(base.xml defaults.case);
	my @cases = map { s/^#.*\n//gmr } map { split /^== .*\n/m, read_file($_) } files('tests/rules/*/*.case');
	my @made;
	for (grep { /^body:/m } @cases) {
		my %slots = (slots($defaults =~ s/^#.*\n//gmr), slots(s/\xC2[\xAB\xBB]//gr));
		push @made, $base =~ s/\{(\w+)\}/$slots{$1}/gr;
	}
	return map { $made[$_ * $every] } 0 .. $#made / $every;
}

# --- records -----------------------------------------------------------------

sub wire_text { return defined $_[0] ? length($_[0]) . ":$_[0]" : ':' }
sub wire_numbers { return join '', map { "$_," } @_ }

# As diplodoc_record writes findings.
sub findings {
	my ($count) = @_;
	my $place = wire_numbers(1, 1, 1, 5, 0, 4);
	my $finding = join '', (map { wire_text($_) } 'xml/tag', 'error', 'It is wrong.', undef), $place,
	    wire_numbers(1), wire_text(undef), $place, wire_text('here'), wire_text('safe'),
	    wire_numbers(1), $place, wire_text('<b/>'), wire_text('0123456789abcdef'),
	    wire_text('old'), wire_text('2027-01-01'), wire_text(undef), wire_numbers(0);
	return wire_numbers(2, 1, $count, $count) . $finding x $count;
}

# What a journal keeps of a document, and its line.
sub entry {
	my $digest = 'a' x 64;
	return join '', wire_text($digest), wire_numbers(0), wire_text(undef), wire_numbers(1),
	    wire_text('html'), wire_text('out/a.html'), wire_text($digest), wire_numbers(4096, 1),
	    wire_text('A note.'), wire_numbers(1), findings(1);
}

sub line { return join "\t", 1, 'a' x 64, 'a%20b.xml', encode_base64(entry(), '') =~ s/=+$//r }

sub frame { return "DDrec\r\n\x1a" . pack('Q<Q<', 7, length $_[0]) . $_[0] . 'x' x 8 . "END\r\nDD\x1a" }

sub records {
	return (map({ 'f' . findings($_) } 0 .. 2), 'e' . line(), 'j' . entry(), 'w' . "\1\2" . findings(1), 'r' . frame('ab'));
}

# --- words -------------------------------------------------------------------

sub quote { return '"' . ($_[0] =~ s/([^ !#-\[\]-~])/sprintf '\\x%02X', ord $1/ger) . '"' . "\n" }

# Tags, attributes and values that a schema declares.
sub schema_words {
	my $text = join '', map { read_file($_) } files(@_);
	my %words;
	$words{$_} = 1 for map { ("<$_>", "</$_>", "<$_ ") } $text =~ /<xs:element name="([^"]+)"/g;
	$words{qq( $_=")} = 1 for $text =~ /<xs:attribute name="([^"]+)"/g;
	$words{qq("$_")} = 1 for $text =~ /<xs:enumeration value="([^"]+)"/g;
	return sort keys %words;
}

# Elements, attributes and functions of rules.
sub rule_words {
	my $text = join '', map { read_file($_) } files('samples/house/*.sch', 'tests/golden/check/*/*.sch');
	my %words = map { $_ => 1 } $text =~ m{(</?[\w:]+>?| [\w:-]+="|[\w:-]+\(|[\w-]+::|//|\.\.| (?:and|or|div|mod) )}g;
	return sort keys %words;
}

my @marks = ("\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF", '<?xml version="1.0" encoding="', 'UTF-16"?>', 'windows-1252"?>',
	'ISO-8859-1"?>', '<!DOCTYPE ', '<![CDATA[', ']]>', '<!--', '-->', '&#x', '&amp;', ' xmlns:a="', "\r\n", '<?diplodoc ');
my @house = ('schemas/house.xsd');
my @summary = ('schemas/meeting-summary.xsd');

# --- targets -----------------------------------------------------------------

my %targets = (
	text => sub { [files('tests/import/*.txt')], [], [] },
	html => sub { [files('tests/import/*.html')], [], [] },
	gate => sub { [documents(), hostile()], [], [@marks] },
	locate => sub { [documents(), hostile()], [], [@marks, schema_words(@summary)] },
	validate => sub { [documents(), hostile(), files('samples/house/*.xml')], [], [schema_words(@summary)] },
	check => sub { [files('samples/*.xml')], [rule_cases(2)], [schema_words(@summary)] },
	convert => sub { [files('samples/*.xml')], [rule_cases(10)], [schema_words(@summary)] },
	schematron => sub { [files('samples/house/*.sch', 'tests/golden/check/*/*.sch')], [], [rule_words()] },
	house => sub { [files('samples/house/*.xml', 'xslt/house.xml', 'tests/golden/*/*/*house*.xml')], [], [schema_words(@house)] },
	record => sub { [], [records()], ["DDrec\r\n\x1a", "END\r\nDD\x1a", "\t", ':', ',', '18446744073709551615,', '2147483648,'] },
);
my $make = $targets{$target} or die "there is no target $target\n";
my ($files, $made, $words) = $make->();

make_path("$folder/corpus");
my $number = 0;
my @found = files("tests/fuzz/found/$target-*");
for (@$made, map { read_file($_) } grep { -s $_ <= LARGEST } @$files, @found) {
	write_file(sprintf('%s/corpus/%04d', $folder, $number++), $_);
}
my $known = $target =~ /^(?:text|html)$/ ? read_file("$root/tests/fuzz/words.dict") : '';
write_file("$folder/words.dict", join '', $known, map { quote($_) } @$words);
