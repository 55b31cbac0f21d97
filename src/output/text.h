/* SPDX-License-Identifier: MIT */
/* Wire text from a result tree in the layout vocabulary; see docs/layout.md. */
#ifndef DD_OUTPUT_TEXT_H
#define DD_OUTPUT_TEXT_H

#include <stddef.h>
#include <libxml/tree.h>

struct dd_buffer;
struct dd_error;

#define DD_NS_LAYOUT "urn:diplodoc:layout:1"

enum {
	DD_TEXT_WIDTH = 72,	/* columns, where nothing else is asked for */
	DD_TEXT_WIDTH_MIN = 20, /* fewer hold no text */
};

struct dd_text_options {
	size_t width; /* columns of display width; 0 = DD_TEXT_WIDTH */
};

/* Appends the text: lines end with LF, without trailing spaces. No line is
 * wider than the width but one that holds a single word, or a line that the
 * stylesheet forbids to break. `options` may be NULL.
 * Returns 0; DD_E_USAGE for a width below DD_TEXT_WIDTH_MIN; DD_E_ENGINE for
 * anything but the layout vocabulary.
 * Source: UAX #14 (where lines break), UAX #11 (width). */
int dd_text_write(const xmlDoc *doc, const struct dd_text_options *options,
    struct dd_buffer *out, struct dd_error *error);

#endif
