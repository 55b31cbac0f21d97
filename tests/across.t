#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Documents of one folder are held against each other: of 400 made ones, 50 have
# a fault that shows only beside another document, and exactly those are found.
# DIPLODOC_ACROSS=10000 makes that many, DIPLODOC_INSTRUCTIONS=1 lets valgrind
# count what twice as many cost.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Archive;
use File::Copy;
use File::Temp 'tempdir';
use JSON::PP;
use Tap;

my $here = $FindBin::Bin;
my $program = $ENV{DIPLODOC} || "$here/../build/diplodoc";
my $count = $ENV{DIPLODOC_ACROSS} || 400;
my $rules = join ',', map { "$_/other-document" } qw(name place party clock);
$rules .= ',name/other-office,name/other-holder,series,link/other-day,link/earlier-meeting,edition/duplicate';
my @call = ('check', '--select', $rules, '--quiet', '--house', "$here/../samples/house/diplodoc-house.xml");

# "FILE ID" of each finding, in order.
sub find_across {
	my (@words) = @_;
	open my $in, '-|', $program, @call, '--format', 'json', @words or die "$program: $!\n";
	local $/;
	my $report = decode_json(<$in>);
	close $in;
	return sort map {
		my $file = $_->{file};
		map { "$file $_->{id}" } grep { !$_->{known} } @{$_->{diagnostics}};
	} @{$report->{documents}};
}

sub compare {
	my ($wanted, $found) = @_;
	my (%wanted, %found);
	@wanted{@$wanted} = @found{@$found} = ();
	my @faults = ((map { "not found: $_" } grep { !exists $found{$_} } @$wanted),
		(map { "found: $_" } grep { !exists $wanted{$_} } @$found));
	push @faults, scalar(@$found) . ' findings' if @$found != @$wanted;
	return @faults < 6 ? @faults : (@faults[0 .. 4], '...');
}

sub run {
	my ($command) = @_;
	my $output = qx($command);
	return ($? >> 8, $output);
}

# --- what is found -----------------------------------------------------------

my $folder = tempdir(CLEANUP => 1);
my @planted = make_archive($folder, $count, 50);
report('50 faults are planted, of each kind', scalar(@planted) == 50 &&
    keys %{{map { (split)[1] => 1 } @planted}} == 11 ? () : @planted);
report('exactly those are found', compare(\@planted, [find_across($folder)]));
report('--no-across turns it off', find_across($folder, '--no-across'));
report('the samples agree with each other', find_across("$here/../samples"));

my $right = tempdir(CLEANUP => 1);
make_archive($right, 120, 0);
report('nothing is found where nothing is wrong', find_across($right));

# A house that does not know the countries makes all of them invalid, and nobody
# can tell whose meeting the words mean.
my $strange = tempdir(CLEANUP => 1);
copy($_, $strange) for glob "$folder/a000*.xml";
open my $house, '>', "$strange/diplodoc-house.xml" or die "$!\n";
print $house '<house xmlns="urn:diplodoc:house:1" id="h" xml:lang="en"><ministry><name xml:lang="en">Ministry' .
    '</name></ministry><home country="XO" zone="UTC"/></house>';
close $house or die "$!\n";
my %known = map { (split)[1] => 1 } @planted;
report('documents that are not valid are held against each other', compare(
	[map { s/^\Q$folder\E/$strange/r } grep { m{/a000} && !m{link/earlier} } @planted],
	[grep { $known{(split)[1]} } find_across('--house', "$strange/diplodoc-house.xml", $strange)]));

# --- ways into it ------------------------------------------------------------

# A document of the folder, with a fault.
my $wrong = "$right/a00050.xml";
my $original = do {
	open my $in, '<', $wrong or die "$wrong: $!\n";
	local $/;
	<$in>;
};
sub spoil {
	my ($path, $office) = @_;
	my $text = $original =~ s{<office>Minister of Foreign Affairs<}{$office}r;
	open my $out, '>', $path or die "$path: $!\n";
	print $out $text;
	close $out or die "$path: $!\n";
}

