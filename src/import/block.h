/* SPDX-License-Identifier: MIT */
/*
 * A text that is brought in, as blocks: lines, paragraphs, items of lists,
 * captions. White space inside a block is one space, none stands at its ends,
 * and every byte knows where it came from.
 */
#ifndef DD_IMPORT_BLOCK_H
#define DD_IMPORT_BLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"
#include "base/buffer.h"
#include "import/mark.h"

struct dd_error;
struct dd_ledger;

/* Bytes. No editor writes so long a paragraph: it is kept as it stands, and nothing
 * is sought in it. */
enum { DD_BLOCK_LONG = 16 * 1024 };

enum dd_block_kind {
	DD_BLOCK_TEXT,
	DD_BLOCK_HEADING, /* the source says that it is one */
	DD_BLOCK_CAPTION, /* likewise */
};

struct dd_block {
	enum dd_block_kind kind;
	const char *text; /* UTF-8, never empty */
	size_t len;
	const size_t *places; /* len + 1: the byte of the source of each byte */
	size_t indent;	      /* columns in front of it */
	size_t level;	      /* of lists around it that the source shows */
	enum dd_mark_kind mark; /* that the page prints in front of an item */
	size_t number;		/* of that mark, from 1; 0: it has none */
	bool after_gap;		/* an empty line stands before it */
	const char *href;	/* the only link in it, or NULL */
	const char *src;	/* of a caption: the picture, or NULL */
	const char *alt; /* of a caption: the picture in words, or NULL */
	struct dd_block *next;
};

struct dd_blocks {
	struct dd_arena *arena;	  /* borrowed; owns all of it */
	struct dd_ledger *ledger; /* borrowed; for what a reader leaves out */
	struct dd_block *first, *last;
	size_t count;
	const char *lang; /* that the source says it is in, or NULL */
};

/* Bytes of the source. */
struct dd_extent {
	size_t from, to;
};

/* Where bytes [from, to) of a block's text stand. */
struct dd_extent
dd_block_extent(const struct dd_block *block, size_t from, size_t to);

/* Collects the text of one block, character by character. Zero-initialise, and
 * give an arena. */
struct dd_block_writer {
	struct dd_arena *arena; /* borrowed */
	struct dd_buffer text, places;
	size_t end;   /* of the source, behind the last character */
	size_t space; /* where white space began that is not written yet */
	bool pending;
};

/* Adds bytes that stand one behind another in the source at `place`. No-break
 * and ideographic spaces are white space too. */
void dd_block_write(
    struct dd_block_writer *writer, const char *text, size_t len, size_t place);

/* Adds bytes that all came from [place, end) of the source. */
void dd_block_write_as(struct dd_block_writer *writer, const char *text,
    size_t len, size_t place, size_t end);

/* A new block at the end of `blocks` with what was written, and an empty writer;
 * NULL where nothing was. */
struct dd_block *
dd_block_finish(struct dd_block_writer *writer, struct dd_blocks *blocks);

/* The blocks of a page of HTML, in UTF-8. Returns 0 or DD_E_INPUT. */
int dd_blocks_of_html(struct dd_blocks *blocks, const char *text, size_t len,
    struct dd_error *error);

/* The lines or paragraphs of plain text, NUL-terminated, in UTF-8. Linear. */
void dd_blocks_of_text(struct dd_blocks *blocks, const char *text, size_t len);

#endif
