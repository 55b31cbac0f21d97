/* SPDX-License-Identifier: MIT */
/* Encodings that have a table here: how they are recognised, and their way to
 * UTF-8. For the gate and for the import of texts. */
#ifndef DD_XML_ENCODING_H
#define DD_XML_ENCODING_H

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

/* True for a name of an encoding that is read; *ret_encoding is then set, and
 * *ret_any_order for UTF-16 without a byte order in its name. Names are
 * compared without regard to case. */
bool dd_gate_encoding(const char *name, size_t len,
    enum dd_encoding *ret_encoding, bool *ret_any_order);

/* "UTF-8", as people write it. */
const char *dd_gate_encoding_name(enum dd_encoding encoding);

/* The character of a byte in windows-1252; 0 where 0x80-0x9F has none. */
uint32_t dd_gate_decode_1252(unsigned char byte);

/* Makes source->text of all bytes behind the byte order mark, in the encoding
 * of `source`, up to the first fault. A forbidden character is still part of
 * the text. */
void dd_gate_transcode(const unsigned char *bytes, size_t len,
    struct dd_source *source, struct dd_gate_fault *ret_fault);

#endif
