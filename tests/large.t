#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Proves that a document with very many parts of one kind is validated and
# converted to every format, and that not one of the parts is lost.
use strict;
use warnings;
use File::Temp;
use FindBin;
use Test::More;

my $root = "$FindBin::Bin/..";
my $diplodoc = $ENV{DIPLODOC} || "$root/build/diplodoc";
my @formats = qw(html html-fragment text json markdown resolved);
my $size = 1500;
# What stands in the JSON of a shape once for each of its parts.
my %parts = (
	items => qr/"The \d+ point\."/,
	links => qr/"Talk \d+"/,
	outcomes => qr/"Outcome \d+"/,
	speakers => qr/"p\d+"(?=[],])/,
	terms => qr/"Term \d+"/,
);

sub read_file {
	my ($path) = @_;
	open my $in, '<', $path or return '';
	local $/;
	return scalar <$in>;
}

my $folder = File::Temp->newdir;
mkdir "$folder/$_" for qw(in out);
system("$root/tools/growth", '--write', "$folder/in", $size) == 0
    or BAIL_OUT('tools/growth writes no documents');
my %faulty = map { $_ => 1 } qw(dangling faults misplaced);
for my $shape (map { m{([^/]+)\.xml$} } sort glob "$folder/in/*.xml") {
	my $log = `"$diplodoc" validate "$folder/in/$shape.xml" 2>&1`;
	is($? >> 8, $faulty{$shape} ? 1 : 0, "$shape: validated")
	    or diag(substr $log, 0, 500);
	next if $faulty{$shape};
	my $to = join ',', @formats;
	$log = `"$diplodoc" convert --to $to --out-dir "$folder/out" \\
	    "$folder/in/$shape.xml" 2>&1`;
	is($? >> 8, 0, "$shape: converted") or diag(substr $log, 0, 500);
	next unless $parts{$shape};
	my $count = () = read_file("$folder/out/$shape.json")
	    =~ /$parts{$shape}/g;
	cmp_ok($count, '>=', $size, "$shape: all in JSON");
}

# libxml2 counts lines past 65,535 in another way: what stands there is the same.
my $sample = read_file("$root/samples/2025-05-20-readout-dorrane.xml");
for my $name ('plain', 'lines') {
	open my $out, '>', "$folder/$name.xml" or die "$name: $!\n";
	print {$out} $name eq 'plain' ? $sample : $sample =~ s/<body>/'<body>' . "\n" x 70_000/er;
	close $out;
	my $log = `"$diplodoc" convert --house "$root/samples/house/diplodoc-house.xml" --to html,text --out-dir "$folder/out" "$folder/$name.xml" 2>&1`;
	is($? >> 8, 0, "$name: converted") or diag(substr $log, 0, 500);
}
is(read_file("$folder/out/lines.$_"), read_file("$folder/out/plain.$_"), "70,000 lines above: the same $_") for 'html', 'txt';
done_testing;
