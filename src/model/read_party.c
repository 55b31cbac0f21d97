/* SPDX-License-Identifier: MIT */
/* Reads parties and people; what the document leaves out, the house knows. */
#include "model/read_internal.h"
#include <string.h>
#include "base/ascii.h"
#include "model/house.h"
#include "xml/locate.h"
#include "xml/node.h"

/* One field of a person: of the document, else of the house. */
static const char *
pick(struct dd_reader *r, const xmlNode *own, const xmlNode *house,
    const char *name)
{
	const char *text = dd_node_child_text(own, name, &r->summary->arena);

	return text ? text
		    : dd_node_child_text(house, name, &r->summary->arena);
}

static struct dd_office *
read_office(struct dd_reader *r, const xmlNode *node)
{
	struct dd_office *office =
	    dd_arena_alloc(&r->summary->arena, sizeof *office);

	office->title = dd_node_text(node, &r->summary->arena);
	office->shorter = dd_node_value(node, "short");
	office->acting = dd_node_flag(node, "acting");
	return office;
}

/* Offices of the house that were held that day, in the document's language. */
static const struct dd_office *
read_house_offices(
    struct dd_reader *r, const xmlNode *person, const xmlNode *official)
{
	struct dd_office *first = NULL, **last = &first;
	const xmlNode *match =
	    dd_house_in_language(official, "office", r->summary->lang);
	const char *lang = dd_node_lang(match);

	for (const xmlNode *n = match; n; n = dd_node_next(n, "office")) {
		const char *own = dd_node_lang(n);
		if (!own || strcmp(own, lang) != 0 ||
		    !dd_house_is_held(n, dd_summary_day(r->summary)))
			continue;
		*last = read_office(r, n);
		last = &(*last)->next;
	}
	if (match && !first)
		dd_report(r->sink, DD_ID_HOUSE_NO_OFFICE,
		    dd_locate_value(r->tree, dd_node_attr(person, "official")),
		    "By the house file, `%s` held no office on the day of the "
		    "meeting; correct the register, or write the `<office>` "
		    "here.",
		    dd_node_value(person, "official"));
	return first;
}

static const struct dd_office *
read_offices(struct dd_reader *r, const xmlNode *node, const xmlNode *official)
{
	struct dd_office *first = NULL, **last = &first;

	for (const xmlNode *n = dd_node_child(node, "office"); n;
	     n = dd_node_next(n, "office")) {
		*last = read_office(r, n);
		last = &(*last)->next;
	}
	if (!first && official)
		return read_house_offices(r, node, official);
	return first;
}

static const xmlNode *
find_official(struct dd_reader *r, const xmlNode *node)
{
	const struct dd_table *officials = &r->summary->house->officials;
	const char *id = dd_node_value(node, "official");
	const xmlNode *official = dd_table_find(officials, id);

	if (id && !official)
		dd_read_unknown(r, DD_ID_HOUSE_UNKNOWN_OFFICIAL, node,
		    "official", officials, N_("official"));
	return official;
}

static void
read_name(struct dd_reader *r, struct dd_person *p, const xmlNode *house_name)
{
	const xmlNode *name = dd_node_child(p->node, "name");

	p->style = pick(r, p->node, house_name, "style");
	p->courtesy = pick(r, p->node, house_name, "courtesy");
	p->rank = pick(r, p->node, house_name, "rank");
	p->academic = pick(r, p->node, house_name, "academic");
	p->post_nominal = pick(r, p->node, house_name, "postNominal");
	p->short_form = pick(r, p->node, house_name, "shortForm");
	name = name ? name : house_name;
	p->given = pick(r, name, NULL, "given");
	p->other = pick(r, name, NULL, "other");
	p->family = pick(r, name, NULL, "family");
	p->order = dd_node_value(name, "order");
}

/* True where something stands in a name that the schema refuses there. */
static bool
is_malformed(const xmlNode *name)
{
	for (const xmlNode *n = name ? name->children : NULL; n; n = n->next)
		if (n->type == XML_ELEMENT_NODE ? !dd_node_is(n, "other")
						: n->type == XML_TEXT_NODE &&
			    !xmlIsBlankNode((xmlNode *)n))
			return true;
	return false;
}

/* Someone must be printed, in the language of the document. A malformed name
 * is the schema's to tell, and nothing is missing then. */
static void
check_named(
    struct dd_reader *r, const struct dd_person *p, const xmlNode *official)
{
	const char *id = dd_node_value(p->node, "official");

	if (p->family || p->given || p->offices ||
	    is_malformed(dd_node_child(p->node, "name")))
		return;
	if (!id)
		dd_report(r->sink, DD_ID_NAME_MISSING,
		    dd_locate_name(r->tree, p->node),
		    "`<%s>` has neither a name nor an office nor an official "
		    "of the house; say who it was.",
		    (const char *)p->node->name);
	else if (official &&
	    !dd_house_in_language(official, "office", r->summary->lang))
		dd_report(r->sink, DD_ID_NAME_MISSING,
		    dd_locate_value(r->tree, dd_node_attr(p->node, "official")),
		    "The house file has neither a name nor an office of `%s` "
		    "in the language `%s`; add them there, or write them here.",
		    id, r->summary->lang);
}

