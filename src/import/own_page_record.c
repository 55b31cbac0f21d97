/* SPDX-License-Identifier: MIT */
/* What a reader of a page sees, in the order of the page. */
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "import/own_page_internal.h"
#include "xml/node.h"

struct reader {
	struct dd_own_page *page;
	struct dd_own_records *records;
	struct dd_buffer text; /* of the block that is open */
	xmlNode *block;	       /* where it began, or NULL */
	const xmlNode *left_out;
};

static void
add(struct reader *r, const char *text, const char *sum, xmlNode *node)
{
	struct dd_own_record *record =
	    dd_arena_alloc(&r->page->arena, sizeof *record);

	*record =
	    (struct dd_own_record){.text = text, .sum = sum, .node = node};
	if (r->records->last)
		r->records->last->next = record;
	else
		r->records->first = record;
	r->records->last = record;
}

static void
end_block(struct reader *r)
{
	size_t len = r->text.len;

	while (len > 0 && r->text.data[len - 1] == ' ')
		len--;
	if (len > 0)
		add(r, dd_arena_ndup(&r->page->arena, r->text.data, len), NULL,
		    r->block);
	dd_buffer_clear(&r->text);
	r->block = NULL;
}

static void
add_text(struct reader *r, xmlNode *node)
{
	for (const char *p = (const char *)node->content; p && *p; p++) {
		bool space = dd_ascii_is_space(*p);

		if (space &&
		    (r->text.len == 0 || r->text.data[r->text.len - 1] == ' '))
			continue;
		if (!r->block)
			r->block = node->parent;
		dd_buffer_putc(&r->text, space ? ' ' : *p);
	}
}

/* True for elements that stand inside of a line. */
static bool
is_inline(const xmlNode *node)
{
	return dd_ascii_lists(
	    " a abbr b bdi bdo cite code data dfn em i kbd mark q s samp small "
	    "span strong sub sup time u var wbr ",
	    (const char *)node->name);
}

static bool
is_silent(const struct reader *r, const xmlNode *node)
{
	const char *class = dd_node_value(node, "class");

	return node == r->left_out ||
	    dd_ascii_lists(" head script style template noscript ",
		(const char *)node->name) ||
	    (class && strcmp(class, "dd-label") == 0);
}

/* A value on one line; nothing where the element has none. */
static void
add_value(struct reader *r, xmlNode *node, const char *name)
{
	const xmlAttr *attr = dd_node_attr(node, name);
	const char *text =
	    attr ? dd_node_text((const xmlNode *)attr, &r->page->arena) : "";

	if (*text)
		add(r, text, NULL, node);
}

/* Where it leads to, and what is meant by its words. */
static void
add_values(struct reader *r, xmlNode *node)
{
	static const char *const rows[][2] = {
	    {"a", "href"},
	    {"abbr", "title"},
	    {"data", "value"},
	    {"img", "alt"},
	    {"img", "src"},
	    {"time", "datetime"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (dd_node_is(node, rows[i][0]))
			add_value(r, node, rows[i][1]);
}

/* Depth is limited by dd_page_scan. */
static void
walk(struct reader *r, xmlNode *node)
{
	const char *sum = dd_node_value(node, "data-sum");
	bool block = !is_inline(node);

	if (block)
		end_block(r);
	add_values(r, node);
	if (sum)
		add(r, dd_node_text(node, &r->page->arena), sum, node);
	for (xmlNode *n = node->children; n; n = n->next)
		if (n->type == XML_TEXT_NODE)
			add_text(r, n);
		else if (n->type == XML_ELEMENT_NODE && !is_silent(r, n))
			walk(r, n);
	if (block)
		end_block(r);
}

void
dd_own_page_read(
    struct dd_own_page *page, bool outside, struct dd_own_records *records)
{
	struct reader r = {
	    .page = page,
	    .records = records,
	    .left_out = outside ? page->article : NULL,
	};

	*records = (struct dd_own_records){NULL, NULL};
	dd_buffer_init(&r.text, 0);
	walk(&r, outside ? xmlDocGetRootElement(page->doc) : page->article);
	dd_buffer_release(&r.text);
}

struct dd_extent
dd_own_page_find(struct dd_own_page_place *place, const xmlNode *node)
{
	const struct dd_own_page *page = place->page;
	long line = node ? xmlGetLineNo(node) : 1;
	size_t wanted = line > 0 ? (size_t)line : 1;
	const char *end;

	if (place->line == 0 || wanted < place->line) {
		place->line = 1;
		place->offset = 0;
	}
	while (place->line < wanted &&
	    (end = memchr(page->text + place->offset, '\n',
		 page->len - place->offset))) {
		place->offset = (size_t)(end - page->text) + 1;
		place->line++;
	}
	return (struct dd_extent){place->offset, place->offset};
}
