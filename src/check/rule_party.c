/* SPDX-License-Identifier: MIT */
/* Rules about the sides, the place and the kind of the meeting, by its facts
 * alone. */
#include "check/rule.h"
#include <string.h>
#include "base/ascii.h"
#include "model/house.h"
#include "model/read.h"

static bool
is_call(const struct dd_summary *s)
{
	return dd_ascii_is(s->format, "telephone") ||
	    dd_ascii_is(s->format, "video");
}

/* The value of an attribute, or the name of the element without it. */
static struct dd_range
locate_value(
    const struct dd_checker *checker, const xmlNode *node, const char *attr)
{
	const xmlAttr *found = dd_node_attr(node, attr);

	return found ? dd_locate_value(checker->tree, found)
		     : dd_locate_name(checker->tree, node);
}

/* --- sides --------------------------------------------------------------- */

static void
check_single_party(struct dd_checker *checker)
{
	const struct dd_party *only = checker->summary->parties;

	if (only && !only->next)
		dd_report(checker->sink, DD_ID_PARTY_SINGLE,
		    dd_locate_name(checker->tree, only->node),
		    "This is the only party; a meeting has at least two, so "
		    "write the other side too.");
}

static void
check_own_party(struct dd_checker *checker)
{
	const struct dd_party *first = checker->summary->parties, *own = first;
	struct dd_diagnostic *found;

	while (own && !dd_ascii_is(own->role, "own"))
		own = own->next;
	if (first && !own && first->next)
		dd_report(checker->sink, DD_ID_PARTY_OWN,
		    locate_value(checker, first->node, "role"),
		    "No party has the role `own`; say which side publishes "
		    "this summary.");
	if (!own || own == first)
		return;
	found = dd_report(checker->sink, DD_ID_PARTY_OWN,
	    locate_value(checker, own->node, "role"),
	    "The own side stands behind another party; it comes first in the "
	    "title and the lead, so write it first.");
	dd_report_related(checker->sink, found,
	    dd_locate_name(checker->tree, first->node),
	    "this party stands first");
}

/* A name without the article that may stand before it. */
static const char *
skip_article(const char *name)
{
	static const char *const articles[] = {
	    "the ", "The ", "le ", "la ", "les ", "l’", "l'"};

	for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
		if (strncmp(name, articles[i], strlen(articles[i])) == 0)
			return name + strlen(articles[i]);
	return name;
}

static bool
is_same_name(const char *name, const char *known)
{
	return known && strcmp(skip_article(name), skip_article(known)) == 0;
}

/* The name of the house, which may lack the article that was typed; articles
 * other than "the" hang on the word behind them. */
static void
mend_party_name(struct dd_checker *checker, struct dd_diagnostic *found,
    const xmlNode *node, const char *name, const char *known)
{
	const char *words = skip_article(name);
	bool plain = node->children && !node->children->next;
	const char *right = known;

	if (words != name && skip_article(known) == known)
		right = strncmp(name, "the ", strlen("the ")) == 0
		    ? dd_arena_printf(&checker->arena, "the %s", known)
		    : NULL;
	if (plain && right && !strpbrk(right, "&<>"))
		dd_report_fix(checker->sink, found,
		    dd_locate_content(checker->tree, node), right);
}

static void
check_party_name(
    struct dd_checker *checker, const struct dd_party *party, bool longer)
{
	const struct dd_summary *s = checker->summary;
	const xmlNode *node =
	    dd_node_child(party->node, longer ? "longName" : "shortName");
	const char *name = node ? dd_node_text(node, &checker->arena) : NULL;
	const xmlNode *entry = dd_house_in_language(
	    dd_table_find(&s->house->countries, party->country), "name",
	    s->lang);
	const char *known = dd_node_value(entry, longer ? "long" : "short");

	if (!name || !*name || !known || is_same_name(name, known) ||
	    (!longer &&
		is_same_name(name, dd_node_value(entry, "abbreviation"))))
		return;
	mend_party_name(checker,
	    dd_report(checker->sink, DD_ID_PARTY_NAME,
		dd_locate_content(checker->tree, node),
		longer ? N_("`%s` is not the long name that the house has for "
			    "%s, which is `%s`.")
		       : N_("`%s` is not the short name that the house has "
			    "for %s, which is `%s`."),
		name, party->country, known),
	    node, name, known);
}

