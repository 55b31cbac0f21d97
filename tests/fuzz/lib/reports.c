/* SPDX-License-Identifier: MIT */
/* Owns: what must be true of any report. */
#include "lib/reports.h"
#include <string.h>
#include <jansson.h>
#include <libxml/parser.h>
#include "base/buffer.h"
#include "lib/fuzz.h"
#include "report/report.h"
#include "xml/compat.h"

static void
check_json(const char *name, const char *text, size_t len)
{
	json_error_t error;
	json_t *value = json_loadb(
	    text, len, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);

	if (!value)
		fuzz_fail("%s, byte %d: %s", name, error.position, error.text);
	json_decref(value);
}

/* Each line is a value. */
static void
check_lines(const char *name, const char *text, size_t len)
{
	const char *end = text + len, *stop;

	for (; text < end; text = stop + 1) {
		stop = memchr(text, '\n', (size_t)(end - text));
		if (!stop)
			fuzz_fail("%s: the last line does not end", name);
		check_json(name, text, (size_t)(stop - text));
	}
}

static void
check_xml(const char *name, const char *text, size_t len)
{
	struct dd_xml_guard guard;
	xmlDoc *doc;

	dd_xml_guard_enter(&guard, NULL);
	doc = xmlReadMemory(text, (int)len, NULL, NULL,
	    (int)DD_XML_OPTIONS | (int)XML_PARSE_NOERROR);
	dd_xml_guard_leave(&guard);
	if (!doc)
		fuzz_fail("%s is not well-formed", name);
	xmlFreeDoc(doc);
}

static const struct {
	const char *name;
	void (*check)(const char *name, const char *text, size_t len);
} kinds[] = {
    {"checkstyle", check_xml},
    {"gitlab", check_json},
    {"json", check_json},
    {"jsonl", check_lines},
    {"junit", check_xml},
    {"rdjson", check_json},
    {"sarif", check_json},
};

static void
print(const struct dd_printer *printer, const struct dd_tally *tally,
    const struct dd_outcome *outcome)
{
	struct dd_report report = {.tally = tally, .excerpt = true};
	struct dd_buffer out;

	dd_buffer_init(&out, 0);
	report.out = &out;
	dd_report_begin(&report, printer);
	dd_report_add(&report, outcome);
	dd_report_end(&report);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(kinds[i].name, printer->name) == 0)
			kinds[i].check(printer->name, out.data, out.len);
	dd_buffer_release(&out);
}

void
fuzz_reports(struct diplodoc_document *document)
{
	const struct dd_outcome outcome = {
	    .file = "input.xml", .document = document};
	struct dd_tally tally = {.files = 0};

	dd_tally_add(&tally, &outcome);
	for (size_t i = 0; dd_printer(i); i++)
		print(dd_printer(i), &tally, &outcome);
}
