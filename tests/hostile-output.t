#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# What stands in a document, or in the name of a file, never becomes more than
# text: markup of a page, a member of JSON, a line of a report, a colour of a
# terminal or a command in the log of a build. Documents are valid, and hostile in
# every place that takes words; each is converted in all formats and reported in
# all forms, and each is read as its reader would.
use strict;
use warnings;
use utf8;
use Cwd qw(abs_path);
use Encode ();
use FindBin;
use lib "$FindBin::Bin/hostile", "$FindBin::Bin/lib";
use Bounded;
use File::Temp qw(tempdir);
use JSON::PP ();
use PlainText qw(plain_text);
use Tap;
use Watch qw(%ENDINGS digest_files faults_of_end faults_of_files faults_of_verdict write_file);

binmode STDOUT, ':utf8';
my $here = abs_path($FindBin::Bin);
my $bounded = Bounded->new(abs_path($ENV{DIPLODOC} || "$here/../build/diplodoc"));
my $work = abs_path(tempdir(CLEANUP => 1));
chdir $work or die "$work: $!\n";

# Words that are something else to whoever reads an output.
my %WORDS = (
	'script' => '</script><script>alert(1)</script>',
	'attribute' => '"\'><img src=x onerror=alert(1)>',
	'comment' => '--><script>x</script><!-- ]]> ?>',
	'entity' => '&lt;script&gt; &#60;b&#62; &amp;amp;',
	'json' => '","a":{"b":"\\u0041\\',
	'markdown' => '<script>x</script> [a](javascript:x) ![a](x) `b` **c** # d',
	'front-matter' => "--- a: b",
	'formula' => '=cmd|x!A1 +1 -1 @a',
	'command' => '##vso[task.setvariable]a ::error::b %0A',
	'controls' => "a\x{9B}31mb\x{85}c\x{AD}d",
	'turned' => "a\x{202E}b\x{2066}c",
	'lines' => "a\x{2028}b\x{2029}c",
	'astral' => "\x{1F600}\x{10FFFD}\x{E0041}",
	'stacked' => 'a' . "\x{301}" x 2000,
	'cases' => "\x{130}I\x{131}i \x{DF} \x{3A3}\x{3C2}",
	'path' => '../../../etc/passwd C:\\a ~/b $(c) `d` ;e',
);

