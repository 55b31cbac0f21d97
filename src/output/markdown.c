/* SPDX-License-Identifier: MIT */
/*
 * CommonMark from a result tree. Owns front matter, blocks, and the markers
 * and indents of lists; escaping inside a line is markdown_inline's.
 */
#include "output/markdown.h"
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/escape.h"
#include "output/markdown_inline.h"
#include "output/tree.h"
#include "xml/node.h"

struct writer {
	struct dd_buffer *out;
	struct dd_error *error;
	size_t indent;	/* columns of the blocks being written */
	bool begun;	/* a block stands before */
	bool at_marker; /* the marker of an item waits for its first block */
};

/* The number of an item that Markdown can print by itself. */
struct number {
	long value; /* -1 where there is none */
	char delimiter;
};

static int write_blocks(struct writer *w, const xmlNode *parent, int depth);

static bool
is_markdown(const xmlNode *node, const char *name)
{
	return dd_tree_is(node, DD_NS_MARKDOWN, name);
}

/* Begins a block behind the marker of its item or on a line of its own. */
static void
begin_block(struct writer *w)
{
	if (!w->at_marker) {
		if (w->begun)
			dd_buffer_putc(w->out, '\n');
		dd_buffer_repeat(w->out, ' ', w->indent);
	}
	w->at_marker = false;
	w->begun = true;
}

static int
write_line(struct writer *w, const xmlNode *node, int depth)
{
	struct dd_markdown_line line;
	int rc;

	dd_markdown_line_init(&line, w->out, w->error, w->indent);
	rc = dd_markdown_put_inline(&line, node, depth + 1);
	dd_buffer_putc(w->out, '\n');
	return rc;
}

static int
write_heading(struct writer *w, const xmlNode *node, int depth)
{
	const char *level = dd_node_value(node, "level");
	struct dd_markdown_line line;
	int rc;

	if (!level || strlen(level) != 1 || *level < '1' || *level > '6')
		return dd_error_set(w->error, DD_E_ENGINE,
		    "The stylesheet writes a Markdown heading of the level "
		    "\"%.*s\"; levels are 1 to 6.",
		    DD_TREE_SHOW(level ? level : ""));
	begin_block(w);
	dd_buffer_repeat(w->out, '#', (size_t)(*level - '0'));
	dd_buffer_putc(w->out, ' ');
	dd_markdown_line_init(&line, w->out, w->error, w->indent);
	line.at_start = line.digits = false;
	line.flat = true;
	rc = dd_markdown_put_inline(&line, node, depth + 1);
	/* A number sign at the end would be taken for a closing mark. */
	if (w->out->len > 0 && w->out->data[w->out->len - 1] == '#') {
		w->out->data[w->out->len - 1] = '\\';
		dd_buffer_putc(w->out, '#');
	}
	dd_buffer_putc(w->out, '\n');
	return rc;
}

static void
write_image(struct writer *w, const xmlNode *node)
{
	const char *src = dd_node_value(node, "src");
	const char *alt = dd_node_value(node, "alt");
	struct dd_markdown_line line;
	struct dd_buffer address;

	dd_buffer_init(&address, 0);
	if (src && dd_markdown_put_address(&address, src)) {
		begin_block(w);
		dd_buffer_puts(w->out, "![");
		dd_markdown_line_init(&line, w->out, w->error, w->indent);
		line.at_start = line.digits = false;
		dd_markdown_put(&line, alt ? alt : "");
		dd_buffer_printf(w->out, "]%s\n", address.data);
	}
	dd_buffer_release(&address);
}

static struct number
read_number(const char *label)
{
	struct number number = {.value = -1};
	size_t digits = label ? strspn(label, "0123456789") : 0;

	if (digits == 0 || digits > 9 || !strchr(".)", label[digits]) ||
	    strlen(label) != digits + 1)
		return number;
	number.value = strtol(label, NULL, 10);
	number.delimiter = label[digits];
	return number;
}

/* The number of the item just before, where nothing stands between. */
static struct number
read_number_before(const xmlNode *node)
{
	const xmlNode *before = node->prev;

	while (
	    before && (dd_tree_is_blank(before) || dd_tree_is_silent(before)))
		before = before->prev;
	return read_number(before && is_markdown(before, "item")
		? dd_node_value(before, "label")
		: NULL);
}

/*
 * Only the first number of a list counts, so one that does not follow begins
 * a list of its own, and something must stand between.
 */
static void
part_lists(struct writer *w, const xmlNode *node, struct number number)
{
	struct number before = read_number_before(node);

	if (number.value < 0 || before.value < 0 ||
	    number.delimiter != before.delimiter ||
	    number.value == before.value + 1)
		return;
	begin_block(w);
	dd_buffer_puts(w->out, "<!-- -->\n");
}

/*
 * The words in front of an item: a label that is no number, and a title in
 * bold. A paragraph that comes first goes on behind them.
 */
static int
write_item_words(struct writer *w, const xmlNode *node, const char *label,
    const xmlNode **ret_rest, int depth)
{
	const char *title = dd_node_value(node, "title");
	const xmlNode *first = dd_node_child(node, NULL);
	struct dd_markdown_line line;

	*ret_rest = NULL;
	if (!label && !title)
		return 0;
	dd_markdown_line_init(&line, w->out, w->error, w->indent);
	if (label)
		dd_markdown_put(&line, label);
	if (title) {
		dd_buffer_puts(w->out, label ? " **" : "**");
		line.at_start = line.digits = false;
		dd_markdown_put(&line, title);
		dd_buffer_puts(w->out, "**");
	}
	w->at_marker = false;
	line.at_start = line.digits = false;
	line.space = true;
	if (first && is_markdown(first, "paragraph")) {
		int rc = dd_markdown_put_inline(&line, first, depth + 1);

		if (rc < 0)
			return rc;
		*ret_rest = first;
	}
	dd_buffer_putc(w->out, '\n');
	return 0;
}

