#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# Formatting: samples are in canonical form already; however they are written
# anew without saying something else, formatting brings them back; and no output
# of a document, right or wrong, changes where it is formatted.
use strict;
use warnings;
use File::Basename 'basename';
use File::Find;
use File::Temp 'tempdir';
use FindBin;

chdir "$FindBin::Bin/.." or die "$FindBin::Bin: $!\n";
my $program = $ENV{DIPLODOC} || 'build/diplodoc';
my $house = 'samples/house/diplodoc-house.xml';
my @samples = (glob('samples/*.xml'), $house);
my $rounds = 6; # ways to write each sample
my $folder = tempdir(CLEANUP => 1);
my ($number, $failed) = (0, 0);

sub report {
	my ($name, @details) = @_;
	$number++;
	$failed++ if @details;
	print @details ? 'not ok' : 'ok', " $number - $name\n";
	print "# $_\n" for @details > 8 ? (@details[0 .. 7], '...') : @details;
}

sub read_file {
	my ($file) = @_;
	open my $in, '<:raw', $file or die "$file: $!\n";
	local $/;
	return scalar <$in>;
}

sub write_file {
	my ($file, $text) = @_;
	open my $out, '>:raw', $file or die "$file: $!\n";
	print $out $text;
	close $out or die "$file: $!\n";
}

# Runs the program and returns its exit code.
sub run {
	my $pid = fork // die "fork: $!\n";
	if ($pid == 0) {
		open STDOUT, '>', "$folder/stdout" or die;
		open STDERR, '>', "$folder/stderr" or die;
		exec $program, @_ or die "$program: $!\n";
	}
	waitpid $pid, 0;
	return $? >> 8;
}

sub pick { return $_[rand @_] }

sub space {
	my ($least) = @_;
	return join '', map { pick(' ', "\t", "\n", "\r\n", '  ') }
	    1 .. $least + int rand 3;
}

# --- the same document, written in another way --------------------------------

# A character as itself, by number, or by name.
sub vary_text {
	my ($text) = @_;
	return "<![CDATA[$text]]>" if $text !~ /[&\]]/ && rand() < 0.05;
	my $one = qr/[A-Za-z,.]|[\xC3-\xDF][\x80-\xBF]/;
	$text =~ s{($one)}{rand() < 0.03 ? number($1) : $1}ge;
	return $text;
}

sub number {
	my ($bytes) = @_;
	utf8::decode($bytes);
	return sprintf pick('&#%d;', '&#x%x;', '&#x0%X;'), ord $bytes;
}

sub vary_attribute {
	my ($name, $value) = @_;
	my $quote = $value =~ /'/ ? '"' : pick('"', "'");
	$value = vary_value($value);
	return space(1) . $name . space(0) . '=' . space(0) . "$quote$value$quote";
}

sub vary_value {
	my ($value) = @_;
	$value =~ s{([a-z])}{rand() < 0.05 ? number($1) : $1}ge;
	return $value;
}

sub shuffle {
	my @left = @_;
	return map { splice @left, rand @left, 1 } 1 .. @left;
}

