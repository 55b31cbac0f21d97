/* SPDX-License-Identifier: MIT */
/*
 * Which block is what: the line of the series, the headline, the date, captions,
 * the lead, items by level, and what stands around a summary on a page.
 */
#ifndef DD_IMPORT_OUTLINE_H
#define DD_IMPORT_OUTLINE_H

#include "import/block.h"
#include "import/edition.h"
#include "import/evidence.h"
#include "import/finder.h"
#include "import/mark.h"
#include "import/names.h"
#include "model/clock.h"

/* An item or paragraph, with what stands below it. */
struct dd_part {
	const struct dd_block *block;
	size_t from; /* byte of the block behind its mark */
	struct dd_mark mark;
	bool heading; /* it has no sentence of its own */
	bool note;    /* an aside to the item that it stands in */
	size_t level; /* from 0 */
	struct dd_part *children, *next;
};

/* A block alone, or a stretch of one. */
struct dd_line {
	const struct dd_block *block;
	size_t from, to;	      /* bytes of it that count */
	const struct dd_line *credit; /* of a caption, where it is apart */
	struct dd_line *next;
	struct dd_line *last; /* of its list, in the first line of one */
};

enum { DD_LEAD_MAX = 4000 }; /* bytes of a lead */

struct dd_outline {
	struct dd_arena *arena; /* borrowed */
	const char *lang;	/* "en", "ja", … */
	struct dd_line *series, *dateline, *back;
	struct dd_line *title; /* its lines */
	struct dd_line *number, *issuer, *translation;
	struct dd_line *spokesperson, *contacts;
	struct dd_line *captions; /* in order */
	struct dd_line *lead;	  /* NULL: there is none */
	/* One that is too long to be the lead that it looks like; or NULL. */
	const struct dd_block *long_lead;
	struct dd_line *rest;  /* of its block, where that says more; or NULL */
	struct dd_line *notes; /* paragraphs between lead and items */
	struct dd_part *parts;
	struct dd_date issued;	       /* year 0: not said */
	bool issued_by_title;	       /* that is all that says it */
	const char *city;	       /* of the dateline, or NULL */
	struct dd_edition_link *links; /* to the text in other languages */
};

/* Reads all blocks. What is no part of a summary is dropped in the ledger. */
void dd_outline_read(struct dd_outline *outline, const struct dd_blocks *blocks,
    struct dd_finder *finder, const struct dd_names *names,
    struct dd_ledger *ledger);

/* Puts a line at the end of a list. */
void dd_line_append(struct dd_line **list, struct dd_line *line);

#endif
