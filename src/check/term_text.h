/* SPDX-License-Identifier: MIT */
/*
 * A text as term lists are sought in it: white space in one space each, so that
 * a line break hides nothing, with the way back to the bytes of the text.
 */
#ifndef DD_CHECK_TERM_TEXT_H
#define DD_CHECK_TERM_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "model/prose.h"

/* Zero-initialise. One is used for all texts of a document, one after another. */
struct dd_term_text {
	const struct dd_prose *prose;
	char *text;
	size_t len;
	uint32_t *origin; /* of each byte: the byte of the prose */
	bool *quoted;	  /* of each byte: stands in quotation marks */
	size_t cap;
};

void dd_term_text_read(struct dd_term_text *to, const struct dd_prose *prose);
void dd_term_text_release(struct dd_term_text *text);

/* True where the words at byte `at` are the writer's own: not in a quotation,
 * another language, the name of a document, or an address. */
bool dd_term_text_is_own(const struct dd_term_text *text, size_t at);

/* The bytes [from, to) of the prose that those of the text are. */
size_t dd_term_text_from(const struct dd_term_text *text, size_t from);
size_t dd_term_text_to(const struct dd_term_text *text, size_t to);

/* True where byte `at` begins a sentence, or a heading or other text. */
bool dd_term_text_begins(const struct dd_term_text *text, size_t at);

/* True where a hyphen joins the word at byte `at` to one before it. */
bool dd_term_text_is_joined(const struct dd_term_text *text, size_t at);

#endif
