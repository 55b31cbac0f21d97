#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# C is laid out as .clang-format says.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Lint;

my $name = 'clang-format changes nothing';
my @files = list_files(qr{^(?:src|tests|tools)/.*\.[ch]$});
if (grep { -x "$_/clang-format" } split /:/, $ENV{PATH}) {
	my @words = grep { /error:/ }
	    `clang-format --dry-run -Werror @files 2>&1`;
	chomp @words;
	push @words, "clang-format ended with $?" if $? && !@words;
	report($name, @words);
} else {
	skip($name, 'clang-format is not installed');
}
finish();
