/* SPDX-License-Identifier: MIT */
/* Owns: findings as a Code Quality report of GitLab. */
#include <stdlib.h>
#include "base/buffer.h"
#include "base/memory.h"
#include "report/emitter.h"
#include "report/finding.h"
#include "report/report.h"

struct gitlab {
	struct dd_fingerprints prints;
	struct dd_emitter to;
};

static void
begin(struct dd_report *report)
{
	struct gitlab *gitlab = dd_calloc(1, sizeof *gitlab);

	dd_fingerprints_init(&gitlab->prints);
	gitlab->to.out = report->out;
	dd_emit_open(&gitlab->to, NULL, '[');
	report->state = gitlab;
}

static void
emit_position(
    struct dd_emitter *to, const char *key, size_t line, size_t column)
{
	dd_emit_open(to, key, '{');
	dd_emit_number(to, "line", line);
	dd_emit_number(to, "column", column);
	dd_emit_close(to, '}');
}

static void
emit_issue(struct gitlab *gitlab, const char *file,
    const struct diplodoc_diagnostic *finding, const char *severity)
{
	const struct diplodoc_place *place = &finding->place;
	struct dd_emitter *to = &gitlab->to;
	char print[DD_FINGERPRINT_SIZE];

	dd_fingerprint(&gitlab->prints, file, finding, print);
	dd_emit_open(to, NULL, '{');
	dd_emit_shown(to, "description", finding->message);
	dd_emit_text(to, "check_name", finding->id);
	dd_emit_text(to, "fingerprint", print);
	dd_emit_text(to, "severity", severity);
	dd_emit_open(to, "location", '{');
	dd_emit_shown(to, "path", dd_report_path(file));
	dd_emit_open(to, "positions", '{');
	emit_position(to, "begin", place->line, place->column);
	emit_position(to, "end", place->end_line, place->end_column);
	dd_emit_close(to, '}');
	dd_emit_close(to, '}');
	dd_emit_close(to, '}');
}

/* What is said of a file as a whole stands at its beginning. */
static void
emit_note(struct gitlab *gitlab, const char *file, const char *id,
    const char *message, const char *severity)
{
	const struct diplodoc_diagnostic note = {
	    .id = id,
	    .message = message,
	    .place = {1, 1, 1, 1, 0, 0},
	};

	emit_issue(gitlab, file, &note, severity);
}

static void
add(struct dd_report *report, const struct dd_outcome *outcome)
{
	struct gitlab *gitlab = report->state;
	size_t count = dd_outcome_count(outcome);
	char *more = dd_outcome_more(report, outcome);

	for (size_t i = 0; i < count; i++) {
		const struct diplodoc_diagnostic *finding =
		    diplodoc_diagnostic(outcome->document, i);

		if (dd_finding_counts(finding))
			emit_issue(gitlab, outcome->file, finding,
			    dd_finding_word(
				finding, "critical", "minor", "info"));
	}
	if (outcome->failure)
		emit_note(gitlab, outcome->file, "engine/not-checked",
		    outcome->failure->text, "blocker");
	if (more)
		emit_note(gitlab, outcome->file, "engine/not-shown", more,
		    "critical");
	free(more);
}

static void
end(struct dd_report *report)
{
	struct gitlab *gitlab = report->state;

	dd_emit_close(&gitlab->to, ']');
	dd_fingerprints_release(&gitlab->prints);
	free(gitlab);
}

const struct dd_printer dd_printer_gitlab = {
    .name = "gitlab",
    .summary = "a Code Quality report of GitLab",
    .begin = begin,
    .add = add,
    .end = end,
};
