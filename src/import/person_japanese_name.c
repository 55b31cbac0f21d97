/* SPDX-License-Identifier: MIT */
/* Given or family in Japanese, and who is an official of the house. */
#include <string.h>
#include "base/ascii.h"
#include "import/japanese.h"
#include "import/person.h"
#include "model/house.h"
#include "xml/node.h"

static const char DOT[] = "・";

/* --- given and family ---------------------------------------------------- */

/* "モントレル大統領" in the rest of the text. */
static bool
refer(struct dd_lead *lead, struct dd_found_person *person, const char *word,
    const char *body)
{
	const char *pattern = dd_arena_printf(lead->arena,
	    "(?<![一-鿿ァ-ヺー・])\\Q%s\\E(?:" DD_FIELD_JAPANESE
	    ")*(?:" DD_POST_JAPANESE "|総理|氏)",
	    word);
	struct dd_extent match;

	if (!dd_find(lead->finder, pattern, body, strlen(body), 0, &match))
		return false;
	person->reference = dd_arena_ndup(
	    lead->arena, body + match.from, match.to - match.from);
	return true;
}

static void
set_names(struct dd_lead *lead, struct dd_found_person *person,
    struct dd_extent given, struct dd_extent family, const char *order,
    enum dd_confidence confidence)
{
	person->given = dd_lead_copy(lead, given);
	person->family = dd_lead_copy(lead, family);
	person->order = order;
	person->order_confidence = confidence;
}

/* "ラフェ・クインタノ": the last part, unless the text goes on with the first. */
static void
split_katakana(
    struct dd_lead *lead, struct dd_found_person *person, const char *body)
{
	struct dd_extent name = person->name, dot, last = {name.from, name.to};
	struct dd_extent first = name;

	for (size_t at = name.from;
	     dd_find(lead->finder, DOT, lead->text, name.to, at, &dot);
	     at = dot.to) {
		if (first.to == name.to)
			first.to = dot.from;
		last.from = dot.to;
	}
	if (last.from == name.from) {
		person->family = dd_lead_copy(lead, name);
		person->order_confidence = DD_LIKELY;
		refer(lead, person, person->family, body);
		return;
	}
	if (refer(lead, person, dd_lead_copy(lead, last), body)) {
		set_names(lead, person,
		    (struct dd_extent){name.from, last.from - strlen(DOT)},
		    last, "givenFirst", DD_CERTAIN);
	} else if (refer(lead, person, dd_lead_copy(lead, first), body)) {
		set_names(lead, person,
		    (struct dd_extent){first.to + strlen(DOT), name.to}, first,
		    "familyFirst", DD_LIKELY);
	} else {
		set_names(lead, person,
		    (struct dd_extent){name.from, last.from - strlen(DOT)},
		    last, "givenFirst", DD_LIKELY);
	}
}

/* Most family names of these have one character. */
static bool
has_short_family(const struct dd_mention *mention)
{
	const char *country = mention->party ? mention->party->country : NULL;

	return country && dd_ascii_lists(" CN KP KR TW VN ", country);
}

/* "林芳正": the beginning by which the text goes on. */
static void
split_han(struct dd_lead *lead, struct dd_mention *mention, const char *body)
{
	struct dd_found_person *person = &mention->person;
	struct dd_extent name = person->name;
	const char *space =
	    memchr(lead->text + name.from, ' ', name.to - name.from);

	/* The longest such: "部" of 磯部大臣 could be of the office too. */
	for (size_t at = name.to - 1; at > name.from; at--) {
		struct dd_extent family = {name.from, at};
		size_t given = at;

		if ((lead->text[at] & 0xC0) == 0x80 ||
		    (space && lead->text + at != space))
			continue;
		if (!refer(lead, person, dd_lead_copy(lead, family), body) &&
		    !space)
			continue;
		given += space ? 1 : 0;
		set_names(lead, person, (struct dd_extent){given, name.to},
		    family, "familyFirst", DD_CERTAIN);
		return;
	}
	if (has_short_family(mention) && name.to - name.from <= 9) {
		set_names(lead, person,
		    (struct dd_extent){name.from + 3, name.to},
		    (struct dd_extent){name.from, name.from + 3}, "familyFirst",
		    DD_LIKELY);
		return;
	}
	person->given = dd_lead_copy(lead, name);
	person->order_confidence = DD_GUESS;
	dd_lead_ask(
	    lead, name, "which part of it is the family name is not said");
}

