# SPDX-License-Identifier: MIT
# What the vocabulary demands, told a second time and by hand, so that the
# mutations do not believe the schema. A path is element/attribute or
# parent/child; a row that no sample can show is passed over.
package Facts;
use strict;
use warnings;
use utf8;

our @required_attributes = qw(
    meetingSummary/xml:lang meetingSummary/id issued/date updated/kind
    updated/when translation/of translation/standing release/state
    meeting/kind meeting/level meeting/format ordinal/number ordinal/of
    start/when end/when duration/value place/country occasion/relation
    session/kind party/role principal/id attendee/id original/xml:lang
    statement/speaker statement/act ref/kind person/ref term/ref date/when
    time/when money/currency money/amount quantity/value quantity/unit
    outcome/kind entry/id reference/id reference/kind attachment/href
    attachment/mediaType related/rel related/href source/href importer/name
    importer/version foreign/xml:lang);

# Every child that is named behind the parent is taken away.
our @required_children = qw(
    meetingSummary/head meetingSummary/meeting meetingSummary/body head/issued
    meeting/party party/principal photo/caption body/item|paragraph|topic
    topic/item|paragraph item/statement|narrative|note|item
    paragraph/statement|narrative|note outcome/title glossary/entry
    entry/expansion);

# parent/first/second, as they must stand.
our @ordered_children = qw(
    meetingSummary/head/meeting meetingSummary/meeting/body
    meetingSummary/photo/body meetingSummary/lead/body
    meetingSummary/body/outcome meetingSummary/body/related
    meetingSummary/outcome/glossary meetingSummary/glossary/reference
    meetingSummary/reference/attachment meetingSummary/reference/related
    meetingSummary/attachment/related head/series/issued head/title/issued
    head/issued/issuer head/issuer/release head/release/keyword
    meeting/ordinal/start meeting/start/duration meeting/duration/place
    meeting/place/occasion meeting/occasion/session meeting/occasion/party
    meeting/session/party session/start/duration place/city/venue
    party/longName/shortName party/shortName/principal
    party/principal/attendee principal/name/pronoun principal/name/office
    attendee/style/courtesy attendee/courtesy/name attendee/pronoun/office
    name/given/family photo/caption/alt photo/alt/credit
    item/heading/statement item/heading/item topic/heading/item
    outcome/title/description entry/short/expansion);

our @wrong_values = (
	[['elsewhere', 'Other', 'x'], qw(
	    meetingSummary/status updated/kind translation/standing
	    release/state meeting/kind meeting/level meeting/format
	    meeting/interpretation meeting/initiative meeting/received
	    ordinal/of start/hedge start/precision start/partOfDay start/show
	    end/hedge duration/hedge occasion/relation session/kind
	    session/interpretation party/role principal/attendance
	    attendee/attendance name/order original/dir foreign/dir
	    statement/act statement/quoted ref/kind party/form money/hedge
	    quantity/hedge outcome/kind reference/kind related/rel
	    source/format)],
	[['13 July 2023', '2023/07/13', '2023-02-30', '20230713', 'today',
		'7/13/2023', '2023-7-3', '2023年7月13日', '2023-07-13Z'],
	    qw(issued/date translation/date office/from office/to photo/date
	    ref/date date/when outcome/date reference/date source/retrieved)],
	[['2023-07-13T10:00:00', '2023-07-13T10:00+07:00', '10 a.m.',
		'2023-07-13T25:00:00+07:00', '2023-07-13T10:00:00+15:00',
		'2023-07-13 10:00:00+07:00', '13 July 2023, 10:00'],
	    qw(start/when end/when release/notBefore time/when start/when
	    end/when updated/when start/when)],
	[['45 minutes', 'PT', '1:30', 'P1D', 'PT45', 'PT0M', 'pt45m'],
	    ('duration/value') x 7],
	[['UK', 'EU', 'Japan', 'jp', 'J', 'ZZ', 'ROK'],
	    ('party/country', 'place/country') x 4],
	[['JST', 'asia/tokyo', '+09:00', 'Tokyo'], ('start/zone') x 4],
	[['English', 'en_us', 'JA', '日本語'], qw(meetingSummary/xml:lang
	    translation/of original/xml:lang foreign/xml:lang title/xml:lang
	    attachment/xml:lang related/xml:lang)],
	[['Euro', 'usd', '$'], ('money/currency') x 3],
	[['1,200', 'many', '-1', '1e6'], qw(money/amount quantity/value
	    money/amount quantity/value)],
	[['0', 'third', '1.5', '-1', '3rd'], qw(ordinal/number photo/width
	    photo/height meetingSummary/version ordinal/number)],
	[['yes', 'TRUE', '2'], qw(duration/total party/others office/acting
	    entry/slogan)],
	[['javascript:alert(1)', 'two words.html', 'file:///etc/passwd',
		'data:text/html,x'], qw(photo/src ref/href outcome/href
	    reference/href attachment/href related/href source/href)],
	[['pdf', 'Application/PDF'], ('attachment/mediaType') x 2],
	[['a b', '1st', 'x/y'], qw(series/ref issuer/ref principal/official
	    attendee/official party/organisation term/ref occasion/ref
	    entry/id reference/id statement/inReplyTo person/ref ref/target)],
);

