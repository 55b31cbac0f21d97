/* SPDX-License-Identifier: MIT */
/* Who met whom: the people of the lead, by their parties. */
#include <string.h>
#include "base/ascii.h"
#include "import/person.h"
#include "model/house.h"
#include "xml/node.h"

static const char VERB[] =
    "\\b(?:held|had|met|received|paid|made|conducted|hosted|attended|exchanged|"
    "spoke|talked|co-chaired|chaired|convened|welcomed)\\b";

/* Of several states that the house speaks for, the one that the text names
 * first. */
static const char *
find_own_country(struct dd_lead *lead, const char *body)
{
	const char *const texts[] = {lead->text, body};
	const size_t lens[] = {lead->len, strlen(body)};
	size_t count;

	for (size_t n = 0; n < 2; n++) {
		struct dd_tokens tokens =
		    dd_tokens_read(lead->arena, texts[n], lens[n]);

		for (size_t i = 0; i < tokens.count; i++) {
			const struct dd_party_name *name =
			    dd_names_party(lead->names, &tokens, i, &count);
			const char *home = name && name->country
			    ? dd_node_value(
				  dd_house_home(lead->house, name->country),
				  "country")
			    : NULL;

			if (home && strcmp(home, name->country) == 0)
				return home;
		}
	}
	return dd_node_value(dd_house_home(lead->house, NULL), "country");
}

/* The party of a mention; the own side where the lead names no state. */
static struct dd_found_party *
find_party(struct dd_lead *lead, const struct dd_mention *mention)
{
	const struct dd_party_name *name = mention->party;
	const char *country = name ? name->country : NULL;
	const char *organisation = name ? name->organisation : NULL;
	struct dd_found_party *party, **end = &lead->parties;
	const char *code;

	if (!name)
		country = lead->own_country;
	code = country ? country : organisation;
	for (; *end; end = &(*end)->next)
		if (code &&
		    strcmp((*end)->country ? (*end)->country
					   : (*end)->organisation,
			code) == 0)
			return *end;
	if (!code)
		return NULL;
	party = dd_arena_alloc(lead->arena, sizeof *party);
	*party = (struct dd_found_party){
	    .country = country,
	    .organisation = organisation,
	    .name = mention->party_words,
	    .of_house = name ? name->of_house : true,
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
add_person(struct dd_lead *lead, struct dd_mention *mention, bool attendee)
{
	struct dd_found_party *party = find_party(lead, mention);
	struct dd_found_person *person, **end;
	const char *name;

	if (!party)
		return;
	name = mention->person.family ? mention->person.family
				      : mention->person.given;
	person = dd_arena_alloc(lead->arena, sizeof *person);
	*person = mention->person;
	person->attendee = attendee;
	person->id = make_id(lead, name);
	for (end = &party->persons; *end; end = &(*end)->next)
		;
	*end = person;
	dd_lead_use(lead, mention->at.from, mention->at.to);
	dd_lead_fact(lead,
	    attendee ? "meeting/party/attendee" : "meeting/party/principal",
	    dd_arena_printf(lead->arena, "%s %s",
		person->given ? person->given : "",
		person->family ? person->family : ""),
	    person->order_confidence,
	    person->official ? "person/house" : "person/text", person->name);
	for (const struct dd_found_office *o = person->offices; o; o = o->next)
		dd_lead_fact(lead, "meeting/party/principal/office", o->title,
		    DD_CERTAIN, "person/office", o->at);
}

static void
mark_parties(struct dd_lead *lead)
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
	if (!any && lead->parties)
		lead->parties->own = true;
}

/* The own side stands first in the document. */
static void
sort_parties(struct dd_lead *lead)
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

void
dd_lead_read_people(struct dd_lead *lead, const char *body)
{
	struct dd_mention mention;

	lead->own_country = find_own_country(lead, body);
	if (!dd_find(lead->finder, VERB, lead->text, lead->len, 0, &lead->verb))
		lead->verb = (struct dd_extent){0, 0};
	for (size_t at = 0; dd_person_next(lead, at, lead->len, &mention);
	     at = mention.at.to) {
		dd_person_order(lead, &mention, body);
		add_person(lead, &mention, false);
	}
	mark_parties(lead);
	sort_parties(lead);
}
