/* SPDX-License-Identifier: MIT */
/* The two halves of the gate: bytes to text, and the scan of the text. */
#ifndef DD_XML_GATE_INTERNAL_H
#define DD_XML_GATE_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>

struct dd_sink;
struct dd_source;

/* Detects the encoding and fills encoding, bom, text and len of *source. */
bool dd_gate_decode(const unsigned char *bytes, size_t len,
    struct dd_source *source, struct dd_sink *sink);

/* One linear pass over the text: DOCTYPE, version, characters, limits. */
bool dd_gate_scan(const struct dd_source *source, struct dd_sink *sink);

#endif
