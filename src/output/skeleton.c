/* SPDX-License-Identifier: MIT */
/* Owns: what belongs into a summary of each kind, and the words of its marks. */
#include "output/skeleton.h"
#include <stdbool.h>
#include <string.h>
#include "base/arena.h"
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/messages.h"
#include "model/house.h"
#include "output/canonical.h"
#include "xml/node.h"

enum part {
	GUESSED = 1 << 0,  /* the kind does not say at which level */
	ROUND = 1 << 1,	   /* one of a row */
	TWO_EACH = 1 << 2, /* two ministers of each side */
	THREE = 1 << 3,	   /* parties */
	RECEIVED = 1 << 4, /* one side called on the other */
	SESSIONS = 1 << 5
};

static const struct kind {
	const char *name, *level;
	unsigned parts;
} kinds[] = {
    {"foreignMinisters", "ministers", 0},
    {"summit", "leaders", 0},
    {"strategicDialogue", "ministers", ROUND},
    {"twoPlusTwo", "ministers", ROUND | TWO_EACH},
    {"viceMinisters", "viceMinisters", 0},
    {"officials", "officials", ROUND},
    {"courtesyCall", "ambassador", GUESSED | RECEIVED},
    {"informal", "ministers", GUESSED},
    {"multilateral", "ministers", GUESSED | THREE},
    {"visit", "ministers", GUESSED | RECEIVED | SESSIONS},
    {"other", "ministers", GUESSED},
};

enum { KINDS = sizeof(kinds) / sizeof(*kinds), PARTIES_MAX = 26 };

/* Stands for words that nobody has written yet, in any language. */
static const char gap[] = "\xE2\x80\xA6";

struct draft {
	const struct dd_skeleton *skeleton;
	const struct kind *kind;
	struct dd_arena arena;
	struct dd_error *error;
	xmlNs *ns;
	size_t party_count;
	struct {
		const char *name; /* "JP", "eu" */
		const char *id;
		bool known; /* named by the caller or the house */
	} parties[PARTIES_MAX];
};

const char *
dd_skeleton_kind(size_t index)
{
	return index < KINDS ? kinds[index].name : NULL;
}

/* --- pieces ---------------------------------------------------------------- */

static xmlNode *
add(struct draft *d, xmlNode *parent, const char *name, const char *text)
{
	return xmlNewTextChild(
	    parent, d->ns, (const xmlChar *)name, (const xmlChar *)text);
}

