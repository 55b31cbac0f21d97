/* SPDX-License-Identifier: MIT */
#include "import/link_chrome.h"
#include <string.h>

static const char CHROME[] =
    "(?i) ?[(\\[](?:opens? (?:in )?(?:a )?new (?:window|tab)|new window|"
    "external (?:link|site)|(?:(?:english|japanese) ?\\(pdf\\) ?/? ?)+|"
    "pdf(?:[:,]? ?[0-9.,]+ ?[km]b)?)[)\\]]"
    "| Open a New Window\\b";

/* Bytes [from, to) are taken out of both lists. */
static void
cut(struct dd_block *block, struct dd_extent at, struct dd_arena *arena)
{
	size_t rest = block->len - at.to;
	char *text = dd_arena_ndup(arena, block->text, block->len);
	size_t *places =
	    dd_arena_alloc(arena, (block->len + 1) * sizeof *places);

	memcpy(places, block->places, (block->len + 1) * sizeof *places);
	memmove(text + at.from, text + at.to, rest + 1);
	memmove(places + at.from, places + at.to, (rest + 1) * sizeof *places);
	block->text = text;
	block->places = places;
	block->len -= at.to - at.from;
}

void
dd_link_chrome_drop(struct dd_block *block, struct dd_arena *arena,
    struct dd_finder *finder, struct dd_ledger *ledger)
{
	enum { MOST = 32 };
	struct dd_extent match;

	for (size_t i = 0; i < MOST &&
	     dd_find(finder, CHROME, block->text, block->len, 0, &match) &&
	     match.to - match.from < block->len;
	     i++) {
		dd_ledger_drop(ledger,
		    dd_arena_ndup(
			arena, block->text + match.from, match.to - match.from),
		    "a site puts it behind a link",
		    dd_block_extent(block, match.from, match.to));
		cut(block, match, arena);
	}
}
