#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Writes hostile inputs, one file a case, into the folder named.
#
# Owns the bytes; what must be found in each stands in cases.tsv beside this
# file. Files are named as the cases are. The result is the same every time
# for the same bait: two addresses that nobody may open, a file and a service.
#
#   make-hostile.pl DIR [FILE-URL HTTP-URL]
use strict;
use warnings;
use utf8;
use Encode qw(encode);
use constant MIB => 1024 * 1024;

@ARGV == 1 || @ARGV == 3 or die "usage: make-hostile.pl DIR [FILE HTTP]\n";
my ($folder, $file_bait, $http_bait) =
    (@ARGV, 'file:///etc/hostname', 'http://127.0.0.1:9/');

# Writes one case: characters become UTF-8.
sub text_case {
	my ($name, $text) = @_;
	byte_case($name, encode('UTF-8', $text));
}

sub byte_case {
	my ($name, $bytes) = @_;
	open my $out, '>:raw', "$folder/$name.xml" or die "$name: $!\n";
	print $out $bytes;
	close $out or die "$name: $!\n";
}

sub declare {
	my ($encoding, $content) = @_;
	return qq(<?xml version="1.0" encoding="$encoding"?>) .
	    ($content // '<a/>');
}

# A summary that is right, with `text` in its one statement and `attributes`
# on its outermost element.
sub summary {
	my ($text, $attributes) = @_;
	$attributes //= '';
	return <<"END";
<meetingSummary xmlns="urn:diplodoc:meeting-summary:1" xml:lang="en" id="h" $attributes>
<head><issued date="2025-05-20"/></head>
<meeting kind="foreignMinisters" level="ministers" format="telephone">
<start when="2025-05-20T10:00:00+00:00" zone="Etc/UTC"/>
<party id="a" country="XA" role="own"><principal id="p"><office>Minister</office></principal></party>
<party id="b" country="XB" role="counterpart"><principal id="q"><office>Minister</office></principal></party>
</meeting>
<body><item><statement speaker="p q" act="agree">$text</statement></item></body>
</meetingSummary>
END
}

# --- form and limits ---------------------------------------------------------

sub make_form {
	text_case('empty', '');
	byte_case('only-mark', "\xEF\xBB\xBF");
	text_case('only-spaces', " \r\n\t");
	text_case('cut-off', '<a><b>text</b');
	text_case('text-after-root', '<a/>text');
	text_case('two-roots', '<a/><b/>');
	text_case('tags-crossed', '<a><b></a></b>');
	text_case('tag-open', '<a><b>');
	text_case('attribute-twice', q(<a b='1' b='2'/>));
	text_case('version-1.1', q(<?xml version='1.1'?><a/>));
	text_case('declaration-late', q( <?xml version='1.0'?><a/>));
	text_case('cdata-end-in-text', '<a>]]></a>');
	text_case('hyphens-in-comment', '<a><!-- a -- b --></a>');
	text_case('line-70001', "\n" x 70_000 . '<a><b></a>');
	text_case('column-70003',
		"<a>\r\n\t😀" . '-' x 70_000 . '&nothing;</a>');
	text_case('line-ends', summary("a\rb\r\nc\x{85}d\x{2028}e\n"));
	text_case('prefix-undeclared', '<p:a/>');
	text_case('namespace-relative', summary('a', q(xmlns:x="here")));
	text_case('prefix-xml-rebound', q(<a xmlns:xml='u:x'/>));
	text_case('prefix-emptied', q(<a xmlns:p=''/>));
}

sub make_limits {
	text_case("depth-$_", '<a>' x $_ . '</a>' x $_) for 201, 100_000;
	text_case('attributes-100000',
		'<a' . join('', map { " b$_=''" } 1 .. 100_000) . '/>');
	text_case('name-50100', '<' . 'n' x 50_100 . '/>');
	text_case('text-large', '<a>' . 't' x (4 * MIB) . '</a>');
	text_case('value-large', q(<a b=') . 'v' x (4 * MIB) . q('/>));
	text_case('comment-large', '<!--' . 'c' x (4 * MIB) . '--><a/>');
	text_case('instruction-large', '<?p ' . 'c' x (4 * MIB) . '?><a/>');
	text_case('elements-1000000', '<a>' . '<b/>' x 1_000_000 . '</a>');
	text_case('namespaces-100000',
		'<a>' . q(<b xmlns='u:'/>) x 100_000 . '</a>');
	text_case('namespaces-nested',
		join('', map { "<a xmlns:n$_='u:$_'>" } 1 .. 40) . '</a>' x 40);
	text_case('size-over', '<a/>' . "\n" x (8 * MIB));
}

sub make_characters {
	text_case("reference-$_", "<a>&#$_;</a>")
	    for qw(0 1 xD800 xFFFE x110000);
	text_case('reference-huge', '<a>&#' . '9' x 1000 . ';</a>');
	text_case('reference-in-comment', summary('a<!-- &#0; -->'));
	text_case('reference-in-cdata', summary('<![CDATA[&#0;]]>'));
	text_case('nul-in-text', "<a>x\0y</a>");
}

# --- what asks to be loaded --------------------------------------------------

sub make_doctypes {
	my $laughs = join '',
	    map { my $n = $_ - 1; qq(<!ENTITY l$_ ") . "&l$n;" x 10 . '">' }
	    1 .. 9;
	my %subset = (
		'laughs' => qq(<!ENTITY l0 "l">$laughs),
		'quadratic' => '<!ENTITY b "' . 'b' x 50_000 . '">',
		'external-entity' => qq(<!ENTITY e SYSTEM "$file_bait">),
		'network-entity' => qq(<!ENTITY e SYSTEM "$http_bait">),
		'parameter' => qq(<!ENTITY % p SYSTEM "$file_bait"> %p;),
		'parameter-nested' =>
		    q(<!ENTITY % p "<!ENTITY &#37; q 'x'>"> %p; %q;),
		'out-of-band' => qq(<!ENTITY % f SYSTEM "$file_bait">) .
		    qq(<!ENTITY % s "<!ENTITY &#37; t SYSTEM ) .
		    qq('$http_bait%f;'>"> %s; %t;),
		'error-based' => qq(<!ENTITY % f SYSTEM "$file_bait">) .
		    q(<!ENTITY % s "<!ENTITY &#37; t SYSTEM 'file:///none/%f;'>">) .
		    ' %s; %t;',
		'loop' => '<!ENTITY a "&b;"><!ENTITY b "&a;">',
		'defaults' => '<!ATTLIST a b CDATA "c">',
	);
	my %content = (laughs => '&l9;', quadratic => '&b;' x 5000, loop => '&a;',
		'external-entity' => '&e;', 'network-entity' => '&e;');
	for my $name (keys %subset) {
		text_case("doctype-$name", "<!DOCTYPE a [$subset{$name}]><a>" .
			($content{$name} // '') . '</a>');
	}
	text_case('doctype-system', qq(<!DOCTYPE a SYSTEM "$file_bait"><a/>));
	text_case('doctype-public',
		qq(<!DOCTYPE a PUBLIC "-//A//B" "$http_bait"><a/>));
}

sub make_hidden_doctypes {
	my $plain = '<!DOCTYPE a><a/>';
	text_case('doctype-bare', $plain);
	text_case('doctype-late', '<!--' . 'c' x MIB . "-->$plain");
	text_case('doctype-after-instructions', '<?p c?>' x 100_000 . $plain);
	byte_case('doctype-utf-16', "\xFF\xFE" . encode('UTF-16LE', $plain));
	byte_case('doctype-after-mark', "\xEF\xBB\xBF$plain");
	byte_case('doctype-before-bad-byte', "<!DOCTYPE a><a>\xFF</a>");
	text_case('doctype-in-open-value', q(<a b='<!DOCTYPE a>));
	text_case('doctype-lower-case', '<!doctype a><a/>');
	text_case('doctype-mixed-case', '<!DocType a><a/>');
	text_case('doctype-in-comment', summary('a<!-- <!DOCTYPE a> -->'));
	text_case('doctype-in-cdata', summary('<![CDATA[<!DOCTYPE a>]]>'));
}

sub make_lures {
	my $xi = 'xmlns:xi="http://www.w3.org/2001/XInclude"';
	my $xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
	text_case('lure-stylesheet',
		qq(<?xml-stylesheet href="$http_bait"?>) . summary('a'));
	text_case('lure-catalog',
		qq(<?oasis-xml-catalog catalog="$file_bait"?>) . summary('a'));
	text_case('lure-base', summary('a', qq(xml:base="$file_bait")));
	text_case('lure-include-xml',
		summary(qq(a<xi:include href="$file_bait"/>), $xi));
	text_case('lure-include-text',
		summary(qq(a<xi:include parse="text" href="$http_bait"/>), $xi));
	text_case('lure-include-self',
		summary(q(a<xi:include href=""/>), $xi));
	text_case('lure-include-pointer',
		summary(q(a<xi:include xpointer="xpointer(/*)"/>), $xi));
	text_case('lure-schema', summary('a',
		qq($xsi xsi:schemaLocation="urn:x $file_bait urn:y $http_bait")));
	text_case('lure-schema-plain',
		summary('a', qq($xsi xsi:noNamespaceSchemaLocation="$http_bait")));
	text_case('lure-schema-foreign',
		qq(<a $xsi xsi:noNamespaceSchemaLocation="$file_bait"/>));
}

# --- what the schema could stumble over --------------------------------------

sub make_schema {
	my $xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
	text_case('type-unknown', summary('a', qq($xsi xsi:type="none")));
	text_case('type-prefix', summary('a', qq($xsi xsi:type="p:none")));
	text_case('type-of-schema', summary('a', qq($xsi xsi:type="headType")));
	text_case('nil', summary('a', qq($xsi xsi:nil="true")));
	text_case('id-twice', summary('a') =~ s/id="q"/id="p"/r);
	text_case('id-nowhere', summary('a') =~ s/"p q"/"p nobody"/r);
	text_case('ids-none', summary('a') =~ s/"p q"/" "/r);
	text_case('decimal-long', summary('<quantity value="' .
		'9' x 60_000 . '.5" unit="days"/>'));
	text_case('decimal-not', summary('<quantity value="' .
		'9' x 60_000 . '.5." unit="days"/>'));
	text_case('year-long', summary('<date when="999999999-01-01"/>'));
	text_case('year-longest', summary(
		'<date when="' . '9' x 60_000 . '-01-01"/>'));
	text_case('leap-second', summary('a') =~ s/T10:00:00/T23:59:60/r);
	text_case('offset-minus-zero', summary('a') =~ s/\+00:00/-00:00/r);
	text_case('duration-long', summary('a') =~
		s{</start>|(zone="Etc/UTC"/>)}{$1 . '<duration value="PT' .
		'9' x 60_000 . 'M"/>'}er);
	text_case('speaker-long', summary('a') =~ s/"p q"/'"' . 'p ' x 30_000 . '"'/er);
	text_case('country-long', summary('a') =~ s/"XA"/'"' . 'X' x 60_000 . '"'/er);
	text_case('zone-long', summary('a') =~
		s{"Etc/UTC"}{'"' . 'Etc/' x 15_000 . '"'}er);
	text_case('zone-climbing', summary('a') =~
		s{"Etc/UTC"}{"../../../../etc/hostname"}r);
	text_case('marks-10000', summary('a' . "\x{301}" x 10_000));
	text_case('language-long', summary('a') =~
		s/"en"/'"en' . '-abcdefgh' x 7000 . '"'/er);
}

# --- encodings ---------------------------------------------------------------

sub make_bad_bytes {
	my %bad = (overlong => "\xC0\xAF", continuation => "\x80",
		'too-high' => "\xF4\x90\x80\x80", surrogate => "\xED\xA0\x80");
	byte_case("utf-8-$_", "<a>$bad{$_}</a>") for keys %bad;
	byte_case('utf-8-cut', "<a>\xE3\x81");
	byte_case('us-ascii-high', declare('US-ASCII', "<a>\xE9</a>"));
	byte_case('windows-1252', declare('windows-1252', summary("\x80")));
	byte_case('windows-1252-undefined',
		declare('windows-1252', "<a>\x81</a>"));
	byte_case('iso-8859-1', declare('ISO-8859-1', summary("\xE9")));
}

sub make_wide {
	my %mark = (LE => "\xFF\xFE", BE => "\xFE\xFF");
	for my $order (qw(LE BE)) {
		my $name = 'utf-16-' . lc $order;
		my $raw = encode("UTF-16$order",
			declare('UTF-16', summary("\x{E9}\x{1F600}")));
		my ($open, $close) =
		    map { encode("UTF-16$order", $_) } '<a>', '</a>';
		my $lone = $order eq 'LE' ? "\0\xD8" : "\xD8\0";
		byte_case($name, $mark{$order} . $raw);
		byte_case("$name-no-mark", $raw);
		byte_case("$name-odd", $mark{$order} . $raw . "\0");
		byte_case("$name-lone", "$mark{$order}$open$lone$close");
		$name = 'utf-32-' . lc $order;
		byte_case($name, encode("UTF-32$order", "\x{FEFF}<a/>"));
		byte_case("$name-no-mark", encode("UTF-32$order", '<a/>'));
	}
	byte_case('mark-against-utf-8',
		$mark{LE} . encode('UTF-16LE', declare('utf-8')));
	byte_case('mark-against-order',
		$mark{LE} . encode('UTF-16LE', declare('UTF-16BE')));
}

sub make_declarations {
	byte_case('mark-against-latin',
		"\xEF\xBB\xBF" . declare('iso-8859-1'));
	text_case('declared-' . lc, declare($_)) for qw(UTF-7 ISO-2022-JP
		HZ-GB-2312 IBM037 UTF-32 UTF-16);
	text_case('declared-unknown', declare('no-such-encoding'));
	text_case('declared-long', declare('e' x MIB));
	text_case('declared-nul', declare("UTF-8\0"));
	text_case('declared-far',
		declare('ISO-2022-JP') =~ s/ enc/' ' x 999 . 'enc'/er);
	byte_case('utf-7-mark', '+/v8-<a/>');
	# `<?xml version='1.0'?><a/>` in EBCDIC.
	byte_case('ebcdic', pack 'H*', '4c6fa79493' . '40a58599a28996957e7d' .
		'f14bf07d6f6e' . '4c81616e');
}

mkdir $folder;
make_form();
make_limits();
make_characters();
make_doctypes();
make_hidden_doctypes();
make_lures();
make_schema();
make_bad_bytes();
make_wide();
make_declarations();
