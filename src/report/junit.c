/* SPDX-License-Identifier: MIT */
/*
 * Owns: findings as a report of JUnit: a suite a document, a case a finding. A
 * case fails where the finding fails the run; others are said in its output.
 */
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/escape.h"
#include "report/finding.h"
#include "report/report.h"

/* What the attributes of a suite count. */
struct suite {
	size_t tests, failures, errors, skipped;
};

static void
put(struct dd_report *report, const char *text)
{
	dd_escape_xml(report->out, text, strlen(text));
}

static void
begin(struct dd_report *report)
{
	dd_buffer_puts(report->out,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<testsuites name=\"diplodoc\">\n");
}

static struct suite
count(struct dd_report *report, const struct dd_outcome *outcome)
{
	struct suite suite = {.errors = outcome->failure ? 1 : 0};
	size_t total = dd_outcome_count(outcome);

	for (size_t i = 0; i < total; i++) {
		const struct diplodoc_diagnostic *finding =
		    diplodoc_diagnostic(outcome->document, i);

		suite.failures += dd_finding_fails(report, finding);
		suite.skipped += !dd_finding_counts(finding);
	}
	suite.failures += dd_outcome_hidden(outcome) > 0;
	suite.tests = total + suite.errors + (dd_outcome_hidden(outcome) > 0);
	if (suite.tests == 0)
		suite.tests = 1; /* that nothing was found */
	return suite;
}

static void
open_case(struct dd_report *report, const char *file, const char *name)
{
	dd_buffer_puts(report->out, "    <testcase classname=\"");
	put(report, dd_report_path(file));
	dd_buffer_puts(report->out, "\" name=\"");
	put(report, name);
}

static void
put_case(struct dd_report *report, const char *file, const char *name,
    const char *element, const char *type, const char *message)
{
	open_case(report, file, name);
	dd_buffer_printf(
	    report->out, "\"><%s type=\"%s\" message=\"", element, type);
	put(report, message);
	dd_buffer_puts(report->out, "\"/></testcase>\n");
}

static void
put_finding(struct dd_report *report, const char *file,
    const struct diplodoc_diagnostic *finding)
{
	bool fails = dd_finding_fails(report, finding);

	open_case(report, file, finding->id);
	dd_buffer_printf(report->out, " at %zu:%zu\">", finding->place.line,
	    finding->place.column);
	if (!dd_finding_counts(finding)) {
		dd_buffer_puts(report->out, "<skipped message=\"");
		put(report,
		    finding->reason
			? finding->reason
			: dd_message(report->messages, "in the baseline"));
		dd_buffer_puts(report->out, "\"/>");
	} else if (fails) {
		dd_buffer_printf(report->out, "<failure type=\"%s\" message=\"",
		    finding->level);
		put(report, finding->message);
		dd_buffer_puts(report->out, "\"/>");
	} else {
		dd_buffer_printf(
		    report->out, "<system-out>%s: ", finding->level);
		put(report, finding->message);
		dd_buffer_puts(report->out, "</system-out>");
	}
	dd_buffer_puts(report->out, "</testcase>\n");
}

static void
put_cases(struct dd_report *report, const struct dd_outcome *outcome)
{
	size_t total = dd_outcome_count(outcome);
	char *more = dd_outcome_more(report, outcome);

	for (size_t i = 0; i < total; i++)
		put_finding(report, outcome->file,
		    diplodoc_diagnostic(outcome->document, i));
	if (outcome->failure)
		put_case(report, outcome->file, "not checked", "error",
		    "not checked", outcome->failure->text);
	else if (total == 0) {
		open_case(report, outcome->file, "nothing found");
		dd_buffer_puts(report->out, "\"/>\n");
	}
	if (more)
		put_case(report, outcome->file, "not shown", "failure", "error",
		    more);
	free(more);
}

static void
add(struct dd_report *report, const struct dd_outcome *outcome)
{
	struct suite suite = count(report, outcome);

	dd_buffer_puts(report->out, "  <testsuite name=\"");
	put(report, dd_report_path(outcome->file));
	dd_buffer_printf(report->out,
	    "\" tests=\"%zu\" failures=\"%zu\" errors=\"%zu\" "
	    "skipped=\"%zu\">\n",
	    suite.tests, suite.failures, suite.errors, suite.skipped);
	put_cases(report, outcome);
	dd_buffer_puts(report->out, "  </testsuite>\n");
}

static void
end(struct dd_report *report)
{
	dd_buffer_puts(report->out, "</testsuites>\n");
}

const struct dd_printer dd_printer_junit = {
    .name = "junit",
    .summary = "the XML of JUnit: a suite a document, a case a finding",
    .begin = begin,
    .add = add,
    .end = end,
};
