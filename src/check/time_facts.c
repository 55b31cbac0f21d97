/* SPDX-License-Identifier: MIT */
/* What the house and the meeting say about clocks, and what words mean. */
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/error.h"
#include "check/rule_time.h"
#include "model/house.h"
#include "model/zone.h"

static const struct dd_party *
find_own(const struct dd_summary *s)
{
	for (const struct dd_party *p = s->parties; p; p = p->next)
		if (p->role && strcmp(p->role, "own") == 0)
			return p;
	return NULL;
}

static const struct dd_zone *
find_zone(struct dd_checker *checker, const char *name)
{
	const struct dd_zone *zone = NULL;
	int found = name
	    ? dd_zone_find(checker->input->zones, name, &zone, checker->error)
	    : 1;

	if (found < 0)
		checker->failure = found;
	return found == 0 ? zone : NULL;
}

void
dd_time_facts(struct dd_checker *checker, struct dd_time_facts *ret_facts)
{
	const struct dd_summary *s = checker->summary;
	const struct dd_party *own = find_own(s);
	const xmlNode *home, *style;

	*ret_facts = (struct dd_time_facts){.own = own ? own->country : NULL};
	if (ret_facts->own && s->place.country)
		ret_facts->abroad =
		    strcmp(ret_facts->own, s->place.country) != 0;
	if (!s->house)
		return;
	home = dd_house_home(s->house, ret_facts->own);
	ret_facts->home_country = dd_node_value(home, "country");
	ret_facts->home = find_zone(checker, dd_node_value(home, "zone"));
	style =
	    s->lang ? dd_house_style_part(s->house, s->lang, "clock") : NULL;
	ret_facts->hours = dd_node_value(style, "hours");
	ret_facts->noon = dd_node_value(style, "noon");
}

static const xmlNode *
find_mark(const struct dd_prose *prose, size_t at)
{
	const struct dd_prose_run *run = dd_prose_run_at(prose, at);
	const xmlNode *n = run ? run->element : NULL;

	return dd_node_is(n, "date") || dd_node_is(n, "time") ? n : NULL;
}

const xmlNode *
dd_time_mark(const struct dd_time_text *t, const struct dd_typed *item)
{
	const xmlNode *mark = find_mark(t->prose, item->at.start);

	return mark ? mark : find_mark(t->prose, item->at.end - 1);
}

bool
dd_time_is_foreign(const struct dd_time_text *t, const struct dd_typed *item)
{
	const struct dd_prose_run *run =
	    dd_prose_run_at(t->prose, item->at.start);

	return !run || run->foreign;
}

/* True where the label ends in the name: Japanese has no spaces that would
 * tell where a name begins. */
static bool
is_name(const char *label, size_t len, const char *name)
{
	size_t name_len = name ? strlen(name) : 0;

	return name_len > 0 && name_len <= len &&
	    dd_ascii_equal_n(label + len - name_len, name, name_len) &&
	    (name_len == len || (label[len - name_len - 1] & 0x80));
}

/* True for the country of a party that goes by that label. */
static bool
is_country(const struct dd_summary *s, const char *label, size_t len,
    const char *country)
{
	for (const struct dd_party *p = s->parties; country && p; p = p->next)
		if (p->country && strcmp(p->country, country) == 0 &&
		    (is_name(label, len, p->name.shorter) ||
			is_name(label, len, p->name.longer) ||
			is_name(label, len, p->name.abbreviation)))
			return true;
	return false;
}

