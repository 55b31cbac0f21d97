/* SPDX-License-Identifier: MIT */
/* Writes the facts of the meeting. */
#include <string.h>
#include "import/document_internal.h"
#include "import/tree.h"
#include "model/house.h"
#include "xml/node.h"

static struct dd_extent
get_extent(const struct dd_lead *lead, struct dd_extent at)
{
	size_t shift = (size_t)(lead->text - lead->block->text);

	return dd_block_extent(lead->block, shift + at.from, shift + at.to);
}

/* --- when ---------------------------------------------------------------- */

static void
ask_clock(struct dd_build *build)
{
	const struct dd_lead *lead = build->lead;
	const struct dd_found_clock *clock =
	    lead->start.known ? &lead->start : &lead->home;
	const char *words = clock->known
	    ? dd_arena_ndup(build->arena, lead->text + clock->at.from,
		  clock->at.to - clock->at.from)
	    : "";

	if (build->when->reason)
		dd_ledger_ask(build->ledger, words, build->when->reason,
		    clock->known ? get_extent(lead, clock->at)
				 : (struct dd_extent){0, 0});
}

static void
write_start(struct dd_build *build, xmlNode *meeting)
{
	const struct dd_found_when *when = build->when;
	const struct dd_lead *lead = build->lead;
	const struct dd_found_clock *clock =
	    lead->start.known ? &lead->start : &lead->home;
	char iso[DD_ISO_SIZE];
	xmlNode *node;

	if (lead->date.year == 0)
		return;
	node = dd_tree_add(meeting, "start");
	if (!when->known) {
		dd_date_iso(lead->date, iso);
		dd_tree_set(node, "when", iso);
		ask_clock(build);
		return;
	}
	dd_moment_iso(&when->start, iso);
	dd_tree_set(node, "when", iso);
	if (when->zone_known)
		dd_tree_set(node, "zone", when->zone);
	else if (when->zone)
		dd_ledger_ask(build->ledger,
		    dd_arena_ndup(build->arena, lead->text + clock->at.from,
			clock->at.to - clock->at.from),
		    "several time zones of the country fit; the offset alone "
		    "is certain",
		    get_extent(lead, clock->at));
	if (clock->hedge)
		dd_tree_set(node, "hedge",
		    strcmp(clock->hedge, "over") == 0 ? "after" : clock->hedge);
	if (!clock->has_minute)
		dd_tree_set(node, "precision", "hour");
	dd_ledger_fact(build->ledger, "meeting/start", iso, when->confidence,
	    when->zone_known ? "start/zone" : "start/offset",
	    get_extent(lead, clock->at));
}

/* NULL where there is none. */
static xmlNode *
write_length(
    struct dd_build *build, int64_t minutes, const char *hedge, xmlNode *parent)
{
	long long hours = minutes / 60, rest = minutes % 60;
	xmlNode *node;

	if (minutes <= 0)
		return NULL;
	node = dd_tree_add(parent, "duration");
	dd_tree_set(node, "value",
	    hours == 0 ? dd_arena_printf(build->arena, "PT%lldM", rest)
		: rest == 0
		? dd_arena_printf(build->arena, "PT%lldH", hours)
		: dd_arena_printf(build->arena, "PT%lldH%lldM", hours, rest));
	dd_tree_set(node, "hedge", hedge);
	return node;
}

static void
write_times(struct dd_build *build, xmlNode *meeting)
{
	const struct dd_lead *lead = build->lead;
	char iso[DD_ISO_SIZE];
	xmlNode *node;

	write_start(build, meeting);
	node = write_length(build, lead->minutes, lead->length_hedge, meeting);
	if (node) {
		dd_tree_set(node, "total", lead->total ? "true" : NULL);
	} else if (build->when->known && lead->end.known) {
		node = dd_tree_add(meeting, "end");
		dd_moment_iso(&build->when->end, iso);
		dd_tree_set(node, "when", iso);
		dd_tree_set(node, "hedge", lead->end.hedge);
	}
}

