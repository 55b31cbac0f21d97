/* SPDX-License-Identifier: MIT */
/*
 * HTML5 from a result tree. Owns the walk, the structure of the page and the
 * layout of its source. Line breaks are added only where a browser drops
 * white space: next to elements that stand on lines of their own.
 */
#include "output/html5.h"
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/error.h"
#include "output/html5_attr.h"
#include "output/html5_tags.h"
#include "output/html5_theme.h"
#include "output/json.h"
#include "output/tree.h"
#include "xml/node.h"

/* Where in the page the walk is. */
struct place {
	int depth;	       /* nested elements */
	int level;	       /* indentation, two spaces each */
	bool flat;	       /* no line may be added in here */
	const char *paragraph; /* the element that a block would end */
};

static int
write_element(struct dd_html5_writer *w, const xmlNode *node, struct place at);

static bool
is_theme(const xmlNode *node)
{
	return dd_tree_is(node, DD_NS_RESOLVED, "theme");
}

static bool
is_block(const xmlNode *node)
{
	const struct dd_html5_tag *tag;

	if (is_theme(node))
		return true;
	if (!dd_tree_in(node, DD_NS_XHTML))
		return false;
	tag = dd_html5_find_tag((const char *)node->name);
	return tag && (tag->flags & DD_HTML5_BLOCK);
}

static bool
is_named(const xmlNode *node, const char *name)
{
	return dd_tree_is(node, DD_NS_XHTML, name);
}

/* The writer states the encoding of its own bytes. */
static bool
is_charset(const xmlNode *node)
{
	return is_named(node, "meta") && dd_node_attr(node, "charset");
}

static void
begin_line(struct dd_html5_writer *w)
{
	if (w->line < 0)
		return;
	if (w->out->len > 0 && w->out->data[w->out->len - 1] != '\n')
		dd_buffer_putc(w->out, '\n');
	dd_buffer_repeat(w->out, ' ', (size_t)w->line * 2);
	w->line = -1;
}

static int
refuse_element(struct dd_html5_writer *w, const xmlNode *node)
{
	const char *name = (const char *)node->name;

	if (is_named(node, "style"))
		return dd_error_set(w->error, DD_E_ENGINE,
		    "The stylesheet puts a <style> on the page; the style "
		    "sheet comes from --css: write <r:theme/>.");
	if (dd_tree_in(node, DD_NS_XHTML))
		return dd_error_set(w->error, DD_E_ENGINE,
		    "The stylesheet puts a <%s> on the page; that element is "
		    "unknown or may not stand there.",
		    name);
	return dd_error_set(w->error, DD_E_ENGINE,
	    "The stylesheet puts <%s> on the page, which is no element of "
	    "HTML; its namespace is %s%.*s.",
	    name, node->ns ? "" : "missing: expected ",
	    DD_TREE_SHOW(
		node->ns ? (const char *)node->ns->href : DD_NS_XHTML));
}

/* Text from `from` to the end of the node, less `cut` bytes at its end. */
static void
write_text(struct dd_html5_writer *w, const char *from, size_t cut)
{
	size_t len = strlen(from);

	if (len <= cut)
		return;
	begin_line(w);
	dd_html5_put_text(w->out, from, len - cut);
}

static int
write_node(struct dd_html5_writer *w, const xmlNode *node, struct place at)
{
	if (dd_tree_is_silent(node))
		return 0;
	if (dd_tree_is_text(node)) {
		write_text(
		    w, node->content ? (const char *)node->content : "", 0);
		return 0;
	}
	if (dd_tree_is_element(node))
		return write_element(w, node, at);
	return dd_error_set(w->error, DD_E_ENGINE,
	    "The stylesheet puts something on the page that is neither an "
	    "element nor text.");
}

/* Silent nodes and white space at the edge of a line. */
static bool
is_nothing(const xmlNode *node)
{
	return dd_tree_is_silent(node) || dd_tree_is_blank(node);
}

static size_t
count_end_space(const char *text)
{
	size_t len = strlen(text), count = 0;

	while (count < len && dd_ascii_is_space(text[len - count - 1]))
		count++;
	return count;
}

