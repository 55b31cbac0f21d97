/* SPDX-License-Identifier: MIT */
/*
 * Owns: findings as JSON, shape in schemas/report.schema.json. One document for
 * a whole run, or a line a document; both are written while it runs.
 */
#include "report/json.h"
#include "base/buffer.h"
#include "report/emitter.h"
#include "report/finding.h"
#include "report/report.h"

enum {
	IN_DOCUMENTS = 2, /* depth inside the array "documents" */
};

static void
emit_place(struct dd_emitter *to, const struct diplodoc_place *place)
{
	dd_emit_open(to, "place", '{');
	dd_emit_number(to, "line", place->line);
	dd_emit_number(to, "column", place->column);
	dd_emit_number(to, "endLine", place->end_line);
	dd_emit_number(to, "endColumn", place->end_column);
	dd_emit_number(to, "byte", place->byte);
	dd_emit_number(to, "endByte", place->end_byte);
	dd_emit_close(to, '}');
}

static void
emit_related(struct dd_emitter *to, const struct diplodoc_diagnostic *finding)
{
	if (finding->related_count == 0)
		return;
	dd_emit_open(to, "related", '[');
	for (size_t i = 0; i < finding->related_count; i++) {
		const struct diplodoc_related *related = &finding->related[i];

		dd_emit_open(to, NULL, '{');
		dd_emit_text(to, "message", related->text);
		if (related->file)
			dd_emit_text(to, "file", related->file);
		emit_place(to, &related->place);
		dd_emit_close(to, '}');
	}
	dd_emit_close(to, ']');
}

static void
emit_fix(struct dd_emitter *to, const struct diplodoc_diagnostic *finding)
{
	if (finding->edit_count == 0)
		return;
	dd_emit_open(to, "fix", '{');
	dd_emit_text(to, "kind", finding->fix);
	dd_emit_open(to, "edits", '[');
	for (size_t i = 0; i < finding->edit_count; i++) {
		dd_emit_open(to, NULL, '{');
		emit_place(to, &finding->edits[i].place);
		dd_emit_text(to, "replacement", finding->edits[i].replacement);
		dd_emit_close(to, '}');
	}
	dd_emit_close(to, ']');
	dd_emit_close(to, '}');
}

/* Why the finding does not count. */
static void
emit_excuse(struct dd_emitter *to, const struct diplodoc_diagnostic *finding)
{
	if (finding->known)
		dd_emit_bool(to, "known", true);
	if (!finding->reason)
		return;
	dd_emit_open(to, "suppressed", '{');
	dd_emit_text(to, "reason", finding->reason);
	if (finding->until)
		dd_emit_text(to, "until", finding->until);
	if (finding->by)
		dd_emit_text(to, "by", finding->by);
	dd_emit_close(to, '}');
}

static void
emit_finding(struct dd_emitter *to, const struct diplodoc_diagnostic *finding,
    bool verbose)
{
	dd_emit_open(to, NULL, '{');
	dd_emit_text(to, "id", finding->id);
	dd_emit_text(to, "level", finding->level);
	dd_emit_text(to, "message", finding->message);
	if (verbose && finding->detail)
		dd_emit_text(to, "detail", finding->detail);
	emit_place(to, &finding->place);
	emit_excuse(to, finding);
	emit_related(to, finding);
	emit_fix(to, finding);
	dd_emit_text(to, "key", finding->key);
	dd_emit_close(to, '}');
}

static const char *
name_verdict(const struct diplodoc_document *document)
{
	switch (document ? diplodoc_verdict(document) : DIPLODOC_NOT_CHECKED) {
	case DIPLODOC_PASS:
		return "pass";
	case DIPLODOC_FAIL:
		return "fail";
	case DIPLODOC_NOT_CHECKED:
		break;
	}
	return "not checked";
}

