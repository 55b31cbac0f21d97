/* SPDX-License-Identifier: MIT */
/* The line that says when, and perhaps where, a summary was issued. */
#ifndef DD_IMPORT_DATE_LINE_H
#define DD_IMPORT_DATE_LINE_H

#include <stdbool.h>
#include "base/arena.h"
#include "model/clock.h"

/* True where the whole line is a date: July 13, 2023; 13 July 2023; 2023-07-13;
 * 13.07.2023; 令和5年7月13日; with a city in front of it, or not: *ret_city is
 * left as it is then. */
bool dd_date_line_read(const char *text, const char *lang,
    struct dd_date *ret_date, const char **ret_city, struct dd_arena *arena);

#endif