/* Nodes between two blocks, on one line, without white space around them. */
static int
write_run(struct dd_html5_writer *w, const xmlNode *first, const xmlNode *stop,
    struct place at)
{
	const xmlNode *last = NULL;
	int rc = 0;

	while (first != stop && is_nothing(first))
		first = first->next;
	for (const xmlNode *n = first; n != stop; n = n->next)
		if (!is_nothing(n))
			last = n;
	if (!last)
		return 0;
	w->line = at.level;
	at.flat = true;
	for (const xmlNode *n = first; rc == 0; n = n->next) {
		const char *text = (const char *)n->content;
		size_t cut = 0;

		if (!dd_tree_is_text(n) || !text) {
			rc = write_node(w, n, at);
		} else {
			if (n == first)
				text += strspn(text, DD_ASCII_SPACES);
			if (n == last)
				cut = count_end_space(text);
			write_text(w, text, cut);
		}
		if (n == last)
			break;
	}
	return rc;
}

/* Blocks, and what stands between them, each on a line of its own. */
static int
write_lines(struct dd_html5_writer *w, const xmlNode *first, struct place at)
{
	const xmlNode *n = first;
	int rc = 0;

	while (n && rc == 0) {
		const xmlNode *run = n;

		while (n && !is_block(n))
			n = n->next;
		rc = write_run(w, run, n, at);
		if (!n || rc < 0)
			break;
		w->line = at.level;
		rc = write_node(w, n, at);
		n = n->next;
	}
	return rc;
}

static bool
has_block(const xmlNode *node)
{
	for (; node; node = node->next)
		if (is_block(node))
			return true;
	return false;
}

static int
write_content(struct dd_html5_writer *w, const xmlNode *node,
    const struct dd_html5_tag *tag, struct place at)
{
	bool lines = !at.flat && (tag->flags & DD_HTML5_FLOW) &&
	    (has_block(node->children) || is_named(node, "head"));
	struct place inside = at;
	int rc = 0;

	inside.depth++;
	inside.level += !is_named(node, "html");
	if (!(tag->flags & DD_HTML5_FLOW)) {
		inside.flat = true;
		if (tag->flags & DD_HTML5_BLOCK)
			inside.paragraph = tag->name;
	}
	if (!lines) {
		for (const xmlNode *n = node->children; n && rc == 0;
		     n = n->next)
			rc = write_node(w, n, inside);
		return rc;
	}
	if (is_named(node, "head")) {
		w->line = inside.level;
		begin_line(w);
		dd_buffer_puts(w->out, "<meta charset=\"utf-8\">");
	}
	rc = write_lines(w, node->children, inside);
	w->line = at.level;
	begin_line(w);
	return rc;
}

/* JSON-LD is data: its type keeps a browser from running it. */
static int
write_script(struct dd_html5_writer *w, const xmlNode *node)
{
	const char *type = dd_node_value(node, "type");
	const xmlNode *json = dd_tree_only_element(node->children);
	int rc;

	if (!type || strcmp(type, "application/ld+json") != 0 ||
	    node->properties->next || !dd_tree_in(json, DD_NS_JSON))
		return dd_error_set(w->error, DD_E_ENGINE,
		    "The stylesheet puts a <script> on the page; only "
		    "<script type=\"application/ld+json\"> with one JSON value "
		    "of the namespace %s may stand there.",
		    DD_NS_JSON);
	begin_line(w);
	dd_buffer_puts(w->out, "<script type=\"application/ld+json\">");
	rc = dd_json_write_value(json, false, w->out, w->error);
	dd_buffer_puts(w->out, "</script>");
	return rc;
}

static int
write_theme(struct dd_html5_writer *w, const xmlNode *node)
{
	int indent = w->line > 0 ? w->line * 2 : 0;

	if (!is_named(node->parent, "head"))
		return dd_error_set(w->error, DD_E_ENGINE,
		    "The stylesheet writes <r:theme/> outside <head>.");
	begin_line(w);
	return dd_html5_write_theme(w, indent);
}

