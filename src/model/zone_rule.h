/* SPDX-License-Identifier: MIT */
/* The footer of a TZif file: a POSIX TZ string, extended by RFC 9636, 3.3.1. */
#ifndef DD_MODEL_ZONE_RULE_H
#define DD_MODEL_ZONE_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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

struct dd_zone_rule {
	int standard, daylight; /* seconds east of UTC */
	bool has_daylight;
	struct dd_zone_day start, end; /* of daylight saving time */
};

/* Reads the `len` bytes of a TZ string whole. False where it is not one, or
 * names daylight saving time without its days. */
bool
dd_zone_rule_parse(const char *text, size_t len, struct dd_zone_rule *ret_rule);

/* Seconds east of UTC. */
int dd_zone_rule_offset(const struct dd_zone_rule *rule, int64_t utc);

#endif
