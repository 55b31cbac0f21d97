/* SPDX-License-Identifier: MIT */
/* What the files of the gate share; nobody else includes this. */
#ifndef DD_XML_GATE_INTERNAL_H
#define DD_XML_GATE_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/table.h"
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
 * first trouble and returns false. One pass, whatever the text. Sets
 * *ret_malformed where it has seen a fault of form that a parser need not be
 * asked about; fault.h has words for it. */
bool dd_gate_scan(
    const char *text, size_t len, bool *ret_malformed, struct dd_sink *sink);

/* --- shared by gate_scan.c and gate_tag.c -------------------------------- */

/* The pass over the text of one document. */
struct dd_gate_scan {
	const char *text;
	size_t len, at;
	struct dd_sink *sink;
	bool refused, malformed;
	size_t depth, nodes, namespaces;
	struct dd_table names; /* the different ones, so far */
	struct dd_arena arena; /* owns them */
};

/* All refusals of the pass go through here: the first one ends it. */
#define DD_GATE_REFUSE(scan, id, start, end, ...)                              \
	do {                                                                   \
		dd_report((scan)->sink, (id),                                  \
		    (struct dd_range){(start), (end)}, __VA_ARGS__);           \
		(scan)->refused = true;                                        \
	} while (0)

/* What stands at `at`: that word, that character. */
bool dd_gate_is(const struct dd_gate_scan *s, const char *word);
bool dd_gate_is_at(const struct dd_gate_scan *s, char c);

/* One node more, which began at `start`. */
void dd_gate_count_node(struct dd_gate_scan *s, size_t start);

/* Stands at `&`. A well-formed character reference must name a character that
 * XML allows. */
void dd_gate_reference(struct dd_gate_scan *s);

/* Reads a name (perhaps an empty one); false where it is over a limit. */
bool dd_gate_read_name(struct dd_gate_scan *s, struct dd_range *ret_name);

/* Stand at `<` and `</`; move behind the tag, or to where it breaks. */
void dd_gate_start_tag(struct dd_gate_scan *s);
void dd_gate_end_tag(struct dd_gate_scan *s);

#endif
