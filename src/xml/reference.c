/* SPDX-License-Identifier: MIT */
/* One walk over the tree in document order. */
#include "xml/reference.h"

#include <string.h>
#include "xml/fault.h"
#include "xml/locate.h"
#include "xml/node.h"
#include "xml/parse.h"

#define NS_XINCLUDE "http://www.w3.org/2001/XInclude"

static bool
is_word(const xmlChar *text, const char *word)
{
	return text && strcmp((const char *)text, word) == 0;
}

static bool
is_hint(const xmlAttr *attr)
{
	if (!attr->ns)
		return false;
	if (dd_ns_is(attr->ns, DD_NS_XSI))
		return is_word(attr->name, "schemaLocation") ||
		    is_word(attr->name, "noNamespaceSchemaLocation");
	return is_word(attr->ns->prefix, "xml") && is_word(attr->name, "base");
}

static void
note_element(
    const struct dd_tree *tree, const xmlNode *node, struct dd_sink *sink)
{
	if (dd_ns_is(node->ns, NS_XINCLUDE))
		dd_report(sink, DD_ID_XML_INCLUDE_IGNORED,
		    dd_locate_tag(tree, node),
		    "`<%s>` asks for another file, which is not put in here; "
		    "write its text in this document.",
		    (const char *)node->name);
	for (const xmlAttr *attr = node->properties; attr; attr = attr->next)
		if (is_hint(attr))
			dd_report(sink, DD_ID_XML_REFERENCE_IGNORED,
			    dd_locate_attribute(tree, attr),
			    "`%s:%s` is not followed: nothing that a document "
			    "points to is loaded.",
			    (const char *)attr->ns->prefix,
			    (const char *)attr->name);
}

static void
note_instruction(
    const struct dd_tree *tree, const xmlNode *node, struct dd_sink *sink)
{
	if (is_word(node->name, "xml-stylesheet") ||
	    is_word(node->name, "oasis-xml-catalog"))
		dd_report(sink, DD_ID_XML_REFERENCE_IGNORED,
		    dd_locate_node(tree, node),
		    "`<?%s?>` is not followed: nothing that a document points "
		    "to is loaded.",
		    (const char *)node->name);
}

/* The node behind `node` in document order. */
static const xmlNode *
go_on(const xmlNode *node)
{
	if (node->type == XML_ELEMENT_NODE && node->children)
		return node->children;
	while (node && !node->next)
		node = node->parent;
	return node ? node->next : NULL;
}

void
dd_reference_look(struct dd_reference_signs *signs, const xmlNode *node)
{
	for (const xmlNs *ns = node->nsDef; ns; ns = ns->next) {
		const char *uri = (const char *)ns->href;

		if (!uri || !*uri)
			continue;
		if (!dd_fault_is_absolute(uri, strlen(uri)))
			signs->relative = true;
		if (dd_ns_is(ns, NS_XINCLUDE) || dd_ns_is(ns, DD_NS_XSI))
			signs->notable = true;
	}
	for (const xmlAttr *attr = node->properties; attr; attr = attr->next)
		if (attr->ns && is_word(attr->name, "base"))
			signs->notable = true;
}

void
dd_reference_report(const struct dd_tree *tree, struct dd_sink *sink)
{
	const xmlNode *node = tree->doc->children;

	for (; node; node = go_on(node)) {
		if (node->type == XML_ELEMENT_NODE)
			note_element(tree, node, sink);
		else if (node->type == XML_PI_NODE)
			note_instruction(tree, node, sink);
	}
}
