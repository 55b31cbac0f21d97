/* SPDX-License-Identifier: MIT */
/*
 * The first fault of form in a text that the parser has refused, in our own
 * words with its exact range. The parser judges; this reader only explains,
 * so its words are the same under every version of the parser.
 */
#ifndef DD_XML_FAULT_H
#define DD_XML_FAULT_H

#include <stdbool.h>
#include <stddef.h>

struct dd_diagnostic;
struct dd_sink;
struct dd_source;

/* Reports the first fault (xml/...) that the text has. Returns its
 * diagnostic, or NULL where the text has none that this reader knows. One
 * pass over the text; a fault on open elements counts lines once more. */
struct dd_diagnostic *
dd_fault_report(const struct dd_source *source, struct dd_sink *sink);

/* True for a URI with a scheme (RFC 3986), read loosely: ASCII, no space. */
bool dd_fault_is_absolute(const char *uri, size_t len);

#endif
