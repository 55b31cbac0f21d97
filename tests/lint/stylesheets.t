#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Stylesheets are XSLT 1.0 and nothing more, so that every engine runs them.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Lint;

# The functions of XPath 1.0 and XSLT 1.0; node tests look alike.
my %functions = map { $_ => 1 } qw(
    last position count id local-name namespace-uri name string concat
    starts-with contains substring-before substring-after substring
    string-length normalize-space translate boolean not true false lang
    number sum floor ceiling round document key format-number current
    unparsed-entity-uri generate-id system-property element-available
    function-available text node comment processing-instruction);
# What asks the engine what it is, or reads another file.
my %refused = map { $_ => 1 } qw(document system-property
    element-available function-available unparsed-entity-uri);

# Faults of one expression. Strings may hold anything.
sub find_in_expression {
	my ($expression) = @_;
	my @faults;
	$expression =~ s/"[^"]*"|'[^']*'/''/g;
	while ($expression =~ /([\w:.-]+)\s*\(/g) {
		my $name = $1;
		next if $name =~ /^(?:and|or|div|mod)$/ || $name =~ /::$/;
		$name =~ s/.*:://;
		push @faults, "$name() is an extension"
		    unless $functions{$name};
		push @faults, "$name() is not for stylesheets here"
		    if $refused{$name};
	}
	return @faults;
}

sub find_faults {
	my ($text) = @_;
	my @faults;
	$text =~ s/<!--.*?-->//gs;
	push @faults, 'not version 1.0'
	    unless $text =~ /<xsl:stylesheet[^>]*\sversion="1\.0"/;
	push @faults, "uses $1" while $text =~
	    /(disable-output-escaping|extension-element-prefixes|<xsl:script|
	     <xsl:fallback|exslt|xalan|saxon|<xsl:output[^>]*method="(?!xml)\w+)/gx;
	while ($text =~ /<xsl:[\w-]+([^>]*)>/g) {
		my $attributes = $1;
		push @faults, find_in_expression($2 // $3) while $attributes =~
		    /\b(select|test|match|use|value)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
	}
	push @faults, find_in_expression($1) while $text =~ /="[^"]*\{([^{}"]*)\}/g;
	return @faults;
}

my @files = list_files(qr{^xslt/.*\.xsl$});
report('there are stylesheets', @files ? () : 'none');
report("$_ is plain XSLT 1.0", find_faults(read_file($_))) for @files;
finish();
