/* SPDX-License-Identifier: MIT */
/* The state of a pass over a page of HTML. */
#ifndef DD_IMPORT_HTML_READER_H
#define DD_IMPORT_HTML_READER_H

#include "import/html_internal.h"
#include "xml/limits.h"

/* A picture whose words are not placed yet. */
struct dd_page_picture {
	const char *src, *alt; /* NULL: it has none */
	struct dd_extent at;
};

struct dd_page_list {
	enum dd_mark_kind mark;
	size_t next; /* number of the next item; 0: they have none */
};

struct dd_page_reader {
	struct dd_blocks *blocks; /* borrowed */
	struct dd_page_place place;
	struct dd_block_writer text, aside; /* what counts, what is left out */
	size_t depth, nodes;
	size_t words; /* bytes of all texts that are not blank */

	bool has_main;		/* the page says which part is the main one */
	size_t mains;		/* of them around this place */
	size_t left_out;	/* depth of the element that is; 0: none */
	const char *reason;	/* why */
	struct dd_block *outer; /* a headline outside the main part, or NULL */
	struct dd_block *title; /* of the head, or NULL */
	bool has_headline;
	size_t heading; /* 1 to 6 in one, else 0 */

	struct dd_page_list lists[DD_LIMIT_DEPTH + 1];
	size_t list_count;
	bool begins_item;    /* the next block is the first of an item */
	size_t item;	     /* its number, 0: none */
	size_t preformatted; /* elements around this place that keep lines */
	bool broken;	     /* a line ended that may go on in the next one */

	size_t figure; /* depth of it; 0: none */
	struct dd_page_picture picture;
	const struct dd_block *described; /* made of a picture's words alone */
	const char *href;
	size_t links; /* in this block */

	bool code;    /* a script or a style was begun last */
	bool suspect; /* references stand for what is no character */
	size_t silent[DD_PAGE_SILENT_KINDS], comments;
	struct dd_extent comment, silent_at[DD_PAGE_SILENT_KINDS];
	const char *fault; /* why the page cannot be read whole; a sentence */
};

/* --- html_write.c: blocks ------------------------------------------------ */

/* Text of the page that ends near `hint`. */
void dd_page_text(
    struct dd_page_reader *r, const char *text, size_t len, size_t hint);
/* The end of a line. */
void dd_page_break(struct dd_page_reader *r);
/* The end of a block. `force`: also where it is a mark and waits for its item. */
void dd_page_finish(struct dd_page_reader *r, bool force);
/* The end of a stretch that is left out. */
void dd_page_finish_aside(struct dd_page_reader *r);
void dd_page_drop(
    struct dd_page_reader *r, const struct dd_block *block, const char *reason);
/* NULL where text counts, else why it does not. */
const char *dd_page_reason(const struct dd_page_reader *r);

/* --- html_image.c: pictures ---------------------------------------------- */

void dd_page_image(
    struct dd_page_reader *r, const char **attributes, struct dd_extent at);
/* Makes a caption of a picture that nothing else describes. */
void dd_page_describe(
    struct dd_page_reader *r, const struct dd_page_picture *picture);

/* --- html_event.c: elements ---------------------------------------------- */

void dd_page_start(struct dd_page_reader *r, const char *name,
    const char **attributes, size_t offset);
void dd_page_end(struct dd_page_reader *r, const char *name);

#endif
