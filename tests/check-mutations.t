#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Every sample with one editorial fault gets one finding, of the rule of that
# fault, on the words or values that are wrong; nothing is found elsewhere, and
# harmless changes get none. One process checks them all. The rules that the
# house wrote itself are left to tests/judges/schematron.t.
#
# tests/mutations/misses.txt lists the mutations that the rules do not find so:
# "id<TAB>sample<TAB>what was done<TAB>why". What is listed must be missed.
use strict;
use warnings;
use utf8;
use FindBin;
use lib "$FindBin::Bin/lib";
use Cwd 'getcwd';
use File::Temp 'tempdir';
use JSON::PP;
use Tap;

binmode STDOUT, ':encoding(UTF-8)';
chdir "$FindBin::Bin/.." or die "$FindBin::Bin: $!\n";
my $program = $ENV{DIPLODOC} || 'build/diplodoc';
my $house = 'samples/house/diplodoc-house.xml';
my $misses = 'tests/mutations/misses.txt';
# What a press office may rely on.
my ($least, $least_found) = (500, 0.95);

sub make_mutations {
	my ($folder) = @_;
	open my $list, '-|:encoding(UTF-8)', $^X, 'tests/mutations/edit.pl',
	    $folder, glob('samples/*.xml') or die "edit.pl: $!\n";
	my (@made, %times);
	while (<$list>) {
		chomp;
		my %row;
		@row{qw(file line column end_line end_column id sample what)} =
		    split /\t/;
		my $key = join "\t", @row{qw(id sample what)};
		my $time = ++$times{$key};
		$row{key} = $time > 1 ? "$key, place $time" : $key;
		push @made, \%row;
	}
	close $list or die "edit.pl failed\n";
	return @made;
}

# What the samples lead to stands beside them.
sub link_files {
	my ($folder) = @_;
	for my $path (glob('samples/*.xml'), 'samples/photos') {
		my ($name) = $path =~ m{([^/]+)$};
		symlink getcwd() . "/$path", "$folder/$name" or die "$name: $!\n";
	}
}

# Documents by file.
sub check {
	my (@files) = @_;
	open my $in, '-|', $program, 'check', '--no-across', '--quiet', '--format=json',
	    '--ignore=house/rule', "--house=$house", @files or die "$program: $!\n";
	local $/;
	my $report = decode_json(scalar <$in>);
	close $in;
	return map { $_->{file} => $_ } @{$report->{documents}};
}

sub read_misses {
	my %reason;
	open my $in, '<:encoding(UTF-8)', $misses or die "$misses: $!\n";
	while (<$in>) {
		next if /^#/;
		chomp;
		my ($id, $sample, $what, $why) = split /\t/;
		die "$misses: no reason: $_\n" unless $why;
		$reason{join "\t", $id, $sample, $what} = $why;
	}
	return %reason;
}

# What is wrong with the findings of one mutation.
sub find_faults {
	my ($row, $document) = @_;
	return ('not checked') if $document->{verdict} eq 'not checked';
	my $expected = join ' ', @$row{qw(line column end_line end_column id)};
	my @found;
	for my $finding (@{$document->{diagnostics}}) {
		# Where a fact is wrong, the other edition rightly differs; but it
		# bears harmless changes.
		next if $row->{id} ne 'harmless' && $finding->{id} =~ m{^edition/} &&
		    grep { defined $_->{file} } @{$finding->{related}};
		my $place = join ' ', @{$finding->{place}}{qw(line column endLine
			endColumn)}, $finding->{id};
		push @found, [$place, "found $place: $finding->{message}"];
	}
	return map { $_->[1] } @found if $row->{id} eq 'harmless';
	return () if @found == 1 && $found[0][0] eq $expected;
	return ("expected $expected", map { $_->[1] } @found);
}

sub report_mutation {
	my ($row, $why, @faults) = @_;
	my $name = $row->{key} =~ s/\t/, /gr;
	return report($name, @faults) unless defined $why;
	report("$name: missed, as $why", @faults ? () :
	    "$misses lists it, and it is found");
}

my $folder = tempdir(CLEANUP => 1);
link_files($folder);
my @rows = make_mutations($folder);
my %documents = check(map { $_->{file} } @rows);
my %reason = read_misses();
my %faults = map { $_->{key} => [find_faults($_, $documents{$_->{file}})] }
    @rows;
# Without its dictionary a language is not checked.
my $no_words = qx('$program' version) =~ /dictionaries +en fr/ ? '' :
    'no dictionaries; install hunspell-en-gb, hunspell-en-us and hunspell-fr';
my @skipped = $no_words ? grep { $_->{id} eq 'text/spelling' } @rows : ();
@rows = grep { $_->{id} ne 'text/spelling' } @rows if $no_words;
my @wrong = grep { $_->{id} ne 'harmless' } @rows;
my $found = grep { !@{$faults{$_->{key}}} } @wrong;

report(@wrong . ' mutations', @wrong >= $least ? () : "at least $least");
report("$found of them are found", $found >= $least_found * @wrong ? () :
    "at least $least_found of them");
my %known = map { $_->{key} => 1 } @rows;
report('every miss is of a mutation', grep { !$known{$_} } sort keys %reason);
report_mutation($_, $reason{$_->{key}}, @{$faults{$_->{key}}}) for @rows;
skip($_->{key} =~ s/\t/, /gr, $no_words) for @skipped;
finish();
