/* SPDX-License-Identifier: MIT */
/* Rules about people, by the facts: titles, pronoun, offices, short form. */
#include "check/rule.h"
#include <string.h>
#include "base/ascii.h"
#include "check/names.h"
#include "model/house.h"
#include "model/read.h"

/* The place of a part of a person: in the document, else the id by which the
 * house knows it. */
static struct dd_range
locate_part(const struct dd_checker *checker, const struct dd_person *person,
    const char *part)
{
	const xmlNode *node = dd_node_child(person->node, part);
	const xmlAttr *official = dd_node_attr(person->node, "official");

	if (node)
		return dd_locate_content(checker->tree, node);
	return official ? dd_locate_value(checker->tree, official)
			: dd_locate_name(checker->tree, person->node);
}

/* --- titles -------------------------------------------------------------- */

static bool
has_title(const struct dd_person *person)
{
	return person->style || person->courtesy || person->rank ||
	    person->academic;
}

static bool
has_any_title(const struct dd_summary *s)
{
	for (const struct dd_party *p = s->parties; p; p = p->next)
		for (const struct dd_person *q = p->persons; q; q = q->next)
			if (has_title(q))
				return true;
	return false;
}

/* In languages that print no titles nobody has one: all silent. */
static void
check_honorific(struct dd_checker *checker)
{
	const struct dd_summary *s = checker->summary;

	if (!has_any_title(s))
		return;
	for (const struct dd_party *p = s->parties; p; p = p->next)
		for (const struct dd_person *q = p->persons; q; q = q->next) {
			const xmlNode *name = dd_node_child(q->node, "name");

			if (!dd_ascii_is(p->role, "counterpart") ||
			    !q->principal || !q->family || has_title(q))
				continue;
			dd_report(checker->sink, DD_ID_NAME_HONORIFIC,
			    name ? dd_locate_name(checker->tree, name)
				 : locate_part(checker, q, "name"),
			    "`%s` of the other side has neither a style nor a "
			    "courtesy title, as others here have; write "
			    "`<style>` or `<courtesy>` before the name.",
			    q->family);
		}
}

static void
check_own_style(struct dd_checker *checker, const struct dd_person *person)
{
	if (!dd_ascii_is(person->party->role, "own") || !person->style ||
	    !dd_name_is_excellency(person->style))
		return;
	dd_report(checker->sink, DD_ID_NAME_OWN_STYLE,
	    locate_part(checker, person, "style"),
	    "`%s` stands before a name of the own side, which gives this "
	    "style to others and not to itself; take it out.",
	    person->style);
}

static void
check_courtesy(struct dd_checker *checker, const struct dd_person *person)
{
	const char *pronoun = dd_name_courtesy_pronoun(person->courtesy);
	struct dd_diagnostic *found;

	if (!pronoun || !person->pronoun ||
	    strcmp(pronoun, person->pronoun) == 0)
		return;
	found = dd_report(checker->sink, DD_ID_NAME_COURTESY,
	    locate_part(checker, person, "courtesy"),
	    "The courtesy title `%s` belongs to the pronoun `%s`, and the "
	    "pronoun of this person is `%s`; correct one of them.",
	    person->courtesy, pronoun, person->pronoun);
	dd_report_related(checker->sink, found,
	    locate_part(checker, person, "pronoun"), "the pronoun stands here");
}

/* --- the register of officials ------------------------------------------- */

/* People are the same by country or organisation and both names. */
static const char *
make_key(struct dd_checker *checker, const char *party, const char *family,
    const char *given)
{
	return dd_arena_printf(
	    &checker->arena, "%s\n%s\n%s", party, family, given);
}

static void
add_official(
    struct dd_checker *checker, struct dd_table *table, xmlNode *official)
{
	const xmlNode *name =
	    dd_house_in_language(official, "name", checker->summary->lang);
	const char *party = dd_node_value(official, "party");
	const char *family =
	    dd_node_child_text(name, "family", &checker->arena);
	const char *given = dd_node_child_text(name, "given", &checker->arena);

	if (party && family && given)
		dd_table_add(
		    table, make_key(checker, party, family, given), official);
}

static const xmlNode *
find_official(struct dd_checker *checker, const struct dd_table *table,
    const struct dd_person *person)
{
	const char *id = dd_node_value(person->node, "official");
	const char *party = person->party->country
	    ? person->party->country
	    : person->party->organisation;

	if (id)
		return dd_table_find(&checker->summary->house->officials, id);
	if (!party || !person->family || !person->given)
		return NULL;
	return dd_table_find(
	    table, make_key(checker, party, person->family, person->given));
}

/* What the register says of an official, seen from one office. */
struct entry {
	const char *held; /* an office of that day, or NULL */
	bool found;	  /* the same words, that day */
	bool acting;	  /* of the office found */
};

