#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Schemas, stylesheets and the theme hold nothing that nothing asks for, and the
# types that both schemas declare take the same values.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Lint;

my @schemas = qw(schemas/meeting-summary.xsd schemas/house.xsd);
my %types; # {schema}{name} = its declaration
for my $schema (@schemas) {
	my $text = read_file($schema);
	while ($text =~ m{^  <xs:(simpleType|complexType|group|attributeGroup) name="([^"]+)".*?^  </xs:\1>}gms) {
		$types{$schema}{$2} = $&;
	}
	report("$schema uses each of its types", grep {
		$text !~ /(?:type|base|ref|itemType)="\Q$_\E"|memberTypes="[^"]*\b\Q$_\E\b/
	    } sort keys %{$types{$schema}});
}
sub without_words { return $_[0] =~ s{<xs:annotation>.*?</xs:annotation>\s*}{}gsr }

my ($summary, $house) = @types{@schemas};
report('simple types of one name are the same in both schemas', grep {
	$house->{$_} && $house->{$_} =~ /^  <xs:simpleType/ &&
	without_words($house->{$_}) ne without_words($summary->{$_})
    } sort keys %$summary);

my $sheets = join '', map { read_file($_) } list_files(qr{^xslt/.*\.xsl$});
report('stylesheets use each of their keys', grep {
	$sheets !~ /key\('\Q$_\E'/ } $sheets =~ /<xsl:key name="([^"]+)"/g);
report('and each of their templates', grep {
	$sheets !~ /call-template name="\Q$_\E"/
    } $sheets =~ /<xsl:template name="([^"]+)"/g);
report('and each of their modes', grep {
	$sheets !~ /apply-templates[^>]* mode="\Q$_\E"/
    } $sheets =~ /<xsl:template [^>]*mode="([^"]+)"/g);
report('and each of their variables and parameters', grep {
	$sheets !~ /\$\Q$_\E(?![\w-])/
    } $sheets =~ /<xsl:(?:variable|param) name="([^"]+)"/g);

my @classes = read_file('xslt/theme.css') =~ /\.(dd-[a-z-]+)/g;
report('the theme has no class that no page has', grep {
	$sheets !~ /\b\Q$_\E(?![\w-])/ } @classes);
finish();