my $aside = tempdir(CLEANUP => 1);
spoil("$aside/piped.xml", '<office>Minister of Trade<');
rename $wrong, "$aside/right.xml" or die;
{
	open my $saved, '<&', \*STDIN or die;
	open STDIN, '<', "$aside/piped.xml" or die;
	report('standard input is held against files', compare(["$wrong name/other-office"],
		[find_across('--stdin-filename', $wrong, '-', $right)]));
	open STDIN, '<&', $saved or die;
}
copy("$aside/piped.xml", $wrong);
report('a file is, too', compare(["$wrong name/other-office"], [find_across($right)]));
report('a file that is named twice is no copy of itself',
    compare(["$wrong name/other-office"], [find_across($right, $wrong, $wrong)]));

# --- together with other options -----------------------------------------------

sub git {
	local @ENV{qw(HOME GIT_CONFIG_NOSYSTEM GIT_CEILING_DIRECTORIES)} = ($aside, 1, $right);
	delete local @ENV{qw(GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE)};
	return system('git', '-C', $right, '-c', 'user.name=Orell', '-c', 'user.email=orell@xo.invalid',
		'-c', 'commit.gpgsign=false', @_) == 0;
}
if (qx(git --version 2>&1) =~ /^git version/) {
	copy("$aside/right.xml", $wrong);
	git(qw(init -q)) && git(qw(add .)) && git(qw(commit -q -m right)) or die 'git';
	copy("$aside/piped.xml", $wrong);
	report('--new-since counts a fault that is new', compare(["$wrong name/other-office"],
		[find_across('--new-since', 'HEAD', $right)]));
	git(qw(commit -q -a -m wrong)) or die 'git';
	report('--new-since does not count one that is old',
	    find_across('--new-since', 'HEAD', $right));
	# The same words stand there in both versions, and only the new one is wrong.
	spoil($wrong, "<office>Minister of Trade</office>\n\n\n\n      <office>Minister of Foreign Affairs<");
	git(qw(commit -q -a -m both)) or die 'git';
	spoil($wrong, "<office>Minister of Trade</office>\n\n\n\n      <office>Minister of Tides<");
	report('--new-since judges the old version by what it says', compare(["$wrong name/other-office"],
		[find_across('--new-since', 'HEAD', $right)]));
} else {
	skip('--new-since', 'git is not installed');
}

# Lines move, and the text changes, while the document is mended.
my $mended = do {
	open my $in, '<', "$aside/piped.xml" or die;
	local $/;
	<$in> =~ s/would look/would  look/r;
};
open my $out, '>', $wrong or die;
print $out $mended;
close $out or die;
report('--fix leaves the finding', compare(["$wrong name/other-office"],
	[find_across('--severity', 'text/double-space=warning', '--fix', $right)]));
report('and mends', -s $wrong == length($mended) - 1 ? () : 'it has not');

# --- what it costs -------------------------------------------------------------

my $said = "$program check --house '$here/../samples/house/diplodoc-house.xml' --timing -q";
my ($status, $parts) = run("$said --select '$rules' '$right' 2>&1");
report('the first reading is timed', $parts =~ / other documents$/m ? () : $parts);
for my $off ('--select text', "--ignore '$rules'", '--no-across', "'$wrong'") {
	my ($status, $parts) = run("$said $off " . ($off =~ /^'/ ? '' : "'$right'") . ' 2>&1');
	report("there is none with $off", $parts =~ / other documents$/m ? $parts : ());
}

# Instructions of a run over so many documents.
sub count_instructions {
	my ($documents) = @_;
	my $made = tempdir(CLEANUP => 1);
	make_archive($made, $documents, 20);
	my $log = "$aside/callgrind";
	system("valgrind --tool=callgrind --callgrind-out-file=/dev/null --log-file='$log' " .
	    "'$program' @call '$made' >'$aside/out' 2>&1");
	open my $in, '<', $log or die "$log: $!\n";
	local $/;
	my ($total) = <$in> =~ /Collected : (\d+)/ or die "valgrind counts nothing\n";
	return $total;
}
if ($ENV{DIPLODOC_INSTRUCTIONS}) {
	my @costs = map { count_instructions($_) } 250, 500, 1000;
	for (1, 2) {
		my $ratio = $costs[$_] / $costs[$_ - 1];
		report(sprintf('twice the documents cost %.2f times, at most 2.2', $ratio),
		    $ratio > 2.2 ? "@costs" : ());
	}
}
finish();
