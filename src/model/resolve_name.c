/* SPDX-License-Identifier: MIT */
/* Names of people and their offices in the style of the house. */
#include <string.h>
#include "model/house.h"
#include "base/ascii.h"
#include "model/resolve_internal.h"
#include "xml/node.h"

/* A setting of the house for the names of the person's side, or NULL. */
static const char *
get_names_style(
    struct dd_resolver *r, const struct dd_person *person, const char *attr)
{
	return dd_house_names(
	    r->summary->house, r->summary->lang, person->party->role, attr);
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

static const char *
print_name(struct dd_resolver *r, const struct dd_person *person, bool capitals)
{
	struct dd_slots slots;
	const char *family = person->family;
	const char *order = !family ? "givenFirst"
	    : !person->given	    ? "familyFirst"
				    : get_order(r, person);
	const char *text;

	if (family && capitals)
		family = dd_locale_upper(&r->locale, family);
	dd_slots_init(&slots, r->scratch);
	dd_slots_text(&slots, "family", family);
	dd_slots_text(&slots, "given", person->given);
	dd_slots_text(&slots, "other", person->other);
	if (family)
		dd_resolve_set_script(family, &slots);
	text = dd_resolve_print(r, "name", order, NULL, &slots);
	if (text)
		return text;
	return family ? family : person->given;
}

const char *
dd_resolve_name(
    struct dd_resolver *r, const struct dd_person *person, bool capitals)
{
	const char **kept = &person->words->name[capitals];

	return *kept ? *kept : (*kept = print_name(r, person, capitals));
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
	const char **kept = &person->words->full[capitals];
	struct dd_slots slots;

	if (*kept)
		return *kept;
	dd_slots_init(&slots, r->scratch);
	set_title_slots(person, &slots);
	dd_slots_text(&slots, "name", dd_resolve_name(r, person, capitals));
	*kept = dd_resolve_print(r, "person.full", NULL, NULL, &slots);
	return *kept;
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

static const char *
print_offices(struct dd_resolver *r, const struct dd_person *person)
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
dd_resolve_offices(struct dd_resolver *r, const struct dd_person *person)
{
	const char **kept = &person->words->offices;

	return *kept ? *kept : (*kept = print_offices(r, person));
}

const char *
dd_resolve_offices_of(struct dd_resolver *r, const struct dd_person *person)
{
	const char **kept = &person->words->offices_of;
	struct dd_slots slots;

	if (*kept)
		return *kept;

	dd_slots_init(&slots, r->scratch);
	dd_slots_text(&slots, "office", dd_resolve_offices(r, person));
	dd_slots_text(&slots, "of", person->party->name.of);
	dd_slots_text(&slots, "longer", person->party->name.longer);
	dd_slots_text(&slots, "shorter", person->party->name.shorter);
	*kept = dd_resolve_print(r, "office", "of", NULL, &slots);
	return *kept;
}

const char *
dd_resolve_short_name(struct dd_resolver *r, const struct dd_person *person)
{
	const char **kept = &person->words->mention;
	const struct dd_office *office = person->offices;
	struct dd_slots slots;

	if (person->short_form)
		return person->short_form;
	if (*kept)
		return *kept;
	dd_slots_init(&slots, r->scratch);
	set_title_slots(person, &slots);
	dd_slots_flag(&slots, "she", dd_ascii_is(person->pronoun, "she"));
	dd_slots_text(&slots, "officeShort", office ? office->shorter : NULL);
	dd_slots_text(&slots, "office", office ? office->title : NULL);
	dd_slots_text(
	    &slots, "family", person->family ? person->family : person->given);
	dd_slots_text(&slots, "name", dd_resolve_name(r, person, false));
	*kept = dd_resolve_print(r, "person", "short", NULL, &slots);
	return *kept;
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
	dd_slots_flag(&slots, "she", dd_ascii_is(person->pronoun, "she"));
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
	dd_slots_flag(&slots, "own", dd_ascii_is(person->party->role, "own"));
	dd_slots_text(&slots, "of", person->party->name.of);
	dd_slots_text(&slots, "longer", person->party->name.longer);
	dd_slots_text(&slots, "shorter", person->party->name.shorter);
	return dd_resolve_print(r, "person", form, NULL, &slots);
}

bool
dd_resolve_put_person(struct dd_resolver *r, const struct dd_person *person,
    const char *form, xmlNode *parent)
{
	const char *text = print_person(r, person, form);

	if (!text)
		return false;
	dd_resolve_set(
	    dd_resolve_add_text(r, parent, "person", text), "ref", person->id);
	return strstr(text, ", ") != NULL;
}
