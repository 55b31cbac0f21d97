/* SPDX-License-Identifier: MIT */
/* The reports of one run: each in its format, on standard output or in a file;
 * and the counts that they share. */
#ifndef DD_CLI_REPORTS_H
#define DD_CLI_REPORTS_H

#include <stdbool.h>
#include <stddef.h>
#include "base/buffer.h"
#include "cli/options.h"
#include "report/report.h"

struct dd_console;
struct dd_error;
struct dd_session;

struct dd_reports {
	struct dd_tally tally;
	size_t count;
	struct dd_report items[DD_REPORTS_MAX];
	/* Of those that go to a file; NULL: standard output. */
	const char *paths[DD_REPORTS_MAX];
	struct dd_buffer bytes[DD_REPORTS_MAX];
};

/* One report as text for standard error, which the caller takes out of `out`. */
void dd_reports_begin_aside(struct dd_reports *reports,
    const struct dd_session *session, struct dd_buffer *out);

/* Begins what --format asks for, text where it asks for nothing. Returns 0, or
 * DD_E_USAGE where two would go to one place, or where one would replace a file
 * that is read. */
int dd_reports_open(struct dd_reports *reports, struct dd_session *session,
    struct dd_error *error);

/* Counts the outcome and tells every report. */
void
dd_reports_add(struct dd_reports *reports, const struct dd_outcome *outcome);

/* Ends all reports and writes the files; what cannot be written is said and
 * noted. */
void dd_reports_end(struct dd_reports *reports, struct dd_console *console);
void dd_reports_release(struct dd_reports *reports);

#endif
