/* SPDX-License-Identifier: MIT */
/*
 * The bytes of one document and its text: what the gate leaves behind.
 * All ranges in the program are byte ranges of `text`. Lines end at LF, CRLF
 * or CR; lines and columns count from 1, columns in code points.
 */
#ifndef DD_XML_SOURCE_H
#define DD_XML_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include "diag/diagnostic.h"

enum dd_encoding {
	DD_UTF_8,
	DD_UTF_16LE,
	DD_UTF_16BE,
	DD_US_ASCII,
	DD_ISO_8859_1,
	DD_WINDOWS_1252
};

/* What stands in front of a checkpoint, so that no long line is counted from
 * its start for every finding on it. */
struct dd_source_count {
	size_t characters; /* code points */
	size_t pairs;	   /* those over U+FFFF: two units in UTF-16 */
};

struct dd_source {
	const char *name; /* as shown to people; borrowed */
	enum dd_encoding encoding;
	size_t bom;    /* bytes of the byte order mark: 0, 2 or 3 */
	char *text;    /* UTF-8, NUL-terminated, no BOM; owned */
	size_t len;    /* bytes of text */
	size_t *lines; /* where each line begins; owned, made lazily */
	size_t line_count;
	struct dd_source_count *counts; /* one each KiB; owned, made lazily */
	bool malformed; /* the gate has seen it; no parser need be asked */
};

void dd_source_release(struct dd_source *source);

/* Lines, columns and bytes of a range. The first call costs one pass over the
 * text, later ones a binary search. Offsets are clamped to the text. */
void dd_source_place(struct dd_source *source, struct dd_range range,
    struct dd_place *ret_place);

/* The text of line `line` (from 1) without its line end; *ret_len in bytes. */
const char *
dd_source_line(struct dd_source *source, size_t line, size_t *ret_len);

#endif
