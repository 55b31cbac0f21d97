/* SPDX-License-Identifier: MIT */
/* Where the lines of a paragraph break. Private to output/. */
#ifndef DD_OUTPUT_TEXT_FILL_H
#define DD_OUTPUT_TEXT_FILL_H

#include <stdbool.h>
#include <stddef.h>
#include <unicode/ubrk.h>
#include "base/buffer.h"

struct dd_error;

struct dd_text_filler {
	UBreakIterator *breaks; /* opened with the first paragraph */
	char locale[64];	/* ICU's name of the language */
	bool whole_words;	/* Korean: no break between syllables */
	struct dd_buffer copy;	/* what the iterator sees of Korean */
};

/* `lang` is a BCP 47 tag, "" or NULL for none. */
void dd_text_filler_init(struct dd_text_filler *filler, const char *lang);
void dd_text_filler_release(struct dd_text_filler *filler);

struct dd_text_line {
	size_t start, end; /* bytes, without the white space at the end */
};

struct dd_text_lines {
	struct dd_text_line *lines;
	size_t count, cap;
};

void dd_text_lines_release(struct dd_text_lines *lines);

/* Fills `lines` (zero-initialised) with the lines of `text`, as much on each
 * as goes into `width` columns, `first` columns (at most `width`) on the first
 * one. `glue` forbids breaks, see dd_text_run. A word that is too wide stands
 * alone; where it would go beside a label, the first line stays empty.
 * Returns 0 or DD_E_ENGINE. */
int dd_text_fill(struct dd_text_filler *filler, const struct dd_buffer *text,
    const struct dd_buffer *glue, size_t first, size_t width,
    struct dd_text_lines *lines, struct dd_error *error);

#endif
