/* SPDX-License-Identifier: MIT */
/* What was held: its name, and its facts one by one. */
#include <stdlib.h>
#include <string.h>
#include "model/resolve_internal.h"
#include "base/ascii.h"
#include "xml/node.h"

bool
dd_resolve_only_hosts(const struct dd_resolver *r, const struct dd_party *party)
{
	if (!dd_ascii_is(party->role, "host"))
		return false;
	for (const struct dd_party *p = r->summary->parties; p; p = p->next)
		if (dd_ascii_is(p->role, "counterpart"))
			return true;
	return false;
}

size_t
dd_resolve_count_parties(const struct dd_resolver *r)
{
	size_t count = 0;

	for (const struct dd_party *p = r->summary->parties; p; p = p->next)
		count += !dd_resolve_only_hosts(r, p);
	return count;
}

/* A meeting of many sides is called by the rank at which they met. */
static const char *
get_named_kind(const struct dd_summary *s)
{
	if (!dd_ascii_is(s->kind, "multilateral"))
		return s->kind;
	if (dd_ascii_is(s->level, "leaders"))
		return "summit";
	return dd_ascii_is(s->level, "ministers") ? "foreignMinisters" : NULL;
}

const char *
dd_resolve_event_name(struct dd_resolver *r)
{
	const struct dd_summary *s = r->summary;
	size_t parties = dd_resolve_count_parties(r);
	struct dd_slots slots;
	const char *name;

	dd_slots_init(&slots, r->scratch);
	dd_slots_flag(&slots, "several", parties > 2);
	name =
	    dd_resolve_print(r, "event", get_named_kind(s), s->format, &slots);
	if (parties <= 2)
		return name;
	dd_slots_text(&slots, "event", name);
	return dd_resolve_print(r, "multilateral",
	    dd_arena_printf(&r->summary->arena, "%zu", parties), NULL, &slots);
}

const char *
dd_resolve_nth(struct dd_resolver *r, const xmlNode *ordinal)
{
	const char *number = dd_node_value(ordinal, "number");
	struct dd_slots slots;
	const char *text;

	if (!number)
		return NULL;
	dd_slots_init(&slots, r->scratch);
	dd_slots_text(&slots, "n", number);
	dd_slots_text(&slots, "word",
	    dd_locale_ordinal(&r->locale, strtoll(number, NULL, 10)));
	text = dd_resolve_print(
	    r, "nth", strcmp(number, "1") == 0 ? "one" : NULL, NULL, &slots);
	return text ? dd_locale_capital(&r->locale, text) : NULL;
}

/* --- facts --------------------------------------------------------------- */

static bool
has_label(const xmlNode *event, const char *label)
{
	const xmlNode *fact = dd_node_child(event, "fact");

	while (fact && !dd_ascii_is(dd_node_value(fact, "label"), label))
		fact = dd_node_next(fact, "fact");
	return fact;
}

/* An empty fact with its label, which is printed once for all that have it;
 * drop_empty takes it out again. */
static xmlNode *
add_fact(struct dd_resolver *r, xmlNode *event, const char *key)
{
	const char *label = dd_word(
	    r->words, dd_arena_printf(&r->summary->arena, "fact.%s", key));
	bool again = has_label(event, label);
	xmlNode *fact = dd_resolve_add(r, event, "fact");

	dd_resolve_set(fact, "key", key);
	dd_resolve_set(fact, "label", label);
	dd_resolve_set(fact, "again", again ? "true" : NULL);
	return fact;
}

static void
drop_empty(xmlNode *fact)
{
	if (fact->children)
		return;
	xmlUnlinkNode(fact);
	xmlFreeNode(fact);
}

static void
put_fact(
    struct dd_resolver *r, xmlNode *event, const char *key, const char *text)
{
	if (text && *text)
		dd_resolve_text(add_fact(r, event, key),
		    dd_locale_capital(&r->locale, text));
}

