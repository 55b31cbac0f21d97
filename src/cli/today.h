/* SPDX-License-Identifier: MIT */
/* The day it is. */
#ifndef DD_CLI_TODAY_H
#define DD_CLI_TODAY_H

enum { DD_TODAY_SIZE = 16 };

struct dd_console;
struct dd_settings;

/* That of --today, else of the clock of this machine, "2026-11-26", in `room`
 * or borrowed. NULL where neither can be read; a --today that is no day is said,
 * with status 2. */
const char *dd_today(struct dd_console *console, const struct dd_settings *set,
    char room[DD_TODAY_SIZE]);

#endif
