/* SPDX-License-Identifier: MIT */
/*
 * When: the date, the clock where it was held and the one at home, the length.
 * A clock without a.m. or p.m. is asked about, never guessed.
 */
#include <stdint.h>
#include <string.h>
#include "base/ascii.h"
#include "import/lead.h"
#include "language/read_time.h"
#include "model/house.h"
#include "xml/node.h"

static struct dd_extent
get_extent(const struct dd_typed *typed)
{
	return (struct dd_extent){typed->at.start, typed->at.end};
}

/* "around 10:00": the words in front of a clock or a length. */
const char *
dd_lead_hedge(struct dd_lead *lead, size_t at)
{
	static const char about[] = "(?i)\\b(?:about|approximately|around|some|"
				    "roughly|nearly|almost)\\s*$";
	static const char after[] = "(?i)\\b(?:after|past|from after)\\s*$";
	static const char over[] = "(?i)\\b(?:over|more than)\\s*$";
	const struct {
		const char *pattern, *hedge;
	} rows[] = {{about, "about"}, {after, "after"}, {over, "over"}};
	size_t from = at > 24 ? at - 24 : 0;
	struct dd_extent match;

	while (from > 0 && (lead->text[from] & 0xC0) == 0x80)
		from--;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (dd_find(lead->finder, rows[i].pattern, lead->text, at, from,
			&match)) {
			dd_lead_use(lead, match.from, match.to);
			return rows[i].hedge;
		}
	return NULL;
}

/* Marks "(local time." and ", Japan time)" around a clock. */
static void
use_label(struct dd_lead *lead, const struct dd_typed *clock)
{
	static const char label[] =
	    "(?i)[\\s(,.]*(?:same day,? ?|on the same day,? ?|the "
	    "(?:next|following|"
	    "previous) day,? ?)?(?:on \\p{L}+ \\d+,? ?)?(?:\\(?\\s*(?:local|"
	    "[\\p{L}.]+(?: [\\p{L}.]+){0,3}) "
	    "time\\b|\\bJST\\b|\\bUTC\\b|\\bGMT\\b)[.)]*";
	struct dd_extent match;

	if (dd_find(lead->finder, label, lead->text, lead->len, clock->at.end,
		&match) &&
	    match.from <= clock->at.end + 2)
		dd_lead_use(lead, match.from, match.to);
	if (clock->shift.end > clock->shift.start)
		dd_lead_use(lead, clock->shift.start, clock->shift.end);
}

/* True where the label names the country of the house, or its zone. */
static bool
is_home(struct dd_lead *lead, const struct dd_typed *clock)
{
	const char *name = lead->text + clock->name.start;
	size_t len = clock->name.end - clock->name.start;
	const char *zone = dd_node_value(
	    dd_house_home(lead->house, lead->own_country), "zone");
	const struct dd_party_name *party;

	if (clock->label != DD_LABEL_NAMED || len == 0)
		return false;
	if (len == 3 && memcmp(name, "JST", 3) == 0)
		return zone && strcmp(zone, "Asia/Tokyo") == 0;
	party = dd_names_party_in(lead->names, name, len);
	return party && lead->own_country && party->country &&
	    strcmp(party->country, lead->own_country) == 0;
}

/* The zones of "Geneva time" and "France time"; NULL where it names none. */
static const char *
find_label_zones(struct dd_lead *lead, const struct dd_typed *clock)
{
	const char *name = lead->text + clock->name.start;
	size_t len = clock->name.end - clock->name.start;
	const struct dd_city *city;
	const struct dd_party_name *party;

	if (clock->label != DD_LABEL_NAMED || len == 0)
		return NULL;
	city = dd_names_city_in(lead->names, name, len);
	if (city && !city->other)
		return city->zone;
	party = dd_names_party_in(lead->names, name, len);
	return party ? dd_names_zones(lead->names, party->country) : NULL;
}

/* A date without a year is the one nearest to the day of issue: a meeting of
 * December is published in January, one of January 1 at home on December 31. */
static struct dd_date
complete(struct dd_date date, struct dd_date issued)
{
	struct dd_date best = date;
	int64_t least = INT64_MAX;

	if (date.year != 0 || issued.year == 0)
		return date;
	for (int year = issued.year - 1; year <= issued.year + 1; year++) {
		struct dd_date tried = {year, date.month, date.day};
		int64_t days = dd_date_days(tried) - dd_date_days(issued);

		days = days < 0 ? -days : days;
		if (days < least) {
			least = days;
			best = tried;
		}
	}
	return best;
}

/* What the clock leaves open, as a clause; NULL where nothing is. */
static const char *
get_doubt(const struct dd_lead *lead, const struct dd_typed *clock)
{
	if (strncmp(lead->lang, "en", 2) != 0)
		return NULL;
	if (clock->period == DD_PERIOD_NONE && clock->written <= 12)
		return "the clock time does not say whether it is a.m. or p.m.";
	if (clock->period == DD_PERIOD_AM && clock->written > 12)
		return "this hour is not one of the morning";
	return NULL;
}

static bool
is_odd(const struct dd_typed *clock)
{
	return (clock->period == DD_PERIOD_PM && clock->written == 0) ||
	    (clock->period != DD_PERIOD_NONE &&
		clock->period != DD_PERIOD_WORD && clock->written >= 12);
}

