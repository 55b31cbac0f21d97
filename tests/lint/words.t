#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Every language has the same words, and nothing asks for a word there is not.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Lint;

my $first = 'xslt/words/en.xml';
my @files = list_files(qr{^xslt/words/\w+\.xml$});

# "word skip", "pattern clock.12": kinds and keys of a file, with how often.
sub read_keys {
	my ($text) = @_;
	my %keys;
	$text =~ s/<!--.*?-->//gs;
	$keys{"$1 $2"}++ while $text =~ /<(word|format|pattern)\s+key="([^"]*)"/g;
	return \%keys;
}

# A language may do with fewer variants of a pattern: "event" stands in for
# "event.summit.telephone" where there is nothing nearer.
sub is_answered {
	my ($key, $keys) = @_;
	return 1 if $keys->{$key};
	return 0 if $key !~ /^pattern /;
	my ($base, @variants) = split /\./, $key;
	return 1 if $keys->{$base};
	return scalar grep { $keys->{"$base.$_"} } @variants;
}

# What one language has and the other does not.
sub compare {
	my ($language, $other, $keys, $others) = @_;
	return map { "$other has $_, $language has not" }
	    grep { !is_answered($_, $keys) } sort keys %$others;
}

my $english = read_keys(read_file($first));
report("$first has words", %$english ? () : 'none');
for my $file (@files) {
	my $keys = read_keys(read_file($file));
	report("$file: no key stands twice",
	    grep { $keys->{$_} > 1 } sort keys %$keys);
	report("$file has the words of English",
	    compare($file, $first, $keys, $english),
	    compare($first, $file, $english, $keys)) if $file ne $first;
}

# Keys that are written out; those that are put together cannot be seen here.
my @unknown;
for my $file (list_files(qr{^xslt/.*\.xsl$})) {
	my $text = read_file($file);
	while ($text =~ /name="word">\s*<xsl:with-param name="key">([^<]+)</g) {
		push @unknown, "$file: $1" unless $english->{"word $1"};
	}
}
for my $file (list_files(qr{^src/model/.*\.c$})) {
	my $text = read_file($file);
	while ($text =~ /dd_word(_format|s_print)?\(\s*[^",]+,\s*"([^"]+)"/g) {
		my ($how, $key) = ($1 // '', $2);
		my $known = $how eq 's_print' ?
		    grep { /^pattern \Q$key\E(?:\.|$)/ } keys %$english :
		    $english->{($how ? 'format ' : 'word ') . $key};
		push @unknown, "$file: $key" unless $known;
	}
}
report('every word that is asked for is there', @unknown);
finish();
