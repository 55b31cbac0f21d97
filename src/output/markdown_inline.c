/* SPDX-License-Identifier: MIT */
/*
 * Text inside a line of Markdown. Owns what is escaped where; blocks and
 * their markers are markdown's.
 */
#include "output/markdown_inline.h"
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/error.h"
#include "output/markdown.h"
#include "output/tree.h"
#include "output/url.h"
#include "xml/node.h"

void
dd_markdown_line_init(struct dd_markdown_line *line, struct dd_buffer *out,
    struct dd_error *error, size_t indent)
{
	*line = (struct dd_markdown_line){.out = out,
	    .error = error,
	    .indent = indent,
	    .at_start = true,
	    .digits = true};
}

/* `&` begins a reference where a name and a semicolon follow, perhaps in the
 * next text. */
static bool
may_be_reference(const char *amp)
{
	const char *p = amp + 1;

	while (*p == '#' || dd_ascii_is_letter(*p) || dd_ascii_is_digit(*p))
		p++;
	return *p == '\0' || (*p == ';' && p > amp + 1);
}

/* Whether the character would mean something to a reader of Markdown. */
static bool
needs_escape(const struct dd_markdown_line *line, const char *p)
{
	switch (*p) {
	case '\\':
	case '`':
	case '*':
	case '_':
	case '[':
	case ']':
	case '<':
	case '>':
	case '~':
		return true;
	case '&':
		return may_be_reference(p);
	case '!': /* before a link it would make an image */
		return p[1] == '\0';
	case '#':
	case '+':
	case '-':
	case '=':
		return line->at_start;
	case '.':
	case ')':
		return line->digits && !line->at_start;
	default:
		return false;
	}
}

static void
flush_space(struct dd_markdown_line *line)
{
	if (line->space && !line->at_start)
		dd_buffer_putc(line->out, ' ');
	line->space = false;
}

void
dd_markdown_put(struct dd_markdown_line *line, const char *text)
{
	for (const char *p = text; *p; p++) {
		if (dd_ascii_is_space(*p)) {
			line->space = !line->opened;
			continue;
		}
		flush_space(line);
		line->opened = false;
		if (needs_escape(line, p))
			dd_buffer_putc(line->out, '\\');
		dd_buffer_putc(line->out, *p);
		line->at_start = false;
		line->digits = line->digits && dd_ascii_is_digit(*p);
	}
}

/* In an address, too, references and backslashes are read. */
bool
dd_markdown_put_address(struct dd_buffer *out, const char *address)
{
	struct dd_buffer url;
	bool good, brackets;

	dd_buffer_init(&url, 0);
	good = dd_url_clean(&url, address);
	if (good) {
		brackets = url.len == 0 || strpbrk(url.data, "() ") != NULL;
		dd_buffer_puts(out, brackets ? "(<" : "(");
		for (const char *p = url.data; *p; p++) {
			if (strchr("\\<>", *p) ||
			    (*p == '&' && may_be_reference(p)))
				dd_buffer_putc(out, '\\');
			dd_buffer_putc(out, *p);
		}
		dd_buffer_puts(out, brackets ? ">)" : ")");
	}
	dd_buffer_release(&url);
	return good;
}

/* A space at the start of a link belongs before it. */
static void
open_link(struct dd_markdown_line *line, const xmlNode *link)
{
	const xmlNode *first = link->children;

	if (first && dd_tree_is_text(first) && first->content &&
	    dd_ascii_is_space((char)first->content[0]))
		line->space = true;
	flush_space(line);
	dd_buffer_putc(line->out, '[');
	line->at_start = line->digits = false;
	line->opened = true;
}

static int
put_link(struct dd_markdown_line *line, const xmlNode *link, int depth)
{
	const char *href = dd_node_value(link, "href");
	struct dd_buffer address;
	bool good;
	int rc;

	if (line->in_link)
		return dd_error_set(line->error, DD_E_ENGINE,
		    "The stylesheet puts a Markdown link into a link.");
	dd_buffer_init(&address, 0);
	good = href && dd_markdown_put_address(&address, href);
	if (good)
		open_link(line, link);
	line->in_link = true;
	rc = dd_markdown_put_inline(line, link, depth + 1);
	line->in_link = line->opened = false;
	if (good)
		dd_buffer_printf(line->out, "]%s", address.data);
	dd_buffer_release(&address);
	return rc;
}

static void
put_break(struct dd_markdown_line *line)
{
	if (line->flat)
		line->space = true;
	/* A break at the start would be a paragraph of a lone backslash. */
	if (line->flat || line->at_start)
		return;
	dd_buffer_puts(line->out, "\\\n");
	dd_buffer_repeat(line->out, ' ', line->indent);
	line->at_start = line->digits = true;
	line->space = false;
}

int
dd_markdown_put_inline(
    struct dd_markdown_line *line, const xmlNode *parent, int depth)
{
	int rc = dd_tree_check_depth(depth, line->error);

	for (const xmlNode *n = parent->children; n && rc == 0; n = n->next) {
		if (dd_tree_is_silent(n))
			continue;
		if (dd_tree_is_text(n)) {
			if (n->content)
				dd_markdown_put(line, (const char *)n->content);
		} else if (dd_tree_is(n, DD_NS_MARKDOWN, "link")) {
			rc = put_link(line, n, depth);
		} else if (dd_tree_is(n, DD_NS_MARKDOWN, "break")) {
			put_break(line);
		} else {
			rc = dd_error_set(line->error, DD_E_ENGINE,
			    "The stylesheet writes <%s> into a line of "
			    "Markdown; known are text, link and break of the "
			    "namespace %s.",
			    (const char *)n->name, DD_NS_MARKDOWN);
		}
	}
	return rc;
}
