#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Writes hostile stylesheets, NAME.text.xsl or NAME.html-fragment.xsl each, into
# the folder named; sheets.tsv beside this file says what each gives. A file and a
# service are the bait that none may reach.
#
#   make-sheets.pl DIR FILE-URL HTTP-URL
use strict;
use warnings;

@ARGV == 3 or die "usage: make-sheets.pl DIR FILE HTTP\n";
my ($folder, $file_bait, $http_bait) = @ARGV;
my ($path_bait) = $file_bait =~ m{^file://(.*)};
my $HTML = 'http://www.w3.org/1999/xhtml';
my %prefixes = (exsl => 'http://exslt.org/common', str => 'http://exslt.org/strings', dyn => 'http://exslt.org/dynamic',
	func => 'http://exslt.org/functions', saxon => 'http://icl.com/saxon', crypto => 'http://exslt.org/crypto',
	date => 'http://exslt.org/dates-and-times', redirect => 'org.apache.xalan.xslt.extensions.Redirect',
	libxslt => 'http://xmlsoft.org/XSLT/namespace', own => 'urn:own');
my $declared = join ' ', map { "xmlns:$_=\"$prefixes{$_}\"" } sort keys %prefixes;

sub write_sheet {
	my ($name, $text) = @_;
	open my $out, '>:utf8', "$folder/$name.xsl" or die "$name: $!\n";
	print $out $text;
	close $out or die "$name: $!\n";
}

# A stylesheet of one template around `body`, with `top` before it.
sub sheet {
	my ($namespace, $body, $top) = @_;
	return "<xsl:stylesheet version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" $declared " .
	    'extension-element-prefixes="' . join(' ', sort keys %prefixes) . "\" xmlns=\"$namespace\">" . ($top // '') .
	    "<xsl:template match=\"/\">$body</xsl:template></xsl:stylesheet>";
}

sub text_sheet {
	my ($name, $body, $top) = @_;
	write_sheet("$name.text", sheet('urn:diplodoc:layout:1', "<document><block>$body</block></document>", $top));
}

sub page_sheet {
	my ($name, $body) = @_;
	write_sheet("$name.html-fragment", sheet($HTML, "<div>$body</div>"));
}

sub value { my ($expression) = @_; return "<xsl:value-of select=\"$expression\"/>" }

# --- what asks for files and services ----------------------------------------

sub make_loads {
	text_sheet('loads-file', value("document('$path_bait')"));
	text_sheet('loads-address', value("document('$file_bait')"));
	text_sheet('loads-service', value("document('$http_bait')"));
	text_sheet('loads-itself', value("count(document('')/*)"));
	text_sheet('loads-part', value("document('a.xml#x')"));
	text_sheet('loads-above', value("document('../../../../etc/hostname')"));
	text_sheet('loads-built-in', value("document('words/en.xml')"));
	my %asks = ('file' => $path_bait, 'service' => "${http_bait}a.xsl",
		'nothing' => '', 'above' => '../../etc/hostname');
	for my $ask (sort keys %asks) {
		text_sheet("includes-$ask", 'x', "<xsl:include href=\"$asks{$ask}\"/>");
		text_sheet("imports-$ask", 'x', "<xsl:import href=\"$asks{$ask}\"/>");
	}
	text_sheet('includes-itself', 'x', '<xsl:include href="includes-itself.text.xsl"/>');
	text_sheet('imports-itself', 'x', '<xsl:import href="imports-itself.text.xsl"/>');
	my $external = text_of('doctype') =~ s/DOCTYPE a/DOCTYPE a SYSTEM "$file_bait"/r;
	write_sheet('loads-subset.text', $external);
	write_sheet('loads-entity.text', text_of('doctype') =~ s/DOCTYPE a/DOCTYPE a [<!ENTITY e SYSTEM "$file_bait">]/r =~ s/>x</>&e;</r);
	text_sheet('loads-inclusion', "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" parse=\"text\" href=\"$path_bait\"/>");
}

sub text_of {
	return '<!DOCTYPE a>' . sheet('urn:diplodoc:layout:1', '<document><block>x</block></document>');
}

sub make_writes {
	text_sheet('writes-exslt', '<exsl:document href="made"/>');
	text_sheet('writes-1.1', '<xsl:document href="made">x</xsl:document>');
	text_sheet('writes-2.0', '<xsl:result-document href="made">x</xsl:result-document>');
	text_sheet('writes-saxon', '<saxon:output file="made">x</saxon:output>');
	text_sheet('writes-xalan', "<redirect:write select=\"'made'\">x</redirect:write>");
	text_sheet('writes-bait', "<exsl:document href=\"$path_bait\"/>");
}

# --- work without end --------------------------------------------------------

sub make_loops {
	text_sheet('calls-itself', '<xsl:call-template name="f"/>', '<xsl:template name="f"><xsl:call-template name="f"/></xsl:template>');
	text_sheet('applies-itself', '<xsl:apply-templates select="/" mode="f"/>',
		'<xsl:template match="/" mode="f"><xsl:apply-templates select="/" mode="f"/></xsl:template>');
	text_sheet('variables-loop', value('$a'), '<xsl:variable name="a" select="$b"/><xsl:variable name="b" select="$a"/>');
	text_sheet('attribute-sets-loop', '<br xsl:use-attribute-sets="s"/>', '<xsl:attribute-set name="s" use-attribute-sets="s"/>');
	my $loop = 'own:f';
	text_sheet('function-calls-itself', value("$loop()"),
		"<func:function name=\"$loop\"><func:result select=\"$loop()\"/></func:function>");
	text_sheet('rows-in-rows', value('count(' . '//node()[' x 6 . '1' . ']' x 6 . ') &gt; 9'));
	text_sheet('parentheses', value('(' x 20_000 . '1' . ')' x 20_000));
	text_sheet('unions', value('count(//node()' . ' | //node()' x 3000 . ') &gt; 9'));
	text_sheet('elements-in-elements', '<b>' x 3000 . '</b>' x 3000);
}

sub make_numbers {
	text_sheet('number-huge', '<xsl:number value="1e300"/>');
	text_sheet('number-roman', '<xsl:number value="999999999" format="I"/>');
	text_sheet('number-letters', '<xsl:number value="999999999" format="a"/>');
	text_sheet('number-endless', '<xsl:number value="-1e999" format="a"/>');
	text_sheet('number-none', '<xsl:number value="none" format="1"/>');
	text_sheet('number-form-long', '<xsl:number value="5" format="' . '1.' x 20_000 . '"/>');
	text_sheet('decimals-long', value("format-number(1, '" . '#' x 20_000 . "')"));
	text_sheet('decimals-huge', value("format-number(1e300, '#,#0.00')"));
	text_sheet('decimals-broken', value("format-number(1, '0#0;;;')"));
	text_sheet('sorts', '<xsl:for-each select="//node()"><xsl:sort select="count(//node()[. = current()])" ' .
		'data-type="number"/>x</xsl:for-each>');
	text_sheet('names-nodes', value("generate-id(//*[3]) = generate-id(//*[3])"));
}

# --- functions and elements there are not ------------------------------------

sub make_unknown {
	my %calls = ('padding' => 'str:padding(1000000000)', 'tokens' => "str:tokenize(/, '')", 'evaluates' => "dyn:evaluate('1')",
		'saxon-evaluates' => "saxon:evaluate('1')", 'digest' => "crypto:md5('a')", 'clock' => 'date:date-time()',
		'function' => 'none()', 'function-of-prefix' => 'own:none()', 'prefix' => 'nobody:none()', 'variable' => '$none');
	text_sheet("unknown-$_", value($calls{$_})) for sort keys %calls;
	text_sheet('unknown-template', '<xsl:call-template name="none"/>');
	text_sheet('unknown-element', '<xsl:for-each-group select="/" group-by="."/>');
	text_sheet('unknown-extension', '<own:bar/>');
	text_sheet('unknown-attribute', '<xsl:value-of select="1" separator=","/>');
	write_sheet("version-$_.text", sheet('urn:diplodoc:layout:1', '<document><block>x</block></document>') =~ s/version="1.0"/version="$_"/r)
	    for '2.0', '3.0', '9';
	text_sheet('debugs', '<libxslt:debug/>');
	text_sheet('expression-broken', value('1 +'));
	write_sheet('truncated.text', substr sheet('urn:diplodoc:layout:1', 'x'), 0, -20);
	write_sheet('no-stylesheet.text', '<a/>');
	write_sheet('nothing.text', '');
	write_sheet('doctype.text', text_of());
	write_sheet('entities.text', text_of() =~ s/DOCTYPE a/DOCTYPE a [<!ENTITY e "e">]/r =~ s/>x</>&e;</r);
}

# --- results -----------------------------------------------------------------

sub make_results {
	my %results = ('none' => '', 'two' => '<document/><document/>', 'text-alone' => 'x', 'other' => '<a/>');
	write_sheet("result-$_.text", sheet('urn:diplodoc:layout:1', $results{$_})) for sort keys %results;
	text_sheet('says-and-stops', '<xsl:message terminate="yes">Stop here</xsl:message>');
	text_sheet('says', "<xsl:message>a\x{9B}31m\x{202E}&#10;b</xsl:message>x");
	text_sheet('encoding-unknown', "\x{1F600}", '<xsl:output encoding="NOPE"/>');
	text_sheet('encoding-narrow', "\x{1F600}", '<xsl:output method="text" encoding="ISO-8859-1"/>');
	text_sheet('output-doctype', 'x', "<xsl:output method=\"html\" doctype-system=\"$http_bait\" cdata-section-elements=\"block\"/>");
	text_sheet('unescaped', '<xsl:text disable-output-escaping="yes">&lt;b&gt;</xsl:text>');
	text_sheet('attribute-late', 'x<xsl:attribute name="a">b</xsl:attribute>');
	text_sheet('element-of-data', '<xsl:element name="{\'a b\'}"/>');
	text_sheet('instruction-ends', '<xsl:processing-instruction name="php">x?&gt;y</xsl:processing-instruction>');
	text_sheet('comment-ends', '<xsl:comment>a--&gt;b</xsl:comment>');
	text_sheet('controls', "a\x{9B}31m\x{85}b");
}

# --- pages -------------------------------------------------------------------

sub make_addresses {
	my %bad = ('script' => 'javascript:alert(1)', 'script-with-tab' => 'JaVa&#9;script:alert(1)',
		'script-behind-space' => '&#x20;&#10;javascript:alert(1)', 'script-behind-control' => '&#x9D;javascript:alert(1)',
		'data' => 'data:text/html,x', 'basic' => 'vbscript:x', 'file' => $file_bait, 'blob' => 'blob:x',
		'unknown' => 'own-scheme:x');
	page_sheet("address-$_", "<a href=\"$bad{$_}\">words</a>") for sort keys %bad;
	my %good = ('web' => 'https://a.example/?a=b&amp;c', 'mail' => 'mailto:a@b.example', 'part' => '#a-b', 'beside' => 'a.html');
	page_sheet("address-of-$_", "<a href=\"$good{$_}\">words</a>") for sort keys %good;
	page_sheet('address-of-picture', '<img alt="a" src="javascript:x"/>words');
	page_sheet('address-in-row', '<img alt="a" src="a.png" srcset="a.png 1x, data:image/png,x 2x"/>words');
	page_sheet('address-of-quotation', '<blockquote cite="javascript:x">words</blockquote>');
	page_sheet('address-of-other-kind', '<a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="javascript:x">words</a>');
	page_sheet('address-in-new-window', '<a href="https://a.example/" target="_blank">words</a>');
}

sub make_pages {
	my %elements = ('script' => '<script>x</script>', 'module' => '<script type="module">x</script>',
		'data-script' => '<script type="application/ld+json">x</script>', 'style' => '<style>a{}</style>',
		'frame' => '<iframe src="a"/>', 'form' => '<form action="a"/>', 'button' => '<button formaction="a"/>',
		'object' => '<object data="a"/>', 'base' => "<base href=\"$http_bait\"/>", 'template' => '<template>x</template>',
		'plain' => '<plaintext>x</plaintext>', 'without-script' => '<noscript>x</noscript>', 'capitals' => '<SCRIPT>x</SCRIPT>',
		'drawing' => '<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>',
		'of-no-namespace' => '<script xmlns="">x</script>', 'refresh' => '<meta http-equiv="refresh" content="0;url=a"/>',
		'sheet' => '<link rel="stylesheet" href="a"/>',
		'of-data' => "<xsl:element name=\"{'script'}\" namespace=\"$HTML\">x</xsl:element>");
	page_sheet("element-$_", $elements{$_}) for sort keys %elements;
	my %attributes = ('handler' => 'onclick="x()"', 'style' => 'style="a:b"', 'id-of-window' => 'id="location"',
		'id-of-all' => 'id="__proto__"', 'source' => 'srcdoc="x"', 'editable' => 'contenteditable="true"');
	page_sheet("attribute-$_", "<p $attributes{$_}>x</p>") for sort keys %attributes;
	page_sheet('attribute-of-data', '<p><xsl:attribute name="{\'onclick\'}">x</xsl:attribute></p>');
	page_sheet('ids-twice', '<p id="a-b">x</p><p id="a-b">y</p>');
	page_sheet('tracks', '<a href="a" ping="a">x</a>');
	page_sheet('page-unescaped', '<xsl:text disable-output-escaping="yes">&lt;script&gt;words&lt;/script&gt;</xsl:text>');
	page_sheet('page-attribute-ends', '<p title="&quot;&gt;&lt;script&gt;">words</p>');
	page_sheet('page-comment', '<xsl:comment>&lt;script&gt;</xsl:comment>words');
	page_sheet('page-instruction', '<xsl:processing-instruction name="php">x</xsl:processing-instruction>words');
	page_sheet('page-beside-page', '<p/><html/>');
}

mkdir $folder;
make_loads();
make_writes();
make_loops();
make_numbers();
make_unknown();
make_results();
make_addresses();
make_pages();
