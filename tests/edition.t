#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Editions of one summary are held against each other: those of the samples
# agree, and what is made different in one of them is found in both files, once.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use File::Temp 'tempdir';
use JSON::PP;
use Tap;

my $here = $FindBin::Bin;
my $program = $ENV{DIPLODOC} || "$here/../build/diplodoc";
my $house = "$here/../samples/house/diplodoc-house.xml";
my $call = '2024-05-21-orisia-brennmark-foreign-ministers-telephone';
my $corals = '2025-04-16-orisia-miravelle-consultations';

sub read_text {
	my ($path) = @_;
	open my $in, '<:raw', $path or die "$path: $!\n";
	local $/;
	return scalar <$in>;
}

sub write_text {
	my ($path, $text) = @_;
	open my $out, '>:raw', $path or die "$path: $!\n";
	print $out $text;
	close $out or die "$path: $!\n";
}

# What is found by these rules, each as "FILE ID OTHER-FILE", without folders;
# then the exit code.
sub check {
	my (@arguments) = @_;
	open my $in, '-|', $program, 'check', '--format=json', '--quiet',
	    '--select=edition', "--house=$house", @arguments or die "$!\n";
	my $text = do { local $/; <$in> };
	close $in;
	return ('', $? >> 8) unless $text;
	my @found;
	for my $document (@{decode_json($text)->{documents}}) {
		my $file = $document->{file} =~ s{.*/}{}r;
		for my $finding (grep { $_->{id} =~ m{^edition/} }
		    @{$document->{diagnostics}}) {
			my ($other) = map { ($_->{file} // 'here') =~ s{.*/}{}r }
			    @{$finding->{related}};
			push @found, join ' ', $file, $finding->{id}, $other // 'nowhere';
		}
	}
	return (join("\n", @found), $? >> 8);
}

# --- editions that agree -----------------------------------------------------

my @pairs = (
	['2023-07-13-japan-rok-foreign-ministers', 'ja'], [$call, 'ko'], [$corals, 'fr']);
for (@pairs) {
	my ($name, $lang) = @$_;
	my ($found, $status) = check('--edition',
	    map { "$here/../samples/$name$_.xml" } '', "-$lang");
	report("$name: en and $lang agree", $found eq '' && $status == 0 ? () : $found);
}

# --- differences -------------------------------------------------------------

# What, the sample, the language of the edition that is changed, the change, and
# what is found in the changed one and in the other.
my @planted = (
	['a date in a sentence', $call, 'ko', sub { s/when="2024-05-18"/when="2024-05-17"/ },
		'date', 'date'],
	['the start', $call, 'ko', sub { s/T16:05:00/T16:50:00/ }, 'time', 'time'],
	['an act', $call, 'ko', sub { s/act="request"/act="hope"/ }, 'act', 'act'],
	['speakers', $corals, 'fr', sub { s/speaker="xo xm" act="exch/speaker="delbarre" act="exch/ },
		'speakers', 'speakers'],
	['a sum', $corals, 'fr', sub { s/amount="780000"/amount="7800000"/ }, 'sum', 'sum'],
	['a number', $corals, 'fr', sub { s/value="310"/value="301"/ }, 'sum', 'sum'],
	['a statement less', $call, 'ko', sub { s/ *<statement speaker="stavik" act="thank">.*\n// },
		'missing-item', 'extra-item'],
	['an item less', $corals, 'fr', sub { s/<item>\s*<statement speaker="vauquer".*?<\/item>\s*//s },
		'missing-item', 'extra-item'],
	['a statement more', $call, 'ko', sub { s/(( *<statement speaker="stavik" act=)"condole"(>.*\n))/$1$2"welcome"$3/ },
		'extra-item', 'missing-item'],
	['two items in another order', $corals, 'fr', sub { s/(<item>.*?<\/item>)(\s*)(<item>.*?<\/item>)/$3$2$1/s },
		'order', 'order'],
	['somebody less', $corals, 'fr', sub { s/<attendee id="vauquer">.*?<\/attendee>\s*//s;
		s/"vauquer"/"delbarre"/g }, 'person', 'person'],
	['somebody in a sentence', $corals, 'fr', sub { s/étudiants des deux pays/étudiants de <person ref="vauquer"\/>/ },
		'person', 'person'],
	['the form of the meeting', $call, 'ko', sub { s/format="telephone"/format="video"/ },
		'meeting', 'meeting'],
);

# Copies both editions into a folder; returns their paths, the changed one first.
sub copy_pair {
	my ($folder, $name, $lang, $change) = @_;
	my @paths = map { "$folder/$name$_.xml" } "-$lang", '';
	my ($text, $other) = map { read_text("$here/../samples/$_") }
	    "$name-$lang.xml", "$name.xml";
	my $before = $text;
	$change->() for $text;
	die "nothing is changed\n" if $text eq $before;
	write_text($paths[0], $text);
	write_text($paths[1], $other);
	return @paths;
}

for (@planted) {
	my ($what, $name, $lang, $change, $own, $other) = @$_;
	my $folder = tempdir(CLEANUP => 1);
	my @paths = copy_pair($folder, $name, $lang, $change);
	my @files = ("$name-$lang.xml", "$name.xml");
	my $wanted = join "\n", "$files[0] edition/$own $files[1]",
	    "$files[1] edition/$other $files[0]";
	# The speaker of three statements is no more there to speak.
	my $rest = $what eq 'somebody less' ? qr/^.* edition\/speakers .*\n?/m : qr/^\0/;
	for (['by --edition', '--edition', @paths], ['by their links', $folder]) {
		my ($way, @arguments) = @$_;
		my ($found) = check(@arguments);
		$found =~ s/$rest//g;
		$found =~ s/\n\z//;
		report("$what: found in both files $way", $found eq $wanted ? () :
		    ("wanted\n$wanted", "found\n$found"));
	}
	my ($found) = check('--no-across', $folder);
	report("$what: not sought with --no-across", $found eq '' ? () : $found);
}

# --- three editions, and files that are none ---------------------------------

my $folder = tempdir(CLEANUP => 1);
my ($ko, $en) = copy_pair($folder, $call, 'ko', sub { s/act="request"/act="hope"/ });
my $de = "$folder/de.xml";
write_text($de, read_text($en) =~ s/xml:lang="en"/xml:lang="de"/r);
my ($found) = check('--edition', $en, $ko, $de);
report('three editions: each with the first',
    $found eq join("\n", "$call.xml edition/act $call-ko.xml",
	"$call-ko.xml edition/act $call.xml") ? () : $found);
($found) = check('--edition', $ko, $en, $de);
report('three editions: the first with each other',
    $found eq join("\n", "$call-ko.xml edition/act $call.xml",
	"$call-ko.xml edition/act de.xml", "$call.xml edition/act $call-ko.xml",
	"de.xml edition/act $call-ko.xml") ? () : $found);

# Findings of one document, where its other edition is what it should not be.
sub check_beside {
	my ($what, $text) = @_;
	write_text($ko, $text);
	my ($found, $status) = check($en);
	report("the other edition is $what: nothing is said", $found eq '' && $status == 0
	    ? () : "$status $found");
}
check_beside('broken', '<meetingSummary');
check_beside('empty', '');
check_beside('another kind of file', '<page xml:lang="ko"/>');
check_beside('without a language', read_text($en) =~ s/ xml:lang="en"//r);
check_beside('in the same language', read_text($en) =~ s/act="request"/act="hope"/r);
check_beside('too large', '<!-- ' . 'x' x (9 << 20) . ' -->');
unlink $ko or die "$!\n";
($found) = check($en);
report('the other edition is missing: nothing is said here', $found eq '' ? () : $found);
write_text($en, read_text($en) =~ s/-ko\.html/.html/r);
($found) = check($en);
report('a link to itself: nothing is said', $found eq '' ? () : $found);
finish();
