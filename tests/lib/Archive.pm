# SPDX-License-Identifier: MIT
# A made folder of summaries: the ministers of invented states meet twice a day,
# each state in its turn, count their meetings and speak of the one before.
package Archive;
use strict;
use warnings;
use Exporter 'import';
use POSIX 'strftime';
our @EXPORT = qw(make_archive write_meeting);

my @STATES = (
	['XA', 'Asteria', 'Porto Claro', 'Rafe', 'Quintano', 'he', 'Lina', 'Moraes'],
	['XB', 'Brennmark', 'Halvik', 'Solveig', 'Stavik', 'she', 'Nils', 'Halgrim'],
	['XL', 'Lumera', 'Mirza', 'Talat', 'Nasrin', 'he', 'Rashida', 'Wadi'],
	['XM', 'Miravelle', 'Saint-Aurele', 'Odile', 'Carrance', 'she', 'Bastien', 'Delbarre'],
	['XV', 'Vardania', 'Ardzun', 'Levan', 'Meretz', 'he', 'Nana', 'Orbelani'],
);

# "2000-01-01" and so many days.
sub get_day {
	my ($days) = @_;
	return strftime('%Y-%m-%d', gmtime 946_684_800 + 86_400 * $days);
}

sub name_file {
	my ($number) = @_;
	return sprintf 'a%05d', $number;
}

# The facts of meeting `number`; `$counts` holds the last number of each row.
sub make_meeting {
	my ($number, $counts) = @_;
	my $before = $number - @STATES;
	my %m = (file => name_file($number), id => "s$number", number => $number,
		day => get_day(int $number / 2), hour => $number % 2 ? '14' : '09',
		state => $number % @STATES, ordinal => ++$counts->[$number % @STATES],
		office => 'Minister of Foreign Affairs');
	@m{qw(code land city given family pronoun guest_given guest_family)} =
	    @{$STATES[$m{state}]};
	$m{host} = $m{code};
	@m{qw(earlier link)} = (get_day(int $before / 2),
		$number % 2 ? name_file($before) . '.html' : '') if $before >= 0;
	return \%m;
}

# What both sides said: words that no other meeting has.
sub write_body {
	my ($m) = @_;
	my $link = $m->{link} ? qq( href="$m->{link}") : '';
	my $ref = defined $m->{earlier} ? 'welcomed the results of the <ref kind="meeting" ' .
	    qq(date="$m->{earlier}"$link>Orisia-$m->{land} talks</ref>) :
	    'welcomed that talks have begun';
	return qq(<item><statement speaker="xo other" act="welcome">The two Ministers $ref.</statement>
      <statement speaker="xo other" act="agree">They agreed that the experts of both countries would look
        into plan number $m->{number} for the lighthouses between the islands, and that everybody who
        sails there would be told of it in good time, by radio and in the books of the pilots.</statement></item>);
}

sub write_ordinal {
	my ($m) = @_;
	return $m->{ordinal} ? qq(<ordinal number="$m->{ordinal}" of="series"/>) : '';
}

sub write_guest {
	my ($m) = @_;
	return '' unless $m->{guest_given};
	return qq(<attendee id="guest"><courtesy>Dr.</courtesy><name><given>$m->{guest_given}</given>) .
	    "<family>$m->{guest_family}</family></name><office>Director of the Pilots</office></attendee>";
}

sub write_meeting {
	my ($folder, $m) = @_;
	my $body = $m->{body} // write_body($m);
	my ($ordinal, $guest) = (write_ordinal($m), write_guest($m));
	open my $out, '>', "$folder/$m->{file}.xml" or die "$m->{file}: $!\n";
	print $out <<"END";
<?xml version="1.0" encoding="UTF-8"?>
<meetingSummary xmlns="urn:diplodoc:meeting-summary:1" xml:lang="en" id="$m->{id}" version="1" status="final">
  <head><issued date="$m->{day}"/></head>
  <meeting kind="foreignMinisters" level="ministers" format="inPerson">
    $ordinal<start when="$m->{day}T$m->{hour}:00:00+00:00" zone="UTC"/>
    <place country="$m->{host}"><city>$m->{city}</city></place>
    <party id="xo" country="XO" role="own"><principal id="orell"><courtesy>Ms.</courtesy>
      <name><given>Maris</given><family>Orell</family></name><pronoun>she</pronoun>
      <office>Minister for Foreign Affairs</office></principal></party>
    <party id="other" country="$m->{code}" role="counterpart"><principal id="minister"><courtesy>H.E.</courtesy>
      <name><given>$m->{given}</given><family>$m->{family}</family></name><pronoun>$m->{pronoun}</pronoun>
      <office>$m->{office}</office></principal>$guest</party>
  </meeting>
  <body>
    $body
  </body>
</meetingSummary>
END
	close $out or die "$m->{file}: $!\n";
}

