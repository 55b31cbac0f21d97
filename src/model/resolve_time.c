/* SPDX-License-Identifier: MIT */
/* Dates, clock times and lengths in words, in the house's style. */
#include "model/resolve_internal.h"
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "model/house.h"
#include "model/read.h"
#include "model/zone.h"
#include "xml/node.h"

const char *
dd_resolve_date(struct dd_resolver *r, const char *format, struct dd_date date)
{
	const char *first =
	    dd_arena_printf(&r->summary->arena, "%s.first", format);

	if (date.day == 1 && dd_word_has(r->words, first))
		format = first;
	return dd_locale_date(
	    &r->locale, dd_word_format(r->words, format), date);
}

const char *
dd_resolve_near_date(struct dd_resolver *r, struct dd_date date)
{
	int year = r->summary->start.node ? r->summary->start.date.year
					  : r->summary->issued.year;

	return dd_resolve_date(
	    r, date.year == year ? "date.day" : "date.long", date);
}

/* The year stands in the lead where it is not that of the dateline. */
bool
dd_resolve_has_year(struct dd_resolver *r)
{
	const struct dd_summary *s = r->summary;
	const xmlNode *style = dd_house_style_part(s->house, s->lang, "date");

	return dd_node_flag(style, "year") ||
	    s->start.date.year != s->issued.year;
}

const char *
dd_resolve_lead_format(struct dd_resolver *r, bool year)
{
	const xmlNode *style =
	    dd_house_style_part(r->summary->house, r->summary->lang, "date");

	if (dd_node_flag(style, "weekday"))
		return year ? "date.long.weekday" : "date.day.weekday";
	return year ? "date.long" : "date.day";
}

void
dd_resolve_put_date(struct dd_resolver *r, const char *format,
    struct dd_date date, xmlNode *parent)
{
	char iso[16];
	xmlNode *time = dd_resolve_add_text(
	    r, parent, "time", dd_resolve_date(r, format, date));

	dd_date_iso(date, iso);
	dd_resolve_set(time, "datetime", iso);
}

/* A setting of the house for this language, else of the language. */
static const char *
get_clock_style(struct dd_resolver *r, const char *attr, const char *format)
{
	const char *value = dd_node_value(
	    dd_house_style_part(r->summary->house, r->summary->lang, "clock"),
	    attr);

	return value ? value : dd_word_format(r->words, format);
}

/* The hour on a clock that counts to twelve; noon and midnight are 0 or 12
 * as the house has it. */
static int
get_hour_of_twelve(struct dd_resolver *r, int hour)
{
	bool zero =
	    strcmp(get_clock_style(r, "noon", "clock.noon"), "zero") == 0;

	return hour % 12 == 0 && !zero ? 12 : hour % 12;
}

static void
set_clock_slots(struct dd_resolver *r, struct dd_time time, bool twelve,
    struct dd_slots *slots)
{
	struct dd_arena *arena = &r->summary->arena;
	int hour = twelve ? get_hour_of_twelve(r, time.hour) : time.hour;

	dd_slots_text(slots, "hour", dd_arena_printf(arena, "%d", hour));
	dd_slots_text(slots, "hour2", dd_arena_printf(arena, "%02d", hour));
	dd_slots_text(
	    slots, "minute", dd_arena_printf(arena, "%02d", time.minute));
	dd_slots_text(
	    slots, "minute1", dd_arena_printf(arena, "%d", time.minute));
	dd_slots_text(
	    slots, "period", dd_word(r->words, time.hour < 12 ? "am" : "pm"));
	dd_slots_flag(slots, "evening", time.hour >= 18);
}

static const char *
print_clock(struct dd_resolver *r, struct dd_time time, bool hour_only)
{
	struct dd_slots slots;
	bool twelve =
	    strcmp(get_clock_style(r, "hours", "clock.hours"), "12") == 0;

	if (time.hour == 12 && time.minute == 0 &&
	    strcmp(get_clock_style(r, "noon", "clock.noon"), "word") == 0)
		return dd_word(r->words, "noon");
	dd_slots_init(&slots, r->scratch);
	set_clock_slots(r, time, twelve, &slots);
	return dd_resolve_print(r, "clock", twelve ? "12" : "24",
	    hour_only		   ? "hour"
		: time.minute == 0 ? "whole"
				   : NULL,
	    &slots);
}

void
dd_resolve_clock(struct dd_resolver *r, const struct dd_moment *moment,
    const struct dd_when *when, xmlNode *parent)
{
	const char *precision = when ? when->precision : NULL;
	char iso[DD_ISO_SIZE];
	struct dd_slots slots;
	xmlNode *time = xmlNewDocNode(
	    r->summary->root->doc, r->ns, (const xmlChar *)"time", NULL);

	dd_moment_iso(moment, iso);
	dd_resolve_set(time, "datetime", iso);
	dd_resolve_text(time,
	    print_clock(
		r, moment->time, precision && strcmp(precision, "hour") == 0));
	dd_slots_init(&slots, r->scratch);
	xmlAddChild(dd_slots_holder(&slots, "value"), time);
	if (!when || !when->hedge ||
	    !dd_words_print(
		r->words, "clock.hedge", when->hedge, NULL, &slots, parent))
		dd_resolve_copy(parent, time->parent);
}

