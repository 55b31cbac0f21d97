/* SPDX-License-Identifier: MIT */
/* The footer of a TZif file: a POSIX TZ string as RFC 9636, 3.3.1 extends it. */
#ifndef DD_MODEL_ZONE_RULE_H
#define DD_MODEL_ZONE_RULE_H

#include <stdbool.h>
#include <stdint.h>

/* When the clocks change in a year. */
struct dd_zone_change {
	char kind;	      /* 'M' month.week.day, 'J' 1-365, 'n' 0-365 */
	int month, week, day; /* 'M'; the others have `day` alone */
	int seconds;	      /* after local midnight; may be negative */
};

struct dd_zone_rule {
	bool known;   /* false: there is no footer */
	int standard; /* seconds east of UTC */
	bool has_summer;
	int summer;
	struct dd_zone_change begin, end; /* of summer time */
};

/* False where the text is not such a string. Empty is a rule not known. */
bool dd_zone_rule_parse(const char *text, struct dd_zone_rule *ret_rule);

int dd_zone_rule_offset(const struct dd_zone_rule *rule, int64_t utc);

#endif
