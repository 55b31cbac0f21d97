/* SPDX-License-Identifier: MIT */
/* Owns: what stands for facts that are missing, and the words of marks. */
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/messages.h"
#include "model/house.h"
#include "output/skeleton_internal.h"
#include "xml/node.h"

/* Stands for words that nobody has written yet, in any language. */
static const char gap[] = "\xE2\x80\xA6";

/* --- pieces ---------------------------------------------------------------- */

xmlNode *
dd_skeleton_add(
    struct draft *d, xmlNode *parent, const char *name, const char *text)
{
	return xmlNewTextChild(
	    parent, d->ns, (const xmlChar *)name, (const xmlChar *)text);
}

void
dd_skeleton_set(xmlNode *node, const char *name, const char *value)
{
	if (value && !dd_node_attr(node, name))
		xmlNewProp(node, (const xmlChar *)name, (const xmlChar *)value);
}

/* Marks that something is missing at the end of `parent`. */
static void
mark(struct draft *d, xmlNode *parent, const char *what)
{
	const char *text =
	    dd_arena_printf(&d->arena, "todo %s", dd_error_say(d->error, what));

	xmlAddChild(parent,
	    xmlNewDocPI(parent->doc, (const xmlChar *)"diplodoc",
		(const xmlChar *)text));
}

/* --- parties --------------------------------------------------------------- */

static bool
is_country(const char *name)
{
	return strlen(name) == 2 && name[0] >= 'A' && name[0] <= 'Z' &&
	    name[1] >= 'A' && name[1] <= 'Z';
}

static bool
is_taken(const struct draft *d, const char *name)
{
	for (size_t i = 0; i < d->party_count; i++)
		if (strcmp(d->parties[i].name, name) == 0)
			return true;
	return false;
}

static void
add_given_parties(struct draft *d)
{
	const xmlNode *n =
	    d->given_meeting ? dd_node_child(d->given_meeting, "party") : NULL;

	for (; n && d->party_count < PARTIES_MAX;
	     n = dd_node_next(n, "party")) {
		const char *id = dd_node_value(n, "id");

		d->parties[d->party_count++].id = id ? id : "";
	}
}

static void
add_party(struct draft *d, const char *name, bool known)
{
	char *id = dd_arena_dup(&d->arena, name);

	for (char *p = id; *p; p++)
		*p = dd_ascii_lower(*p);
	d->parties[d->party_count].name = name;
	d->parties[d->party_count].id = id;
	d->parties[d->party_count++].known = known;
}

/* A code that no country has, until somebody says which it was. */
static void
add_unknown_party(struct draft *d)
{
	const char *name;
	char letter = 'A';

	do
		name = dd_arena_printf(&d->arena, "X%c", letter++);
	while (is_taken(d, name));
	add_party(d, name, false);
}

/* Those named; the home of the house where none is; and as many more as the
 * kind needs. */
int
dd_skeleton_choose_parties(struct draft *d)
{
	const struct dd_skeleton *s = d->skeleton;
	size_t least = d->kind->parts & THREE ? 3 : 2;
	const xmlNode *home = dd_house_home(s->house, NULL);
	const char *own = home ? dd_node_value(home, "country") : NULL;

	add_given_parties(d);
	if (d->party_count > 0)
		return DD_OK;
	if (s->party_count > PARTIES_MAX - 3)
		return dd_error_set(d->error, DD_E_USAGE,
		    "%zu parties are more than fit; name at most %d.",
		    s->party_count, PARTIES_MAX - 3);
	for (size_t i = 0; i < s->party_count; i++)
		add_party(d, s->parties[i], true);
	if (s->party_count == 0 && own)
		add_party(d, own, true);
	while (d->party_count < least)
		add_unknown_party(d);
	return DD_OK;
}

static void
put_person(struct draft *d, xmlNode *party, const char *id)
{
	xmlNode *person, *name;

	mark(d, party,
	    N_("who spoke for this side: name and office, or "
	       "official=\"...\" with an id of the house file"));
	person = dd_skeleton_add(d, party, "principal", NULL);
	dd_skeleton_set(person, "id", id);
	name = dd_skeleton_add(d, person, "name", NULL);
	dd_skeleton_add(d, name, "given", gap);
	dd_skeleton_add(d, name, "family", gap);
	dd_skeleton_add(d, person, "office", gap);
}

static void
put_names(struct draft *d, xmlNode *party, const char *name)
{
	if (is_country(name) ||
	    dd_table_find(&d->skeleton->house->organisations, name))
		return;
	mark(d, party, N_("what the organisation is called"));
	dd_skeleton_add(d, party, "longName", gap);
	dd_skeleton_add(d, party, "shortName", gap);
}

static void
put_party(struct draft *d, xmlNode *meeting, size_t index)
{
	const char *name = d->parties[index].name, *id = d->parties[index].id;
	size_t people = d->kind->parts & TWO_EACH ? 2 : 1;
	xmlNode *party;

	if (!d->parties[index].known)
		mark(d, meeting,
		    index == 0
			? N_("which country or organisation the own side was")
			: N_("which country or organisation the other side "
			     "was"));
	party = dd_skeleton_add(d, meeting, "party", NULL);
	dd_skeleton_set(party, "id", id);
	dd_skeleton_set(
	    party, is_country(name) ? "country" : "organisation", name);
	dd_skeleton_set(party, "role", index == 0 ? "own" : "counterpart");
	put_names(d, party, name);
	for (size_t i = 1; i <= people; i++)
		put_person(
		    d, party, dd_arena_printf(&d->arena, "%s-%zu", id, i));
}

/* --- the meeting ----------------------------------------------------------- */

