/* SPDX-License-Identifier: MIT */
/* Why and where: what a side was there for, the country, the city, the house. */
#include <string.h>
#include "import/lead.h"

/* The words of an event run up to the end of the clause. */
#define EVENT "(?<event>(?:the |The )?[\\p{Lu}\\d“\"][^,.;()]*?)"
#define STOP                                                                   \
	"(?=\\s*(?:[,.;(]|$|\\bwhich\\b|\\bheld\\b|\\bhad\\b|\\bmet\\b|"       \
	"\\bfrom\\b"                                                           \
	"|\\bon \\p{Lu}\\p{Ll}+ \\d|\\bcommencing\\b|\\bfor "                  \
	"(?:about|approx)))"
#define WHERE "(?<place>(?:the )?\\p{Lu}[\\p{L}.’' -]*?)"

static const struct {
	const char *relation, *pattern;
} rows[] = {
    {"attending",
	"\\b(?:during|on) (?:his|her|their) (?:official |working )?visit "
	"to " WHERE
	" (?:for|to attend|to participate in|to take part in) " EVENT STOP},
    {"attending",
	"\\b(?:who (?:is|was|were|are) )?(?:visiting|in) " WHERE
	" (?:for|to attend|to participate in|to take part in) " EVENT STOP},
    {"attending",
	"\\b(?:while|who (?:is|was|were|are)|where [^,.]{0,40} (?:is|was)) "
	"(?:attending|participating in|taking part in) " EVENT STOP},
    {"margins",
	"\\b(?:on|at|in) the (?:margins?|sidelines?|occasion) of " EVENT STOP},
    {"invitation",
	"\\b(?:at|upon|on) the invitation of (?<event>[^,.;()]+?)" STOP},
    {"visiting",
	"\\b(?:during|on) (?:his|her|their) (?:official |working |state )?"
	"(?:visit|stay|trip) (?:to|in) " WHERE STOP},
    {"visiting",
	"\\bwho (?:is|was|were|are) (?:currently )?(?:visiting|on "
	"(?:an?|his|her)"
	"(?: official| working)? visit to|paying (?:an?|his|her)(?: official)? "
	"visit to) " WHERE STOP},
    {"visiting", "\\bvisiting " WHERE STOP},
};

/* The country and the city that a place names. */
static void
set_place(struct dd_lead *lead, struct dd_extent at, const char *rule)
{
	const char *text = lead->text + at.from;
	size_t len = at.to - at.from, count;
	const struct dd_party_name *party =
	    dd_names_party_in(lead->names, text, len);
	struct dd_tokens tokens = dd_tokens_read(lead->arena, text, len);
	const struct dd_city *city = NULL;

	for (size_t i = 0; i < tokens.count && !city; i++)
		city = dd_names_city(lead->names, &tokens, i, &count);
	if (!lead->country && party && party->country) {
		lead->country = party->country;
		dd_lead_fact(lead, "meeting/place/@country", lead->country,
		    DD_CERTAIN, rule, at);
	}
	for (; city; city = city->other)
		if (!lead->city &&
		    (!lead->country ||
			strcmp(lead->country, city->country) == 0)) {
			lead->city = city->name;
			lead->zone = city->zone;
			if (!lead->country)
				lead->country = city->country;
			dd_lead_fact(lead, "meeting/place/city", lead->city,
			    city->other ? DD_GUESS : DD_CERTAIN, rule, at);
		}
}

static void
add_occasion(struct dd_lead *lead, const char *relation, struct dd_extent words,
    struct dd_extent match)
{
	struct dd_found_occasion *occasion = dd_arena_alloc(
				     lead->arena, sizeof *occasion),
				 **end;

	*occasion = (struct dd_found_occasion){
	    .relation = relation,
	    .text = dd_lead_copy(lead, words),
	    .at = match,
	};
	for (end = &lead->occasions; *end; end = &(*end)->next)
		;
	*end = occasion;
	dd_lead_use(lead, match.from, match.to);
	dd_lead_fact(lead, "meeting/occasion", occasion->text, DD_CERTAIN,
	    "lead/occasion", words);
}

/* "his visit": the person named last before it; nobody where there is no such
 * word. */
static const char *
find_visitor(const struct dd_lead *lead, struct dd_extent match)
{
	const struct dd_found_person *nearest = NULL;

	for (const struct dd_found_party *p = lead->parties; p; p = p->next)
		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next)
			if (q->at.to <= match.from &&
			    (!nearest || q->at.to > nearest->at.to))
				nearest = q;
	return nearest ? nearest->id : NULL;
}

static void
read_row(struct dd_lead *lead, size_t row)
{
	struct dd_extent match, words, place;
	const char *pattern = rows[row].pattern;
	bool has_event, has_place;

	if (!dd_find(lead->finder, pattern, lead->text, lead->len, 0, &match) ||
	    lead->used[match.from])
		return;
	has_event = dd_find_group(lead->finder, pattern, "event", &words);
	has_place = dd_find_group(lead->finder, pattern, "place", &place);
	if (has_place)
		set_place(lead, place, "lead/occasion");
	add_occasion(
	    lead, rows[row].relation, has_event ? words : place, match);
	if (strcmp(rows[row].relation, "visiting") == 0) {
		struct dd_found_occasion *last = lead->occasions;

		while (last->next)
			last = last->next;
		last->party = find_visitor(lead, match);
	}
}

/* "in Jakarta, Indonesia", "in Tokyo", "at the Harbour House". */
static void
read_place(struct dd_lead *lead)
{
	static const char in[] =
	    "\\b[Ii]n (?<place>(?:the )?\\p{Lu}[\\p{L}.’'-]*(?: "
	    "\\p{Lu}[\\p{L}.’'-]*)*"
	    "(?:, (?:the )?\\p{Lu}[\\p{L}.’'-]*(?: (?:of |and "
	    ")?\\p{Lu}[\\p{L}.’'-]*)*)?)";
	static const char at[] =
	    "\\bat (?<venue>(?:the |The )(?:\\p{Lu}[\\p{L}’'-]*(?: of| and| "
	    "the| for)*"
	    " ?)+)(?=[,.;)]|in |for |commencing|from |on |$)";
	struct dd_extent match, place;

	for (size_t from = 0;
	     dd_find(lead->finder, in, lead->text, lead->len, from, &match);
	     from = match.to) {
		dd_find_group(lead->finder, in, "place", &place);
		if (lead->used[place.from])
			continue;
		if (dd_names_party_in(lead->names, lead->text + place.from,
			place.to - place.from) ||
		    dd_names_city_in(lead->names, lead->text + place.from,
			place.to - place.from)) {
			set_place(lead, place, "lead/place");
			dd_lead_use(lead, match.from, match.to);
		}
	}
	if (dd_find(lead->finder, at, lead->text, lead->len, 0, &match) &&
	    dd_find_group(lead->finder, at, "venue", &place) &&
	    !lead->used[place.from]) {
		while (lead->text[place.to - 1] == ' ')
			place.to--;
		lead->venue = dd_lead_copy(lead, place);
		dd_lead_use(lead, match.from, match.to);
		dd_lead_fact(lead, "meeting/place/venue", lead->venue,
		    DD_CERTAIN, "lead/place", place);
	}
}

void
dd_lead_read_occasion(struct dd_lead *lead)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		read_row(lead, i);
	read_place(lead);
}
