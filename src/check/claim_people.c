/* SPDX-License-Identifier: MIT */
/* Claims about people: their names and offices, and the numbers of the rows
 * that their meetings stand in. */
#include <string.h>
#include "base/buffer.h"
#include "check/claim.h"
#include "xml/locate.h"
#include "xml/node.h"

static const char *
or_empty(const char *text)
{
	return text ? text : "";
}

const char *
dd_claim_name(struct dd_arena *arena, const struct dd_person *person)
{
	const char *other = or_empty(person->other);
	const char *family = or_empty(person->family);

	return dd_arena_printf(arena, "%s%s%s%s%s", or_empty(person->given),
	    *other ? " " : "", other, *family ? " " : "", family);
}

/* Where a part of a person stands, else the person. */
static struct dd_range
locate(const struct dd_claims *claims, const struct dd_person *person,
    const char *part)
{
	const xmlNode *node = dd_node_child(person->node, part);

	return node ? dd_locate_content(claims->tree, node)
		    : dd_locate_tag(claims->tree, person->node);
}

static bool
is_one_of(const char *word, const char *const *words)
{
	while (word && *words && strcmp(word, *words) != 0)
		words++;
	return word && *words;
}

/* True where the office of a principal is one that a state has once. */
static bool
is_single(const struct dd_summary *summary, const struct dd_person *person)
{
	static const char *const kinds[] = {
	    "foreignMinisters", "summit", "twoPlusTwo", NULL};
	static const char *const levels[] = {"leaders", "ministers", NULL};

	return person->principal && person->given &&
	    is_one_of(summary->kind, kinds) &&
	    is_one_of(summary->level, levels);
}

/* Nobody has more; each is compared with each. */
enum { OFFICES_MOST = 16 };

static void
read_offices(struct dd_claims *claims, const struct dd_person *person,
    const char *party, const char *name)
{
	struct dd_arena *arena = claims->arena;
	const char *folded = dd_claim_fold(arena, name);
	struct dd_buffer titles;
	int count = 0;

	dd_buffer_init(&titles, 0);
	for (const struct dd_office *o = person->offices;
	     o && count++ < OFFICES_MOST; o = o->next)
		dd_buffer_printf(&titles, "%s\n", o->title);
	if (person->offices)
		dd_claim_add(claims, DD_CLAIM_OFFICE,
		    dd_arena_printf(arena, "%s %s %s", claims->summary->lang,
			party, folded),
		    dd_claim_take(arena, &titles), person->offices->title,
		    locate(claims, person, "office"));
	for (const struct dd_office *o = person->offices; o; o = o->next)
		if (!o->acting && is_single(claims->summary, person))
			dd_claim_add(claims, DD_CLAIM_HOLDER,
			    dd_arena_printf(arena, "%s %s %s",
				claims->summary->lang, party, o->title),
			    folded, name, locate(claims, person, "name"));
}

static void
read_person(struct dd_claims *claims, const struct dd_person *person)
{
	struct dd_arena *arena = claims->arena;
	const char *party = dd_claim_party(person->party);
	const char *name = dd_claim_name(arena, person);

	if (!person->family)
		return;
	/* The register spells a name in one way by itself. */
	if (dd_node_child(person->node, "name"))
		dd_claim_add(claims, DD_CLAIM_NAME,
		    dd_arena_printf(arena, "%s %s %s", claims->summary->lang,
			party, dd_claim_fold(arena, name)),
		    name, name, locate(claims, person, "name"));
	read_offices(claims, person, party, name);
}

void
dd_claims_read_people(struct dd_claims *claims)
{
	for (const struct dd_party *p = claims->summary->parties; p;
	     p = p->next)
		for (const struct dd_person *one = p->persons; one;
		     one = one->next)
			read_person(claims, one);
}

/* --- rows of meetings ---------------------------------------------------- */

/* For what two people have counted: everybody who met. */
static void
add_people(struct dd_claims *claims, struct dd_buffer *row)
{
	for (const struct dd_party *p = claims->summary->parties; p;
	     p = p->next)
		for (const struct dd_person *one = p->persons; one;
		     one = one->next)
			if (one->principal)
				dd_buffer_printf(row, "/%s",
				    dd_claim_fold(claims->arena,
					dd_claim_name(claims->arena, one)));
}

/* For a series: it, and the kind of its meetings, because ministers and
 * officials count by themselves. Officials have many series with the same
 * other side, one for each office. */
static void
add_series(struct dd_claims *claims, struct dd_buffer *row)
{
	const struct dd_summary *s = claims->summary;
	const xmlNode *series = dd_node_child(s->head, "series");
	const char *ref = dd_node_value(series, "ref");

	if (series && !ref)
		ref = dd_node_text(series, claims->arena);
	dd_buffer_printf(row, " %s %s %s", or_empty(s->kind),
	    or_empty(s->level), or_empty(ref));
	if (!s->level || strcmp(s->level, "officials") != 0)
		return;
	for (const struct dd_party *p = s->parties; p; p = p->next)
		for (const struct dd_person *one = p->persons; one;
		     one = one->next)
			if (one->principal && one->offices)
				dd_buffer_printf(
				    row, "/%s", one->offices->title);
}

/* Each ordinal has the row in its key, so it must be short. */
static const char *
name_row(struct dd_claims *claims,
    void (*add)(struct dd_claims *claims, struct dd_buffer *row))
{
	struct dd_buffer row;

	dd_buffer_init(&row, 0);
	dd_buffer_printf(
	    &row, "%s %s", claims->summary->lang, claims->meeting.parties);
	add(claims, &row);
	return dd_claim_digest(
	    claims->arena, dd_claim_take(claims->arena, &row));
}

void
dd_claims_read_numbers(struct dd_claims *claims)
{
	const struct dd_summary *s = claims->summary;
	const xmlNode *first = dd_node_child(s->meeting, "ordinal");
	const char *people, *series;

	if (!s->start.node || !first)
		return;
	people = name_row(claims, add_people);
	series = name_row(claims, add_series);
	for (const xmlNode *n = first; n; n = dd_node_next(n, "ordinal")) {
		const xmlAttr *number = dd_node_attr(n, "number");
		const char *scope = or_empty(dd_node_value(n, "of"));
		bool counterpart = strcmp(scope, "counterpart") == 0;
		bool year = strcmp(scope, "year") == 0;

		if (number)
			dd_claim_add(claims, DD_CLAIM_NUMBER,
			    dd_arena_printf(claims->arena, "%s %d %s", scope,
				year ? s->start.date.year : 0,
				counterpart ? people : series),
			    dd_attr_text(number), dd_attr_text(number),
			    dd_locate_value(claims->tree, number));
	}
}
