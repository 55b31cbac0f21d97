/* SPDX-License-Identifier: MIT */
/* The sentence that lists who else was there. */
#include "model/resolve_internal.h"

static size_t
count_attendees(const struct dd_party *party)
{
	size_t count = 0;

	for (const struct dd_person *p = party->persons; p; p = p->next)
		count += !p->principal;
	return count;
}

static void
put_attendees(
    struct dd_resolver *r, const struct dd_party *party, xmlNode *parent)
{
	xmlNode *people = dd_resolve_holder(r);
	struct dd_joiner joiner = {.resolver = r,
	    .parent = people,
	    .total = count_attendees(party) + party->others};
	struct dd_slots slots;

	for (const struct dd_person *p = party->persons; p; p = p->next) {
		if (p->principal)
			continue;
		dd_resolve_join(&joiner);
		joiner.comma = dd_resolve_put_person(r, p, "attendee", people);
	}
	dd_slots_init(&slots, r->scratch);
	dd_slots_node(&slots, "people", people);
	dd_slots_flag(&slots, "comma", joiner.comma);
	dd_slots_flag(&slots, "others", party->others);
	dd_slots_text(&slots, "party", party->name.longer);
	dd_slots_text(&slots, "shorter", party->name.shorter);
	dd_slots_text(&slots, "of", party->name.of);
	dd_words_print(r->words, "attendance", "side", NULL, &slots, parent);
}

/* Those who are not named, where nobody is: their parties. */
static void
put_other_parties(struct dd_resolver *r, size_t total, xmlNode *parent)
{
	struct dd_joiner joiner = {
	    .resolver = r, .parent = parent, .total = total};

	for (const struct dd_party *p = r->summary->parties; p; p = p->next) {
		if (!p->others)
			continue;
		dd_resolve_join(&joiner);
		dd_resolve_text(parent, p->name.longer);
	}
}

void
dd_resolve_attendance(struct dd_resolver *r)
{
	xmlNode *sides = dd_resolve_holder(r), *parties = dd_resolve_holder(r);
	size_t named = 0, others = 0;
	struct dd_slots slots;
	const struct dd_party *p;

	for (p = r->summary->parties; p; p = p->next) {
		named += count_attendees(p);
		others += p->others;
	}
	if (named + others == 0)
		return;
	if (named == 0)
		put_other_parties(r, others, parties);
	for (p = r->summary->parties; named > 0 && p; p = p->next) {
		if (count_attendees(p) == 0 && !p->others)
			continue;
		if (sides->children)
			dd_resolve_text(
			    sides, dd_word_format(r->words, "list.side"));
		put_attendees(r, p, sides);
	}
	dd_slots_init(&slots, r->scratch);
	dd_slots_node(&slots, "sides", sides);
	dd_slots_node(&slots, "parties", parties);
	dd_words_print(r->words, "attendance", NULL, NULL, &slots,
	    dd_resolve_add(r, r->out, "attendance"));
}
