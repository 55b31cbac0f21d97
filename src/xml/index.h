/* SPDX-License-Identifier: MIT */
/*
 * Joins a tree to its source while it grows: passes over the text in step
 * with the parser's tags and leaves the offset of every node in its
 * `_private`, for locate. Independent of what a parser version knows about
 * its own position.
 */
#ifndef DD_XML_INDEX_H
#define DD_XML_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <libxml/tree.h>
#include "base/arena.h"
#include "xml/reference.h"

struct dd_source;

struct dd_index {
	const struct dd_source *source; /* borrowed */
	struct dd_arena *arena;		/* gets the ranges; borrowed */
	xmlNode *parent;		/* open element; NULL: the document */
	xmlNode *last; /* the child of it that was placed last */
	size_t at;     /* the text before it is done */
	bool after_cdata, in_empty, lost;
	struct dd_reference_signs signs; /* of what was passed */
};

/* The parser has made the start tag's element, or is about to close one. */
void dd_index_start(struct dd_index *index, xmlDoc *doc);
void dd_index_end(struct dd_index *index, xmlDoc *doc);

/* Passes the rest. False where tree and text did not run in step, which no
 * well-formed document may cause: the tree cannot be used then. */
bool dd_index_finish(struct dd_index *index, xmlDoc *doc);

#endif
