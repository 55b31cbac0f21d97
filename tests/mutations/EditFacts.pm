# SPDX-License-Identifier: MIT
# Faults of facts: values that contradict sentences, the world or each other.
package EditFacts;
use strict;
use warnings;
use utf8;
use Edits;

# The day before or behind a date, without a calendar: no sample has a first or
# a last day of a month where this is used.
sub shift_day {
	my ($date, $days) = @_;
	return $date =~ s/(\d\d)$/sprintf '%02d', $1 + $days/er;
}

# --- dates and times ---------------------------------------------------------

my $typed_day = qr/^(?:January|February|March|April|May|June|July|August|
	September|October|November|December)\s\d+$|^\d+월\ \d+일$|
	^\d+月\d+日$/x;

# Another month in the value, then another day in the words.
sub change_dates {
	my ($sample) = @_;
	my @made;
	for my $date (attributed($sample, 'date', 'when')) {
		next if $date->{close} == $date->{end};
		my $words = content($sample, $date);
		my $when = attribute($date, 'when');
		my $from = $words =~ /^the end of / ? length 'the end of ' : 0;
		my ($month, $day) = $when =~ /^\d+-(\d\d)-(\d\d)/;
		my $other_when = sprintf '%s-%02d-%02d', $when =~ s/-.*//r,
		    $month % 12 + 1, $day > 28 ? 28 : $day;
		push @made, ['clock/typed-date', $sample, "$words is $other_when",
			mark($date->{open_end} + $from, $date->{close}),
			quiet($date, 'when', $other_when)];
		next unless $words =~ $typed_day;
		my $other = $words =~ s/(\d+)(?=\D*$)/$1 + 1/er;
		push @made, ['clock/typed-date', $sample, "$other for $words",
			set_content($date, "«$other»")];
	}
	return @made;
}

sub change_times {
	my ($sample) = @_;
	my @made;
	for my $time (named($sample, 'time')) {
		my $words = content($sample, $time);
		my ($clock) = $words =~ /^(\d+:\d\d a\.m\.)/ or next;
		my %faults = ('clock/typed-time' => [$clock =~ s/a\.m/p.m/r,
			$clock =~ s/:(\d)/':' . ($1 + 1)/er, $clock =~ s/^(\d+)/$1 + 1/er],
		    'clock/form' => [$clock =~ s/:/./r, $clock =~ s/ a.m./am/r]);
		for my $id (sort keys %faults) {
			push @made, [$id, $sample, "$_ for $clock", set_content($time,
				$words =~ s/^\Q$clock\E/«$_»/r)] for @{$faults{$id}};
		}
	}
	return @made;
}

sub change_issue {
	my ($sample) = @_;
	my ($issued) = named($sample, 'issued');
	my ($meeting) = named($sample, 'meeting');
	my $start = attribute(child($meeting, 'start'), 'when');
	my ($day) = $start =~ /^([-\d]{10})/;
	my @made = map { ['release/before-event', $sample, "issued on $_",
		set_attribute($issued, 'date', $_)] }
	    attributed($sample, 'photo', 'date') ? () :
	(shift_day($day, -2), $day =~ s/^(\d+)/$1 - 1/er);
	my ($release) = named($sample, 'release');
	push @made, ['release/status', $sample, 'withdrawn',
		set_attribute($release, 'state', 'withdrawn')]
	    unless attribute($release, 'notBefore');
	push @made, ['release/embargo-end', $sample, 'an embargo without an end',
		set_attribute($release, 'state', 'embargoed')]
	    unless attribute($release, 'notBefore');
	my $late = attribute($issued, 'date') =~ s/^(\d+)/$1 + 1/er;
	my $open = $release->{open_end} - 2;
	push @made, ['release/not-before', $sample, 'open a year later',
		put($open, " notBefore=\"«${late}T09:00:00+09:00»\"")]
	    unless attribute($release, 'notBefore');
	push @made, ['release/status', $sample, 'under review',
		set_attribute($sample->{elements}[0], 'status', 'review')];
	return @made;
}

