/* SPDX-License-Identifier: MIT */
/*
 * Cuts the text of a document into its tokens, and values into characters.
 * Only for text that the parser has found well-formed: faults are not looked
 * for, but nothing is read behind the end.
 */
#ifndef DD_XML_SCAN_H
#define DD_XML_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include "diag/diagnostic.h"

enum dd_token {
	DD_TOKEN_STOP, /* the end of the text */
	DD_TOKEN_TEXT, /* up to the next `<`, references and all */
	DD_TOKEN_CDATA,
	DD_TOKEN_COMMENT,
	DD_TOKEN_PI, /* the XML declaration too */
	DD_TOKEN_START,
	DD_TOKEN_EMPTY, /* `<a/>` */
	DD_TOKEN_END
};

/* The token that begins at `pos` (at most `len`); its range goes to
 * *ret_range. Costs the token's length. */
enum dd_token dd_scan_token(
    const char *text, size_t len, size_t pos, struct dd_range *ret_range);

/* One attribute or namespace declaration of a start tag. */
struct dd_scan_attribute {
	struct dd_range name;
	struct dd_range value; /* between the quotes */
};

/* Where `mark` stands next in text[pos, len), or `len`. Of any text, and at the
 * cost of what is passed, also under a sanitizer: its memmem reads all that is
 * left. */
size_t dd_scan_find(const char *text, size_t len, size_t pos, const char *mark);

/* Behind the name that begins at `pos`. */
size_t dd_scan_name(const char *text, size_t len, size_t pos);

/* The next attribute of a start tag, from `pos` on, which stands behind the
 * tag's name or the last attribute's value.end + 1. False where the tag has
 * no further one. */
bool dd_scan_attribute(const char *text, size_t len, size_t pos,
    struct dd_scan_attribute *ret_attribute);

/* How a stretch of source becomes characters in the tree. */
enum dd_scan_kind {
	DD_SCAN_TEXT,  /* references count, line ends become LF */
	DD_SCAN_VALUE, /* and LF, TAB become a space */
	DD_SCAN_CDATA  /* line ends become LF; the section marks vanish */
};

/* Where bytes [from, to) of the decoded text stand in the source range
 * `range`. A byte inside of a reference or a character means all of it.
 * Offsets behind the end mean the end. An empty range lies before the
 * character at `from`. Costs the length of the source up to `to`. */
struct dd_range dd_scan_slice(const char *text, struct dd_range range,
    enum dd_scan_kind kind, size_t from, size_t to);

#endif
