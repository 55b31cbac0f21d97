/* SPDX-License-Identifier: MIT */
/* Owns: the context of all targets, and what must be true of any finding. */
#include "lib/fuzz.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "base/utf8.h"
#include "xml/limits.h"
#include "xml/source.h"

void
fuzz_fail(const char *format, ...)
{
	va_list words;

	va_start(words, format);
	fputs("fuzz: ", stderr);
	vfprintf(stderr, format, words);
	va_end(words);
	fputc('\n', stderr);
	abort();
}

static const char *
get_variable(const char *variable)
{
	const char *value = getenv(variable);

	if (!value)
		fuzz_fail("%s is not set", variable);
	return value;
}

struct diplodoc *
fuzz_context(void)
{
	static struct diplodoc *context;
	struct diplodoc_error error = {0};

	if (context)
		return context;
	context = diplodoc_new();
	if (diplodoc_set_house(
		context, get_variable("DIPLODOC_FUZZ_HOUSE"), &error) < 0)
		fuzz_fail("%s", error.text);
	return context;
}

const char *
fuzz_file(const char *variable, size_t *ret_len)
{
	static struct dd_buffer bytes;
	struct dd_error error = {0};

	if (!bytes.data) {
		dd_buffer_init(&bytes, 0);
		if (dd_file_read(get_variable(variable), DD_LIMIT_INPUT, &bytes,
			&error) < 0)
			fuzz_fail("%s", error.text);
	}
	*ret_len = bytes.len;
	return bytes.data;
}

/* --- findings -------------------------------------------------------------- */

void
fuzz_range(
    const struct dd_source *source, struct dd_range range, const char *what)
{
	fuzz_within((struct dd_range){0, source->len}, range, what);
}

void
fuzz_within(struct dd_range outer, struct dd_range range, const char *what)
{
	if (range.start > range.end || range.start < outer.start ||
	    range.end > outer.end)
		fuzz_fail("%s: [%zu, %zu) is not in [%zu, %zu)", what,
		    range.start, range.end, outer.start, outer.end);
}

void
fuzz_sentence(const char *text)
{
	const char *end = text + strlen(text);
	uint32_t cp;

	if (text == end)
		fuzz_fail("a sentence is empty");
	for (const char *at = text; at < end;) {
		size_t len = dd_utf8_decode(at, end, &cp);

		if (len == 0)
			fuzz_fail("not UTF-8: %s", text);
		at += len;
	}
}

void
fuzz_findings(const struct dd_source *source, const struct dd_sink *sink)
{
	for (const struct dd_diagnostic *d = sink->first; d; d = d->next) {
		fuzz_sentence(d->message);
		fuzz_range(source, d->range, dd_diagnostic_slug(d));
		for (const struct dd_related *r = d->related; r; r = r->next)
			if (!r->elsewhere)
				fuzz_range(source, r->range, r->text);
		for (const struct dd_edit *e = d->edits; e; e = e->next)
			fuzz_range(source, e->range, e->replacement);
	}
}

static void
check_place(const struct diplodoc_place *place, size_t size, const char *what)
{
	bool ordered = place->line < place->end_line ||
	    (place->line == place->end_line &&
		place->column <= place->end_column);

	fuzz_within((struct dd_range){0, size},
	    (struct dd_range){place->byte, place->end_byte}, what);
	if (place->line == 0 || place->column == 0 || !ordered)
		fuzz_fail("%s: from %zu:%zu to %zu:%zu", what, place->line,
		    place->column, place->end_line, place->end_column);
}

void
fuzz_diagnostics(const struct diplodoc_document *document, size_t size)
{
	const struct diplodoc_diagnostic *d;

	for (size_t i = 0; (d = diplodoc_diagnostic(document, i)); i++) {
		fuzz_sentence(d->message);
		check_place(&d->place, size, d->id);
		for (size_t r = 0; r < d->related_count; r++)
			if (!d->related[r].file)
				check_place(&d->related[r].place, size, d->id);
		for (size_t e = 0; e < d->edit_count; e++)
			check_place(&d->edits[e].place, size, d->id);
	}
}

struct diplodoc_document *
fuzz_validate(const void *data, size_t size)
{
	struct diplodoc_document *document =
	    diplodoc_open(fuzz_context(), "input", NULL, data, size);
	struct diplodoc_error error = {0};

	if (diplodoc_validate(document, &error) != DIPLODOC_OK)
		fuzz_fail("%s", error.text);
	if (diplodoc_verdict(document) == DIPLODOC_NOT_CHECKED)
		fuzz_fail("a document that was validated is not checked");
	return document;
}

struct diplodoc_document *
fuzz_validate_again(
    const struct diplodoc_document *from, const void *data, size_t size)
{
	struct diplodoc_document *document = fuzz_validate(data, size);

	if (diplodoc_verdict(from) == DIPLODOC_PASS &&
	    diplodoc_verdict(document) != DIPLODOC_PASS)
		fuzz_fail("what was made of a valid document is not valid");
	return document;
}