/* The word `base`.`value` as a fact. */
static void
put_word_fact(
    struct dd_resolver *r, xmlNode *event, const char *key, const char *value)
{
	if (value)
		put_fact(r, event, key,
		    dd_word(r->words,
			dd_arena_printf(
			    &r->summary->arena, "%s.%s", key, value)));
}

void
dd_resolve_put_end(struct dd_resolver *r, const struct dd_when *start,
    const struct dd_when *end, const char *pattern, xmlNode *parent)
{
	struct dd_slots slots;

	if (!end->node || !end->has_clock)
		return;
	dd_slots_init(&slots, r->scratch);
	dd_resolve_clock(
	    r, &end->moment, end, dd_slots_holder(&slots, "clock"));
	dd_slots_flag(&slots, "hedged", dd_resolve_is_beside(end));
	if (start->node && dd_date_compare(start->date, end->date) != 0)
		dd_slots_text(
		    &slots, "date", dd_resolve_near_date(r, end->date));
	dd_words_print(r->words, pattern, NULL, NULL, &slots, parent);
}

static void
put_times(struct dd_resolver *r, xmlNode *event, const struct dd_when *start,
    const struct dd_when *end)
{
	xmlNode *time = add_fact(r, event, "time");
	xmlNode *until = add_fact(r, event, "end");

	if (start->node)
		dd_resolve_clocks(r, start, time);
	dd_resolve_put_end(r, start, end, "end", until);
	dd_resolve_begin_sentence(r, time);
	dd_resolve_begin_sentence(r, until);
	drop_empty(time);
	drop_empty(until);
}

static void
put_date(struct dd_resolver *r, xmlNode *event, const struct dd_when *start)
{
	if (start->node)
		dd_resolve_put_date(
		    r, "date.long", start->date, add_fact(r, event, "date"));
}

static void
put_moment(xmlNode *node, const char *name, const struct dd_moment *moment)
{
	char iso[DD_ISO_SIZE];

	dd_moment_iso(moment, iso);
	dd_resolve_set(node, name, iso);
}

/* The typed values: a start without a clock time is a date alone. */
static void
put_values(struct dd_resolver *r, xmlNode *node, const struct dd_when *start,
    const struct dd_when *end, const struct dd_length *length)
{
	struct dd_moment moment, home;
	char date[16];

	if (start->node && start->has_clock) {
		put_moment(node, "start", &start->moment);
		if (dd_resolve_at_home(r, &start->moment, &home))
			put_moment(node, "home-start", &home);
	} else if (start->node) {
		dd_date_iso(start->date, date);
		dd_resolve_set(node, "start", date);
	}
	if (dd_resolve_end(start, end, length, &moment)) {
		put_moment(node, "end", &moment);
		if (dd_resolve_at_home(r, &moment, &home))
			put_moment(node, "home-end", &home);
	}
	dd_resolve_set(node, "duration", length->value);
}

static void
put_place(struct dd_resolver *r, xmlNode *event, const struct dd_venue *place)
{
	const char *text = dd_resolve_place(r, place, false);
	xmlNode *node;

	if (!text)
		return;
	node = dd_resolve_add_text(r, event, "place", text);
	dd_resolve_set(node, "country", place->country);
	dd_resolve_set(
	    node, "country-name", dd_resolve_country(r, place->country, false));
	dd_resolve_set(node, "city", place->city);
	dd_resolve_set(node, "venue", place->venue);
}

/* Which of several elements it tells of. */
static void
set_number(struct dd_resolver *r, xmlNode *fact, size_t number)
{
	dd_resolve_set(
	    fact, "number", dd_arena_printf(&r->summary->arena, "%zu", number));
}

static void
put_occasions(struct dd_resolver *r, xmlNode *event)
{
	size_t number = 0;

	for (const xmlNode *n = dd_node_child(r->summary->meeting, "occasion");
	     n; n = dd_node_next(n, "occasion")) {
		xmlNode *fact = add_fact(r, event, "occasion");

		set_number(r, fact, ++number);
		dd_resolve_put_occasion_fact(r, n, fact);
		drop_empty(fact);
	}
}

