#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# The version of the program is the top one of CHANGELOG.md, its day is the one
# of the manual pages, and documents and rules name no other version.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Lint;

my @months = qw(January February March April May June July August September
    October November December);
my ($version) = read_file('src/diplodoc.h') =~ /DIPLODOC_VERSION "([^"]+)"/;
my ($day) = read_file('src/cli/man.c') =~ /release_date\[\] = "([^"]+)"/;
my @releases = read_file('CHANGELOG.md') =~ /^## (.*)$/mg;
my $number = qr/\d+\.\d+\.\d+/;

# "November 6, 2026" for "2026-11-06".
sub write_day {
	my ($year, $month, $of_month) = split /-/, shift;
	return $months[$month - 1] . ' ' . ($of_month + 0) . ", $year";
}

# 0.10.2 as something that sorts.
sub sort_key { return join '.', map { sprintf '%06d', $_ } split /\./, shift }

report('CHANGELOG.md heads each version by its number and day',
    @releases ? () : 'none',
    grep { !/^$number - \d{4}-(?:0[1-9]|1[0-2])-\d\d$/ } @releases);
my ($top, $released) = split / - /, $releases[0];
report('the program has the top version of CHANGELOG.md',
    $top eq $version ? () : "$version, not $top");
report('the manual pages have its day',
    write_day($released) eq $day ? () : "$day, not $released");

my @keys = map { sort_key((split / /)[0]) } @releases;
report('newer versions stand above older ones', map { $releases[$_] }
    grep { $keys[$_] ge $keys[$_ - 1] } 1 .. $#keys);

my @since = read_file('src/diag/catalog.def') =~
    /^RULE\(.*, "(\d+\.\d+)",$/mg;
my %listed = map { (split / /)[0] =~ s/\.\d+$//r => 1 } @releases;
report('rules are of versions that stand in it', @since ? () : 'none',
    grep { !$listed{$_} } @since);

my @shown;
for my $page (list_files(qr{^(?:README\.md|docs/.*\.md)$})) {
	my $text = read_file($page);
	while ($text =~ /(?:diplodoc |"version": ")($number)/g) {
		push @shown, "$page: $1" if $1 ne $version;
	}
}
report('documents show this version', @shown);
finish();
