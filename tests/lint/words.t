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
my $model = join '', map { read_file($_) } list_files(qr{^src/model/.*\.c$});

# "word skip", "pattern clock.12": kinds and keys of a file, with how often.
sub read_keys {
	my ($text) = @_;
	my %keys;
	$text =~ s/<!--.*?-->//gs;
	$keys{"$1 $2"}++ while $text =~ /<(word|format|pattern)\s+key="([^"]*)"/g;
	return \%keys;
}

# Grammar differs: a language may lack a variant of a pattern or have others,
# but none lacks the whole family, "event" of "event.summit.telephone".
sub family_of { return $_[0] =~ s/\..*//r }

# What English has and this language does not.
sub find_missing {
	my ($english, $keys) = @_;
	my %families = map { family_of($_) => 1 } keys %$keys;
	return grep { /^word / ? !$keys->{$_} : !$families{family_of($_)} }
	    sort keys %$english;
}

# What this language has alone, and no code asks for: a slip, or left over.
sub find_unasked {
	my ($english, $keys) = @_;
	return grep { !$english->{$_} && (/^word / ||
	    $model !~ /"\Q@{[family_of($_) =~ s{.* }{}r]}\E[".]/) }
	    sort keys %$keys;
}

my $english = read_keys(read_file($first));
report("$first has words", %$english ? () : 'none');
my %all;
for my $file (@files) {
	my $keys = read_keys(read_file($file));
	@all{keys %$keys} = values %$keys;
	report("$file: no key stands twice",
	    grep { $keys->{$_} > 1 } sort keys %$keys);
	next if $file eq $first;
	report("$file has what English has", find_missing($english, $keys));
	report("$file has nothing that no one asks for",
	    find_unasked($english, $keys));
}

# Keys that are written out; those that are put together cannot be seen here.
# Some belong to the grammar of one language only.
my @unknown;
for my $file (list_files(qr{^xslt/.*\.xsl$})) {
	my $text = read_file($file);
	while ($text =~ /name="word">\s*<xsl:with-param name="key">([^<]+)</g) {
		push @unknown, "$file: $1" unless $all{"word $1"};
	}
}
for my $file (list_files(qr{^src/model/.*\.c$})) {
	my $text = read_file($file);
	while ($text =~ /dd_word(_format|s_print)?\(\s*[^",]+,\s*"([^"]+)"/g) {
		my ($how, $key) = ($1 // '', $2);
		my $known = $how eq 's_print' ?
		    grep { /^pattern \Q$key\E(?:\.|$)/ } keys %all :
		    $all{($how ? 'format ' : 'word ') . $key};
		push @unknown, "$file: $key" unless $known;
	}
}
report('every word that is asked for is there', @unknown);
finish();
