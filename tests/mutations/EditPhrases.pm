# SPDX-License-Identifier: MIT
# Faults of titles and leads that are typed: the samples leave them to the
# program, so that they are put in from typed.txt, right but for one fact.
package EditPhrases;
use strict;
use warnings;
use utf8;
use FindBin;
use Edits;

# Title and lead by sample.
sub read_typed {
	my %typed;
	my $path = "$FindBin::Bin/typed.txt";
	open my $in, '<:encoding(UTF-8)', $path or die "$path: $!\n";
	while (<$in>) {
		next if /^#/;
		chomp;
		my ($sample, $element, $words) = split /\t/;
		$typed{$sample}{$element} = $words;
	}
	return %typed;
}

# Where a title and a lead are put in.
sub put_typed {
	my ($sample, $element, $words) = @_;
	if ($element eq 'title') {
		my ($head) = named($sample, 'head');
		return put($head->{open_end}, "\n    <title>$words</title>");
	}
	my ($body) = named($sample, 'body');
	return put($body->{start}, "<lead>$words</lead>\n  ");
}

my %other_month = (January => 'June', February => 'July', March => 'August',
	April => 'September', May => 'October', June => 'November',
	July => 'December', September => 'April', October => 'May',
	November => 'June');
my $month = join '|', sort keys %other_month;

