/* SPDX-License-Identifier: MIT */
/* Who else was there: "(from the Orisian side, …, and others)". */
#include <string.h>
#include "base/ascii.h"
#include "import/body.h"
#include "import/lead.h"
#include "model/house.h"
#include "xml/node.h"

static const char SIDE[] =
    "\\b(?:on|[Ff]rom) the (?<side>[\\p{L}’' -]{2,40}?) side\\b[,:]?";

/* The name by which texts speak of a party: "Orisia". */
static const char *
get_short_name(const struct dd_lead *lead, const struct dd_found_party *party)
{
	const struct dd_table *list = party->country
	    ? &lead->house->countries
	    : &lead->house->organisations;
	const xmlNode *entry = dd_table_find(
	    list, party->country ? party->country : party->organisation);
	const xmlNode *name =
	    entry ? dd_house_in_language(entry, "name", lead->lang) : NULL;
	const char *value = dd_node_value(name, "short");

	return value ? value : party->name ? party->name : "";
}

/* "Asterian" of Asteria: all of the name but two letters, and four at least. */
static bool
is_adjective(const char *word, const char *name)
{
	size_t same = 0, len = strlen(name);

	while (word[same] && word[same] == name[same])
		same++;
	return same >= 4 && same + 2 >= len;
}

const struct dd_found_party *
dd_lead_party_of(const struct dd_lead *lead, const char *text, size_t len)
{
	struct dd_tokens words = dd_tokens_read(lead->arena, text, len);
	size_t count;

	for (size_t i = 0; i < words.count; i++) {
		const struct dd_party_name *name =
		    dd_names_party(lead->names, &words, i, &count);

		if (!name)
			name = dd_names_people(lead->names, &words, i, &count);
		for (const struct dd_found_party *p = lead->parties; p;
		     p = p->next) {
			struct dd_tokens own =
			    dd_tokens_of(lead->arena, get_short_name(lead, p));

			if (name && name->country && p->country &&
			    strcmp(name->country, p->country) == 0)
				return p;
			if (name && name->organisation && p->organisation &&
			    strcmp(name->organisation, p->organisation) == 0)
				return p;
			if (!name && words.at[i].capital && own.count > 0 &&
			    is_adjective(words.at[i].folded, own.at[0].folded))
				return p;
		}
	}
	return NULL;
}

static bool
is_mark(const struct dd_lead *lead, size_t at, const char *mark)
{
	return strncmp(lead->text + at, mark, strlen(mark)) == 0;
}

/* In a bracket, or in a later sentence about those who attended. */
bool
dd_lead_is_attending(struct dd_lead *lead, struct dd_extent at)
{
	size_t from = 0, end, depth = 0;
	struct dd_extent match;

	while ((end = dd_sentence_end(lead->text, lead->len, from)) <= at.from)
		from = end;
	for (size_t i = from; i < at.from; i++)
		if (is_mark(lead, i, "(") || is_mark(lead, i, "（"))
			depth++;
		else if (depth > 0 &&
		    (is_mark(lead, i, ")") || is_mark(lead, i, "）")))
			depth--;
	if (depth > 0)
		return true;
	return from > lead->verb.to && lead->verb.to > 0 &&
	    dd_find(lead->finder, lead->reader->attended, lead->text, end, from,
		&match);
}

const struct dd_party_name *
dd_lead_find_side(struct dd_lead *lead, struct dd_extent at)
{
	const struct dd_found_party *party = NULL;
	struct dd_party_name *name;
	struct dd_extent match, side;

	for (size_t from = 0;
	     dd_find(lead->finder, SIDE, lead->text, at.from, from, &match);
	     from = match.to) {
		dd_find_group(lead->finder, SIDE, "side", &side);
		party = dd_lead_party_of(
		    lead, lead->text + side.from, side.to - side.from);
	}
	if (!party)
		return NULL;
	name = dd_arena_alloc(lead->arena, sizeof *name);
	*name = (struct dd_party_name){
	    .country = party->country,
	    .organisation = party->organisation,
	    .of_house = party->of_house,
	};
	return name;
}