sub change_sessions {
	my ($sample) = @_;
	my ($meeting) = named($sample, 'meeting');
	my @made;
	for my $session (named($sample, 'session')) {
		my $start = child($session, 'start');
		my $when = attribute($start, 'when');
		my $early = $when =~ s/^(\d+)/$1 - 1/er;
		push @made, ['clock/session-outside', $sample, "a session at $early",
			mark($start->{start}, $start->{end}),
			quiet($start, 'when', $early)];
	}
	my @sessions = named($sample, 'session');
	for my $n (1 .. $#sessions) {
		my ($before, $start) = map { child($_, 'start') }
		    @sessions[$n - 1, $n];
		my $when = attribute($before, 'when') =~
		    s/:(\d\d):00/sprintf ':%02d:00', $1 + 5/er;
		push @made, ['clock/session-overlap', $sample,
			"a session begins at $when", mark($start->{start},
			$start->{end}), quiet($start, 'when', $when)]
		    if $n == 1;
	}
	my $length = child($meeting, 'duration');
	push @made, ['clock/session-sum', $sample, "$_ in total",
		set_attribute($length, 'value', $_)] for
	    $length && attribute($length, 'total') ? qw(PT3H PT45M) : ();
	push @made, ['clock/zone-missing', $sample, 'no zone',
		mark($_->{start}, $_->{end}), [$_->{attributes}{zone}{start},
			$_->{attributes}{zone}{end} -
			$_->{attributes}{zone}{start}, '']]
	    for grep { $_->{parent} == $meeting &&
		attribute($_, 'when') !~ /\+09:00$/ }
	    attributed($sample, 'start', 'zone');
	my ($start) = grep { $_->{parent} == $meeting &&
		attribute($_, 'zone') } named($sample, 'start');
	push @made, ['clock/offset', $sample, 'an offset of another zone',
		set_attribute($start, 'when', attribute($start, 'when') =~
			s/[-+]\d\d:00$/+05:30/r)] if $start && !@sessions &&
	    !child($meeting, 'end') && !attributed($sample, 'release', 'notBefore');
	return @made;
}

# --- numbers -----------------------------------------------------------------

my %other_word = (two => 'three', three => 'four', four => 'five',
	five => 'six', six => 'seven', nine => 'ten', sixteen => 'sixty');

sub change_amounts {
	my ($sample) = @_;
	my @made;
	for my $quantity (attributed($sample, 'quantity', 'value')) {
		next if $quantity->{close} == $quantity->{end};
		my $words = content($sample, $quantity);
		my ($first) = $words =~ /(\d+|\b(?:two|three|four|five|six|nine|
			sixteen|trois)\b)/x or next;
		my $value = attribute($quantity, 'value');
		push @made, ['item/amount', $sample, "$words is ten times more",
			set_content($quantity, $words =~ s/\Q$first\E/«$first»/r),
			quiet($quantity, 'value', "${value}0")];
		my $other = $first =~ /\d/ ? $first + 1 : $other_word{$first};
		next unless $other;
		push @made, ['item/amount', $sample, "$other for $first",
			set_content($quantity, $words =~ s/\Q$first\E/«$other»/r)];
	}
	for my $money (attributed($sample, 'money', 'amount')) {
		my $amount = attribute($money, 'amount');
		my %unit = (EUR => 'euros', USD => 'dollars');
		next if language($sample) ne 'en';
		my $unit = $unit{attribute($money, 'currency')};
		my $typed = $amount >= 1e6 ? $amount / 1e7 . ' million' :
		    $amount =~ s/0(\d{3})$/1,$1/r;
		my $open = $money->{open_end} - 2;
		push @made, ['item/amount', $sample, "$typed for $amount",
			[$open, 2, ">«$typed» $unit</money>"]];
	}
	return @made;
}

# --- acts and speakers -------------------------------------------------------

my @acts = qw(condemn thank welcome support invite hope request explain);

sub change_acts {
	my ($sample) = @_;
	my @made;
	my $turn = length $sample->{path};
	for my $statement (statements($sample)) {
		my $act = attribute($statement, 'act');
		next if attribute($statement, 'quoted') ||
		    $act eq 'ceremonial' || $act eq 'document';
		my $other = $acts[$turn++ % @acts];
		$other = $acts[$turn++ % @acts] while $other eq $act;
		push @made, ['statement/act', $sample, "$other for $act",
			set_attribute($statement, 'act', $other)];
	}
	return @made;
}