# Words of a lead, their id, what stands there instead; « and » are set around
# all of it unless it has them.
my @lead_faults = (
	['clock/event-date', qr/(?<=^On )($month) \d+/,
		sub { $_[0] =~ s/^(\w+)/$other_month{$1}/r }],
	['clock/event-date', qr/(?<=^On )(?:$month) \d+(?=,)/,
		sub { $_[0] =~ s/(\d+)$/$1 == 1 ? 20 : $1 - 1/er }],
	['clock/event-date', qr/^\d+月\d+日/,
		sub { $_[0] =~ s/(\d+)日/$1 + 1 . '日'/er }],
	['clock/local-time', qr/(?<=at )\d+:\d\d [ap]\.m\.(?= local| for| and)/,
		\&other_half],
	['clock/local-time', qr/(?<=commencing at )\d+:\d\d [ap]\.m\./,
		\&other_hour],
	['clock/local-time', qr/(?<=after )4:05 p\.m\./, \&other_half],
	['clock/local-time', qr/(?<=around )\d+ [ap]\.m\.(?= local)/, \&other_half],
	['clock/local-time', qr/(?<=現地時間)午前10時/, sub { '午後10時' }],
	['clock/local-time', qr/오후 4시 5분/, sub { '오전 4시 5분' }],
	['clock/home-time', qr/(?<=\()\d+:\d\d [ap]\.m\./, \&other_half],
	['clock/home-time', qr/(?<=\()\d+:\d\d [ap]\.m\./, \&other_hour],
	['clock/home-time', qr/(?<=\(around )\d+ [ap]\.m\./, \&other_half],
	['clock/home-time', qr/(?<=日本時間)午後0時/, sub { '午前0時' }],
	['clock/home-time', qr/(?<=日本時間)午後0時/, sub { '午後1時' }],
	['clock/roll-over', qr/(?<=a\.m\. on )$month \d+(?=, Orisia)/,
		sub { $_[0] =~ s/(\d+)/$1 + 1/er }],
	['clock/typed-length', qr/\d+\ minutes|\d+\ hours?\ and\ \d+\ minutes|
		\d+\ hour(?=,)/x,
		sub { $_[0] =~ s/^(\d+)/$1 + 10/er =~ s/hour\b/hours/r }],
	['clock/typed-length', qr/(?<=約)45分間/, sub { '50分間' }],
	['clock/typed-length', qr/25분/, sub { '20분' }],
	['clock/form', qr/(?<=at )\d+:\d\d [ap]\.m\./,
		sub { $_[0] =~ s/ (.)\.m\./uc "$1M"/er }],
	['clock/form', qr/(?<=at )\d+:\d\d [ap]\.m\./, sub { $_[0] =~ s/:/./r }],
	['clock/weekday', qr/^Le mercredi/, sub { 'Le «jeudi»' }],
	['clock/weekday', qr/\(화\)/, sub { '(«수»)' }],
	['clock/weekday', qr/^On (?=$month)/, sub { 'On «Sunday», ' }],
	['clock/label-missing', qr/(\d+:\d\d [ap]\.m\.) local time \([^)]*\)/,
		sub { $_[0] =~ s/^(\d+:\d\d ..m\.).*/«$1»/r }],
	['clock/relative-day', qr/^On $month \d+,/, sub { '«Today»' }],
	['name/capitals', qr/(?<=M[rs]\. )[A-Z]{4,}/, sub { ucfirst lc $_[0] }],
	['name/order', qr/(?<=M[rs]\. )[A-Z]{4,} [A-Z][a-z]+/,
		sub { join ' ', reverse split / /, $_[0] }],
	['name/order', qr/Solveig Stavik|Levan Meretz|Rafe Quintano|Noa Keahole|
		Thomasina Ardley|Aino Lindqvara|Bastien Delbarre|Odile Carrance/x,
		sub { join ' ', reverse split / /, $_[0] }],
	['name/own-style', qr/(?=M[rs]\. [A-Z]{4,})/, sub { '«H.E.» ' }],
	['name/courtesy', qr/Mr\.(?= [A-Z])/, sub { 'Ms.' }],
	['name/courtesy', qr/Ms\.(?= [A-Z])/, sub { 'Mr.' }],
	['name/office', qr/(?:Senior\ Deputy\ |State\ )?Minister\ for
		\ (?:Foreign|External)\ Affairs/x,
		sub { $_[0] =~ s/for/of/r }],
	['name/office', qr/Minister of Foreign Affairs/, sub { $_[0] =~ s/of/for/r }],
	['name/office', qr/State Minister for Foreign Affairs/,
		sub { 'Parliamentary Vice-Minister for Foreign Affairs' }],
	['name/spelling', qr/ORELL|VEYRA|KASTELL|LUMIK|TESSEN|VARLO/,
		sub { $_[0] =~ s/^(.)(.)(.)/$1$3$2/r }],
	['name/spelling', qr/Stavik|Meretz|Quintano|Keahole|Ardley|Lindqvara|
		Delbarre|Carrance|Montrell|Holloway|Okaloa/x,
		sub { $_[0] =~ s/(.)$/$1$1/r }],
	['name/spelling', qr/Stavik|Meretz|Quintano|Keahole|Ardley|Lindqvara|
		Delbarre|Carrance|Montrell|Holloway|Okaloa/x,
		sub { $_[0] =~ s/^(..)./$1/r }],
	['name/spelling', qr/Solveig|Levan|Thomasina|Bastien|Odile/,
		sub { $_[0] =~ s/^(..)(.)(.)/$1$3$2/r }],
	['title/format', qr/held a telephone talk/,
		sub { 'held a meeting' }],
	['title/format', qr/held a video conference/,
		sub { '«held a telephone» talk' }],
	['title/kind', qr/held a summit meeting/,
		sub { 'held a strategic dialogue' }],
	['text/quotes', qr/“2\+2”/, sub { '“2+2"' }],
	['text/quotes', qr/“2\+2”/, sub { '"2+2”' }],
	['text/quote-pair', qr/“2\+2”/, sub { '«“»2+2' }],
	['text/quote-pair', qr/“2\+2”/, sub { '2+2«”»' }],
	['text/bracket', qr/\(by video link\)/, sub { '«(»by video link' }],
	['text/bracket', qr/\(([^)]*)\)/, sub { $_[0] =~ s/^\(// ? $_[0] =~
		s/\)$/«)»/r : undef }],
	['text/repeated-word', qr/ (in|at) (?=[A-Z])/,
		sub { "$_[0]«" . $_[0] =~ s/ //gr . '» ' }],
	['text/full-stop', qr/s\.$/, sub { '«s»' }],
	['text/double-space', qr/(?<=\.) (?=The)/, sub { '«  »' }],
);

my @title_faults = (
	['title/parties', qr/(?<=-)(?:Brennmark|Caldera Islands|Dorrane|Miravelle)/x,
		sub { 'Asteria' }],
	['title/parties', qr/République de Miravelle/,
		sub { 'République d’Astérie' }],
	['title/parties', qr/Asteria/, sub { 'Brennmark' }],
	['title/parties', qr/Vardania/, sub { 'Lumera' }],
	['title/kind', qr/Foreign Ministers’ Meeting$|Strategic Dialogue$/,
		sub { 'Summit Meeting' }],
	['title/kind', qr/Summit Meeting$/, sub { 'Vice-Ministerial Meeting' }],
	['title/kind', qr/外相会談/, sub { '首脳会談' }],
	['title/format', qr/Telephone Talk$/, sub { 'Video Conference' }],
	['title/format', qr/Video Conference$|Foreign Ministers’ \KMeeting$/,
		sub { 'Telephone Talk' }],
	['title/format', qr/Lunch$/, sub { 'Dinner' }],
	['title/format', qr/Breakfast$/, sub { 'Lunch' }],
	['text/meeting-apostrophe', qr/Ministers’/, sub { 'Minister’s' }],
	['text/meeting-apostrophe', qr/Ministers’/, sub { 'Ministers' }],
	['text/invisible', qr/(?<=\w)-(?=\w)/, sub { "-«\x{200B}»" }],
	['text/double-space', qr/(?<=\w) (?=\w)/, sub { '«  »' }],
	['name/spelling', qr/Suhail/, sub { 'Suhial' }],
);

# The same time in the other half of the day, and an hour later.
sub other_half {
	my ($time) = @_;
	return $time =~ s/([ap])(?=\.m)/$1 eq 'a' ? 'p' : 'a'/er;
}

sub other_hour {
	my ($time) = @_;
	return $time =~ s/^(\d+)/$1 % 11 + 1/er;
}

# All faults that fit into the words of one title or lead.
sub change_words {
	my ($sample, $element, $words, @faults) = @_;
	my @made = (['harmless', $sample, "the $element typed",
		put_typed($sample, $element, $words), mark(0, 0)]);
	for my $row (@faults) {
		my ($id, $found, $new) = @$row;
		$words =~ $found or next;
		my ($from, $to) = ($-[0], $+[0]);
		my $old = $&;
		my $other = $new->($old);
		next unless defined $other && $other ne $old;
		my $marked = $other =~ /«/ ? $other : "«$other»";
		my $typed = substr($words, 0, $from) . $marked .
		    substr($words, $to);
		push @made, [$id, $sample, "$element: $marked for $old",
			put_typed($sample, $element, $typed)];
	}
	return @made;
}

sub make {
	my (@samples) = @_;
	my %typed = read_typed();
	my @made;
	for my $sample (@samples) {
		my ($name) = $sample->{path} =~ m{([^/]+)\.xml$};
		my $words = $typed{$name};
		push @made, change_words($sample, 'title', $words->{title},
			@title_faults) if $words->{title};
		push @made, change_words($sample, 'lead', $words->{lead},
			@lead_faults) if $words->{lead};
	}
	return @made;
}

1;
