/* SPDX-License-Identifier: MIT */
/* Owns: reading the clock, and the test of what is given instead. */
#include "cli/today.h"
#include <stdbool.h>
#include <string.h>
#include <time.h>
#include "cli/console.h"
#include "cli/options.h"

static const char *
read_clock(char room[DD_TODAY_SIZE])
{
	time_t now = time(NULL);
	struct tm day;

	if (!localtime_r(&now, &day) ||
	    !strftime(room, DD_TODAY_SIZE, "%Y-%m-%d", &day))
		return NULL;
	return room;
}

static bool
is_day(const char *text)
{
	struct tm day = {0}, real;
	const char *end = strptime(text, "%Y-%m-%d", &day);

	real = day;
	return end == text + 10 && !*end && timegm(&real) != -1 &&
	    real.tm_mday == day.tm_mday;
}

const char *
dd_today(struct dd_console *console, const struct dd_settings *set,
    char room[DD_TODAY_SIZE])
{
	if (!set->today)
		return read_clock(room);
	if (!is_day(set->today)) {
		dd_console_note(console, DD_EXIT_USAGE);
		dd_console_say(console,
		    "`%s` is no day; write one such as 2026-11-26.",
		    set->today);
	}
	return set->today;
}
