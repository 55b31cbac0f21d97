/* SPDX-License-Identifier: MIT */
/* Where a document came from: its source, the program, what is open. */
#ifndef DD_IMPORT_PROVENANCE_H
#define DD_IMPORT_PROVENANCE_H

#include <libxml/tree.h>

struct dd_import_options;
struct dd_ledger;

/* Appends <provenance> to the root element: the source where it has a name, as a
 * reference by RFC 3986, the program, and every open question of the ledger. */
void dd_provenance_add(xmlNode *root, const struct dd_import_options *options,
    const struct dd_ledger *ledger);

#endif
