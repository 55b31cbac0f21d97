/* SPDX-License-Identifier: MIT */
/*
 * Owns: calendar arithmetic and the ISO 8601 forms of dates, moments and
 * lengths of time. Leaves zones to zone.c and words to the stylesheets.
 */
#include "model/clock.h"
#include <stdio.h>

enum {
	DAY = 86400,		/* seconds */
	ERA_DAYS = 146097,	/* days of 400 years */
	EPOCH_DAYS = 719468,	/* from 0000-03-01 to 1970-01-01 */
	MAX_OFFSET = 14 * 3600, /* of xs:dateTime */
	MAX_AMOUNT_DIGITS = 5,
};

static int64_t
divide_down(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/* Reads exactly `count` digits and moves *p behind them. */
static bool
take_number(const char **p, int count, int *ret)
{
	int value = 0;

	for (int i = 0; i < count; i++, ++*p) {
		if (**p < '0' || **p > '9')
			return false;
		value = value * 10 + (**p - '0');
	}
	*ret = value;
	return true;
}

static bool
take_char(const char **p, char wanted)
{
	if (**p != wanted)
		return false;
	++*p;
	return true;
}

static int
count_days_of_month(int year, int month)
{
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	if (month == 2)
		return leap ? 29 : 28;
	return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

static bool
take_date(const char **p, struct dd_date *ret)
{
	if (!take_number(p, 4, &ret->year) || !take_char(p, '-') ||
	    !take_number(p, 2, &ret->month) || !take_char(p, '-') ||
	    !take_number(p, 2, &ret->day))
		return false;
	return ret->year >= 1 && ret->month >= 1 && ret->month <= 12 &&
	    ret->day >= 1 &&
	    ret->day <= count_days_of_month(ret->year, ret->month);
}

/* hh:mm:ss; 24:00:00 is allowed. */
static bool
take_time(const char **p, struct dd_time *ret)
{
	if (!take_number(p, 2, &ret->hour) || !take_char(p, ':') ||
	    !take_number(p, 2, &ret->minute) || !take_char(p, ':') ||
	    !take_number(p, 2, &ret->second))
		return false;
	if (ret->hour == 24)
		return ret->minute == 0 && ret->second == 0;
	return ret->hour < 24 && ret->minute < 60 && ret->second < 60;
}

static bool
take_offset(const char **p, int *ret)
{
	bool west = **p == '-';
	int hours, minutes;

	*ret = 0;
	if (take_char(p, 'Z'))
		return true;
	if (!take_char(p, west ? '-' : '+') || !take_number(p, 2, &hours) ||
	    !take_char(p, ':') || !take_number(p, 2, &minutes) || minutes > 59)
		return false;
	*ret = (hours * 60 + minutes) * (west ? -60 : 60);
	return *ret <= MAX_OFFSET && *ret >= -MAX_OFFSET;
}

bool
dd_date_parse(const char *text, struct dd_date *ret_date)
{
	struct dd_date date;

	if (!take_date(&text, &date) || *text)
		return false;
	*ret_date = date;
	return true;
}

bool
dd_moment_parse(const char *text, struct dd_moment *ret_moment)
{
	struct dd_date date;
	struct dd_time time;
	int offset;

	if (!take_date(&text, &date) || !take_char(&text, 'T') ||
	    !take_time(&text, &time) || !take_offset(&text, &offset) || *text)
		return false;
	*ret_moment =
	    dd_moment_at(dd_clock_seconds(date, time) - offset, offset);
	return true;
}

/* Digits and the letter behind them; *p stays where they do not stand. */
static bool
take_amount(const char **p, char letter, int *ret)
{
	const char *from = *p;
	int count = 0;

	while (count < MAX_AMOUNT_DIGITS && from[count] >= '0' &&
	    from[count] <= '9')
		count++;
	if (count == 0 || from[count] != letter)
		return false;
	return take_number(p, count, ret) && take_char(p, letter);
}

bool
dd_duration_parse(const char *text, int64_t *ret_minutes)
{
	int hours = 0, minutes = 0;
	bool any;

	if (!take_char(&text, 'P') || !take_char(&text, 'T'))
		return false;
	any = take_amount(&text, 'H', &hours);
	any = take_amount(&text, 'M', &minutes) || any;
	if (!any || *text)
		return false;
	*ret_minutes = (int64_t)hours * 60 + minutes;
	return true;
}

/* Years are counted from March, so that the leap day is the last of a year. */
int64_t
dd_date_days(struct dd_date date)
{
	int64_t year = (int64_t)date.year - (date.month <= 2);
	int64_t era = divide_down(year, 400), of_era = year - era * 400;
	int month = (date.month + 9) % 12; /* March = 0 */
	int of_year = (153 * month + 2) / 5 + date.day - 1;

	return era * ERA_DAYS + of_era * 365 + of_era / 4 - of_era / 100 +
	    of_year - EPOCH_DAYS;
}

struct dd_date
dd_date_of_days(int64_t days)
{
	int64_t era = divide_down(days + EPOCH_DAYS, ERA_DAYS);
	int day = (int)(days + EPOCH_DAYS - era * ERA_DAYS);
	int year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
	int of_year = day - (365 * year + year / 4 - year / 100);
	int month = (5 * of_year + 2) / 153; /* March = 0 */

	return (struct dd_date){
	    .year = (int)(era * 400) + year + (month >= 10),
	    .month = month < 10 ? month + 3 : month - 9,
	    .day = of_year - (153 * month + 2) / 5 + 1,
	};
}

int
dd_date_weekday(struct dd_date date)
{
	int64_t days = dd_date_days(date) + 4; /* the epoch was a Thursday */

	return (int)(days - divide_down(days, 7) * 7);
}

int
dd_date_compare(struct dd_date a, struct dd_date b)
{
	int64_t days = dd_date_days(a) - dd_date_days(b);

	return (days > 0) - (days < 0);
}

int64_t
dd_clock_seconds(struct dd_date date, struct dd_time time)
{
	return dd_date_days(date) * DAY + time.hour * 3600 + time.minute * 60 +
	    time.second;
}

struct dd_moment
dd_moment_at(int64_t utc, int offset)
{
	int64_t days = divide_down(utc + offset, DAY);
	int second = (int)(utc + offset - days * DAY);

	return (struct dd_moment){
	    .utc = utc,
	    .offset = offset,
	    .date = dd_date_of_days(days),
	    .time = {second / 3600, second / 60 % 60, second % 60},
	};
}

void
dd_moment_iso(const struct dd_moment *moment, char out[DD_ISO_SIZE])
{
	int minutes = moment->offset / 60;
	struct dd_moment m = dd_moment_at(moment->utc, minutes * 60);
	unsigned east = (unsigned)(minutes < 0 ? -minutes : minutes);
	char date[16];

	dd_date_iso(m.date, date);
	snprintf(out, DD_ISO_SIZE, "%sT%02u:%02u:%02u%c%02u:%02u", date,
	    (unsigned)m.time.hour % 100, (unsigned)m.time.minute % 100,
	    (unsigned)m.time.second % 100, minutes < 0 ? '-' : '+',
	    east / 60 % 100, east % 60);
}

void
dd_date_iso(struct dd_date date, char out[16])
{
	snprintf(out, 16, "%04d-%02u-%02u", date.year,
	    (unsigned)date.month % 100, (unsigned)date.day % 100);
}
