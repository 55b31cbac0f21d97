#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# What the gate lets in can be converted: items nested as deep as it allows.
use strict;
use warnings;
use FindBin;
use File::Temp 'tempdir';

my $program = $ENV{DIPLODOC} || "$FindBin::Bin/../build/diplodoc";
my ($limit) = `$program version --limits` =~ /^\s*depth\s+(\d+)/m
    or die "no limit on depth\n";
my $folder = tempdir(CLEANUP => 1);
my ($number, $failed) = (0, 0);

# meetingSummary, body and statement are around and in the items.
sub write_nested {
	my ($name, $depth) = @_;
	my $items = $depth - 3;
	open my $out, '>', "$folder/$name.xml" or die "$name: $!\n";
	print $out <<'XML';
<meetingSummary xmlns="urn:diplodoc:meeting-summary:1" xml:lang="en" id="t1">
  <head><issued date="2025-05-20"/></head>
  <meeting kind="other" level="ministers" format="inPerson">
    <party id="a" country="XA" role="own"><principal id="p"><office>Minister</office></principal></party>
    <party id="b" country="XB" role="counterpart"><principal id="q"><office>Minister</office></principal></party>
  </meeting>
  <body>
XML
	print $out '<item>' x $items,
	    '<statement speaker="p" act="state">One.</statement>',
	    '</item>' x $items, "</body></meetingSummary>\n";
	close $out or die "$name: $!\n";
}

sub check {
	my ($expected, $what, @arguments) = @_;
	my $says = `$program @arguments 2>&1 >$folder/out`;
	my $status = $? >> 8;
	$number++;
	$failed++ unless $status == $expected;
	print $status == $expected ? 'ok' : 'not ok', " $number - $what\n";
	print "# exit $status: $says" unless $status == $expected;
}

write_nested('deepest', $limit);
write_nested('deeper', $limit + 1);
check(1, 'one level more is refused', 'validate', "$folder/deeper.xml");
check(0, "$_ of $limit levels", 'convert', '--to', $_, "$folder/deepest.xml")
    for qw(html html-fragment text json markdown resolved);
print "1..$number\n";
exit($failed > 0);
