#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# The lists of codes in the schemas are those of the standards: countries and
# currencies by Debian's iso-codes, time zones by the names of tzdata. A
# currency that has left ISO 4217 stands below with the year in which it went;
# a second judge (ICU, asked through Node) must know each of them by name.
use strict;
use warnings;
use utf8;
use FindBin;
use JSON::PP;
use lib "$FindBin::Bin/lib";
use Need;
use Tap;

chdir "$FindBin::Bin/.." or die "codes.t: $!\n";
my $codes = '/usr/share/iso-codes/json';
my $zones = '/usr/share/zoneinfo/tzdata.zi';
my @schemas = ('schemas/meeting-summary.xsd', 'schemas/house.xsd');

# Replaced by the euro, or withdrawn since 2009, when the archives begin.
my %withdrawn = (
	ANG => 2025, ATS => 2002, BEF => 2002, BGN => 2026, BYR => 2016,
	CUC => 2021, CYP => 2008, DEM => 2002, EEK => 2011, ESP => 2002,
	FIM => 2002, FRF => 2002, GRD => 2002, HRK => 2023, IEP => 2002,
	ITL => 2002, LTL => 2015, LUF => 2002, LVL => 2014, MRO => 2018,
	MTL => 2008, NLG => 2002, PTE => 2002, SIT => 2007, SKK => 2009,
	SLL => 2024, STD => 2018, VEF => 2018, ZMK => 2013, ZWL => 2024,
);
# In ISO 4217, but younger than the iso-codes of Debian 12.
my %younger = (XAD => 2025, XCG => 2025, ZWG => 2024);

sub read_json {
	my ($file) = @_;
	open my $in, '<:raw', "$codes/$file" or die "$codes/$file: $!\n";
	local $/;
	return decode_json(<$in>);
}

# The values of one attribute in the elements of a simple type.
sub values_in {
	my ($schema, $type, $element) = @_;
	my $path = "//*[local-name()='simpleType'][\@name='$type']" .
		"//*[local-name()='$element']/\@value";
	my $found = `xmllint --nonet --xpath "$path" '$schema' 2>/dev/null`;
	return $found =~ m{value="([^"]*)"}g;
}

# The pattern of a simple type, or nothing.
sub pattern_of {
	my ($schema, $type) = @_;
	return (values_in($schema, $type, 'pattern'))[0];
}

# The values of a list, in their order.
sub values_of {
	my ($schema, $type) = @_;
	return values_in($schema, $type, 'enumeration');
}

# Whether a whole code is matched.
sub matches {
	my ($code, $pattern) = @_;
	return $code =~ /\A(?:$pattern)\z/;
}

# Every code of so many capitals that a pattern accepts.
sub accepted {
	my ($pattern, $length) = @_;
	my @codes = ('');
	for (1 .. $length) {
		@codes = map { my $begin = $_; map { "$begin$_" } 'A' .. 'Z' }
			@codes;
	}
	return grep { matches($_, $pattern) } @codes;
}

# What two lists do not share, in words.
sub compare {
	my ($accepted, $wanted) = @_;
	my %accepted = map { $_ => 1 } @$accepted;
	my %wanted = map { $_ => 1 } @$wanted;
	return ((map { "$_ is missing" } grep { !$accepted{$_} } sort @$wanted),
		map { "$_ is not a code" } grep { !$wanted{$_} } @$accepted);
}

sub check_countries {
	my ($schema) = @_;
	my @iso = map { $_->{alpha_2} } @{read_json('iso_3166-1.json')->{'3166-1'}};
	my @own = map { "X$_" } 'A' .. 'Z';
	my @accepted = accepted(pattern_of($schema, 'countryCode'), 2);
	report("$schema: " . @accepted . ' countries: ISO 3166-1 and XA to XZ',
		compare(\@accepted, [@iso, @own]));
}

