/* SPDX-License-Identifier: MIT */
/* Owns: the parties of the lead, and who was there for each. */
#include <string.h>
#include "base/ascii.h"
#include "import/lead_party.h"

/* The party of a code, made where it is not there yet. `words`: as the text
 * has its name, or NULL. */
static struct dd_found_party *
need_party(
    struct dd_lead *lead, const struct dd_party_name *name, const char *words)
{
	struct dd_found_party *party, **end = &lead->parties;
	const char *code = name->country ? name->country : name->organisation;

	for (; *end; end = &(*end)->next)
		if (strcmp((*end)->country ? (*end)->country
					   : (*end)->organisation,
			code) == 0)
			return *end;
	party = dd_arena_alloc(lead->arena, sizeof *party);
	*party = (struct dd_found_party){
	    .country = name->country,
	    .organisation = name->organisation,
	    .name = words,
	    .longer = name->longer,
	    .shorter = name->shorter,
	    .of_house = name->of_house,
	};
	*end = party;
	return party;
}

static bool
has_id(const struct dd_lead *lead, const char *id)
{
	for (const struct dd_found_party *p = lead->parties; p; p = p->next) {
		if (p->id && strcmp(p->id, id) == 0)
			return true;
		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next)
			if (q->id && strcmp(q->id, id) == 0)
				return true;
	}
	return false;
}

/* "hayashi" for Hayashi; with a number behind it where that is taken. */
static const char *
make_id(struct dd_lead *lead, const char *name)
{
	struct dd_tokens tokens = dd_tokens_of(lead->arena, name);
	const char *folded =
	    tokens.count > 0 ? tokens.at[tokens.count - 1].folded : "p";
	const char *id = folded;

	for (const char *at = folded; *at; at++)
		if ((*at & 0x80) || !dd_ascii_is_letter(*at))
			id = "p";
	folded = id;
	for (int n = 2; has_id(lead, id); n++)
		id = dd_arena_printf(lead->arena, "%s%d", folded, n);
	return id;
}

static void
tell_person(struct dd_lead *lead, const struct dd_found_person *person)
{
	if (person->given || person->family)
		dd_lead_fact(lead,
		    person->attendee ? "meeting/party/attendee"
				     : "meeting/party/principal",
		    dd_arena_printf(lead->arena, "%s %s",
			person->given ? person->given : "",
			person->family ? person->family : ""),
		    person->order_confidence,
		    person->official ? "person/house" : "person/text",
		    person->name);
	for (const struct dd_found_office *o = person->offices; o; o = o->next)
		dd_lead_fact(lead, "meeting/party/principal/office", o->title,
		    o->confidence, "person/office", o->at);
}

bool
dd_lead_is_own(const struct dd_lead *lead, const struct dd_party_name *party)
{
	return party && party->country && lead->own_country &&
	    strcmp(party->country, lead->own_country) == 0;
}

struct dd_found_party *
dd_lead_add_person(
    struct dd_lead *lead, struct dd_mention *mention, bool attendee)
{
	struct dd_found_party *party =
	    need_party(lead, mention->party, mention->party_words);
	struct dd_found_person *person, **end;

	person = dd_arena_alloc(lead->arena, sizeof *person);
	*person = mention->person;
	person->attendee = attendee;
	person->id = make_id(lead,
	    person->family			       ? person->family
		: person->given			       ? person->given
		: dd_lead_is_own(lead, mention->party) ? "principal"
						       : "counterpart");
	for (end = &party->persons; *end; end = &(*end)->next)
		;
	*end = person;
	dd_lead_use(lead, mention->at.from, mention->at.to);
	tell_person(lead, person);
	if (mention->party->candidates)
		dd_lead_ask(lead, person->at,
		    "several states are called so; it is not said which is "
		    "meant");
	else if (mention->party->likely || mention->inferred)
		dd_lead_fact(lead, "meeting/party/@country",
		    party->country ? party->country : party->organisation,
		    DD_LIKELY,
		    mention->inferred ? "people/side" : "names/usual",
		    person->at);
	return party;
}

void
dd_lead_mark_parties(struct dd_lead *lead)
{
	const char *home = lead->own_country;
	bool any = false;

	for (struct dd_found_party *p = lead->parties; p; p = p->next) {
		p->id = p->organisation ? p->organisation
					: dd_arena_printf(lead->arena, "%c%c",
					      dd_ascii_lower(p->country[0]),
					      dd_ascii_lower(p->country[1]));
		p->own = home && p->country && strcmp(home, p->country) == 0;
		any = any || p->own;
	}
	/* Whoever stands behind the verb is the other side. */
	if (!any && lead->parties &&
	    (!lead->parties->persons ||
		lead->parties->persons->at.from < lead->verb.to ||
		lead->verb.to == 0))
		lead->parties->own = true;
}

void
dd_lead_sort_parties(struct dd_lead *lead)
{
	for (struct dd_found_party **p = &lead->parties; *p; p = &(*p)->next) {
		struct dd_found_party *own = *p;

		if (!own->own)
			continue;
		*p = own->next;
		own->next = lead->parties;
		lead->parties = own;
		return;
	}
}

const struct dd_party_name *
dd_lead_make_own(struct dd_lead *lead)
{
	struct dd_party_name *own = dd_arena_alloc(lead->arena, sizeof *own);

	*own = (struct dd_party_name){
	    .country = lead->own_country, .of_house = true};
	return own;
}
