#!/usr/bin/perl
# SPDX-License-Identifier: MIT
# A document that is not valid is converted with --force alone, and then every
# format says so; one that is valid never says it.
use strict;
use warnings;
use utf8;
use FindBin;
use JSON::PP ();
use lib "$FindBin::Bin/lib";
use Outputs qw(convert finish program report samples slurp work);
use PlainText qw(plain_text);

binmode STDOUT, ':encoding(UTF-8)';

my $words = slurp("$FindBin::Bin/../xslt/words/en.xml");
my ($mark) = $words =~ /<word key="not-valid">([^<]+)</ or die "there is no mark\n";
my ($english) = grep { slurp(convert('')->{$_}) =~ /<meetingSummary [^>]*xml:lang="en"/ } samples();
my $source = slurp(convert('')->{$english});
my %documents = (valid => $source, invalid => $source =~ s/ level="[a-zA-Z]+"//r);

for my $kind (sort keys %documents) {
	my $path = work() . "/$kind.xml";
	open my $out, '>:encoding(UTF-8)', $path or die "$path: $!\n";
	print $out $documents{$kind};
	close $out;
	my $house = "$FindBin::Bin/../samples/house/diplodoc-house.xml";
	my $folder = work() . "/$kind";
	my $call = join ' ', map { "'$_'" } program(), 'convert', '--house', $house, '--out-dir', $folder,
		'--to', 'html,html-fragment,text,markdown,json';
	my $status = system("$call '$path' 2>/dev/null") >> 8;
	report("$kind: " . ($kind eq 'valid' ? 'converted' : 'refused, and nothing is written'),
		$kind eq 'valid' ? ($status ? "status $status" : ())
		: ($status == 1 && !glob("$folder/*") ? () : "status $status, or files"));
	system("$call --force '$path' 2>/dev/null");
	check_marks($kind, "$folder/$kind");
}

# Each output says it, or says it not.
sub check_marks {
	my ($kind, $base) = @_;
	my $wanted = $kind eq 'invalid';
	my %reader = ('.html' => 'html', '.fragment.html' => 'html', '.txt' => 'text', '.md' => 'markdown');
	for my $ending (sort keys %reader) {
		my $plain = plain_text($reader{$ending}, slurp($base . $ending));
		my $looked = $ending eq '.txt' ? $mark =~ s/\s+//gr : $mark;
		report("$kind: $ending", (index($plain, $looked) >= 0) == $wanted ? () : "the mark is wrong");
	}
	my $page = slurp("$base.html");
	report("$kind: search engines", ($page =~ /<meta name="robots" content="noindex/ ? 1 : 0) == $wanted
		? () : 'they are told the wrong thing');
	my $json = JSON::PP->new->decode(slurp("$base.json"));
	report("$kind: .json", (!$json->{computed}{valid}) == $wanted ? () : 'valid is wrong');
}
finish();