static struct dd_person *
read_person(struct dd_reader *r, struct dd_party *party, xmlNode *node)
{
	struct dd_person *p = dd_arena_alloc(&r->summary->arena, sizeof *p);
	const xmlNode *official = find_official(r, node);
	const char *attendance = dd_node_value(node, "attendance");
	const char *remote = dd_node_value(r->summary->place.node, "remoteFor");

	p->node = node;
	p->words = dd_arena_alloc(&r->summary->arena, sizeof *p->words);
	p->id = dd_node_value(node, "id");
	p->party = party;
	p->principal = dd_node_is(node, "principal");
	p->remote = attendance ? strcmp(attendance, "remote") == 0
			       : dd_ascii_lists(remote, p->id) ||
		dd_ascii_lists(remote, party->id);
	p->pronoun = dd_node_child_text(node, "pronoun", &r->summary->arena);
	if (!p->pronoun)
		p->pronoun = dd_node_value(official, "pronoun");
	read_name(
	    r, p, dd_house_in_language(official, "name", r->summary->lang));
	p->offices = read_offices(r, node, official);
	check_named(r, p, official);
	if (p->id)
		dd_table_add(&r->summary->person_by_id, p->id, p);
	return p;
}

void
dd_house_designation(
    const xmlNode *entry, const char *lang, struct dd_designation *designation)
{
	const xmlNode *name = dd_house_in_language(entry, "name", lang);

	if (!name)
		return;
	designation->longer = dd_node_value(name, "long");
	designation->shorter = dd_node_value(name, "short");
	designation->of = dd_node_value(name, "of");
	designation->initial = dd_node_value(name, "initial");
	designation->abbreviation = dd_node_value(name, "abbreviation");
}

/* Names of a party: the document's, else the house's. Those of a country
 * that neither has stay NULL; resolve takes them from CLDR. */
static void
read_designation(struct dd_reader *r, struct dd_party *party)
{
	const struct dd_house *house = r->summary->house;
	struct dd_arena *arena = &r->summary->arena;
	struct dd_designation *name = &party->name;
	const char *longer = dd_node_child_text(party->node, "longName", arena);
	const char *shorter =
	    dd_node_child_text(party->node, "shortName", arena);
	const xmlNode *entry = party->organisation
	    ? dd_table_find(&house->organisations, party->organisation)
	    : dd_table_find(&house->countries, party->country);

	if (entry)
		dd_house_designation(entry, r->summary->lang, name);
	if (longer || shorter) {
		name->longer = longer ? longer : shorter;
		name->shorter = shorter ? shorter : longer;
		name->of = NULL;
	}
	if (party->organisation && !entry && !name->longer)
		dd_read_unknown(r, DD_ID_HOUSE_UNKNOWN_ORGANISATION,
		    party->node, "organisation", &house->organisations,
		    N_("organisation"));
}

static void
check_kind_of_party(struct dd_reader *r, const struct dd_party *party)
{
	bool both = party->country && party->organisation;

	if (both || (!party->country && !party->organisation))
		dd_report(r->sink, DD_ID_PARTY_KIND,
		    dd_locate_name(r->tree, party->node),
		    both ? N_("This party has a country and an organisation; "
			      "keep the one that it is.")
			 : N_("This party has neither a country nor an "
			      "organisation; write one, such as "
			      "`country=\"JP\"`."));
}

static struct dd_party *
read_party(struct dd_reader *r, xmlNode *node)
{
	struct dd_party *party =
	    dd_arena_alloc(&r->summary->arena, sizeof *party);
	struct dd_person **last = &party->persons;

	party->node = node;
	party->id = dd_node_value(node, "id");
	party->role = dd_node_value(node, "role");
	party->country = dd_node_value(node, "country");
	party->organisation = dd_node_value(node, "organisation");
	party->others = dd_node_flag(node, "others");
	check_kind_of_party(r, party);
	read_designation(r, party);
	for (xmlNode *n = dd_node_child(node, NULL); n;
	     n = dd_node_next(n, NULL)) {
		if (!dd_node_is(n, "principal") && !dd_node_is(n, "attendee"))
			continue;
		*last = read_person(r, party, n);
		last = &(*last)->next;
	}
	if (party->id)
		dd_table_add(&r->summary->party_by_id, party->id, party);
	return party;
}

void
dd_read_parties(struct dd_reader *r)
{
	struct dd_party **last = &r->summary->parties;

	for (xmlNode *n = dd_node_child(r->summary->meeting, "party"); n;
	     n = dd_node_next(n, "party")) {
		*last = read_party(r, n);
		last = &(*last)->next;
	}
}
