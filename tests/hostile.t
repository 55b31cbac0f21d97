#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Hostile inputs, made by tests/hostile/make-hostile.pl: each ends soon, with
# bounded memory, with the finding and the place that cases.tsv says, in one
# clear sentence. Nothing is opened that a document asks for: what they ask
# for is a pipe that holds whoever opens it, and a service that would notice.
use strict;
use warnings;
use utf8;
use FindBin;
use lib "$FindBin::Bin/hostile", "$FindBin::Bin/lib";
use Bounded;
use Encode ();
use File::Temp qw(tempdir);
use IO::Socket::INET;
use POSIX qw(mkfifo);
use Tap;

binmode STDOUT, ':utf8';
my $here = $FindBin::Bin;
my $program = $ENV{DIPLODOC} || "$here/../build/diplodoc";
my $bounded = Bounded->new($program);
my $folder = tempdir(CLEANUP => 1);

sub read_cases {
	open my $in, '<', "$here/hostile/cases.tsv" or die "cases.tsv: $!\n";
	return map { chomp; [split /\t/] } grep { !/^#/ } <$in>;
}

# --- the cases ---------------------------------------------------------------

sub validate {
	my (@words) = @_;
	return $bounded->run('/dev/null', 'validate', '--quiet', @words);
}

# What is wrong with one run; nothing where all is as the row says.
sub find_faults {
	my ($row, %run) = @_;
	my (undef, $status, $place, $id) = @$row;
	my @faults;
	my @found = Bounded::findings($run{out}, \@faults);
	my $first = $found[0] || {place => '-', id => '-'};
	push @faults, "exit code $run{status}, not $status"
	    if $run{status} != $status;
	push @faults, "found $first->{id} at $first->{place}, not $id at $place"
	    if $first->{id} ne $id || $first->{place} ne $place;
	push @faults, "said on standard error: $run{err}" if $run{err} ne '';
	push @faults, "it took $run{seconds} s" if $run{seconds} > 1 && !$bounded->{slow};
	push @faults, map { Bounded::faults_of_message($_->{message}) } @found;
	return @faults;
}

# All of them in one run: none keeps the others from being told.
sub check_batch {
	my (%alone) = @_;
	my %run = validate($folder);
	my $expected = join '', map { $alone{$_} } sort keys %alone;
	my @faults;
	push @faults, "exit code $run{status}" if $run{status} != 1;
	push @faults, 'not what they give one by one' if $run{out} ne $expected;
	report('all cases in one run', @faults);
}

sub check_cases {
	my %alone;
	for my $row (read_cases()) {
		my $file = "$folder/$row->[0].xml";
		my %run;
		if (!-f $file) {
			report($row->[0], 'make-hostile.pl does not make it');
			next;
		}
		%run = validate($file);
		$alone{$file} = $run{out};
		report($row->[0], find_faults($row, %run));
	}
	report('every file that is made has a row', map { "no row: $_" }
	    grep { !exists $alone{$_} } glob "$folder/*.xml");
	check_batch(%alone);
}

# --- inputs that are no files ------------------------------------------------

sub check_input {
	my ($name, $status, $input, $path, $words) = @_;
	my %run = $bounded->run($input, 'validate', $path);
	my @faults;
	push @faults, "exit code $run{status}, not $status"
	    if $run{status} != $status;
	push @faults, "said nothing like $words: $run{out}$run{err}"
	    if "$run{out}$run{err}" !~ $words;
	report($name, @faults);
}

sub check_inputs {
	my ($pipe) = @_;
	check_input('a pipe', 3, '/dev/null', $pipe, qr/bait/);
	check_input('a device', 3, '/dev/null', '/dev/zero', qr{/dev/zero});
	check_input('endless standard input', 1, '/dev/zero', '-',
		qr{\[input/limit-size\]});
	check_input('empty standard input', 1, '/dev/null', '-',
		qr{\[input/empty\]});
}

# --- limits on findings ------------------------------------------------------

# As many findings as that, and no other fault.
sub check_count {
	my ($count, $shown, $words) = @_;
	my $path = "$folder/count.xml";
	my ($head, $tail) = Bounded::slurp("$folder/doctype-in-comment.xml") =~
	    m{^(.*<body>).*?(</body>.*)$}s;
	open my $out, '>', $path or die "$path: $!\n";
	print $out $head, map({ '<item><statement speaker="p" act="agree" ' .
	    "inReplyTo=\"n$_\">a</statement></item>" } 1 .. $count), $tail;
	close $out or die;
	my %run = $bounded->run('/dev/null', 'validate', $path);
	my @found = Bounded::findings($run{out}, []);
	report("$count findings", (map { "found $_->{id}" }
	    grep { $_->{id} ne 'schema/unknown-id' } @found),
	    @found == $shown ? () : 'shown: ' . @found,
	    $run{err} =~ $words ? () : "said: $run{err}");
	unlink $path;
}

sub check_counts {
	my ($limit) = `"$bounded->{program}" version --limits` =~
	    /^findings\s+(\d+)/m;
	my $less = $limit - 1;
	check_count($less, $less, qr/^$less errors in 1 file\.$/);
	check_count($limit, $limit, qr/^$limit errors in 1 file\.$/);
	check_count($limit + 1, $limit, qr/\b1 not shown\.$/);
}

# --- the limit on outputs ----------------------------------------------------

# Converts with a stylesheet whose output grows with `pad`, byte by byte.
# Returns the exit code, the size of what is written (undef: nothing) and what
# is said.
sub convert_padded {
	my ($pad) = @_;
	my ($sheet, $result) = ("$folder/pad.xsl", "$folder/pad.html");
	my $line = 'm' x (1024 * 1024);
	open my $out, '>', $sheet or die "$sheet: $!\n";
	print $out '<xsl:stylesheet version="1.0" ',
	    'xmlns:xsl="http://www.w3.org/1999/XSL/Transform">',
	    "<xsl:variable name=\"m\">$line</xsl:variable>",
	    '<xsl:template match="/"><div xmlns="http://www.w3.org/1999/xhtml">',
	    '<xsl:value-of select="$m"/>' x 31, 'p' x $pad,
	    '</div></xsl:template></xsl:stylesheet>';
	close $out or die;
	my %run = $bounded->run('/dev/null', 'convert', '--to', 'html-fragment',
		'--xslt', $sheet, '-o', $result,
		"$folder/doctype-in-comment.xml");
	my $size = -s $result;
	unlink $sheet, $result;
	return ($run{status}, $size, $run{err});
}

sub check_output {
	my ($limit) = `"$bounded->{program}" version --limits` =~
	    /^output\s+(\d+)/m;
	my (undef, $base) = convert_padded(1);
	return report("an output of $limit bytes", 'no output at all')
	    if !$base;
	for my $more (-1, 0, 1) {
		my ($status, $size, $err) =
		    convert_padded(1 + $limit - $base + $more);
		my $good = $more <= 0 ? $status == 0 && $size == $limit + $more
		    : $status == 4 && !defined $size && $err =~ /longer than/;
		report("an output of $limit bytes and $more",
			$good ? () : "exit code $status: $err");
	}
}

# --- a hostile stylesheet ----------------------------------------------------

# A template that calls itself 60 deep, with `s`, `calls` times each.
sub check_stylesheet {
	my ($within, $name, $calls, $s, $words) = @_;
	my ($sheet, $result) = ("$folder/own.xsl", "$folder/own.html");
	my $call = '<xsl:call-template name="f"><xsl:with-param name="n" ' .
	    "select=\"\$n - 1\"/><xsl:with-param name=\"s\" select=\"$s\"/>" .
	    '</xsl:call-template>';
	open my $out, '>', $sheet or die "$sheet: $!\n";
	print $out '<xsl:stylesheet version="1.0" ',
	    'xmlns:xsl="http://www.w3.org/1999/XSL/Transform">',
	    '<xsl:template match="/"><div xmlns="http://www.w3.org/1999/xhtml">',
	    $call =~ s/\$n - 1/60/r =~ s/select="\Q$s\E"/select="'aa'"/r,
	    '</div></xsl:template><xsl:template name="f"><xsl:param name="n"/>',
	    '<xsl:param name="s"/><xsl:if test="$n &gt; 0">', $call x $calls,
	    '</xsl:if></xsl:template></xsl:stylesheet>';
	close $out or die;
	my %run = $within->run('/dev/null', 'convert', '--to', 'html',
		'--xslt', $sheet, '-o', $result,
		"$folder/doctype-in-comment.xml");
	report($name, $run{status} == 4 && $run{err} =~ /\A$words[^\n]*\n\z/ &&
		!-e $result ? () : "exit code $run{status}: $run{err}");
	unlink $sheet;
}

sub check_stylesheets {
	# Which of the two limits comes first hangs on how libxslt counts.
	check_stylesheet($bounded, 'a stylesheet without end', 2, '$s',
		qr/diplodoc: .* (?:XPath operations|more time)/);
	# Memory that is not bounded is not to be filled.
	check_stylesheet(Bounded->new($program, 512 * 1024), 'a stylesheet that fills memory', 1,
		'concat($s, $s)', qr/diplodoc: \S+: It was not checked: it takes more memory/)
	    unless $bounded->{slow};
}

# --- encodings ---------------------------------------------------------------

my %marks = ('UTF-8' => '', 'UTF-16LE' => "\xFF\xFE",
	'UTF-16BE' => "\xFE\xFF", 'ISO-8859-1' => '', 'windows-1252' => '');

# Writes that document in an encoding, with lines that end so; returns its path.
sub write_twin {
	my ($text, $encoding, $end) = @_;
	my $path = "$folder/twin.xml";
	my $name = $encoding =~ s/LE|BE//r;
	open my $out, '>:raw', $path or die "$path: $!\n";
	print $out $marks{$encoding}, Encode::encode($encoding,
	    "<?xml version='1.0' encoding='$name'?>\n$text" =~ s/\n/$end/gr);
	close $out or die;
	return $path;
}

# What a document says in all formats.
sub convert_all {
	my ($path) = @_;
	my %run = $bounded->run('/dev/null', 'convert', '--to',
	    'html,html-fragment,text,json,markdown,resolved', '--out-dir',
	    "$folder/twins", $path);
	my $all = join '', $run{status}, $run{err},
	    map { Bounded::slurp($_) } sort glob "$folder/twins/*";
	return $all =~ s/\Q$folder\E//gr;
}

# The same document in every encoding, and with every end of a line, has the same
# findings and the same outputs.
sub check_twins {
	my $good = Bounded::slurp("$folder/doctype-in-comment.xml") =~
	    s/>a</>They agreed on caf\x{E9}s today.</r;
	my $bad = $good =~ s/id="q"/id="p"/r;
	my (%findings, %outputs);
	for my $encoding (sort keys %marks) {
		for my $end ("\n", "\r\n", "\r") {
			my $name = $encoding . ' with ' . $end =~ s/(.)/sprintf '%02X', ord $1/gesr;
			my %run = validate(write_twin($bad, $encoding, $end));
			push @{$findings{$run{out}}}, $name;
			push @{$outputs{convert_all(write_twin($good, $encoding, $end))}}, $name;
		}
	}
	unlink "$folder/twin.xml";
	report('one document in five encodings, lines ended in three ways',
	    keys %findings == 1 && join('', keys %findings) =~ m{duplicate-id} ? () :
	    map { "@{$findings{$_}}: $_" } keys %findings);
	report('and all its outputs', keys %outputs == 1 ? () :
	    map { "other ones: @$_" } values %outputs);
	report('which hold what it says, and lines that end in one way',
	    map { (/\A0/ && /caf\x{E9}s/ ? () : 'nothing is said', /\r/ ? 'a return is left' : ()) } keys %outputs);
}

# --- all of it ---------------------------------------------------------------

my $pipe = "$folder/bait";
mkfifo($pipe, 0600) or die "$pipe: $!\n";
my $service = IO::Socket::INET->new(LocalAddr => '127.0.0.1', Listen => 8)
    or die "no service on the loopback: $@\n";
my $address = 'http://127.0.0.1:' . $service->sockport . '/';
system($^X, "$here/hostile/make-hostile.pl", $folder, "file://$pipe",
	$address) == 0 or die "make-hostile.pl failed\n";
$ENV{XML_CATALOG_FILES} = "file://$pipe $address";
$ENV{SGML_CATALOG_FILES} = $ENV{XML_CATALOG_FILES};
$ENV{http_proxy} = $address;

check_cases();
check_inputs($pipe);
check_counts();
check_output();
check_stylesheets();
check_twins();
$service->timeout(0.1);
report('no service was asked', $service->accept ? 'it was' : ());
finish();
