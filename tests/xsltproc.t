#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Proves that every stylesheet is pure XSLT 1.0, and that xsltproc, given the
# resolved tree of each sample, makes the result tree that diplodoc makes.
use strict;
use warnings;
use utf8;
use File::Glob ':bsd_glob';
use FindBin;
use lib "$FindBin::Bin/lib";
use Outputs qw(convert finish report samples work);
use XmlTree qw(canonical elements read_tree);

my $sheets = "$FindBin::Bin/../xslt";
my $XSLT = 'http://www.w3.org/1999/XSL/Transform';

# XSLT 1.0, appendix on the syntax; without what writes text unescaped or
# reads and says things beside the tree.
my %element = map { $_ => 1 } qw(
	apply-imports apply-templates attribute attribute-set call-template
	choose comment copy copy-of decimal-format element fallback for-each
	if include import key namespace-alias number otherwise output param
	preserve-space processing-instruction sort strip-space stylesheet
	template text transform value-of variable when with-param);
# XPath 1.0, section 4, and XSLT 1.0, section 12, without document().
my %function = map { $_ => 1 } qw(
	last position count id local-name namespace-uri name string concat
	starts-with contains substring-before substring-after substring
	string-length normalize-space translate boolean not true false lang
	number sum floor ceiling round key format-number current generate-id
	unparsed-entity-uri system-property element-available
	function-available node text comment processing-instruction);
my %space = map { $_ => 1 } ($XSLT, 'xml', 'urn:diplodoc:meeting-summary:1',
	'urn:diplodoc:resolved:1', 'urn:diplodoc:layout:1', 'urn:diplodoc:markdown:1',
	'http://www.w3.org/1999/xhtml', 'http://www.w3.org/2005/xpath-functions');

# The XPath in an attribute: all of it in XSLT's own, the braces elsewhere.
sub expressions {
	my ($element, $name, $value) = @_;
	return $value if $element->{ns} eq $XSLT && $name =~ /^(?:select|test|match|use|count|from|value)$/;
	return $value =~ /(?<!\{)\{([^{}]*)\}/g;
}

sub impurities {
	my ($element) = @_;
	my $attributes = $element->{attributes};
	my @faults;
	push @faults, "element <$element->{name}> is not of XSLT 1.0"
		if $element->{ns} eq $XSLT && !$element{$element->{name}};
	push @faults, "element <$element->{name}> is of $element->{ns}"
		unless $space{$element->{ns}};
	for my $name (sort keys %$attributes) {
		push @faults, "attribute $name is no business of a stylesheet"
			if $name =~ /^(?:extension-element-prefixes|disable-output-escaping)$/;
		for my $xpath (expressions($element, $name, $attributes->{$name})) {
			my $bare = $xpath =~ s/'[^']*'|"[^"]*"//gr;
			push @faults, map { "function $_() in $xpath" }
				grep { !$function{$_} } $bare =~ /([\w:.-]+)\s*\(/g;
		}
	}
	return @faults, map { impurities($_) } elements($element);
}

my %wrong = (
	'an element of XSLT 2.0' => '<xsl:for-each-group select="x"/>',
	'a function of EXSLT' => '<xsl:value-of select="exsl:node-set(x)"/>',
	'a function that reads files' => '<a b="{document(\'x\')}"/>',
	'text that is not escaped' => '<xsl:text disable-output-escaping="yes">x</xsl:text>',
	'an element of another engine' => '<exsl:document href="x"/>',
);
for my $what (sort keys %wrong) {
	my $path = work() . '/wrong.xsl';
	open my $out, '>', $path or die "$path: $!\n";
	print $out qq(<xsl:stylesheet version="1.0" xmlns:xsl="$XSLT" xmlns:exsl="http://exslt.org/common">),
		qq(<xsl:template match="/">$wrong{$what}</xsl:template></xsl:stylesheet>);
	close $out;
	report("$what is seen", impurities(read_tree($path)) ? () : 'nothing is seen');
}
for my $path (sort (glob("$sheets/*.xsl"), glob("$sheets/common/*.xsl"), glob("$sheets/import/*.xsl"))) {
	my $sheet = read_tree($path);
	report("pure XSLT 1.0: " . $path =~ s{.*/xslt/}{}r, impurities($sheet),
		$sheet->{attributes}{version} eq '1.0' ? () : 'the version is not 1.0');
}

my $resolved = convert('resolved');
for my $sheet (sort glob "$sheets/*.xsl") {
	my ($format) = $sheet =~ m{([^/]+)\.xsl$};
	my $ours = convert($format, '--tree');
	for my $name (samples()) {
		my $theirs = work() . '/theirs.xml';
		my $status = system("xsltproc --nonet '$sheet' '$resolved->{$name}' >'$theirs'");
		report("xsltproc: $format of $name", $status ? "xsltproc ends with $status"
			: canonical($theirs) eq canonical($ours->{$name}) ? () : 'the trees differ');
	}
}
finish();
