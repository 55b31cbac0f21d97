/* SPDX-License-Identifier: MIT */
/* Shared by the ways to bring something in; nobody else includes this. */
#ifndef DD_RUN_IMPORT_INTERNAL_H
#define DD_RUN_IMPORT_INTERNAL_H

#include "import/import.h"
#include "run/import.h"

struct dd_document;

/* Validates it. An import is valid by construction, and what is not must not be
 * written: DD_E_ENGINE with the first fault. */
int dd_import_prove(struct dd_document *document, struct dd_error *error);

/* Appends it in canonical form, which is the same for the same document. */
int dd_import_write(struct dd_engine *engine, xmlDoc *doc,
    struct dd_buffer *out, struct dd_error *error);

/* The same with the address of the schema, proved, and within the limits. */
int dd_import_deliver(struct dd_engine *engine,
    const struct dd_import_source *source, xmlDoc *doc, struct dd_buffer *out,
    struct dd_error *error);

/* A page that `convert --to html` made; 1 where it is another one. */
int dd_import_own_page(struct dd_engine *engine,
    const struct dd_import_source *source,
    const struct dd_import_options *options, struct dd_ledger *ledger,
    struct dd_buffer *out, struct dd_error *error);

#endif
