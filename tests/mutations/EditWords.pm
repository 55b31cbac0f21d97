# SPDX-License-Identifier: MIT
# Faults of words and signs: what hands and pasted text leave in sentences,
# headings, captions and links.
package EditWords;
use strict;
use warnings;
use utf8;
use Edits;

# --- signs in sentences ------------------------------------------------------

# Id, what was done, languages, what is found in a text between tags, and what
# stands there afterwards; $1 is the first group of what was found.
my @signs = (
	['text/double-space', 'two spaces', 'en fr ko', qr/(?<=[\w,]) (?=\w)/,
		sub { '«  »' }],
	['text/repeated-word', 'a word twice', 'en', qr/ (the|of|to|and|in) /,
		sub { " $1 «$1» " }],
	['text/repeated-word', 'a word twice', 'fr', qr/ (la|les|des|de) /,
		sub { " $1 «$1» " }],
	['text/space-before', 'a space and a comma', 'en fr', qr/(?<=\w), /,
		sub { '« », ' }],
	['text/space-after-stop', 'a comma without a space', 'en fr',
		qr/(?<=[a-z]), (?=[a-z])/, sub { '«,»' }],
	['text/full-width', 'a full-width comma', 'en fr', qr/(?<=\w), /,
		sub { '«，» ' }],
	['text/full-width', 'a full-width space', 'en fr', qr/(?<=\w) (?=\w)/,
		sub { '«　»' }],
	['text/invisible', 'a zero-width space', 'en fr ko ja',
		qr/(?<=\w) (?=\w)|(?<=は)、/, sub { "$&«\x{200B}»" }],
	['text/invisible', 'a soft hyphen', 'en fr', qr/(?<=\w{3})(?=\w{3})/,
		sub { "«\x{AD}»" }],
	['text/bidi', 'a mark of direction', 'en fr ja ko', qr/(?<=\w)(?=\w)/,
		sub { "«\x{200F}»" }],
	['text/no-break-space', 'two spaces, one no-break', 'en fr ko',
		qr/(?<=\w) (?=\w)/, sub { " «\x{A0}»" }],
	['text/mixed-script', 'a Cyrillic letter', 'en fr',
		qr/\b([a-z]+)o([a-z]+)\b/, sub { "«$1\x{43E}$2»" }],
	['text/dash', 'a hyphen for a dash', 'en fr', qr/(?<=[a-z]{3}), (?=\w)/,
		sub { ' «-» ' }],
	['text/dash', 'two hyphens for a dash', 'en', qr/(?<=[a-z]{3}), (?=\w)/,
		sub { '«--»' }],
	['text/mojibake', 'a wrong encoding', 'en fr', qr/(?<=\w) (?=\w)/,
		sub { ' «â€”» ' }],
	['text/bracket', 'a bracket that opens', 'en fr ko', qr/(?<=\w) (?=\w)/,
		sub { ' «(»' }],
	['text/bracket', 'a bracket that closes', 'en fr ko', qr/(?<=\w) (?=\w)/,
		sub { '«)» ' }],
	['text/bracket', 'a Japanese bracket that opens', 'ja', qr/(?<=は、)/,
		sub { '«（»' }],
	['text/quote-pair', 'a quotation that opens', 'en', qr/(?<=\w) (?=\w)/,
		sub { ' «“»' }],
	['text/quote-pair', 'a quotation that ends', 'en', qr/(?<=\w) (?=\w)/,
		sub { '«”» ' }],
	['text/quotes', 'marks that do not match', 'en', qr/(?<=\w) (\w+) (?=\w)/,
		sub { " «“$1\"» " }],
	['text/doubled-apostrophe', 'apostrophes for marks', 'en',
		qr/(?<=\w) (\w+) (?=\w)/, sub { " «''$1''» " }],
	['text/apostrophe', 'a straight apostrophe', 'fr', qr/(?<=\w)’(?=\w)/,
		sub { "«'»" }],
	['text/normal-form', 'an accent by itself', 'fr', qr/é/,
		sub { "«e\x{301}»" }],
	['text/chrome', 'words of a link', 'en', qr/(?<=[a-z])\.$/,
		sub { ' («Open a New Window»).' }],
	['text/spelling', 'two letters swapped', 'en fr',
		qr/\b([a-z]{2})([a-z])(?!\2)([a-z])([a-z]{4,})\b/,
		sub { "«$1$3$2$4»" }],
	['term/undefined', 'an abbreviation', 'en', qr/(?<=[a-z]) (?=[a-z])/,
		sub { ' «XQZ» ' }],
	['term/forbidden', 'an abbreviation in small letters', 'en',
		qr/(?<=\w) and (?=\w)/, sub { ' and «Asean», ' }],
	['clock/relative-day', 'a weekday', 'en', qr/(?<=[a-z])\.$/,
		sub { ' on «Tuesday».' }],
	['clock/relative-day', 'yesterday', 'en', qr/(?<=[a-z])\.$/,
		sub { ' «yesterday».' }],
	['text/full-stop', 'no full stop', 'en fr ko ja', qr/(\w)[.。]$/,
		sub { "«$1»" }],
);

