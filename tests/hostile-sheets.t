#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Hostile stylesheets, made by tests/hostile/make-sheets.pl: each gives what
# sheets.tsv says, in bounded time: an output without anything that runs, or no
# output and one sentence; the old output stays then. None reaches what it asks for.
use strict;
use warnings;
use utf8;
use Cwd qw(abs_path);
use FindBin;
use lib "$FindBin::Bin/hostile", "$FindBin::Bin/lib";
use Bounded;
use File::Temp qw(tempdir);
use IO::Socket::INET;
use POSIX qw(mkfifo);
use Tap;
use Watch qw(can_trace faults_of_calls faults_of_end faults_of_output faults_of_verdict write_file);

binmode STDOUT, ':utf8';
my $here = abs_path($FindBin::Bin);
my $bounded = Bounded->new(abs_path($ENV{DIPLODOC} || "$here/../build/diplodoc"));
my $work = abs_path(tempdir(CLEANUP => 1));
chdir $work or die "$work: $!\n";

# What may never stand on a page, whatever a stylesheet does.
my $RUNS = qr{<\s*(?:script|iframe|object|embed|svg|form|base|style)\b|\son\w+\s*=|(?:javascript|vbscript|data|file)\s*:}i;

# {file => [exit code, words of the sentence or the output]}
sub read_rows {
	open my $in, '<:utf8', "$here/hostile/sheets.tsv" or die "sheets.tsv: $!\n";
	return map { chomp; my ($name, @row) = split /\t/; $name => \@row } grep { !/^#/ } <$in>;
}

# What is said beside words about addresses that are left out.
sub faults_of_sentence {
	my ($words, $said) = @_;
	my ($sentence) = $said =~ /\A(?:diplodoc: )(?:a\.xml: )?([^\n]+)\n\z/ or return "no single sentence: $said";
	return (Bounded::faults_of_message($sentence), (grep { index($sentence, $_) >= 0 } split / \|\| /, $words) ? () : "said: $sentence");
}

sub check_sheet {
	my ($file, $status, $words) = @_;
	my ($name, $format) = $file =~ m{^(.+)\.([a-z-]+)$};
	write_file('out/made', "old\n");
	my @words = ('convert', '--to', $format, '--xslt', "in/$file.xsl", '-o', 'out/made', 'a.xml');
	my $traced = can_trace() && $name =~ /^(?:loads|includes|imports|writes)-/;
	my %run = $traced ? Watch::run($bounded, "$work/log", '/dev/null', @words) : $bounded->run('/dev/null', @words);
	my @faults = (faults_of_end(%run), faults_of_verdict($status, %run));
	if ($status) {
		push @faults, faults_of_sentence($words, $run{err}), faults_of_output('out/made', "old\n");
	} else {
		my $output = Bounded::slurp('out/made');
		push @faults, "`$words` is missing: $output" if index($output, $words) < 0;
		push @faults, "what runs: $&" if $format ne 'text' && $output =~ $RUNS;
	}
	push @faults, faults_of_calls($run{log}, {reads => qr{^\Q$work\E/(?:in/|a\.xml)}, writes => qr{^\Q$work\E/out(?:/|$)}}) if $traced;
	push @faults, map { "left: $_" } grep { !m{^(?:in|out|documents|bait|log|a\.xml|out/made)$} } glob '* out/* out/.diplodoc*';
	report($file, @faults);
}

mkdir $_ for 'in', 'out';
mkfifo('bait', 0600) or die "bait: $!\n";
my $service = IO::Socket::INET->new(LocalAddr => '127.0.0.1', Listen => 8) or die "no service on the loopback: $@\n";
my $address = 'http://127.0.0.1:' . $service->sockport . '/';
system($^X, "$here/hostile/make-sheets.pl", 'in', "file://$work/bait", $address) == 0 or die "make-sheets.pl failed\n";
system($^X, "$here/hostile/make-hostile.pl", 'documents') == 0 or die "make-hostile.pl failed\n";
rename 'documents/doctype-in-comment.xml', 'a.xml' or die "a.xml: $!\n";

my %rows = read_rows();
my %made = map { m{([^/]+)\.xsl$} => 1 } glob 'in/*.xsl';
report('every stylesheet has a row, and every row its stylesheet', map { "only once: $_" }
	grep { !$made{$_} || !$rows{$_} } sort keys %{{%made, %rows}});
check_sheet($_, @{$rows{$_}}) for grep { $made{$_} } sort keys %rows;
report('nothing that runs is found where it is', '<a href="javascript:x">' =~ $RUNS && '<p ONCLICK=x>' =~ $RUNS &&
	'<ScRipt>' =~ $RUNS ? () : 'it is overlooked');
$service->timeout(0.1);
report('no service was asked', $service->accept ? 'it was' : ());
chdir '/';
finish();
