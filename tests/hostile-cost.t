#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Documents that are as costly as the limits allow: eight times as much takes
# about eight times as long, and never more than the time and memory that one
# document may have. tests/hostile/make-costly.pl makes them, costly.tsv says
# what is found in each.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/hostile", "$FindBin::Bin/lib";
use Bounded;
use File::Temp qw(tempdir);
use Tap;

# Eight times as long, and room for what else the machine does; a cost that
# grows with the square would be 64 times. Under this many seconds the clock
# of the processor is too coarse to tell.
use constant MOST_TIMES => 24;
use constant COARSE => 0.3;

my $here = $FindBin::Bin;
my $bounded = Bounded->new($ENV{DIPLODOC} || "$here/../build/diplodoc");
my $folder = tempdir(CLEANUP => 1);

sub find_faults {
	my ($status, $id, %run) = @_;
	my @faults;
	my ($first) = Bounded::findings($run{out}, []);
	push @faults, "exit code $run{status}, not $status after " .
	    "$run{seconds} s: $run{err}" if $run{status} != $status;
	push @faults, 'found ' . ($first ? $first->{id} : '-') . ", not $id"
	    if $id ne ($first ? $first->{id} : '-');
	return @faults;
}

# A page, or one sentence that says why there is none.
sub find_faults_of_page {
	my ($status, %run) = @_;
	my @faults;
	push @faults, "exit code $run{status}, not $status after " .
	    "$run{seconds} s: $run{err}" if $run{status} != $status;
	push @faults, "no single sentence: $run{err}"
	    if $run{err} !~ ($status ? qr/\Adiplodoc: .+\.\n\z/ : qr/\A\z/);
	return @faults;
}

# One kind of run of both sizes; `examine` gets what a run gave and returns
# its faults.
sub compare_sizes {
	my ($name, $examine, @words) = @_;
	my (%seconds, @faults);
	for my $times (1, 8) {
		my %run = $bounded->run('/dev/null', @words,
			"$folder/$name-$times.xml");
		$seconds{$times} = $run{seconds};
		push @faults, $examine->(%run);
	}
	push @faults, "$seconds{1} s, but eight times as much $seconds{8} s"
	    if $seconds{8} > MOST_TIMES * $seconds{1} + COARSE;
	report(sprintf('%s %s: %.2f s, %.2f s', $words[0], $name,
		@seconds{1, 8}), @faults);
}

sub check {
	my ($name, $status, $id, $converted) = @_;
	compare_sizes($name, sub { find_faults($status, $id, @_) },
		'validate', '--quiet');
	# A sanitizer has seen the same code with the samples, and is slow.
	return if $converted eq '-' || $bounded->{slow};
	compare_sizes($name, sub { find_faults_of_page($converted, @_) },
		qw(convert --to html -o), "$folder/page.html");
}

system($^X, "$here/hostile/make-costly.pl", $folder) == 0
    or die "make-costly.pl failed\n";
open my $in, '<', "$here/hostile/costly.tsv" or die "costly.tsv: $!\n";
my %rows = map { chomp; my @row = split /\t/; $row[0] => \@row }
    grep { !/^#/ } <$in>;
for my $name (map { m{([^/]+)-8\.xml$} } sort glob "$folder/*-8.xml") {
	if ($rows{$name}) {
		check(@{delete $rows{$name}});
	} else {
		report($name, 'it has no row in costly.tsv');
	}
}
report('every row has its document', keys %rows);
finish();
