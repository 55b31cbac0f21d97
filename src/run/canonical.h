/* SPDX-License-Identifier: MIT */
/* One document in its canonical form. */
#ifndef DD_RUN_CANONICAL_H
#define DD_RUN_CANONICAL_H

#include <stdbool.h>

struct dd_buffer;
struct dd_document;
struct dd_error;

/* Appends an open document, a summary or a house file, in its canonical form;
 * it need be neither checked nor valid. `nfc`: with all its text in normal form
 * C. Returns 0; DD_E_INPUT where it is not well-formed, or holds what the
 * vocabulary has no place for; DD_E_ENGINE where a stage failed. */
int dd_document_canonical(const struct dd_document *document, bool nfc,
    struct dd_buffer *out, struct dd_error *error);

#endif
