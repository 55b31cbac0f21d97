/* SPDX-License-Identifier: MIT */
/* How far a long run is, in one line on a terminal that comes and goes. */
#ifndef DD_CLI_PROGRESS_H
#define DD_CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct dd_buffer;
struct dd_console;
struct dd_messages;

struct dd_progress {
	struct dd_console *console; /* borrowed */
	bool on;		    /* a terminal looks on, and wants it */
	uint64_t start, shown;	    /* milliseconds; 0: not yet shown */
	size_t done, failed;	    /* documents */
};

/* Begins; nothing is shown for half a second, nor where standard error is no
 * terminal, nor when `quiet`. */
void dd_progress_begin(
    struct dd_progress *progress, struct dd_console *console, bool quiet);

/* One more document is done, of `total`; 0: of nobody knows how many. */
void dd_progress_step(struct dd_progress *progress, size_t total, bool failed);

/* The last line, which stays, where anything was shown. */
void dd_progress_end(struct dd_progress *progress);

/* "12/40 documents, 8.0 per second, 4 s left, 1 failed" after so many
 * milliseconds; parts that are not known or zero are left out. */
void dd_progress_print(const struct dd_progress *progress, size_t total,
    uint64_t passed, const struct dd_messages *messages, struct dd_buffer *out);

#endif
