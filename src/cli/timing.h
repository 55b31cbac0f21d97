/* SPDX-License-Identifier: MIT */
/* --timing: what each part of a check takes. */
#ifndef DD_CLI_TIMING_H
#define DD_CLI_TIMING_H

#include <stddef.h>
#include <stdint.h>

struct dd_console;

enum { DD_TIMING_MAX = 64 }; /* more than there are parts */

struct dd_timing {
	struct {
		const char *name; /* borrowed from the library */
		uint64_t cost;	  /* nanoseconds of processor time */
	} parts[DD_TIMING_MAX];
	size_t count;
};

/* Nanoseconds of processor time so far. */
uint64_t dd_timing_clock(void);

/* Adds to a part, by its name. */
void dd_timing_add(struct dd_timing *timing, const char *name, uint64_t cost);

/* One line a part on standard error, in the order in which they came. */
void
dd_timing_print(const struct dd_timing *timing, struct dd_console *console);

#endif