static void
set_clock(struct dd_lead *lead, struct dd_found_clock *to,
    const struct dd_typed *clock, struct dd_date issued)
{
	const char *doubt = get_doubt(lead, clock);

	if (doubt) {
		dd_lead_ask(lead, get_extent(clock), doubt);
		lead->asked = true;
		return;
	}
	*to = (struct dd_found_clock){
	    .known = true,
	    .hour = clock->hour,
	    .minute = clock->minute,
	    .has_minute = clock->has_minute || clock->period == DD_PERIOD_WORD,
	    .odd = is_odd(clock),
	    .local = clock->label == DD_LABEL_LOCAL,
	    .zones = find_label_zones(lead, clock),
	    .at = get_extent(clock),
	    .hedge = dd_lead_hedge(lead, clock->at.start),
	};
	if (clock->date)
		to->date = complete((struct dd_date){clock->date->year,
					clock->date->month, clock->date->day},
		    issued);
	dd_lead_use(lead, clock->at.start, clock->at.end);
	use_label(lead, clock);
}

/* "until around 3:50 p.m.": where it ended. */
static bool
is_end(struct dd_lead *lead, const struct dd_typed *clock)
{
	static const char until[] =
	    "(?i)\\b(?:until|till|to|ending at)\\s+(?:shortly )?(?:about |"
	    "around |approximately |after |before )?$";
	size_t from = clock->at.start > 32 ? clock->at.start - 32 : 0;
	struct dd_extent match;

	if (clock->in_range)
		return true;
	if (!dd_find(
		lead->finder, until, lead->text, clock->at.start, from, &match))
		return false;
	dd_lead_use(lead, match.from, match.to);
	return true;
}

static void
read_clock(
    struct dd_lead *lead, const struct dd_typed *clock, struct dd_date issued)
{
	struct dd_found_clock other;

	if (is_home(lead, clock) && lead->home.known) {
		/* The end of a range at home says nothing new. */
		set_clock(lead, &other, clock, issued);
	} else if (is_home(lead, clock)) {
		set_clock(lead, &lead->home, clock, issued);
		if (lead->home.known && lead->home.date.month == 0 &&
		    clock->days != 0)
			lead->home.date.day = -clock->days;
	} else if (!lead->start.known) {
		set_clock(lead, &lead->start, clock, issued);
	} else if (!lead->end.known && is_end(lead, clock)) {
		set_clock(lead, &lead->end, clock, issued);
	}
}

static void
read_date(
    struct dd_lead *lead, const struct dd_typed *date, struct dd_date issued)
{
	struct dd_date whole = complete(
	    (struct dd_date){date->year, date->month, date->day}, issued);
	char iso[16];

	if (date->day == 0 || lead->date.month != 0)
		return;
	dd_lead_use(lead, date->at.start, date->at.end);
	lead->date = whole;
	if (whole.year == 0) {
		dd_lead_ask(lead, get_extent(date),
		    "no year is given, neither here nor in the date of issue");
		return;
	}
	dd_date_iso(whole, iso);
	dd_lead_fact(lead, "meeting/start/@date", iso,
	    date->year ? DD_CERTAIN : DD_LIKELY, "lead/date", get_extent(date));
}

static void
read_length(struct dd_lead *lead, const struct dd_typed *length)
{
	static const char total[] = "(?i)^\\s*in (?:total|all)\\b";
	static const char of_total[] = "(?i)\\ba total of (?:about |"
				       "approximately |around )?$";
	struct dd_extent match;
	size_t from = length->at.start > 32 ? length->at.start - 32 : 0;

	if (lead->minutes != 0)
		return;
	lead->minutes = length->minutes;
	lead->length_hedge = dd_lead_hedge(lead, length->at.start);
	if (!lead->length_hedge && length->hedged)
		lead->length_hedge = "about";
	dd_lead_use(lead, length->at.start, length->at.end);
	lead->total = dd_find(lead->finder, total, lead->text + length->at.end,
	    lead->len - length->at.end, 0, &match);
	if (lead->total) {
		dd_lead_use(lead, length->at.end, length->at.end + match.to);
	} else if (dd_find(lead->finder, of_total, lead->text, length->at.start,
		       from, &match)) {
		lead->total = true;
		dd_lead_use(lead, match.from, match.to);
	}
	dd_lead_fact(lead, "meeting/duration",
	    dd_arena_printf(lead->arena, "%lld min", (long long)lead->minutes),
	    DD_CERTAIN, "lead/length", get_extent(length));
}

/* Times behind the facts of the occasion are not those of the meeting. */
void
dd_lead_read_times(struct dd_lead *lead, struct dd_date issued)
{
	struct dd_typed *first =
	    dd_time_read(lead->text, lead->lang, lead->arena);

	dd_lead_read_sessions(lead, first);
	for (const struct dd_typed *t = first; t; t = t->next)
		if (!lead->used[t->at.start] && t->kind == DD_TYPED_DATE)
			read_date(lead, t, issued);
	for (const struct dd_typed *t = first; t; t = t->next) {
		if (t->kind == DD_TYPED_CLOCK && !lead->used[t->at.start])
			read_clock(lead, t, issued);
		else if (t->kind == DD_TYPED_LENGTH && !lead->used[t->at.start])
			read_length(lead, t);
		else if (t->kind == DD_TYPED_DATE && lead->home.known)
			dd_lead_use(lead, t->at.start, t->at.end);
		else if (t->kind == DD_TYPED_WEEKDAY && lead->date.month != 0)
			dd_lead_use(lead, t->at.start, t->at.end);
	}
}
