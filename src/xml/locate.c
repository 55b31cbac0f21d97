/* SPDX-License-Identifier: MIT */
/*
 * Source ranges of nodes. Elements were recorded while parsing; everything
 * else is found by reading the source again from the nearest element.
 */
#include "xml/locate.h"
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "xml/parse.h"
#include "xml/source.h"

static const struct dd_element_range *
get_range(const xmlNode *node)
{
	static const struct dd_element_range none;

	return node && node->type == XML_ELEMENT_NODE && node->_private
	    ? node->_private
	    : &none;
}

struct dd_range
dd_locate_element(const struct dd_tree *tree, const xmlNode *node)
{
	(void)tree;
	return (struct dd_range){get_range(node)->start, get_range(node)->end};
}

struct dd_range
dd_locate_tag(const struct dd_tree *tree, const xmlNode *node)
{
	(void)tree;
	return (struct dd_range){
	    get_range(node)->start, get_range(node)->tag_end};
}

struct dd_range
dd_locate_content(const struct dd_tree *tree, const xmlNode *node)
{
	(void)tree;
	return (struct dd_range){
	    get_range(node)->tag_end, get_range(node)->close};
}

struct dd_range
dd_locate_name(const struct dd_tree *tree, const xmlNode *node)
{
	const struct dd_element_range *r = get_range(node);
	size_t at = r->start + (r->end > r->start);

	return (struct dd_range){
	    at, at + strcspn(tree->source->text + at, " \t\r\n/>")};
}

static bool
has_name(const xmlAttr *attr, const char *text, size_t len)
{
	const char *name = (const char *)attr->name;
	const char *prefix =
	    attr->ns && attr->ns->prefix ? (const char *)attr->ns->prefix : "";
	size_t skip = *prefix ? strlen(prefix) + 1 : 0;

	return len == skip + strlen(name) &&
	    memcmp(text + skip, name, len - skip) == 0 &&
	    (!skip ||
		(text[skip - 1] == ':' && memcmp(text, prefix, skip - 1) == 0));
}

/* Reads the start tag up to the attribute; *ret_value without quotes. */
static struct dd_range
scan_attribute(
    const struct dd_tree *tree, const xmlAttr *attr, struct dd_range *ret_value)
{
	const char *text = tree->source->text;
	size_t end = dd_locate_tag(tree, attr->parent).end;
	size_t at = dd_locate_name(tree, attr->parent).end;

	*ret_value = (struct dd_range){0, 0};
	while (at < end) {
		size_t name = at += strspn(text + at, " \t\r\n");
		size_t name_len = strcspn(text + at, " \t\r\n=/>");
		size_t quote;

		if (name_len == 0)
			break;
		at += name_len + strspn(text + at + name_len, " \t\r\n=");
		quote = at++;
		while (at < end && text[at] != text[quote])
			at++;
		if (has_name(attr, text + name, name_len)) {
			*ret_value = (struct dd_range){quote + 1, at};
			return (struct dd_range){name, at + 1};
		}
		at++;
	}
	return *ret_value;
}

struct dd_range
dd_locate_attribute(const struct dd_tree *tree, const xmlAttr *attr)
{
	struct dd_range value;

	return scan_attribute(tree, attr, &value);
}

struct dd_range
dd_locate_value(const struct dd_tree *tree, const xmlAttr *attr)
{
	struct dd_range value;

	scan_attribute(tree, attr, &value);
	return value;
}

/* Bytes of the character that the reference at `p` stands for. */
static size_t
get_reference_size(const char *p)
{
	char bytes[4];
	bool hex = p[2] == 'x';

	if (p[1] != '#')
		return 1;
	return dd_utf8_encode(
	    (uint32_t)strtoul(p + 2 + hex, NULL, hex ? 16 : 10), bytes);
}

/* The source range of decoded bytes [from, to) of what `range` spells. */
static struct dd_range
scan_decoded(const char *text, struct dd_range range, bool references,
    size_t from, size_t to)
{
	struct dd_range out = {range.end, range.end};
	size_t decoded = 0, at = range.start;

	while (at < range.end && decoded < to) {
		size_t source = 1, size = 1;

		if (references && text[at] == '&') {
			size = get_reference_size(text + at);
			source = strcspn(text + at, ";") + 1;
		} else if (text[at] == '\r' && text[at + 1] == '\n') {
			source = 2;
		}
		if (decoded <= from)
			out.start = at;
		decoded += size;
		at += source;
	}
	out.end = at;
	if (decoded <= from || from >= to)
		out.start = out.end;
	return out;
}

struct dd_range
dd_locate_in_value(
    const struct dd_tree *tree, const xmlAttr *attr, size_t from, size_t to)
{
	return scan_decoded(
	    tree->source->text, dd_locate_value(tree, attr), true, from, to);
}

/* Where the markup of a node that is no element, begun at `at`, ends. */
static size_t
find_node_end(const char *text, size_t at, xmlElementType type)
{
	const char *mark = type == XML_COMMENT_NODE ? "-->"
	    : type == XML_PI_NODE		    ? "?>"
						    : "]]>";
	const char *hit;

	if (type == XML_TEXT_NODE)
		return at + strcspn(text + at, "<");
	hit = strstr(text + at, mark);
	return hit ? (size_t)(hit - text) + strlen(mark) : at;
}

struct dd_range
dd_locate_node(const struct dd_tree *tree, const xmlNode *node)
{
	const xmlNode *n = node;
	struct dd_range range = {0, 0};

	if (node->type == XML_ELEMENT_NODE)
		return dd_locate_element(tree, node);
	if (!node->parent || node->parent->type != XML_ELEMENT_NODE)
		return range;
	while (n->prev && n->prev->type != XML_ELEMENT_NODE)
		n = n->prev;
	range.end = n->prev ? get_range(n->prev)->end
			    : get_range(node->parent)->tag_end;
	for (;; n = n->next) {
		range.start = range.end;
		range.end =
		    find_node_end(tree->source->text, range.start, n->type);
		if (n == node)
			return range;
	}
}

struct dd_range
dd_locate_text(
    const struct dd_tree *tree, const xmlNode *text, size_t from, size_t to)
{
	struct dd_range range = dd_locate_node(tree, text);
	bool cdata = text->type == XML_CDATA_SECTION_NODE;

	if (cdata) {
		range.start += strlen("<![CDATA[");
		range.end -= strlen("]]>");
	}
	return scan_decoded(tree->source->text, range, !cdata, from, to);
}
