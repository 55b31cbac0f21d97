# SPDX-License-Identifier: MIT
# What a run that was hurt may leave behind: files that are old or new, never in
# between, and nothing beside them.
package Whole;
use strict;
use warnings;
use Exporter 'import';
use File::Find;
use Run;
our @EXPORT = qw(list_files judge_files);

# name => bytes of all files below a folder.
sub list_files {
	my ($folder) = @_;
	my %files;
	find({no_chdir => 1, wanted => sub { $files{$_} = read_bytes($_) if -f }}, $folder);
	return \%files;
}

# A manifest and a journal, whose names begin so, are lines. Of what failed there
# are none, but the journal may say with which code; its last line may be torn.
sub is_whole {
	my ($name, $got, $want) = @_;
	return $got eq $want if $name !~ m{/(?:manifest|journal)[^/]*$};
	my %right = map { ($_, 1) } split m{^}, $want;
	my @lines = split m{^}, $got;
	pop @lines if $name =~ m{/journal} && @lines && $lines[-1] !~ /\n\z/;
	return !grep { !$right{$_} && !/^\w+\t[345]\t/ } @lines;
}

# What is wrong with the files that are there, given those that were there before
# and those that a run makes which is not hurt.
sub judge_files {
	my ($got, $want, $old) = @_;
	my @gone = map { exists $got->{$_} ? () : "$_ is gone" } keys %$old;
	return @gone, map {
		exists $old->{$_} && $got->{$_} eq $old->{$_} ? () : !exists $want->{$_} ? "$_ is left"
		: is_whole($_, $got->{$_}, $want->{$_}) ? () : "$_ is not whole"
	} sort keys %$got;
}

1;
