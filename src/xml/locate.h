/* SPDX-License-Identifier: MIT */
/*
 * Where things stand: exact byte ranges in the document's text of elements,
 * attributes, attribute values and characters of text nodes. Character
 * references, CDATA sections, CRLF and comments are counted in.
 * Nodes must come from dd_parse; a node made later, or copied, has an empty
 * range at 0. Offsets are found in constant time but for the cost of reading
 * the tag or text itself. A slice [from, to) that cuts a character or a
 * reference covers the whole of it; behind the end it is empty, at the end.
 */
#ifndef DD_XML_LOCATE_H
#define DD_XML_LOCATE_H

#include <stddef.h>
#include <libxml/tree.h>
#include "diag/diagnostic.h"

struct dd_tree;

/* Offsets of one element, recorded while parsing. */
struct dd_element_range {
	size_t start;	/* of its `<` */
	size_t tag_end; /* behind the `>` of its start tag */
	size_t close; /* of the `<` of its end tag; = tag_end where empty tag */
	size_t end;   /* behind the `>` of its end tag */
};

/* From `<` of the start tag to behind `>` of the end tag. */
struct dd_range
dd_locate_element(const struct dd_tree *tree, const xmlNode *node);
/* The start tag: `<name a="b">`. */
struct dd_range dd_locate_tag(const struct dd_tree *tree, const xmlNode *node);
/* The element's name in the start tag, with its prefix. */
struct dd_range dd_locate_name(const struct dd_tree *tree, const xmlNode *node);
/* What stands between the tags; empty at the tag's end for `<a/>`. */
struct dd_range
dd_locate_content(const struct dd_tree *tree, const xmlNode *node);
/* `name="value"`, with the quotes. */
struct dd_range
dd_locate_attribute(const struct dd_tree *tree, const xmlAttr *attr);
/* The value between the quotes. */
struct dd_range
dd_locate_value(const struct dd_tree *tree, const xmlAttr *attr);
/* Bytes [from, to) of an attribute's normalised value, in the source. */
struct dd_range dd_locate_in_value(
    const struct dd_tree *tree, const xmlAttr *attr, size_t from, size_t to);
/* `xmlns:prefix="..."`, or `xmlns="..."` where `prefix` is NULL: the declaration
 * that counts for an element, on it or around it. Empty at 0 where there is
 * none. */
struct dd_range dd_locate_namespace(
    const struct dd_tree *tree, const xmlNode *node, const char *prefix);
/* A whole text, CDATA, comment or PI node as it stands in the source. */
struct dd_range dd_locate_node(const struct dd_tree *tree, const xmlNode *node);
/* Bytes [from, to) of a text or CDATA node's content, in the source. Cost:
 * linear in the source length of the node. */
struct dd_range dd_locate_text(
    const struct dd_tree *tree, const xmlNode *text, size_t from, size_t to);

#endif
