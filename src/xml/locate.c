/* SPDX-License-Identifier: MIT */
/*
 * From a node to its place in the source: the offset that the parser's index
 * left in `_private`, and a look at the tag or the text that stands there.
 */
#include "xml/locate.h"

#include <stdint.h>
#include <string.h>
#include "xml/parse.h"
#include "xml/scan.h"
#include "xml/source.h"

static const struct dd_element_range *
get_element(const xmlNode *node)
{
	if (!node || node->type != XML_ELEMENT_NODE)
		return NULL;
	return node->_private;
}

static size_t
skip_name(const struct dd_tree *tree, const struct dd_element_range *element)
{
	return dd_scan_name(
	    tree->source->text, element->tag_end, element->start + 1);
}

struct dd_range
dd_locate_element(const struct dd_tree *tree, const xmlNode *node)
{
	const struct dd_element_range *element = get_element(node);

	(void)tree;
	if (!element)
		return (struct dd_range){0, 0};
	return (struct dd_range){element->start, element->end};
}

struct dd_range
dd_locate_tag(const struct dd_tree *tree, const xmlNode *node)
{
	const struct dd_element_range *element = get_element(node);

	(void)tree;
	if (!element)
		return (struct dd_range){0, 0};
	return (struct dd_range){element->start, element->tag_end};
}

struct dd_range
dd_locate_name(const struct dd_tree *tree, const xmlNode *node)
{
	const struct dd_element_range *element = get_element(node);

	if (!element)
		return (struct dd_range){0, 0};
	return (struct dd_range){element->start + 1, skip_name(tree, element)};
}

struct dd_range
dd_locate_content(const struct dd_tree *tree, const xmlNode *node)
{
	const struct dd_element_range *element = get_element(node);

	(void)tree;
	if (!element)
		return (struct dd_range){0, 0};
	return (struct dd_range){element->tag_end, element->close};
}

/* True where `name` in the source is the attribute's name with its prefix. */
static bool
is_named(const xmlAttr *attr, const char *name, size_t len)
{
	const char *local = (const char *)attr->name;
	const char *prefix = attr->ns ? (const char *)attr->ns->prefix : NULL;
	size_t prefix_len = prefix ? strlen(prefix) + 1 : 0;

	if (len != prefix_len + strlen(local))
		return false;
	if (prefix &&
	    (memcmp(name, prefix, prefix_len - 1) != 0 ||
		name[prefix_len - 1] != ':'))
		return false;
	return memcmp(name + prefix_len, local, len - prefix_len) == 0;
}

static bool
find_attribute(const struct dd_tree *tree, const xmlAttr *attr,
    struct dd_scan_attribute *ret_found)
{
	const struct dd_element_range *element = get_element(attr->parent);
	const char *text = tree->source->text;
	size_t pos;

	if (!element)
		return false;
	pos = skip_name(tree, element);
	while (dd_scan_attribute(text, element->tag_end, pos, ret_found)) {
		struct dd_range name = ret_found->name;

		if (is_named(attr, text + name.start, name.end - name.start))
			return true;
		pos = ret_found->value.end + 1;
	}
	return false;
}

/* True where `name` in the source is `xmlns` or `xmlns:prefix`. */
static bool
declares(const char *name, size_t len, const char *prefix)
{
	size_t prefix_len = prefix ? strlen(prefix) : 0;

	if (len < 5 || memcmp(name, "xmlns", 5) != 0)
		return false;
	if (!prefix)
		return len == 5;
	return len == 6 + prefix_len && name[5] == ':' &&
	    memcmp(name + 6, prefix, prefix_len) == 0;
}

/* The declaration in the element's own tag. */
static bool
find_declaration(const struct dd_tree *tree, const xmlNode *node,
    const char *prefix, struct dd_scan_attribute *ret_found)
{
	const struct dd_element_range *element = get_element(node);
	const char *text = tree->source->text;
	size_t pos = element ? skip_name(tree, element) : 0;

	if (!node->nsDef)
		return false;
	while (element &&
	    dd_scan_attribute(text, element->tag_end, pos, ret_found)) {
		struct dd_range name = ret_found->name;

		if (declares(text + name.start, name.end - name.start, prefix))
			return true;
		pos = ret_found->value.end + 1;
	}
	return false;
}

struct dd_range
dd_locate_namespace(
    const struct dd_tree *tree, const xmlNode *node, const char *prefix)
{
	struct dd_scan_attribute found;

	for (; node && node->type == XML_ELEMENT_NODE; node = node->parent)
		if (find_declaration(tree, node, prefix, &found))
			return (struct dd_range){
			    found.name.start, found.value.end + 1};
	return (struct dd_range){0, 0};
}

struct dd_range
dd_locate_attribute(const struct dd_tree *tree, const xmlAttr *attr)
{
	struct dd_scan_attribute found;

	if (!find_attribute(tree, attr, &found))
		return (struct dd_range){0, 0};
	return (struct dd_range){found.name.start, found.value.end + 1};
}

struct dd_range
dd_locate_value(const struct dd_tree *tree, const xmlAttr *attr)
{
	struct dd_scan_attribute found;

	if (!find_attribute(tree, attr, &found))
		return (struct dd_range){0, 0};
	return found.value;
}

struct dd_range
dd_locate_in_value(
    const struct dd_tree *tree, const xmlAttr *attr, size_t from, size_t to)
{
	struct dd_range value = dd_locate_value(tree, attr);

	return dd_scan_slice(
	    tree->source->text, value, DD_SCAN_VALUE, from, to);
}

/* True for a node whose `_private` is an offset + 1. */
static bool
is_leaf(const xmlNode *node)
{
	return node &&
	    (node->type == XML_TEXT_NODE || node->type == XML_COMMENT_NODE ||
		node->type == XML_CDATA_SECTION_NODE ||
		node->type == XML_PI_NODE);
}

/* libxml2 2.9 makes one node of CDATA sections that touch each other. Where
 * they are nodes of their own, the next node is one that starts there. */
static struct dd_range
join_sections(
    const struct dd_tree *tree, const xmlNode *node, struct dd_range range)
{
	const struct dd_source *source = tree->source;
	struct dd_range next;

	if (node->next && node->next->type == XML_CDATA_SECTION_NODE)
		return range;
	while (dd_scan_token(source->text, source->len, range.end, &next) ==
	    DD_TOKEN_CDATA)
		range.end = next.end;
	return range;
}

struct dd_range
dd_locate_node(const struct dd_tree *tree, const xmlNode *node)
{
	const struct dd_source *source = tree->source;
	struct dd_range range;

	if (!is_leaf(node))
		return dd_locate_element(tree, node);
	if (!node->_private)
		return (struct dd_range){0, 0};
	dd_scan_token(source->text, source->len,
	    (size_t)(uintptr_t)node->_private - 1, &range);
	if (node->type == XML_CDATA_SECTION_NODE)
		return join_sections(tree, node, range);
	return range;
}

struct dd_range
dd_locate_text(
    const struct dd_tree *tree, const xmlNode *text, size_t from, size_t to)
{
	bool marked = text && text->type == XML_CDATA_SECTION_NODE;

	return dd_scan_slice(tree->source->text, dd_locate_node(tree, text),
	    marked ? DD_SCAN_CDATA : DD_SCAN_TEXT, from, to);
}
