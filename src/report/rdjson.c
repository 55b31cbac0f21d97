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

/* The columns of one line cannot be counted from its start for each finding:
 * a document may be a single line. Findings come in order, so each goes on from
 * the start of the one before. */
struct rdjson {
	struct dd_emitter to;
	struct diplodoc_document *document; /* of the place below */
	size_t line, column, bytes;	    /* a place, both columns from 1 */
};

static void
begin(struct dd_report *report)
{
	struct rdjson *rdjson = dd_calloc(1, sizeof *rdjson);
	struct dd_emitter *to = &rdjson->to;

	to->out = report->out;
	report->state = rdjson;
	dd_emit_open(to, NULL, '{');
	dd_emit_open(to, "source", '{');
	dd_emit_text(to, "name", "diplodoc");
	dd_emit_close(to, '}');
	dd_emit_open(to, "diagnostics", '[');
}

/* The column in bytes of one in code points. */
static size_t
count_bytes(struct rdjson *rdjson, size_t line, size_t column)
{
	size_t len, used, at = 1, bytes = 1;
	const char *text = diplodoc_line(rdjson->document, line, &len);
	uint32_t cp;

	if (rdjson->line == line && rdjson->column <= column) {
		at = rdjson->column;
		bytes = rdjson->bytes;
	}
	for (; at < column && bytes <= len; at++) {
		used = dd_utf8_decode(text + bytes - 1, text + len, &cp);
		bytes += used > 0 ? used : 1;
	}
	return bytes;
}

static void
emit_position(struct dd_emitter *to, const char *key, size_t line, size_t bytes)
{
	dd_emit_open(to, key, '{');
	dd_emit_number(to, "line", line);
	if (bytes > 0)
		dd_emit_number(to, "column", bytes);
	dd_emit_close(to, '}');
}

/* Only forwards: what a finding is related to may stand far before it. */
static void
keep_place(
    struct rdjson *rdjson, const struct diplodoc_place *place, size_t bytes)
{
	if (place->line < rdjson->line ||
	    (place->line == rdjson->line && place->column < rdjson->column))
		return;
	rdjson->line = place->line;
	rdjson->column = place->column;
	rdjson->bytes = bytes;
}

/* Of another document (`here` false) the line is not at hand, and the column
 * stays unsaid. */
static void
emit_range(struct rdjson *rdjson, bool here, const struct diplodoc_place *place)
{
	struct dd_emitter *to = &rdjson->to;
	size_t start = 0, end = 0;

	if (here) {
		start = count_bytes(rdjson, place->line, place->column);
		keep_place(rdjson, place, start);
		end = count_bytes(rdjson, place->end_line, place->end_column);
	}
	dd_emit_open(to, "range", '{');
	emit_position(to, "start", place->line, start);
	emit_position(to, "end", place->end_line, end);
	dd_emit_close(to, '}');
}

/* `place` NULL: the file as a whole. */
static void
emit_location(struct rdjson *rdjson, const char *file, bool here,
    const struct diplodoc_place *place)
{
	struct dd_emitter *to = &rdjson->to;

	dd_emit_open(to, "location", '{');
	dd_emit_shown(to, "path", dd_report_path(file));
	if (place)
		emit_range(rdjson, here, place);
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
emit_note(struct rdjson *rdjson, const char *file, const char *id,
    const char *message)
{
	emit_head(&rdjson->to, id, "ERROR", message);
	emit_location(rdjson, file, false, NULL);
	dd_emit_close(&rdjson->to, '}');
}

static void
emit_related(struct rdjson *rdjson, const char *file,
    const struct diplodoc_diagnostic *finding)
{
	struct dd_emitter *to = &rdjson->to;

	dd_emit_open(to, "relatedLocations", '[');
	for (size_t i = 0; i < finding->related_count; i++) {
		const struct diplodoc_related *related = &finding->related[i];

		dd_emit_open(to, NULL, '{');
		dd_emit_shown(to, "message", related->text);
		emit_location(rdjson, related->file ? related->file : file,
		    !related->file, &related->place);
		dd_emit_close(to, '}');
	}
	dd_emit_close(to, ']');
}

/* A suggestion is one edit, so a fix of several is none. */
static void
emit_suggestion(
    struct rdjson *rdjson, const struct diplodoc_diagnostic *finding)
{
	struct dd_emitter *to = &rdjson->to;

	if (finding->edit_count != 1)
		return;
	dd_emit_open(to, "suggestions", '[');
	dd_emit_open(to, NULL, '{');
	emit_range(rdjson, true, &finding->edits->place);
	dd_emit_text(to, "text", finding->edits->replacement);
	dd_emit_close(to, '}');
	dd_emit_close(to, ']');
}

static void
emit_finding(struct rdjson *rdjson, const char *file,
    const struct diplodoc_diagnostic *finding)
{
	struct dd_emitter *to = &rdjson->to;

	emit_head(to, finding->id,
	    dd_finding_word(finding, "ERROR", "WARNING", "INFO"),
	    finding->message);
	emit_location(rdjson, file, true, &finding->place);
	if (finding->related_count > 0)
		emit_related(rdjson, file, finding);
	emit_suggestion(rdjson, finding);
	dd_emit_close(to, '}');
}

static void
add(struct dd_report *report, const struct dd_outcome *outcome)
{
	struct rdjson *rdjson = report->state;
	size_t count = dd_outcome_count(outcome);
	char *more = dd_outcome_more(report, outcome);

	rdjson->document = outcome->document;
	rdjson->line = 0;
	for (size_t i = 0; i < count; i++) {
		const struct diplodoc_diagnostic *finding =
		    diplodoc_diagnostic(outcome->document, i);

		if (dd_finding_counts(finding))
			emit_finding(rdjson, outcome->file, finding);
	}
	if (outcome->failure)
		emit_note(rdjson, outcome->file, "engine/not-checked",
		    outcome->failure->text);
	if (more)
		emit_note(rdjson, outcome->file, "engine/not-shown", more);
	free(more);
}

static void
end(struct dd_report *report)
{
	struct rdjson *rdjson = report->state;

	dd_emit_close(&rdjson->to, ']');
	dd_emit_close(&rdjson->to, '}');
	free(rdjson);
}

const struct dd_printer dd_printer_rdjson = {
    .name = "rdjson",
    .summary = "the Diagnostic Format of reviewdog",
    .begin = begin,
    .add = add,
    .end = end,
};
