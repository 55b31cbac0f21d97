/* SPDX-License-Identifier: MIT */
/*
 * Owns: findings as lines for people and for tools that read compiler output.
 * Everything that comes from a document or a file name is made safe here.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/escape.h"
#include "report/finding.h"
#include "report/paint.h"
#include "report/excerpt.h"
#include "report/report.h"

/* What the lines of one input share. */
struct page {
	struct dd_report *report;
	struct diplodoc_document *document;
	const char *file;
};

static void
put_safe(struct page *page, const char *text)
{
	dd_escape_terminal(page->report->out, text, strlen(text));
}

/* "file:line:col: level: " */
static void
print_head(struct page *page, const char *file,
    const struct diplodoc_place *place, const char *level)
{
	struct dd_report *report = page->report;

	dd_paint(report->out, report->color, DD_PAINT_PLACE);
	put_safe(page, file);
	if (place)
		dd_buffer_printf(
		    report->out, ":%zu:%zu", place->line, place->column);
	dd_buffer_putc(report->out, ':');
	dd_paint(report->out, report->color, DD_PAINT_END);
	dd_buffer_putc(report->out, ' ');
	dd_paint(report->out, report->color, dd_paint_of(level));
	dd_buffer_printf(report->out, "%s:", level);
	dd_paint(report->out, report->color, DD_PAINT_END);
	dd_buffer_putc(report->out, ' ');
}

static void
print_excerpt(
    struct page *page, const struct diplodoc_place *place, const char *level)
{
	struct dd_report *report = page->report;
	struct dd_excerpt excerpt = {
	    .number = place->line,
	    .column = place->column,
	    .end = place->end_line > place->line ? SIZE_MAX : place->end_column,
	    .width = report->width,
	    .color = report->color,
	    .paint = dd_paint_of(level),
	};

	if (!report->excerpt)
		return;
	excerpt.line = diplodoc_line(page->document, place->line, &excerpt.len);
	if (excerpt.line)
		dd_excerpt_print(report->out, &excerpt);
}

/* The lines at hand are those of this document: none can be shown of another. */
static void
print_related(struct page *page, const struct diplodoc_related *related)
{
	const char *file = related->file ? related->file : page->file;

	print_head(page, file, &related->place, "note");
	put_safe(page, related->text);
	dd_buffer_putc(page->report->out, '\n');
	if (!related->file)
		print_excerpt(page, &related->place, "note");
}

static void
print_finding(struct page *page, const struct diplodoc_diagnostic *finding)
{
	struct dd_report *report = page->report;
	size_t i;

	print_head(page, page->file, &finding->place, finding->level);
	put_safe(page, finding->message);
	dd_paint(report->out, report->color, DD_PAINT_QUIET);
	dd_buffer_printf(report->out, " [%s]", finding->id);
	dd_paint(report->out, report->color, DD_PAINT_END);
	dd_buffer_putc(report->out, '\n');
	print_excerpt(page, &finding->place, finding->level);
	for (i = 0; i < finding->related_count; i++)
		print_related(page, &finding->related[i]);
	if (report->verbose && finding->detail) {
		print_head(page, page->file, &finding->place, "note");
		dd_buffer_puts(report->out,
		    dd_message(report->messages, "the XML library says: "));
		put_safe(page, finding->detail);
		dd_buffer_putc(report->out, '\n');
	}
}

/* What could not be read or checked is talk, not a finding: the command says
 * it on standard error. */
static void
add(struct dd_report *report, const struct dd_outcome *outcome)
{
	struct page page = {report, outcome->document, outcome->file};
	char *more;
	size_t count, i;

	if (!outcome->document)
		return;
	count = diplodoc_diagnostic_count(outcome->document);
	more = dd_outcome_more(report, outcome);
	for (i = 0; i < count; i++) {
		const struct diplodoc_diagnostic *finding =
		    diplodoc_diagnostic(outcome->document, i);

		if (dd_finding_counts(finding))
			print_finding(&page, finding);
	}
	if (more) {
		print_head(&page, page.file, NULL, "note");
		dd_buffer_printf(report->out, "%s\n", more);
	}
	free(more);
}

const struct dd_printer dd_printer_text = {
    .name = "text",
    .summary = "a line a finding, for people",
    .add = add,
};
