/* SPDX-License-Identifier: MIT */
/* What the three files of the gate share; nobody else includes this. */
#ifndef DD_XML_GATE_INTERNAL_H
#define DD_XML_GATE_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "diag/diagnostic.h"
#include "xml/source.h"

/* What the first bytes of a file say about its encoding. */
struct dd_gate_signature {
	enum dd_encoding encoding; /* as far as the bytes tell: else UTF-8 */
	size_t bom;		   /* bytes of the byte order mark, or 0 */
	const char *unsupported;   /* name of what is not read, or NULL */
};

/* The XML declaration's values as byte ranges of the scanned bytes; an absent
 * one is not `found`. */
struct dd_gate_declaration {
	bool version_found, encoding_found;
	struct dd_range version, encoding;
};

/* Where transcoding stopped: at bytes that are not valid in the encoding, or
 * at a character that XML does not allow. */
struct dd_gate_fault {
	bool found;
	enum dd_id id;
	size_t byte;	       /* offset in the file as it was given */
	unsigned char value;   /* the byte there */
	uint32_t cp;	       /* the character, for input/bad-character */
	struct dd_range range; /* in the text; empty for invalid bytes */
};

struct dd_gate_signature dd_gate_detect(const unsigned char *bytes, size_t len);

/* Reads the XML declaration at the start of ASCII-compatible bytes. Stops
 * quietly where it is malformed: that is for the parser to say. */
struct dd_gate_declaration dd_gate_declaration(const char *bytes, size_t len);

/* True for a name of an encoding that is read; *ret_encoding is then set, and
 * *ret_any_order for UTF-16 without a byte order in its name. Names are
 * compared without regard to case. */
bool dd_gate_encoding(const char *name, size_t len,
    enum dd_encoding *ret_encoding, bool *ret_any_order);

/* "UTF-8", as people write it. */
const char *dd_gate_encoding_name(enum dd_encoding encoding);

/* Makes source->text of all bytes behind the byte order mark, in the encoding
 * of `source`, up to the first fault. A forbidden character is still part of
 * the text. */
void dd_gate_transcode(const unsigned char *bytes, size_t len,
    struct dd_source *source, struct dd_gate_fault *ret_fault);

/* Looks for DOCTYPE, forbidden character references and everything over a
 * limit in text[0, len), which holds allowed characters only. Reports the
 * first trouble and returns false. One pass, whatever the text. */
bool dd_gate_scan(const char *text, size_t len, struct dd_sink *sink);

#endif
