/* SPDX-License-Identifier: MIT */
/* Owns: the table of printers. Leaves the look of findings to them. */
#include "report/report.h"
#include <string.h>

static const struct dd_printer *const printers[] = {
    &dd_printer_text,
    &dd_printer_html,
    &dd_printer_json,
    &dd_printer_jsonl,
    &dd_printer_sarif,
    &dd_printer_junit,
    &dd_printer_checkstyle,
    &dd_printer_github,
    &dd_printer_gitlab,
    &dd_printer_rdjson,
    NULL,
};

const struct dd_printer *
dd_printer(size_t index)
{
	return printers[index];
}

const char *
dd_printer_names(size_t index)
{
	return printers[index] ? printers[index]->name : NULL;
}

const struct dd_printer *
dd_printer_find(const char *name)
{
	size_t i = 0;

	while (printers[i + 1] && strcmp(printers[i]->name, name) != 0)
		i++;
	return printers[i];
}

void
dd_report_begin(struct dd_report *report, const struct dd_printer *printer)
{
	report->printer = printer;
	if (report->printer->begin)
		report->printer->begin(report);
}

void
dd_report_add(struct dd_report *report, const struct dd_outcome *outcome)
{
	report->printer->add(report, outcome);
	report->added++;
}

void
dd_report_end(struct dd_report *report)
{
	if (report->printer->end)
		report->printer->end(report);
}
