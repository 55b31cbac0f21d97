#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Proves that the samples are valid and together use every element and
# attribute of the vocabulary, and every value of the lists that name kinds,
# levels, formats and acts; and that the sample house does so for house.xsd.
# Reads with xmllint alone: local names from schema types, not from wishes.
use strict;
use warnings;
use utf8;
use FindBin;
use lib "$FindBin::Bin/lib";
use Need;
use Tap;

need_command('xmllint', 'libxml2-utils');

my $root = $ENV{DIPLODOC_ROOT} || "$FindBin::Bin/..";
my $samples_dir = $ENV{DIPLODOC_SAMPLES} || "$root/samples";
my @samples = sort glob "$samples_dir/*.xml";
my $house = "$samples_dir/house/diplodoc-house.xml";
my %XSD = (
	summary => "$root/schemas/meeting-summary.xsd",
	house => "$root/schemas/house.xsd",
);
my @LISTS = qw(meetingKind meetingLevel meetingFormat actType);
my %LIST_ATTRIBUTE = (
	meetingKind => 'meeting@kind',
	meetingLevel => 'meeting@level',
	meetingFormat => 'meeting@format',
	actType => 'statement@act',
);

# The events of a file from xmllint's reader: one "element|attribute" a line.
# Start tags are cut out of the canonical form, which has no CDATA, no
# comments, no entities but five, and double quotes only.
sub start_tags {
	my ($file) = @_;
	open my $in, '-|', 'xmllint', '--nonet', '--c14n', $file
		or die "xmllint: $!";
	local $/;
	my $text = <$in>;
	close $in or die "xmllint cannot read $file\n";
	$text =~ s/<!--.*?-->//gs;
	$text =~ s/<\?.*?\?>//gs;
	return $text =~ /<([^\/\s>]+)((?:\s+[^\s=]+="[^"]*")*)>/g;
}

# Every "element", "element@attribute" and "element@attribute=value" of files.
sub used_by {
	my %used;
	for my $file (@_) {
		my @tags = start_tags($file);
		while (my ($name, $attributes) = splice @tags, 0, 2) {
			$used{$name}++;
			while ($attributes =~ /([^\s=]+)="([^"]*)"/g) {
				next if $1 eq 'xmlns';
				$used{"$name\@$1"}++;
				$used{"$name\@$1=$2"}++;
			}
		}
	}
	return \%used;
}

# What a schema declares: elements with the attributes of their types, and
# the values of its lists. Follows named types, as the schema has no others.
sub declared_by {
	my ($file) = @_;
	my @tags = start_tags($file);
	my (%type_of, %attributes, %values, $type, $list);
	while (my ($name, $text) = splice @tags, 0, 2) {
		my %a = $text =~ /([^\s=]+)="([^"]*)"/g;
		if ($name eq 'xs:complexType') {
			$type = $a{name};
			$attributes{$type} //= [];
		} elsif ($name eq 'xs:group' && $a{name}) {
			$type = undef;
		} elsif ($name eq 'xs:simpleType') {
			$list = $a{name};
		} elsif ($name eq 'xs:element') {
			push @{$type_of{$a{name}}}, $a{type};
		} elsif ($name eq 'xs:attribute') {
			push @{$attributes{$type}}, $a{name} // $a{ref};
		} elsif ($name eq 'xs:enumeration') {
			push @{$values{$list}}, $a{value};
		}
	}
	return (\%type_of, \%attributes, \%values);
}

# Valid, by the schema, in one run of xmllint.
sub check_valid {
	my ($schema, @files) = @_;
	my @words = grep { !/ validates$/ }
		split /\n/, join '', map { `xmllint --nonet --noout --schema '$schema' '$_' 2>&1` } @files;
	report("valid by " . ($schema =~ s{.*/}{}r) . ": " . @files . " files",
		@files ? @words : 'no files');
}

# Elements, then attributes on every element that may carry them. An element
# name that has several types needs the attributes of each of them.
sub check_coverage {
	my ($what, $type_of, $attributes, $used) = @_;
	my (@elements, @pairs, $all);
	for my $element (sort keys %$type_of) {
		push @elements, "element $element is in no file"
			unless $used->{$element};
		my %names = map { $_ => 1 }
			map { @{$attributes->{$_} || []} } @{$type_of->{$element}};
		$all += keys %names;
		push @pairs, "attribute $_ of $element is in no file"
			for grep { !$used->{"$element\@$_"} } sort keys %names;
	}
	report("$what: all " . keys(%$type_of) . " elements occur", @elements);
	report("$what: all $all attributes occur", @pairs);
}

check_valid($XSD{summary}, @samples);
check_valid($XSD{house}, $house);

my ($types, $attributes, $values) = declared_by($XSD{summary});
my $used = used_by(@samples);
check_coverage('meeting-summary.xsd', $types, $attributes, $used);
for my $list (@LISTS) {
	my $all = $values->{$list} || [];
	my @missing = map { "value $_ is in no sample" }
		grep { !$used->{"$LIST_ATTRIBUTE{$list}=$_"} } @$all;
	report("$list: all " . @$all . " values occur",
		@$all ? @missing : 'the schema has no such list');
}

# For the reader: values of other lists that no attribute of a sample has.
my %seen = map { /=(.*)/s ? ($1 => 1) : () } keys %$used;
for my $list (sort keys %$values) {
	my @idle = grep { !$seen{$_} } @{$values->{$list}};
	print "# $list: not used: @idle\n" if @idle;
}

($types, $attributes) = declared_by($XSD{house});
check_coverage('house.xsd', $types, $attributes, used_by($house));

my @editions = grep { `xmllint --xpath 'string(/*/\@*[local-name()="lang"])' '$_'` !~ /^en/ } @samples;
report('at least 14 summaries, some in other languages than English',
	@samples >= 14 ? () : 'only ' . @samples . ' samples',
	@editions >= 3 ? () : 'only ' . @editions . ' editions');

finish();
