/* SPDX-License-Identifier: MIT */
/* --timing: what each part of a check takes, a stage or a rule. */
#ifndef DD_CLI_TIMING_H
#define DD_CLI_TIMING_H

#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"

struct dd_buffer;
struct dd_console;
struct dd_wire;

enum { DD_TIMING_MAX = 256 }; /* more than there are parts */

/* Zero-initialise. */
struct dd_timing {
	struct dd_timing_part {
		const char *name; /* "xml", "text/quote-pair, text/quotes" */
		uint64_t cost;	  /* nanoseconds of processor time */
	} parts[DD_TIMING_MAX];
	size_t count;
	struct dd_arena arena; /* owns the names */
};

/* Nanoseconds of processor time so far. */
uint64_t dd_timing_clock(void);

/* Adds to a part, by its name, which is copied. */
void dd_timing_add(struct dd_timing *timing, const char *name, uint64_t cost);

/* Appends the parts; and adds those of such bytes. */
void dd_timing_put(const struct dd_timing *timing, struct dd_buffer *out);
void dd_timing_take(struct dd_timing *timing, struct dd_wire *wire);

/* Forgets all parts. */
void dd_timing_clear(struct dd_timing *timing);

/* On standard error a row a part: stages as they came, then rules, the dearest
 * first, then sums. Releases the names. */
void dd_timing_print(struct dd_timing *timing, struct dd_console *console);

#endif
