#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Every id has a meaning, is reported by some code, stands in docs/rules/
# and is seen by at least one test.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use File::Spec;
use File::Temp qw(tempdir);
use Lint;

# What no test can bring about: its tests are that it never appears.
my %unseen = ('schema/unworded' => 1);

my (@rules, %pages, $index);

# True where the index leads to a heading on the page of the area, below which
# the meaning stands.
sub is_on_page {
	my ($rule) = @_;
	my ($area, $slug) = split m{/}, $rule->{id};
	my $page = $pages{"docs/rules/$area.md"} // '';
	my $meaning = $rule->{meaning} =~ s/[<*_[|](?=[^`]*(?:`[^`]*`[^`]*)*$)/\\$&/gr;
	return index($index, "| [`$rule->{id}`]($area.md#$slug) | $meaning |") >= 0
	    && index($page, "\n## $slug\n\n`$rule->{id}`: $meaning\n") >= 0;
}

my $list = read_file('src/diag/catalog.def');
my $name = qr/\((\w+), "([^"]+)", /;
while ($list =~ /^DIAGNOSTIC$name(\w+), "(.*)"\)$/mg) {
	push @rules, {symbol => $1, id => $2, level => $3, meaning => $4};
}
while ($list =~ /^RULE$name\w+, \w+, (\w+), \w+, "[\d.]+",\n\s+"(.*)",\n/mg) {
	push @rules, {symbol => $1, id => $2, level => $3, meaning => $4,
		editorial => 1};
}
@rules = sort { index($list, "($a->{symbol},") <=>
    index($list, "($b->{symbol},") } @rules;
my $lines = () = $list =~ /^(?:DIAGNOSTIC|RULE)\(/mg;
report('the catalogue can be read', @rules && @rules == $lines ? () :
    @rules . " of $lines lines");

my @ids = map { $_->{id} } @rules;
my @sorted = sort @ids;
report('it is sorted', map { "$ids[$_] stands where $sorted[$_] belongs" }
    grep { $ids[$_] ne $sorted[$_] } 0 .. $#ids);
report('symbols are named like ids', map { "$_->{symbol}: $_->{id}" }
    grep { $_->{symbol} ne uc($_->{id}) =~ s{[/-]}{_}gr } @rules);
report('meanings are sentences', map { "$_->{id}: $_->{meaning}" }
    grep { $_->{meaning} !~ /^[A-Z].*[^ ]\.$/ } @rules);

# Each rule is at home in one row of a table that runs, so that --timing and
# levels know what a row is for. Suppressions are read behind all of them, and a
# house has rules of its own.
my $topics = read_file('src/check/check.c');
my (%homes, @idle);
for my $file (list_files(qr{^src/check/rule_\w+\.c$})) {
	my $source = read_file($file);
	while ($source =~ /^const struct dd_rule (\w+)\[\] = \{(.*?)^\};/msg) {
		my ($table, $rows) = ($1, $2);
		push @idle, $table if $topics !~ /^ +$table,$/m;
		$homes{$_}++ for map { /DD_ID_(\w+)/g }
		    $rows =~ /\.ids = DD_IDS\((.*?)\)/sg;
	}
}
report('each rule is at home in one row of a table', map { my $count =
    delete $homes{$_->{symbol}} // 0; $count == 1 ? () :
    "$_->{id}: $count rows" } grep { $_->{editorial} &&
    $_->{id} !~ m{^(engine/|house/rule$)} } @rules);
report('each row of a table has rules', sort keys %homes);
report('each table is run', @idle);

my $program = File::Spec->rel2abs($ENV{DIPLODOC} || 'build/diplodoc');
my $new = tempdir(CLEANUP => 1);
system('tools/generate-help', $program, $new) == 0 or die "generate-help\n";
report('docs/rules/ is current (tools/generate-help makes it)',
    split /\n/, `diff -r docs/rules '$new/docs/rules'`);
%pages = map { $_ => read_file($_) } list_files(qr{^docs/rules/});
$index = $pages{'docs/rules/README.md'};
report('docs/rules/ has each rule with its meaning',
    map { $_->{id} } grep { !is_on_page($_) } @rules);

my $sources = join '', map { read_file($_) } list_files(qr{^src/.*\.c$});
report('each is reported somewhere', map { $_->{id} }
    grep { $sources !~ /\bDD_ID_$_->{symbol}\b/ } @rules);

# Words that stand for an id in what tests expect; editorial rules have cases
# of their own, which tests/rules.t demands.
my $expected = join '', map { read_file($_) } list_files(
    qr{^tests/(?:golden/.*/(?:stdout|stderr|expect/.*)|schema-cases/cases\.tsv|
	mutations/.*|unit/.*\.c)$}x);
report('each is seen by a test', map { $_->{id} }
    grep { !$unseen{$_->{id}} && !$_->{editorial} && $expected !~ m{(?<![\w/-])\Q$_->{id}\E(?![\w/-])} &&
	$expected !~ /\bDD_ID_$_->{symbol}\b/ } @rules);
finish();