sub vary_tag {
	my ($prefix, $name, $attributes, $empty) = @_;
	my @all = map { vary_attribute(split /=/, $_, 2) }
	    map { s/"//gr } $attributes =~ /[\w:]+="[^"]*"/g;
	s/(\s)xmlns(\s*=)/$1xmlns:m$2/ for $prefix ? @all : ();
	my $tag = "<$prefix$name" . join('', shuffle(@all)) . space(0);
	return "$tag>" unless $empty;
	return pick("$tag/>", "$tag></$prefix$name>");
}

# One form of a canonical text, with comments between its elements or without.
# A line end between two tags is free there, as no sentence of a sample has one.
sub vary {
	my ($text, $comments) = @_;
	my $prefix = pick('', 'm:');
	my $out = pick('', qq{<?xml version='1.0'?>});
	$text =~ s/^<\?xml.*?\?>\n//;
	while ($text =~ /\G(?:(<!--.*?-->)|<(\w+)((?:\s[^<>]*?)?)(\/?)>|<\/(\w+)>|([^<]+))/gs) {
		if (defined $1) { $out .= $1 }
		elsif (defined $2) { $out .= vary_tag($prefix, $2, $3, $4) }
		elsif (defined $5) { $out .= "</$prefix$5" . space(0) . '>' }
		elsif ($6 =~ /^\s*\n\s*$/) {
			$out .= space(0);
			$out .= '<!--+ a note +-->' . space(0)
			    if $comments && rand() < 0.2;
		} else { $out .= vary_text($6) }
	}
	return $out;
}

sub check_variation {
	my ($comments) = @_;
	my (%canonical, @wrong);
	srand 20261126;
	for my $sample (@samples) {
		next if $comments && $sample eq $house; # its empty lines move
		for my $round (1 .. $rounds) {
			my $file = "$folder/$round-" . basename($sample);
			$canonical{$file} = read_file($sample);
			write_file($file, vary($canonical{$file}, $comments));
		}
	}
	my $status = run('fmt', sort keys %canonical);
	push @wrong, "exit code $status: " . read_file("$folder/stderr")
	    if $status != 0;
	for my $file (sort keys %canonical) {
		my $text = read_file($file);
		my $notes = $text =~ s/^ *<!--\+ a note \+-->\n//mg;
		push @wrong, "$file: no comment left" if $comments && !$notes;
		push @wrong, "$file: not brought back"
		    if $text ne $canonical{$file};
		unlink $file;
	}
	return @wrong;
}

# --- what must not change ------------------------------------------------------

sub convert {
	my ($from, $formats, $to) = @_;
	run('convert', '--force', "--house=$house", "--to=$formats",
		"--out-dir=$to", $from);
	my %bytes;
	find({no_chdir => 1, wanted => sub {
		$bytes{basename($_)} = read_file($_) if -f;
	}}, $to);
	return %bytes;
}

# Comments and processing instructions of a text, in order.
sub list_asides {
	my ($text) = @_;
	$text =~ tr/\0//d; # of UTF-16
	return join "\n", grep { defined && !/^<\?xml\s/ }
	    $text =~ /<!\[CDATA\[.*?\]\]>|(<!--.*?-->|<\?.*?\?>)/gs;
}

# Formats a folder of documents and compares all that comes of them.
sub check_outputs {
	my ($name, $from, $formats, $least) = @_;
	my %before = convert($from, $formats, "$folder/$name-before");
	my %text = map { $_ => read_file($_) } glob "$from/*.xml";
	my @wrong;
	run('fmt', $from);
	my $changed = grep { read_file($_) ne $text{$_} } keys %text;
	push @wrong, "only $changed documents changed" if $changed < $least;
	my %after = convert($from, $formats, "$folder/$name-after");
	push @wrong, "only " . keys(%before) . ' outputs' if keys %before < $least;
	push @wrong, map { "$_ is another" }
	    grep { $before{$_} ne ($after{$_} // '') } sort keys %before;
	push @wrong, map { "$_ has other comments" } grep {
		list_asides($text{$_} // '') ne list_asides(read_file($_)) }
	    sort keys %text;
	my %once = map { $_ => read_file($_) } keys %text;
	run('fmt', $from);
	push @wrong, map { "$_ changes twice" }
	    grep { read_file($_) ne $once{$_} } sort keys %once;
	report("$name: formatting changes $changed documents and no output", @wrong);
}

unless (-x $program) {
	print "1..1\nnot ok 1 - $program does not exist; run make\n";
	exit 1;
}
my $status = run('fmt', '--check', @samples);
report('samples are in canonical form',
	$status == 0 ? () : split /\n/, read_file("$folder/stdout"));
report("so they are when written in $rounds other ways each",
	check_variation(0));
report('and with comments between their elements', check_variation(1));

# Every sample with one wrong fact, in another form; and what tests have.
mkdir "$folder/mutations" or die;
open my $list, '-|', $^X, 'tests/mutations/mutate.pl', "$folder/mutations",
    glob 'samples/*.xml' or die "mutate.pl: $!\n";
1 while <$list>;
close $list or die "mutate.pl failed\n";
for my $file (glob "$folder/mutations/*.xml") {
	my $text = read_file($file);
	$text =~ s/(?<=>)\n\s*(?=<)/space(0)/ge if $text =~ /^<\?xml/;
	write_file($file, $text);
}
check_outputs('mutations', "$folder/mutations", 'json,text', 200);

mkdir "$folder/golden" or die;
for my $file (glob 'tests/golden/*/*/*.xml') {
	my $name = $file =~ s{^tests/golden/}{}r =~ tr{/}{-}r;
	next if $name =~ /house/;
	write_file("$folder/golden/$name", read_file($file));
}
check_outputs('golden cases', "$folder/golden", 'html,markdown,json', 50);

print "1..$number\n";
exit($failed > 0);
