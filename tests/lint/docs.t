#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# What the documents say is so: links lead somewhere, the findings that the
# README shows are the ones the program prints, and what they show is valid.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Lint;
use File::Spec;
use File::Temp qw(tempdir);

my $program = File::Spec->rel2abs($ENV{DIPLODOC} || 'build/diplodoc');
my $sample = read_file('tests/golden/validate/clean/a.xml');
my $work = tempdir(CLEANUP => 1);
my $readme = read_file('README.md');

# The names that headings of a page go by in links; one that is there already
# gets a number.
sub read_anchors {
	my ($text) = @_;
	my %anchors;
	while ($text =~ /^#+ (.*)$/mg) {
		my $name = lc $1;
		$name =~ s/[^\w\s-]//g;
		$name =~ s/\s/-/g;
		my $count = $anchors{$name}++;
		$anchors{"$name-$count"} = 1 if $count > 0;
	}
	return \%anchors;
}

# Links of a page that lead nowhere in this tree.
sub find_dead_links {
	my ($page) = @_;
	my ($folder) = $page =~ m{^(.*/)};
	my @dead;
	my $text = read_file($page) =~ s/^```.*?^```//gmsr =~ s/`[^`\n]*`//gr;
	while ($text =~ /\]\(([^)\s]+)\)|<img src="([^"]+)"/g) {
		my ($path, $anchor) = split /#/, $1 // $2, 2;
		next if $path =~ /^\w+:/;
		my $file = $path eq '' ? $page : ($folder // '') . $path;
		push @dead, "$page: $path" unless -e $file;
		push @dead, "$page: $path#$anchor" if defined $anchor &&
		    -f $file && !read_anchors(read_file($file))->{$anchor};
	}
	return @dead;
}

# A summary with the two faults that the README shows.
sub write_meeting {
	my $text = $sample;
	$text =~ s{\+00:00" zone="Etc/UTC"}{+08:00" zone="Asia/Tokyo"} or die;
	$text =~ s/PT45M/45 minutes/ or die;
	write_file("$work/meeting.xml", $text);
}

sub write_file {
	my ($path, $text) = @_;
	open my $out, '>:raw', $path or die "$path: $!\n";
	print $out $text;
	close $out or die "$path: $!\n";
}

# The findings, as on a terminal, of a file in the working folder.
sub print_findings {
	my ($command) = @_;
	my $printed = `cd '$work' && '$program' $command --color=always 2>&1`;
	return $printed =~ s/\e\[[0-9;]*m//gr;
}

sub compare {
	my ($got, $expected) = @_;
	return $got eq $expected ? () : map { split /\n/ } 'expected:',
	    $expected, 'got:', $got;
}

# Targets of make that a page names and the Makefile does not have.
sub find_missing_targets {
	my ($page) = @_;
	my $makefile = read_file('Makefile');
	return map { "$page: make $_" } grep { $makefile !~ /^\Q$_\E:/m }
	    read_file($page) =~ /(?:^ *|`)make ([a-z][\w-]*)/mg;
}

report('links lead somewhere', map { find_dead_links($_) }
    list_files(qr{\.md$}));
report('targets of make are there', map { find_missing_targets($_) }
    list_files(qr{\.md$}));

write_meeting();
my ($shown) = $readme =~ /^    \$ diplodoc validate meeting\.xml\n((?:    .*\n)+)/m;
my $printed = print_findings('validate meeting.xml') =~ s/^(?=.)/    /mgr;
report('README.md shows real findings', compare($printed, $shown // ''));

my $guide = read_file('docs/writing.md');
my ($first) = $guide =~ /^```xml\n(.*?)^```/ms;
my ($text) = $guide =~ /^```text\n(.*?)^```/ms;
write_file("$work/meeting.xml", $first // '');
report('the summary of docs/writing.md makes the text that stands there',
    compare(scalar `cd '$work' && '$program' convert --to text meeting.xml 2>&1`,
	$text // ''));

write_file("$work/meeting.xml", ($first // '') =~ s/December 2</December 3</r);
my ($found) = $guide =~ /^```console\n\$ diplodoc check meeting\.xml\n(.*?)^```/ms;
report('a wrong day in it is found as docs/writing.md shows',
    compare(print_findings('check meeting.xml'), $found // ''));

my ($house) = $readme =~ /^```xml\n(<house.*?)^```/ms;
write_file("$work/diplodoc-house.xml", $house // '');
write_file("$work/meeting.xml", $sample);
report('the house file of README.md is valid',
    compare(`cd '$work' && '$program' validate meeting.xml 2>&1`,
	"1 file: valid.\n"));
finish();
