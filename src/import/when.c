/* SPDX-License-Identifier: MIT */
#include "import/when.h"
#include <string.h>
#include "base/ascii.h"
#include "base/error.h"
#include "model/house.h"
#include "xml/node.h"

struct search {
	struct dd_lead *lead;
	struct dd_zone_db *zones;
	struct dd_found_when *found;
	struct dd_time time; /* of the clock where it was held */
	bool has_home;
	int64_t home; /* the instant that the clock at home says */
	bool changed; /* clocks of a zone were, in that hour */
};

static const char CHANGED[] = "clocks were changed in that hour, so that it "
			      "did not exist or stood twice";

static const struct dd_zone *
get_zone(struct search *search, const char *name)
{
	const struct dd_zone *zone = NULL;

	return name && dd_zone_find(search->zones, name, &zone, NULL) == 0
	    ? zone
	    : NULL;
}

/* That of the house, or else what the label of the clock at home names. */
static const char *
get_home_zone(const struct search *search)
{
	const struct dd_lead *lead = search->lead;
	const xmlNode *home = dd_house_home(lead->house, lead->own_country);

	return home ? dd_node_value(home, "zone") : lead->home.zones;
}

/* The zones that the place may have, the best evidence first: the label of its
 * clock, the city, the country. NULL: not known. */
static const char *
get_place_zones(const struct search *search)
{
	const struct dd_lead *lead = search->lead;
	const xmlNode *home =
	    lead->country ? dd_house_home(lead->house, lead->country) : NULL;
	const char *country = dd_node_value(home, "country");

	if (lead->start.zones &&
	    (!lead->zone || strchr(lead->start.zones, ' ') == NULL))
		return lead->start.zones;
	if (lead->zone)
		return lead->zone;
	if (country && strcmp(country, lead->country) == 0)
		return dd_node_value(home, "zone");
	return dd_names_zones(lead->names, lead->country);
}

/* The instant of a date and time in a zone; false where clocks skipped it or
 * showed it twice. */
static bool
get_instant(const struct dd_zone *zone, struct dd_date date,
    struct dd_time time, struct dd_moment *ret_moment)
{
	int offsets[2];

	if (!zone || dd_zone_local(zone, date, time, offsets) != 1)
		return false;
	*ret_moment =
	    dd_moment_at(dd_clock_seconds(date, time) - offsets[0], offsets[0]);
	return true;
}

static void
read_home(struct search *search)
{
	const struct dd_found_clock *home = &search->lead->home;
	struct dd_date date =
	    home->date.month ? home->date : search->lead->date;
	struct dd_moment moment;

	if (!home->known)
		return;
	/* A negative day is a shift: "the next day". */
	if (home->date.month == 0 && home->date.day != 0)
		date = dd_date_of_days(dd_date_days(date) - home->date.day);
	if (!get_instant(get_zone(search, get_home_zone(search)), date,
		(struct dd_time){home->hour, home->minute, 0}, &moment))
		return;
	search->has_home = true;
	search->home = moment.utc;
}

/* True where the zone can be that of the meeting. An hour that stood twice is
 * told by the clock at home. */
static bool
agrees(struct search *search, const struct dd_zone *zone,
    struct dd_moment *ret_moment)
{
	const struct dd_zone_label *label = search->lead->start.label;
	int64_t clock = dd_clock_seconds(search->lead->date, search->time);
	int offsets[2];
	size_t count = zone
	    ? dd_zone_local(zone, search->lead->date, search->time, offsets)
	    : 0;

	search->changed = search->changed || (zone && count != 1);
	for (size_t i = 0; i < count; i++)
		if ((!label || dd_zone_label_fits(label, offsets[i])) &&
		    (search->has_home ? clock - offsets[i] == search->home
				      : count == 1 || label)) {
			*ret_moment =
			    dd_moment_at(clock - offsets[i], offsets[i]);
			return true;
		}
	return false;
}

/* True where two zones have the same clock all year. */
static bool
are_alike(const struct dd_zone *zone, const struct dd_zone *other, int64_t utc)
{
	const int64_t month = 30 * (int64_t)86400;

	for (int i = 0; i <= 12; i++)
		if (dd_zone_offset(zone, utc + i * month) !=
		    dd_zone_offset(other, utc + i * month))
			return false;
	return true;
}

/* Tries the names of a list; true where all that agree mean one instant. The
 * zone is known where they are alike. */
static bool
try_zones(struct search *search, const char *list, size_t *ret_count)
{
	struct dd_found_when *found = search->found;
	const struct dd_zone *first = NULL;
	struct dd_moment moment;
	bool one = true;

	*ret_count = 0;
	found->zone_known = true;
	while (list && *list) {
		size_t len = strcspn(list, " ");
		const char *name =
		    dd_arena_ndup(search->lead->arena, list, len);

		const struct dd_zone *zone = get_zone(search, name);

		list += len + strspn(list + len, " ");
		if (!agrees(search, zone, &moment))
			continue;
		if (!first) {
			first = zone;
			found->start = moment;
			found->zone = name;
		}
		one = one && moment.utc == found->start.utc;
		found->zone_known =
		    found->zone_known && are_alike(first, zone, moment.utc);
		++*ret_count;
	}
	found->known = *ret_count > 0 && one;
	found->zone_known = found->zone_known && found->known;
	return found->known;
}

