/* SPDX-License-Identifier: MIT */
/* Brings in one text: from its bytes to a document that is valid. */
#ifndef DD_RUN_IMPORT_H
#define DD_RUN_IMPORT_H

#include <stddef.h>
#include "import/evidence.h"
#include "model/clock.h"

struct dd_buffer;
struct dd_engine;
struct dd_error;
struct dd_importer;

struct dd_import_source {
	const char *name; /* as shown to people */
	const char *path; /* NULL: no search for a house */
	const void *bytes;
	size_t len;
	const char *lang;	  /* NULL: by its letters */
	struct dd_date issued;	  /* where it does not say; or year 0 */
	struct dd_date retrieved; /* when it was read; or year 0 */
	const char *schema;	  /* where editors find it; or NULL */
	const char *version;	  /* of this program */
};

/* Appends the document in XML. What comes from one of our own outputs is what
 * that says, and need not be valid. Returns 0; DD_E_INPUT where the text cannot be
 * read or is no summary; DD_E_ENGINE where what came out is not valid: then
 * nothing is appended. */
int dd_engine_import(struct dd_engine *engine,
    const struct dd_importer *importer, const struct dd_import_source *source,
    struct dd_ledger *ledger, struct dd_buffer *out, struct dd_error *error);

#endif
