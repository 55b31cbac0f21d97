/* SPDX-License-Identifier: MIT */
/* The page of wire text: indents, labels, blank lines. Private to output/. */
#ifndef DD_OUTPUT_TEXT_PAGE_H
#define DD_OUTPUT_TEXT_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include "base/buffer.h"
#include "output/text_fill.h"

struct dd_error;
struct dd_text_run;

struct dd_text_page {
	struct dd_buffer *out;
	size_t width;
	size_t gap;	       /* blank lines that the next line asks for */
	bool begun;	       /* there is a line above */
	struct dd_buffer lead; /* labels waiting for the next line */
	struct dd_text_filler filler;
};

void dd_text_page_init(struct dd_text_page *page, struct dd_buffer *out,
    size_t width, const char *lang);
void dd_text_page_release(struct dd_text_page *page);

/* Asks for blank lines before the next line; the largest wish counts, and
 * none at the top of the page or between a label and its text. */
void dd_text_page_gap(struct dd_text_page *page, size_t lines);

/* `left` moved in by `by` columns, at most to the middle of the page. */
size_t
dd_text_page_indent(const struct dd_text_page *page, size_t left, size_t by);

/* Puts a label at column `left` of the next line. Returns the column where
 * its text hangs: behind the label and a space, at least `hang` columns in,
 * at most in the middle of the page. */
size_t dd_text_page_label(
    struct dd_text_page *page, const char *label, size_t left, size_t hang);

/* Makes the next line begin at column `left` at least. */
void dd_text_page_pad(struct dd_text_page *page, size_t left);

/* Writes one line of `len` bytes at column `left`. */
void dd_text_page_line(
    struct dd_text_page *page, size_t left, const char *text, size_t len);

/* Writes the text of the run as a paragraph and clears it; nothing where it
 * is empty. `keep`: on one line, however long. 0 or DD_E_ENGINE. */
int dd_text_page_paragraph(struct dd_text_page *page, struct dd_text_run *run,
    size_t left, bool keep, struct dd_error *error);

/* Writes a label that no text has come for. */
void dd_text_page_flush(struct dd_text_page *page);

#endif
