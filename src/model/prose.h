/* SPDX-License-Identifier: MIT */
/*
 * The texts of a document as people read them, each in one piece, with the
 * way back to its place in the source. Rules about words work on these.
 */
#ifndef DD_MODEL_PROSE_H
#define DD_MODEL_PROSE_H

#include <stdbool.h>
#include <stddef.h>
#include <libxml/tree.h>
#include "diag/diagnostic.h"

struct dd_arena;
struct dd_tree;

enum dd_prose_kind {
	DD_PROSE_TITLE,
	DD_PROSE_SERIES,
	DD_PROSE_UPDATE,
	DD_PROSE_OCCASION,
	DD_PROSE_OFFICE,
	DD_PROSE_SHORT_FORM,
	DD_PROSE_CAPTION,
	DD_PROSE_ALT,
	DD_PROSE_CREDIT,
	DD_PROSE_LEAD,
	DD_PROSE_HEADING,
	DD_PROSE_STATEMENT,
	DD_PROSE_NARRATIVE,
	DD_PROSE_NOTE,
	DD_PROSE_OUTCOME,
	DD_PROSE_DESCRIPTION,
	DD_PROSE_EXPANSION,
	DD_PROSE_REFERENCE,
	DD_PROSE_LINK, /* of an attachment or a related page */
};

/* What stands where the author left an inline element empty: U+FFFC. */
#define DD_PROSE_OBJECT "\xef\xbf\xbc"

/* A stretch of a text that comes from one node. */
struct dd_prose_run {
	size_t start, end;	/* bytes of the text */
	const xmlNode *node;	/* the text node; NULL: an empty element */
	size_t from;		/* byte of the node's content */
	const xmlNode *element; /* the innermost inline element, or NULL */
	bool foreign;		/* words of another language */
};

struct dd_prose {
	enum dd_prose_kind kind;
	const xmlNode *node; /* <statement>, <caption>, … */
	const char *text;    /* UTF-8, white space as it stands */
	size_t len;
	const struct dd_prose_run *runs; /* in order, without gaps */
	size_t run_count;
	unsigned traits; /* 0; check/ keeps there what dd_traits_read says */
	struct dd_prose *next; /* in document order */
};

/* All texts below `root`, in document order; they live as long as the arena
 * and the tree. Linear in the size of the document. */
struct dd_prose *dd_prose_read(const xmlNode *root, struct dd_arena *arena);

/* The place of bytes [from, to) of a text in the source. */
struct dd_range dd_prose_locate(const struct dd_tree *tree,
    const struct dd_prose *prose, size_t from, size_t to);

/* The run that byte `at` stands in; the last one for the end of the text.
 * NULL where the text is empty. */
const struct dd_prose_run *
dd_prose_run_at(const struct dd_prose *prose, size_t at);

/* True for texts made of whole sentences. */
bool dd_prose_is_sentence(const struct dd_prose *prose);

#endif