static void
check_party_names(struct dd_checker *checker)
{
	for (const struct dd_party *p = checker->summary->parties; p;
	     p = p->next) {
		if (!p->country || !checker->summary->house ||
		    !checker->summary->lang)
			continue;
		check_party_name(checker, p, true);
		check_party_name(checker, p, false);
	}
}

/* --- place --------------------------------------------------------------- */

static void
check_place(struct dd_checker *checker)
{
	const struct dd_summary *s = checker->summary;

	if (!s->meeting || !s->format)
		return;
	if (!is_call(s) && !dd_summary_has_place(s)) {
		dd_report(checker->sink, DD_ID_PLACE_MISSING,
		    locate_value(checker, s->meeting, "format"),
		    "The format `%s` says that people met, and no `<place>` "
		    "says where; write country and city.",
		    s->format);
	} else if (is_call(s) && s->place.node) {
		struct dd_diagnostic *found =
		    dd_report(checker->sink, DD_ID_PLACE_MISSING,
			dd_locate_name(checker->tree, s->place.node),
			"A place stands here, and the format is `%s`, which "
			"has none; correct one of them.",
			s->format);
		dd_report_related(checker->sink, found,
		    locate_value(checker, s->meeting, "format"),
		    "the format stands here");
	}
}

/* The side that was there for an occasion, where it is one; else NULL. */
static const struct dd_party *
find_visitor(const struct dd_summary *s, const xmlNode *occasion)
{
	const char *id = dd_node_value(occasion, "party");
	const struct dd_person *person = dd_table_find(&s->person_by_id, id);

	return person ? person->party : dd_table_find(&s->party_by_id, id);
}

/* Nobody visits, or is invited to, the own country. */
static void
check_visit(struct dd_checker *checker)
{
	const struct dd_summary *s = checker->summary;

	for (const xmlNode *n = dd_node_child(s->meeting, "occasion"); n;
	     n = dd_node_next(n, "occasion")) {
		const char *relation = dd_node_value(n, "relation");
		const struct dd_party *visitor = find_visitor(s, n);
		struct dd_diagnostic *found;

		if (!visitor || !visitor->country || !s->place.country ||
		    strcmp(visitor->country, s->place.country) != 0 ||
		    (!dd_ascii_is(relation, "visiting") &&
			!dd_ascii_is(relation, "invitation")))
			continue;
		found = dd_report(checker->sink, DD_ID_PLACE_HOME,
		    locate_value(checker, n, "party"),
		    "`%s` is of %s, where the meeting was held, and cannot "
		    "have been a visitor there; correct the visitor or the "
		    "place.",
		    dd_node_value(n, "party"), visitor->country);
		dd_report_related(checker->sink, found,
		    locate_value(checker, s->place.node, "country"),
		    "the country of the meeting stands here");
	}
}

/* --- kind, level, attendance --------------------------------------------- */

/* True for an office that no head of state or government has. English only:
 * no other office begins so. */
static bool
is_below_leaders(const struct dd_office *office)
{
	static const char *const beginnings[] = {"Minister for ",
	    "Minister of ", "State Minister", "Vice-Minister", "Vice Minister",
	    "Deputy Minister", "Senior Deputy", "Director", "Ambassador"};

	for (size_t i = 0; office && office->title &&
	     i < sizeof beginnings / sizeof *beginnings;
	     i++)
		if (strncmp(office->title, beginnings[i],
			strlen(beginnings[i])) == 0)
			return true;
	return false;
}

