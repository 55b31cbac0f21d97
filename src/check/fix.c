/* SPDX-License-Identifier: MIT */
/* Owns: which edits go together, and writing them. */
#include "check/fix.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "diag/diagnostic.h"
#include "xml/source.h"

/* The edits that are made: at most one finding's at each place. */
struct plan {
	const struct dd_edit **edits;
	size_t count, cap;
};

static bool
is_wanted(const struct dd_diagnostic *diagnostic, bool unsafe)
{
	enum dd_fixable fix = dd_diagnostic_fix(diagnostic);

	return dd_diagnostic_counts(diagnostic) &&
	    (fix == DD_FIX_SAFE || (unsafe && fix == DD_FIX_UNSAFE));
}

/* The largest code point that the encoding writes in one piece; windows-1252
 * is asked for no more than it shares with ISO-8859-1. */
static bool
can_encode(enum dd_encoding encoding, uint32_t cp)
{
	switch (encoding) {
	case DD_US_ASCII:
		return cp < 0x80;
	case DD_ISO_8859_1:
	case DD_WINDOWS_1252:
		return cp < 0x80 || (cp >= 0xA0 && cp <= 0xFF);
	default:
		return true;
	}
}

static bool
can_write(enum dd_encoding encoding, const char *text)
{
	const char *end = text + strlen(text);
	uint32_t cp;

	while (text < end) {
		size_t len = dd_utf8_decode(text, end, &cp);

		if (len == 0 || !can_encode(encoding, cp))
			return false;
		text += len;
	}
	return true;
}

/* Edits that touch each other meet: the later one waits for a document in
 * which the earlier one is done. */
static bool
meets(const struct plan *plan, const struct dd_edit *edit)
{
	for (size_t i = 0; i < plan->count; i++)
		if (edit->range.start <= plan->edits[i]->range.end &&
		    plan->edits[i]->range.start <= edit->range.end)
			return true;
	return false;
}

static bool
add_edits(struct plan *plan, const struct dd_edit *edits,
    const struct dd_source *source)
{
	for (const struct dd_edit *e = edits; e; e = e->next)
		if (e->range.end > source->len || meets(plan, e) ||
		    !can_write(source->encoding, e->replacement))
			return false;
	for (const struct dd_edit *e = edits; e; e = e->next) {
		if (plan->count == plan->cap) {
			plan->cap = plan->cap ? 2 * plan->cap : 16;
			plan->edits = dd_realloc(
			    plan->edits, plan->cap * sizeof(*plan->edits));
		}
		plan->edits[plan->count++] = e;
	}
	return true;
}

static int
compare(const void *left, const void *right)
{
	const struct dd_edit *a = *(const struct dd_edit *const *)left;
	const struct dd_edit *b = *(const struct dd_edit *const *)right;

	return a->range.start < b->range.start
	    ? -1
	    : a->range.start > b->range.start;
}

static void
put_unit(struct dd_buffer *out, enum dd_encoding encoding, uint32_t unit)
{
	char low = (char)(unit & 0xFF), high = (char)(unit >> 8);

	dd_buffer_putc(out, encoding == DD_UTF_16LE ? low : high);
	dd_buffer_putc(out, encoding == DD_UTF_16LE ? high : low);
}

static void
put_character(struct dd_buffer *out, enum dd_encoding encoding, uint32_t cp)
{
	switch (encoding) {
	case DD_UTF_16LE:
	case DD_UTF_16BE:
		if (cp > 0xFFFF) {
			cp -= 0x10000;
			put_unit(out, encoding, 0xD800 + (cp >> 10));
			cp = 0xDC00 + (cp & 0x3FF);
		}
		put_unit(out, encoding, cp);
		return;
	case DD_ISO_8859_1:
	case DD_WINDOWS_1252:
		dd_buffer_putc(out, (char)cp);
		return;
	default:
		dd_buffer_put_utf8(out, cp);
	}
}

static void
put_text(struct dd_buffer *out, enum dd_encoding encoding, const char *text)
{
	const char *end = text + strlen(text);
	uint32_t cp;

	while (text < end) {
		text += dd_utf8_decode(text, end, &cp);
		put_character(out, encoding, cp);
	}
}

static void
write_edits(const struct plan *plan, struct dd_source *source,
    const char *bytes, size_t len, struct dd_buffer *out)
{
	struct dd_place place;
	size_t at = 0;

	for (size_t i = 0; i < plan->count; i++) {
		dd_source_place(source, plan->edits[i]->range, &place);
		dd_buffer_add(out, bytes + at, place.byte - at);
		put_text(out, source->encoding, plan->edits[i]->replacement);
		at = place.end_byte;
	}
	dd_buffer_add(out, bytes + at, len - at);
}

size_t
dd_fix(struct dd_source *source, const struct dd_sink *sink, bool unsafe,
    const char *bytes, size_t len, struct dd_buffer *out)
{
	struct plan plan = {0};
	size_t mended = 0;

	for (const struct dd_diagnostic *d = sink->first; d; d = d->next)
		if (is_wanted(d, unsafe))
			mended += add_edits(&plan, d->edits, source);
	if (mended > 0) {
		qsort(plan.edits, plan.count, sizeof(*plan.edits), compare);
		write_edits(&plan, source, bytes, len, out);
	}
	free(plan.edits);
	return mended;
}