# The day behind a day.
sub get_next_day {
	my ($day) = @_;
	my ($y, $m, $d) = split /-/, $day;
	return strftime('%Y-%m-%d', 0, 0, 12, $d + 1, $m - 1, $y - 1900);
}

# A second document about a meeting, with its own words.
sub retell {
	my ($m) = @_;
	my %other = (%$m, file => "b$m->{number}", id => "b$m->{number}");
	$other{body} = write_body(\%other) =~ s/plan number/plan, again number/r;
	return \%other;
}

# A second one with the same words, as another one.
sub repeat {
	my ($m) = @_;
	return {%$m, file => "b$m->{number}", id => "b$m->{number}", body => write_body($m)};
}

# What can go wrong: the id, and what becomes of a meeting. Each returns the
# documents beside it; the last one has the finding.
my @FAULTS = (
	['name/other-document', sub { $_[0]{guest_given} =~ s/^(..)/$1-/; () }],
	['name/other-office', sub { $_[0]{office} = 'Minister of Trade'; () }],
	['name/other-holder', sub { @{$_[0]}{qw(given family)} = ('Ada', 'Fremd'); () }],
	['series/number', sub { $_[0]{ordinal} += 3; () }],
	['link/earlier-meeting', sub { $_[0]{earlier} = get_next_day($_[0]{earlier}); () }],
	['link/other-day', sub { $_[0]{earlier} = get_next_day($_[0]{earlier}); () }],
	['place/other-document', sub {
		my $other = retell($_[0]);
		$other->{city} = 'Tarsk';
		return $other;
	}],
	['party/other-document', sub {
		my $m = retell($_[0]);
		my $state = $STATES[($m->{state} + 1) % @STATES];
		@$m{qw(code given family pronoun)} = @{$state}[0, 3 .. 5];
		($m->{ordinal}, $m->{guest_given}) = (0, '');
		$m->{body} =~ s/<statement.*?<.statement>//s;
		return $m;
	}],
	['clock/other-document', sub {
		my $m = repeat($_[0]);
		($m->{day}, $m->{ordinal}) = (get_next_day($m->{day}), 0);
		return $m;
	}],
	['edition/duplicate', sub { repeat($_[0]) }],
	['series/gap', sub { () }],
);

# Which meetings go wrong, by number: [id, change]. Meetings in turn have all
# kinds; only those with a link have a wrong one.
sub plant_faults {
	my ($count, $faults) = @_;
	my %planted;
	for my $i (0 .. $faults - 1) {
		my $fault = $FAULTS[$i % @FAULTS];
		my $number = 20 + int(($count - 60) / $faults * $i);
		$number++ if $fault->[0] =~ /^link/ &&
		    $number % 2 != ($fault->[0] eq 'link/other-day');
		$planted{$number} = $fault;
	}
	return %planted;
}

# Writes `count` documents with `faults` wrong ones among them. Returns what is to
# be found: "FILE ID" in order.
sub make_archive {
	my ($folder, $count, $faults) = @_;
	my %planted = plant_faults($count, $faults);
	my (@counts, @found);
	my $beside = grep { $planted{$_}[0] =~ m{^(?:place|party|clock|edition)/} } keys %planted;
	for my $number (0 .. $count - 1 - $beside) {
		my $fault = $planted{$number};
		$counts[$number % @STATES]++ if $fault && $fault->[0] eq 'series/gap';
		my $m = make_meeting($number, \@counts);
		my @all = ($m, $fault ? $fault->[1]->($m) : ());
		write_meeting($folder, $_) for @all;
		push @found, "$folder/$all[-1]{file}.xml $fault->[0]" if $fault;
	}
	return sort @found;
}

1;