void
dd_emit_outcome(struct dd_emitter *to, const char *key,
    const struct dd_report *report, const struct dd_outcome *outcome)
{
	struct diplodoc_document *document = outcome->document;
	size_t count = dd_outcome_count(outcome), i;

	dd_emit_open(to, key, '{');
	dd_emit_text(to, "file", outcome->file);
	dd_emit_text(to, "verdict", name_verdict(document));
	if (outcome->failure) {
		dd_emit_open(to, "failure", '{');
		dd_emit_number(to, "exitCode", (size_t)-outcome->failure->code);
		dd_emit_text(to, "message", outcome->failure->text);
		dd_emit_close(to, '}');
	}
	dd_emit_open(to, "diagnostics", '[');
	for (i = 0; i < count; i++)
		emit_finding(
		    to, diplodoc_diagnostic(document, i), report->verbose);
	dd_emit_close(to, ']');
	if (dd_outcome_hidden(outcome) > 0)
		dd_emit_number(to, "notShown", dd_outcome_hidden(outcome));
	dd_emit_close(to, '}');
}

static void
emit_counts(struct dd_emitter *to, const struct dd_tally *tally)
{
	dd_emit_number(to, "files", tally->files);
	dd_emit_number(to, "pass", tally->valid);
	dd_emit_number(to, "fail", tally->invalid);
	dd_emit_number(to, "notChecked", tally->not_checked + tally->unread);
	dd_emit_number(to, "errors", tally->errors);
	dd_emit_number(to, "warnings", tally->warnings);
	dd_emit_number(to, "advice", tally->advice);
	dd_emit_number(to, "fixed", tally->fixed);
	dd_emit_number(to, "suppressed", tally->suppressed);
	dd_emit_number(to, "known", tally->known);
	dd_emit_number(to, "notShown", tally->hidden);
	dd_emit_close(to, '}');
}

/* --- one document ---------------------------------------------------------- */

static void
begin(struct dd_report *report)
{
	struct dd_emitter to = {.out = report->out};

	dd_emit_open(&to, NULL, '{');
	dd_emit_text(&to, "$schema", "urn:diplodoc:report:1");
	dd_emit_program(&to);
	dd_emit_language(&to, report->messages);
	dd_emit_open(&to, "documents", '[');
}

static struct dd_emitter
resume(const struct dd_report *report)
{
	return (struct dd_emitter){
	    .out = report->out,
	    .depth = IN_DOCUMENTS,
	    .filled = report->added > 0,
	};
}

static void
add(struct dd_report *report, const struct dd_outcome *outcome)
{
	struct dd_emitter to = resume(report);

	dd_emit_outcome(&to, NULL, report, outcome);
}

static void
end(struct dd_report *report)
{
	struct dd_emitter to = resume(report);

	dd_emit_close(&to, ']');
	dd_emit_open(&to, "counts", '{');
	emit_counts(&to, report->tally);
	dd_emit_close(&to, '}');
}

const struct dd_printer dd_printer_json = {
    .name = "json",
    .summary = "one document for programs",
    .begin = begin,
    .add = add,
    .end = end,
};

/* --- one line each -------------------------------------------------------- */

static void
begin_lines(struct dd_report *report)
{
	struct dd_emitter to = {.out = report->out, .compact = true};

	dd_emit_open(&to, NULL, '{');
	dd_emit_text(&to, "$schema", "urn:diplodoc:report-line:1");
	dd_emit_program(&to);
	dd_emit_language(&to, report->messages);
	dd_emit_close(&to, '}');
}

static void
add_line(struct dd_report *report, const struct dd_outcome *outcome)
{
	struct dd_emitter to = {.out = report->out, .compact = true};

	dd_emit_outcome(&to, NULL, report, outcome);
}

static void
end_lines(struct dd_report *report)
{
	struct dd_emitter to = {.out = report->out, .compact = true};

	dd_emit_open(&to, NULL, '{');
	dd_emit_open(&to, "counts", '{');
	emit_counts(&to, report->tally);
	dd_emit_close(&to, '}');
}

const struct dd_printer dd_printer_jsonl = {
    .name = "jsonl",
    .summary = "the same, a line a document, while the run goes on",
    .begin = begin_lines,
    .add = add_line,
    .end = end_lines,
};
