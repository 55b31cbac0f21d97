/* SPDX-License-Identifier: MIT */
/* Reads when, how long and where; proves offsets against zones. */
#include "model/read_internal.h"
#include <stdio.h>
#include "base/error.h"
#include "model/zone.h"
#include "xml/locate.h"
#include "xml/node.h"

static void
report_unknown_zone(struct dd_reader *r, const xmlNode *node, const char *zone)
{
	char nearest[64];
	struct dd_range range =
	    dd_locate_value(r->tree, dd_node_attr(node, "zone"));

	if (dd_zone_nearest(r->zones, zone, nearest, sizeof nearest))
		dd_report(r->sink, DD_ID_CLOCK_UNKNOWN_ZONE, range,
		    "There is no time zone `%s`; did you mean `%s`?", zone,
		    nearest);
	else
		dd_report(r->sink, DD_ID_CLOCK_UNKNOWN_ZONE, range,
		    "There is no time zone `%s`; write its IANA name, such as "
		    "`Asia/Jakarta`.",
		    zone);
}

static void
format_offset(int offset, char out[8])
{
	int minutes = (offset < 0 ? -offset : offset) / 60;

	snprintf(out, 8, "%c%02d:%02d", offset < 0 ? '-' : '+',
	    minutes / 60 % 100, minutes % 60);
}

/* The offset must be one that the zone has at that local time. Local mean time
 * has seconds, which a document cannot state: the minutes must agree. */
static void
prove_offset(struct dd_reader *r, const struct dd_when *when)
{
	int offsets[2];
	size_t count = dd_zone_local(
	    when->zone, when->moment.date, when->moment.time, offsets);
	struct dd_range range =
	    dd_locate_value(r->tree, dd_node_attr(when->node, "when"));
	char wanted[8], stated[8];

	for (size_t i = 0; i < count; i++)
		if (offsets[i] / 60 == when->moment.offset / 60)
			return;
	format_offset(when->moment.offset, stated);
	if (count == 0) {
		dd_report(r->sink, DD_ID_CLOCK_OFFSET, range,
		    "The clocks of `%s` skipped this time on that day; correct "
		    "the time.",
		    dd_zone_name(when->zone));
		return;
	}
	format_offset(offsets[0], wanted);
	dd_report(r->sink, DD_ID_CLOCK_OFFSET, range,
	    "The offset is `%s`, but `%s` was at `%s` then; correct the "
	    "offset or the zone.",
	    stated, dd_zone_name(when->zone), wanted);
}

static void
read_zone(struct dd_reader *r, struct dd_when *when)
{
	const char *name = dd_node_value(when->node, "zone");
	int found;

	if (!name || r->failure)
		return;
	found = dd_zone_find(r->zones, name, &when->zone, r->error);
	if (found < 0)
		r->failure = found;
	else if (found > 0)
		report_unknown_zone(r, when->node, name);
	else if (when->has_clock)
		prove_offset(r, when);
}

static void
read_when(struct dd_reader *r, const xmlNode *parent, const char *name,
    struct dd_when *when)
{
	xmlNode *node = dd_node_child(parent, name);
	const char *text = dd_node_value(node, "when");

	if (!text)
		return;
	when->has_clock = dd_moment_parse(text, &when->moment);
	if (when->has_clock)
		when->date = when->moment.date;
	else if (!dd_date_parse(text, &when->date))
		return;
	when->node = node;
	when->hedge = dd_node_value(node, "hedge");
	when->precision = dd_node_value(node, "precision");
	when->part_of_day = dd_node_value(node, "partOfDay");
	when->show = dd_node_value(node, "show");
	read_zone(r, when);
}

static void
read_length(const xmlNode *parent, struct dd_length *length)
{
	xmlNode *node = dd_node_child(parent, "duration");

	length->value = dd_node_value(node, "value");
	if (!length->value ||
	    !dd_duration_parse(length->value, &length->minutes))
		return;
	length->node = node;
	length->hedge = dd_node_value(node, "hedge");
	length->total = dd_node_flag(node, "total");
}

static void
read_place(struct dd_reader *r, const xmlNode *parent, struct dd_venue *place)
{
	struct dd_arena *arena = &r->summary->arena;

	place->node = dd_node_child(parent, "place");
	place->country = dd_node_value(place->node, "country");
	place->city = dd_node_child_text(place->node, "city", arena);
	place->venue = dd_node_child_text(place->node, "venue", arena);
}

/* An end has the zone of its start, and comes after it. */
static void
join_end(struct dd_reader *r, const struct dd_when *start, struct dd_when *end)
{
	if (!end->node || !start->node)
		return;
	end->zone = start->zone;
	if (end->zone)
		prove_offset(r, end);
	if (start->has_clock && end->has_clock &&
	    end->moment.utc < start->moment.utc) {
		struct dd_diagnostic *d = dd_report(r->sink, DD_ID_CLOCK_ORDER,
		    dd_locate_value(r->tree, dd_node_attr(end->node, "when")),
		    "The end `%s` is before the start `%s`.",
		    dd_node_value(end->node, "when"),
		    dd_node_value(start->node, "when"));
		dd_report_related(r->sink, d,
		    dd_locate_value(r->tree, dd_node_attr(start->node, "when")),
		    "the start is here");
	}
}

static struct dd_session *
read_session(struct dd_reader *r, xmlNode *node)
{
	struct dd_session *session =
	    dd_arena_alloc(&r->summary->arena, sizeof *session);

	session->node = node;
	session->id = dd_node_value(node, "id");
	session->kind = dd_node_value(node, "kind");
	session->title = dd_node_child_text(node, "title", &r->summary->arena);
	read_when(r, node, "start", &session->start);
	read_when(r, node, "end", &session->end);
	join_end(r, &session->start, &session->end);
	read_length(node, &session->duration);
	read_place(r, node, &session->place);
	return session;
}

void
dd_read_meeting(struct dd_reader *r)
{
	struct dd_summary *s = r->summary;
	struct dd_session **last = &s->sessions;

	s->kind = dd_node_value(s->meeting, "kind");
	s->level = dd_node_value(s->meeting, "level");
	s->format = dd_node_value(s->meeting, "format");
	s->received = dd_node_value(s->meeting, "received");
	read_when(r, s->meeting, "start", &s->start);
	read_when(r, s->meeting, "end", &s->end);
	join_end(r, &s->start, &s->end);
	read_length(s->meeting, &s->duration);
	read_place(r, s->meeting, &s->place);
	for (xmlNode *n = dd_node_child(s->meeting, "session"); n;
	     n = dd_node_next(n, "session")) {
		*last = read_session(r, n);
		last = &(*last)->next;
	}
}
