#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# What a house gives, rules in Schematron and a house file, can be hostile too: it
# is refused before the first summary, or it is stopped and the summary is not
# checked, or it finds what it should; in bounded time, with a sentence and a place.
use strict;
use warnings;
use utf8;
use Cwd qw(abs_path);
use FindBin;
use lib "$FindBin::Bin/hostile", "$FindBin::Bin/lib";
use Bounded;
use File::Temp qw(tempdir);
use IO::Socket::INET;
use POSIX qw(mkfifo);
use Tap;
use Watch qw(can_trace digest_files faults_of_calls faults_of_end faults_of_files faults_of_verdict write_file);

binmode STDOUT, ':utf8';
my $here = abs_path($FindBin::Bin);
my $bounded = Bounded->new(abs_path($ENV{DIPLODOC} || "$here/../build/diplodoc"));
my $outside = abs_path(tempdir(CLEANUP => 1));
my $work = "$outside/work";
mkdir $work or die "$work: $!\n";
chdir $work or die "$work: $!\n";
my $service = IO::Socket::INET->new(LocalAddr => '127.0.0.1', Listen => 8) or die "no service on the loopback: $@\n";
my $address = 'http://127.0.0.1:' . $service->sockport . '/';

# A file of rules with this pattern, and `top` before it.
sub rules {
	my ($pattern, $top) = @_;
	return '<schema xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">' .
	    '<ns prefix="m" uri="urn:diplodoc:meeting-summary:1"/><ns prefix="dd" uri="urn:diplodoc:functions:1"/>' .
	    ($top // '') . "<pattern id=\"p\">$pattern</pattern></schema>";
}

sub assertion {
	my ($test, $sentence, $top) = @_;
	$sentence //= 'The rule was broken.';
	return rules("<rule context=\"m:meetingSummary\"><assert test=\"$test\">$sentence</assert></rule>", $top);
}

my $doubled = '<let name="v0" value="\'aa\'"/>' .
    join '', map { my $p = $_ - 1; "<let name=\"v$_\" value=\"concat(\$v$p, \$v$p)\"/>" } 1 .. 29;
my $hostile = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\'" ]]&gt; &amp;lt;';

# Name, rules, exit code of check, words of what is said; {1: a finding, 2: refused, 4: stopped}
my @rules = (
	['that hold', assertion('true()'), 0, 'nothing found'],
	['rows in rows', assertion('//node()[' x 8 . '. = 0' . ']' x 8), 4, 'it took more than'],
	['many unions', assertion('count(//node()' . ' | //node()' x 3000 . ') &gt; 0'), 0, 'nothing found'],
	['many parentheses', assertion('(' x 20_000 . '1' . ')' x 20_000), 2, 'brackets are nested more than'],
	['doubled strings', rules("<rule context=\"m:meetingSummary\">$doubled<assert test=\"string-length(\$v29) = 0\">A.</assert></rule>"),
		4, 'it took more than'],
	['nodes for true', assertion('//*'), 0, 'nothing found'],
	['no nodes for false', assertion('//none'), 1, 'The rule was broken.'],
	['0 for false', assertion('0'), 1, 'The rule was broken.'],
	['no number for false', assertion("number('x')"), 1, 'The rule was broken.'],
	['no text for false', assertion("''"), 1, 'The rule was broken.'],
	(map { ["function $_", assertion("$_('$outside/bait')"), 2, "there is no function `$_`"] }
		qw(document doc unparsed-entity-uri generate-id system-property none dd:evaluate)),
	['unknown variable', assertion('$none'), 2, '`<let name="none" .../>`'],
	['unknown prefix', assertion('x:y'), 2, 'the prefix `x` is not declared'],
	['variable of itself', rules('<rule context="*"><let name="a" value="$a"/><assert test="$a">A.</assert></rule>'), 2, '`<let name="a" .../>`'],
	['key of itself', assertion("key('k', 'a')", undef, '<xsl:key name="k" match="*" use="key(\'k\', .)"/>'), 1, 'The rule was broken.'],
	['pattern of itself', rules('') =~ s/id="p"/id="p" is-a="p"/r, 2, 'no abstract pattern'],
	['rule of itself', rules('<rule abstract="true" id="r"><extends rule="r"/></rule>'), 0, 'nothing found'],
	['words of the summary', assertion('false()', "It says <value-of select=\"concat(//m:office, &quot;'&quot;, '&quot;')\"/> here."),
		1, q(b'" ]]> &lt;'" here.)],
	['controls in a sentence', assertion('false()', "It is \x{9B}31m \x{202E} red here."), 1, 'It is \u{009b}31m \u{202e} red here.'],
	['long sentence', assertion('false()', 'It ' . 'x' x 10_000 . ' ends.'), 1, 'xxx… [house/p-1]'],
	['document type', '<!DOCTYPE a>' . assertion('1'), 2, '<!DOCTYPE'],
	['external entity', "<!DOCTYPE a [<!ENTITY e SYSTEM 'file://$outside/bait'>]>" . assertion('1', '&e;'), 2, '<!DOCTYPE'],
	['included file', rules("<include href=\"$outside/bait\"/>"), 2, '`href` of an `include`'],
	['included service', rules("<include href=\"$address\"/>"), 2, '`href` of an `include`'],
	['included above', rules('<include href="../bait"/>'), 2, 'leads out of the folder'],
	['included itself', rules('<include href="rules.sch"/>'), 2, 'includes itself'],
	['too many', rules(join '', map { "<rule context=\"m:n$_\"><assert test=\"//x$_\">A.</assert></rule>" } 1 .. 12_000), 2, 'more than 20000'],
	['very many', rules(join '', map { "<rule context=\"m:n$_\"><assert test=\"//x$_\">A.</assert></rule>" } 1 .. 6000), 0, 'nothing found'],
	['deep', assertion('1', '<emph>' x 3000 . 'x' . '</emph>' x 3000), 2, 'nested deeper than 200'],
	['pattern without end', assertion("dd:matches(string(//m:office), '^(a+)+\$')"), 4, 'the pattern takes too long'],
	['broken pattern', assertion("dd:matches(//m:office, '(')"), 2, 'missing closing parenthesis'],
	['many groups', assertion("dd:matches('a', '" . '(a?)' x 5000 . "')"), 4, 'the pattern takes too long'],
	['broken date', assertion("dd:date-add('9999-12-31', 99999999999) = '' or dd:weekday('0000-00-00') = 0"), 0, 'nothing found'],
	['zone that climbs', assertion("dd:zone-offset('../../../..$outside/bait', '2025-05-20T10:00:00')"), 1, 'The rule was broken.'],
	['cut off', substr(assertion('1'), 0, 200), 2, 'never ends'],
	['empty', '', 2, 'is empty'],
	['of another kind', '<a/>', 2, 'a file of rules is a `<schema>`'],
	['bytes', "\0\xFF\xFE", 2, 'U+0000'],
	['XPath 2.0', assertion('1') =~ s/<schema /<schema queryBinding="xslt2" /r, 2, '`xslt2` is not spoken here'],
);

my $house = '<house xmlns="urn:diplodoc:house:1" id="h" xml:lang="en"><ministry><name xml:lang="en">Ministry</name></ministry>' .
    '<home country="XO" zone="UTC"/></house>';
my @houses = (
	['that is good', $house, 0, 'nothing found'],
	['empty', '', 2, 'is empty'],
	['of another kind', '<a/>', 2, 'house'],
	['cut off', substr($house, 0, 100), 2, 'has no `>`'],
	['with a document type', "<!DOCTYPE a>$house", 2, '<!DOCTYPE'],
	['with an external entity', "<!DOCTYPE a [<!ENTITY e SYSTEM 'file://$outside/bait'>]>" . $house =~ s/Ministry</&e;</r, 2, '<!DOCTYPE'],
	['with bytes that are none', $house =~ s/Ministry</\xFF</r, 2, '0xFF'],
	['deep', '<a>' x 300 . '</a>' x 300, 2, 'nested deeper'],
	['with many attributes', '<house ' . join(' ', map { "a$_=''" } 1 .. 100_000) . '/>', 2, 'attributes'],
	['too large', $house . "\n" x (8 * 1024 * 1024), 2, 'larger'],
	['with a zone that climbs', $house =~ s{"UTC"}{"../../../../..$outside/bait"}r, 2, 'zone'],
	['with rules of elsewhere', $house =~ s{</house>}{<rules href="../bait"/></house>}r, 2, 'leads out of its folder'],
	['with rules of a service', $house =~ s{</house>}{<rules href="$address"/></house>}r, 2, 'write a path from its own folder'],
);

sub check {
	my ($kind, $words, $name, $text, $status, $said) = @_;
	utf8::encode($text) if utf8::is_utf8($text);
	write_file($words->[1], $text);
	my $before = digest_files('in');
	my %run = Watch::run($bounded, "$work/log", '/dev/null', 'check', @$words, 'in/a.xml');
	my @lines = map { s/^in\/a\.xml:\d+:\d+: error: | \[house\/p-1\]$|^diplodoc: (?:in\/a\.xml: )?//gr } grep { /error: |^diplodoc: / } split /\n/, "$run{out}$run{err}";
	report("$kind $name", faults_of_end(%run), faults_of_verdict($status, %run), faults_of_files($before, digest_files('in')),
		$status && !@lines ? 'nothing is said' : (), index("$run{out}$run{err}", $said) < 0 ? "said: $run{out}$run{err}" : (),
		$name eq 'long sentence' ? () : map { Bounded::faults_of_message($_) } @lines,
		can_trace() ? faults_of_calls($run{log}, {reads => qr{^\Q$work\E/(?:in/|rules\.sch|house\.xml)}, writes => qr{^$}}) : ());
}

mkfifo("$outside/bait", 0600) or die "bait: $!\n";
mkdir 'in' or die "in: $!\n";
system($^X, "$here/hostile/make-hostile.pl", 'made') == 0 or die "make-hostile.pl failed\n";
write_file('in/a.xml', Bounded::slurp('made/doctype-in-comment.xml') =~ s{<office>Minister<}{<office>$hostile<}r);
check('rules:', ['--rules', 'rules.sch', '--select', 'house/rule'], @$_) for @rules;
check('a house', ['--house', 'house.xml', '--select', 'text/bidi'], @$_) for @houses;
$service->timeout(0.1);
report('no service was asked', $service->accept ? 'it was' : ());
chdir '/';
finish();
