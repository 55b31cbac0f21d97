/* SPDX-License-Identifier: MIT */
/* The clock where a meeting was held and the one at home, by their labels. */
#include <stdlib.h>
#include <string.h>
#include "import/lead.h"
#include "language/read_time.h"
#include "model/house.h"
#include "xml/node.h"

static struct dd_extent
get_extent(const struct dd_typed *typed)
{
	return (struct dd_extent){typed->at.start, typed->at.end};
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

/* Without a house that has a home, the clock behind a local one is at home where
 * its label names the only zone of a city or a country: "Japan time". */
static bool
is_at_named_home(struct dd_lead *lead, const struct dd_typed *clock)
{
	const char *zones = find_label_zones(lead, clock);

	return !dd_house_home(lead->house, lead->own_country) &&
	    lead->start.known && lead->start.local && zones &&
	    !strchr(zones, ' ');
}

/* What the clock leaves open, as a clause; NULL where nothing is. */
static const char *
get_doubt(const struct dd_typed *clock)
{
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

/* In front of a clock, or "頃" behind it. */
static const char *
get_clock_hedge(struct dd_lead *lead, const struct dd_typed *clock)
{
	static const char behind[] = "^(?:頃|ごろ|過ぎ)";
	struct dd_extent match;
	size_t at = clock->at.end;

	if (!dd_find(lead->finder, behind, lead->text + at, lead->len - at, 0,
		&match))
		return dd_lead_hedge(lead, clock->at.start);
	dd_lead_use(lead, at, at + match.to);
	return strncmp(lead->text + at, "過", 3) == 0 ? "after" : "about";
}

/* "KST" or "(UTC+9)" behind a clock; NULL where none stands there. */
static const struct dd_zone_label *
read_zone_label(struct dd_lead *lead, const struct dd_typed *clock)
{
	static const char behind[] =
	    "^,? ?\\(?(?<name>(?:UTC|GMT) ?[+−-] ?\\d{1,2}(?::?\\d{2})?|"
	    "[A-Z]{3,4})\\b\\)?";
	const char *text = lead->text + clock->at.end;
	const struct dd_zone_label *label;
	struct dd_extent match, name;

	if (!dd_find(lead->finder, behind, text, lead->len - clock->at.end, 0,
		&match) ||
	    !dd_find_group(lead->finder, behind, "name", &name))
		return NULL;
	label = dd_zone_label_find(
	    text + name.from, name.to - name.from, lead->arena);
	if (label)
		dd_lead_use(lead, clock->at.end, clock->at.end + match.to);
	return label;
}

static void
set_clock(struct dd_lead *lead, struct dd_found_clock *to,
    const struct dd_typed *clock, struct dd_date issued)
{
	const char *doubt = get_doubt(clock);

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
	    .period = clock->period,
	    .odd = is_odd(clock),
	    .local = clock->label == DD_LABEL_LOCAL,
	    .zones = find_label_zones(lead, clock),
	    .label = read_zone_label(lead, clock),
	    .at = get_extent(clock),
	    .hedge = get_clock_hedge(lead, clock),
	};
	if (clock->date) {
		to->date =
		    dd_lead_complete((struct dd_date){clock->date->year,
					 clock->date->month, clock->date->day},
			issued);
		dd_lead_use(lead, clock->date->at.start, clock->date->at.end);
	}
	dd_lead_use(lead, clock->at.start, clock->at.end);
	/* The place, where it is known, counts more than its label. */
	if (!to->zones && to->label && !lead->country)
		to->zones = to->label->zone;
	use_label(lead, clock);
}

void
dd_lead_take_clock(struct dd_lead *lead, struct dd_found_clock *to,
    const struct dd_typed *clock)
{
	set_clock(lead, to, clock, lead->issued);
}

/* "until around 3:50 p.m.": where it ended. */
static bool
is_end(struct dd_lead *lead, const struct dd_typed *clock)
{
	static const char until[] =
	    "(?i)\\b(?:until|till|to|ending(?: at)?)\\s+(?:shortly )?(?:about |"
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

/* "from 1 to 3 p.m.": the number in front shares the period of the clock. */
static void
read_bare_start(
    struct dd_lead *lead, const struct dd_typed *clock, struct dd_date issued)
{
	static const char bare[] =
	    "(?i)\\b(?:from|between) (?<hour>\\d{1,2}) ?(?:to|until|till|and|"
	    "-|–) ?$";
	size_t from = clock->at.start > 24 ? clock->at.start - 24 : 0;
	struct dd_typed start = *clock;
	struct dd_extent match, hour;

	if (!dd_find(lead->finder, bare, lead->text, clock->at.start, from,
		&match) ||
	    !dd_find_group(lead->finder, bare, "hour", &hour))
		return;
	start.at.start = hour.from;
	start.at.end = hour.to;
	start.written = atoi(lead->text + hour.from);
	start.hour =
	    start.written % 12 + (clock->period == DD_PERIOD_PM ? 12 : 0);
	start.has_minute = false;
	set_clock(lead, &lead->start, &start, issued);
	if (lead->start.known)
		dd_lead_use(lead, match.from, match.to);
}

/* From 11:30 to 1 p.m. cannot both be of the afternoon. */
static void
set_end(
    struct dd_lead *lead, const struct dd_typed *clock, struct dd_date issued)
{
	struct dd_found_clock *start = &lead->start;

	set_clock(lead, &lead->end, clock, issued);
	if (!lead->end.known ||
	    (clock->period != DD_PERIOD_PM && clock->period != DD_PERIOD_AM) ||
	    start->period != (int)clock->period ||
	    start->hour * 60 + start->minute <=
		clock->hour * 60 + clock->minute)
		return;
	dd_lead_ask(lead, start->at,
	    "this clock time is later than the end; it does not say whether "
	    "it is a.m. or p.m.");
	start->known = lead->end.known = false;
	lead->asked = true;
}

static void
set_home(
    struct dd_lead *lead, const struct dd_typed *clock, struct dd_date issued)
{
	static const char before[] =
	    "(?i)\\b(?:on )?the (?:same|(?<next>next|following)|"
	    "(?<last>previous)) day,? (?:at )?$";
	size_t from = clock->at.start > 32 ? clock->at.start - 32 : 0;
	struct dd_extent match, group;
	int days = clock->days;

	set_clock(lead, &lead->home, clock, issued);
	if (!lead->home.known)
		return;
	if (dd_find(lead->finder, before, lead->text, clock->at.start, from,
		&match)) {
		days = dd_find_group(lead->finder, before, "next", &group) ? 1
		    : dd_find_group(lead->finder, before, "last", &group)  ? -1
									   : 0;
		dd_lead_use(lead, match.from, match.to);
	}
	if (lead->home.date.month == 0 && days != 0)
		lead->home.date.day = -days;
}

void
dd_lead_read_clock(
    struct dd_lead *lead, const struct dd_typed *clock, struct dd_date issued)
{
	struct dd_found_clock other;
	bool named = is_at_named_home(lead, clock);
	bool home = named || is_home(lead, clock);

	/* The end of a range at home says nothing new. */
	if (home && lead->home.known) {
		set_clock(lead, &other, clock, issued);
		return;
	}
	if (home) {
		set_home(lead, clock, issued);
		/* Facts print the time at home only where a house has one. */
		lead->doubted = lead->doubted || named;
		return;
	}
	if (!lead->start.known && !lead->asked)
		read_bare_start(lead, clock, issued);
	if (!lead->start.known && !lead->asked)
		set_clock(lead, &lead->start, clock, issued);
	else if (lead->start.known && !lead->end.known && is_end(lead, clock))
		set_end(lead, clock, issued);
}