sub check_currencies {
	my ($schema) = @_;
	my $pattern = pattern_of($schema, 'currencyCode') or return;
	my @iso = map { $_->{alpha_3} } @{read_json('iso_4217.json')->{4217}};
	my %known = map { $_ => 1 } @iso, keys %withdrawn, keys %younger;
	my @accepted = accepted($pattern, 3);
	report("$schema: " . @accepted . ' currencies: ISO 4217, and what it withdrew',
		compare(\@accepted, [keys %known]));
	check_withdrawn();
}

# A code that no one ever used has no name.
sub check_withdrawn {
	my @codes = sort keys %withdrawn;
	my $name = 'all ' . @codes . ' withdrawn currencies have a name';
	my $script = 'const names = new Intl.DisplayNames("en", ' .
		'{type: "currency"}); for (const c of process.argv.slice(1)) ' .
		'if (names.of(c) === c) console.log(c);';
	my $out = `node -e '$script' @codes 2>/dev/null`;
	if ($? == 0) {
		return report($name, map { "$_ has none" } split ' ', $out);
	}
	my $why = 'node is not installed (Debian: nodejs)';
	skip($name, $why);
}

sub check_zones {
	my ($schema) = @_;
	my $pattern = pattern_of($schema, 'zoneName');
	open my $in, '<', $zones or die "$zones: $!\n";
	my @names;
	while (<$in>) {
		push @names, $1 if /^Z (\S+)/ || /^L \S+ (\S+)/;
	}
	close $in;
	my @places = grep { m{/} } @names;
	report("$schema: " . @places . ' zone names',
		@places ? (map { "$_ is refused" } grep { !matches($_, $pattern) } @places)
		: 'no names were read');
	report("$schema: no zone without a place but UTC",
		grep { matches($_, $pattern) && $_ ne 'UTC' } grep { !m{/} }
			@names, qw(JST +09:00 GMT+9 asia/tokyo Tokyo));
}

# Tags of BCP 47 in their usual capitals; the same in xml.xsd as elsewhere.
sub check_languages {
	my ($schema) = @_;
	my $pattern = pattern_of($schema, 'languageTag');
	my @good = qw(en ja haw ja-Latn fr-CA es-419 zh-Hant-TW de-CH-1996
		sl-rozaj sr-Latn-RS-ekavsk en-GB-oxendict ja-x-mofa);
	my @bad = qw(EN english en_US en-us ja-latn ja-JP-Latn jp_JP e en-);
	open my $in, '<', 'schemas/xml.xsd' or die "xml.xsd: $!\n";
	my ($attribute) = do { local $/; <$in> } =~ /pattern value="([^"]*)"/;
	report("$schema: language tags",
		(map { "$_ is refused" } grep { !matches($_, $pattern) } @good),
		(map { "$_ is accepted" } grep { matches($_, $pattern) } @bad),
		$attribute eq $pattern ? () : 'xml:lang has another pattern');
}

# The JSON Schema gives the same patterns and lists as the types of the XSD.
sub check_json {
	my ($schema, $json) = @_;
	open my $in, '<:raw', $json or die "$json: $!\n";
	my $definitions = decode_json(do { local $/; <$in> })->{'$defs'};
	my ($count, @wrong) = 0;
	for my $type (sort keys %$definitions) {
		my $definition = $definitions->{$type};
		if (my $pattern = pattern_of($schema, $type)) {
			$count++;
			push @wrong, "$type has another pattern" if
			    ($definition->{pattern} // '') ne "^(?:$pattern)\$";
		}
		my @values = values_of($schema, $type) or next;
		$count++;
		push @wrong, "$type has other values"
		    if "@values" ne join ' ', @{$definition->{enum} || []};
	}
	report("$json: $count patterns and lists as in the XSD",
		$count > 0 ? @wrong : 'nothing was compared');
}

need_command('xmllint', 'libxml2-utils');
need_file("$codes/iso_3166-1.json", 'iso-codes');
need_file($zones, 'tzdata');
for my $schema (@schemas) {
	check_countries($schema);
	check_currencies($schema);
	check_zones($schema);
}
check_languages($schemas[0]); # the other has tags as xml:lang alone
check_json($schemas[0], 'schemas/meeting-summary.schema.json');
finish();
