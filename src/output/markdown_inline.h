/* SPDX-License-Identifier: MIT */
/* Text inside a line of Markdown. Private to output/. */
#ifndef DD_OUTPUT_MARKDOWN_INLINE_H
#define DD_OUTPUT_MARKDOWN_INLINE_H

#include <stdbool.h>
#include <stddef.h>
#include <libxml/tree.h>

struct dd_buffer;
struct dd_error;

/* Where in its line the text is. */
struct dd_markdown_line {
	struct dd_buffer *out;
	struct dd_error *error;
	size_t indent; /* columns of a line after a break */
	bool at_start; /* nothing but the indent stands on the line */
	bool digits;   /* nothing but digits stands on the line */
	bool space;    /* a space is due before the next character */
	bool in_link;
	bool opened; /* the bracket of a link stands just before */
	bool flat;   /* a break is a space: headings are one line */
};

void dd_markdown_line_init(struct dd_markdown_line *line, struct dd_buffer *out,
    struct dd_error *error, size_t indent);

/* Appends a text, escaped; white space is collapsed, and left out at the
 * start and the end of a line. */
void dd_markdown_put(struct dd_markdown_line *line, const char *text);

/* Appends text, links and breaks below `parent`. DD_E_ENGINE for any other
 * element. */
int dd_markdown_put_inline(
    struct dd_markdown_line *line, const xmlNode *parent, int depth);

/* Appends `(address)`; false where the address may not stand on a page, and
 * nothing is appended. */
bool dd_markdown_put_address(struct dd_buffer *out, const char *address);

#endif
