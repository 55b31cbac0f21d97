/* SPDX-License-Identifier: MIT */
/* What a run has seen, in numbers. */
#ifndef DD_REPORT_TALLY_H
#define DD_REPORT_TALLY_H

#include <stdbool.h>
#include <stddef.h>

struct dd_buffer;
struct dd_messages;
struct dd_outcome;

struct dd_tally {
	size_t files;	    /* inputs, checked or not */
	size_t valid;	    /* verdict pass */
	size_t invalid;	    /* verdict fail */
	size_t unread;	    /* the input could not be read */
	size_t not_checked; /* read, but the verdict stayed unknown */
	size_t errors, warnings, advice;
	size_t suppressed, known; /* findings that do not count */
	size_t fixed;		  /* findings mended, which are gone */
	bool planned; /* those are in the difference, not in the file */
	const char *known_where; /* the known ones are: "in the baseline", N_ */
	size_t hidden;		 /* findings over the limit of one document */
};

void dd_tally_add(struct dd_tally *tally, const struct dd_outcome *outcome);

/* "3 errors in 2 of 5 files." and what else is to say, with a newline, into
 * an empty buffer; where there is nothing, "5 files: " and `clean`, which is
 * translated as all the rest is. */
void
dd_tally_print(const struct dd_tally *tally, const struct dd_messages *messages,
    const char *clean, struct dd_buffer *out);

#endif
