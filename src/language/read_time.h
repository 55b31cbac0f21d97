/* SPDX-License-Identifier: MIT */
/*
 * Times in prose: clock times, dates, weekdays, days such as "yesterday" and
 * lengths of time, in English and Japanese. What the words leave open stays
 * open; what could be something else is not read.
 */
#ifndef DD_LANGUAGE_READ_TIME_H
#define DD_LANGUAGE_READ_TIME_H

#include <stdbool.h>
#include <stddef.h>

struct dd_arena;

enum dd_typed_kind {
	DD_TYPED_CLOCK,
	DD_TYPED_DATE,	  /* a month at least */
	DD_TYPED_WEEKDAY, /* without a date beside it */
	DD_TYPED_DAY,	  /* today, yesterday, 明日 */
	DD_TYPED_LENGTH,
};

enum dd_typed_period {
	DD_PERIOD_NONE, /* neither a.m. nor p.m. */
	DD_PERIOD_AM,
	DD_PERIOD_PM,
	DD_PERIOD_WORD, /* noon, midnight, 正午 */
};

enum dd_typed_label {
	DD_LABEL_NONE,
	DD_LABEL_LOCAL, /* local time */
	DD_LABEL_NAMED, /* Japan time, JST: `name` */
};

/* A stretch of the text, in bytes; empty where nothing stands there. */
struct dd_stretch {
	size_t start, end;
};

struct dd_typed {
	enum dd_typed_kind kind;
	struct dd_stretch at; /* of a clock: with its a.m., without its zone */

	/* A clock. */
	int written;	  /* the hour as it stands */
	int hour, minute; /* of 24; as written where the period is missing */
	bool has_minute;  /* false for "10 a.m." */
	bool plain;	  /* written as 4:45 p.m., or 16:45 */
	bool in_range;	  /* one side of 10:00 to 10:45 a.m. */
	enum dd_typed_period period;
	enum dd_typed_label label;
	struct dd_stretch name;	     /* "Japan" of Japan time */
	struct dd_stretch shift;     /* "the next day" */
	int days;		     /* what that adds to the date */
	const struct dd_typed *date; /* said with this clock, or NULL */

	/* A date; 0 for what is not said. */
	int year, month, day;
	struct dd_stretch ordinal; /* "27th" */
	int weekday;		   /* 0 = Sunday; -1: none; of a weekday too */
	struct dd_stretch weekday_at;

	/* A length. */
	int minutes;
	bool hedged; /* about, 約 */

	struct dd_typed *next; /* in order; none overlap */
};

/* All times in a text that ends in a NUL. `lang` is its language; nothing is
 * read in others than en and ja. Lives as long as the arena. Linear. */
struct dd_typed *
dd_time_read(const char *text, const char *lang, struct dd_arena *arena);

#endif