static int
check_element(struct dd_html5_writer *w, const xmlNode *node,
    const struct dd_html5_tag *tag, struct place at)
{
	if ((tag->flags & DD_HTML5_VOID) && node->children)
		return dd_error_set(w->error, DD_E_ENGINE,
		    "The stylesheet puts content into <%s>, which has none.",
		    tag->name);
	if (at.paragraph && (tag->flags & DD_HTML5_BLOCK))
		return dd_error_set(w->error, DD_E_ENGINE,
		    "The stylesheet puts <%s> into <%s>, where a browser "
		    "would tear them apart.",
		    tag->name, at.paragraph);
	if (at.paragraph && strcmp(at.paragraph, "title") == 0)
		return dd_error_set(w->error, DD_E_ENGINE,
		    "The stylesheet puts <%s> into <title>, which holds only "
		    "text.",
		    tag->name);
	if (at.depth > 0 && strcmp(tag->name, "html") == 0)
		return dd_error_set(w->error, DD_E_ENGINE,
		    "The stylesheet puts <html> into another element.");
	return dd_tree_check_depth(at.depth, w->error);
}

/* A parser drops a line break right behind <pre>, so one is added to it. */
static bool
loses_break(const xmlNode *node, const struct dd_html5_tag *tag)
{
	const xmlNode *text = node->children;

	return (tag->flags & DD_HTML5_PREFORMATTED) && dd_tree_is_text(text) &&
	    text->content && text->content[0] == '\n';
}

static int
write_element(struct dd_html5_writer *w, const xmlNode *node, struct place at)
{
	const struct dd_html5_tag *tag = NULL;
	int rc;

	if (is_theme(node))
		return write_theme(w, node);
	if (dd_tree_in(node, DD_NS_XHTML))
		tag = dd_html5_find_tag((const char *)node->name);
	if (!tag)
		return refuse_element(w, node);
	rc = check_element(w, node, tag, at);
	if (rc < 0 || is_charset(node) || dd_html5_lacks_address(w, node, tag))
		return rc;
	if (is_named(node, "script"))
		return write_script(w, node);
	begin_line(w);
	dd_buffer_putc(w->out, '<');
	dd_buffer_puts(w->out, tag->name);
	rc = dd_html5_write_attributes(w, node);
	dd_buffer_puts(w->out, loses_break(node, tag) ? ">\n" : ">");
	if (rc < 0 || (tag->flags & DD_HTML5_VOID))
		return rc;
	rc = write_content(w, node, tag, at);
	dd_buffer_puts(w->out, "</");
	dd_buffer_puts(w->out, tag->name);
	dd_buffer_putc(w->out, '>');
	return rc;
}

static int
check_page(struct dd_html5_writer *w, const xmlNode *html)
{
	if (dd_tree_only_element(html->parent->children) != html)
		return dd_error_set(w->error, DD_E_ENGINE,
		    "The stylesheet writes something beside <html>.");
	if (!is_named(dd_node_child(html, NULL), "head"))
		return dd_error_set(w->error, DD_E_ENGINE,
		    "The stylesheet writes <html> without <head> as its first "
		    "element.");
	return 0;
}

int
dd_html5_write(const xmlDoc *doc, const struct dd_html5_options *options,
    struct dd_buffer *out, struct dd_error *error)
{
	static const struct dd_html5_options none;
	struct dd_html5_writer w = {.options = options ? options : &none,
	    .out = out,
	    .error = error,
	    .line = -1};
	const xmlNode *html = NULL;
	int rc = 0;

	for (const xmlNode *n = doc->children; n; n = n->next)
		if (is_named(n, "html"))
			html = n;
	if (html) {
		rc = check_page(&w, html);
		dd_buffer_puts(out, "<!DOCTYPE html>\n");
	}
	dd_table_init(&w.ids);
	if (rc == 0)
		rc = write_lines(&w, doc->children, (struct place){0});
	dd_table_release(&w.ids);
	if (out->len > 0 && out->data[out->len - 1] != '\n')
		dd_buffer_putc(out, '\n');
	return rc;
}
