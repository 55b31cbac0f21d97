/* SPDX-License-Identifier: MIT */
/* Places where a document asks for something to be loaded; and namespaces
 * that are no full address. */
#ifndef DD_XML_REFERENCE_H
#define DD_XML_REFERENCE_H

#include <stdbool.h>
#include <libxml/tree.h>

struct dd_sink;
struct dd_tree;

/* What was seen while the tree grew. */
struct dd_reference_signs {
	bool notable;  /* there may be something to report */
	bool relative; /* a namespace is no full address; the parser says so
			* of the default one alone */
};

/* Looks at one element; cheap. */
void dd_reference_look(struct dd_reference_signs *signs, const xmlNode *node);

/* Reports XInclude elements, xml:base, schema hints, and stylesheet and
 * catalog instructions: nothing of it is followed. Linear in the nodes. */
void dd_reference_report(const struct dd_tree *tree, struct dd_sink *sink);

#endif
