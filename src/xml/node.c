/* SPDX-License-Identifier: MIT */
/* Short ways around a libxml2 tree. */
#include "xml/node.h"
#include <string.h>
#include <libxml/xmlschemastypes.h>
#include "base/arena.h"
#include "base/ascii.h"
#include "base/buffer.h"

bool
dd_ns_is(const xmlNs *ns, const char *uri)
{
	return ns && ns->href && strcmp((const char *)ns->href, uri) == 0;
}

static xmlNode *
find_element(xmlNode *node, const char *name)
{
	for (; node; node = node->next)
		if (node->type == XML_ELEMENT_NODE &&
		    (!name || dd_node_is(node, name)))
			return node;
	return NULL;
}

xmlNode *
dd_node_child(const xmlNode *parent, const char *name)
{
	return parent ? find_element(parent->children, name) : NULL;
}

xmlNode *
dd_node_next(const xmlNode *node, const char *name)
{
	return node ? find_element(node->next, name) : NULL;
}

xmlNode *
dd_node_step(const xmlNode *node, const xmlNode *top)
{
	if (node->type == XML_ELEMENT_NODE && node->children)
		return node->children;
	while (node != top && !node->next)
		node = node->parent;
	return node != top ? node->next : NULL;
}

const xmlNode *
dd_node_after(const xmlNode *node)
{
	if (node->type == XML_ELEMENT_NODE && node->children)
		return node->children;
	while (node && node->type != XML_DOCUMENT_NODE && !node->next)
		node = node->parent;
	return node && node->type != XML_DOCUMENT_NODE ? node->next : NULL;
}

xmlAttr *
dd_node_attr(const xmlNode *node, const char *name)
{
	if (!node)
		return NULL;
	for (xmlAttr *attr = node->properties; attr; attr = attr->next)
		if (!attr->ns && strcmp((const char *)attr->name, name) == 0)
			return attr;
	return NULL;
}

/* An attribute without entity references has one text node or none. */
const char *
dd_attr_text(const xmlAttr *attr)
{
	if (!attr->children || !attr->children->content)
		return "";
	return (const char *)attr->children->content;
}

/* In place: text only gets shorter. Content that a dictionary shares is not
 * written to. */
static void
collapse_attribute(xmlAttr *attr)
{
	xmlNode *text = attr->children;
	xmlChar *collapsed;

	if (!text || text->next || text->type != XML_TEXT_NODE)
		return;
	collapsed = xmlSchemaCollapseString(text->content);
	if (!collapsed)
		return;
	xmlNodeSetContent(text, collapsed);
	xmlFree(collapsed);
}

void
dd_node_collapse(xmlNode *top)
{
	for (xmlNode *n = top; n; n = dd_node_step(n, top))
		for (xmlAttr *a = n->type == XML_ELEMENT_NODE ? n->properties
							      : NULL;
		     a; a = a->next)
			if (!a->ns ||
			    dd_ns_is(a->ns, (const char *)XML_XML_NAMESPACE))
				collapse_attribute(a);
}

const char *
dd_node_value(const xmlNode *node, const char *name)
{
	const xmlAttr *attr = dd_node_attr(node, name);

	return attr ? dd_attr_text(attr) : NULL;
}

bool
dd_node_flag(const xmlNode *node, const char *name)
{
	const char *value = dd_node_value(node, name);

	return value && (strcmp(value, "true") == 0 || strcmp(value, "1") == 0);
}

const char *
dd_node_lang(const xmlNode *node)
{
	const xmlAttr *attr = node
	    ? xmlHasNsProp(node, (const xmlChar *)"lang", XML_XML_NAMESPACE)
	    : NULL;

	return attr ? dd_attr_text(attr) : NULL;
}

/* A copy made by libxml2 declares every namespace anew. */
static void
share_namespaces(xmlNode *copy, const xmlNode *from)
{
	const xmlNode *f = from->children;
	const xmlAttr *b = from->properties;

	if (from->type != XML_ELEMENT_NODE)
		return;
	copy->ns = from->ns;
	for (xmlAttr *a = copy->properties; a; a = a->next, b = b->next)
		a->ns = b->ns;
	for (xmlNode *c = copy->children; c; c = c->next, f = f->next)
		share_namespaces(c, f);
	xmlFreeNsList(copy->nsDef);
	copy->nsDef = NULL;
}

void
dd_node_copy(xmlNode *parent, const xmlNode *node)
{
	xmlNode *copy = xmlDocCopyNode((xmlNode *)node, parent->doc, 1);

	share_namespaces(copy, node);
	xmlAddChild(parent, copy);
}

static void
collect_text(const xmlNode *node, struct dd_buffer *out)
{
	for (const xmlNode *n = node->children; n; n = n->next) {
		if (n->type == XML_TEXT_NODE ||
		    n->type == XML_CDATA_SECTION_NODE)
			dd_buffer_puts(out, (const char *)n->content);
		else if (n->type == XML_ELEMENT_NODE)
			collect_text(n, out);
	}
}

const char *
dd_node_text(const xmlNode *node, struct dd_arena *arena)
{
	struct dd_buffer raw;
	char *out, *to;

	dd_buffer_init(&raw, 0);
	collect_text(node, &raw);
	out = to = dd_arena_alloc(arena, raw.len + 1);
	for (const char *p = raw.data; *p; p++) {
		if (!dd_ascii_is_space(*p))
			*to++ = *p;
		else if (to > out && to[-1] != ' ')
			*to++ = ' ';
	}
	if (to > out && to[-1] == ' ')
		to--;
	*to = '\0';
	dd_buffer_release(&raw);
	return out;
}

const char *
dd_node_child_text(
    const xmlNode *parent, const char *name, struct dd_arena *arena)
{
	const xmlNode *child = dd_node_child(parent, name);

	return child ? dd_node_text(child, arena) : NULL;
}
