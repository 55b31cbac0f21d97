#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Every editorial rule, case by case. tests/rules/AREA/SLUG.case holds blocks:
#
#   == fail WHAT    a document with one fault: exactly one finding, of this rule,
#                   on the range between « and », which are not in the document
#   == pass WHAT    a document without
#   == near WHAT    one that looks like a fault and is none
#   slot: text      what stands in that slot of base.xml, else defaults.case;
#                   lines behind it that begin with a tab belong to it
#   stage: STAGE    the stage of the check; publish unless said
#   other: SLOTS    another document of the same run, whose slots are the lines
#                   behind it that begin with a tab; other2 and other3 too
#   other_slot: text  makes an edition in French beside the document, and a link to
#                   it: the same document but for these slots; it is not checked
#   fix: text       what stands in the slot with « and » once --fix has mended it,
#                   or --fix-unsafe where the rule says so; without this line they
#                   must leave the case as it is
#
# A finding that the document suppresses is none.
# Beside the documents is a folder files/, which write_files() fills.
#
# A rule needs two cases that fail, two that pass and one that is near; one that
# says it can be mended needs a case with a fix.
#
#   tests/rules.t [text/double-space ...]
use strict;
use warnings;
use utf8;
use FindBin;
use lib "$FindBin::Bin/lib";
use File::Temp 'tempdir';
use JSON::PP;
use Tap;

binmode STDOUT, ':encoding(UTF-8)';
my $here = $FindBin::Bin;
my $program = $ENV{DIPLODOC} || "$here/../build/diplodoc";
my $house = "$here/../samples/house/diplodoc-house.xml";
my $folder = tempdir(CLEANUP => 1);
my %documents; # findings by file

sub read_text {
	my ($path) = @_;
	open my $in, '<:encoding(UTF-8)', $path or die "$path: $!\n";
	local $/;
	return scalar <$in>;
}

# Slots of one block: "name: text" and lines that begin with a tab.
sub read_slots {
	my %slots;
	my $slot;
	for (@_) {
		if (/^(\w+): ?(.*)$/) {
			$slots{$slot = $1} = $2;
		} elsif (/^\t(.*)$/ && defined $slot) {
			$slots{$slot} .= "\n$1";
		} elsif (/\S/ && !/^#/) {
			die "what is this: $_\n";
		}
	}
	return %slots;
}

my $base = read_text("$here/rules/base.xml");
my %defaults = read_slots(split /\n/, read_text("$here/rules/defaults.case"));

