/* SPDX-License-Identifier: MIT */
/* How a person is written in Japanese. An office is the anchor: the name stands
 * in front of it, with the state between or before, or behind it. */
#include <string.h>
#include "import/japanese.h"
#include "import/person.h"

#define ONE                                                                    \
	"(?:" DD_FIELD_JAPANESE "(?:" DD_FIELD_JAPANESE                        \
	"|及び|・(?=" DD_FIELD_JAPANESE "))*)?" DD_POST_JAPANESE

enum { KANA = 0xE3 }; /* their first byte in UTF-8 */

/* A meeting of ministers and the residence of one are no people. */
static const char OFFICE[] =
    "(?:駐[ァ-ヺー一-鿿]{1,12}?(?:・[ァ-ヺー一-鿿]{1,12}?)?・?)"
    "?" ONE "(?:(?:兼|・)" ONE ")*(?!会合|会談|会議|会|級|間|戦略|協議|対話|"
    "電話|テレビ|ワーキング|立ち話|昼食|夕食|朝食|同士|レベル|公邸|府|室|選|"
    "館|主催|等|団|補佐)";
static const char NAME_BEFORE[] =
    "(?:(?<katakana>[ァ-ヺ][ァ-ヺー＝=・]*[ァ-ヺー])"
    "|(?<han>[一-鿿々]{1,6}|[一-鿿々]{1,3} [一-鿿々]{1,3}))"
    "(?:（[^（）]{1,60}）)?$";
static const char NAME_BEHIND[] =
    "^ ?(?:[ァ-ヺ][ァ-ヺー＝=・]*[ァ-ヺー]"
    "|[一-鿿々]{2,4}(?=閣下|氏|（|は|と|、|に))";
static const char DOT[] = "・";

/* --- the parts of a mention ---------------------------------------------- */

static void
add_office(
    struct dd_lead *lead, struct dd_found_person *person, struct dd_extent at)
{
	struct dd_found_office *office =
				   dd_arena_alloc(lead->arena, sizeof *office),
			       **end = &person->offices;

	*office =
	    (struct dd_found_office){.title = dd_lead_copy(lead, at), .at = at};
	while (*end)
		end = &(*end)->next;
	*end = office;
}

/* "副首相兼外務大臣" are two. */
static void
add_offices(
    struct dd_lead *lead, struct dd_found_person *person, struct dd_extent at)
{
	static const char joins[] = DD_POST_JAPANESE "\\K・|兼";
	struct dd_extent join;

	while (
	    dd_find(lead->finder, joins, lead->text, at.to, at.from, &join)) {
		add_office(
		    lead, person, (struct dd_extent){at.from, join.from});
		at.from = join.to;
	}
	add_office(lead, person, at);
}

static bool
ends_with(const struct dd_lead *lead, size_t from, size_t end, const char *word)
{
	size_t len = strlen(word);

	return end >= from + len &&
	    memcmp(lead->text + end - len, word, len) == 0;
}

static void
set_party(struct dd_lead *lead, struct dd_mention *mention,
    const struct dd_party_name *party, struct dd_extent at)
{
	mention->party = party;
	mention->party_words = dd_lead_copy(lead, at);
	if (at.from < mention->at.from)
		mention->at.from = at.from;
}

/* "カルデラ諸島連邦外務大臣": the name of the state reaches into what may be a
 * part of the office. */
static void
cut_office(struct dd_lead *lead, size_t from, struct dd_extent *office)
{
	static const char federal[] = "連邦";
	size_t end = office->from + strlen(federal), state;

	if (strncmp(lead->text + office->from, federal, strlen(federal)) == 0 &&
	    dd_names_party_before(lead->names, lead->text, from, end, &state) &&
	    state < office->from)
		office->from = end;
}

/* "ラフェ・クインタノ豪州外務大臣", "林芳正豪州外務大臣": a name in katakana ends
 * where other letters begin; in Chinese characters it is one of two to four in
 * front of the state, from the mark of a clause on. */
static bool
is_joined(struct dd_lead *lead, size_t from, size_t state)
{
	static const char name[] =
	    "(?:[ァ-ヺー]|(?<=[、（ぁ-ん])[一-鿿々]{2,4})$";
	struct dd_extent match;

	return (unsigned char)lead->text[state] > KANA &&
	    dd_find(lead->finder, name, lead->text, state, from, &match);
}

/* "アステリア共和国" right in front of the office; the end of what may be a name
 * before it. */
static size_t
read_state(struct dd_lead *lead, size_t from, struct dd_mention *mention,
    bool *ret_joined)
{
	static const char bracket[] = "（[A-Z]{2,8}）$";
	size_t end = mention->at.from, state;
	const struct dd_party_name *party;
	struct dd_extent match;

	if (dd_find(lead->finder, bracket, lead->text, end, from, &match))
		end = match.from;
	party =
	    dd_names_party_before(lead->names, lead->text, from, end, &state);
	*ret_joined = true;
	if (!party)
		return ends_with(lead, from, end, " ") ? end - 1
		    : ends_with(lead, from, end, DOT)  ? end - strlen(DOT)
						       : end;
	set_party(lead, mention, party, (struct dd_extent){state, end});
	if (ends_with(lead, from, state, DOT))
		return state - strlen(DOT);
	if (ends_with(lead, from, state, " "))
		return state - 1;
	*ret_joined =
	    ends_with(lead, from, state, "）") || is_joined(lead, from, state);
	return state;
}