/* A meeting of leaders at which no principal can be one. */
static void
check_leaders(struct dd_checker *checker)
{
	const struct dd_summary *s = checker->summary;
	const struct dd_person *last = NULL;

	if (!dd_ascii_is(s->level, "leaders") || !dd_ascii_is(s->lang, "en") ||
	    dd_ascii_is(s->kind, "foreignMinisters") ||
	    dd_ascii_is(s->kind, "viceMinisters") ||
	    dd_ascii_is(s->kind, "officials"))
		return;
	for (const struct dd_party *p = s->parties; p; p = p->next)
		for (const struct dd_person *q = p->persons; q; q = q->next) {
			if (!q->principal)
				continue;
			if (!is_below_leaders(q->offices))
				return;
			last = q;
		}
	if (last)
		dd_report(checker->sink, DD_ID_TITLE_LEVEL,
		    locate_value(checker, s->meeting, "level"),
		    "The level is `leaders`, but no principal leads a state or "
		    "government: one of them is `%s`; correct the level "
		    "or the office.",
		    last->offices->title);
}

/* The level that goes with the kind of meeting. */
static void
check_kind(struct dd_checker *checker)
{
	static const char *const levels[][2] = {
	    {"foreignMinisters", "ministers"},
	    {"summit", "leaders"},
	    {"viceMinisters", "viceMinisters"},
	    {"officials", "officials"},

	};
	const struct dd_summary *s = checker->summary;
	struct dd_diagnostic *found;

	for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
		if (!dd_ascii_is(s->kind, levels[i][0]) || !s->level ||
		    strcmp(s->level, levels[i][1]) == 0)
			continue;
		found = dd_report(checker->sink, DD_ID_TITLE_LEVEL,
		    locate_value(checker, s->meeting, "level"),
		    "The level is `%s`, and a meeting of the kind `%s`, which "
		    "the title names, is of the level `%s`.",
		    s->level, s->kind, levels[i][1]);
		dd_report_related(checker->sink, found,
		    locate_value(checker, s->meeting, "kind"),
		    "the kind stands here");
	}
}

static void
check_level(struct dd_checker *checker)
{
	check_kind(checker);
	check_leaders(checker);
}

static bool
report_remote(struct dd_checker *checker, const struct dd_person *person)
{
	const struct dd_summary *s = checker->summary;
	bool own = dd_node_attr(person->node, "attendance") != NULL;
	struct dd_diagnostic *found;

	if (!person->remote)
		return false;
	found = dd_report(checker->sink, DD_ID_NAME_ATTENDANCE,
	    own ? locate_value(checker, person->node, "attendance")
		: locate_value(checker, s->place.node, "remoteFor"),
	    "Somebody took part from afar, and the format is `inPerson`; "
	    "write `hybrid`, or correct the attendance.");
	dd_report_related(checker->sink, found,
	    locate_value(checker, s->meeting, "format"),
	    "the format stands here");
	return true;
}

static void
check_attendance(struct dd_checker *checker)
{
	const struct dd_summary *s = checker->summary;
	bool hybrid = dd_ascii_is(s->format, "hybrid"), remote = false;

	if (!hybrid && !dd_ascii_is(s->format, "inPerson"))
		return;
	for (const struct dd_party *p = s->parties; p && !remote; p = p->next)
		for (const struct dd_person *q = p->persons; q && !remote;
		     q = q->next)
			remote = hybrid ? q->remote : report_remote(checker, q);
	if (hybrid && !remote && s->parties)
		dd_report(checker->sink, DD_ID_NAME_ATTENDANCE,
		    locate_value(checker, s->meeting, "format"),
		    "The format is `hybrid`, and nobody took part from afar; "
		    "write `attendance=\"remote\"` at those who did, or "
		    "`inPerson` here.");
}

const struct dd_rule dd_rules_party[] = {
    {.ids = DD_IDS(DD_ID_PARTY_SINGLE), .document = check_single_party},
    {.ids = DD_IDS(DD_ID_PARTY_OWN), .document = check_own_party},
    {.ids = DD_IDS(DD_ID_PARTY_NAME), .document = check_party_names},
    {.ids = DD_IDS(DD_ID_PLACE_MISSING), .document = check_place},
    {.ids = DD_IDS(DD_ID_PLACE_HOME), .document = check_visit},
    {.ids = DD_IDS(DD_ID_TITLE_LEVEL), .document = check_level},
    {.ids = DD_IDS(DD_ID_NAME_ATTENDANCE), .document = check_attendance},
    {0},
};
