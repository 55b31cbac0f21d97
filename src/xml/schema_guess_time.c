/* SPDX-License-Identifier: MIT */
/*
 * Owns: guesses at dates, times and lengths of time as people write them.
 * Gregorian calendar, English month names, and nothing where a guess could
 * be wrong: 5/6/2023 has two readings, and both are named.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "xml/schema_internal.h"

static const char *const months[] = {N_("January"), N_("February"), N_("March"),
    N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December")};

struct day {
	unsigned year, month, day;
};

static unsigned
get_days(const struct day *day)
{
	static const unsigned char days[] = {
	    31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = day->year % 4 == 0 &&
	    (day->year % 100 != 0 || day->year % 400 == 0);

	return days[day->month - 1] + (leap && day->month == 2);
}

static bool
exists(const struct day *day)
{
	return day->year >= 1 && day->year <= 9999 && day->month >= 1 &&
	    day->month <= 12 && day->day >= 1 && day->day <= get_days(day);
}

/* "there is no ...", for a day that does not exist. */
static bool
advise_other_day(const struct day *day, struct dd_advice *out)
{
	if (day->year == 0)
		return dd_advise(out, "there is no year 0");
	if (day->month == 0 || day->month > 12)
		return dd_advise(out, "there is no month %02u", day->month);
	if (day->day == 0)
		return dd_advise(out, "there is no day 00");
	return dd_advise(out, "%s %u has %u days",
	    dd_message(out->messages, months[day->month - 1]), day->year,
	    get_days(day));
}

static bool
advise_day(const struct day *day, struct dd_advice *out)
{
	if (!exists(day))
		return advise_other_day(day, out);
	return dd_advise(
	    out, "write `%04u-%02u-%02u`", day->year, day->month, day->day);
}

/* --- dates --------------------------------------------------------------- */

/* Numbers and a month's name, as they come. */
struct pieces {
	unsigned number[4];
	size_t digits[4];
	size_t count;
	unsigned month; /* 0: no name */
};

static unsigned
read_month(const char *word, size_t len)
{
	unsigned i;

	for (i = 0; i < 12 && len >= 3; i++)
		if (len <= strlen(months[i]) &&
		    dd_ascii_equal_n(months[i], word, len))
			return i + 1;
	return 0;
}

static bool
read_pieces(const char *p, struct pieces *ret)
{
	memset(ret, 0, sizeof(*ret));
	while (*p) {
		const char *start = p;

		if (dd_ascii_is_digit(*p)) {
			while (dd_ascii_is_digit(*p))
				p++;
			if (p - start > 8 || ret->count == 4)
				return false;
			ret->digits[ret->count] = (size_t)(p - start);
			ret->number[ret->count++] =
			    (unsigned)strtoul(start, NULL, 10);
		} else if (dd_ascii_is_letter(*p)) {
			while (dd_ascii_is_letter(*p))
				p++;
			if (ret->month == 0)
				ret->month =
				    read_month(start, (size_t)(p - start));
		} else {
			p++;
		}
	}
	return true;
}

/* 5/6/2023: which is the month? */
static bool
guess_year_last(unsigned a, unsigned b, unsigned year, struct dd_advice *out)
{
	struct day first = {year, b, a}, second = {year, a, b};

	if (exists(&first) && exists(&second) && a != b)
		return dd_advise(out,
		    "write `%04u-%02u-%02u` or `%04u-%02u-%02u`, whichever is "
		    "meant",
		    year, b, a, year, a, b);
	if (!exists(&first) && !exists(&second))
		return false;
	return advise_day(exists(&first) ? &first : &second, out);
}