static void
put_ordinals(struct dd_resolver *r, xmlNode *event)
{
	size_t number = 0;

	for (const xmlNode *n = dd_node_child(r->summary->meeting, "ordinal");
	     n; n = dd_node_next(n, "ordinal")) {
		xmlNode *fact = add_fact(r, event, "ordinal");
		struct dd_slots slots;

		set_number(r, fact, ++number);
		dd_slots_init(&slots, r->scratch);
		dd_slots_text(&slots, "ordinal", dd_resolve_nth(r, n));
		dd_slots_text(&slots, "n", dd_node_value(n, "number"));
		dd_words_print(r->words, "ordinal", dd_node_value(n, "of"),
		    NULL, &slots, fact);
		dd_resolve_begin_sentence(r, fact);
		drop_empty(fact);
	}
}

static void
put_session(struct dd_resolver *r, xmlNode *event, const struct dd_session *s)
{
	xmlNode *node = dd_resolve_add(r, event, "session");
	const char *name = s->title;
	struct dd_slots slots;

	dd_slots_init(&slots, r->scratch);
	if (!name)
		name = dd_resolve_print(r, "session", s->kind, NULL, &slots);
	dd_resolve_set(node, "ref", s->id);
	dd_resolve_set(node, "kind", s->kind);
	put_values(r, node, &s->start, &s->end, &s->duration);
	dd_resolve_add_text(r, node, "name", name);
	put_place(r, node, &s->place);
	if (s->start.node &&
	    (!r->summary->start.node ||
		dd_date_compare(s->start.date, r->summary->start.date) != 0))
		put_date(r, node, &s->start);
	put_times(r, node, &s->start, &s->end);
	put_fact(r, node, "duration", dd_resolve_length(r, &s->duration));
	put_fact(r, node, "place", dd_resolve_place(r, &s->place, false));
	put_word_fact(r, node, "interpretation",
	    dd_node_value(s->node, "interpretation"));
}

static const struct dd_party *
get_initiator(const struct dd_resolver *r)
{
	const char *side = dd_node_value(r->summary->meeting, "initiative");

	for (const struct dd_party *p = r->summary->parties; side && p;
	     p = p->next)
		if (dd_ascii_is(p->role, side))
			return p;
	return NULL;
}

const char *
dd_resolve_initiative(struct dd_resolver *r)
{
	const struct dd_party *party = get_initiator(r);
	struct dd_slots slots;

	dd_slots_init(&slots, r->scratch);
	if (party) {
		dd_slots_text(&slots, "party", party->name.longer);
		dd_slots_text(&slots, "shorter", party->name.shorter);
	}
	return dd_resolve_print(r, "initiative", NULL, NULL, &slots);
}

void
dd_resolve_event(struct dd_resolver *r)
{
	const struct dd_summary *s = r->summary;
	xmlNode *event = dd_resolve_add(r, r->out, "event");

	dd_resolve_set(event, "kind", s->kind);
	dd_resolve_set(event, "level", s->level);
	dd_resolve_set(event, "format", s->format);
	put_values(r, event, &s->start, &s->end, &s->duration);
	dd_resolve_add_text(r, event, "name",
	    dd_locale_capital(&r->locale, dd_resolve_event_name(r)));
	put_place(r, event, &s->place);
	put_date(r, event, &s->start);
	put_times(r, event, &s->start, &s->end);
	put_fact(r, event, "duration", dd_resolve_length(r, &s->duration));
	put_fact(r, event, "place", dd_resolve_place(r, &s->place, false));
	put_word_fact(r, event, "format", s->format);
	put_occasions(r, event);
	put_ordinals(r, event);
	put_fact(r, event, "initiative", dd_resolve_initiative(r));
	put_word_fact(r, event, "interpretation",
	    dd_node_value(s->meeting, "interpretation"));
	for (const struct dd_session *n = s->sessions; n; n = n->next)
		put_session(r, event, n);
}
