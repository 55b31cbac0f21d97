/* SPDX-License-Identifier: MIT */
/* What a zone is made of; shared by the files zone*.c alone. */
#ifndef DD_MODEL_ZONE_INTERNAL_H
#define DD_MODEL_ZONE_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct dd_arena;

/* A day of every year, and the second counted from its midnight. */
struct dd_zone_day {
	enum {
		DD_ZONE_WEEKDAY, /* Mm.w.d: week 5 is the last one */
		DD_ZONE_JULIAN,	 /* Jn: 1 to 365, no 29 February */
		DD_ZONE_ORDINAL, /* n: 0 to 365 */
	} kind;
	int month, week;
	int day;     /* weekday or number of the day */
	int seconds; /* below 0 and above a day are allowed */
};

/* A POSIX TZ string. */
struct dd_zone_rule {
	int standard, daylight; /* seconds east of UTC */
	bool has_daylight;
	struct dd_zone_day start, end; /* of daylight saving time */
};

struct dd_zone {
	const char *name;
	size_t count;	    /* of the changes */
	const int64_t *at;  /* UTC, ascending */
	const int *after;   /* the offset from at[i] on */
	int before;	    /* the offset before at[0] */
	const int *offsets; /* each that the zone ever has, once */
	size_t offset_count;
	bool has_rule; /* for the time from the last change on */
	struct dd_zone_rule rule;
};

/* Reads the `len` bytes of a TZ string whole. False where it is not one, or
 * names daylight saving time without its days. */
bool
dd_zone_rule_parse(const char *text, size_t len, struct dd_zone_rule *ret_rule);

/* Seconds east of UTC. */
int dd_zone_rule_offset(const struct dd_zone_rule *rule, int64_t utc);

/* Decodes the bytes of a TZif file into everything but the name. Returns NULL,
 * or the fault in words that fit behind "the file". */
const char *dd_zone_decode(
    struct dd_zone *zone, struct dd_arena *arena, const char *data, size_t len);

#endif
