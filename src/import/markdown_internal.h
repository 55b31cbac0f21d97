/* SPDX-License-Identifier: MIT */
/* Shared by the markdown*.c files only. */
#ifndef DD_IMPORT_MARKDOWN_INTERNAL_H
#define DD_IMPORT_MARKDOWN_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <jansson.h>
#include "base/arena.h"
#include "import/markdown_blocks.h"

/* A block of the body as it was written, and the JSON that it was made of. */
struct dd_markdown_origin {
	enum dd_markdown_kind kind;
	size_t depth;
	bool opens;
	const char *label;	/* that stands in front of the text, or "" */
	const char *text;	/* without it */
	json_t *owner;		/* topic, item or paragraph; borrowed */
	const json_t *sentence; /* of a paragraph; borrowed */
};

struct dd_markdown_body {
	struct dd_arena arena;
	struct dd_markdown_origin *origins;
	size_t count, cap;
};

/* --- markdown_body.c: what the text of a body was ---------------------------- */

/* The blocks of a `body` of JSON, as `convert --to markdown` prints them. */
void dd_markdown_body_init(struct dd_markdown_body *out, json_t *body);
void dd_markdown_body_release(struct dd_markdown_body *body);

/* The words of one sentence, in the arena. */
const char *
dd_markdown_sentence(struct dd_arena *arena, const json_t *sentence);

/* True where a block says what the origin said, white space aside. */
bool dd_markdown_is_same(const struct dd_markdown_origin *origin,
    const struct dd_markdown_block *block);
/* Bytes of `text` that are `words`, white space aside; 0 where it begins with
 * something else. */
size_t dd_markdown_begins(const char *text, const char *words);

/* --- markdown_change.c: a text that was changed ------------------------------ */

/* A new `body` for these blocks, with the facts of all that stayed. */
json_t *dd_markdown_change(struct dd_markdown_body *was,
    const struct dd_markdown_block *blocks, size_t count);

#endif