static struct entry
find_entry(
    struct dd_checker *checker, const xmlNode *official, const char *title)
{
	const xmlNode *match =
	    dd_house_in_language(official, "office", checker->summary->lang);
	const char *lang = dd_node_lang(match);
	struct dd_date day = dd_summary_day(checker->summary);
	struct entry entry = {0};

	for (const xmlNode *n = match; n; n = dd_node_next(n, "office")) {
		const char *text = dd_node_text(n, &checker->arena);
		bool same = strcmp(text, title) == 0;

		if (!dd_ascii_is(dd_node_lang(n), lang) ||
		    !dd_house_is_held(n, day))
			continue;
		entry.held = entry.held ? entry.held : text;
		entry.found |= same;
		entry.acting |= same && dd_node_flag(n, "acting");
	}
	return entry;
}

/* One sentence on what is wrong with an office, or NULL. Of somebody who was
 * found by the name alone, another office may be meant: it must be like. */
static const char *
judge_office(struct dd_checker *checker, const struct entry *entry,
    const char *title, bool acting, bool sure)
{
	char day[16];

	dd_date_iso(dd_summary_day(checker->summary), day);
	if (entry->found && entry->acting != acting)
		return acting
		    ? dd_check_say(checker,
			  "By the house file this person was in full `%s` on "
			  "%s; take out `acting=\"true\"`, or correct the "
			  "register.",
			  title, day)
		    : dd_check_say(checker,
			  "By the house file this person was acting `%s` on "
			  "%s; write `acting=\"true\"`, or correct the "
			  "register.",
			  title, day);
	if (entry->found)
		return NULL;
	if (entry->held &&
	    (sure || dd_name_share_word(entry->held, title, &checker->arena)))
		return dd_check_say(checker,
		    "By the house file this person was `%s` on %s, and not "
		    "`%s`; correct the office or the register.",
		    entry->held, day, title);
	return NULL;
}

static void
check_offices(struct dd_checker *checker, const struct dd_person *person,
    const xmlNode *official)
{
	for (const xmlNode *n = dd_node_child(person->node, "office"); n;
	     n = dd_node_next(n, "office")) {
		const char *title = dd_node_text(n, &checker->arena);
		struct entry entry = find_entry(checker, official, title);
		const char *fault = judge_office(checker, &entry, title,
		    dd_node_flag(n, "acting"),
		    dd_node_attr(person->node, "official") != NULL);

		if (!fault)
			continue;
		dd_report(checker->sink, DD_ID_HOUSE_OFFICE_DATES,
		    dd_locate_content(checker->tree, n), "%s", fault);
		return;
	}
}

/* --- all of a person ----------------------------------------------------- */

static void
check_short_form(struct dd_checker *checker, const struct dd_person *person)
{
	const xmlNode *node = dd_node_child(person->node, "shortForm");

	if (!node || !person->short_form || !*person->short_form ||
	    (!person->family && !person->given && !person->offices) ||
	    dd_name_may_mean(person, person->short_form, &checker->arena))
		return;
	dd_report(checker->sink, DD_ID_NAME_SHORT_FORM,
	    dd_locate_content(checker->tree, node),
	    "`%s` holds no word of this person's name or office, so nobody can "
	    "tell who is meant.",
	    person->short_form);
}

/* True for somebody with an office whom the register may know by name. */
static bool
needs_register(const struct dd_summary *s)
{
	for (const struct dd_party *p = s->parties; p; p = p->next)
		for (const struct dd_person *q = p->persons; q; q = q->next)
			if (q->family && !dd_node_attr(q->node, "official") &&
			    dd_node_child(q->node, "office"))
				return true;
	return false;
}

static void
check_people(struct dd_checker *checker)
{
	const struct dd_summary *s = checker->summary;
	struct dd_table officials;

	dd_table_init(&officials);
	for (xmlNode *n = needs_register(s)
		 ? dd_house_first(s->house, "official")
		 : NULL;
	     n; n = dd_node_next(n, "official"))
		add_official(checker, &officials, n);
	for (const struct dd_party *p = s->parties; p; p = p->next)
		for (const struct dd_person *q = p->persons; q; q = q->next) {
			const xmlNode *official =
			    find_official(checker, &officials, q);

			check_own_style(checker, q);
			check_courtesy(checker, q);
			check_short_form(checker, q);
			if (official)
				check_offices(checker, q, official);
		}
	dd_table_release(&officials);
}

const struct dd_rule dd_rules_person[] = {
    {.ids = DD_IDS(DD_ID_NAME_HONORIFIC), .document = check_honorific},
    {.ids = DD_IDS(DD_ID_HOUSE_OFFICE_DATES, DD_ID_NAME_COURTESY,
	 DD_ID_NAME_OWN_STYLE, DD_ID_NAME_SHORT_FORM),
	.document = check_people},
    {0},
};
