/* SPDX-License-Identifier: MIT */
/* A Markdown text as a row of blocks, in the order of reading. */
#ifndef DD_IMPORT_MARKDOWN_BLOCKS_H
#define DD_IMPORT_MARKDOWN_BLOCKS_H

#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"

struct dd_error;

enum dd_markdown_kind {
	DD_MARKDOWN_HEADING,
	DD_MARKDOWN_PARAGRAPH, /* of any kind: a quotation, code */
	DD_MARKDOWN_IMAGE,     /* a paragraph that is one picture */
};

struct dd_markdown_block {
	enum dd_markdown_kind kind;
	int level;	  /* of a heading, 1 to 6 */
	size_t depth;	  /* list items around it */
	bool opens;	  /* the first block of its list item */
	int number;	  /* of that item; 0: it has none */
	char delimiter;	  /* behind the number: '.' or ')' */
	const char *text; /* its words, one space between them, without marks;
			      * of a picture what it shows */
	const char *address; /* of a picture; else NULL */
	size_t line;	     /* from 1 */
};

struct dd_markdown {
	struct dd_arena arena; /* owns all of it */
	const char *front;     /* front matter, without its `---`; NULL: none */
	struct dd_markdown_block *blocks;
	size_t count;
};

/* Reads `len` bytes of CommonMark in UTF-8, shown as `name` in messages; pieces
 * of HTML are left out. To be released in any case. Returns 0, or DD_E_INPUT
 * for what is not UTF-8, has control characters, or is over the limit. */
int dd_markdown_read(struct dd_markdown *out, const char *name,
    const char *text, size_t len, struct dd_error *error);
void dd_markdown_release(struct dd_markdown *markdown);

#endif
