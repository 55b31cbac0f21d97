/* SPDX-License-Identifier: MIT */
/* How the findings of a run are printed: one row a format. */
#ifndef DD_REPORT_REPORT_H
#define DD_REPORT_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include "base/messages.h"
#include "diplodoc.h"
#include "report/tally.h"

struct dd_answer;
struct dd_buffer;

/* One input, done. */
struct dd_outcome {
	const char *file;		      /* the name to show */
	struct diplodoc_document *document;   /* NULL where it was not read */
	const struct diplodoc_error *failure; /* NULL where there was none */
	const struct dd_answer *answer;	      /* of a line of JSON, or NULL */
};

/* One report on its way. Set the first part, zero the rest. */
struct dd_report {
	struct dd_buffer *out;
	const struct dd_tally *tally; /* of the run; borrowed */
	bool color, excerpt; /* text: paint; show the line that is meant */
	bool verbose;	     /* the engine's own words too */
	size_t width;	     /* columns of the terminal, 0 = unknown */
	const char *fail_on; /* the least level that fails the run */
	const struct dd_messages *messages; /* borrowed; NULL: English */
	bool compared; /* with a baseline, or an older version */

	const struct dd_printer *printer;
	size_t added; /* inputs so far */
	void *state;  /* the printer's own, from begin to end; or NULL */
};

/* Functions may be NULL where there is nothing to do. */
struct dd_printer {
	const char *name;    /* "json" */
	const char *summary; /* one clause for --help */
	void (*begin)(struct dd_report *report);
	void (*add)(struct dd_report *report, const struct dd_outcome *outcome);
	void (*end)(struct dd_report *report);
};

/* The printer number `index`, from 0; NULL behind the last. */
const struct dd_printer *dd_printer(size_t index);
/* Their names one by one, then NULL (a dd_words). */
const char *dd_printer_names(size_t index);

/* The printer of that name, which there is. */
const struct dd_printer *dd_printer_find(const char *name);

/* Begins a report with a printer, which the table need not have. */
void
dd_report_begin(struct dd_report *report, const struct dd_printer *printer);
/* Inputs come in the order of the run; each is in the tally already. */
void dd_report_add(struct dd_report *report, const struct dd_outcome *outcome);
/* The tally is complete now. */
void dd_report_end(struct dd_report *report);

/* The printers, each in a file of its own. */
extern const struct dd_printer dd_printer_text;
extern const struct dd_printer dd_printer_html;
extern const struct dd_printer dd_printer_json;
extern const struct dd_printer dd_printer_jsonl;
extern const struct dd_printer dd_printer_sarif;
extern const struct dd_printer dd_printer_junit;
extern const struct dd_printer dd_printer_checkstyle;
extern const struct dd_printer dd_printer_github;
extern const struct dd_printer dd_printer_gitlab;
extern const struct dd_printer dd_printer_rdjson;

#endif
