/* SPDX-License-Identifier: MIT */
/* Blocks of Markdown, as libcmark finds them. */
#include "import/markdown_blocks.h"
#include <cmark.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "xml/limits.h"

/* The walk through the tree of the parser. */
struct reader {
	struct dd_markdown *out;
	size_t cap;
	size_t line;  /* lines in front of what was parsed */
	size_t depth; /* list items that are open */
	bool opens;   /* an item has begun and has no block yet */
	int number;
	char delimiter;
	struct dd_buffer text; /* of the block at work */
};

/* --- the bytes -------------------------------------------------------------- */

static int
check_bytes(
    const char *name, const char *text, size_t len, struct dd_error *error)
{
	const char *p = text, *end = text + len;
	size_t line = 1;
	uint32_t cp;

	if (len > DD_LIMIT_INPUT)
		return dd_error_set(error, DD_E_INPUT,
		    "`%s` has %zu bytes; the limit for Markdown is %d.", name,
		    len, DD_LIMIT_INPUT);
	while (p < end) {
		size_t size = dd_utf8_decode(p, end, &cp);

		if (size == 0 || !dd_utf8_is_xml_char(cp))
			return dd_error_set(error, DD_E_INPUT,
			    "The Markdown cannot be read at %s:%zu: a byte "
			    "there is no text in UTF-8.",
			    name, line);
		line += cp == '\n';
		p += size;
	}
	return 0;
}

static size_t
count_lines(const char *text, size_t len)
{
	size_t count = 0;

	for (size_t i = 0; i < len; i++)
		count += text[i] == '\n';
	return count;
}

/* Takes front matter off the text. Returns the bytes that it takes. */
static size_t
take_front(struct dd_markdown *out, const char *text, size_t len)
{
	const char *end;

	if (len < 4 || memcmp(text, "---\n", 4) != 0)
		return 0;
	end = memmem(text + 3, len - 3, "\n---\n", 5);
	if (!end)
		return 0;
	out->front =
	    dd_arena_ndup(&out->arena, text + 4, (size_t)(end + 1 - text) - 4);
	return (size_t)(end + 5 - text);
}

/* --- blocks ------------------------------------------------------------------ */

/* One space for each stretch of white space, none at the ends. */
static const char *
take_text(struct reader *r)
{
	char *text = dd_arena_ndup(&r->out->arena, r->text.data, r->text.len);
	char *to = text;

	for (const char *p = text; *p; p++)
		if (!dd_ascii_is_space(*p))
			*to++ = *p;
		else if (to > text && to[-1] != ' ')
			*to++ = ' ';
	if (to > text && to[-1] == ' ')
		to--;
	*to = '\0';
	dd_buffer_clear(&r->text);
	return text;
}

static struct dd_markdown_block *
add_block(struct reader *r, cmark_node *node, enum dd_markdown_kind kind)
{
	struct dd_markdown *out = r->out;
	struct dd_markdown_block *block;

	if (out->count == r->cap) {
		r->cap = r->cap ? 2 * r->cap : 64;
		out->blocks =
		    dd_realloc(out->blocks, r->cap * sizeof *out->blocks);
	}
	block = &out->blocks[out->count++];
	*block = (struct dd_markdown_block){
	    .kind = kind,
	    .depth = r->depth,
	    .opens = r->opens,
	    .number = r->opens ? r->number : 0,
	    .delimiter = r->delimiter,
	    .text = take_text(r),
	    .line = r->line + (size_t)cmark_node_get_start_line(node),
	};
	r->opens = false;
	return block;
}

/* The list knows how many of its items have begun. */
static void
open_item(struct reader *r, cmark_node *item)
{
	cmark_node *list = cmark_node_parent(item);
	intptr_t before = (intptr_t)cmark_node_get_user_data(list);
	int start = cmark_node_get_list_start(list);

	cmark_node_set_user_data(list, (void *)(before + 1));
	r->number = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST
	    ? start + (int)before
	    : 0;
	r->delimiter =
	    cmark_node_get_list_delim(list) == CMARK_PAREN_DELIM ? ')' : '.';
	r->depth++;
	r->opens = true;
}

/* True for a paragraph with one picture in it and nothing else. */
static bool
is_picture(cmark_node *paragraph)
{
	cmark_node *only = cmark_node_first_child(paragraph);

	return only && !cmark_node_next(only) &&
	    cmark_node_get_type(only) == CMARK_NODE_IMAGE;
}

static void
enter(struct reader *r, cmark_node *node)
{
	const char *literal = cmark_node_get_literal(node);

	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_ITEM:
		open_item(r, node);
		break;
	case CMARK_NODE_TEXT:
	case CMARK_NODE_CODE:
		dd_buffer_puts(&r->text, literal);
		break;
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
		dd_buffer_putc(&r->text, ' ');
		break;
	case CMARK_NODE_CODE_BLOCK:
		dd_buffer_puts(&r->text, literal);
		add_block(r, node, DD_MARKDOWN_PARAGRAPH);
		break;
	default:
		break;
	}
}

static void
leave(struct reader *r, cmark_node *node)
{
	struct dd_markdown_block *block;

	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_ITEM:
		r->depth--;
		r->opens = false;
		break;
	case CMARK_NODE_HEADING:
		block = add_block(r, node, DD_MARKDOWN_HEADING);
		block->level = cmark_node_get_heading_level(node);
		break;
	case CMARK_NODE_PARAGRAPH:
		block = add_block(r, node,
		    is_picture(node) ? DD_MARKDOWN_IMAGE
				     : DD_MARKDOWN_PARAGRAPH);
		if (block->kind == DD_MARKDOWN_IMAGE)
			block->address = dd_arena_dup(&r->out->arena,
			    cmark_node_get_url(cmark_node_first_child(node)));
		break;
	default:
		break;
	}
}

int
dd_markdown_read(struct dd_markdown *out, const char *name, const char *text,
    size_t len, struct dd_error *error)
{
	struct reader r = {.out = out};
	cmark_event_type event;
	cmark_node *document;
	cmark_iter *iter;
	size_t front;
	int rc = check_bytes(name, text, len, error);

	*out = (struct dd_markdown){.front = NULL};
	if (rc < 0)
		return rc;
	front = take_front(out, text, len);
	r.line = count_lines(text, front);
	dd_buffer_init(&r.text, 0);
	document =
	    cmark_parse_document(text + front, len - front, CMARK_OPT_DEFAULT);
	iter = cmark_iter_new(document);
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		if (event == CMARK_EVENT_ENTER)
			enter(&r, cmark_iter_get_node(iter));
		else
			leave(&r, cmark_iter_get_node(iter));
	}
	cmark_iter_free(iter);
	cmark_node_free(document);
	dd_buffer_release(&r.text);
	return 0;
}

void
dd_markdown_release(struct dd_markdown *markdown)
{
	free(markdown->blocks);
	dd_arena_release(&markdown->arena);
}
