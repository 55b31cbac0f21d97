/* SPDX-License-Identifier: MIT */
/* The bytes of a text as UTF-8 that a document can hold. */
#ifndef DD_IMPORT_SOURCE_H
#define DD_IMPORT_SOURCE_H

#include <stddef.h>
#include "xml/source.h"

struct dd_error;

/* Fills *ret_source, whose `name` is borrowed and which must be released, also
 * after a failure. Bytes with a byte order mark are what it says, others are
 * UTF-8, or Windows-1252 where they are not. Returns 0, or DD_E_INPUT for a text
 * over the limit, or one with a NUL: that is no text. */
int dd_import_decode(struct dd_source *ret_source, const char *name,
    const void *bytes, size_t len, struct dd_error *error);

#endif