static void
set(xmlNode *node, const char *name, const char *value)
{
	if (value)
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
static int
choose_parties(struct draft *d)
{
	const struct dd_skeleton *s = d->skeleton;
	size_t least = d->kind->parts & THREE ? 3 : 2;
	const xmlNode *home = dd_house_home(s->house, NULL);
	const char *own = home ? dd_node_value(home, "country") : NULL;

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
	person = add(d, party, "principal", NULL);
	set(person, "id", id);
	name = add(d, person, "name", NULL);
	add(d, name, "given", gap);
	add(d, name, "family", gap);
	add(d, person, "office", gap);
}

static void
put_names(struct draft *d, xmlNode *party, const char *name)
{
	if (is_country(name) ||
	    dd_table_find(&d->skeleton->house->organisations, name))
		return;
	mark(d, party, N_("what the organisation is called"));
	add(d, party, "longName", gap);
	add(d, party, "shortName", gap);
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
	party = add(d, meeting, "party", NULL);
	set(party, "id", id);
	set(party, is_country(name) ? "country" : "organisation", name);
	set(party, "role", index == 0 ? "own" : "counterpart");
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
	start = add(d, meeting, "start", NULL);
	set(start, "when", s->when ? s->when : s->today);
	set(start, "zone", s->zone);
	mark(d, meeting,
	    N_("how long it took, as in <duration value=\"PT45M\"/>"));
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

	if (!given && is_call(d->skeleton->format))
		return;
	city = given ? strchr(given, '/') : NULL;
	country = is_country(d->parties[0].name) ? d->parties[0].name : "XA";
	if (given)
		country = dd_arena_ndup(&d->arena, given,
		    city ? (size_t)(city - given) : strlen(given));
	if (!given)
		mark(d, meeting, N_("in which country and city it was held"));
	else if (!city)
		mark(d, meeting, N_("in which city it was held"));
	place = add(d, meeting, "place", NULL);
	set(place, "country", country);
	add(d, place, "city", city ? city + 1 : gap);
}

static void
put_facts(struct draft *d, xmlNode *meeting)
{
	const struct dd_skeleton *s = d->skeleton;
	unsigned parts = d->kind->parts;

	set(meeting, "kind", d->kind->name);
	set(meeting, "level", s->level ? s->level : d->kind->level);
	set(meeting, "format", s->format ? s->format : "inPerson");
	if (!s->level && parts & GUESSED)
		mark(d, meeting, N_("at which level the sides met"));
	if (parts & RECEIVED) {
		set(meeting, "received", "own");
		mark(d, meeting, N_("which side received the other"));
	}
	if (parts & ROUND)
		mark(d, meeting,
		    N_("which of a row it was, as in <ordinal number=\"3\" "
		       "of=\"series\"/>"));
}

static void
put_meeting(struct draft *d, xmlNode *root)
{
	xmlNode *meeting = add(d, root, "meeting", NULL);

	put_facts(d, meeting);
	put_start(d, meeting);
	put_place(d, meeting);
	if (d->kind->parts & SESSIONS)
		mark(d, meeting,
		    N_("its parts, as in <session kind=\"plenary\">, with "
		       "<start> and <place>"));
	for (size_t i = 0; i < d->party_count; i++)
		put_party(d, meeting, i);
}

/* --- the rest -------------------------------------------------------------- */

/* The ids of all parties, each behind `separator`. */
static const char *
join_ids(struct draft *d, char separator)
{
	const char *all = "";

	for (size_t i = 0; i < d->party_count; i++)
		all = dd_arena_printf(
		    &d->arena, "%s%c%s", all, separator, d->parties[i].id);
	return all;
}

static void
put_head(struct draft *d, xmlNode *root)
{
	const struct dd_skeleton *s = d->skeleton;
	const char *day = s->today;
	xmlNode *issued;

	if (s->when && strlen(s->when) >= 10 && strcmp(s->when, day) > 0)
		day = dd_arena_ndup(&d->arena, s->when, 10);
	issued = add(d, add(d, root, "head", NULL), "issued", NULL);
	set(issued, "date", day);
}

static void
put_body(struct draft *d, xmlNode *root)
{
	xmlNode *item = add(d, add(d, root, "body", NULL), "item", NULL);
	xmlNode *statement;

	mark(d, item,
	    N_("what was said: a <statement> for each act, with its speaker, "
	       "and an <item> for each point"));
	statement = add(d, item, "statement", gap);
	set(statement, "speaker", join_ids(d, ' ') + 1);
	set(statement, "act", "exchangeViews");
}

/* The day on which the meeting was, as far as an id needs it. */
static const char *
make_id(struct draft *d)
{
	const struct dd_skeleton *s = d->skeleton;
	const char *day = s->when ? s->when : s->today;

	return dd_arena_printf(
	    &d->arena, "s%.10s%s-%s", day, join_ids(d, '-'), s->lang);
}

/* How editors of XML learn which vocabulary it is. */
static void
put_address(struct draft *d, xmlDoc *doc)
{
	const char *text = dd_arena_printf(&d->arena,
	    "href=\"%s\" type=\"application/xml\" "
	    "schematypens=\"http://www.w3.org/2001/XMLSchema\"",
	    d->skeleton->address);

	xmlAddChild((xmlNode *)doc,
	    xmlNewDocPI(
		doc, (const xmlChar *)"xml-model", (const xmlChar *)text));
}

static void
put_document(struct draft *d, xmlDoc *doc)
{
	xmlNode *root;

	if (d->skeleton->address)
		put_address(d, doc);
	root =
	    xmlNewDocNode(doc, NULL, (const xmlChar *)"meetingSummary", NULL);
	xmlDocSetRootElement(doc, root);
	d->ns = xmlNewNs(root, (const xmlChar *)DD_NS_SUMMARY, NULL);
	xmlSetNs(root, d->ns);
	xmlNodeSetLang(root, (const xmlChar *)d->skeleton->lang);
	set(root, "id", make_id(d));
	set(root, "version", "1");
	set(root, "status", "draft");
	put_head(d, root);
	put_meeting(d, root);
	put_body(d, root);
}

int
dd_skeleton_write(const struct dd_skeleton *skeleton, struct dd_buffer *out,
    struct dd_error *error)
{
	struct dd_canonical_options options = {.schema = skeleton->schema};
	struct draft d = {.skeleton = skeleton, .error = error};
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	int result;

	for (size_t i = 0; i < KINDS; i++)
		if (strcmp(kinds[i].name, skeleton->kind) == 0)
			d.kind = &kinds[i];
	dd_arena_init(&d.arena);
	result = d.kind
	    ? choose_parties(&d)
	    : dd_error_set(error, DD_E_USAGE,
		  "There is no kind of meeting `%s`.", skeleton->kind);
	if (result == DD_OK) {
		put_document(&d, doc);
		result = dd_canonical_write(doc, &options, out, error);
	}
	xmlFreeDoc(doc);
	dd_arena_release(&d.arena);
	return result;
}