sub escape { return $_[0] =~ s/&/&amp;/gr =~ s/</&lt;/gr =~ s/>/&gt;/gr =~ s/"/&quot;/gr }

# A summary with these words in every place that takes any.
sub document {
	my $w = escape($_[0]);
	return <<"END";
<meetingSummary xmlns="urn:diplodoc:meeting-summary:1" xml:lang="en" id="h">
<head><title>T $w</title><issued date="2025-05-20"/></head>
<meeting kind="foreignMinisters" level="ministers" format="inPerson">
<start when="2025-05-20T10:00:00+00:00" zone="Etc/UTC"/><duration value="PT45M"/>
<place country="XA"><city>$w</city><venue>$w</venue></place>
<party id="a" country="XA" role="own"><principal id="p"><courtesy>Ms.</courtesy><name><given>G $w</given><family>F $w</family></name><office>$w</office></principal></party>
<party id="b" country="XB" role="counterpart"><principal id="q"><office>$w</office></principal></party>
</meeting>
<body><item><heading>$w</heading><statement speaker="p q" act="agree">They agreed on $w and <foreign xml:lang="fr">$w</foreign> today.</statement></item></body>
</meetingSummary>
END
}

# --- outputs -----------------------------------------------------------------

# Places where a page could do something: elements, attributes and addresses.
sub faults_of_page {
	my ($page) = @_;
	my @faults;
	my $rest = $page =~ s{<script type="application/ld\+json">(.*?)</script>}{push @faults, faults_of_json($1); ''}gesr
	    =~ s{<style>.*?</style>}{}gsr;
	my %ids;
	while ($rest =~ /<([A-Za-z!\/?][^\s>]*)((?:\s+[\w:-]+(?:="[^"<]*")?)*)\s*>/g) {
		my ($name, $attributes) = ($1, $2);
		push @faults, "the element $name" if $name =~ /^(?:script|style|iframe|object|embed|form|base|svg|img|!--)/i;
		while ($attributes =~ /\s([\w:-]+)="([^"]*)"/g) {
			my ($attribute, $value) = ($1, $2);
			push @faults, "the attribute $attribute" if $attribute =~ /^(?:on|style$|srcdoc)/i;
			push @faults, "the address $value"
			    if $attribute =~ /^(?:href|src)$/ && $value !~ /^(?:https?:|mailto:|tel:|#|[\w.\/-]*$)/;
			push @faults, "the id $value twice" if $attribute eq 'id' && $ids{$value}++;
		}
	}
	# What is left of it is text, so no tag may begin there.
	my $left = $rest =~ s/<[A-Za-z!\/?][^\s>]*(?:\s+[\w:-]+(?:="[^"<]*")?)*\s*>//gr;
	return (@faults, $left =~ /<.{0,20}/ ? "a tag in text: $&" : (), $left =~ /&(?!(?:[a-z]+|#\d+|#x[0-9A-Fa-f]+);)/ ? 'a bare ampersand' : ());
}

sub faults_of_json {
	my ($text) = @_;
	my $value = eval { JSON::PP->new->decode($text) };
	return ($value ? () : "no JSON: $@", $text =~ /[<>&\x{7F}-\x{9F}\x{202A}-\x{202E}\x{2066}-\x{2069}\x{2028}\x{2029}]/ ? 'JSON that is not safe' : ());
}

# Words without what white space is and what a reader does not see.
sub fold { return $_[0] =~ s/[\s\x{85}\x{AD}\x{9B}\x{2028}\x{2029}\x{200B}]+//gr }

sub find_strings {
	my ($value) = @_;
	return ref $value eq 'HASH' ? map { find_strings($_) } values %$value :
	    ref $value eq 'ARRAY' ? map { find_strings($_) } @$value : $value // ();
}

my %check_of = (
	html => \&faults_of_page,
	'html-fragment' => \&faults_of_page,
	json => sub {
		my ($text, $words) = @_;
		my @strings = eval { find_strings(JSON::PP->new->decode($text)) };
		return (faults_of_json($text), (grep { index(fold($_), fold($words)) >= 0 } @strings) ? () : 'the words are not there');
	},
	text => sub { my ($text) = @_; return $text =~ /[\x00-\x09\x0B-\x1F\x7F-\x9F]/ ? sprintf('U+%04X', ord $&) : () },
	markdown => sub {
		my ($text, $words) = @_;
		my ($front, $body) = $text =~ /\A---\n(.*?)\n---\n(.*)\z/s or return 'no front matter';
		# What is escaped is text; so is what stands in a code span of our own.
		my $plain = $body =~ s/\\[[:punct:]]//gr;
		return ($plain =~ /<[a-z!\/?]/i ? "markup: $&" : (), $plain =~ /\]\(\s*(?!https?:|mailto:|tel:|#|[\w.\/-]+\))/ ? "a link: $&" : (),
			$front =~ /^---/m ? 'the front matter ends early' : ());
	},
	resolved => sub { return system('xmllint', '--noout', '--nonet', $_[2]) == 0 ? () : 'it is not well-formed' },
);
delete $check_of{resolved} unless grep { -x "$_/xmllint" } split /:/, $ENV{PATH};

sub check_outputs {
	for my $name (sort keys %WORDS) {
		write_file("in/$name.xml", Encode::encode('UTF-8', document($WORDS{$name})));
	}
	my %run = $bounded->run('/dev/null', 'convert', '--to', join(',', sort keys %ENDINGS), '--out-dir', 'out', 'in');
	report('documents with hostile words are converted', faults_of_end(%run), faults_of_verdict(0, %run));
	for my $format (sort keys %check_of) {
		report("words stay words: $format", map {
			my $path = "out/$_$ENDINGS{$format}";
			my $name = $_;
			my $text = -f $path ? Bounded::slurp($path) : '';
			map { "$name: $_" } ($text eq '' ? 'no output' : $check_of{$format}->($text, $WORDS{$_}, $path));
		} sort keys %WORDS);
	}
	report('all words are on the page', map {
		my $plain = plain_text('html', Bounded::slurp("out/$_.html"));
		index(fold($plain), fold($WORDS{$_})) >= 0 ? () : "not in $_";
	} grep { !/turned|astral/ } sort keys %WORDS);
	check_canaries();
}

# What looks for faults finds some where there are some.
sub check_canaries {
	my %bad = ('<script>x</script>' => 'html', '<p onclick="x">a</p>' => 'html', '<a href="javascript:x">a</a>' => 'html',
		'<p id="a-b"></p><p id="a-b"></p>' => 'html', 'a < b' => 'html', '{"a":' => 'json', '{"a":"<"}' => 'json', "\e[31m" => 'text',
		"---\na\n---\n<b>\n" => 'markdown', "---\na\n---\n[a](javascript:x)\n" => 'markdown');
	report('what is not words is noticed', map { my @faults = $check_of{$bad{$_}}->($_, ''); @faults ? () : "overlooked: $_" } sort keys %bad);
}

# --- reports -----------------------------------------------------------------

my @NAMES = ("a\nb::error::c.xml", '::error::d.xml', " ::error::e.xml", '##vso[task.complete]f.xml', "g\e[31m.xml", "h\x{C2}\x{9B}2J.xml",
	"i\xFF\xFE.xml", "j:1:1: error: k [xml-form].xml", "l\xE2\x80\xAEm.xml", '-n.xml', 'o%0A,p.xml', '=q.xml', "r\\s\"t'u.xml", "v<w>&x.xml");

# Findings that speak words of the document.
sub write_named {
	my $text = Encode::encode('UTF-8', document("##vso[a]b \x{9B}c\x{202E}d"));
	write_file("named/$_", $text) for @NAMES;
	write_file('named/yy.xml', $text =~ s/act="agree"/act="##vso[x]::y\x{C2}\x{9B}z&#10;::error::z"/r);
}

# What a terminal, or a system that reads logs, would take for itself.
my $COMMAND = qr/[\x00-\x09\x0B-\x1F\x7F-\x9F\x{202A}-\x{202E}\x{2066}-\x{2069}]|##|^\s*::/m;

my %form_of = (
	text => sub { return (map { /^\S.*:\d+:\d+: (?:error|warning|advice|note): |^\d+ errors? / ? () : "a line: $_" } split /\n/, $_[0]) },
	github => sub { return map { /^::(?:error|warning|notice) [^:]*::[^:]/ ? () : "a line: $_" } split /\n/, $_[0] },
	jsonl => sub { return map { faults_of_json($_) } split /\n/, $_[0] },
	(map { $_ => \&faults_of_json } qw(json sarif gitlab rdjson)),
	(map { $_ => sub { my $faulty = $_[0] =~ s/<\??\/?[a-z-]+(?:\s+\w+="[^"<>]*")*\s*[\/?]?>//gr; return $faulty =~ /[<>]/ ? 'markup' : () } } qw(junit checkstyle)),
	# Its pictures are its own.
	html => sub { return faults_of_page($_[0] =~ s{<svg [^<>]*>(?:\s|<(?:use|path|symbol|g|circle) [^<>]*>|</(?:symbol|g)>)*</svg>}{}gr) },
);

sub check_reports {
	write_named();
	for my $verb ('validate', 'check') {
		for my $form (sort keys %form_of) {
			my $before = digest_files('named');
			my %run = $bounded->run('/dev/null', $verb, '--format', $form, 'named');
			my $out = $run{out} =~ s/[^\x{0}-\x{10FFFF}]//gr;
			report("$verb: names and words in $form", faults_of_end(%run), faults_of_verdict(1, %run), $form_of{$form}->($out),
				$form eq 'github' ? () : $out =~ $COMMAND ? 'a command: ' . sprintf('U+%04X in %s', ord $&, substr $out, $-[0] < 30 ? 0 : $-[0] - 30, 60) : (),
				faults_of_files($before, digest_files('named')));
		}
	}
	my %run = $bounded->run('/dev/null', 'convert', '--to', 'text', '--out-dir', 'out2', 'named');
	report('convert: nothing that is said is a command', faults_of_verdict(1, %run), $run{err} =~ $COMMAND ? "said: $run{err}" : ());
	report('names stay names: one output each', map { -f "out2/" . s/\.xml$/.txt/r ? () : "no $_" } @NAMES);
}

mkdir $_ for 'in', 'named';
check_outputs();
check_reports();
chdir '/';
finish();
