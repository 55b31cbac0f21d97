/* SPDX-License-Identifier: MIT */
/*
 * The gate: reads the bytes itself before any library does. Detects the
 * encoding, transcodes to UTF-8, and refuses DOCTYPE, XML 1.1, forbidden
 * characters and everything over a limit, in one linear pass, with our own
 * ids. Well-formedness as such is the parser's business.
 */
#ifndef DD_XML_GATE_H
#define DD_XML_GATE_H

#include <stdbool.h>
#include <stddef.h>

struct dd_sink;
struct dd_source;

/* Admits `len` bytes or refuses them with one diagnostic in the sink whose
 * range lies in the text as far as it was read. `name` is borrowed by
 * *ret_source, which is filled either way (for positions) and must be
 * released. Returns true where the parser may see the text. */
bool dd_gate(const char *name, const void *bytes, size_t len,
    struct dd_source *ret_source, struct dd_sink *sink);

/* The text of the same bytes, as dd_gate leaves it, for positions in a document
 * that was judged before: nothing is refused and nothing said. */
void dd_gate_text(const char *name, const void *bytes, size_t len,
    struct dd_source *ret_source);

#endif
