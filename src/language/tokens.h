/* SPDX-License-Identifier: MIT */
/* A text as words, in a form in which capitals and accents do not count. */
#ifndef DD_LANGUAGE_TOKENS_H
#define DD_LANGUAGE_TOKENS_H

#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"

/* One word: letters and digits, without hyphens and apostrophes. */
struct dd_token {
	size_t from, to;    /* bytes of the text */
	const char *folded; /* "ines" for "Inês"; in the arena */
	bool capital;	    /* begins with a capital of the Latin script */
	bool upper;	    /* the same, without a small letter */
};

struct dd_tokens {
	const char *text; /* borrowed */
	struct dd_token *at;
	size_t count;
};

/* `text` NULL has no words. Linear; only Latin letters are folded. */
struct dd_tokens
dd_tokens_read(struct dd_arena *arena, const char *text, size_t len);
/* The same of a whole string. */
struct dd_tokens dd_tokens_of(struct dd_arena *arena, const char *text);

/* How many words from `at` on are those of `words`, one behind another with
 * nothing but spaces and full stops between: all of them, or 0. */
size_t dd_tokens_match(
    const struct dd_tokens *tokens, size_t at, const struct dd_tokens *words);

/* True where only spaces and a full stop stand between a word and the next:
 * "Mr. Orell". False for the last word. */
bool dd_tokens_adjoin(const struct dd_tokens *tokens, size_t at);

/* True for the first word of a sentence, or of a quotation or part of one that
 * may begin with a capital. */
bool dd_tokens_begin(const struct dd_tokens *tokens, size_t at);

#endif
