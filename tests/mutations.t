#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Every sample with one wrong fact gets a finding at the place of that fact,
# in plain words; every harmless change gets none. One process reads them all.
use strict;
use warnings;
use FindBin;
use File::Temp 'tempdir';

chdir "$FindBin::Bin/.." or die "$FindBin::Bin: $!\n";
$ENV{LANGUAGE} = 'en'; # what is said is compared
my $program = $ENV{DIPLODOC} || 'build/diplodoc';
my $house = 'samples/house/diplodoc-house.xml';
# 200 mutations are the least that says something.
my $least = 200;

# Words of libraries and of the schema language, which no editor knows.
my $banned = qr/\b(?:
	atomic|character\ data|complex\ ?type|constraint|content\ model|cvc|
	datatype|facet|IDREFS?|key-?sequence|keyref|lexical|libxml2?|
	local\ type|max(?:Length|Inclusive)|min(?:Length|Inclusive)|NCName|
	nillable|node|null|parser|particle|pattern|QName|regex|simple\ ?type|
	token|union\ type|URI|valid\w*|white\ ?space|wildcard|XPath|XSD
	)\b|[{}]|\bxs:/xi;

unless (-x $program) {
	print "1..1\nnot ok 1 - $program does not exist; run make\n";
	exit 1;
}
my $folder = tempdir(CLEANUP => 1);
my @rows = make_mutations();
my %findings = validate(map { $_->{file} } @rows);
my ($number, $failed) = (0, 0);

report(@rows >= $least, scalar(@rows) . ' mutations');
report($findings{status} == 1, "exit status 1, not $findings{status}");
check($_) for @rows;
print "1..$number\n";
exit($failed > 0);

sub make_mutations {
	open my $list, '-|', $^X, 'tests/mutations/mutate.pl', $folder,
	    glob('samples/*.xml') or die "mutate.pl: $!\n";
	my @made;
	while (<$list>) {
		chomp;
		my %row;
		@row{qw(file line column id count what)} = split /\t/;
		push @made, \%row;
	}
	close $list or die "mutate.pl failed\n";
	return @made;
}

# Findings by file, each with line, column, level, message and id.
sub validate {
	my %found;
	open my $output, '-|', $program, 'validate', '--quiet',
	    '--color=never', "--house=$house", @_ or die "$program: $!\n";
	while (<$output>) {
		my ($file, $line, $column, $level, $message, $id) =
		    /^(.+?):(\d+):(\d+): (\w+): (.*) \[(\S+)\]$/ or next;
		push @{$found{$file}}, {line => $line, column => $column,
			level => $level, message => $message, id => $id};
	}
	close $output;
	$found{status} = $? >> 8;
	return %found;
}

sub report {
	my ($ok, $name, @details) = @_;
	$number++;
	$failed++ unless $ok;
	print $ok ? 'ok' : 'not ok', " $number - $name\n";
	print "# $_\n" for $ok ? () : @details;
}

# What is wrong with the findings of one mutation; nothing where all is well.
sub find_faults {
	my ($row, @found) = @_;
	my @faults;
	if ($row->{id} eq 'harmless') {
		return map { "not harmless: $_->{message}" } @found;
	}
	push @faults, "nothing at $row->{line}:$row->{column} [$row->{id}]"
	    unless grep { $_->{line} == $row->{line} &&
		$_->{column} == $row->{column} && $_->{id} eq $row->{id} }
	    @found;
	# Facts that a fault of form hides may be missed elsewhere: a person's
	# only name is misspelt. But nothing is told twice in one place.
	my %at;
	$at{"$_->{line}:$_->{column}"}++ for @found;
	push @faults, 'two findings in one place' if grep { $_ > 1 } values %at;
	push @faults, 'more than one finding' if $row->{count} ne '+' &&
	    1 < grep { $_->{id} =~ m{^(?:schema|xml|input)/} } @found;
	for my $finding (@found) {
		push @faults, "a word of the library: `$&`"
		    if $finding->{message} =~ $banned;
		push @faults, 'no words'
		    if $finding->{id} eq 'schema/unworded';
		push @faults, 'no sentence'
		    unless $finding->{message} =~ /^[`A-Z].*[.?]$/;
	}
	return @faults;
}

sub check {
	my ($row) = @_;
	my @found = @{$findings{$row->{file}} || []};
	my @faults = find_faults($row, @found);
	my @seen = map { "found $_->{line}:$_->{column}: $_->{message} " .
	    "[$_->{id}]" } @found;
	my $prefix = $row->{id} eq 'harmless' ? 'harmless: ' : '';
	report(!@faults, $prefix . $row->{what}, @faults, @seen);
}
