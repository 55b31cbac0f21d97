/* SPDX-License-Identifier: MIT */
/* Owns: findings as a report of Checkstyle, which many dashboards read. */
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/escape.h"
#include "report/finding.h"
#include "report/report.h"

static void
begin(struct dd_report *report)
{
	dd_buffer_puts(report->out,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<checkstyle version=\"4.3\">\n");
}

static void
put_error(struct dd_report *report, const char *severity, const char *id,
    const char *message)
{
	dd_buffer_printf(report->out, " severity=\"%s\" message=\"", severity);
	dd_escape_xml(report->out, message, strlen(message));
	dd_buffer_puts(report->out, "\" source=\"diplodoc.");
	dd_escape_xml(report->out, id, strlen(id));
	dd_buffer_puts(report->out, "\"/>\n");
}

static void
put_finding(struct dd_report *report, const struct diplodoc_diagnostic *finding)
{
	if (!dd_finding_counts(finding))
		return;
	dd_buffer_printf(report->out, "    <error line=\"%zu\" column=\"%zu\"",
	    finding->place.line, finding->place.column);
	put_error(report, dd_finding_word(finding, "error", "warning", "info"),
	    finding->id, finding->message);
}

static void
add(struct dd_report *report, const struct dd_outcome *outcome)
{
	const char *path = dd_report_path(outcome->file);
	size_t count = dd_outcome_count(outcome);
	char *more = dd_outcome_more(report, outcome);

	dd_buffer_puts(report->out, "  <file name=\"");
	dd_escape_xml(report->out, path, strlen(path));
	dd_buffer_puts(report->out, "\">\n");
	for (size_t i = 0; i < count; i++)
		put_finding(report, diplodoc_diagnostic(outcome->document, i));
	if (outcome->failure) {
		dd_buffer_puts(report->out, "    <error");
		put_error(report, "error", "engine/not-checked",
		    outcome->failure->text);
	}
	if (more) {
		dd_buffer_puts(report->out, "    <error");
		put_error(report, "error", "engine/not-shown", more);
	}
	free(more);
	dd_buffer_puts(report->out, "  </file>\n");
}

static void
end(struct dd_report *report)
{
	dd_buffer_puts(report->out, "</checkstyle>\n");
}

const struct dd_printer dd_printer_checkstyle = {
    .name = "checkstyle",
    .summary = "the XML of Checkstyle",
    .begin = begin,
    .add = add,
    .end = end,
};
