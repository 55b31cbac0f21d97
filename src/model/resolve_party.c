/* SPDX-License-Identifier: MIT */
/* Names of countries, parties and places, and the r:party elements. */
#include <string.h>
#include "model/house.h"
#include "base/ascii.h"
#include "model/read.h"
#include "model/resolve_internal.h"
#include "xml/node.h"

/* Codes that a user assigns have no name in CLDR, which uses two of them for
 * tests; XK is the one that it knows. */
static bool
is_in_cldr(const char *code)
{
	return code[0] != 'X' || strcmp(code, "XK") == 0;
}

/* The class whose format country.<class> lists the code, or NULL. */
static const char *
find_country_class(struct dd_resolver *r, const char *code)
{
	const char *classes = dd_word_has(r->words, "country.classes")
	    ? dd_word_format(r->words, "country.classes")
	    : "";

	while (*classes) {
		size_t len = strcspn(classes, " ");
		const char *key = dd_arena_printf(
		    &r->summary->arena, "country.%.*s", (int)len, classes);
		if (strstr(dd_word_format(r->words, key), code))
			return key + strlen("country.");
		classes += len + (classes[len] == ' ');
	}
	return NULL;
}

/* The name from CLDR as a sentence has it: "the Netherlands". */
static const char *
add_article(struct dd_resolver *r, const char *code, const char *name)
{
	const char *class = find_country_class(r, code);
	const char *text;
	struct dd_slots slots;

	dd_slots_init(&slots, r->scratch);
	dd_slots_text(&slots, "name", name);
	text =
	    class ? dd_resolve_print(r, "country", class, NULL, &slots) : NULL;
	return text ? text : name;
}

/* What the document calls a country that is one of its parties. */
static const struct dd_designation *
find_party_name(const struct dd_resolver *r, const char *code)
{
	for (const struct dd_party *p = r->summary->parties; p; p = p->next)
		if (p->name.longer && dd_ascii_is(p->country, code))
			return &p->name;
	return NULL;
}

const char *
dd_resolve_country(struct dd_resolver *r, const char *code, bool longer)
{
	const struct dd_designation *own = find_party_name(r, code);
	struct dd_designation name = {0};
	const char *text;

	if (!code)
		return NULL;
	if (own)
		return longer ? own->longer : own->shorter;
	dd_house_designation(dd_table_find(&r->summary->house->countries, code),
	    r->summary->lang, &name);
	if (name.shorter)
		return longer ? name.longer : name.shorter;
	if (!is_in_cldr(code))
		return code;
	text = dd_locale_country(&r->locale, code);
	return longer ? add_article(r, code, text) : text;
}

const char *
dd_resolve_of(struct dd_resolver *r, const struct dd_designation *name)
{
	struct dd_slots slots;

	if (name->of)
		return name->of;
	dd_slots_init(&slots, r->scratch);
	dd_slots_text(&slots, "longer", name->longer);
	return dd_resolve_print(r, "party", "of", NULL, &slots);
}

void
dd_resolve_party_names(struct dd_resolver *r)
{
	for (struct dd_party *p = r->summary->parties; p; p = p->next) {
		const char *longer = dd_resolve_country(r, p->country, true);
		const char *shorter = dd_resolve_country(r, p->country, false);

		if (p->name.longer)
			continue;
		if (!longer)
			longer = shorter = p->organisation ? p->organisation
			    : p->id			   ? p->id
							   : "?";
		p->name.longer = longer;
		p->name.shorter = shorter;
	}
}

bool
dd_resolve_is_at_home(const struct dd_resolver *r, const struct dd_venue *place)
{
	return dd_ascii_is(place->country, r->home_country);
}

const char *
dd_resolve_place(
    struct dd_resolver *r, const struct dd_venue *place, bool in_lead)
{
	struct dd_slots slots;

	if (!place->node)
		return NULL;
	dd_slots_init(&slots, r->scratch);
	dd_slots_text(&slots, "venue", place->venue);
	dd_slots_text(&slots, "city", place->city);
	if (!in_lead || !place->city || !dd_resolve_is_at_home(r, place)) {
		dd_slots_text(&slots, "country",
		    dd_resolve_country(r, place->country, false));
		dd_slots_text(&slots, "longer",
		    dd_resolve_country(r, place->country, true));
	}
	return dd_resolve_print(
	    r, "place", in_lead ? "lead" : NULL, NULL, &slots);
}

const char *
dd_resolve_site(struct dd_resolver *r, const struct dd_venue *place)
{
	struct dd_slots slots;

	dd_slots_init(&slots, r->scratch);
	dd_slots_text(&slots, "venue", place->venue);
	dd_slots_text(&slots, "city", place->city);
	return dd_resolve_print(r, "place", "lead", NULL, &slots);
}

static void
put_person(
    struct dd_resolver *r, const struct dd_person *person, xmlNode *parent)
{
	xmlNode *node = dd_resolve_add(r, parent, "person");
	bool capitals = dd_resolve_has_capitals(r, person, false);
	const xmlNode *original = dd_node_child(person->node, "original");

	dd_resolve_set(node, "ref", person->id);
	dd_resolve_set(
	    node, "role", person->principal ? "principal" : "attendee");
	dd_resolve_set(node, "full", dd_resolve_full_name(r, person, capitals));
	dd_resolve_set(node, "lead",
	    dd_resolve_full_name(
		r, person, dd_resolve_has_capitals(r, person, true)));
	dd_resolve_set(node, "name", dd_resolve_name(r, person, capitals));
	dd_resolve_set(node, "family", person->family);
	dd_resolve_set(node, "given", person->given);
	dd_resolve_set(
	    node, "office", person->offices ? person->offices->title : NULL);
	dd_resolve_set(node, "offices", dd_resolve_offices(r, person));
	dd_resolve_set(node, "office-of", dd_resolve_offices_of(r, person));
	dd_resolve_set(node, "courtesy", person->courtesy);
	dd_resolve_set(node, "style", person->style);
	dd_resolve_set(node, "academic", person->academic);
	dd_resolve_set(node, "post-nominal", person->post_nominal);
	dd_resolve_set(node, "short", dd_resolve_short_name(r, person));
	dd_resolve_set(
	    node, "attendance", dd_node_value(person->node, "attendance"));
	dd_resolve_set(node, "original",
	    original ? dd_node_text(original, &r->summary->arena) : NULL);
}

void
dd_resolve_parties(struct dd_resolver *r)
{
	for (const struct dd_party *p = r->summary->parties; p; p = p->next) {
		xmlNode *node = dd_resolve_add(r, r->out, "party");

		dd_resolve_set(node, "ref", p->id);
		dd_resolve_set(node, "role", p->role);
		/* Only a forced document has a party without a name. */
		if (p->name.longer)
			dd_resolve_set(node, "heading",
			    dd_locale_capital(&r->locale, p->name.longer));
		dd_resolve_set(node, "long", p->name.longer);
		dd_resolve_set(node, "short", p->name.shorter);
		dd_resolve_set(node, "abbreviation", p->name.abbreviation);
		dd_resolve_set(node, "country", p->country);
		dd_resolve_set(node, "organisation", p->organisation);
		dd_resolve_set(node, "others", p->others ? "true" : NULL);
		for (const struct dd_person *q = p->persons; q; q = q->next)
			put_person(r, q, node);
	}
}