# The first place that fits in the longest text of a statement.
sub change_sign {
	my ($sample, $statement, $row) = @_;
	my ($id, $what, undef, $found, $new) = @$row;
	my ($run) = sort { length $b->[1] <=> length $a->[1] }
	    own_runs($sample, $statement);
	# One of the places, another one in each statement.
	my ($at, $text) = @$run;
	my @places;
	push @places, [$-[0], $+[0], $new->()] while $text =~ /$found/g;
	my $place = $places[$statement->{start} % (@places || 1)] or return;
	my ($from, $to, $words) = @$place;
	return [$id, $sample, $what, [$at + $from, $to - $from, $words]];
}

sub change_signs {
	my (@samples) = @_;
	my @made;
	for my $row (@signs) {
		my %spoken = map { $_ => 1 } split / /, $row->[2];
		my @places = map { my $sample = $_;
			map { [$sample, $_] } grep { !attribute($_, 'quoted') }
			    statements($sample) }
		    grep { $spoken{language($_)} } @samples;
		my @found = grep { $_ } map { change_sign(@$_, $row) } @places;
		push @made, spread(9, @found);
	}
	return @made;
}

# The same sentence again; those with inner elements are left to other faults.
sub repeat_sentences {
	my (@samples) = @_;
	my @made;
	for my $sample (@samples) {
		my ($statement) = grep { !@{$_->{children}} &&
			content($sample, $_) !~ /^(?:\w+ ){0,6}\w+\.$/ &&
			!attribute($_, 'quoted') } statements($sample) or next;
		my $words = content($sample, $statement);
		my $space = language($sample) eq 'ja' ? '' : ' ';
		push @made, ['text/repeated-paragraph', $sample, 'a sentence twice',
			put($statement->{close}, "$space«$words»")];
	}
	return @made;
}

# --- headings and items ------------------------------------------------------

