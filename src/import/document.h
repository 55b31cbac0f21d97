/* SPDX-License-Identifier: MIT */
/* Puts what was read into a document of the vocabulary. */
#ifndef DD_IMPORT_DOCUMENT_H
#define DD_IMPORT_DOCUMENT_H

#include <libxml/tree.h>
#include "import/lead.h"
#include "import/outline.h"
#include "import/when.h"

struct dd_import_options;

/* A new document, the caller's to free. Questions of the ledger become
 * provenance/unresolved. */
xmlDoc *
dd_document_build(const struct dd_outline *outline, struct dd_lead *lead,
    const struct dd_found_when *when, const struct dd_import_options *options);

#endif
