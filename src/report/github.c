/* SPDX-License-Identifier: MIT */
/*
 * Owns: findings as workflow commands of GitHub Actions, which appear beside
 * the lines of a pull request. GitHub shows ten of each level for a step, and
 * leaves out the others without a word; so the last notice counts them.
 */
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/escape.h"
#include "base/memory.h"
#include "report/finding.h"
#include "report/report.h"

enum { LEVELS = 3, SHOWN = 10 };

struct github {
	size_t told[LEVELS]; /* errors, warnings, notices */
};

static const char *const commands[LEVELS] = {"error", "warning", "notice"};

static void
begin(struct dd_report *report)
{
	report->state = dd_calloc(1, sizeof(struct github));
}

/* Text as a message, or as the value of a property (`property`), which ends at
 * a comma too. */
static void
put_text(struct dd_report *report, const char *text, bool property)
{
	struct dd_buffer safe;

	dd_buffer_init(&safe, 0);
	dd_escape_terminal(&safe, text, strlen(text));
	for (const char *at = safe.data; *at; at++)
		if (*at == '%' || (property && (*at == ',' || *at == ':')))
			dd_buffer_printf(
			    report->out, "%%%02X", (unsigned char)*at);
		else
			dd_buffer_putc(report->out, *at);
	dd_buffer_release(&safe);
}

/* True where one more of that level will be shown; the last notice is kept for
 * the count. */
static bool
take(struct dd_report *report, size_t level)
{
	struct github *github = report->state;

	return github->told[level]++ < SHOWN - (level == LEVELS - 1);
}

static void
put_finding(struct dd_report *report, const char *file,
    const struct diplodoc_diagnostic *finding)
{
	const struct diplodoc_place *place = &finding->place;
	const char *word = dd_finding_word(finding, "0", "1", "2");
	size_t level = (size_t)(*word - '0');

	if (!dd_finding_counts(finding) || !take(report, level))
		return;
	dd_buffer_printf(report->out, "::%s file=", commands[level]);
	put_text(report, dd_report_path(file), true);
	dd_buffer_printf(
	    report->out, ",line=%zu,endLine=%zu", place->line, place->end_line);
	/* GitHub takes columns of one line only. */
	if (place->line == place->end_line)
		dd_buffer_printf(report->out, ",col=%zu,endColumn=%zu",
		    place->column, place->end_column);
	dd_buffer_puts(report->out, ",title=");
	put_text(report, finding->id, true);
	dd_buffer_puts(report->out, "::");
	put_text(report, finding->message, false);
	dd_buffer_putc(report->out, '\n');
}

static void
add(struct dd_report *report, const struct dd_outcome *outcome)
{
	size_t count = dd_outcome_count(outcome);

	for (size_t i = 0; i < count; i++)
		put_finding(report, outcome->file,
		    diplodoc_diagnostic(outcome->document, i));
	if (outcome->failure && take(report, 0)) {
		dd_buffer_puts(report->out, "::error file=");
		put_text(report, dd_report_path(outcome->file), true);
		dd_buffer_puts(report->out, ",title=");
		put_text(
		    report, dd_message(report->messages, "not checked"), true);
		dd_buffer_puts(report->out, "::");
		put_text(report, outcome->failure->text, false);
		dd_buffer_putc(report->out, '\n');
	}
}

static void
end(struct dd_report *report)
{
	struct github *github = report->state;
	size_t rest = report->tally->hidden;

	for (size_t i = 0; i < LEVELS; i++) {
		size_t shown = SHOWN - (i == LEVELS - 1);

		if (github->told[i] > shown)
			rest += github->told[i] - shown;
	}
	if (rest > 0) {
		dd_buffer_puts(report->out, "::notice title=diplodoc::");
		dd_buffer_printf(report->out,
		    dd_message(report->messages,
			"%zu more are not shown here; the report of the run "
			"has them."),
		    rest);
		dd_buffer_putc(report->out, '\n');
	}
	free(github);
}

const struct dd_printer dd_printer_github = {
    .name = "github",
    .summary = "annotations of GitHub Actions",
    .begin = begin,
    .add = add,
    .end = end,
};