our @never_empty = qw(
    meetingSummary/id meeting/kind issued/date issued/city start/when
    start/zone duration/value party/country party/role statement/act
    statement/speaker statement/inReplyTo statement/manner ref/number
    quantity/unit attachment/href related/rel series/ref photo/width);

# A reference, a value that it may not have, and how it is told;
# {party} is the id of a party of that sample.
our @references = (
	['statement/speaker', 'nobody', 'schema/unknown-id'],
	['statement/inReplyTo', 'nothing', 'schema/unknown-id'],
	['statement/speaker', 'somebody', 'schema/unknown-id'],
	['person/ref', 'nobody', 'schema/unknown-id'],
	['ref/target', 'nowhere', 'schema/unknown-id'],
	['occasion/party', 'nobody', 'schema/unknown-id'],
	['place/remoteFor', 'nobody', 'schema/unknown-id'],
	['outcome/by', 'nobody', 'schema/unknown-id'],
	['quote/speaker', 'nobody', 'schema/unknown-id'],
	['person/ref', '{party}', 'schema/wrong-target'],
	['statement/inReplyTo', '{party}', 'schema/wrong-target'],
	['ref/target', '{party}', 'schema/wrong-target'],
	['quote/speaker', '{party}', 'schema/wrong-target'],
);

# Valid by the schema, and still not so: zones, offsets and the house file.
our @contradictions = (
	['start/zone', 'Asia/Nowhere', 'clock/unknown-zone'],
	['start/zone', 'America/Atlantis', 'clock/unknown-zone'],
	['start/when', '2023-07-13T10:00:00-03:00', 'clock/offset'],
	['start/when', '2024-01-13T10:00:00+04:30', 'clock/offset'],
	['principal/official', 'nobody', 'house/unknown-official'],
	['attendee/official', 'nobody', 'house/unknown-official'],
	['party/organisation', 'nowhere', 'house/unknown-organisation'],
	['series/ref', 'nothing', 'house/unknown-series'],
	['term/ref', 'nothing', 'term/unknown'],
);

our @texts = qw(city venue office heading alt credit reference attachment
    related expansion keyword family);
our @wrong_texts = (
	['phone', '03-5501-8000'], ['email', 'press at example.org'],
	['pronoun', 'it'],
);

our @element_only = qw(meetingSummary head meeting place session party
    principal attendee name photo body topic item paragraph outcome glossary
    entry provenance contact issuer);
our @empty = qw(issued translation release start end duration ordinal
    source importer);
our @single = qw(head/issued head/series head/release meeting/start
    meeting/duration meeting/end meeting/place place/city place/venue
    session/start principal/name attendee/name name/family item/heading
    topic/heading photo/caption photo/alt outcome/title outcome/description
    entry/short entry/expansion meetingSummary/lead);

# What stands there, how many characters into it the fault is, and its id.
our @broken_texts = (
	['R & D', 2, 'xml/bare-ampersand'],
	['&nbsp;', 0, 'xml/undeclared-entity'],
	['a < b', 2, 'xml/bare-less-than'],
	['&#2;', 0, 'input/bad-character'],
);

1;
