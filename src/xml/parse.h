/* SPDX-License-Identifier: MIT */
/*
 * Text to tree: libxml2 under locked-down options, with the source range of
 * every element recorded on the way. No entity is expanded, no path opened.
 */
#ifndef DD_XML_PARSE_H
#define DD_XML_PARSE_H

#include <stdbool.h>
#include <libxml/tree.h>
#include "base/arena.h"
#include "diag/diagnostic.h"

struct dd_source;

/* The parsed document. `node->_private` of an element points to its
 * struct dd_element_range, that of a text, CDATA section, comment or
 * processing instruction holds its offset + 1; nothing else may use it. */
struct dd_tree {
	xmlDocPtr doc;			/* owned; NULL where parsing failed */
	const struct dd_source *source; /* borrowed; outlives the tree */
	struct dd_arena arena;		/* the ranges */
};

/* Parses the text of `source`. Faults of form are findings (xml/...), the
 * first one only, in our own words with both places where a tag does not
 * match. Returns true where the tree can be used. */
bool dd_parse(const struct dd_source *source, struct dd_sink *sink,
    struct dd_tree *ret_tree);

void dd_tree_release(struct dd_tree *tree);

#endif
