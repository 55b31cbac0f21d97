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
#include "base/ascii.h"
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

/* --- where lines may break ----------------------------------------------- */

/*
 * One break after the other. Most words are letters, digits and points with a
 * space behind them and another such word after it: there is a break in front of
 * that and none before (UAX #14, LB18, LB25, LB28, LB29). ICU is asked for what
 * lies between two of these breaks in any other text: at a break, it begins anew.
 */
struct breaks {
	const char *text; /* as ICU is to see it */
	size_t len;
	size_t start, end; /* of what ICU is asked for, or of the last word */
	bool asking;
	bool simple; /* the last word is plain, with one space at most */
	UText view;
	UErrorCode status;
};

static bool
is_plain(char c)
{
	return dd_ascii_is_letter(c) || dd_ascii_is_digit(c);
}

static bool
is_word(char c)
{
	return is_plain(c) || c == '.' || c == ',' || c == ';' || c == ':';
}

/* Where the words from `start` on surely end; Sets ->simple where no
 * other break is before that. */
static size_t
find_sure_break(struct breaks *breaks, size_t start)
{
	const char *text = breaks->text;
	size_t at = start;

	breaks->simple = true;
	for (; at < breaks->len; at++) {
		if (is_word(text[at]))
			continue;
		if (text[at] == ' ' && at > start && is_word(text[at - 1]) &&
		    at + 1 < breaks->len && is_plain(text[at + 1]))
			return at + 1;
		breaks->simple = false;
	}
	return at;
}

static void
ask_icu(struct dd_text_filler *filler, struct breaks *breaks)
{
	if (!filler->breaks)
		filler->breaks = ubrk_open(
		    UBRK_LINE, filler->locale, NULL, 0, &breaks->status);
	utext_openUTF8(&breaks->view, breaks->text + breaks->start,
	    (int64_t)(breaks->end - breaks->start), &breaks->status);
	if (U_SUCCESS(breaks->status))
		ubrk_setUText(filler->breaks, &breaks->view, &breaks->status);
	breaks->asking = U_SUCCESS(breaks->status);
}

/* The next place where a line may break, at last the end of the text. */
static size_t
find_break(struct dd_text_filler *filler, struct breaks *breaks)
{
	int32_t at;

	if (!breaks->asking) {
		breaks->start = breaks->end;
		breaks->end = find_sure_break(breaks, breaks->start);
		if (breaks->simple)
			return breaks->end;
		ask_icu(filler, breaks);
	}
	at = breaks->asking ? ubrk_next(filler->breaks) : UBRK_DONE;
	if (at != UBRK_DONE && breaks->start + (size_t)at < breaks->end)
		return breaks->start + (size_t)at;
	breaks->asking = false;
	return breaks->end;
}

/* --- filling ------------------------------------------------------------- */

/* The state of the line that is being filled. */
struct filling {
	const char *text;
	size_t start;	/* of the line */
	size_t pos;	/* behind the last word on it */
	size_t columns; /* from start to pos */
	size_t first, width;
	struct dd_text_lines *lines;
};

/* Puts the text up to `next` on this line or on a new one: so many columns, and
 * those of the white space behind them. */
static void
place_word(struct filling *f, size_t next, size_t columns, size_t behind)
{
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
	f->columns += columns + behind;
	f->pos = next;
}

static void
place_plain(struct filling *f, size_t next)
{
	size_t behind = f->text[next - 1] == ' ';

	place_word(f, next, next - f->pos - behind, behind);
}

static void
place_any(struct filling *f, size_t next)
{
	const char *word = f->text + f->pos;
	size_t len = next - f->pos, trimmed = dd_text_trim(word, len);

	place_word(f, next, dd_text_width(word, trimmed),
	    dd_text_width(word + trimmed, len - trimmed));
}

int
dd_text_fill(struct dd_text_filler *filler, const struct dd_buffer *text,
    const struct dd_buffer *glue, size_t first, size_t width,
    struct dd_text_lines *lines, struct dd_error *error)
{
	struct filling f = {
	    .text = text->data, .first = first, .width = width, .lines = lines};
	struct breaks breaks = {.text = text->data,
	    .len = text->len,
	    .view = UTEXT_INITIALIZER,
	    .status = U_ZERO_ERROR};

	if (filler->whole_words) {
		copy_without_hangul(&filler->copy, text);
		breaks.text = filler->copy.data;
	}
	while (f.pos < text->len && U_SUCCESS(breaks.status)) {
		size_t at = find_break(filler, &breaks);

		if (at < text->len && glue->data[at])
			continue;
		if (breaks.simple && f.pos == breaks.start)
			place_plain(&f, at);
		else
			place_any(&f, at);
	}
	if (f.pos > f.start)
		push_line(lines, f.text, f.start, f.pos);
	utext_close(&breaks.view);
	if (U_SUCCESS(breaks.status))
		return 0;
	return dd_error_set(error, DD_E_ENGINE,
	    "ICU cannot break lines for the language \"%s\": %s.",
	    filler->locale, u_errorName(breaks.status));
}
