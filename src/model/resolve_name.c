/* SPDX-License-Identifier: MIT */
/* Names of people, offices, parties and places in the style of the house. */
#include <string.h>
#include "base/utf8.h"
#include "model/house.h"
#include "model/read.h"
#include "model/resolve_internal.h"
#include "xml/node.h"

/* --- countries and parties ----------------------------------------------- */

/* Codes that a user assigns have no name in CLDR, which uses two of them for
 * tests; XK is the one that it knows. */
static bool
is_in_cldr(const char *code)
{
	return code[0] != 'X' || strcmp(code, "XK") == 0;
}

static const char *
add_article(struct dd_resolver *r, const char *code, const char *name)
{
	struct dd_slots slots;

	if (!dd_word_has(r->words, "country.article") ||
	    !strstr(dd_word_format(r->words, "country.article"), code))
		return name;
	dd_slots_init(&slots, r->scratch);
	dd_slots_text(&slots, "name", name);
	return dd_resolve_print(r, "country.article", NULL, NULL, &slots);
}

const char *
dd_resolve_country(struct dd_resolver *r, const char *code, bool longer)
{
	struct dd_designation name = {0};
	const char *text;

	if (!code)
		return NULL;
	dd_house_designation(dd_table_find(&r->summary->house->countries, code),
	    r->summary->lang, &name);
	if (name.shorter)
		return longer ? name.longer : name.shorter;
	if (!is_in_cldr(code))
		return code;
	text = dd_locale_country(&r->locale, code);
	return longer ? add_article(r, code, text) : text;
}

void
dd_resolve_party_names(struct dd_resolver *r)
{
	for (struct dd_party *p = r->summary->parties; p; p = p->next) {
		if (p->name.longer)
			continue;
		if (p->country) {
			p->name.longer =
			    dd_resolve_country(r, p->country, true);
			p->name.shorter =
			    dd_resolve_country(r, p->country, false);
		} else {
			p->name.longer = p->name.shorter = p->organisation
			    ? p->organisation
			    : (p->id ? p->id : "?");
		}
	}
}

