#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# One page in many encodings gives one summary; what is no text in any of them is
# refused with one sentence that names the byte, and nothing is written.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Encode qw(decode encode);
use File::Temp 'tempdir';
use Tap;

my $here = $FindBin::Bin;
my $program = $ENV{DIPLODOC} || "$here/../build/diplodoc";
my @house = ('--house', "$here/../samples/house/diplodoc-house.xml");
my $work = tempdir(CLEANUP => 1);

sub read_bytes {
	my ($path) = @_;
	open my $in, '<:raw', $path or return undef;
	local $/;
	return <$in>;
}

# {status, said, xml, report} of the bytes as a file of that name.
sub import_bytes {
	my ($bytes, $name) = @_;
	open my $out, '>:raw', "$work/$name" or die;
	print $out $bytes;
	close $out;
	unlink "$work/out.xml";
	my $pid = open my $pipe, '-|';
	if (!$pid) {
		chdir $work;
		open STDERR, '>&', \*STDOUT;
		exec $program, 'import', @house, '--report', 'report.txt', '-o', 'out.xml', $name;
		exit 127;
	}
	my $said = do { local $/; <$pipe> } // '';
	close $pipe;
	return {status => $? >> 8, said => $said, xml => read_bytes("$work/out.xml"),
		report => read_bytes("$work/report.txt") // ''};
}

my $page = decode('UTF-8', read_bytes("$here/import/page.html"));
$page =~ s/Two people/Two caf\x{e9} guests/;
my $right = import_bytes(encode('UTF-8', $page), 'page.html')->{xml};

sub same {
	my ($what, $bytes, $note) = @_;
	my $run = import_bytes($bytes, 'page.html');
	my @faults;
	push @faults, "exit $run->{status}", $run->{said} if $run->{status} != 0;
	push @faults, 'another summary' if ($run->{xml} // '') ne $right;
	my ($heading, $line) = $note ? $note =~ /^(\w+) \+(.*)/ : ();
	push @faults, "no note of $note", $run->{report}
	    if $note && $run->{report} !~ /^\u$heading\b[^\n]*\n(?:[^\n]+\n)*?[^\n]*$line/m;
	report("$what gives the same summary", @faults);
}

sub with_meta {
	my ($charset, $text) = @_;
	return ($text // $page) =~ s/charset="utf-8"/$charset/r;
}

same('a page with a byte order mark', "\xEF\xBB\xBF" . encode('UTF-8', $page));
same('UTF-16, little end first', "\xFF\xFE" . encode('UTF-16LE', $page));
same('UTF-16, big end first', "\xFE\xFF" . encode('UTF-16BE', $page));
same('a byte order mark against the meta', "\xFF\xFE" . encode('UTF-16LE', with_meta('charset=euc-jp')));
same('a meta that says ISO-8859-1', encode('cp1252', with_meta('charset=iso-8859-1')), 'certain +source/encoding +iso-8859-1');
same('a meta of the old form', encode('cp1252', with_meta(
	'http-equiv="Content-Type" content="text/html; charset=windows-1252"')));
same('no meta, bytes that are no UTF-8', encode('cp1252', $page =~ s/<meta[^>]*>//r), 'likely +source/encoding +windows-1252');
same('no meta, UTF-8', encode('UTF-8', $page =~ s/<meta[^>]*>//r));
same('a form feed', encode('UTF-8', $page =~ s/Two caf/Two\fcaf/r));
same('a form feed in UTF-16', "\xFE\xFF" . encode('UTF-16BE', $page =~ s/Two caf/Two\fcaf/r));
same('lines that end in CR', encode('UTF-8', $page =~ s/\n/\r/gr));
my $line = 0;
same('lines that end in any way', encode('UTF-8', $page =~ s/\n/("\n", "\r\n", "\r")[$line++ % 3]/ger));
same('a name of a character', encode('UTF-8', $page =~ s/caf\x{e9} guests/caf&eacute; guests/r));

# Kana and kanji of Japan in the words of the picture.
for (['Shift_JIS', 'cp932'], ['euc-jp', 'euc-jp'], ['utf-8', 'UTF-8']) {
	my ($label, $codec) = @$_;
	my $text = with_meta("charset=$label", $page =~ s/caf\x{e9}/\x{65e5}\x{672c}\x{306e}/r);
	my $run = import_bytes(encode($codec, $text), 'page.html');
	my $words = encode('UTF-8', "<alt>Two \x{65e5}\x{672c}\x{306e} guests");
	report("$label is read", ($run->{xml} // '') =~ /\Q$words\E/ ? () : ("exit $run->{status}", $run->{said}));
}

# A reference to a byte of Windows-1252 is what browsers make of it.
my $quote = encode('UTF-8', "Quintano\x{2019}s");
my $bytes = encode('UTF-8', $page =~ s/congratulated Minister Quintano on his/congratulated Minister Quintano on Quintano&#146;s/r);
report('&#146; is an apostrophe', import_bytes($bytes, 'page.html')->{xml} =~ /$quote/ ? () : 'it is not');

sub refused {
	my ($what, $bytes, $sentence, $name) = @_;
	my $run = import_bytes($bytes, $name // 'page.html');
	my @faults;
	push @faults, "exit $run->{status}" if $run->{status} != 3;
	push @faults, 'something was written' if defined $run->{xml};
	push @faults, "said: $run->{said}" if $run->{said} !~ /\Adiplodoc: \S+: $sentence\n\z/;
	report("$what is refused", @faults);
}

my $utf8 = encode('UTF-8', $page);
my $at = index($utf8, 'Two caf') + 2;
refused('NUL', $utf8 =~ s/Two/T\0o/r, "Byte $at is NUL; this is not a text\\.");
refused('a control character', $utf8 =~ s/Two/T\x{7}o/r, "Byte $at is the control character U\\+0007, which no summary can hold\\.");
refused('a control character in Shift_JIS', encode('cp932', with_meta('charset=sjis', $page =~ s/caf\x{e9}/\cA/r)),
    'Byte \d+ is the control character U\+0001, which no summary can hold\.');
refused('a byte that is no UTF-8', $utf8 =~ s/Two/T\xE9o/r, "Byte $at is not valid in UTF-8; save the text as UTF-8\\.");
refused('bytes that are no Shift_JIS', encode('cp932', with_meta('charset=Shift_JIS', $page =~ s/\x{e9}//r)) . "\xFF\xFF",
    'Byte \d+ is not valid in Shift_JIS; save the text as UTF-8\.');
refused('UTF-16 without a mark', encode('UTF-16LE', $page),
    'The text looks like UTF-16 without a byte order mark, which is not read; save it as UTF-8\.');
refused('half a pair in UTF-16', "\xFF\xFE" . encode('UTF-16LE', "x") . "\x00\xD8", 'Byte 5 is not valid in UTF-16 \(little-endian\); .*\.');
refused('an encoding that nobody reads', encode('UTF-8', with_meta('charset=utf-7')),
    'The page says that it is in `utf-7`, which is not read; save it as UTF-8\.');
refused('a reference to a control character', $utf8 =~ s/ again / ag&#1;n /r, 'A reference such as `&#0;` stands for .*\.');
refused('the same in the words of a picture', $utf8 =~ s/Two/T&#1;o/r, 'A reference such as `&#0;` stands for .*\.');
refused('elements 100,000 deep', '<div>' x 100_000, 'The page has more elements inside one another than can be read\.');
refused('a tag of 20,000 attributes', '<p ' . join(' ', map { "a$_=1" } 1 .. 20_000) . '>', 'The tag at byte 1 has more than 64 attributes\.');
refused('a text with NUL', "On May 5\0", 'Byte 9 is NUL; this is not a text\.', 'text.txt');
finish();
