/* SPDX-License-Identifier: MIT */
/* Civil dates and moments, proleptic Gregorian. */
#ifndef DD_MODEL_CLOCK_H
#define DD_MODEL_CLOCK_H

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

#endif