bool
dd_resolve_is_at_home(const struct dd_resolver *r, const struct dd_venue *place)
{
	return dd_resolve_is(place->country, r->home_country);
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
	if (!in_lead || !place->city || !dd_resolve_is_at_home(r, place))
		dd_slots_text(&slots, "country",
		    dd_resolve_country(r, place->country, false));
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

/* --- people -------------------------------------------------------------- */

/* A setting of the house for the names of the person's side, or NULL. */
static const char *
get_names_style(
    struct dd_resolver *r, const struct dd_person *person, const char *attr)
{
	const char *side =
	    dd_resolve_is(person->party->role, "own") ? "own" : "counterpart";
	const xmlNode *style =
	    dd_house_style_part(r->summary->house, r->summary->lang, "names");

	for (; style; style = dd_node_next(style, "names"))
		if (strcmp(dd_node_value(style, "side"), side) == 0)
			return dd_node_value(style, attr);
	return NULL;
}

static const char *
get_order(struct dd_resolver *r, const struct dd_person *person)
{
	const char *order = person->order;

	if (!order)
		order = get_names_style(r, person, "order");
	return order ? order : dd_word_format(r->words, "names.order");
}

bool
dd_resolve_has_capitals(
    struct dd_resolver *r, const struct dd_person *person, bool in_lead)
{
	const char *capitals = get_names_style(r, person, "capitals");

	return capitals &&
	    (strcmp(capitals, "always") == 0 ||
		(in_lead && strcmp(capitals, "lead") == 0));
}

const char *
dd_resolve_name(
    struct dd_resolver *r, const struct dd_person *person, bool capitals)
{
	struct dd_slots slots;
	const char *family = person->family;

	if (family && capitals)
		family = dd_locale_upper(&r->locale, family);
	if (!family || !person->given)
		return family ? family : person->given;
	dd_slots_init(&slots, r->scratch);
	dd_slots_text(&slots, "family", family);
	dd_slots_text(&slots, "given", person->given);
	dd_slots_text(&slots, "other", person->other);
	dd_resolve_set_script(family, &slots);
	return dd_resolve_print(r, "name", get_order(r, person), NULL, &slots);
}

static void
set_title_slots(const struct dd_person *person, struct dd_slots *slots)
{
	dd_slots_text(slots, "style", person->style);
	dd_slots_text(slots, "courtesy", person->courtesy);
	dd_slots_text(slots, "rank", person->rank);
	dd_slots_text(slots, "academic", person->academic);
	dd_slots_text(slots, "postNominal", person->post_nominal);
}

const char *
dd_resolve_full_name(
    struct dd_resolver *r, const struct dd_person *person, bool capitals)
{
	struct dd_slots slots;

	dd_slots_init(&slots, r->scratch);
	set_title_slots(person, &slots);
	dd_slots_text(&slots, "name", dd_resolve_name(r, person, capitals));
	return dd_resolve_print(r, "person.full", NULL, NULL, &slots);
}

static const char *
print_office(struct dd_resolver *r, const struct dd_office *office)
{
	struct dd_slots slots;

	if (!office->acting)
		return office->title;
	dd_slots_init(&slots, r->scratch);
	dd_slots_text(&slots, "office", office->title);
	return dd_resolve_print(r, "office", "acting", NULL, &slots);
}

const char *
dd_resolve_offices(struct dd_resolver *r, const struct dd_person *person)
{
	xmlNode *holder = dd_resolve_holder(r);
	struct dd_joiner joiner = {
	    .resolver = r, .parent = holder, .form = "office"};
	const struct dd_office *o;

	for (o = person->offices; o; o = o->next)
		joiner.total++;
	for (o = person->offices; o; o = o->next) {
		dd_resolve_join(&joiner);
		dd_resolve_text(holder, print_office(r, o));
	}
	return joiner.total ? dd_node_text(holder, &r->summary->arena) : NULL;
}

const char *
dd_resolve_offices_of(struct dd_resolver *r, const struct dd_person *person)
{
	struct dd_slots slots;

	dd_slots_init(&slots, r->scratch);
	dd_slots_text(&slots, "office", dd_resolve_offices(r, person));
	dd_slots_text(&slots, "of", person->party->name.of);
	dd_slots_text(&slots, "longer", person->party->name.longer);
	dd_slots_text(&slots, "shorter", person->party->name.shorter);
	return dd_resolve_print(r, "office", "of", NULL, &slots);
}

/* True for a, e, i, o, u, y, plain or with an accent: French elides there. */
static bool
begins_with_vowel(const char *text)
{
	static const uint32_t vowels[] = {'a', 'e', 'i', 'o', 'u', 'y', 0xE0,
	    0xE2, 0xE8, 0xE9, 0xEA, 0xEE, 0xEF, 0xF4, 0xFB};
	uint32_t cp = 0;

	if (!text)
		return false;
	dd_utf8_decode(text, text + strlen(text), &cp);
	if (cp < 0x80 || (cp >= 0xC0 && cp <= 0xDE))
		cp |= 0x20;
	for (size_t i = 0; i < sizeof vowels / sizeof *vowels; i++)
		if (vowels[i] == cp)
			return true;
	return false;
}

/* What grammar asks of a person who is named by the office. */
static void
set_grammar_slots(struct dd_resolver *r, const struct dd_person *person,
    struct dd_slots *slots)
{
	dd_slots_flag(slots, "she", dd_resolve_is(person->pronoun, "she"));
	dd_slots_flag(
	    slots, "vowel", begins_with_vowel(dd_resolve_offices(r, person)));
}

const char *
dd_resolve_short_name(struct dd_resolver *r, const struct dd_person *person)
{
	const struct dd_office *office = person->offices;
	struct dd_slots slots;

	if (person->short_form)
		return person->short_form;
	dd_slots_init(&slots, r->scratch);
	set_title_slots(person, &slots);
	set_grammar_slots(r, person, &slots);
	dd_slots_text(&slots, "officeShort", office ? office->shorter : NULL);
	dd_slots_text(&slots, "office", office ? office->title : NULL);
	dd_slots_text(
	    &slots, "family", person->family ? person->family : person->given);
	dd_slots_text(&slots, "name", dd_resolve_name(r, person, false));
	return dd_resolve_print(r, "person", "short", NULL, &slots);
}

/* "Mr. X, Minister of Y" by the pattern person.`form`. */
static const char *
print_person(
    struct dd_resolver *r, const struct dd_person *person, const char *form)
{
	struct dd_slots slots;
	bool capitals =
	    dd_resolve_has_capitals(r, person, strcmp(form, "title") != 0);

	dd_slots_init(&slots, r->scratch);
	set_grammar_slots(r, person, &slots);
	dd_slots_text(
	    &slots, "full", dd_resolve_full_name(r, person, capitals));
	dd_slots_text(&slots, "family", person->family);
	dd_slots_text(&slots, "name", dd_resolve_name(r, person, capitals));
	dd_slots_text(&slots, "office", dd_resolve_offices(r, person));
	dd_slots_text(&slots, "firstOffice",
	    person->offices ? print_office(r, person->offices) : NULL);
	dd_slots_text(&slots, "officeOf", dd_resolve_offices_of(r, person));
	dd_slots_text(&slots, "short", dd_resolve_short_name(r, person));
	dd_slots_flag(&slots, "remote", person->remote);
	dd_slots_flag(&slots, "own", dd_resolve_is(person->party->role, "own"));
	dd_slots_text(&slots, "longer", person->party->name.longer);
	dd_slots_text(&slots, "shorter", person->party->name.shorter);
	return dd_resolve_print(r, "person", form, NULL, &slots);
}

bool
dd_resolve_put_person(struct dd_resolver *r, const struct dd_person *person,
    const char *form, xmlNode *parent)
{
	const char *text = print_person(r, person, form);
	const char *offices = dd_resolve_offices(r, person);

	if (!text)
		return false;
	dd_resolve_set(
	    dd_resolve_add_text(r, parent, "person", text), "ref", person->id);
	return offices &&
	    (dd_resolve_full_name(r, person, false) || strstr(offices, ", "));
}

/* --- r:party ------------------------------------------------------------- */

static void
put_person(
    struct dd_resolver *r, const struct dd_person *person, xmlNode *parent)
{
	xmlNode *node = dd_resolve_add(r, parent, "person");
	bool capitals = dd_resolve_has_capitals(r, person, false);

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
		for (const struct dd_person *q = p->persons; q; q = q->next)
			put_person(r, q, node);
	}
}
