/* SPDX-License-Identifier: MIT */
/* The generated headline and first paragraph. */
#include <string.h>
#include "model/house.h"
#include "base/ascii.h"
#include "model/resolve_internal.h"
#include "xml/node.h"

/* --- the sides ----------------------------------------------------------- */

/* Without an own party the first one stands for it, as in an archive. */
enum dd_side
dd_resolve_side(const struct dd_resolver *r, const struct dd_party *party)
{
	bool has_own = false;

	if (dd_resolve_only_hosts(r, party))
		return DD_HOST;
	for (const struct dd_party *p = r->summary->parties; p; p = p->next)
		has_own = has_own || dd_ascii_is(p->role, "own");
	if (has_own)
		return dd_ascii_is(party->role, "own") ? DD_OWN : DD_OTHERS;
	return party == r->summary->parties ? DD_OWN : DD_OTHERS;
}

static size_t
count_principals(const struct dd_resolver *r, enum dd_side side)
{
	size_t count = 0;

	for (const struct dd_party *p = r->summary->parties; p; p = p->next)
		for (const struct dd_person *q = p->persons; q; q = q->next)
			count += q->principal && dd_resolve_side(r, p) == side;
	return count;
}

/* All principals of a side; true where the last one ends in an apposition. */
static bool
put_principals(
    struct dd_resolver *r, enum dd_side side, const char *form, xmlNode *parent)
{
	struct dd_joiner joiner = {.resolver = r,
	    .parent = parent,
	    .total = count_principals(r, side)};

	for (const struct dd_party *p = r->summary->parties; p; p = p->next)
		for (const struct dd_person *q = p->persons; q; q = q->next) {
			if (!q->principal || dd_resolve_side(r, p) != side)
				continue;
			dd_resolve_join(&joiner);
			joiner.comma =
			    dd_resolve_put_person(r, q, form, parent);
		}
	return joiner.comma;
}

/* Sets the slot, and a flag where a comma must follow it. */
static void
set_principals(struct dd_resolver *r, struct dd_slots *slots, const char *name,
    const char *comma, enum dd_side side, const char *form)
{
	xmlNode *holder = dd_resolve_holder(r);
	bool follows = put_principals(r, side, form, holder);

	dd_slots_node(slots, name, holder);
	dd_slots_flag(slots, comma, follows);
}

/* --- the headline -------------------------------------------------------- */

static const char *
join_parties(struct dd_resolver *r)
{
	xmlNode *holder = dd_resolve_holder(r);
	const char *between = "";

	for (const struct dd_party *p = r->summary->parties; p; p = p->next) {
		if (dd_resolve_only_hosts(r, p))
			continue;
		dd_resolve_text(holder, between);
		dd_resolve_text(holder, p->name.shorter);
		between = dd_word_format(r->words, "title.join");
	}
	return dd_node_text(holder, &r->summary->arena);
}

/* "日韓", where there are two or more and each has a sign; else NULL. */
static const char *
join_initials(struct dd_resolver *r)
{
	const char *text = "";

	if (dd_resolve_count_parties(r) < 2)
		return NULL;
	for (const struct dd_party *p = r->summary->parties; p; p = p->next) {
		if (dd_resolve_only_hosts(r, p))
			continue;
		if (!p->name.initial)
			return NULL;
		text = dd_arena_printf(
		    &r->summary->arena, "%s%s", text, p->name.initial);
	}
	return text;
}

/* "日・アステリア": each party by its sign, else by its name. Where the first
 * has no sign, "オリシア・日" would look odd, so all have their names. */
static const char *
join_signs(struct dd_resolver *r)
{
	xmlNode *holder = dd_resolve_holder(r);
	bool is_first = true, signs = false;

	for (const struct dd_party *p = r->summary->parties; p; p = p->next) {
		if (dd_resolve_only_hosts(r, p))
			continue;
		if (is_first)
			signs =
			    p->name.initial && dd_resolve_count_parties(r) > 1;
		else
			dd_resolve_text(
			    holder, dd_word_format(r->words, "title.join"));
		dd_resolve_text(holder,
		    signs && p->name.initial ? p->name.initial
					     : p->name.shorter);
		is_first = false;
	}
	return dd_node_text(holder, &r->summary->arena);
}

/* "du Japon et de Miravelle", where every party has that form, else NULL; or
 * the long names, where there are two or more. */
