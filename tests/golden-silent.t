#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Every valid summary among the golden cases is fit for publication: the check
# prints nothing about it. A false positive, or a slip in an input that is
# there for something else, does not stay unseen. Cases of `check` are left
# out: they are there to be found fault with. Many are copies of each other, so
# they are not held against each other.
use strict;
use warnings;
use Cwd 'abs_path';
use FindBin;
use lib "$FindBin::Bin/lib";
use File::Find;
use JSON::PP;
use Tap;

my $program = abs_path($ENV{DIPLODOC} || "$FindBin::Bin/../build/diplodoc");
chdir "$FindBin::Bin/golden" or die "golden: $!\n";

# What must have a finding for what it tests: case, rule, why.
my %expected = map { $_->[0] => $_ } (
	['convert-words/ja-alone', 'party/single', 'the words where a side is alone'],
	['convert-words/ko-alone', 'party/single', 'the words where a side is alone'],
	['convert-words/ja-at-home', 'clock/start-missing', 'the lead of a plain date'],
	['convert-words/ko-at-home', 'clock/start-missing', 'the lead of a plain date'],
	['convert-words/ja-visit', 'clock/home-hidden', 'the local time alone'],
	['convert-words/ko-visit', 'clock/home-hidden', 'the local time alone'],
	['convert/comments', 'text/double-space, engine/suppression-malformed',
		'white space and instructions of any kind'],
);

# The house file that the call of a case names, or "".
sub house_of {
	my ($case) = @_;
	open my $in, '<', "$case/args" or return '';
	my $args = <$in> // '';
	my ($house) = $args =~ m{--house\s+"?\$here/([^"\s]+)};
	return $house ? "$FindBin::Bin/$house" : '';
}

# Documents that cases read, by house.
sub inputs {
	my %of;
	find({no_chdir => 1, wanted => sub {
		(my $path = $File::Find::name) =~ s{^\./}{};
		return if $path =~ m{^(?:check/|convert/check)|/expect/} || !-f $path
			|| $path !~ m{\.xml$|/stdin$};
		my ($case) = $path =~ m{^([^/]+/[^/]+)/} or return;
		push @{$of{house_of($case)}}, $path;
	}}, '.');
	return %of;
}

# Runs a verb on files; its exit code, and the documents of its report by file.
sub run {
	my ($house, $verb, $options, @files) = @_;
	open my $out, '-|', $program, $verb, '--quiet', '--format=json', @$options,
		($house ? "--house=$house" : ()), @files or die "$program: $!\n";
	local $/;
	my $report = decode_json(scalar <$out>);
	close $out;
	return ($? >> 8, map { $_->{file} => $_ } @{$report->{documents}});
}

my ($count, %seen) = (0);
my %inputs = inputs();
for my $house (sort keys %inputs) {
	my @files = sort @{$inputs{$house}};
	my (undef, %valid) = run($house, 'validate', [], @files);
	my @silent;
	for my $file (grep { $valid{$_}{verdict} eq 'pass' } @files) {
		my ($case) = $file =~ m{^([^/]+/[^/]+)};
		my $exception = $expected{$case};
		push @silent, $file unless $exception;
		next unless $exception;
		$seen{$case} = 1;
		my (undef, %of) = run($house, 'check', [], $file);
		my $ids = join ', ', map { $_->{id} } @{$of{$file}{diagnostics}};
		report("$case has the finding that it is for: $exception->[2]",
			$ids eq $exception->[1] ? () : "it has: $ids");
	}
	next unless @silent;
	$count += @silent;
	my ($status, %of) = run($house, 'check',
		['--stage=publish', '--fail-on=advice', '--no-across'], @silent);
	my @found = map {
		my $file = $_;
		map { "$file:$_->{place}{line}: $_->{message} [$_->{id}]" }
			grep { !$_->{suppressed} && !$_->{known} }
			@{$of{$file}{diagnostics}};
	} @silent;
	(my $name = $house || 'the house of each') =~ s{.*/(?=[^/]+/)}{};
	report("nothing is found, with $name", @found);
	report('and the exit code is 0', $status ? "it is $status" : ());
}
report('there were many of them', $count < 60 ? "$count only" : ());
report('every exception is there', grep { !$seen{$_} } sort keys %expected);
finish();
