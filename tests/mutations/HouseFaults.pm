# SPDX-License-Identifier: MIT
# What breaks each rule of samples/house/rules.sch: its id, the element (the
# first one in the samples: `name` or `parent/name`, with `@attribute` or
# `@attribute=value` where it must have that; `words:` in front are of the name
# of the sample), and what is done to it:
#
#   set NAME VALUE     gives an attribute its value, also where it had none
#   unset NAME         takes an attribute away
#   text VALUE         puts it in the place of all that is in the element
#   begin VALUE        puts it in front of what is in the element
#   add VALUE          puts it at the end of what is in the element
#   behind VALUE       puts it behind the element
#   drop               takes the element away
#   first, last        puts the element before or behind its parent's others
package HouseFaults;
use strict;
use warnings;
use utf8;

my $end_of_embargo = 'release@notBefore';

our @faults = (
	['our-languages', 'meetingSummary', set => 'xml:lang', 'pt'],
	['document-name', 'meetingSummary', set => 'id', 'd2023-07-13-jp-kr-ja'],
	['document-name', 'meetingSummary', set => 'id', 's2023-07-13-jp-kr-JA'],
	['document-name', 'meetingSummary', set => 'xml:lang', 'ko'],
	['filed', 'head/series', 'drop'],
	['quoted-without-contact', 'head/contact', 'drop'],
	['title-long', 'head/title', add => ' and' x 12],
	['title-capitals', 'head/title', text => 'MEETING in Kanaura'],
	['number-form', 'documentNumber', text => '2024/211'],
	['number-year', 'documentNumber', text => 'Release 2023/211'],
	['issued-sunday', 'issued', set => 'date', '2023-07-16'],
	['issued-late', 'issued', set => 'date', '2023-07-17'],
	['updated-late', 'updated', set => 'when', '2026-06-13'],
	['update-says-what', 'updated', text => 'Corrected.'],
	['issuer-named', 'issuer@ref', unset => 'ref'],
	['contact-reachable', 'contact', text => '<name>Desk</name>'],
	['phone-digits', 'contact/phone', text => '+81 10'],
	['own-address', 'contact/email', text => 'press@other.example'],
	['original-linked', 'telephone-ko:related', set => 'rel', 'sibling'],
	['original-linked', 'translation@standing=unofficial',
		set => 'standing', 'official'],
	['embargo-mark', $end_of_embargo, unset => 'classification'],
	['embargo-night', $end_of_embargo,
		set => 'notBefore', '2024-11-08T23:00:00+09:00'],
	['embargo-night', $end_of_embargo,
		set => 'notBefore', '2024-11-09T05:59:00+09:00'],
	['embargo-clock', $end_of_embargo,
		set => 'notBefore', '2024-11-08T18:00:00+08:00'],
	['keyword-twice', 'keyword', behind => '<keyword> 韓国 </keyword>'],
	['one-home', 'party@role=counterpart', set => 'role', 'own'],
	['too-few', 'meeting', set => 'kind', 'multilateral'],
	['not-four', 'principal@id=dm', 'drop'],
	['our-country', 'party@country=XO', set => 'country', 'XA'],
	['alone-at-table', 'meeting@format=video', set => 'format', 'dinner'],
	['host-last', 'party@role=host', 'first'],
	['not-heard', 'party@id=kr', set => 'id', 'rok'],
	['not-heard', 'trilateral:party@id=xo', set => 'id', 'orisia'],
	['office-given', 'principal/office', 'drop'],
	['one-seat', 'attendee@official=quintano-rafe',
		set => 'official', 'orell-maris'],
	['first-absent', 'principal@id=ardley', 'last'],
	['two-titles', 'attendee/academic',
		begin => 'x</academic><courtesy>Ms.</courtesy><academic>'],
	['digits-in-name', 'name/family', text => 'Telles2'],
	['initial', 'name/given', text => 'V.'],
	['not-original', 'original', text => 'Suhail bin Talat Al Durri'],
	['odd-minute', 'session/start',
		set => 'when', '2024-03-05T17:31:00+09:00'],
	['small-hours', 'meeting/start',
		set => 'when', '2023-07-13T05:55:00+07:00'],
	['long', 'meeting/duration', set => 'value', 'PT10H1M'],
	['session-titled', 'session/title', 'drop'],
	['our-zone', 'start@zone=Asia/Tokyo', set => 'zone', 'Asia/Seoul'],
	['city-spelling', 'session/place', begin => '<city>MADINAT al-Bahr</city>'],
	['city-spelling', 'session/place', begin =>
		"<city>S\x{e9}lmer</city><city>SE\x{301}LMER</city>"],
	['venue-is-city', 'venue', text => ' Kanaura'],
	['most-items', 'body', add =>
		'<item><narrative>The talk was long.</narrative></item>' x 20],
	['opening-first', 'topic@id=region',
		begin => '<heading>Opening remarks</heading>'],
	['next-steps-last', 'topic/heading', text => 'Next steps'],
	['manner-of-act', 'statement@manner', set => 'act', 'thank'],
	['quote-long', 'quote', add => ' and so on' x 9],
	['not-foreign', 'foreign', set => 'xml:lang', 'ko'],
	['our-currencies', 'money', set => 'currency', 'GBP'],
	['percent-sign', 'quantity', set => 'unit', '%'],
	['latin', 'narrative', add => ', e.g. at sea'],
	['latin', 'narrative', begin => 'Ropes, buoys etc. '],
	['long-text', 'statement', add => ' and so on' x 250],
	['long-text', 'narrative', add => ' and so on' x 120],
	['long-text', 'note', add => ' and so on' x 80],
	['long-text', 'caption', add => ' and so on' x 50],
	['photo-credit', 'caption', text => 'Handshake'],
	['photo-small', 'photo', set => 'width', '799'],
	['caption-stop', 'caption', add => '. The two sides smiled.'],
	['alt-photo', 'alt', begin => 'A photo of '],
	['signed-by', 'outcome@kind=signed', unset => 'by'],
	['agreement-dated', 'reference@kind=agreement', unset => 'date'],
	['archive-form', 'attachment', set => 'mediaType', 'text/html'],
	['attachment-language', 'attachment', unset => 'xml:lang'],
	['statement-issued', 'outcome@kind=issued', unset => 'href'],
	['short-capitals', 'entry/short', text => 'Man'],
	['source-dated', 'source', unset => 'retrieved'],
	['to-do', 'body', begin => '<!-- To do: ask the desk -->'],
	['to-do', 'statement', add => '<!-- tbc -->'],
);

1;
