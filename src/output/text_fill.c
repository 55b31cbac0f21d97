/* SPDX-License-Identifier: MIT */
/*
 * Where the lines of a paragraph break: ICU says where they may (UAX #14),
 * the first fit decides. Columns are base/width's.
 */
#include "output/text_fill.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/utext.h>
#include "base/error.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "base/width.h"

void
dd_text_filler_init(struct dd_text_filler *filler, const char *lang)
{
	UErrorCode status = U_ZERO_ERROR;

	filler->breaks = NULL;
	dd_buffer_init(&filler->copy, 0);
	uloc_forLanguageTag(lang ? lang : "", filler->locale,
	    (int32_t)sizeof(filler->locale), NULL, &status);
	if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING ||
	    !*filler->locale)
		memcpy(filler->locale, "root", sizeof("root"));
	filler->whole_words = strncmp(filler->locale, "ko", 2) == 0 &&
	    (filler->locale[2] == '\0' || filler->locale[2] == '_');
}

void
dd_text_filler_release(struct dd_text_filler *filler)
{
	ubrk_close(filler->breaks);
	filler->breaks = NULL;
	dd_buffer_release(&filler->copy);
}

void
dd_text_lines_release(struct dd_text_lines *lines)
{
	free(lines->lines);
	*lines = (struct dd_text_lines){0};
}

static void
push_line(
    struct dd_text_lines *lines, const char *text, size_t start, size_t end)
{
	if (lines->count == lines->cap) {
		lines->cap = lines->cap ? lines->cap * 2 : 16;
		lines->lines = dd_realloc(
		    lines->lines, lines->cap * sizeof(*lines->lines));
	}
	lines->lines[lines->count++] = (struct dd_text_line){
	    .start = start,
	    .end = start + dd_text_trim(text + start, end - start),
	};
}

static bool
is_hangul(uint32_t cp)
{
	return (cp >= 0x1100 && cp <= 0x11FF) ||
	    (cp >= 0x3131 && cp <= 0x318E) || (cp >= 0xA960 && cp <= 0xA97C) ||
	    (cp >= 0xAC00 && cp <= 0xD7FB);
}

/*
 * Korean that is written with spaces breaks at them, as in newspapers. UAX
 * #14, 8.1 does it by giving Hangul the class AL, so the iterator sees a
 * letter of that class, and of as many bytes, for each syllable.
 */
static void
copy_without_hangul(struct dd_buffer *copy, const struct dd_buffer *text)
{
	static const char letter[] = "\xe1\xb8\x81"; /* U+1E01 */
	const char *p = text->data, *end = p + text->len;

	dd_buffer_clear(copy);
	while (p < end) {
		uint32_t cp = 0;
		size_t step = dd_utf8_decode(p, end, &cp);

		if (step == 0)
			step = 1;
		dd_buffer_add(copy, is_hangul(cp) ? letter : p, step);
		p += step;
	}
}

static void
open_breaks(struct dd_text_filler *filler, const struct dd_buffer *text,
    UText *view, UErrorCode *status)
{
	if (!filler->breaks)
		filler->breaks =
		    ubrk_open(UBRK_LINE, filler->locale, NULL, 0, status);
	if (filler->whole_words) {
		copy_without_hangul(&filler->copy, text);
		text = &filler->copy;
	}
	utext_openUTF8(view, text->data, (int64_t)text->len, status);
	if (U_SUCCESS(*status))
		ubrk_setUText(filler->breaks, view, status);
}

/* The state of the line that is being filled. */
struct filling {
	const char *text;
	size_t start;	/* of the line */
	size_t pos;	/* behind the last word on it */
	size_t columns; /* from start to pos */
	size_t first, width;
	struct dd_text_lines *lines;
};

/* Puts the text up to `next` on this line or on a new one. */
static void
place_word(struct filling *f, size_t next)
{
	const char *word = f->text + f->pos;
	size_t len = next - f->pos, trimmed = dd_text_trim(word, len);
	size_t columns = dd_text_width(word, trimmed);
	size_t room = f->lines->count == 0 ? f->first : f->width;

	if (f->columns + columns > room) {
		if (f->pos > f->start) {
			push_line(f->lines, f->text, f->start, f->pos);
			f->start = f->pos;
			f->columns = 0;
		} else if (f->lines->count == 0 && f->first < f->width) {
			push_line(f->lines, f->text, 0, 0);
		}
	}
	f->columns += columns + dd_text_width(word + trimmed, len - trimmed);
	f->pos = next;
}

int
dd_text_fill(struct dd_text_filler *filler, const struct dd_buffer *text,
    const struct dd_buffer *glue, size_t first, size_t width,
    struct dd_text_lines *lines, struct dd_error *error)
{
	struct filling f = {
	    .text = text->data, .first = first, .width = width, .lines = lines};
	UErrorCode status = U_ZERO_ERROR;
	UText view = UTEXT_INITIALIZER;

	open_breaks(filler, text, &view, &status);
	if (U_SUCCESS(status)) {
		int32_t at;

		ubrk_first(filler->breaks);
		while ((at = ubrk_next(filler->breaks)) != UBRK_DONE)
			if ((size_t)at >= text->len || !glue->data[at])
				place_word(&f, (size_t)at);
		if (f.pos > f.start)
			push_line(lines, f.text, f.start, f.pos);
	}
	utext_close(&view);
	if (U_SUCCESS(status))
		return 0;
	return dd_error_set(error, DD_E_ENGINE,
	    "ICU cannot break lines for the language \"%s\": %s.",
	    filler->locale, u_errorName(status));
}
