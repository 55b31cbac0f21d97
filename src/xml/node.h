/* SPDX-License-Identifier: MIT */
/* Short ways around a libxml2 tree: names, children, attributes, text. */
#ifndef DD_XML_NODE_H
#define DD_XML_NODE_H

#include <stdbool.h>
#include <string.h>
#include <libxml/tree.h>

struct dd_arena;

#define DD_NS_SUMMARY "urn:diplodoc:meeting-summary:1"
#define DD_NS_HOUSE "urn:diplodoc:house:1"
#define DD_NS_RESOLVED "urn:diplodoc:resolved:1"
#define DD_NS_WORDS "urn:diplodoc:words:1"

#define DD_NS_XSI "http://www.w3.org/2001/XMLSchema-instance"

/* True for that namespace; `ns`, of a node or attribute, may be NULL: none. */
bool dd_ns_is(const xmlNs *ns, const char *uri);

/* True for an element of that local name; `node` may be NULL. */
static inline bool
dd_node_is(const xmlNode *node, const char *name)
{
	/* Most others differ in their first letter, and are asked for often. */
	return node && node->type == XML_ELEMENT_NODE &&
	    (char)node->name[0] == name[0] &&
	    strcmp((const char *)node->name, name) == 0;
}

/* First child element of that name, or NULL; name NULL: any element. */
xmlNode *dd_node_child(const xmlNode *parent, const char *name);
/* Next sibling element of that name, or NULL; name NULL: any element. */
xmlNode *dd_node_next(const xmlNode *node, const char *name);

/* The node behind `node` in document order, if it is below `top`; else NULL. */
xmlNode *dd_node_step(const xmlNode *node, const xmlNode *top);

/* The node behind `node`, its children first, in document order; NULL behind the
 * last of the document. */
const xmlNode *dd_node_after(const xmlNode *node);

/* The attribute without a namespace, or NULL. */
xmlAttr *dd_node_attr(const xmlNode *node, const char *name);
/* The value of an attribute, borrowed from the tree. */
const char *dd_attr_text(const xmlAttr *attr);
/* Collapses white space in the attributes of `top` and of all below it, as the
 * types of the schema do: they may be written with white space around. */
void dd_node_collapse(xmlNode *top);
/* Its value, borrowed from the tree, or NULL where it is absent. */
const char *dd_node_value(const xmlNode *node, const char *name);
/* True where the attribute says true or 1. */
bool dd_node_flag(const xmlNode *node, const char *name);
/* The value of xml:lang on this element, or NULL. */
const char *dd_node_lang(const xmlNode *node);

/* A copy of `node` and all below it, in the document of `parent` and at its
 * end. The copy uses the namespaces of the original, which must be declared
 * above both. */
void dd_node_copy(xmlNode *parent, const xmlNode *node);

/* All text below the node with white space collapsed and trimmed. */
const char *dd_node_text(const xmlNode *node, struct dd_arena *arena);
/* The same of the first child element of that name; NULL where absent. */
const char *dd_node_child_text(
    const xmlNode *parent, const char *name, struct dd_arena *arena);

#endif
