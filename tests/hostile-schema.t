#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# A schema that is broken, asks for files and services, or is costly, given by
# --resources: every document is then not checked and never valid or invalid, with
# one sentence; or it is checked as ever. Nothing is loaded, nothing is written.
use strict;
use warnings;
use Cwd qw(abs_path);
use FindBin;
use lib "$FindBin::Bin/hostile", "$FindBin::Bin/lib";
use Bounded;
use File::Temp qw(tempdir);
use IO::Socket::INET;
use POSIX qw(mkfifo);
use Tap;
use Watch qw(can_trace digest_files faults_of_calls faults_of_end faults_of_files faults_of_verdict read_report write_file);

my $here = abs_path($FindBin::Bin);
my $root = abs_path("$here/..");
my $bounded = Bounded->new(abs_path($ENV{DIPLODOC} || "$root/build/diplodoc"));
my $work = abs_path(tempdir(CLEANUP => 1));
chdir $work or die "$work: $!\n";
my $schema = Bounded::slurp("$root/schemas/meeting-summary.xsd");
my $service = IO::Socket::INET->new(LocalAddr => '127.0.0.1', Listen => 8) or die "no service on the loopback: $@\n";
my ($file, $http) = ("file://$work/bait", 'http://127.0.0.1:' . $service->sockport . '/a.xsd');

sub at_top { my ($text) = @_; return $schema =~ s{(?=<xs:import )}{$text}r }

sub at_end { my ($text) = @_; return $schema =~ s{(?=</xs:schema>)}{$text}r }

# The pattern stands in the type of most texts.
sub with_pattern { my ($pattern) = @_; return $schema =~ s{<xs:minLength value="1"/>}{<xs:pattern value="$pattern"/>}r }

sub with_most { my ($most) = @_; return $schema =~ s{maxOccurs="unbounded"}{maxOccurs="$most"}gr }

my $counters = '(' x 3 . 'a{0,9}' . '){0,9}' x 3 . 'b';
# Name, schema, exit code of validate, words of the sentence; 0 and 1 are verdicts.
my @rows = (
	['as it is', $schema, 0],
	['empty', '', 4, 'is not a schema'],
	['cut off', substr($schema, 0, 500), 4, 'is not a schema'],
	['no schema', '<a/>', 4, 'is not a schema'],
	['with a document type', "<!DOCTYPE a>$schema", 4, 'is not a schema'],
	['with an entity', "<!DOCTYPE a [<!ENTITY e SYSTEM '$file'>]>$schema", 4, 'is not a schema'],
	['with entities in entities', '<!DOCTYPE a [<!ENTITY a "xxxxxxxxxx">' . join('', map { '<!ENTITY ' . chr(97 + $_) . ' "' .
		('&' . chr(96 + $_) . ';') x 10 . '">' } 1 .. 9) . "]>$schema", 4, 'is not a schema'],
	['that includes a file', at_top("<xs:include schemaLocation='$file'/>"), 4, "asks for `$file`"],
	['that includes a service', at_top("<xs:include schemaLocation='$http'/>"), 4, "asks for `$http`"],
	['that includes what is above', at_top('<xs:include schemaLocation="../../a.xsd"/>'), 4, 'asks for `../../a.xsd`'],
	['that includes itself', at_top('<xs:include schemaLocation="meeting-summary.xsd"/>'), 4, 'asks for `meeting-summary.xsd`'],
	['that imports a service', at_top("<xs:import namespace='urn:x' schemaLocation='$http'/>"), 4, "asks for `$http`"],
	['that redefines itself', at_top('<xs:redefine schemaLocation="meeting-summary.xsd"/>'), 4, 'asks for `meeting-summary.xsd`'],
	['that redefines a service', at_top("<xs:redefine schemaLocation='$http'/>"), 4, "asks for `$http`"],
	['of version 1.1', at_end('<xs:complexType name="v"><xs:sequence/><xs:assert test="true()"/></xs:complexType>'), 4, 'cannot be used'],
	['with a type of itself', at_end('<xs:simpleType name="v"><xs:restriction base="v"/></xs:simpleType>'), 4, 'circular'],
	['with a group in itself', at_end('<xs:group name="v"><xs:sequence><xs:group ref="v"/></xs:sequence></xs:group>'), 4, 'Circular'],
	['with groups in groups', at_end('<xs:complexType name="v">' . '<xs:sequence>' x 5000 . '</xs:sequence>' x 5000 . '</xs:complexType>'),
		4, 'is not a schema'],
	['that can be read in two ways', at_end('<xs:complexType name="v"><xs:choice maxOccurs="unbounded">' . join('', map {
		'<xs:sequence><xs:element name="e" minOccurs="0" maxOccurs="999"/></xs:sequence>' } 1 .. 40) . '</xs:choice></xs:complexType>'),
		4, 'cannot be used'],
	['with a broken pattern', with_pattern('((('), 4, 'cannot be used'],
	# libxml2 2.15 takes memory until there is no more of it.
	['with counters in counters', with_pattern($counters), 4, 'validation broke off', 'more memory'],
	['with a pattern without end', with_pattern('((((a|aa)*)*)*)*b'), 4, 'validation broke off'],
	['with 100000 of each', with_most(100_000), 0],
	['with 1000000000 of each', with_most(1_000_000_000), 0],
);

# Two documents with a long text, so that a pattern has its work.
sub write_documents {
	system($^X, "$here/hostile/make-hostile.pl", 'made') == 0 or die "make-hostile.pl failed\n";
	my $text = Bounded::slurp('made/doctype-in-comment.xml') =~ s{<office>Minister<}{'<office>' . 'a' x 40 . '<'}ger;
	write_file("in/$_.xml", $text) for 'a', 'b';
}

sub check_schema {
	my ($name, $text, $status, @words) = @_;
	my $said = join '|', map { quotemeta } @words;
	write_file('res/schemas/meeting-summary.xsd', $text);
	my $before = digest_files('in', 'out');
	my @call = ('--resources', 'res', 'in');
	my %run = Watch::run($bounded, "$work/log", '/dev/null', 'validate', '--format', 'json', @call);
	my $verdict = (qw(pass fail))[$status] // 'not checked';
	my %documents = eval { read_report($run{out}) };
	my %convert = $bounded->run('/dev/null', 'convert', '--to', 'text', '--out-dir', 'out', @call) if $status;
	report("a schema: $name", faults_of_end(%run), faults_of_verdict($status, %run),
		(map { my $got = ($documents{"in/$_.xml"} // {})->{verdict} // 'none'; $got eq $verdict ? () : "$_: $got" } 'a', 'b'),
		"$run{out}$run{err}" =~ /$said/ ? () : "said: $run{err}",
		$status && !$convert{status} ? 'it is converted' : (), faults_of_files($before, digest_files('in', 'out')),
		can_trace() ? faults_of_calls($run{log}, {reads => qr{^\Q$work\E/(?:in|res)/}, writes => qr{^$}}) : ());
}

system('cp', '-R', (map { "$root/$_" } 'schemas', 'xslt', 'data'), mkdir_of('res')) == 0 or die "cp failed\n";
mkdir_of($_) for 'in', 'out';
sub mkdir_of { mkdir $_[0] or die "$_[0]: $!\n"; return $_[0] }
mkfifo('bait', 0600) or die "bait: $!\n";
write_documents();
check_schema(@$_) for @rows;
$service->timeout(0.1);
report('no service was asked', $service->accept ? 'it was' : ());
chdir '/';
finish();
