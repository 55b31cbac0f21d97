# SPDX-License-Identifier: MIT
# Faults of people, offices, parties and kinds: the facts, and their names where
# they are typed in sentences and captions.
package EditNames;
use strict;
use warnings;
use utf8;
use Edits;

# How the samples call their people, by the id of the official.
my %short = ('hayashi-yoshimasa' => 'Minister Hayashi',
	'park-jin' => 'Minister Park',
	'veyra-tomas' => 'Prime Minister Veyra', 'orell-maris' => 'Minister Orell',
	'kastell-jon' => 'Minister Kastell', 'lumik-aron' => 'State Minister Lumik',
	'tessen-ida' => 'Senior Deputy Minister Tessen',
	'varlo-emil' => 'Director-General Varlo',
	'montrell-ines' => 'President Montrell',
	'quintano-rafe' => 'Minister Quintano', 'stavik-solveig' => 'Minister Stavik',
	'keahole-noa' => 'Secretary Keahole', 'ardley-thomasina' => 'Minister Ardley',
	'holloway-piers' => 'Minister Holloway', 'meretz-levan' => 'Minister Meretz',
	'lindqvara-aino' => 'Secretary-General Lindqvara');

# Short form by the id of each person who has one.
sub short_forms {
	my ($sample) = @_;
	my %form;
	for my $person (principals($sample)) {
		my $typed = child($person, 'shortForm');
		my $official = attribute($person, 'official');
		my $form = $typed ? content($sample, $typed) :
		    $official ? $short{$official} : undef;
		$form{attribute($person, 'id')} = $form if $form;
	}
	return %form;
}

# One letter doubled, left out, swapped: another spelling of the last word.
sub misspell {
	my ($form, $turn) = @_;
	my @ways = (sub { s/(\w)(\w)$/$1$1$2/r }, sub { s/(\w)(\w)$/$2/r },
		sub { s/(\w)(\w)(\w)$/$2$1$3/r }, sub { s/(\w)(\w)$/$1e$2/r });
	for my $step (0 .. $#ways) {
		for ($form) {
			my $other = $ways[($turn + $step) % @ways]->();
			return $other if $other ne $form;
		}
	}
	return;
}

sub mark_last {
	my ($words) = @_;
	return $words =~ s/(\S+)$/«$1»/r;
}

# Mentions: the words that mean a person or a party.
sub change_mentions {
	my ($sample) = @_;
	return () if language($sample) ne 'en';
	my %form = short_forms($sample);
	my @made;
	my $turn = 0;
	my %times;
	for my $person (grep { $_->{close} == $_->{end} }
	    named($sample, 'person')) {
		my $ref = attribute($person, 'ref');
		my $form = $form{$ref} or next;
		next if $form =~ /^the /;
		my $open = $person->{open_end} - 2;
		my $words = sub { [$open, 2, ">$_[0]</person>"] };
		next if $times{$ref}++ > 2;
		push @made, ['harmless', $sample, "$form typed", $words->($form),
			mark(0, 0)] if $times{$ref} == 1;
		push @made, ['name/spelling', $sample, misspell($form, $turn) .
			" for $form", $words->(mark_last(misspell($form, $turn++)))];
		my ($other) = grep { $_ ne $ref } sort keys %form;
		push @made, ['name/typed', $sample, "$form{$other} for $form",
			$words->("«$form{$other}»")]
		    if $other && $times{$ref} == 1;
	}
	my ($photo) = named($sample, 'photo');
	my $caption = $photo ? child($photo, 'caption') : undef;
	push @made, map { ['name/spelling', $sample, "a caption with " .
		misspell($form{$_}, 1), put($caption->{open_end},
			mark_last(misspell($form{$_}, 1)) . ' and guests. ')] }
	    $caption ? grep { $form{$_} !~ /^the / } sort keys %form : ();
	for my $party (grep { $_->{parent}{name} ne 'meeting' &&
		$_->{close} == $_->{end} } named($sample, 'party')) {
		my $open = $party->{open_end} - 2;
		push @made, ['party/typed', $sample, 'another country', [$open, 2,
			'>«Indonesia»</party>']];
	}
	return @made;
}