/* "駐オリシア・アステリア大使": the state behind the one where the office is. */
static const struct dd_party_name *
read_sender(
    struct dd_lead *lead, struct dd_extent office, struct dd_extent *state)
{
	size_t at = state->to;

	if (strncmp(lead->text + at, DOT, strlen(DOT)) == 0)
		at += strlen(DOT);
	state->from = at;
	return dd_names_party_at(
	    lead->names, lead->text, office.to, at, &state->to);
}

/* "駐日アステリア共和国大使": the state in an office. "駐アステリア大使" is not of
 * Asteria. */
static void
read_posted(
    struct dd_lead *lead, struct dd_extent office, struct dd_mention *mention)
{
	static const char at_home[] = "^駐日";
	static const char abroad[] = "^駐";
	struct dd_extent match, words;
	const struct dd_party_name *party;

	if (mention->party ||
	    !dd_find(lead->finder, abroad, lead->text + office.from,
		office.to - office.from, 0, &match))
		return;
	mention->abroad = !dd_find(lead->finder, at_home,
	    lead->text + office.from, office.to - office.from, 0, &match);
	words.from = office.from + match.to;
	party = dd_names_party_at(
	    lead->names, lead->text, office.to, words.from, &words.to);
	if (party && mention->abroad)
		party = read_sender(lead, office, &words);
	if (party)
		set_party(lead, mention, party, words);
}

/* "アステリアの" in front of the name. */
static void
read_owner(struct dd_lead *lead, size_t from, struct dd_mention *mention)
{
	size_t end = mention->person.name.from, state;
	const struct dd_party_name *party;

	if (mention->party || !ends_with(lead, from, end, "の"))
		return;
	end -= strlen("の");
	party =
	    dd_names_party_before(lead->names, lead->text, from, end, &state);
	if (party)
		set_party(lead, mention, party, (struct dd_extent){state, end});
}

/* "両大臣" and "第３回外相" name nobody. */
static bool
is_no_name(struct dd_lead *lead, struct dd_extent name)
{
	static const char words[] = "両同各副現前元新二三四回首我貴";
	static const char longer[] =
	    "^(?:次期|各国|同国|両国|先方|我が方|現職|新任|前任|歴代|関係|"
	    "[本昨当翌同前]日|午前|午後|今回|冒頭|在京|一部|多く)$";
	struct dd_extent match;

	return (name.to - name.from == 3 &&
		   memmem(words, sizeof words - 1, lead->text + name.from, 3) !=
		       NULL) ||
	    dd_find(lead->finder, longer, lead->text + name.from,
		name.to - name.from, 0, &match);
}

/* The name that ends at `end`; a state in front of it is none of it. */
static bool
read_name_before(
    struct dd_lead *lead, size_t from, size_t end, struct dd_mention *mention)
{
	struct dd_extent match, name;
	const struct dd_party_name *party;
	size_t state;

	if (!dd_find(lead->finder, NAME_BEFORE, lead->text, end, from, &match))
		return false;
	if (!dd_find_group(lead->finder, NAME_BEFORE, "katakana", &name))
		dd_find_group(lead->finder, NAME_BEFORE, "han", &name);
	if (is_no_name(lead, name))
		return false;
	party = dd_names_party_at(
	    lead->names, lead->text, name.to, name.from, &state);
	if (party && !mention->party) {
		set_party(
		    lead, mention, party, (struct dd_extent){name.from, state});
		name.from = state;
		if (memcmp(lead->text + state, DOT, strlen(DOT)) == 0)
			name.from += strlen(DOT);
		if (name.from >= name.to)
			return false;
	}
	mention->person.name = name;
	/* The reading in brackets has no place: the paragraph is kept. */
	if (name.to == match.to && name.from < mention->at.from)
		mention->at.from = name.from;
	read_owner(lead, from, mention);
	return true;
}

static bool
read_name_behind(struct dd_lead *lead, size_t to, struct dd_mention *mention)
{
	struct dd_extent match;
	size_t at = mention->at.to;

	if (!dd_find(
		lead->finder, NAME_BEHIND, lead->text + at, to - at, 0, &match))
		return false;
	match.from += at + (lead->text[at] == ' ');
	match.to += at;
	mention->person.name = match;
	mention->at.to = match.to;
	return true;
}

static void
read_style(struct dd_lead *lead, size_t to, struct dd_mention *mention)
{
	static const char style[] = "^(?:閣下|殿下|陛下)";
	struct dd_extent match;
	size_t at = mention->at.to;

	if (!dd_find(lead->finder, style, lead->text + at, to - at, 0, &match))
		return;
	match.from += at;
	match.to += at;
	mention->person.style = dd_lead_copy(lead, match);
	mention->at.to = match.to;
}

bool
dd_person_next_japanese(struct dd_lead *lead, size_t from, size_t to,
    struct dd_mention *ret_mention)
{
	struct dd_extent office;

	for (size_t at = from;
	     dd_find(lead->finder, OFFICE, lead->text, to, at, &office);
	     at = office.to) {
		bool joined, named;
		size_t end;

		cut_office(lead, from, &office);
		*ret_mention = (struct dd_mention){.at = office};
		end = read_state(lead, from, ret_mention, &joined);
		read_posted(lead, office, ret_mention);
		named = (joined &&
			    read_name_before(lead, from, end, ret_mention)) ||
		    (ret_mention->party &&
			read_name_behind(lead, to, ret_mention));
		if (!named && !ret_mention->party)
			continue;
		add_offices(lead, &ret_mention->person, office);
		read_style(lead, to, ret_mention);
		ret_mention->person.at = ret_mention->at;
		return true;
	}
	return false;
}