bool
dd_time_as_labelled(const struct dd_time_text *t, const struct dd_typed *clock,
    const struct dd_moment *moment, struct dd_moment *ret_moment)
{
	const struct dd_summary *s = t->checker->summary;
	const char *label = t->prose->text + clock->name.start;
	size_t len = clock->name.end - clock->name.start;
	const struct dd_zone *zone = NULL;

	*ret_moment = *moment;
	if (clock->label != DD_LABEL_NAMED ||
	    is_name(label, len, s->place.city) ||
	    (t->facts->abroad && is_country(s, label, len, s->place.country)))
		return true;
	if (is_name(label, len, "UTC") || is_name(label, len, "GMT")) {
		*ret_moment = dd_moment_at(moment->utc, 0);
		return true;
	}
	if (is_name(label, len, "JST"))
		zone = find_zone(t->checker, "Asia/Tokyo");
	else if (is_country(s, label, len, t->facts->home_country))
		zone = t->facts->home;
	if (zone)
		*ret_moment = dd_moment_at(
		    moment->utc, dd_zone_offset(zone, moment->utc));
	return zone != NULL;
}

static int
get_difference(const struct dd_typed *clock, struct dd_time time)
{
	int day = 24 * 60;

	return ((clock->hour - time.hour) * 60 + clock->minute - time.minute +
		   day) %
	    day;
}

bool
dd_time_agrees(const struct dd_typed *clock, struct dd_time time)
{
	int minutes = get_difference(clock, time);

	/* Without a.m. or p.m. the words can mean either. */
	if (clock->period == DD_PERIOD_NONE && clock->hour <= 12)
		minutes %= 12 * 60;
	if (!clock->has_minute)
		return minutes <= 30 || minutes >= 24 * 60 - 30 ||
		    clock->hour % 24 == time.hour;
	return minutes == 0;
}

bool
dd_time_is_opposite(const struct dd_typed *clock, struct dd_time time)
{
	return get_difference(clock, time) == 12 * 60;
}

bool
dd_time_date(const struct dd_summary *summary, const struct dd_typed *typed,
    struct dd_date *ret_date)
{
	struct dd_date date = {
	    dd_time_year(summary, typed), typed->month, typed->day};
	char iso[16];

	if (typed->month == 0 || typed->day == 0 || date.year == 0)
		return false;
	dd_date_iso(date, iso);
	return dd_date_parse(iso, ret_date);
}

int
dd_time_year(const struct dd_summary *summary, const struct dd_typed *date)
{
	struct dd_date near =
	    summary->start.node ? summary->start.date : summary->issued;
	int months = date->month - near.month;

	if (date->year > 0 || near.year == 0)
		return date->year;
	return months > 6 ? near.year - 1
	    : months < -6 ? near.year + 1
			  : near.year;
}

/* The last day that the facts know of. */
static struct dd_date
find_last_day(const struct dd_summary *s)
{
	struct dd_date last = s->end.node ? s->end.date : s->start.date;

	for (const struct dd_session *p = s->sessions; p; p = p->next)
		if (p->start.node && dd_date_compare(last, p->start.date) < 0)
			last = p->start.date;
	return last;
}

bool
dd_time_is_event_day(const struct dd_summary *summary,
    const struct dd_time_facts *facts, struct dd_date date)
{
	const struct dd_when *start = &summary->start;
	int64_t utc = start->moment.utc;

	if (dd_date_compare(start->date, date) <= 0 &&
	    dd_date_compare(date, find_last_day(summary)) <= 0)
		return true;
	return start->has_clock && facts->home &&
	    dd_date_compare(date,
		dd_moment_at(utc, dd_zone_offset(facts->home, utc)).date) == 0;
}

const char *
dd_time_clock(struct dd_checker *checker, struct dd_time time)
{
	return dd_arena_printf(
	    &checker->arena, "%02d:%02d", time.hour, time.minute);
}

const char *
dd_time_iso(struct dd_checker *checker, struct dd_date date)
{
	char iso[16];

	dd_date_iso(date, iso);
	return dd_arena_dup(&checker->arena, iso);
}

struct dd_range
dd_time_locate(
    const struct dd_checker *checker, const xmlNode *node, const char *name)
{
	const xmlAttr *attr = node ? dd_node_attr(node, name) : NULL;

	if (attr)
		return dd_locate_value(checker->tree, attr);
	return node ? dd_locate_name(checker->tree, node)
		    : (struct dd_range){0};
}
