/* SPDX-License-Identifier: MIT */
/*
 * Names for the places of elements, as XPath writes them without prefixes:
 * "/meetingSummary[1]/body[1]/item[2]"; "/" is the document itself.
 */
#ifndef DD_XML_PATH_H
#define DD_XML_PATH_H

#include <stddef.h>
#include <libxml/tree.h>

struct dd_buffer;

/* The place of an element; that of the document is NULL. */
struct dd_path {
	const struct dd_path *up;
	const xmlNode *node;
	size_t number; /* among the elements of its name beside it, from 1 */
};

void dd_path_put(const struct dd_path *path, struct dd_buffer *out);

/* Told of one element or of the document; `path` is gone afterwards. It may
 * change what is in the element, but no element of it. */
typedef void
dd_path_visit(void *context, xmlNode *node, const struct dd_path *path);

/* Visits the document and all its elements, each before those in it. */
void dd_path_walk(xmlDoc *doc, dd_path_visit *visit, void *context);

#endif
