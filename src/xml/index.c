/* SPDX-License-Identifier: MIT */
/* The walk over tokens and nodes in step. */
#include "xml/index.h"

#include <stdint.h>
#include <string.h>
#include "base/ascii.h"
#include "xml/locate.h"
#include "xml/scan.h"
#include "xml/source.h"

/* The node that comes after the one placed last, or NULL. */
static xmlNode *
get_next(const struct dd_index *index, const xmlDoc *doc)
{
	if (index->last)
		return index->last->next;
	if (index->parent)
		return index->parent->children;
	return doc ? doc->children : NULL;
}

/* The node that a token stands for, passed; NULL where another type stands. */
static xmlNode *
take_node(struct dd_index *index, const xmlDoc *doc, xmlElementType type)
{
	xmlNode *node = get_next(index, doc);

	if (!node || node->type != type)
		return NULL;
	index->last = node;
	return node;
}

static bool
place_leaf(struct dd_index *index, const xmlDoc *doc, xmlElementType type,
    size_t start)
{
	xmlNode *node = take_node(index, doc, type);

	if (!node)
		return false;
	node->_private = (void *)(uintptr_t)(start + 1);
	index->signs.notable |= type == XML_PI_NODE;
	return true;
}

/* libxml2 joins a section to one that it touches. */
static bool
place_cdata(struct dd_index *index, const xmlDoc *doc, size_t start)
{
	const xmlNode *next = get_next(index, doc);

	if (index->after_cdata &&
	    !(next && next->type == XML_CDATA_SECTION_NODE))
		return true;
	return place_leaf(index, doc, XML_CDATA_SECTION_NODE, start);
}

/* True where the tag's name ends in the node's local name. */
static bool
is_tag_of(
    const struct dd_index *index, const xmlNode *node, struct dd_range tag)
{
	const char *text = index->source->text;
	size_t end = dd_scan_name(text, tag.end, tag.start + 1);
	size_t len = strlen((const char *)node->name);

	return end - tag.start > len &&
	    memcmp(text + end - len, node->name, len) == 0;
}

static bool
place_element(
    struct dd_index *index, const xmlDoc *doc, struct dd_range tag, bool empty)
{
	xmlNode *node = take_node(index, doc, XML_ELEMENT_NODE);
	struct dd_element_range *range;

	if (!node || !is_tag_of(index, node, tag))
		return false;
	range = dd_arena_alloc(index->arena, sizeof *range);
	range->start = tag.start;
	range->tag_end = range->close = range->end = tag.end;
	node->_private = range;
	dd_reference_look(&index->signs, node);
	if (!empty) {
		index->parent = node;
		index->last = NULL;
	}
	return true;
}

static bool
close_element(struct dd_index *index, const xmlDoc *doc, struct dd_range tag)
{
	xmlNode *node = index->parent;
	struct dd_element_range *range;

	if (!node || get_next(index, doc))
		return false;
	range = node->_private;
	range->close = tag.start;
	range->end = tag.end;
	index->last = node;
	index->parent = node->parent && node->parent->type == XML_ELEMENT_NODE
	    ? node->parent
	    : NULL;
	return true;
}

static bool
is_declaration(const struct dd_source *source, size_t start)
{
	return start == 0 && source->len > 5 &&
	    memcmp(source->text, "<?xml", 5) == 0 &&
	    dd_ascii_is_space(source->text[5]);
}

static bool
place_token(struct dd_index *index, const xmlDoc *doc, enum dd_token token,
    struct dd_range range)
{
	switch (token) {
	case DD_TOKEN_TEXT:
		return !index->parent ||
		    place_leaf(index, doc, XML_TEXT_NODE, range.start);
	case DD_TOKEN_CDATA:
		return place_cdata(index, doc, range.start);
	case DD_TOKEN_COMMENT:
		return place_leaf(index, doc, XML_COMMENT_NODE, range.start);
	case DD_TOKEN_PI:
		return is_declaration(index->source, range.start) ||
		    place_leaf(index, doc, XML_PI_NODE, range.start);
	case DD_TOKEN_START:
	case DD_TOKEN_EMPTY:
		return place_element(
		    index, doc, range, token == DD_TOKEN_EMPTY);
	case DD_TOKEN_END:
		return close_element(index, doc, range);
	case DD_TOKEN_STOP:
		break;
	}
	return false;
}

/* Places what stands before the next tag, and the tag. Returns its kind, or
 * DD_TOKEN_STOP at the end of the text or where the way is lost. */
static enum dd_token
pass_tag(struct dd_index *index, const xmlDoc *doc)
{
	const struct dd_source *source = index->source;
	struct dd_range range;
	enum dd_token token;

	while (!index->lost) {
		token =
		    dd_scan_token(source->text, source->len, index->at, &range);
		if (token == DD_TOKEN_STOP)
			break;
		index->lost = !place_token(index, doc, token, range);
		index->after_cdata = token == DD_TOKEN_CDATA;
		index->at = range.end;
		if (token == DD_TOKEN_START || token == DD_TOKEN_EMPTY ||
		    token == DD_TOKEN_END)
			return token;
	}
	return DD_TOKEN_STOP;
}

void
dd_index_start(struct dd_index *index, xmlDoc *doc)
{
	enum dd_token token = pass_tag(index, doc);

	index->in_empty = token == DD_TOKEN_EMPTY;
	index->lost |= token != DD_TOKEN_START && token != DD_TOKEN_EMPTY;
}

void
dd_index_end(struct dd_index *index, xmlDoc *doc)
{
	if (!index->in_empty)
		index->lost |= pass_tag(index, doc) != DD_TOKEN_END;
	index->in_empty = false;
}

bool
dd_index_finish(struct dd_index *index, xmlDoc *doc)
{
	return pass_tag(index, doc) == DD_TOKEN_STOP && !index->lost &&
	    !index->parent && !get_next(index, doc);
}
