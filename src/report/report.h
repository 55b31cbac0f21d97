/* SPDX-License-Identifier: MIT */
/* How the findings of a run are printed: one row a format. */
#ifndef DD_REPORT_REPORT_H
#define DD_REPORT_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include "diplodoc.h"

struct dd_buffer;
struct dd_error;

/* What has been seen so far. */
struct dd_tally {
	size_t files;	    /* inputs, checked or not */
	size_t valid;	    /* verdict pass */
	size_t invalid;	    /* verdict fail */
	size_t unread;	    /* the input could not be read */
	size_t not_checked; /* read, but the verdict stayed unknown */
	size_t errors, warnings, advice;
	size_t suppressed, known; /* findings that do not count */
	size_t fixed;		  /* findings mended, which are gone */
	bool planned;  /* those are in the difference, not in the file */
	size_t hidden; /* findings over the limit of one document */
};

/* One input, done. */
struct dd_outcome {
	const char *file;		      /* the name to show */
	struct diplodoc_document *document;   /* NULL where it was not read */
	const struct diplodoc_error *failure; /* NULL where there was none */
};

/* Set the first part, zero the rest. */
struct dd_report {
	struct dd_buffer *out;
	bool color, excerpt; /* text: paint; show the line that is meant */
	bool verbose;	     /* the engine's own words too */
	size_t width;	     /* columns of the terminal, 0 = unknown */

	const struct dd_printer *printer;
	struct dd_tally tally;
};

struct dd_printer {
	const char *name; /* "json" */
	void (*begin)(struct dd_report *report);
	void (*add)(struct dd_report *report, const struct dd_outcome *outcome);
	void (*end)(struct dd_report *report);
};

/* Names of the printers one by one, then NULL (a dd_words). */
const char *dd_printer_names(size_t index);

/* Begins a report; `format` is the name of a printer, NULL = the first, "" =
 * one that counts and prints nothing. */
void dd_report_begin(struct dd_report *report, const char *format);
void dd_report_add(struct dd_report *report, const struct dd_outcome *outcome);
void dd_report_end(struct dd_report *report);

/* The printers. Text needs no begin and end. */
void
dd_report_text_add(struct dd_report *report, const struct dd_outcome *outcome);
void dd_report_json_begin(struct dd_report *report);
void
dd_report_json_add(struct dd_report *report, const struct dd_outcome *outcome);
void dd_report_json_end(struct dd_report *report);

/* "3 errors in 2 of 5 files." and what else is to say, with a newline, into
 * an empty buffer; where there is nothing, "5 files: " and `clean`. */
void dd_tally_print(
    const struct dd_tally *tally, const char *clean, struct dd_buffer *out);

#endif
