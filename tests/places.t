#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# The names that are kept by hand are true: countries are those of iso3166.tab,
# the zone of each city is one that zone.tab gives its country, every state
# has a city, ISO's official names of states are known, and data/places.tsv has
# been made of all of it.
use strict;
use warnings;
use utf8;
use open qw(:std :utf8);
use FindBin;
use lib "$FindBin::Bin/lib";
use JSON::PP;
use Tap;

my $root = "$FindBin::Bin/..";
my $zoneinfo = '/usr/share/zoneinfo';
my $names = '/usr/share/iso-codes/json/iso_3166-1.json';
my %KOSOVO = (XK => 'Europe/Belgrade'); # in use, and in no list of ISO
my %NO_CITY = map { $_ => 1 } qw(AI AQ AS AW AX BL BM BQ BV CC CW CX EH FK FO GF GG GI GL
    GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF PF PM PN PR RE SH SJ SX TC TF
    TK TW UM VG VI WF YT); # no states; some have cities all the same

sub read_rows {
	my ($path) = @_;
	open my $in, '<', $path or die "$path: $!\n";
	chomp(my @rows = grep { !/^#/ } <$in>);
	return @rows;
}

# {country => {zone => 1}}
sub read_zones {
	my %zones = (XK => {$KOSOVO{XK} => 1});
	for (read_rows("$zoneinfo/zone.tab")) {
		my ($code, undef, $zone) = split /\t/;
		$zones{$code}{$zone} = 1;
	}
	return \%zones;
}

sub judge_city {
	my ($zones, $name, $country, $zone) = @_;
	return "$name: $zone is not installed" if !-f "$zoneinfo/$zone";
	return $zones->{$country}{$zone} ? () : "$name: $zone is no zone of $country";
}

# A short key, in which what ISO puts behind a comma does not count.
sub fold {
	my ($name) = @_;
	return lc($name) =~ s/^the //r =~ s/[’']/'/gr;
}

if (!-f "$zoneinfo/zone.tab") {
	print "1..0 # SKIP zone.tab is missing; install tzdata\n";
	exit;
}
my %country = (%KOSOVO, map { /^(\w\w)\t(.*)/ ? ($1 => $2) : () } read_rows("$zoneinfo/iso3166.tab"));
my $zones = read_zones();
my @own = read_rows("$root/data/places-own.tsv");
my (%has_city, %city, %state, %seen, @columns, @codes, @zones, @venues);
for (@own) {
	my ($kind, $name, $code, $last) = split /\t/;
	push @columns, "$_: it stands twice" if $seen{$_}++;
	if ($kind eq 'city') {
		push @zones, judge_city($zones, $name, $code, $last);
		$has_city{$code} = 1;
		$city{"$name $code"} = 1;
	} elsif ($kind eq 'state' || $kind eq 'people') {
		push @columns, "$_: no such language" if ($last // '') !~ /^(en|fr|ja|ko)$/;
		$state{fold($name)} = 1 if $last eq 'en';
	} elsif ($kind eq 'organisation') {
		push @columns, "$_: no such language" if ($last // '') !~ /^(en|fr|ja|ko)$/;
		next;
	} elsif ($kind eq 'not' || $kind eq 'zone') {
		next;
	} elsif ($kind ne 'venue') {
		push @columns, "$_: no such kind of row";
	}
	push @codes, map { $country{$_} ? () : "$name: no country $_" } split / /, $code =~ tr/?//dr;
}
push @venues, map { /^venue\t(.*)\t(..)\t(.*)/ && !$city{"$3 $2"} ? "$1: no city $3 in $2" : () } @own;
report('all rows have a kind and a language, and stand once', @columns);
report('all countries are in iso3166.tab', @codes);
report('all zones are installed, and are of their country', @zones);
report('all venues have a city', @venues);
report('every state has a city', map { $has_city{$_} || $NO_CITY{$_} ? () : "$_ $country{$_}" } sort keys %country);
my %made = map { $_ => 1 } read_rows("$root/data/places.tsv");
report('data/places.tsv has all of it; run tools/places', grep { !/^not\t/ && !$made{$_} } @own);

if (!-f $names) {
	print "# official names are not compared; install iso-codes\n";
} else {
	open my $in, '<:raw', $names or die;
	my $list = JSON::PP->new->utf8->decode(do { local $/; <$in> })->{'3166-1'};
	my @missing = map { $_->{alpha_2} ne 'TW' && !$NO_CITY{$_->{alpha_2}} && $_->{official_name} &&
	    $_->{official_name} ne $_->{name} && !$state{fold($_->{official_name})} ?
	    "$_->{alpha_2} $_->{official_name}" : () } @$list;
	report('the official names of all states are known', @missing);
}
finish();
