#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Nothing asks for a word there is not, and no language has one that nobody
# asks for. That every language has what English has is for languages.t.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Lint;

my $first = 'xslt/words/en.xml';
my @files = list_files(qr{^xslt/words/\w+\.xml$});
my $model = join '', map { read_file($_) } list_files(qr{^src/model/.*\.c$});

# "word skip", "pattern clock.12": kinds and keys of a file.
sub read_keys {
	my ($text) = @_;
	my %keys;
	$text =~ s/<!--.*?-->//gs;
	$keys{"$1 $2"} = 1 while $text =~ /<(word|format|pattern)\s+key="([^"]*)"/g;
	return \%keys;
}

sub family_of { return $_[0] =~ s/.* //r =~ s/\..*//r }

# What this language has alone, and no code asks for: a slip, or left over.
sub find_unasked {
	my ($english, $keys) = @_;
	return grep { !$english->{$_} && (/^word / ||
	    $model !~ /"\Q@{[family_of($_)]}\E[".]/) }
	    sort keys %$keys;
}

my $english = read_keys(read_file($first));
report("$first has words", %$english ? () : 'none');
my %all;
for my $file (@files) {
	my $keys = read_keys(read_file($file));
	%all = (%all, %$keys);
	next if $file eq $first;
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
