/* SPDX-License-Identifier: MIT */
#include "report/evidence_text.h"
#include <string.h>
#include "base/buffer.h"
#include "base/escape.h"
#include "base/width.h"

enum {
	VALUE_MAX = 44, /* columns; a wider value has the rest of its line */
};

struct page {
	struct dd_buffer *out;
	const struct diplodoc_imported *imported;
	size_t names; /* columns of the widest name of a fact */
};

static void
put_heading(struct page *page, const char *heading, size_t count)
{
	dd_buffer_printf(page->out, "\n%s (%zu)\n", heading, count);
}

static void
put_place(struct page *page, const struct diplodoc_evidence *evidence)
{
	dd_buffer_printf(page->out, "%6zu:%-4zu ", evidence->place.line,
	    evidence->place.column);
}

/* Returns the columns that it takes. */
static size_t
put_words(struct page *page, const char *words)
{
	size_t from = page->out->len;

	dd_escape_terminal(
	    page->out, words, dd_text_trim(words, strlen(words)));
	return dd_text_width(page->out->data + from, page->out->len - from);
}

static void
put_spaces(struct page *page, size_t count)
{
	while (count-- > 0)
		dd_buffer_putc(page->out, ' ');
}

/* --- facts --------------------------------------------------------------- */

static void
put_fact(struct page *page, const struct diplodoc_evidence *fact)
{
	size_t width;

	put_place(page, fact);
	dd_buffer_printf(page->out, "%-*s  ", (int)page->names, fact->name);
	width = put_words(page, fact->value);
	if (width < VALUE_MAX)
		put_spaces(page, VALUE_MAX - width);
	dd_buffer_printf(page->out, "  [%s]\n", fact->rule);
}

static void
put_facts(struct page *page, const char *confidence, const char *heading)
{
	const struct diplodoc_evidence *fact;
	size_t count = 0;

	for (size_t i = 0; (fact = diplodoc_imported_evidence(
				page->imported, DIPLODOC_FACT, i)) != NULL;
	     i++)
		count += strcmp(fact->confidence, confidence) == 0;
	if (count == 0)
		return;
	put_heading(page, heading, count);
	for (size_t i = 0; (fact = diplodoc_imported_evidence(
				page->imported, DIPLODOC_FACT, i)) != NULL;
	     i++)
		if (strcmp(fact->confidence, confidence) == 0)
			put_fact(page, fact);
}

static size_t
get_widest_name(const struct diplodoc_imported *imported)
{
	const struct diplodoc_evidence *fact;
	size_t widest = 0;

	for (size_t i = 0; (fact = diplodoc_imported_evidence(
				imported, DIPLODOC_FACT, i)) != NULL;
	     i++)
		if (strlen(fact->name) > widest)
			widest = strlen(fact->name);
	return widest;
}

/* --- what is open, and what is left out ---------------------------------- */

/* The reason stands once above all that follow one another with it. */
static void
put_reasons(
    struct page *page, enum diplodoc_evidence_kind kind, const char *heading)
{
	const struct diplodoc_evidence *evidence;
	const char *reason = "";
	size_t count = 0;

	while (diplodoc_imported_evidence(page->imported, kind, count))
		count++;
	if (count == 0)
		return;
	put_heading(page, heading, count);
	for (size_t i = 0; i < count; i++) {
		evidence = diplodoc_imported_evidence(page->imported, kind, i);
		if (strcmp(reason, evidence->reason) != 0)
			dd_buffer_printf(
			    page->out, "  %s:\n", evidence->reason);
		reason = evidence->reason;
		put_place(page, evidence);
		put_words(page, *evidence->value ? evidence->value : "-");
		dd_buffer_putc(page->out, '\n');
	}
}

void
dd_evidence_text(struct dd_buffer *out, const char *name,
    const struct diplodoc_imported *imported)
{
	struct page page = {out, imported, get_widest_name(imported)};

	put_words(&page, name);
	dd_buffer_putc(out, '\n');
	put_reasons(&page, DIPLODOC_QUESTION, "To decide");
	put_facts(&page, "guess", "Guesses, to be looked at");
	put_facts(&page, "likely", "Likely, by what is usual");
	put_facts(&page, "certain", "Certain, as the text says");
	put_reasons(&page, DIPLODOC_DROP, "Left out");
}