sub change_speakers {
	my ($sample) = @_;
	my @made;
	my @parties = map { attribute($_, 'id') } named($sample, 'party');
	my %party = map { attribute($_, 'id') => attribute($_->{parent}, 'id') }
	    principals($sample);
	for my $statement (statements($sample)) {
		my $speaker = attribute($statement, 'speaker');
		my ($first) = @{$statement->{children}};
		my $what = "by another than $speaker";
		if ($first && $first->{name} eq 'person' &&
		    $first->{start} == $statement->{open_end} &&
		    attribute($first, 'ref') eq $speaker) {
			my ($other) = grep { $party{$_} ne ($party{$speaker} // '') }
			    sort keys %party;
			push @made, ['statement/speaker-named', $sample, $what,
				set_attribute($statement, 'speaker', $other)];
		}
		push @made, ['statement/joint', $sample, "by one side alone",
			set_attribute($statement, 'speaker', $speaker =~ s/ .*//r)]
		    if $speaker =~ / / && attribute($statement, 'act') =~
		    /^(?:agree|shareView|exchangeViews)$/;
	}
	return @made;
}

sub change_replies {
	my ($sample) = @_;
	my @made;
	my @all = statements($sample);
	for my $statement (grep { attribute($_, 'inReplyTo') } @all) {
		my $speaker = attribute($statement, 'speaker');
		my ($own) = grep { attribute($_, 'speaker') eq $speaker &&
			$_ != $statement && !attribute($_, 'id') &&
			!attribute($_, 'inReplyTo') } @all;
		push @made, ['statement/reply', $sample, "$speaker answers itself",
			put($own->{name_at} + 9, ' id="own"'),
			set_attribute($statement, 'inReplyTo', 'own')] if $own;
		my $at = $statement->{name_at} + 9;
		push @made, ['statement/reply', $sample, 'an answer to nobody else',
			put($at, ' id="self"'),
			set_attribute($statement, 'inReplyTo', 'self')]
		    unless attribute($statement, 'id');
	}
	push @made, ['statement/quoted', $sample, 'marks and the fact',
		set_content($_, '«“' . content($sample, $_) . '”»')]
	    for grep { (attribute($_, 'quoted') // '') eq 'direct' } @all;
	return @made;
}

# --- editions ----------------------------------------------------------------

sub change_edition {
	my ($sample) = @_;
	my ($translation) = named($sample, 'translation');
	my @made;
	push @made, ['edition/translation-mark', $sample, 'from its own language',
		set_attribute($translation, 'of', language($sample))] if $translation;
	push @made, ['edition/translation-mark', $sample, 'into its own language',
		set_attribute($_, 'xml:lang', language($sample))]
	    for grep { attribute($_, 'rel') eq 'translation' }
	    named($sample, 'related');
	my ($issued) = named($sample, 'issued');
	my $day = attribute($issued, 'date');
	my ($issuer) = named($sample, 'issuer');
	my $before = $translation // (named($sample, 'release'))[0];
	push @made, ['edition/first-changed', $sample, 'a first version changed',
		put($before->{start}, "<updated when=\"«$day»\" kind=\"correction\">" .
			"A name was misspelt.</updated>\n    ")]
	    if !$issuer && attribute($sample->{elements}[0], 'version') eq '1';
	push @made, ['edition/update-order', $sample, 'changed before the issue',
		set_attribute($_, 'when', shift_day(attribute($_, 'when') =~
			s/T.*//r, -3))] for named($sample, 'updated');
	return @made;
}

sub make {
	my (@samples) = @_;
	my @made;
	for my $sample (@samples) {
		push @made, map { $_->($sample) } \&change_dates,
		    \&change_times, \&change_issue, \&change_sessions,
		    \&change_amounts, \&change_acts, \&change_speakers,
		    \&change_replies, \&change_edition;
	}
	return @made;
}

1;