/* --- where and why ------------------------------------------------------- */

static void
write_place(struct dd_build *build, xmlNode *meeting)
{
	const struct dd_lead *lead = build->lead;
	xmlNode *node;

	if (!lead->country || strcmp(lead->format, "telephone") == 0)
		return;
	node = dd_tree_add(meeting, "place");
	dd_tree_set(node, "country", lead->country);
	dd_tree_add_text(node, "city", lead->city);
	dd_tree_add_text(node, "venue", lead->venue);
}

static void
write_occasions(struct dd_build *build, xmlNode *meeting)
{
	for (const struct dd_found_occasion *o = build->lead->occasions; o;
	     o = o->next) {
		xmlNode *node = dd_tree_add(meeting, "occasion");

		dd_tree_set(node, "relation", o->relation);
		dd_tree_set(node, "party", o->party);
		dd_tree_text(node, o->text, strlen(o->text));
	}
}

/* On the day and in the zone of the meeting. */
static void
write_session_start(struct dd_build *build,
    const struct dd_found_session *session, xmlNode *parent)
{
	const struct dd_moment *first = &build->when->start;
	const struct dd_found_clock *clock = &session->start;
	struct dd_time time = {clock->hour, clock->minute, 0};
	struct dd_moment moment;
	char iso[DD_ISO_SIZE];
	xmlNode *node;

	if (!clock->known || !build->when->known)
		return;
	moment = dd_moment_at(
	    dd_clock_seconds(first->date, time) - first->offset, first->offset);
	dd_moment_iso(&moment, iso);
	if (moment.utc <= first->utc) {
		dd_ledger_ask(build->ledger,
		    session->title ? session->title : "",
		    "this part of the meeting begins before the meeting",
		    get_extent(build->lead, clock->at));
		return;
	}
	node = dd_tree_add(parent, "start");
	dd_tree_set(node, "when", iso);
	if (build->when->zone_known)
		dd_tree_set(node, "zone", build->when->zone);
	dd_tree_set(node, "hedge", clock->hedge);
	if (!clock->has_minute)
		dd_tree_set(node, "precision", "hour");
	dd_ledger_fact(build->ledger, "meeting/session/start", iso,
	    build->when->confidence, "lead/session",
	    get_extent(build->lead, clock->at));
}

static void
write_sessions(struct dd_build *build, xmlNode *meeting)
{
	for (const struct dd_found_session *s = build->lead->sessions; s;
	     s = s->next) {
		xmlNode *node = dd_tree_add(meeting, "session");

		dd_tree_set(node, "kind", s->kind);
		dd_tree_add_text(node, "title", s->title);
		write_session_start(build, s, node);
		write_length(build, s->minutes, s->hedge, node);
	}
}

/* --- who ----------------------------------------------------------------- */

static void
write_name(const struct dd_found_person *person, xmlNode *node)
{
	xmlNode *name;

	if (!person->given && !person->family)
		return;
	name = dd_tree_add(node, "name");
	dd_tree_set(name, "order", person->order);
	dd_tree_add_text(name, "given", person->given);
	dd_tree_add_text(name, "other", person->other);
	dd_tree_add_text(name, "family", person->family);
}

/* The official of the register, where an office of it was held that day; else the
 * text has to say the office. */
static const char *
find_official(
    const struct dd_build *build, const struct dd_found_person *person)
{
	const xmlNode *official =
	    dd_table_find(&build->lead->house->officials, person->official);
	const xmlNode *first =
	    official ? dd_node_child(official, "office") : NULL;
	struct dd_date day = build->lead->date.year != 0 ? build->lead->date
							 : build->lead->issued;

	for (const xmlNode *n = first; n; n = dd_node_next(n, "office"))
		if (dd_house_is_held(n, day))
			return person->official;
	return first ? NULL : person->official;
}