static const char *
list_parties(struct dd_resolver *r, bool of)
{
	xmlNode *holder = dd_resolve_holder(r);
	struct dd_joiner joiner = {.resolver = r,
	    .parent = holder,
	    .total = dd_resolve_count_parties(r)};
	const char *text;

	if (!of && joiner.total < 2)
		return NULL;
	for (const struct dd_party *p = r->summary->parties; p; p = p->next) {
		if (dd_resolve_only_hosts(r, p))
			continue;
		text = of ? dd_resolve_of(r, &p->name) : p->name.longer;
		if (!text)
			return NULL;
		dd_resolve_join(&joiner);
		dd_resolve_text(holder, text);
	}
	return dd_node_text(holder, &r->summary->arena);
}

static const xmlNode *
find_ordinal(const struct dd_resolver *r)
{
	const xmlNode *n = dd_node_child(r->summary->meeting, "ordinal");

	while (n && !dd_ascii_is(dd_node_value(n, "of"), "series"))
		n = dd_node_next(n, "ordinal");
	return n;
}

/* Who is visited or called on, and who comes. */
static void
set_callers(struct dd_resolver *r, struct dd_slots *slots, const char *form)
{
	bool received = dd_ascii_is(r->summary->received, "own");

	set_principals(r, slots, "receiver", "receiverComma",
	    received ? DD_OWN : DD_OTHERS, form);
	set_principals(r, slots, "caller", "callerComma",
	    received ? DD_OTHERS : DD_OWN, form);
	dd_slots_flag(slots, "callerMany",
	    count_principals(r, received ? DD_OTHERS : DD_OWN) > 1);
	dd_slots_text(slots, "destination",
	    dd_resolve_country(r, r->summary->place.country, true));
}

const char *
dd_resolve_title(struct dd_resolver *r)
{
	const struct dd_summary *s = r->summary;
	const char *number = dd_node_value(find_ordinal(r), "number");
	/* Who called on whom is not for the program to guess. */
	bool is_open = dd_ascii_is(s->kind, "courtesyCall") && !s->received;
	struct dd_slots slots;
	const char *title;

	dd_slots_init(&slots, r->scratch);
	dd_slots_text(&slots, "parties", join_parties(r));
	dd_slots_text(&slots, "initials", join_initials(r));
	dd_slots_text(&slots, "signs", join_signs(r));
	dd_slots_text(&slots, "partiesOf", list_parties(r, true));
	dd_slots_text(&slots, "partiesLong", list_parties(r, false));
	dd_slots_text(&slots, "number", number);
	dd_slots_flag(&slots, "first", dd_ascii_is(number, "1"));
	dd_slots_text(&slots, "ordinal", dd_resolve_nth(r, find_ordinal(r)));
	dd_slots_text(&slots, "event", dd_resolve_event_name(r));
	set_callers(r, &slots, "title");
	title = dd_resolve_print(
	    r, "title", is_open ? NULL : s->kind, NULL, &slots);
	return dd_locale_capital(
	    &r->locale, title ? title : dd_resolve_event_name(r));
}

/* --- the lead ------------------------------------------------------------ */

/* Date and time; the flag `when` where a comma must follow them. */
static void
set_time_slots(struct dd_resolver *r, struct dd_slots *slots)
{
	const struct dd_summary *s = r->summary;
	xmlNode *clocks = dd_resolve_holder(r), *until = dd_resolve_holder(r);
	const char *length = dd_resolve_length(r, &s->duration);
	bool year = dd_resolve_has_year(r);

	if (s->start.node) {
		dd_resolve_put_date(r, dd_resolve_lead_format(r, year),
		    s->start.date, dd_slots_holder(slots, "date"));
		dd_resolve_clocks(r, &s->start, clocks);
	}
	dd_slots_node(
	    slots, s->start.part_of_day ? "partOfDay" : "clocks", clocks);
	dd_slots_flag(slots, "hedged", dd_resolve_is_beside(&s->start));
	dd_resolve_put_end(r, &s->start, &s->end, "until", until);
	dd_slots_node(slots, "until", until);
	dd_slots_text(slots, "duration", length);
	dd_slots_flag(slots, "when",
	    (clocks->children && !s->start.part_of_day) || until->children ||
		length);
	if (s->start.node && s->end.node &&
	    dd_date_compare(s->start.date, s->end.date) != 0) {
		dd_resolve_put_date(r, dd_resolve_lead_format(r, year),
		    s->end.date, dd_slots_holder(slots, "endDate"));
		dd_resolve_put_date(r,
		    dd_resolve_lead_format(
			r, s->start.date.year != s->end.date.year),
		    s->end.date, dd_slots_holder(slots, "endDay"));
	}
}

