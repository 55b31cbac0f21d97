/* SPDX-License-Identifier: MIT */
/* The countries of the house by their names, to be found in texts. */
#ifndef DD_CHECK_COUNTRIES_H
#define DD_CHECK_COUNTRIES_H

#include <stdbool.h>
#include "base/arena.h"
#include "base/table.h"
#include "language/tokens.h"

struct dd_designation;
struct dd_summary;

struct dd_countries {
	struct dd_arena *arena; /* borrowed */
	struct dd_table names;	/* folded words with spaces -> code */
	size_t longest;		/* words of the longest name */
};

/* Long and short names in the language of the summary. */
void dd_countries_init(struct dd_countries *countries,
    const struct dd_summary *summary, struct dd_arena *arena);
/* Also of one that is all zero. */
void dd_countries_release(struct dd_countries *countries);

/* The code of the country whose name begins at a word, the longest such name,
 * and how many words it has; NULL where none begins there. */
const char *dd_countries_find(const struct dd_countries *countries,
    const struct dd_tokens *tokens, size_t at, size_t *ret_count);

/* True where some word of the text may stand for the name: it begins as a word
 * of it does ("Brennmarkian"), or is its abbreviation. */
bool dd_countries_hint(const struct dd_designation *name,
    const struct dd_tokens *tokens, struct dd_arena *arena);

#endif
