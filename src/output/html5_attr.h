/* SPDX-License-Identifier: MIT */
/* Text and attributes of HTML, escaped and checked. Private to output/. */
#ifndef DD_OUTPUT_HTML5_ATTR_H
#define DD_OUTPUT_HTML5_ATTR_H

#include <stdbool.h>
#include <libxml/tree.h>
#include "base/table.h"
#include "output/html5_tags.h"

struct dd_buffer;
struct dd_error;
struct dd_html5_options;

struct dd_html5_writer {
	const struct dd_html5_options *options;
	struct dd_buffer *out;
	struct dd_error *error;
	struct dd_table ids; /* seen on this page */
	int line;	     /* levels of the line to begin, or -1 */
};

/* Appends character data as text. Source: HTML, 13.3 "escaping a string". */
void dd_html5_put_text(struct dd_buffer *out, const char *text, size_t len);
/* Appends the inside of a double-quoted attribute value. */
void dd_html5_put_value(struct dd_buffer *out, const char *text);

/* True where the element lacks the address that it cannot do without, such
 * as an image with a forbidden one. Reports the address as dropped. */
bool dd_html5_lacks_address(struct dd_html5_writer *w, const xmlNode *node,
    const struct dd_html5_tag *tag);

/* Appends all attributes, each with a space in front. 0 or DD_E_ENGINE. */
int dd_html5_write_attributes(struct dd_html5_writer *w, const xmlNode *node);

#endif
