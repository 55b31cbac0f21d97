#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Proves that JSON holds every fact of the document, and nothing else but
# what is computed: both are taken apart into lines of path and value, by the
# three rules of docs/json.md, and the lines must be the same.
use strict;
use warnings;
use utf8;
use FindBin;
use JSON::PP ();
use lib "$FindBin::Bin/lib";
use Outputs qw(convert finish report samples slurp);
use XmlTree qw(read_tree text_of);

binmode STDOUT, ':encoding(UTF-8)';

my %mixed = map { $_ => 1 }
	qw(updated occasion lead caption description statement narrative note ref quote);
my %list = map { $_ => 1 }
	qw(statement@speaker place@remoteFor occasion@party outcome@by);
# Elements that are no object of their own in JSON.
my %through = map { $_ => 1 } qw(entry);

# A value as one string, whatever its spelling: space, numbers, truth.
sub value {
	my ($value) = @_;
	$value =~ s/\s+/ /g;
	$value =~ s/^ | $//g;
	return $value unless $value =~ /^[-+]?[0-9]*\.?[0-9]+$/;
	$value =~ s/^\+//;
	$value =~ s/\.?0+$// if $value =~ /\./;
	return $value =~ s/^(-?)0+(?=[0-9])/$1/r;
}

sub boolean {
	my ($name, $value) = @_;
	return $value unless $name =~ /^(?:total|others|acting|slogan)$/;
	return value($value) =~ /^(?:true|1)$/ ? 'true' : 'false';
}

# Lines of an element of the document.
sub xml_lines {
	my ($element, $path) = @_;
	my $name = $element->{name};
	my @lines;
	for (sort keys %{$element->{attributes}}) {
		my $key = s/^\{xml\}//r;
		next if $key =~ /^\{/;
		my $value = $element->{attributes}{$_};
		push @lines, map { "$path/$key=" . value(boolean($key, $_)) }
			$list{"$name\@$key"} ? split ' ', $value : $value;
	}
	for my $child (@{$element->{children}}) {
		if (ref $child) {
			push @lines, xml_lines($child, $through{$child->{name}} ? $path : "$path/$child->{name}");
		} elsif ($mixed{$name} || $child =~ /\S/) {
			push @lines, "$path=" . value($child);
		}
	}
	return grep { !/=$/ } @lines;
}

# Lines of a value of JSON. The name of a typed object is its type, and then the
# key that holds it is no part of the path; arrays never are.
sub json_lines {
	my ($value, $path) = @_;
	return map { json_lines($_, $path) } @$value if ref $value eq 'ARRAY';
	if (ref $value eq 'HASH') {
		my @lines;
		for my $key (sort keys %$value) {
			next if $key eq 'computed' || $key eq '$schema' || $key eq 'type';
			my $inside = $key =~ /^(?:content|sentence|text|item|note)$/ ? $path : "$path/$key";
			push @lines, json_members($value->{$key}, $inside);
		}
		return @lines;
	}
	my $text = JSON::PP::is_bool($value) ? ($value ? 'true' : 'false') : $value;
	return grep { !/=$/ } "$path=" . value($text);
}

sub json_members {
	my ($value, $path) = @_;
	return map { json_lines($_, ref eq 'HASH' && exists $_->{type} ? "$path/$_->{type}" : $path) }
		ref $value eq 'ARRAY' ? @$value : $value;
}

# What stands on one side only, with a sign before it.
sub differences {
	my ($xml, $json) = @_;
	my %count;
	$count{$_}++ for @$xml;
	$count{$_}-- for @$json;
	return map { $count{$_} > 0 ? "lost: $_" : "added: $_" } grep { $count{$_} } sort keys %count;
}

my $documents = convert('');
my $outputs = convert('json');
for my $name (samples()) {
	my @xml = xml_lines(read_tree($documents->{$name}), '');
	my @json = json_lines(JSON::PP->new->allow_bignum->decode(slurp($outputs->{$name})), '');
	report("$name: " . @xml . ' facts', @xml ? differences(\@xml, \@json) : 'no facts are found');
}
my @lines = ('/a=1', '/a=2');
report('a lost fact is seen', differences(\@lines, ['/a=1']) == 1 ? () : 'it is not');
report('a fact that is twice is seen', differences(\@lines, [@lines, '/a=1']) == 1 ? () : 'it is not');
finish();
