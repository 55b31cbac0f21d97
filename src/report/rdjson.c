/* SPDX-License-Identifier: MIT */
/*
 * Owns: findings in the Diagnostic Format of reviewdog, which comments on pull
 * requests of many services. Its columns count bytes of UTF-8.
 */
#include <stdlib.h>
#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "report/emitter.h"
#include "report/finding.h"
#include "report/report.h"

static void
begin(struct dd_report *report)
{
	struct dd_emitter *to = dd_calloc(1, sizeof *to);

	to->out = report->out;
	report->state = to;
	dd_emit_open(to, NULL, '{');
	dd_emit_open(to, "source", '{');
	dd_emit_text(to, "name", "diplodoc");
	dd_emit_close(to, '}');
	dd_emit_open(to, "diagnostics", '[');
}

/* The column in bytes of one in code points. Of another document (NULL) the
 * line is not at hand: 0. */
static size_t
count_bytes(struct diplodoc_document *document, size_t line, size_t column)
{
	const char *text, *at, *end;
	size_t len, used;
	uint32_t cp;

	if (!document)
		return 0;
	text = diplodoc_line(document, line, &len);
	for (at = text, end = text + len; column > 1 && at < end; column--) {
		used = dd_utf8_decode(at, end, &cp);
		at += used > 0 ? used : 1;
	}
	return (size_t)(at - text) + 1;
}

static void
emit_position(struct dd_emitter *to, const char *key,
    struct diplodoc_document *document, size_t line, size_t column)
{
	size_t bytes = count_bytes(document, line, column);

	dd_emit_open(to, key, '{');
	dd_emit_number(to, "line", line);
	if (bytes > 0)
		dd_emit_number(to, "column", bytes);
	dd_emit_close(to, '}');
}

static void
emit_range(struct dd_emitter *to, struct diplodoc_document *document,
    const struct diplodoc_place *place)
{
	dd_emit_open(to, "range", '{');
	emit_position(to, "start", document, place->line, place->column);
	emit_position(to, "end", document, place->end_line, place->end_column);
	dd_emit_close(to, '}');
}

/* `place` NULL: the file as a whole. */
static void
emit_location(struct dd_emitter *to, const char *file,
    struct diplodoc_document *document, const struct diplodoc_place *place)
{
	dd_emit_open(to, "location", '{');
	dd_emit_shown(to, "path", dd_report_path(file));
	if (place)
		emit_range(to, document, place);
	dd_emit_close(to, '}');
}

static void
emit_head(struct dd_emitter *to, const char *id, const char *severity,
    const char *message)
{
	dd_emit_open(to, NULL, '{');
	dd_emit_shown(to, "message", message);
	dd_emit_text(to, "severity", severity);
	dd_emit_open(to, "code", '{');
	dd_emit_text(to, "value", id);
	dd_emit_close(to, '}');
}

static void
emit_note(struct dd_emitter *to, const char *file, const char *id,
    const char *message)
{
	emit_head(to, id, "ERROR", message);
	emit_location(to, file, NULL, NULL);
	dd_emit_close(to, '}');
}

static void
emit_related(struct dd_emitter *to, const struct dd_outcome *outcome,
    const struct diplodoc_diagnostic *finding)
{
	dd_emit_open(to, "relatedLocations", '[');
	for (size_t i = 0; i < finding->related_count; i++) {
		const struct diplodoc_related *related = &finding->related[i];

		dd_emit_open(to, NULL, '{');
		dd_emit_shown(to, "message", related->text);
		emit_location(to, related->file ? related->file : outcome->file,
		    related->file ? NULL : outcome->document, &related->place);
		dd_emit_close(to, '}');
	}
	dd_emit_close(to, ']');
}

/* A suggestion is one edit, so a fix of several is none. */
static void
emit_suggestion(struct dd_emitter *to, const struct dd_outcome *outcome,
    const struct diplodoc_diagnostic *finding)
{
	if (finding->edit_count != 1)
		return;
	dd_emit_open(to, "suggestions", '[');
	dd_emit_open(to, NULL, '{');
	emit_range(to, outcome->document, &finding->edits->place);
	dd_emit_text(to, "text", finding->edits->replacement);
	dd_emit_close(to, '}');
	dd_emit_close(to, ']');
}

static void
emit_finding(struct dd_emitter *to, const struct dd_outcome *outcome,
    const struct diplodoc_diagnostic *finding)
{
	emit_head(to, finding->id,
	    dd_finding_word(finding, "ERROR", "WARNING", "INFO"),
	    finding->message);
	emit_location(to, outcome->file, outcome->document, &finding->place);
	if (finding->related_count > 0)
		emit_related(to, outcome, finding);
	emit_suggestion(to, outcome, finding);
	dd_emit_close(to, '}');
}

static void
add(struct dd_report *report, const struct dd_outcome *outcome)
{
	struct dd_emitter *to = report->state;
	size_t count = dd_outcome_count(outcome);
	size_t hidden = dd_outcome_hidden(outcome);
	struct dd_buffer message;

	for (size_t i = 0; i < count; i++) {
		const struct diplodoc_diagnostic *finding =
		    diplodoc_diagnostic(outcome->document, i);

		if (dd_finding_counts(finding))
			emit_finding(to, outcome, finding);
	}
	if (outcome->failure)
		emit_note(to, outcome->file, "engine/not-checked",
		    outcome->failure->text);
	if (hidden == 0)
		return;
	dd_buffer_init(&message, 0);
	dd_buffer_printf(&message, "%zu more findings are not shown.", hidden);
	emit_note(to, outcome->file, "engine/not-shown", message.data);
	dd_buffer_release(&message);
}

static void
end(struct dd_report *report)
{
	struct dd_emitter *to = report->state;

	dd_emit_close(to, ']');
	dd_emit_close(to, '}');
	free(to);
}

const struct dd_printer dd_printer_rdjson = {
    .name = "rdjson",
    .summary = "the Diagnostic Format of reviewdog",
    .begin = begin,
    .add = add,
    .end = end,
};
