/* SPDX-License-Identifier: MIT */
/* What the files of the gate share; nobody else includes this. */
#ifndef DD_XML_GATE_INTERNAL_H
#define DD_XML_GATE_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include "base/arena.h"
#include "base/table.h"
#include "diag/diagnostic.h"
#include "xml/encoding.h"
#include "xml/source.h"

/* The XML declaration's values as byte ranges of the scanned bytes; an absent
 * one is not `found`. */
struct dd_gate_declaration {
	bool version_found, encoding_found;
	struct dd_range version, encoding;
};

/* Reads the XML declaration at the start of ASCII-compatible bytes. Stops
 * quietly where it is malformed: that is for the parser to say. */
struct dd_gate_declaration dd_gate_declaration(const char *bytes, size_t len);

/* Looks for DOCTYPE, forbidden character references and everything over a
 * limit in text[0, len), which holds allowed characters only. Reports the
 * first trouble and returns false. One pass, whatever the text. Sets
 * *ret_malformed where it has seen a fault of form that a parser need not be
 * asked about; fault.h has words for it. */
bool dd_gate_scan(
    const char *text, size_t len, bool *ret_malformed, struct dd_sink *sink);

/* --- shared by gate_scan.c and gate_tag.c -------------------------------- */

enum { DD_GATE_RECENT = 256 }; /* a power of two */

/* The pass over the text of one document. */
struct dd_gate_scan {
	const char *text;
	size_t len, at;
	struct dd_sink *sink;
	bool refused, malformed;
	size_t depth, nodes, namespaces;
	/* Where names stood last, by a few of their bytes. One that is not there
	 * may be new: there are no more different ones than `misses`. Where that
	 * is too many, the pass begins again and is `exact`. */
	struct dd_range recent[DD_GATE_RECENT];
	size_t misses;
	bool exact;
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

/* What stands at `at`: that word, that character. In line, so that the length of
 * a literal is known. */
static inline bool
dd_gate_is(const struct dd_gate_scan *s, const char *word)
{
	size_t len = strlen(word);

	return s->len - s->at >= len && memcmp(s->text + s->at, word, len) == 0;
}

static inline bool
dd_gate_is_at(const struct dd_gate_scan *s, char c)
{
	return s->at < s->len && s->text[s->at] == c;
}

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
