# SPDX-License-Identifier: MIT
# Instructions of each stage that a document goes through, counted by valgrind's
# callgrind in the functions that are the stages.
package Stages;
use strict;
use warnings;
use Exporter 'import';
use File::Temp qw(tempdir);
our @EXPORT = qw(count_stages list_stages make_stage_documents);

# Name, function, what is done. What stands in a stage is counted in it too:
# resolve in "html", which is the first format that is made.
my @stages = (
	['open', 'diplodoc_open', 'the gate: encoding, characters, limits'],
	['parse', 'dd_parse', 'libxml2, and where each node stands'],
	['schema', 'dd_schema_validate', 'XSD'],
	['rules', 'dd_check', 'editorial rules, with the house\'s'],
	['house rules', 'dd_schematron_run', 'of it: Schematron'],
	['resolve', 'dd_resolve', 'facts to the tree that stylesheets read'],
	['html', 'convert_to_html', 'stylesheet and writer, and resolve'],
	['text', 'convert_to_text', 'stylesheet and writer'],
	['json', 'convert_to_json', 'stylesheet and writer'],
	['markdown', 'convert_to_markdown', 'writer, of the JSON'],
	['close', 'diplodoc_close', 'all memory of the document'],
	['all', 'do_again', 'the whole pipeline'],
);

sub list_stages { return @stages }

# Documents to count with; the same on every machine.
sub make_stage_documents {
	my ($count) = @_;
	my $folder = tempdir('diplodoc-stages-XXXXXX', TMPDIR => 1, CLEANUP => 1);
	system('tools/bench/make-corpus', "$folder/in", $count, 4000, 12000) == 0 or die "no documents\n";
	return sort grep { !/diplodoc-house/ } glob "$folder/in/*/*.xml";
}

# { name => instructions a document }, of a program made of tools/stages.c.
sub count_stages {
	my ($program, @files) = @_;
	my $folder = tempdir('diplodoc-stages-XXXXXX', TMPDIR => 1, CLEANUP => 1);
	system("valgrind --tool=callgrind --callgrind-out-file=$folder/out --zero-before=do_again " .
	    "'$program' @files >$folder/log 2>&1") == 0 or die read_file("$folder/log");
	my %count = read_inclusive("$folder/out");
	return map { $_->[0] => int(($count{$_->[1]} // 0) / @files) } @stages;
}

sub read_file {
	my ($file) = @_;
	open my $in, '<', $file or die "$file: $!\n";
	local $/;
	return scalar <$in>;
}

# Instructions of each function and of what it calls. A function has a line for
# each name of its source file, of which the highest is of it all.
sub read_inclusive {
	my ($out) = @_;
	my %count;
	open my $in, '-|', "callgrind_annotate --inclusive=yes --threshold=100 $out 2>&1" or die "callgrind_annotate: $!\n";
	while (my $line = <$in>) {
		my ($number, $name) = $line =~ /^\s*([\d,]+) \(\s*[\d.]+%\)\s+[^=\s]\S*:(\w+) / or next;
		$number =~ tr/,//d;
		$count{$name} = $number if $number > ($count{$name} // 0);
	}
	close $in or die "callgrind_annotate: failed\n";
	return %count;
}

1;
