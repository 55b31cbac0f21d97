/* SPDX-License-Identifier: MIT */
#include "import/date_line.h"
#include <stdio.h>
#include <string.h>
#include "base/ascii.h"
#include "language/read_time.h"

static bool
is_real(struct dd_date date)
{
	struct dd_date back = dd_date_of_days(dd_date_days(date));

	return date.year > 1800 && date.month >= 1 && date.month <= 12 &&
	    date.day >= 1 && date.day <= 31 && dd_date_compare(back, date) == 0;
}

/* 2023-07-13, 2023/07/13, 2023.07.13, 13.07.2023 */
static bool
read_digits(const char *text, struct dd_date *ret_date)
{
	struct dd_date date;
	char a, b, rest;

	if (sscanf(text, "%4d%c%2d%c%2d%c", &date.year, &a, &date.month, &b,
		&date.day, &rest) != 5 ||
	    !strchr("-/.", a) || a != b || date.year < 1000) {
		if (sscanf(text, "%2d.%2d.%4d%c", &date.day, &date.month,
			&date.year, &rest) != 3)
			return false;
	}
	if (!is_real(date))
		return false;
	*ret_date = date;
	return true;
}

/* True where nothing but marks and spaces stands there. */
static bool
is_empty(const char *text, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (!strchr(" ,.:()[]-|", text[i]) &&
		    (text[i] & 0xC0) != 0x80 && (text[i] & 0x80) == 0)
			return false;
	return true;
}

bool
dd_date_line_read(const char *text, const char *lang, struct dd_date *ret_date,
    const char **ret_city, struct dd_arena *arena)
{
	const struct dd_typed *typed;
	struct dd_date date;
	size_t from, to;

	if (strlen(text) > 80)
		return false;
	if (read_digits(text, ret_date))
		return true;
	typed = dd_time_read(text, lang, arena);
	if (!typed || typed->kind != DD_TYPED_DATE || typed->year == 0 ||
	    typed->day == 0)
		return false;
	date = (struct dd_date){typed->year, typed->month, typed->day};
	from = typed->at.start;
	to = typed->at.end;
	if (!is_real(date) || !is_empty(text, to, strlen(text)))
		return false;
	if (!is_empty(text, 0, from)) {
		/* "Geneva, " and the like: capitals and a comma or dash. */
		size_t len = strcspn(text, ",-–");
		size_t spaces = 0;

		/* A headline is no city. */
		for (size_t i = 0; i < from; i++)
			spaces += text[i] == ' ';
		if (spaces > 4 || memchr(text, ':', from))
			return false;

		if (len + 3 < from || len == 0 || text[0] < 'A' ||
		    text[0] > 'Z')
			return false;
		*ret_city = dd_arena_ndup(arena, text, len);
	}
	*ret_date = date;
	return true;
}