bool
dd_guess_date(const char *value, struct dd_advice *out)
{
	struct pieces p;
	struct day day;

	if (!read_pieces(value, &p))
		return false;
	if (p.month && p.count == 2) {
		bool year_first = p.digits[0] == 4;

		day = (struct day){p.number[year_first ? 0 : 1], p.month,
		    p.number[year_first ? 1 : 0]};
		return p.digits[year_first ? 0 : 1] == 4 &&
		    advise_day(&day, out);
	}
	if (p.month)
		return false;
	if (p.count == 1 && p.digits[0] == 8) {
		day = (struct day){p.number[0] / 10000, p.number[0] / 100 % 100,
		    p.number[0] % 100};
		return advise_day(&day, out);
	}
	if (p.count >= 3 && p.digits[0] == 4) {
		day = (struct day){p.number[0], p.number[1], p.number[2]};
		return advise_day(&day, out);
	}
	return p.count == 3 && p.digits[2] == 4 &&
	    guess_year_last(p.number[0], p.number[1], p.number[2], out);
}

/* --- date and time ------------------------------------------------------- */

struct moment {
	struct day day;
	unsigned hour, minute, second;
	int offset; /* minutes east of UTC */
	bool has_time, has_offset, is_utc;
};

static bool
read_number(const char **p, unsigned *ret)
{
	size_t len = strspn(*p, "0123456789");

	if (len == 0 || len > 4)
		return false;
	*ret = (unsigned)strtoul(*p, NULL, 10);
	*p += len;
	return true;
}

static bool
skip_one(const char **p, const char *any_of)
{
	if (!**p || !strchr(any_of, **p))
		return false;
	(*p)++;
	return true;
}

/* Z, +07:00, +0700, +7, UTC+7 */
static bool
read_offset(const char **p, struct moment *moment)
{
	unsigned hours, minutes = 0;
	const char *start;
	int sign;

	if (dd_ascii_equal_n(*p, "UTC", 3) || dd_ascii_equal_n(*p, "GMT", 3))
		*p += 3;
	else if (skip_one(p, "Zz"))
		return moment->is_utc = moment->has_offset = true;
	else if (!**p)
		return true;
	if (!**p)
		return moment->is_utc = moment->has_offset = true;
	sign = **p == '-' ? -1 : 1;
	start = *p + 1;
	if (!skip_one(p, "+-") || !read_number(p, &hours))
		return false;
	if (*p - start == 4) {
		minutes = hours % 100;
		hours /= 100;
	} else if (skip_one(p, ":") && !read_number(p, &minutes)) {
		return false;
	}
	moment->offset = sign * (int)(hours * 60 + minutes);
	return moment->has_offset = minutes < 60;
}

static bool
read_moment(const char *p, struct moment *ret)
{
	memset(ret, 0, sizeof(*ret));
	if (strspn(p, "0123456789") != 4 || !read_number(&p, &ret->day.year) ||
	    !skip_one(&p, "-/.") || !read_number(&p, &ret->day.month) ||
	    !skip_one(&p, "-/.") || !read_number(&p, &ret->day.day))
		return false;
	if (!*p)
		return true;
	if (!skip_one(&p, "Tt ") || !read_number(&p, &ret->hour) ||
	    !skip_one(&p, ":") || !read_number(&p, &ret->minute))
		return false;
	ret->has_time = true;
	if (skip_one(&p, ":") && !read_number(&p, &ret->second))
		return false;
	if (skip_one(&p, "."))
		p += strspn(p, "0123456789");
	p += strspn(p, " ");
	return read_offset(&p, ret) && !*p;
}

enum { STAMP_SIZE = 48 };

/* With `offset` where that is not NULL, else with its own. */
static void
print_stamp(char out[STAMP_SIZE], const struct moment *m, const char *offset)
{
	int east = m->offset < 0 ? -m->offset : m->offset;
	char own[16] = "Z";

	if (!m->is_utc)
		snprintf(own, sizeof own, "%c%02d:%02d",
		    m->offset < 0 ? '-' : '+', east / 60, east % 60);
	snprintf(out, STAMP_SIZE, "%04u-%02u-%02uT%02u:%02u:%02u%s",
	    m->day.year, m->day.month, m->day.day, m->hour, m->minute,
	    m->second, offset ? offset : own);
}