static int write_block(struct writer *w, const xmlNode *node, int depth);

static int
write_item(struct writer *w, const xmlNode *node, int depth)
{
	const char *label = dd_node_value(node, "label");
	struct number number = read_number(label);
	const xmlNode *done;
	size_t marker = 2;
	int rc;

	part_lists(w, node, number);
	begin_block(w);
	if (number.value >= 0) {
		dd_buffer_printf(w->out, "%s ", label);
		marker = strlen(label) + 1;
		label = NULL;
	} else {
		dd_buffer_puts(w->out, "- ");
	}
	w->indent += marker;
	w->at_marker = true;
	rc = write_item_words(w, node, label, &done, depth);
	for (const xmlNode *n = node->children; n && rc == 0; n = n->next)
		if (n != done)
			rc = write_block(w, n, depth + 1);
	if (w->at_marker)
		dd_buffer_putc(w->out, '\n');
	w->at_marker = false;
	w->indent -= marker;
	return rc;
}

static int
write_block(struct writer *w, const xmlNode *node, int depth)
{
	int rc = dd_tree_check_depth(depth, w->error);

	if (rc < 0 || dd_tree_is_silent(node) || dd_tree_is_blank(node) ||
	    is_markdown(node, "meta"))
		return rc;
	if (is_markdown(node, "heading"))
		return write_heading(w, node, depth);
	if (is_markdown(node, "item"))
		return write_item(w, node, depth);
	if (is_markdown(node, "image")) {
		write_image(w, node);
		return 0;
	}
	if (is_markdown(node, "paragraph")) {
		begin_block(w);
		return write_line(w, node, depth);
	}
	if (!dd_tree_is_element(node))
		return dd_error_set(w->error, DD_E_ENGINE,
		    "The stylesheet puts text between the blocks of Markdown: "
		    "\"%.*s\".",
		    DD_TREE_SHOW(
			node->content ? (const char *)node->content : ""));
	return dd_error_set(w->error, DD_E_ENGINE,
	    "The stylesheet writes <%s> where a block of Markdown is expected; "
	    "known are meta, heading, paragraph, item and image of the "
	    "namespace %s.",
	    (const char *)node->name, DD_NS_MARKDOWN);
}

static int
write_blocks(struct writer *w, const xmlNode *parent, int depth)
{
	int rc = 0;

	for (const xmlNode *n = parent->children; n && rc == 0; n = n->next)
		rc = write_block(w, n, depth);
	return rc;
}

/* A double-quoted string of YAML takes all that a string of JSON may hold. */
static void
write_quoted(struct writer *w, const xmlNode *node)
{
	xmlChar *text = xmlNodeGetContent(node);
	const char *value = text ? (const char *)text : "";

	dd_buffer_puts(w->out, " \"");
	dd_escape_json(w->out, value, strlen(value));
	dd_buffer_puts(w->out, "\"\n");
	xmlFree(text);
}

static int
write_meta(struct writer *w, const xmlNode *node)
{
	const char *key = dd_node_value(node, "key");

	if (!key || !*key || key[strspn(key, "abcdefghijklmnopqrstuvwxyz_")])
		return dd_error_set(w->error, DD_E_ENGINE,
		    "The stylesheet writes the front matter \"%.*s\"; a key "
		    "is made of the letters a to z and _.",
		    DD_TREE_SHOW(key ? key : ""));
	dd_buffer_printf(w->out, "%s:", key);
	if (!dd_node_child(node, "value")) {
		write_quoted(w, node);
		return 0;
	}
	dd_buffer_putc(w->out, '\n');
	for (const xmlNode *value = dd_node_child(node, "value"); value;
	     value = dd_node_next(value, "value")) {
		dd_buffer_puts(w->out, "  -");
		write_quoted(w, value);
	}
	return 0;
}

static void
open_front_matter(struct writer *w)
{
	if (!w->begun)
		dd_buffer_puts(w->out, "---\n");
	w->begun = true;
}

static int
write_front_matter(struct writer *w, const xmlNode *root, const char *facts)
{
	int rc = 0;

	for (const xmlNode *n = root->children; n && rc == 0; n = n->next) {
		if (!is_markdown(n, "meta"))
			continue;
		open_front_matter(w);
		rc = write_meta(w, n);
	}
	if (facts) {
		open_front_matter(w);
		/* JSON is YAML. */
		dd_buffer_puts(w->out, "facts: ");
		dd_buffer_puts(w->out, facts);
	}
	if (w->begun)
		dd_buffer_puts(w->out, "---\n");
	return rc;
}

int
dd_markdown_write(const xmlDoc *doc, const char *facts, struct dd_buffer *out,
    struct dd_error *error)
{
	struct writer w = {.out = out, .error = error};
	const xmlNode *root = dd_tree_only_element(doc->children);
	int rc;

	if (!root || !is_markdown(root, "document"))
		return dd_error_set(error, DD_E_ENGINE,
		    "The stylesheet must write one Markdown document, the "
		    "element document of the namespace %s.",
		    DD_NS_MARKDOWN);
	rc = write_front_matter(&w, root, facts);
	return rc < 0 ? rc : write_blocks(&w, root, 0);
}