/* "UTC+9" says it, where no place does. */
static bool
use_label(struct search *search)
{
	const struct dd_zone_label *label = search->lead->start.label;
	int seconds = label ? label->minutes[0] * 60 : 0;

	if (!label)
		return false;
	if (label->count > 1) {
		search->found->reason = "several time zones are called so";
		return true;
	}
	search->found->start = dd_moment_at(
	    dd_clock_seconds(search->lead->date, search->time) - seconds,
	    seconds);
	search->found->known = true;
	search->found->confidence = DD_CERTAIN;
	return true;
}

/* The two clocks say how far the place is from Greenwich. */
static bool
use_difference(struct search *search)
{
	int64_t offset =
	    dd_clock_seconds(search->lead->date, search->time) - search->home;

	if (!search->has_home || offset < -12 * 3600 || offset > 14 * 3600 ||
	    offset % 900 != 0)
		return false;
	search->found->start = dd_moment_at(search->home, (int)offset);
	search->found->known = true;
	search->found->confidence = DD_CERTAIN;
	return true;
}

static void
find_abroad(struct search *search)
{
	const char *list = get_place_zones(search);
	struct dd_found_when *found = search->found;
	size_t count;

	if (!list) {
		if (!use_difference(search) && !use_label(search))
			found->reason = "the time zone of the place is not "
					"known";
		return;
	}
	if (try_zones(search, list, &count)) {
		found->confidence =
		    count == 1 || search->has_home ? DD_CERTAIN : DD_LIKELY;
	} else if (count == 0 && search->changed) {
		found->reason = CHANGED;
	} else if (count == 0 && search->lead->start.label &&
	    !search->has_home) {
		found->reason = "the time zone beside the clock is not that of "
				"the place";
	} else if (count == 0 && search->has_home) {
		found->contradicted = true;
		found->reason = "the local time and the time at home cannot "
				"both be right";
	} else {
		found->reason = "the country has several time zones";
	}
}

static void
find_at_home(struct search *search)
{
	size_t count;

	bool remote = dd_ascii_lists(" telephone video ", search->lead->format);

	if (search->lead->start.local && !search->has_home) {
		search->found->reason =
		    "it is not said of which place the local time is";
		return;
	}
	if (search->lead->elsewhere && !search->has_home && !remote) {
		search->found->reason =
		    "the time zone of the place is not known";
		return;
	}
	if (!try_zones(search, get_home_zone(search), &count)) {
		if (!use_difference(search) && !use_label(search)) {
			search->found->contradicted = search->has_home;
			search->found->reason = search->changed
			    ? CHANGED
			    : "the time zone of the meeting is not said";
		}
		return;
	}
	search->found->confidence =
	    strcmp(search->lead->format, "telephone") == 0 ? DD_CERTAIN
							   : DD_LIKELY;
}

/* Only the clock at home is given: the other one follows from the zone. */
static void
find_from_home(struct search *search)
{
	struct dd_found_when *found = search->found;
	const char *list = search->lead->country ? get_place_zones(search)
						 : get_home_zone(search);
	bool one = search->has_home;

	while (list && *list) {
		size_t len = strcspn(list, " ");
		const char *name =
		    dd_arena_ndup(search->lead->arena, list, len);
		const struct dd_zone *place = get_zone(search, name);
		int offset = place ? dd_zone_offset(place, search->home) : 0;

		list += len + strspn(list + len, " ");
		if (!place)
			continue;
		one = one && (!found->zone || offset == found->start.offset);
		if (!found->zone) {
			found->start = dd_moment_at(search->home, offset);
			found->zone = name;
		}
	}
	found->known = found->zone_known = one && found->zone;
	found->confidence = DD_LIKELY;
	if (!found->known)
		found->reason = "only the time at home is given, and the "
				"country has several time zones";
}

struct dd_found_when
dd_when_find(struct dd_lead *lead, struct dd_zone_db *zones)
{
	struct dd_found_when found = {0};
	struct search search = {
	    .lead = lead,
	    .zones = zones,
	    .found = &found,
	    .time = {lead->start.hour, lead->start.minute, 0},
	};

	if (lead->date.year == 0) {
		found.reason = "the date is not known";
		return found;
	}
	read_home(&search);
	if (!lead->start.known && !lead->home.known)
		found.reason = lead->asked ? NULL : "no clock time is given";
	else if (!lead->start.known)
		find_from_home(&search);
	else if (lead->country || lead->start.zones)
		find_abroad(&search);
	else
		find_at_home(&search);
	/* A clock may have a date of its own, without a year. */
	if (found.known && found.start.date.year < 1) {
		found =
		    (struct dd_found_when){.reason = "the date is not known"};
	}
	/* 0:30 p.m. and 12 a.m. are read as most do; only a clock beside it can
	 * make sure. */
	if (found.known && found.confidence == DD_CERTAIN &&
	    !(lead->start.known && lead->home.known) &&
	    (lead->start.odd || lead->home.odd))
		found.confidence = DD_LIKELY;
	if (found.known && lead->end.known) {
		struct dd_time end = {lead->end.hour, lead->end.minute, 0};
		int64_t utc = dd_clock_seconds(found.start.date, end) -
		    found.start.offset;

		found.end =
		    dd_moment_at(utc + (utc < found.start.utc ? 86400 : 0),
			found.start.offset);
	}
	return found;
}