sub read_cases {
	my ($rule) = @_;
	my @cases;
	for my $block (split /^== /m, read_text("$here/rules/$rule.case")) {
		my ($head, @lines) = split /\n/, $block;
		next unless ($head // '') =~ /^(fail|pass|near) (.+)$/;
		push @cases, {rule => $rule, kind => $1, what => $2,
			slots => {%defaults, read_slots(@lines)}};
	}
	return @cases;
}

# The line and column, from 1, of a place in a text.
sub find_place {
	my ($text, $at) = @_;
	my $before = substr $text, 0, $at;
	my $line = 1 + ($before =~ tr/\n//);
	$before =~ s/.*\n//s;
	return ($line, 1 + length $before);
}

# The document of slots.
sub fill {
	my (%slots) = @_;
	return $base =~ s/\{(\w+)\}/$slots{$1} \/\/ die "no $1"/ger;
}

sub write_text {
	my ($path, $text) = @_;
	open my $out, '>:encoding(UTF-8)', $path or die "$path: $!\n";
	print $out $text;
	close $out or die "$path: $!\n";
}

# The text of the edition in another language, to which the document gets a link;
# nothing where the case has none.
sub add_edition {
	my ($case) = @_;
	my $slots = $case->{slots};
	my @names = map { /^other_(.+)/ } keys %$slots or return;
	my %other = (%$slots, lang => 'fr', map { $_ => $slots->{"other_$_"} } @names);
	$slots->{tail} .= "\n" . '<related rel="translation" href="other.html" ' .
	    'xml:lang="fr">La réunion</related>';
	return fill(%other) =~ s/[«»]//gr;
}

# Writes the document and notes the range that is expected.
sub write_case {
	my ($case, $index) = @_;
	my $edition = add_edition($case);
	my $text = fill(%{$case->{slots}});
	my $start = index $text, '«';
	if ($start >= 0) {
		$text =~ s/«//;
		my $end = index $text, '»';
		$text =~ s/»//;
		$case->{range} = join ' ', find_place($text, $start),
		    find_place($text, $end);
	}
	$case->{stage} = $case->{slots}{stage} // 'publish';
	$case->{file} = choose_file($case, $index, $edition);
	write_text($case->{file}, $text);
}

# The slots of the other documents of a case.
sub list_others {
	my ($case) = @_;
	return map {
		{%defaults, read_slots(split /\n/, $case->{slots}{$_})}
	} grep { /^other\d?$/ } sort keys %{$case->{slots}};
}

# A case with other documents has a folder of its own, in which it comes last.
sub choose_file {
	my ($case, $index, $edition) = @_;
	my @others = list_others($case);
	return sprintf '%s/%04d.xml', $folder, $index unless @others || $edition;
	my $own = sprintf '%s/%04d', $folder, $index;
	mkdir $own or die "$!\n";
	write_text("$own/other$_.xml", fill(%{$others[$_]})) for 0 .. $#others;
	write_text("$own/other.xml", $edition) if $edition;
	$case->{input} = $edition ? "$own/this.xml" : $own;
	return "$own/this.xml";
}

# Findings by file, of all cases of a stage in one run.
sub check {
	my ($stage, @arguments) = @_;
	my @command = ($program, 'check', '--quiet', '--format=json',
		"--stage=$stage", "--house=$house", "--ignore=house/rule", @arguments);
	open my $in, '-|', @command or die "$program: $!\n";
	local $/;
	my $report = decode_json(scalar <$in>);
	close $in;
	return map { $_->{file} => $_ } @{$report->{documents}};
}

sub describe {
	my ($finding) = @_;
	my $place = $finding->{place};
	return join(' ', @$place{qw(line column endLine endColumn)}) .
	    " $finding->{id}: $finding->{message}";
}

# Ends in one stop; what it quotes, and a.m., may hold others.
sub is_sentence {
	my ($message) = @_;
	my $plain = $message =~ s{`[^`]*`|[ap]\.m\.}{x}gr;
	return $plain =~ m{^[A-Zx<\d][^.?!]*[^.?!;,:\s][.?]\z}s;
}

sub find_faults {
	my ($case, $document) = @_;
	my @found = map { describe($_) }
	    grep { !$_->{suppressed} } @{$document->{diagnostics}};
	return ("not checked") if $document->{verdict} eq 'not checked';
	return map { "found $_" } @found if $case->{kind} ne 'fail';
	return ("no range is marked") unless $case->{range};
	return () if @found == 1 &&
	    index($found[0], "$case->{range} $case->{rule}: ") == 0;
	return ("expected $case->{range} $case->{rule}",
		map { "found $_" } @found);
}

# Findings in the other documents of a case, which have none.
sub find_beside {
	my ($case) = @_;
	my @others = $case->{input} && -d $case->{input} ? glob "$case->{input}/other?.xml" : ();
	return map { "found beside it " . describe($_) }
	    map { @{$documents{$_}{diagnostics}} } @others;
}

# What the file of a case must be once the program has mended it.
sub mend {
	my ($case) = @_;
	my %slots = %{$case->{slots}};
	my ($slot) = grep { $slots{$_} =~ /«/ } keys %slots;
	return read_text($case->{file}) unless defined $slots{fix} && $slot;
	return fill(%slots, $slot => $slots{fix});
}

# Mends the files of these cases, which have one stage, and says what is wrong.
sub check_fixes {
	my ($option, $stage, @cases) = @_;
	my %wanted = map { $_->{file} => mend($_) } @cases;
	my %documents = check($stage, '--no-across', $option, keys %wanted);
	for my $case (@cases) {
		my $text = read_text($case->{file});
		my $wanted = $wanted{$case->{file}};
		my $fixed = defined $case->{slots}{fix};
		my @faults = $text eq $wanted ? () :
		    ("expected $wanted", "found $text");
		push @faults, map { 'left ' . describe($_) }
		    @{$documents{$case->{file}}{diagnostics}} if $fixed;
		report("$case->{rule}: " . ($fixed ? 'mended: ' : 'not mended: ') .
		    $case->{what}, @faults);
	}
}

# All rules of the program, with what they are; what a house writes itself is
# tested in golden/check/house-rules*.
sub list_rules {
	open my $in, '-|', $program, 'rules', '--format=json' or die "$!\n";
	local $/;
	return grep { $_->{why} && $_->{id} ne 'house/rule' } @{decode_json(scalar <$in>)->{rules}};
}

# Files that cases can lead to, all in the folder files/ beside them.
sub write_files {
	my $png = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR" . pack('N2', 1200, 800);
	my $jpeg = "\xff\xd8\xff\xe0\0\4\0\0\xff\xc0\0\x0b\x08" . pack('n2', 480, 640);
	my %files = ('picture.png' => $png, 'png.jpg' => $png,
		'camera.jpg' => "$jpeg\1\1\0\0", 'text.png' => "Not yet.\n",
		'drawing.svg' => "<svg xmlns='http://www.w3.org/2000/svg'/>\n",
		'moving.gif' => "GIF89a\4\0\3\0", 'small.webp' => "RIFF\x1a\0\0\0WEBPVP8L",
		'webp.avif' => "RIFF\x1a\0\0\0WEBPVP8L",
		'small.avif' => "\0\0\0\x1cftypavif\0\0\0\0",
		'page.xml' => "<page/>\n", 'two words.pdf' => "%PDF-1.7\n");
	mkdir "$folder/files" or die "$!\n";
	for my $name (keys %files) {
		open my $out, '>:raw', "$folder/files/$name" or die "$name: $!\n";
		print $out $files{$name};
		close $out or die "$name: $!\n";
	}
}

my %fix = map { $_->{id} => $_->{fix} } list_rules();
my @rules = sort keys %fix;
my @chosen = @ARGV ? @ARGV : @rules;
my @cases;
for my $rule (@chosen) {
	my @own = -f "$here/rules/$rule.case" ? read_cases($rule) : ();
	my %count = (fail => 0, pass => 0, near => 0);
	$count{$_->{kind}}++ for @own;
	report("$rule has its cases", $count{fail} >= 2 && $count{pass} >= 2 &&
	    $count{near} >= 1 ? () : map { "$count{$_} $_" } sort keys %count);
	my $fixes = grep { defined $_->{slots}{fix} } @own;
	report("$rule has a fix where it says so",
	    ($fix{$rule} eq 'none') == ($fixes == 0) ? () :
	    "`$fix{$rule}`, and $fixes cases with a fix");
	push @cases, @own;
}
write_files();
write_case($cases[$_], $_) for 0 .. $#cases;
for my $stage (qw(draft review publish)) {
	my @files = map { $_->{file} } grep { $_->{stage} eq $stage && !$_->{input} } @cases;
	%documents = (%documents, check($stage, '--no-across', @files)) if @files;
}
%documents = (%documents, check($_->{stage}, $_->{input}))
    for grep { $_->{input} } @cases;
# Without its dictionary a language is not checked.
my $no_words = qx('$program' version) =~ /dictionaries +en fr/ ? '' :
    'no dictionaries; install hunspell-en-gb, hunspell-en-us and hunspell-fr';
for (@cases) {
	my $name = "$_->{rule}: $_->{kind} $_->{what}";
	if ($no_words && "$_->{rule} $_->{kind}" eq 'text/spelling fail') {
		skip($name, $no_words);
	} else {
		report($name, find_faults($_, $documents{$_->{file}}), find_beside($_));
	}
}
for my $stage (qw(draft review publish)) {
	for my $kind (qw(safe unsafe)) {
		my @of_kind = grep { $_->{kind} eq 'fail' &&
		    $_->{stage} eq $stage && $fix{$_->{rule}} eq $kind } @cases;
		check_fixes($kind eq 'safe' ? '--fix' : '--fix-unsafe',
		    $stage, @of_kind) if @of_kind;
	}
}
# A message is one sentence, which people read between others.
report('every message is a sentence', grep { !is_sentence($_) }
    map { $_->{message} } map { @{$_->{diagnostics}} } values %documents);
unless (@ARGV) {
	my %known = map { $_ => 1 } @rules;
	report('every file of cases is of a rule', grep { !$known{$_} }
	    map { m{rules/([^/]+/[^/]+)\.case$} } glob "$here/rules/*/*.case");
}
finish();
