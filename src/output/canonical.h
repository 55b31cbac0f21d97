/* SPDX-License-Identifier: MIT */
/*
 * A summary, or a house file, in the one form that `diplodoc fmt` gives it:
 * what `import` and `new` make has it too. docs/canonical.md says what it is.
 */
#ifndef DD_OUTPUT_CANONICAL_H
#define DD_OUTPUT_CANONICAL_H

#include <stdbool.h>
#include <libxml/tree.h>

struct dd_buffer;
struct dd_error;
struct dd_schema;

struct dd_canonical_options {
	const struct dd_schema *schema; /* of the document; not NULL */
	bool nfc; /* text and values in normal form C as well */
};

/* Appends the document in UTF-8, from the XML declaration to the last line
 * end. The tree may come from the parser or be made by a program: white space
 * between elements is not looked at, prefixes of elements neither, and
 * attributes may stand in any order: they are put into theirs. It need not be
 * valid.
 * Returns 0; DD_E_INPUT where an element stands in a place that the schema does
 * not know, or text between elements, so that it is not clear which white space
 * counts; DD_E_ENGINE for a tree that no XML document can hold. */
int dd_canonical_write(xmlDoc *doc, const struct dd_canonical_options *options,
    struct dd_buffer *out, struct dd_error *error);

#endif
