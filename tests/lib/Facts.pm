# SPDX-License-Identifier: MIT
# The facts of an imported summary as lines "field: value", from its JSON and the
# report of the import.
package Facts;
use strict;
use warnings;
use Exporter 'import';
our @EXPORT = qw(list_facts flatten @FIELDS);

our @FIELDS = qw(title series number issued issuer contact translation kind level format received
    initiative interpretation ordinal start zone home end duration place occasion session
    principal attendee others reference caption lead outcome heading statement narrative note ref named related dropped term question);

sub join_words { join ' ', grep { defined && length } @_ }

# The words of mixed text, with those of inner elements as they were written.
sub flatten {
	my ($content) = @_;
	return $content unless ref $content;
	return join '', map { ref ? $_->{text} // flatten($_->{content} // []) : $_ } @$content;
}

sub describe_person {
	my ($party, $person) = @_;
	my $name = $person->{name};
	return join ' | ', join_words($party->{id}, $person->{id}, $party->{role} eq 'host' ? 'host' : '',
	    $person->{attendance}),
	    $person->{official} ? "official $person->{official}" :
	    (join_words(@$person{qw(style courtesy rank academic)}) || '-',
		join_words($name->{given}, $name->{other}) . ' / ' . ($name->{family} // '-') .
		    ($name->{order} ? " $name->{order}" : '') .
		    ($person->{postNominal} ? " $person->{postNominal}" : ''),
		join('; ', map { ref ? $_->{text} . ($_->{acting} ? ' acting' : '') : $_ } @{$person->{office} // []}) || '-');
}

sub describe_length {
	my ($length) = @_;
	return join_words(@{$length // {}}{qw(value hedge)}, $length->{total} ? 'total' : '');
}

sub list_said {
	my ($facts, $label, $parts) = @_;
	for my $part (@{$parts // []}) {
		my $type = $part->{type} // 'item';
		my $own = $part->{computed}{label} // '';
		my $name = $type eq 'item' || $type eq 'topic' ? $own || $label || $type : $label || $type;
		push @{$facts->{heading}}, "$name $part->{heading}" if defined $part->{heading};
		my $words = flatten($part->{content} // []);
		push @{$facts->{statement}}, join_words("$label", join(' ', @{$part->{speaker}}), $part->{act},
		    $part->{manner}, $part->{inReplyTo} ? '<-' : '') . ': ' . (substr($words, 0, 40) =~ s{\s+$}{}r)
		    if $type eq 'statement';
		push @{$facts->{$type}}, join_words($label, substr($words, 0, 60) =~ s{\s+$}{}r)
		    if $type eq 'narrative' || $type eq 'note';
		list_said($facts, $name, $part->{sentence});
		list_said($facts, $name, $part->{item});
		list_said($facts, $name, $part->{paragraph});
		list_said($facts, $name, $part->{content}) if $type eq 'topic';
	}
}

# All references inside of texts.
sub list_refs {
	return map {
		my $part = $_;
		ref $part eq 'ARRAY' ? list_refs(@$part) : ref $part ne 'HASH' ? () :
		    ($part->{type} // '') eq 'ref' ? $part :
		    list_refs(@$part{qw(sentence item paragraph content)});
	} @_;
}

# {field => [values]}
sub list_facts {
	my ($json, $report) = @_;
	my ($head, $meeting) = @$json{qw(head meeting)};
	my %facts = map { $_ => [] } @FIELDS;
	my $put = sub { my ($field, $value) = @_; push @{$facts{$field}}, $value =~ s{\s+$}{}r if defined $value && $value =~ /\S/ };
	$put->('title', $head->{title});
	$put->('series', $head->{series}{ref} ? "ref $head->{series}{ref}" : $head->{series}{text});
	$put->('number', $head->{documentNumber});
	$put->('issued', join_words(@{$head->{issued}}{qw(date city)}));
	$put->('issuer', join ' | ', map { $_ // '-' } @{$head->{issuer}}{qw(office spokesperson)}) if $head->{issuer};
	$put->('contact', join ' | ', map { $_ // '-' } @$_{qw(name phone email)}) for @{$head->{contact} // []};
	$put->('translation', join_words(@{$head->{translation} // {}}{qw(of standing)}));
	$put->($_, $meeting->{$_}) for qw(kind level format received initiative interpretation);
	$put->('ordinal', "$_->{number} $_->{of}") for @{$meeting->{ordinal} // []};
	$put->('start', join_words(@{$meeting->{start} // {}}{qw(when hedge precision)}));
	$put->('zone', $meeting->{start}{zone});
	my $event = $json->{computed}{event};
	$put->('home', $event->{homeStart}) if ($event->{homeStart} // '') ne ($event->{start} // '');
	$put->('end', join_words(@{$meeting->{end} // {}}{qw(when hedge)}));
	$put->('duration', describe_length($meeting->{duration}));
	my $place = $meeting->{place};
	$put->('place', join ' | ', map { $_ // '-' } @$place{qw(country city venue)}) if $place;
	$put->('occasion', join ' | ', $_->{relation}, join(' ', @{$_->{party} // []}) || '-', flatten($_->{content}))
	    for @{$meeting->{occasion} // []};
	$put->('session', join_words($_->{kind}, $_->{start}{when}, describe_length($_->{duration})))
	    for @{$meeting->{session} // []};
	$put->('others', join ' ', map { $_->{others} ? $_->{id} : () } @{$meeting->{party}});
	for my $party (@{$meeting->{party}}) {
		$put->('reference', join ' | ', $_->{id}, join_words($_->{shortForm}, $_->{pronoun}) || ())
		    for grep { $_->{shortForm} || $_->{pronoun} } @{$party->{principal} // []}, @{$party->{attendee} // []};
		$put->('principal', describe_person($party, $_)) for @{$party->{principal} // []};
		$put->('attendee', describe_person($party, $_)) for @{$party->{attendee} // []};
	}
	$put->('caption', join ' | ', flatten($_->{caption}), $_->{credit} // ()) for @{$json->{photo} // []};
	$put->('lead', flatten($json->{lead})) if $json->{lead};
	$put->('outcome', join ' | ', $_->{kind}, join_words(@{$_->{by} // []}) || 'all', $_->{date} // '-',
	    $_->{title}{text}) for @{$json->{outcome} // []};
	list_said(\%facts, '', $json->{body});
	$put->('ref', join ' | ', (map { $_ // '-' } @$_{qw(kind date number target)}), flatten($_->{content} // []))
	    for list_refs($json->{lead}, $json->{body});
	$put->('named', join ' | ', (map { $_ // '-' } @$_{qw(id kind date text)})) for @{$json->{reference} // []};
	$put->('term', "$_->{short} = $_->{expansion}") for @{$json->{glossary} // []};
	$put->('related', join ' | ', @$_{qw(rel href lang text)}) for @{$json->{related} // []};
	$put->('dropped', $_->{text}) for grep { $_->{reason} =~ /another language/ } @{$report->{drops}};
	$put->('question', $_->{text} eq '' ? $_->{reason} : "$_->{reason}: $_->{text}") for @{$report->{questions}};
	return \%facts;
}

1;
