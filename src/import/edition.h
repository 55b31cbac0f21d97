/* SPDX-License-Identifier: MIT */
/* Several languages on one page: a summary is in one of them. */
#ifndef DD_IMPORT_EDITION_H
#define DD_IMPORT_EDITION_H

#include "import/block.h"
#include "import/evidence.h"
#include "import/finder.h"

/* A page that has the text in another language. */
struct dd_edition_link {
	const char *lang, *text, *href;
	struct dd_edition_link *next;
};

/* Keeps the blocks in one language, of a page that lines such as `***` divide: those
 * in `lang`, or where that is NULL or has none, in the language that comes first.
 * The others are dropped in the ledger. Returns the language that was chosen, or
 * NULL: there is only one. Linear. */
const char *dd_edition_choose(struct dd_blocks *blocks, const char *lang,
    struct dd_finder *finder, struct dd_ledger *ledger);

/* Takes out the lines that lead to the text in other languages than `lang`:
 * "Japanese", with an address. In order. */
struct dd_edition_link *dd_edition_links(struct dd_blocks *blocks,
    const char *lang, struct dd_finder *finder, struct dd_ledger *ledger);

/* "ja", "ko" or "en" for all Latin ones, by the letters of the blocks up to `end`. */
const char *
dd_edition_script(const struct dd_block *first, const struct dd_block *end);

#endif
