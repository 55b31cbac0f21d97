/* SPDX-License-Identifier: MIT */
/* Shared by the files of the way back of pages; nobody else includes this. */
#ifndef DD_IMPORT_OWN_PAGE_INTERNAL_H
#define DD_IMPORT_OWN_PAGE_INTERNAL_H

#include <stdbool.h>
#include "base/arena.h"
#include "import/evidence.h"
#include "import/own_page.h"

struct dd_own_page {
	const char *text; /* borrowed */
	size_t len;
	xmlDoc *doc;
	xmlNode *article; /* the summary */
	struct dd_arena arena;
};

/* Something of a page that a reader sees, or follows. */
struct dd_own_record {
	const char *text; /* white space is one space; or an address or value */
	const char *sum;  /* of words with facts beside them, else NULL */
	xmlNode *node;
	struct dd_own_record *next;
};

struct dd_own_records {
	struct dd_own_record *first, *last;
};

/* Blocks, links and pictures of the summary in their order, and the words that
 * have a sum; without the numbers of items. `outside`: of all else. */
void dd_own_page_read(
    struct dd_own_page *page, bool outside, struct dd_own_records *records);

/* A place in a page: where a line begins. */
struct dd_own_page_place {
	const struct dd_own_page *page;
	size_t line, offset; /* zero-initialise */
};

/* The beginning of the line on which the element stands; NULL: of the first one.
 * Linear, for elements in their order. */
struct dd_extent
dd_own_page_find(struct dd_own_page_place *place, const xmlNode *node);

/* Makes each run of white space in a document one space, and none at the ends of
 * its sentences. */
void dd_own_page_collapse(xmlDoc *doc);

#endif