bool
dd_resolve_at_home(const struct dd_resolver *r, const struct dd_moment *moment,
    struct dd_moment *ret_home)
{
	if (!r->home)
		return false;
	*ret_home =
	    dd_moment_at(moment->utc, dd_zone_offset(r->home, moment->utc));
	return true;
}

bool
dd_resolve_is_beside(const struct dd_when *when)
{
	return dd_ascii_is(when->hedge, "after") ||
	    dd_ascii_is(when->hedge, "before");
}

static bool
is_shown(const struct dd_when *when, const char *which)
{
	return !when->show || strcmp(when->show, "both") == 0 ||
	    strcmp(when->show, which) == 0;
}

static void
set_home_slots(struct dd_resolver *r, const struct dd_when *when,
    const struct dd_moment *home, struct dd_slots *slots)
{
	const char *country = r->home_country;
	struct dd_designation name = {0};

	dd_house_designation(
	    dd_table_find(&r->summary->house->countries, country),
	    r->summary->lang, &name);
	if (!name.longer)
		name.longer = dd_resolve_country(r, country, true);
	dd_resolve_clock(r, home, when, dd_slots_holder(slots, "home"));
	dd_slots_text(slots, "homeName", dd_resolve_country(r, country, false));
	dd_slots_text(slots, "homeOf", dd_resolve_of(r, &name));
	if (dd_date_compare(home->date, when->date) != 0)
		dd_slots_text(slots, "homeDate",
		    dd_resolve_date(r, "date.day", home->date));
}

void
dd_resolve_clocks(
    struct dd_resolver *r, const struct dd_when *when, xmlNode *parent)
{
	struct dd_slots slots;
	struct dd_moment home;
	bool elsewhere;

	dd_slots_init(&slots, r->scratch);
	if (when->part_of_day) {
		dd_words_print(r->words, "partOfDay", when->part_of_day, NULL,
		    &slots, parent);
		return;
	}
	if (!when->has_clock)
		return;
	elsewhere = dd_resolve_at_home(r, &when->moment, &home) &&
	    home.offset != when->moment.offset;
	dd_slots_flag(
	    &slots, "elsewhere", elsewhere || (!r->home && when->zone));
	if (is_shown(when, "local") || !elsewhere)
		dd_resolve_clock(
		    r, &when->moment, when, dd_slots_holder(&slots, "local"));
	if (elsewhere && is_shown(when, "home"))
		set_home_slots(r, when, &home, &slots);
	dd_words_print(r->words, "clocks", NULL, NULL, &slots, parent);
}

static const char *
print_count(struct dd_resolver *r, const char *unit, int64_t count)
{
	struct dd_slots slots;

	if (count == 0)
		return NULL;
	dd_slots_init(&slots, r->scratch);
	dd_slots_text(&slots, "n",
	    dd_arena_printf(&r->summary->arena, "%lld", (long long)count));
	return dd_resolve_print(
	    r, unit, count == 1 ? "one" : NULL, NULL, &slots);
}

const char *
dd_resolve_hedge(struct dd_resolver *r, const char *hedge, const char *value)
{
	struct dd_slots slots;
	const char *text;

	if (!hedge || !value)
		return value;
	dd_slots_init(&slots, r->scratch);
	dd_slots_text(&slots, "value", value);
	text = dd_resolve_print(r, "amount", hedge, NULL, &slots);
	return text ? text : value;
}

const char *
dd_resolve_length(struct dd_resolver *r, const struct dd_length *length)
{
	struct dd_slots slots;
	const char *text;

	if (!length->node)
		return NULL;
	dd_slots_init(&slots, r->scratch);
	dd_slots_text(
	    &slots, "hours", print_count(r, "hours", length->minutes / 60));
	dd_slots_text(
	    &slots, "minutes", print_count(r, "minutes", length->minutes % 60));
	text = dd_resolve_print(r, "duration", NULL, NULL, &slots);
	text = dd_resolve_hedge(r, length->hedge, text);
	return dd_resolve_hedge(r, length->total ? "total" : NULL, text);
}

bool
dd_resolve_end(const struct dd_when *start, const struct dd_when *end,
    const struct dd_length *length, struct dd_moment *ret_end)
{
	int64_t utc;

	if (end->node && end->has_clock) {
		*ret_end = end->moment;
		return true;
	}
	if (!start->has_clock || !length->node)
		return false;
	utc = start->moment.utc + length->minutes * 60;
	*ret_end = dd_moment_at(utc,
	    start->zone ? dd_zone_offset(start->zone, utc)
			: start->moment.offset);
	return true;
}