static void
set_lead_slots(struct dd_resolver *r, struct dd_slots *slots)
{
	const struct dd_summary *s = r->summary;
	bool is_call = dd_ascii_is(s->kind, "courtesyCall");
	const char *manner = is_call ? s->received : s->format;
	xmlNode *occasion = dd_resolve_holder(r);
	const char *place = dd_resolve_place(r, &s->place, true);
	const char *initiative = dd_resolve_initiative(r);
	bool clause =
	    dd_resolve_put_occasions(r, slots, place != NULL, occasion);
	bool is_end = !place && !initiative && !occasion->children &&
	    count_principals(r, DD_HOST) == 0;

	set_time_slots(r, slots);
	set_principals(r, slots, "own", "ownComma", DD_OWN, "lead");
	set_principals(r, slots, "host", "hostComma", DD_HOST, "lead");
	set_principals(r, slots, "others", is_end ? "othersEnd" : "othersComma",
	    DD_OTHERS, "lead");
	set_callers(r, slots, "lead");
	dd_slots_flag(slots, "many", count_principals(r, DD_OWN) > 1);
	dd_slots_flag(slots, "several", dd_resolve_count_parties(r) > 2);
	dd_slots_text(slots, "noun",
	    dd_resolve_print(r, "noun", s->kind, s->format, slots));
	dd_slots_flag(
	    slots, "received", is_call && dd_ascii_is(s->received, "own"));
	dd_slots_flag(
	    slots, "paid", is_call && dd_ascii_is(s->received, "counterpart"));
	dd_slots_text(
	    slots, "verb", dd_resolve_print(r, "verb", s->kind, manner, slots));
	dd_slots_text(slots, "place", place);
	dd_slots_text(slots, "site", dd_resolve_site(r, &s->place));
	dd_slots_flag(
	    slots, "abroad", place && !dd_resolve_is_at_home(r, &s->place));
	dd_slots_node(slots, "occasion", occasion);
	dd_slots_flag(slots, "clause", clause);
	dd_slots_text(slots, "initiative", initiative);
}

static const char *
print_announcing(struct dd_resolver *r)
{
	const struct dd_summary *s = r->summary;
	const char *word = dd_node_value(
	    dd_house_style_part(s->house, s->lang, "announcing"), "word");
	struct dd_slots slots;

	if (!word)
		word = dd_word_format(r->words, "announcing");
	if (strcmp(word, "none") == 0)
		return NULL;
	dd_slots_init(&slots, r->scratch);
	dd_slots_flag(&slots, "several", dd_resolve_count_parties(r) > 2);
	dd_slots_text(&slots, "noun",
	    dd_resolve_print(r, "noun", s->kind, s->format, &slots));
	return dd_resolve_print(r, "announcing", word, NULL, &slots);
}

static void
put_description(struct dd_resolver *r, const xmlNode *text)
{
	dd_resolve_add_text(
	    r, r->out, "description", dd_node_text(text, &r->summary->arena));
}

/* A typed lead stays; from it or from the generated one, without the formula
 * that announces the items, comes the description. */
void
dd_resolve_lead(struct dd_resolver *r)
{
	const xmlNode *own = dd_node_child(r->summary->root, "lead");
	xmlNode *lead, *plain = dd_resolve_holder(r);
	struct dd_slots slots;

	if (own)
		put_description(r, own);
	if (own || !r->summary->parties)
		return;
	dd_slots_init(&slots, r->scratch);
	set_lead_slots(r, &slots);
	dd_words_print(r->words, "lead", r->summary->kind, r->summary->format,
	    &slots, plain);
	dd_resolve_begin_sentence(r, plain);
	lead = dd_resolve_add(r, r->out, "lead");
	dd_resolve_set(lead, "generated", "true");
	dd_slots_text(&slots, "announcing", print_announcing(r));
	dd_words_print(r->words, "lead", r->summary->kind, r->summary->format,
	    &slots, lead);
	dd_resolve_begin_sentence(r, lead);
	put_description(r, plain);
}