/* "芳正・林" and "林芳正" as one word. */
static const char *
squeeze(struct dd_lead *lead, const char *text)
{
	char *copy = dd_arena_dup(lead->arena, text), *to = copy;

	for (const char *at = copy; *at;) {
		size_t skip = strncmp(at, DOT, strlen(DOT)) == 0 ? strlen(DOT)
		    : *at == ' '				 ? 1
								 : 0;

		at += skip;
		if (skip == 0)
			*to++ = *at++;
	}
	*to = '\0';
	return copy;
}

static const char *
get_part(struct dd_lead *lead, const xmlNode *name, const char *part)
{
	const char *text = dd_node_child_text(name, part, lead->arena);

	return text ? text : "";
}

/* How much of a name of the house the words are: all, the family name, none. */
enum part { NONE, FAMILY, ALL };

static enum part
compare_name(struct dd_lead *lead, const xmlNode *name, const char *words)
{
	const char *given = get_part(lead, name, "given");
	const char *other = get_part(lead, name, "other");
	const char *family = get_part(lead, name, "family");
	const char *const forms[] = {
	    dd_arena_printf(lead->arena, "%s%s%s", given, other, family),
	    dd_arena_printf(lead->arena, "%s%s", given, family),
	    dd_arena_printf(lead->arena, "%s%s", family, given)};

	for (size_t i = 0; *given && i < sizeof forms / sizeof *forms; i++)
		if (strcmp(squeeze(lead, forms[i]), words) == 0)
			return ALL;
	return *family && strcmp(squeeze(lead, family), words) == 0 ? FAMILY
								    : NONE;
}

/* The official of the house with that name, and with that party where one is
 * named. */
static const xmlNode *
find_official(
    struct dd_lead *lead, const struct dd_mention *mention, enum part wanted)
{
	const char *words =
	    squeeze(lead, dd_lead_copy(lead, mention->person.name));
	const struct dd_table *all = &lead->house->officials;

	for (size_t i = 0; i < all->count; i++) {
		const xmlNode *official = all->entries[i].value;
		const xmlNode *name =
		    dd_house_in_language(official, "name", lead->lang);
		const char *party = dd_node_value(official, "party");
		const struct dd_party_name *said = mention->party;

		if (!name || compare_name(lead, name, words) != wanted)
			continue;
		if (!said || !party ||
		    (said->country && strcmp(said->country, party) == 0) ||
		    (said->organisation &&
			strcmp(said->organisation, party) == 0))
			return official;
	}
	return NULL;
}

void
dd_person_know_japanese(struct dd_lead *lead, struct dd_mention *mention)
{
	const xmlNode *official = find_official(lead, mention, ALL);

	if (!official)
		official = find_official(lead, mention, FAMILY);
	if (official)
		dd_person_take_official(lead, mention,
		    dd_house_in_language(official, "name", lead->lang));
}

void
dd_person_order_japanese(
    struct dd_lead *lead, struct dd_mention *mention, const char *body)
{
	struct dd_found_person *person = &mention->person;

	if (person->name.to == person->name.from)
		dd_lead_ask(
		    lead, mention->at, "the text does not name this person");
	else if (person->official)
		refer(lead, person,
		    person->family ? person->family : person->given, body);
	else if ((unsigned char)lead->text[person->name.from] == 0xE3)
		split_katakana(lead, person, body);
	else
		split_han(lead, mention, body);
}
