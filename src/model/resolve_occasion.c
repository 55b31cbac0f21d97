/* SPDX-License-Identifier: MIT */
/* Why the sides were there: as a fact, as a part of the lead, or as words
 * before the names of those whose occasion it was. */
#include <string.h>
#include "model/resolve_internal.h"
#include "base/ascii.h"
#include "xml/node.h"

/* The short names of those who were there for it: how many. */
static size_t
put_who(struct dd_resolver *r, const xmlNode *occasion, xmlNode *parent)
{
	const struct dd_summary *s = r->summary;
	struct dd_joiner joiner = {.resolver = r, .parent = parent};
	const char *list = dd_node_value(occasion, "party");
	const char *names[32];

	for (const char *p = list; p && *p && joiner.total < 32;) {
		size_t len = strcspn(p, " \t\r\n");
		const char *id = dd_arena_ndup(&r->summary->arena, p, len);
		const struct dd_person *person =
		    dd_table_find(&s->person_by_id, id);
		const struct dd_party *party =
		    dd_table_find(&s->party_by_id, id);

		if (person)
			names[joiner.total++] =
			    dd_resolve_short_name(r, person);
		else if (party)
			names[joiner.total++] = party->name.longer;
		p += len + strspn(p + len, " \t\r\n");
	}
	while (joiner.count < joiner.total) {
		size_t at = joiner.count;
		dd_resolve_join(&joiner);
		dd_resolve_text(parent, names[at]);
	}
	return joiner.total;
}

/* `slots` has the words of the occasion as `event`. */
static bool
print_occasion(struct dd_resolver *r, const xmlNode *occasion,
    const char *pattern, bool with_who, struct dd_slots *slots, xmlNode *parent)
{
	xmlNode *holder = dd_resolve_holder(r);
	size_t who = with_who ? put_who(r, occasion, holder) : 0;

	dd_slots_node(slots, "who", holder);
	dd_slots_flag(slots, "many", who > 1);
	dd_words_print(r->words, pattern, dd_node_value(occasion, "relation"),
	    NULL, slots, parent);
	return who > 0;
}

static bool
put_occasion(struct dd_resolver *r, const xmlNode *occasion, bool with_who,
    xmlNode *parent)
{
	struct dd_slots slots;

	dd_slots_init(&slots, r->scratch);
	dd_resolve_copy(dd_slots_holder(&slots, "event"), occasion);
	return print_occasion(
	    r, occasion, "occasion", with_who, &slots, parent);
}

/* The first word of the text; "" where there is none. */
static const char *
get_first_word(struct dd_resolver *r, const xmlNode *node)
{
	const char *text = dd_node_text(node, &r->summary->arena);

	return dd_arena_ndup(&r->summary->arena, text, strcspn(text, " "));
}

/* What is of the occasion itself is in an r:occasion, which tells how its first
 * word was written, where a capital was put to it. */
void
dd_resolve_put_occasion_fact(
    struct dd_resolver *r, const xmlNode *occasion, xmlNode *fact)
{
	const char *was = get_first_word(r, occasion);
	xmlNode *own = NULL;
	struct dd_slots slots;

	dd_slots_init(&slots, r->scratch);
	if (occasion->children)
		own = dd_resolve_add(
		    r, dd_slots_holder(&slots, "event"), "occasion");
	if (own)
		dd_resolve_copy(own, occasion);
	print_occasion(r, occasion, "occasionFact", true, &slots, fact);
	dd_resolve_begin_sentence(r, fact);
	for (xmlNode *n = dd_node_child(fact, NULL); n;
	     n = dd_node_next(n, NULL))
		if (strcmp((const char *)n->name, "occasion") == 0 &&
		    strcmp(get_first_word(r, n), was) != 0)
			dd_resolve_set(n, "begins", was);
}

/* True where an occasion is that of all principals of a side, and of no
 * others. */
static bool
is_of_side(
    const struct dd_resolver *r, const xmlNode *occasion, enum dd_side side)
{
	const char *list = dd_node_value(occasion, "party");

	for (const struct dd_party *p = r->summary->parties; p; p = p->next)
		for (const struct dd_person *q = p->persons; q; q = q->next)
			if (q->principal &&
			    (dd_ascii_lists(list, p->id) ||
				dd_ascii_lists(list, q->id)) !=
				(dd_resolve_side(r, p) == side))
				return false;
	return list != NULL;
}

/* True where they met in a country of which no party of the side is. */
static bool
is_away(const struct dd_resolver *r, enum dd_side side)
{
	const char *country = r->summary->place.country;

	for (const struct dd_party *p = r->summary->parties; p; p = p->next)
		if (dd_resolve_side(r, p) == side &&
		    dd_ascii_is(p->country, country))
			return false;
	return country != NULL;
}

/* Sets the slot to the first occasion that is of one side alone, as words
 * that stand before its names, and returns it. NULL where there is none, the
 * language has no such words, or the lead is about the visit itself. */
static const xmlNode *
set_occasion_of(struct dd_resolver *r, struct dd_slots *slots, const char *name,
    enum dd_side side)
{
	const xmlNode *n = dd_node_child(r->summary->meeting, "occasion");
	xmlNode *holder = dd_resolve_holder(r);
	struct dd_slots values;

	while (n && !is_of_side(r, n, side))
		n = dd_node_next(n, "occasion");
	if (!n || dd_ascii_is(r->summary->kind, "visit"))
		return NULL;
	dd_slots_init(&values, r->scratch);
	dd_resolve_copy(dd_slots_holder(&values, "event"), n);
	dd_slots_text(&values, "country",
	    dd_resolve_country(r, r->summary->place.country, false));
	dd_slots_flag(&values, "away", is_away(r, side));
	dd_words_print(r->words, "occasionOf", dd_node_value(n, "relation"),
	    NULL, &values, holder);
	dd_slots_node(slots, name, holder);
	return holder->children ? n : NULL;
}

/* Those who attend something elsewhere do so where they meet, so that place
 * must stand in front. Returns whether the occasion is a clause of its own. */
bool
dd_resolve_put_occasions(struct dd_resolver *r, struct dd_slots *slots,
    bool has_place, xmlNode *parent)
{
	struct dd_joiner joiner = {.resolver = r, .parent = parent};
	const xmlNode *first = dd_node_child(r->summary->meeting, "occasion");
	bool clause = false;

	const xmlNode *own = set_occasion_of(r, slots, "ownOccasion", DD_OWN);
	const xmlNode *others =
	    set_occasion_of(r, slots, "othersOccasion", DD_OTHERS);

	for (const xmlNode *n = first; n; n = dd_node_next(n, "occasion"))
		joiner.total += n != own && n != others;
	for (const xmlNode *n = first; n; n = dd_node_next(n, "occasion")) {
		const char *relation = dd_node_value(n, "relation");
		bool attending = dd_ascii_is(relation, "attending");
		bool who;

		if (n == own || n == others)
			continue;
		dd_resolve_join(&joiner);
		who = put_occasion(r, n, !attending || has_place, parent);
		if (n == first)
			clause = who &&
			    (attending || dd_ascii_is(relation, "transit"));
	}
	return clause;
}
