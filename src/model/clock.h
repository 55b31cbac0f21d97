/* SPDX-License-Identifier: MIT */
/*
 * Civil dates and moments in the proleptic Gregorian calendar, read from and
 * written as ISO 8601. No words, no locale, no zone rules (those are zone.h).
 */
#ifndef DD_MODEL_CLOCK_H
#define DD_MODEL_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

struct dd_date {
	int year, month, day; /* month and day from 1 */
};

struct dd_time {
	int hour, minute, second;
};

/* One instant as a clock at one place shows it. */
struct dd_moment {
	int64_t utc; /* seconds since 1970-01-01T00:00:00Z */
	int offset;  /* seconds east of UTC */
	struct dd_date date;
	struct dd_time time;
};

/* Reads an xs:date without a zone, YYYY-MM-DD, collapsed. False, with
 * *ret_date unchanged, for other text and for days that no calendar has, such
 * as 2023-02-29 or any of the year 0000. */
bool dd_date_parse(const char *text, struct dd_date *ret_date);

/* Reads an xs:dateTime with Z or an offset of up to 14 hours and without a
 * fraction of a second, collapsed. 24:00:00 is 00:00:00 of the next day. False,
 * with *ret_moment unchanged, for anything else. */
bool dd_moment_parse(const char *text, struct dd_moment *ret_moment);

/* Reads PTnH, PTnM or PTnHnM, at most five digits each. False, with
 * *ret_minutes unchanged, for anything else. */
bool dd_duration_parse(const char *text, int64_t *ret_minutes);

/* Days since 1970-01-01, negative before. */
int64_t dd_date_days(struct dd_date date);

/* The inverse; for days whose year an int holds. */
struct dd_date dd_date_of_days(int64_t days);

/* 0 = Sunday ... 6 = Saturday. */
int dd_date_weekday(struct dd_date date);

/* Below, equal to or above 0, as `a` is before, on or after `b`. */
int dd_date_compare(struct dd_date a, struct dd_date b);

/* Seconds since 1970-01-01T00:00:00Z of a date and time read as UTC. */
int64_t dd_clock_seconds(struct dd_date date, struct dd_time time);

/* The instant `utc` as a clock shows it that is `offset` seconds east. */
struct dd_moment dd_moment_at(int64_t utc, int offset);

enum { DD_ISO_SIZE = 32 }; /* bytes for either form below */

/* 2023-07-13T10:00:00+07:00, never Z. An offset with seconds (mean solar time)
 * is cut to minutes and the clock set to it: the instant stays the same. */
void dd_moment_iso(const struct dd_moment *moment, char out[DD_ISO_SIZE]);

/* 2023-07-13 */
void dd_date_iso(struct dd_date date, char out[16]);

#endif
