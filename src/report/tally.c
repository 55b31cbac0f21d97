/* SPDX-License-Identifier: MIT */
/* Owns: counting, and the line that says what was counted. */
#include "report/tally.h"
#include <string.h>
#include "base/buffer.h"
#include "base/messages.h"
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
static void
add_count(struct dd_buffer *out, const struct dd_messages *messages,
    size_t count, const char *word)
{
	if (count == 0)
		return;
	if (out->len > 0)
		dd_buffer_puts(out, dd_message(messages, " and "));
	dd_buffer_printf(out, dd_message(messages, "%zu %s"), count,
	    dd_message(messages, word));
}

/* " 2 not read." where there are any. */
static void
add_more(struct dd_buffer *out, const struct dd_messages *messages,
    size_t count, const char *what)
{
	if (count == 0)
		return;
	if (out->len > 0)
		dd_buffer_putc(out, ' ');
	dd_buffer_printf(out, dd_message(messages, "%zu %s."), count,
	    dd_message(messages, what));
}

static void
print_findings(const struct dd_tally *tally, const struct dd_messages *messages,
    const char *clean, struct dd_buffer *out)
{
	struct dd_buffer counts;

	dd_buffer_init(&counts, 0);
	add_count(&counts, messages, tally->errors,
	    tally->errors == 1 ? N_("error") : N_("errors"));
	add_count(&counts, messages, tally->warnings,
	    tally->warnings == 1 ? N_("warning") : N_("warnings"));
	add_count(&counts, messages, tally->advice,
	    tally->advice == 1 ? N_("piece of advice")
			       : N_("pieces of advice"));
	if (counts.len > 0 && tally->invalid > 0 && tally->files > 1)
		dd_buffer_printf(out,
		    dd_message(messages, "%s in %zu of %zu files."),
		    counts.data, tally->invalid, tally->files);
	else if (counts.len > 0)
		dd_buffer_printf(out,
		    dd_message(messages,
			tally->files == 1 ? N_("%s in %zu file.")
					  : N_("%s in %zu files.")),
		    counts.data, tally->files);
	else if (tally->valid > 0)
		dd_buffer_printf(out,
		    dd_message(messages,
			tally->valid == 1 ? N_("%zu file: %s.")
					  : N_("%zu files: %s.")),
		    tally->valid, dd_message(messages, clean));
	dd_buffer_release(&counts);
}

void
dd_tally_print(const struct dd_tally *tally, const struct dd_messages *messages,
    const char *clean, struct dd_buffer *out)
{
	print_findings(tally, messages, clean, out);
	add_more(out, messages, tally->fixed,
	    tally->planned ? N_("to be fixed") : N_("fixed"));
	add_more(out, messages, tally->suppressed, N_("suppressed"));
	add_more(out, messages, tally->known, tally->known_where);
	add_more(out, messages, tally->hidden, N_("not shown"));
	add_more(out, messages, tally->not_checked, N_("not checked"));
	add_more(out, messages, tally->unread, N_("not read"));
	dd_buffer_putc(out, '\n');
}