static void
write_person(struct dd_build *build, const struct dd_found_person *person,
    const char *role, xmlNode *party)
{
	xmlNode *node = dd_tree_add(party, role);
	const char *official = find_official(build, person);

	dd_tree_set(node, "id", person->id);
	dd_tree_set(node, "official", official);
	dd_tree_set(node, "attendance", person->remote ? "remote" : NULL);
	if (official)
		return;
	dd_tree_add_text(node, "style", person->style);
	dd_tree_add_text(node, "courtesy", person->courtesy);
	dd_tree_add_text(node, "rank", person->rank);
	dd_tree_add_text(node, "academic", person->academic);
	write_name(person, node);
	dd_tree_add_text(node, "postNominal", person->post_nominal);
	dd_tree_add_text(node, "pronoun", person->pronoun);
	for (const struct dd_found_office *o = person->offices; o; o = o->next)
		dd_tree_set(dd_tree_add_text(node, "office", o->title),
		    "acting", o->acting ? "true" : NULL);
	dd_tree_add_text(node, "shortForm", person->reference);
}

/* As the text has it, and short where that is another one. */
static void
write_party_names(const struct dd_found_party *party, xmlNode *node)
{
	const char *longer = party->name ? party->name : party->longer;

	dd_tree_add_text(node, "longName", longer);
	if (party->shorter && !strstr(longer, party->shorter))
		dd_tree_add_text(node, "shortName", party->shorter);
}

/* A side of attendees alone has no head: the first one stands for it, and an
 * editor is asked. */
static void
write_persons(
    struct dd_build *build, const struct dd_found_party *party, xmlNode *node)
{
	const struct dd_found_person *head = party->persons;

	while (head && head->attendee)
		head = head->next;
	if (!head && party->persons) {
		head = party->persons;
		dd_lead_ask(build->lead, head->name,
		    "it is not said who was at the head of this side");
	}
	for (int attendees = 0; attendees < 2; attendees++)
		for (const struct dd_found_person *p = party->persons; p;
		     p = p->next)
			if ((p->attendee && p != head) == (attendees == 1))
				write_person(build, p,
				    attendees ? "attendee" : "principal", node);
}

static void
write_party(struct dd_build *build, const struct dd_found_party *party,
    xmlNode *meeting)
{
	xmlNode *node = dd_tree_add(meeting, "party");

	dd_tree_set(node, "id", party->id);
	dd_tree_set(node, "country", party->country);
	dd_tree_set(node, "organisation", party->organisation);
	dd_tree_set(node, "role",
	    party->own	      ? "own"
		: party->host ? "host"
			      : "counterpart");
	dd_tree_set(node, "others", party->others ? "true" : NULL);
	if (!party->of_house)
		write_party_names(party, node);
	write_persons(build, party, node);
}

void
dd_document_meeting(struct dd_build *build)
{
	const struct dd_lead *lead = build->lead;
	xmlNode *meeting = dd_tree_add(build->root, "meeting");

	dd_tree_set(meeting, "kind", lead->kind);
	dd_tree_set(meeting, "level", lead->level);
	dd_tree_set(meeting, "format", lead->format);
	dd_tree_set(meeting, "initiative", lead->initiative);
	dd_tree_set(meeting, "received", lead->received);
	dd_tree_set(meeting, "interpretation", lead->interpretation);
	for (const struct dd_found_ordinal *o = lead->ordinals; o;
	     o = o->next) {
		xmlNode *node = dd_tree_add(meeting, "ordinal");

		dd_tree_set(node, "number",
		    dd_arena_printf(build->arena, "%ld", o->number));
		dd_tree_set(node, "of", o->of);
	}
	write_times(build, meeting);
	write_place(build, meeting);
	write_occasions(build, meeting);
	write_sessions(build, meeting);
	for (const struct dd_found_party *p = lead->parties; p; p = p->next)
		write_party(build, p, meeting);
}
