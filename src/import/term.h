/* SPDX-License-Identifier: MIT */
/* Abbreviations that a text explains, "Some Great Agency (SGA)", or the house. */
#ifndef DD_IMPORT_TERM_H
#define DD_IMPORT_TERM_H

#include <stdbool.h>
#include "base/arena.h"
#include "import/block.h"

struct dd_house;

/* One that was explained. */
struct dd_found_term {
	const char *id, *shorter, *expansion;
	bool used_by_house;   /* the house has it: it needs no entry */
	struct dd_extent use; /* the next one, where `sought`; empty: none */
	bool sought;
	struct dd_found_term *next;
};

/* The terms of a house in a language that have a short form. A slogan is printed
 * with quotation marks of its own, so it is none. */
struct dd_found_term *dd_term_of_house(
    const struct dd_house *house, const char *lang, struct dd_arena *arena);

/* The next words with their initials in brackets behind them, or the other way
 * round; false where there are none. *ret_words and *ret_short are bytes of `text`. */
bool dd_term_next(const char *text, size_t len, size_t from,
    struct dd_extent *ret_words, struct dd_extent *ret_short);

/* The next use of the abbreviation as a word of its own. */
bool dd_term_use(const struct dd_found_term *term, const char *text, size_t len,
    size_t from, struct dd_extent *ret_use);

#endif
