/* SPDX-License-Identifier: MIT */
/* The bytes of a text as UTF-8 that a document can hold. */
#ifndef DD_IMPORT_SOURCE_H
#define DD_IMPORT_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include "xml/source.h"

struct dd_error;
struct dd_ledger;

/* Fills *ret_source, whose `name` is borrowed and which must be released, also
 * after a failure. A byte order mark says what the bytes are; else, in a `page`,
 * its <meta> does; else they are UTF-8, or Windows-1252 where they are not, and
 * the ledger has a note of that. Returns 0, or DD_E_INPUT for a text over the
 * limit, one with a character that no document can hold, and one in an encoding
 * that is not read. */
int dd_import_decode(struct dd_source *ret_source, const char *name,
    const void *bytes, size_t len, bool page, struct dd_ledger *ledger,
    struct dd_error *error);

/* The name of an encoding in the first 1,024 bytes of a page; 0 bytes where it
 * gives none. *ret_name is borrowed from `bytes`. */
size_t dd_meta_charset(const char *bytes, size_t len, const char **ret_name);

/* Makes source->text of bytes in an encoding that the page names by a label of
 * the WHATWG and that has no table in xml/. False where it is not read.
 * *ret_fault is the first byte that is not valid, from 1; 0: there is none. */
bool dd_charset_decode(const char *label, size_t label_len, const char *bytes,
    size_t len, struct dd_source *source, size_t *ret_fault);

#endif
