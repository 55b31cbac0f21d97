/* SPDX-License-Identifier: MIT */
/* Owns: counting, and the line that says what was counted. */
#include "report/tally.h"
#include <string.h>
#include "base/buffer.h"
#include "report/report.h"

static void
count_findings(struct dd_tally *tally, const struct diplodoc_document *document)
{
	size_t count = diplodoc_diagnostic_count(document), i;

	for (i = 0; i < count; i++) {
		const struct diplodoc_diagnostic *finding =
		    diplodoc_diagnostic(document, i);
		const char *level = finding->level;

		if (finding->reason)
			tally->suppressed++;
		else if (finding->known)
			tally->known++;
		else if (strcmp(level, "error") == 0)
			tally->errors++;
		else if (strcmp(level, "warning") == 0)
			tally->warnings++;
		else
			tally->advice++;
	}
	tally->hidden += diplodoc_diagnostic_total(document) - count;
}

void
dd_tally_add(struct dd_tally *tally, const struct dd_outcome *outcome)
{
	tally->files++;
	if (!outcome->document) {
		tally->unread++;
		return;
	}
	switch (diplodoc_verdict(outcome->document)) {
	case DIPLODOC_PASS:
		tally->valid++;
		break;
	case DIPLODOC_FAIL:
		tally->invalid++;
		break;
	case DIPLODOC_NOT_CHECKED:
		tally->not_checked++;
		break;
	}
	count_findings(tally, outcome->document);
}

/* "3 errors", with a word in front where it is not the first. */
static size_t
print_count(struct dd_buffer *out, size_t parts, size_t count, const char *one,
    const char *many)
{
	if (count == 0)
		return parts;
	dd_buffer_printf(out, "%s%zu %s", parts > 0 ? " and " : "", count,
	    count == 1 ? one : many);
	return parts + 1;
}

/* " 2 not read." where there are any. */
static void
print_more(struct dd_buffer *out, size_t count, const char *what)
{
	if (count > 0)
		dd_buffer_printf(
		    out, "%s%zu %s.", out->len > 0 ? " " : "", count, what);
}

void
dd_tally_print(
    const struct dd_tally *tally, const char *clean, struct dd_buffer *out)
{
	size_t parts = 0, touched = tally->invalid;

	parts = print_count(out, parts, tally->errors, "error", "errors");
	parts = print_count(out, parts, tally->warnings, "warning", "warnings");
	parts = print_count(
	    out, parts, tally->advice, "piece of advice", "pieces of advice");
	if (parts > 0 && touched > 0 && tally->files > 1)
		dd_buffer_printf(
		    out, " in %zu of %zu files.", touched, tally->files);
	else if (parts > 0)
		dd_buffer_printf(out, " in %zu file%s.", tally->files,
		    tally->files == 1 ? "" : "s");
	else if (tally->valid > 0)
		dd_buffer_printf(out, "%zu file%s: %s.", tally->valid,
		    tally->valid == 1 ? "" : "s", clean);
	print_more(out, tally->fixed, tally->planned ? "to be fixed" : "fixed");
	print_more(out, tally->suppressed, "suppressed");
	print_more(out, tally->known, tally->known_where);
	print_more(out, tally->hidden, "not shown");
	print_more(out, tally->not_checked, "not checked");
	print_more(out, tally->unread, "not read");
	dd_buffer_putc(out, '\n');
}
