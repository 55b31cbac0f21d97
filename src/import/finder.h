/* SPDX-License-Identifier: MIT */
/* Patterns by their source, each compiled once for an import. */
#ifndef DD_IMPORT_FINDER_H
#define DD_IMPORT_FINDER_H

#include <stdbool.h>
#include "base/table.h"
#include "import/block.h"

struct dd_finder {
	struct dd_table patterns; /* source -> struct dd_pattern */
	size_t budget;		  /* steps that are left; 0 ends all searches */
	bool stopped;		  /* a search was cut short */
};

void dd_finder_init(struct dd_finder *finder);
void dd_finder_release(struct dd_finder *finder);

/* The first match of a pattern, a literal in the syntax of PCRE2 that is known
 * to be right, in text[from, len). Case counts, unless it begins with (?i). */
bool dd_find(struct dd_finder *finder, const char *pattern, const char *text,
    size_t len, size_t from, struct dd_extent *ret_match);

/* A named group of the match found last by that pattern. False where it took no
 * part. */
bool dd_find_group(struct dd_finder *finder, const char *pattern,
    const char *group, struct dd_extent *ret_group);

#endif
