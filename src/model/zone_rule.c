/* SPDX-License-Identifier: MIT */
/*
 * Owns: the TZ strings of POSIX, as RFC 9636 section 3.3.1 extends them with
 * times from -167 to 167 hours. Leaves the file around them to zone_file.c.
 */
#include "model/zone_rule.h"
#include "model/clock.h"

enum {
	HOUR = 3600,
	DAY = 24 * HOUR,
	MAX_OFFSET_HOURS = 24,
	MAX_TIME_HOURS = 167,
	DEFAULT_TIME = 2 * HOUR,
};

/* The calendar repeats itself, weekdays included, after 400 years. */
static const int64_t CYCLE = INT64_C(146097) * DAY;

struct scanner {
	const char *p, *end;
};

static bool
take(struct scanner *s, char wanted)
{
	if (s->p == s->end || *s->p != wanted)
		return false;
	s->p++;
	return true;
}

static bool
take_number(struct scanner *s, int max, int *ret)
{
	const char *from = s->p;
	int value = 0;

	for (; s->p < s->end && *s->p >= '0' && *s->p <= '9'; s->p++) {
		value = value * 10 + (*s->p - '0');
		if (value > max)
			return false;
	}
	*ret = value;
	return s->p > from;
}

static bool
is_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* At least three letters, or <letters, digits and signs>. */
static bool
take_name(struct scanner *s)
{
	bool quoted = take(s, '<');
	const char *from = s->p;

	while (s->p < s->end &&
	    (is_letter(*s->p) ||
		(quoted &&
		    ((*s->p >= '0' && *s->p <= '9') || *s->p == '+' ||
			*s->p == '-'))))
		s->p++;
	return s->p - from >= 3 && (!quoted || take(s, '>'));
}

/* [+-]h[hh][:mm[:ss]] in seconds. */
static bool
take_time(struct scanner *s, int max_hours, int *ret)
{
	bool minus = take(s, '-');
	int hours, minutes = 0, seconds = 0;

	if (!minus)
		take(s, '+');
	if (!take_number(s, max_hours, &hours))
		return false;
	if (take(s, ':')) {
		if (!take_number(s, 59, &minutes))
			return false;
		if (take(s, ':') && !take_number(s, 59, &seconds))
			return false;
	}
	*ret = hours * HOUR + minutes * 60 + seconds;
	if (minus)
		*ret = -*ret;
	return true;
}

/* TZ strings count offsets west of Greenwich. */
static bool
take_offset(struct scanner *s, int *ret)
{
	if (!take_time(s, MAX_OFFSET_HOURS, ret))
		return false;
	*ret = -*ret;
	return true;
}

/* ,day[/time] */
static bool
take_day(struct scanner *s, struct dd_zone_day *ret)
{
	*ret = (struct dd_zone_day){.seconds = DEFAULT_TIME};
	if (!take(s, ','))
		return false;
	if (take(s, 'M')) {
		ret->kind = DD_ZONE_WEEKDAY;
		if (!take_number(s, 12, &ret->month) || ret->month < 1 ||
		    !take(s, '.') || !take_number(s, 5, &ret->week) ||
		    ret->week < 1 || !take(s, '.') ||
		    !take_number(s, 6, &ret->day))
			return false;
	} else if (take(s, 'J')) {
		ret->kind = DD_ZONE_JULIAN;
		if (!take_number(s, 365, &ret->day) || ret->day < 1)
			return false;
	} else {
		ret->kind = DD_ZONE_ORDINAL;
		if (!take_number(s, 365, &ret->day))
			return false;
	}
	return !take(s, '/') || take_time(s, MAX_TIME_HOURS, &ret->seconds);
}

bool
dd_zone_rule_parse(const char *text, size_t len, struct dd_zone_rule *ret_rule)
{
	struct scanner s = {text, text + len};
	struct dd_zone_rule rule = {0};

	if (!take_name(&s) || !take_offset(&s, &rule.standard))
		return false;
	rule.daylight = rule.standard;
	if (s.p < s.end) {
		rule.has_daylight = true;
		rule.daylight = rule.standard + HOUR;
		if (!take_name(&s))
			return false;
		if (s.p < s.end && *s.p != ',' &&
		    !take_offset(&s, &rule.daylight))
			return false;
		if (!take_day(&s, &rule.start) || !take_day(&s, &rule.end) ||
		    s.p < s.end)
			return false;
	}
	*ret_rule = rule;
	return true;
}

/* Days since 1970-01-01 of the day in that year. */
static int64_t
find_day(const struct dd_zone_day *day, int year)
{
	int64_t january = dd_date_days((struct dd_date){year, 1, 1});
	int64_t march = dd_date_days((struct dd_date){year, 3, 1});
	struct dd_date first = {year, day->month, 1}, next = first;
	int64_t found;

	if (day->kind == DD_ZONE_ORDINAL)
		return january + day->day;
	if (day->kind == DD_ZONE_JULIAN)
		return day->day < 60 ? january + day->day - 1
				     : march + day->day - 60;
	found = dd_date_days(first) +
	    (day->day - dd_date_weekday(first) + 7) % 7 + (day->week - 1) * 7;
	next.month = day->month % 12 + 1;
	next.year = year + (day->month == 12);
	return found < dd_date_days(next) ? found : found - 7;
}

/* Both changes of the year before the last to the year after: a time of up to
 * a week moves a change into another year. Where an end and the next start
 * fall together, the start holds, and so does daylight saving time. */
int
dd_zone_rule_offset(const struct dd_zone_rule *rule, int64_t utc)
{
	int64_t since = (utc % CYCLE + CYCLE) % CYCLE, latest = INT64_MIN;
	int this_year = dd_date_of_days(since / DAY).year;
	int offset = rule->standard;

	if (!rule->has_daylight)
		return rule->standard;
	for (int year = this_year - 2; year <= this_year + 1; year++) {
		int64_t start = find_day(&rule->start, year) * DAY +
		    rule->start.seconds - rule->standard;
		int64_t end = find_day(&rule->end, year) * DAY +
		    rule->end.seconds - rule->daylight;

		if (end <= since && end > latest) {
			latest = end;
			offset = rule->standard;
		}
		if (start <= since && start >= latest) {
			latest = start;
			offset = rule->daylight;
		}
	}
	return offset;
}
