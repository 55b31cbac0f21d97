#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# What `convert --to html` wrote comes back by `import`: all samples, as pages and
# as fragments, without what docs/html.md says that a page cannot carry, and for
# every sample with a change that leaves it valid. The page of what came back is
# the same page, byte for byte. A page whose words somebody changed does not keep
# a fact that contradicts them in silence.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/lib";
use Outputs qw(program samples slurp work);
use Tap;

my $root = "$FindBin::Bin/..";
my @house = ('--house', "$root/samples/house/diplodoc-house.xml");
my $work = work();

# The exit code, and what is said on standard error.
sub run {
	my (@words) = @_;
	my $pid = open my $pipe, '-|';
	if (!$pid) {
		open STDERR, '>&', \*STDOUT or die;
		open STDOUT, '>', '/dev/null' or die;
		exec program(), @words;
		exit 127;
	}
	local $/;
	my $said = <$pipe> // '';
	close $pipe;
	return ($? >> 8, $said);
}

sub write_bytes {
	my ($path, $bytes) = @_;
	open my $out, '>:raw', $path or die "$path: $!\n";
	print $out $bytes;
	close $out or die "$path: $!\n";
}

# --- what a page cannot carry ------------------------------------------------

# The paths in the first column of the table under that heading.
sub list_losses {
	my ($text) = slurp("$root/docs/html.md") =~ /^## What a page cannot carry\n(.*?)(?=^## |\z)/ms;
	return $text =~ /^\| `([^`]+)` \|/gm;
}

# Takes all of these out of a canonical form, which has a line for each element of
# that kind, or for its ends.
my %node = (
	'comment()' => sub { $_[0] =~ s/^ *<!--.*?-->\n//gmsr =~ s/<!--.*?-->//gsr },
	'processing-instruction()' => sub { $_[0] =~ s/^ *<\?(?!xml ).*?\?>\n//gmsr =~ s/<\?(?!xml ).*?\?>//gsr },
	'text()' => sub { $_[0] =~ s/(?<=\S)\s+/ /gr =~ s/> </></gr =~ s/ (?=<\/)//gr },
);

sub take_out {
	my ($xml, $path) = @_;
	return $node{$path}->($xml) if $node{$path};
	my ($parent, $is_attribute, $name) = $path =~ m{^(\w+)/(\@?)(\w+)$} or die "$path is no path\n";
	return $xml =~ s/(<$parent\b[^<>]*?) $name="[^"]*"/$1/gr if $is_attribute;
	return $xml =~ s/^ *<$name\b[^<>]*\/>\n//gmr =~ s/^( *)<$name\b[^<>]*>.*?^\1<\/$name>\n//gmsr;
}

my @losses = list_losses();
report('docs/html.md lists what a page cannot carry', @losses >= 3 ? () : "only @losses");

sub reduce {
	my ($xml) = @_;
	$xml = take_out($xml, $_) for @losses;
	return $xml;
}

# --- there and back ----------------------------------------------------------

sub compare_lines {
	my ($got, $wanted) = map { [split /(?<=>)(?=<)/] } @_;
	for my $i (0 .. ($#$got > $#$wanted ? $#$got : $#$wanted)) {
		my ($a, $b) = map { $_->[$i] // 'nothing' } $got, $wanted;
		return "it has $a, not $b" if $a ne $b;
	}
	return;
}

sub faults {
	my ($path, $format) = @_;
	my ($page, $back, $again, $wanted) = map { "$work/$_" } 'page.html', 'back.xml', 'again.html', 'wanted.xml';
	unlink $page, $back, $again;
	my ($status, $said) = run('convert', '--to', $format, @house, '-o', $page, $path);
	return "convert ends with $status: $said" if $status;
	($status, $said) = run('import', @house, '-o', $back, $page);
	return "import ends with $status: $said" if $status;
	return "it is asked: $said" if $said ne '';
	write_bytes($wanted, slurp($path, ':raw'));
	run('fmt', $wanted);
	my $lost = $format eq 'html' ? \&reduce : sub { reduce($_[0]) =~ s/<keyword>.*?<\/keyword>//gr };
	my @faults = compare_lines(map { $lost->(slurp($_)) } $back, $wanted);
	run('convert', '--to', $format, @house, '-o', $again, $back);
	push @faults, 'it does not print the same page'
	    if slurp($again, ':raw') ne slurp($page, ':raw');
	return @faults;
}

for my $format (qw(html html-fragment)) {
	report("$format of $_ comes back", faults("$root/samples/$_.xml", $format)) for samples();
}

open my $list, '-|', $^X, "$root/tests/mutations/mutate.pl", $work,
	map { "$root/samples/$_.xml" } samples() or die;
my @harmless = map { (split /\t/)[0, 5] } grep { (split /\t/)[3] eq 'harmless' } <$list>;
close $list or die "mutate.pl failed\n";
my (@lost, $count);
while (my ($path, $what) = splice @harmless, 0, 2) {
	$count++;
	push @lost, map { "$what: $_" } faults($path, 'html');
}
report("samples with a harmless change come back: $count", $count > 5 ? @lost : 'there are too few');

# --- pages that somebody changed ---------------------------------------------

my $visit = '2025-10-20-state-minister-visit-to-lumera';
my $call = '2024-05-21-orisia-brennmark-foreign-ministers-telephone';

# Converts a sample, changes the page, and brings it back.
sub change {
	my ($name, $from, $to) = @_;
	my ($page, $back) = ("$work/page.html", "$work/back.xml");
	unlink $page, $back;
	run('convert', '--to', 'html', @house, '-o', $page, "$root/samples/$name.xml");
	my $text = slurp($page, ':raw');
	$text =~ s/$from/$to/ or return (-1, "$name has nothing like $from", '');
	write_bytes($page, $text);
	my ($status, $said) = run('import', @house, '-o', $back, $page);
	return ($status, $said, -e $back ? slurp($back) : '');
}

# A change that is asked about, with the sentence of the question, and the words
# that the document has then.
sub is_asked {
	my ($what, $name, $from, $to, $question, $words) = @_;
	my ($status, $said, $xml) = change($name, $from, $to);
	report("$what is asked about",
		$status == 0 ? () : "import ends with $status: $said",
		$said =~ /please decide: [^\n]*\Q$question\E/ ? () : "it says: $said",
		$xml =~ /status="draft"/ ? () : 'it is no draft',
		$xml =~ /<unresolved [^>]*>[^<]*\Q$words\E/ ? () : "the document has no open question with $words",
	);
	return $xml;
}

my $changed = 'the words were changed';
my $xml = is_asked('a changed statement', $visit, 'measure twice', 'measure thrice', $changed, 'they measure thrice');
report('and the words of the page win', $xml =~ /<quote speaker="hatim">they measure thrice and/ ? () : $xml);
is_asked('a changed sum of money', $visit, 'under 40,000,000', 'under 41,000,000', $changed, 'under 41,000,000');
is_asked('a changed day in a sentence', $visit, 'October 20</time> and', 'October 19</time> and', $changed, 'October 19');
is_asked('a changed clock time', $visit, '(?<=before <time datetime="2025-10-21T10:00:00\+04:00">)10:00', '11:00',
	'the facts in it say: Shortly before 10:00 a.m.', 'Shortly before 11:00 a.m.');
is_asked('a changed time of the machine', $visit, '(?<=before <time datetime=")2025-10-21T10', '2025-10-21T11',
	'the facts in it say: 2025-10-21T10:00:00+04:00', '2025-10-21T11:00:00+04:00');
is_asked('a changed office', $visit, '(?<="dd-office">)Minister of Water', 'Minister of Rivers',
	'the facts in it say', 'Minister of Rivers');
is_asked('a clock time that is changed in the lead', $call, '(?<=>)4:05 p\.m\.(?=</time> for)', '5:05 p.m.', $changed, '5:05 p.m.');
is_asked('a table that somebody added', $visit, '(?=<footer class="dd-tail")', '<table><tr><td>Nine divers came.</td></tr></table>',
	'in none of its facts', 'Nine divers came.');
is_asked('a link that somebody added', $visit, 'trial hall', '<a href="https://elsewhere.example/">trial hall</a>',
	'in none of its facts', 'https://elsewhere.example/');

# A change after which nothing is open: the words win.
sub wins {
	my ($what, $name, $from, $to, $pattern) = @_;
	my ($status, $said, $xml) = change($name, $from, $to);
	report("$what wins", $status == 0 && $said eq '' ? () : "import ends with $status: $said",
		$xml =~ $pattern ? () : $xml);
}

wins('a changed headline', $call, '(<h1[^>]*>)[^<]*', '<h1 class="dd-title" data-computed="">A Talk by Telephone',
	qr{<title>A Talk by Telephone</title>});
wins('a changed heading', $visit, 'Tour of the desalination works(?=</h2>|</h3>)', 'A look at the works',
	qr{<heading>A look at the works</heading>|<title>A look at the works</title>});
wins('a new paragraph', $visit, '(?=<p class="dd-paragraph")', '<p>It rained.</p>',
	qr{<paragraph>\s*<narrative>It rained\.</narrative>});
wins('a sentence that was taken out', $visit, '<span class="dd-sentence"[^>]*data-act="commend"|<span class="dd-sentence"[^>]*>At Ras Nakhil.*?</span>', '',
	qr{presented a glass});

# Who puts a page into another form changes none of its words.
for my $case (['without line ends', sub { $_[0] =~ s/\n\s*/ /gr }],
	['without space between elements', sub { $_[0] =~ s/>\s*\n\s*</></gr }],
	['in broken lines', sub { $_[0] =~ s/(\w+) (\w+) (?=\w)/$1 $2\n      /gr }]) {
	my ($form, $layout) = @$case;
	for my $name ($visit, '2024-03-05-orisia-asteria-summit') {
		my ($page, $back, $plain) = map { "$work/$_" } 'page.html', 'back.xml', 'plain.xml';
		unlink $back;
		run('convert', '--to', 'html', @house, '-o', $page, "$root/samples/$name.xml");
		run('import', @house, '-o', $plain, $page);
		my ($head, $body) = slurp($page, ':raw') =~ /(.*?)(<body.*)/s;
		write_bytes($page, $head . $layout->($body));
		my ($status, $said) = run('import', @house, '-o', $back, $page);
		report("$name comes back $form", $status == 0 && $said eq '' ? () : "import ends with $status: $said",
			-e $back && slurp($back) eq slurp($plain) ? () : 'it is another document');
	}
}

# --- what is not written -----------------------------------------------------

for my $case (['a kind that does not exist', 'data-kind="visit"', 'data-kind="journey"'],
	['a speaker who is nobody', 'data-speaker="zahra"', 'data-speaker="nobody"'],
	['a side without a principal', '(?<=data-role=")principal', 'a b']) {
	my ($what, $from, $to) = @$case;
	my ($status, $said, $xml) = change($visit, $from, $to);
	report("with $what nothing is written", $status == 4 ? () : "import ends with $status: $said",
		$xml eq '' ? () : 'something is written');
}

# What the parser cannot read whole is refused as on any page.
my ($refused, $reason) = change($visit, 'trial hall', 'trial&#0; hall');
report('a page with a character that no summary can hold is refused', $refused == 3 ? () : "import ends with $refused: $reason");

# Which of two it is nobody can tell; their sentences are read.
my ($status, $said) = change($visit, '(?=<article )', '<article data-facts="1"></article>');
report('two summaries on a page are a page like any other',
	$status == 0 && $said =~ /please decide/ ? () : "import ends with $status: $said");
finish();