bool
dd_guess_clock(const char *value, struct dd_advice *out)
{
	char stamp[STAMP_SIZE];
	struct moment m;
	bool has_time;

	if (!read_moment(value, &m))
		return false;
	if (!exists(&m.day))
		return advise_other_day(&m.day, out);
	has_time = m.has_time;
	if (!has_time)
		m.hour = 10;
	if (m.hour > 23 || m.minute > 59 || m.second > 59)
		return dd_advise(out, "there is no time %02u:%02u:%02u", m.hour,
		    m.minute, m.second);
	print_stamp(stamp, &m, has_time && m.has_offset ? NULL : "+07:00");
	if (!has_time)
		return dd_advise(out,
		    "add the time and the offset from UTC, such as `%s`",
		    stamp);
	if (!m.has_offset)
		return dd_advise(
		    out, "add the offset from UTC, such as `%s`", stamp);
	if (m.offset > 14 * 60 || m.offset < -14 * 60)
		return dd_advise(
		    out, "no place is further than 14 hours from UTC");
	return dd_advise(out, "write `%s`", stamp);
}

bool
dd_guess_clock_or_date(const char *value, struct dd_advice *out)
{
	struct moment m;

	if (read_moment(value, &m) && m.has_time)
		return dd_guess_clock(value, out);
	return dd_guess_date(value, out);
}

/* --- lengths of time ----------------------------------------------------- */

/* Minutes in one unit, by its first letters; 0 for no unit of ours. */
static unsigned
read_unit(const char *word, size_t len)
{
	static const struct {
		const char *name;
		unsigned minutes;
	} units[] = {{"h", 60}, {"hr", 60}, {"hrs", 60}, {"hour", 60},
	    {"hours", 60}, {"m", 1}, {"min", 1}, {"mins", 1}, {"minute", 1},
	    {"minutes", 1}};
	size_t i;

	for (i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (strlen(units[i].name) == len &&
		    dd_ascii_equal_n(units[i].name, word, len))
			return units[i].minutes;
	return 0;
}

/* 45 minutes, 1h30, 1 hour and 30 minutes, pt1h30m; 45 alone: minutes. */
static bool
read_words(const char *p, unsigned *ret_minutes)
{
	unsigned number, unit = 60, total = 0;
	bool first = true;

	if (dd_ascii_equal_n(p, "PT", 2))
		p += 2;
	while (*p) {
		unsigned last = first ? 0 : unit;
		size_t len;

		if (!read_number(&p, &number))
			return false;
		p += strspn(p, " ");
		len = strspn(
		    p, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
		unit = read_unit(p, len);
		if (len == 0 && !*p)
			unit = 1;
		if (unit == 0 || (last && unit >= last))
			return false;
		total += number * unit;
		p += len;
		p += strspn(p, " .,");
		if (dd_ascii_equal_n(p, "and ", 4))
			p += 4;
		first = false;
	}
	*ret_minutes = total;
	return !first;
}

static bool
read_length(const char *p, unsigned *ret_minutes)
{
	unsigned hours, minutes;
	const char *at = p;

	if (!read_number(&at, &hours) || !skip_one(&at, ":"))
		return read_words(p, ret_minutes);
	if (!read_number(&at, &minutes) || *at || minutes > 59)
		return false;
	*ret_minutes = hours * 60 + minutes;
	return true;
}

bool
dd_guess_duration(const char *value, struct dd_advice *out)
{
	unsigned minutes, hours;

	if (!read_length(value, &minutes) || minutes == 0 ||
	    minutes >= 100 * 60)
		return false;
	hours = minutes / 60;
	minutes %= 60;
	if (hours && minutes)
		return dd_advise(out, "write `PT%uH%uM`", hours, minutes);
	return hours ? dd_advise(out, "write `PT%uH`", hours)
		     : dd_advise(out, "write `PT%uM`", minutes);
}
