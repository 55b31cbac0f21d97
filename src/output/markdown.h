/* SPDX-License-Identifier: MIT */
/* CommonMark from a result tree in a small vocabulary; see docs/markdown.md. */
#ifndef DD_OUTPUT_MARKDOWN_H
#define DD_OUTPUT_MARKDOWN_H

#include <libxml/tree.h>

struct dd_buffer;
struct dd_error;

#define DD_NS_MARKDOWN "urn:diplodoc:markdown:1"

/* Appends front matter, where the tree has any, and the text: lines end with
 * LF, a paragraph is one line, blocks stand apart by one blank line. Text
 * comes out of a CommonMark reader as it stands in the tree, with white space
 * collapsed. A link whose address is not http, https, mailto, tel, relative
 * or a fragment is written as its text, such an image not at all. `facts`, one
 * line of JSON with its end, or NULL, is part of the front matter.
 * Returns 0; DD_E_ENGINE for anything but the vocabulary, with a sentence
 * that names the element.
 * Source: CommonMark 0.31.2; YAML 1.2 (front matter). */
int dd_markdown_write(const xmlDoc *doc, const char *facts,
    struct dd_buffer *out, struct dd_error *error);

#endif