static void
put_start(struct draft *d, xmlNode *meeting)
{
	const struct dd_skeleton *s = d->skeleton;
	bool clock = s->when && strchr(s->when, 'T');
	xmlNode *start;

	if (!s->when)
		mark(d, meeting,
		    N_("when it began, by the clock of the place, as in "
		       "when=\"2026-11-26T14:30:00+01:00\" "
		       "zone=\"Europe/Vienna\""));
	else if (!clock)
		mark(d, meeting,
		    N_("at what time it began, where that is known, as in "
		       "when=\"2026-11-26T14:30:00+01:00\" "
		       "zone=\"Europe/Vienna\""));
	else if (!s->zone)
		mark(d, meeting,
		    N_("the time zone of the place, as in "
		       "zone=\"Europe/Vienna\""));
	start = dd_skeleton_add(d, meeting, "start", NULL);
	dd_skeleton_set(start, "when", s->when ? s->when : s->today);
	dd_skeleton_set(start, "zone", s->zone);
}

static void
mark_duration(struct draft *d, xmlNode *meeting)
{
	if (!d->given_meeting || !dd_node_child(d->given_meeting, "end"))
		mark(d, meeting,
		    N_("how long it took, as in <duration "
		       "value=\"PT45M\"/>"));
}

static bool
is_call(const char *format)
{
	return format &&
	    (strcmp(format, "telephone") == 0 || strcmp(format, "video") == 0);
}

/* "AT/Vienna" */
static void
put_place(struct draft *d, xmlNode *meeting)
{
	const char *given = d->skeleton->place, *country, *city;
	xmlNode *place;

	if (!given && is_call(dd_node_value(meeting, "format")))
		return;
	city = given ? strchr(given, '/') : NULL;
	country = d->parties[0].name && is_country(d->parties[0].name)
	    ? d->parties[0].name
	    : "XA";
	if (given)
		country = dd_arena_ndup(&d->arena, given,
		    city ? (size_t)(city - given) : strlen(given));
	if (!given)
		mark(d, meeting, N_("in which country and city it was held"));
	else if (!city)
		mark(d, meeting, N_("in which city it was held"));
	place = dd_skeleton_add(d, meeting, "place", NULL);
	dd_skeleton_set(place, "country", country);
	dd_skeleton_add(d, place, "city", city ? city + 1 : gap);
}

void
dd_skeleton_put_facts(struct draft *d, xmlNode *meeting)
{
	const struct dd_skeleton *s = d->skeleton;
	unsigned parts = d->kind->parts;
	bool known = dd_node_attr(meeting, "level") != NULL;
	bool received = dd_node_attr(meeting, "received") != NULL;

	dd_skeleton_set(meeting, "kind", d->kind->name);
	dd_skeleton_set(meeting, "level", s->level ? s->level : d->kind->level);
	dd_skeleton_set(meeting, "format", s->format ? s->format : "inPerson");
	if (!known && !s->level && parts & GUESSED)
		mark(d, meeting, N_("at which level the sides met"));
	if (parts & RECEIVED && !received) {
		dd_skeleton_set(meeting, "received", "own");
		mark(d, meeting, N_("which side received the other"));
	}
}

static void
mark_round(struct draft *d, xmlNode *meeting)
{
	if (d->kind->parts & ROUND)
		mark(d, meeting,
		    N_("which of a row it was, as in <ordinal number=\"3\" "
		       "of=\"series\"/>"));
}

static void
mark_sessions(struct draft *d, xmlNode *meeting)
{
	if (d->kind->parts & SESSIONS)
		mark(d, meeting,
		    N_("its parts, as in <session kind=\"plenary\">, with "
		       "<start> and <place>"));
}

static void
put_parties(struct draft *d, xmlNode *meeting)
{
	for (size_t i = 0; i < d->party_count; i++)
		put_party(d, meeting, i);
}

const char *
dd_skeleton_join_ids(struct draft *d, char separator)
{
	const char *all = "";

	for (size_t i = 0; i < d->party_count; i++)
		all = dd_arena_printf(
		    &d->arena, "%s%c%s", all, separator, d->parties[i].id);
	return all;
}

static void
put_issued(struct draft *d, xmlNode *head)
{
	const struct dd_skeleton *s = d->skeleton;
	const char *day = s->today, *when = d->when;
	xmlNode *issued;

	if (when && strlen(when) >= 10 && strcmp(when, day) > 0)
		day = dd_arena_ndup(&d->arena, when, 10);
	issued = dd_skeleton_add(d, head, "issued", NULL);
	dd_skeleton_set(issued, "date", day);
}

static void
put_body(struct draft *d, xmlNode *root)
{
	xmlNode *item = dd_skeleton_add(
	    d, dd_skeleton_add(d, root, "body", NULL), "item", NULL);
	xmlNode *statement;

	mark(d, item,
	    N_("what was said: a <statement> for each act, with its speaker, "
	       "and an <item> for each point"));
	statement = dd_skeleton_add(d, item, "statement", gap);
	dd_skeleton_set(statement, "speaker", dd_skeleton_join_ids(d, ' ') + 1);
	dd_skeleton_set(statement, "act", "exchangeViews");
}

/* What stands in an element where the facts have nothing of that name. */
static const struct filler {
	const char *name;
	void (*fill)(struct draft *draft, xmlNode *parent);
} fillers[] = {
    {"issued", put_issued},
    {"ordinal", mark_round},
    {"start", put_start},
    {"duration", mark_duration},
    {"place", put_place},
    {"session", mark_sessions},
    {"party", put_parties},
    {"body", put_body},
};

void
dd_skeleton_fill_gap(struct draft *d, xmlNode *parent, const char *name)
{
	for (size_t i = 0; i < sizeof(fillers) / sizeof(*fillers); i++)
		if (strcmp(fillers[i].name, name) == 0)
			fillers[i].fill(d, parent);
}