/* The last state or people that bytes of the lead name. */
static const struct dd_party_name *
find_side_name(struct dd_lead *lead, struct dd_extent at)
{
	struct dd_tokens words =
	    dd_tokens_read(lead->arena, lead->text + at.from, at.to - at.from);
	const struct dd_party_name *name = NULL;
	size_t count;

	for (size_t i = 0; i < words.count; i++) {
		const struct dd_party_name *found =
		    dd_names_people(lead->names, &words, i, &count);

		if (!found)
			found = dd_names_party(lead->names, &words, i, &count);
		name = found ? found : name;
	}
	return name;
}

const struct dd_party_name *
dd_lead_find_led(struct dd_lead *lead, struct dd_extent at)
{
	static const char before[] =
	    "\\b(?:(?<side>\\p{Lu}[\\p{L}’' -]{1,40}?)[ -](?:side|delegation)"
	    "(?: (?:was|were))? (?:led|headed|represented) by"
	    "|\\bdelegation (?:of|from) (?:the )?(?<of>\\p{Lu}[\\p{L} "
	    "-]{2,60}?),? "
	    "(?:led|headed) by"
	    "|[Oo]n the (?<by>[\\p{L}’' -]{2,40}?) side,? by) (?:the )?$";
	static const char behind[] =
	    "^,? (?:led|headed|represented) the (?<side>[\\p{L}’' -]{2,40}?) "
	    "(?:side|delegation)\\b";
	enum { FAR = 96 }; /* bytes */
	size_t from = at.from > FAR ? at.from - FAR : 0;
	struct dd_extent match, side;

	while (from > 0 && (lead->text[from] & 0xC0) == 0x80)
		from--;
	if (dd_find(lead->finder, before, lead->text, at.from, from, &match) &&
	    (dd_find_group(lead->finder, before, "side", &side) ||
		dd_find_group(lead->finder, before, "of", &side) ||
		dd_find_group(lead->finder, before, "by", &side)))
		return find_side_name(lead, side);
	if (!dd_find(lead->finder, behind, lead->text + at.to,
		lead->len - at.to, 0, &match) ||
	    !dd_find_group(lead->finder, behind, "side", &side))
		return NULL;
	return find_side_name(
	    lead, (struct dd_extent){at.to + side.from, at.to + side.to});
}

/* "…, and others": of the side that was named last. */
static void
read_others(struct dd_lead *lead, size_t from)
{
	static const char others[] = ",? (?:and|among) others\\b";
	struct dd_extent match, side;
	size_t end;

	dd_find_group(lead->finder, SIDE, "side", &side);
	end = dd_find(lead->finder, SIDE, lead->text, lead->len, from, &match)
	    ? match.from
	    : lead->len;
	if (!dd_find(lead->finder, others, lead->text, end, from, &match))
		return;
	for (struct dd_found_party *p = lead->parties; p; p = p->next)
		if (p ==
		    dd_lead_party_of(
			lead, lead->text + side.from, side.to - side.from)) {
			p->others = true;
			dd_lead_use(lead, match.from, match.to);
		}
}

/* A meeting has two sides: "hosted a dinner for ambassadors" names one. */
void
dd_lead_ask_sides(struct dd_lead *lead)
{
	size_t sides = 0;

	for (const struct dd_found_party *p = lead->parties; p; p = p->next)
		sides += !p->host;
	if (sides == 1)
		dd_lead_ask(lead, (struct dd_extent){0, lead->len},
		    "it is not clear who the other side was");
}

void
dd_lead_read_sides(struct dd_lead *lead)
{
	static const char attended[] =
	    "(?i)\\b(?:also )?(?:attended|participated|took part|were "
	    "present)(?: (?:in )?the (?:meeting|talks?|lunch|dinner))?\\b";
	struct dd_extent match;
	size_t from = 0;

	while (
	    dd_find(lead->finder, SIDE, lead->text, lead->len, from, &match)) {
		dd_lead_use(lead, match.from, match.to);
		from = match.to;
		read_others(lead, from);
	}
	if (from > 0 &&
	    dd_find(
		lead->finder, attended, lead->text, lead->len, from, &match))
		dd_lead_use(lead, match.from, match.to);
}