sub change_items {
	my ($sample) = @_;
	my @made;
	for my $heading (named($sample, 'heading')) {
		push @made, ['item/heading-stop', $sample, 'a stop in a heading',
			put($heading->{close}, '«.»')];
		push @made, ['item/typed-number', $sample, 'a numbered heading',
			put($heading->{open_end}, '«1.» ')];
	}
	for my $first (grep { $_->{name} eq 'item' && child($_, 'heading') }
	    @{$sample->{elements}}) {
		my @beside = grep { child($_, 'heading') }
		    @{$first->{parent}{children}};
		push @made, ['item/headings', $sample, 'one heading fewer',
			mark($first->{name_at}, $first->{name_at} + 4),
			remove(child($first, 'heading'))] if @beside > 2;
	}
	my %number = (en => '(1)', fr => '1.', ja => '１', ko => '가.');
	my %space = (ja => '　');
	my @first = grep { $_->{parent}{name} eq 'item' &&
		!attribute($_, 'quoted') && $_->{parent}{children}[0] == $_ }
	    statements($sample);
	push @made, ['item/typed-number', $sample, 'a numbered sentence',
		put($_->{open_end}, "«$number{language($sample)}»" .
			($space{language($sample)} // ' '))] for spread(3, @first);
	push @made, ['item/empty', $sample, 'a sentence without words',
		set_content($_, '«<person ref="' . attribute($_, 'speaker') .
			'"/>.»')]
	    for spread(1, grep { !attribute($_, 'quoted') &&
		attribute($_, 'speaker') !~ / / && !@{$_->{children}} &&
		!attribute($_, 'id') } statements($sample));
	return @made;
}

# --- photos ------------------------------------------------------------------

my %counter = (en => '(Photo 1)', ja => '（写真１）');
my %credit = (en => 'Photo by the Press Office', ja => '写真提供：報道官室');
my %other_day = (en => ' on «March 1, 2019»', ja => '（«2019年3月1日»）');

sub change_photos {
	my ($sample) = @_;
	my @made;
	my $language = language($sample);
	my ($issued) = named($sample, 'issued');
	my @photos = named($sample, 'photo');
	for my $photo (@photos) {
		my ($caption, $alt) = map { child($photo, $_) } qw(caption alt);
		push @made, ['photo/caption', $sample, 'a counter alone',
			set_content($caption, "«$counter{$language}»")];
		push @made, ['photo/caption', $sample, 'a credit alone',
			set_content($caption, "«$credit{$language}»")];
		push @made, ['photo/alt-is-caption', $sample, 'the caption again',
			set_content($alt, '«' . content($sample, $caption) . '»')];
		push @made, ['photo/alt-missing', $sample, 'no alternative text',
			mark($photo->{name_at}, $photo->{name_at} + 5), remove($alt)];
		push @made, ['photo/file', $sample, 'another file', set_attribute(
			$photo, 'src', attribute($photo, 'src') =~ s/\./s./r)];
		push @made, ['photo/file', $sample, 'another size',
			set_attribute($photo, 'height', '600')];
		my $late = attribute($issued, 'date') =~ s/^(\d+)/$1 + 1/er;
		push @made, ['photo/date', $sample, 'a picture of the next year',
			attribute($photo, 'date') ? set_attribute($photo, 'date',
				$late) : put($photo->{open_end} - 1,
				" date=\"«$late»\"")];
		push @made, ['photo/date', $sample, 'a caption of another year',
			put($caption->{close}, $other_day{$language})];
	}
	push @made, ['photo/caption-twice', $sample, 'the caption of the first',
		set_content(child($photos[1], 'caption'),
			'«' . content($sample, child($photos[0], 'caption')) . '»')]
	    if @photos > 1;
	return @made;
}

# --- links -------------------------------------------------------------------

sub change_links {
	my ($sample) = @_;
	my @made;
	for my $link (map { named($sample, $_) } qw(attachment related reference
		ref)) {
		my $href = attribute($link, 'href') or next;
		if ($href !~ /^http/) {
			push @made, ['link/target', $sample, 'another page',
				set_attribute($link, 'href',
					$href =~ s/^20(\d\d)/19$1/r)];
		} else {
			push @made, ['link/scheme', $sample, 'not https',
				[$link->{attributes}{href}{value_at}, 6, '«http:»']];
		}
		push @made, ['link/media-type', $sample, 'another type',
			set_attribute($link, 'mediaType', 'image/png')]
		    if attribute($link, 'mediaType');
		next if $link->{name} eq 'reference' || @{$link->{children}};
		push @made, ['link/text', $sample, 'an address for a title',
			set_content($link, "«$href»")] if $href =~ /^http/;
		push @made, ['link/text', $sample, 'here for a title',
			set_content($link, '«here»')] if language($sample) eq 'en';
	}
	return @made;
}

# --- terms -------------------------------------------------------------------

sub change_terms {
	my ($sample) = @_;
	my @made;
	my %seen;
	for my $term (named($sample, 'term')) {
		my $ref = attribute($term, 'ref');
		my ($entry) = grep { (attribute($_, 'id') // '') eq $ref }
		    named($sample, 'entry');
		next if $seen{$ref}++ || !$entry;
		my ($short, $long) = map { child($entry, $_) }
		    qw(short expansion);
		push @made, ['term/unused', $sample, "an entry beside $ref", put(
			$entry->{end}, '<entry id="«lamp»"><expansion>Lamp Watch' .
			'</expansion></entry>')];
		next unless $short;
		my ($letters, $words) = map { content($sample, $_) } $short, $long;
		push @made, ['term/expanded-twice', $sample, "$ref is explained twice",
			put($term->{end}, " («$letters»)")];
		my ($start) = statements($sample);
		push @made, ['term/used-before', $sample, "$ref before its words",
			put($start->{close} - 1, " for the «$letters»")]
		    if $start->{end} < $term->{start};
		my $other = lcfirst $words;
		next if $other eq $words;
		push @made, ['term/case', $sample, "$ref in small letters",
			put($term->{end}, ", the «$other»,")];
	}
	my ($first) = statements($sample);
	push @made, map { ['term/used-before', $sample, "$_ before its words",
		put($first->{close} - 1, " for the «$_»")] }
	    map { uc attribute($_, 'ref') } grep { language($sample) eq 'en' &&
		attribute($_, 'ref') =~ /^(?:alps|iaea|icbm)$/ }
	    named($sample, 'term');
	my ($last) = reverse statements($sample);
	push @made, ['term/validity', $sample, 'a term of a later year',
		put($last->{close} - 1, ' and <term ref="«safe-harbours»"/>')]
	    if $sample->{path} =~ /2023/ && language($sample) eq 'en';
	push @made, ['release/unresolved', $sample, 'not said why',
		[$_->{attributes}{reason}{start}, $_->{attributes}{reason}{end} -
			$_->{attributes}{reason}{start}, ''],
		mark($_->{open_end}, $_->{close})] for named($sample, 'unresolved');
	return @made;
}

sub make {
	my (@samples) = @_;
	return (change_signs(@samples), repeat_sentences(@samples), map { my $sample = $_;
		map { $_->($sample) } \&change_items, \&change_photos,
		    \&change_links, \&change_terms } @samples);
}

1;