# Persons as the document records them.
sub change_people {
	my ($sample) = @_;
	my %title = ('Mr.' => 'Ms.', 'Ms.' => 'Mr.', 'M.' => 'Mme');
	my @made;
	for my $person (map { named($sample, $_) } qw(principal attendee)) {
		my ($courtesy, $pronoun, $form) =
		    map { child($person, $_) } qw(courtesy pronoun shortForm);
		my $other = $courtesy ? $title{content($sample, $courtesy)} : undef;
		push @made, ['name/courtesy', $sample, $other,
			set_content($courtesy, "«$other»")] if $other;
		if ($form && content($sample, $form) !~ /^the /) {
			my $words = content($sample, $form);
			push @made, ['name/spelling', $sample, "short form of $words",
				set_content($form, mark_last(misspell($words, 0)))];
			push @made, ['name/short-form', $sample, 'of another person',
				set_content($form, '«President Anders»')];
		}
		my $official = attribute($person, 'official') or next;
		my $after = $person->{open_end} - 2;
		push @made, ['house/office-dates', $sample, 'another office',
			[$after, 2, '><office>«Minister of Fisheries»</office></' .
				"$person->{name}>"]];
	}
	return @made;
}

# Kind, level, format, sides and place.
sub change_meeting {
	my ($sample) = @_;
	my ($meeting) = named($sample, 'meeting');
	my @made;
	my $kind = attribute($meeting, 'kind');
	push @made, ['title/level', $sample, 'another level', set_attribute(
		$meeting, 'level', $kind eq 'summit' ? 'ministers' : 'leaders')]
	    if $kind =~ /^(?:foreignMinisters|summit|viceMinisters|twoPlusTwo)$/;
	my ($place) = grep { $_->{parent} == $meeting } named($sample, 'place');
	my $format = attribute($meeting, 'format');
	push @made, ['place/missing', $sample, 'no place', remove($place),
		mark($meeting->{attributes}{format}{value_at},
			$meeting->{attributes}{format}{value_at} +
			length $format)]
	    if $place && $format eq 'inPerson' &&
	    1 == named($sample, 'place');
	push @made, ['place/missing', $sample, 'a place of a call', put(
		child($meeting, 'party')->{start},
		"<«place» country=\"XO\"><city>Kanaura</city></place>")]
	    if $format =~ /^(?:telephone|video)$/;
	my ($own, @others) = grep { $_->{parent} == $meeting }
	    named($sample, 'party');
	push @made, ['party/own', $sample, 'no own side',
		set_attribute($own, 'role', 'counterpart')];
	for my $party ($own, @others) {
		my $country = attribute($party, 'country') // '';
		next if child($party, 'longName') || $country !~ /^X/ ||
		    language($sample) ne 'en';
		push @made, ['party/name', $sample, 'another form of state',
			put($party->{open_end}, '<longName>«the Empire of ' .
				"Nowhere»</longName>")];
	}
	push @made, ['name/attendance', $sample, 'from afar',
		put($_->{open_end} - 2, ' attendance="«remote»"')]
	    for $format eq 'inPerson' ? grep { $_->{close} == $_->{end} }
	    spread(1, principals($sample)) : ();
	push @made, ['name/own-style', $sample, 'an Excellency of the own side',
		put(child($own, 'principal')->{open_end} - 2,
			'><style>«H.E.»</style></principal'), [
			child($own, 'principal')->{open_end} - 2, 1, '']]
	    if language($sample) eq 'en' && attribute(child($own, 'principal'),
		'official');
	my ($visit) = grep { attribute($_, 'party') && attribute($_, 'relation')
		=~ /^(?:visiting|invitation)$/ } named($sample, 'occasion');
	push @made, ['place/home', $sample, 'the host visits',
		set_attribute($visit, 'party', attribute($_, 'id'))]
	    for $visit ? grep { attribute($_, 'country') eq
		attribute($place, 'country') } $own, @others : ();
	return @made;
}

# Pronouns: he for she and she for he at the beginning of a sentence.
sub change_pronouns {
	my ($sample) = @_;
	my %other = (He => 'She', She => 'He');
	# Where nothing is recorded, nothing is contradicted.
	my %recorded = map { attribute($_, 'id') => 1 } grep {
		attribute($_, 'official') || child($_, 'pronoun') }
	    map { named($sample, $_) } qw(principal attendee);
	my @made;
	for my $statement (statements($sample)) {
		my ($word) = content($sample, $statement) =~
		    /^(He|She)\b/ or next;
		next unless $recorded{attribute($statement, 'speaker')};
		push @made, ['name/pronoun', $sample, "$other{$word} for $word",
			[$statement->{open_end}, length $word,
				"«$other{$word}»"]];
	}
	return @made;
}

sub make {
	my (@samples) = @_;
	return map { my $sample = $_; map { $_->($sample) } \&change_mentions,
		    \&change_people, \&change_meeting, \&change_pronouns }
	    @samples;
}

1;
