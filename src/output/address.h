/* SPDX-License-Identifier: MIT */
/* How editors of XML learn which vocabulary a document has. */
#ifndef DD_OUTPUT_ADDRESS_H
#define DD_OUTPUT_ADDRESS_H

#include <libxml/tree.h>

/* Puts `<?xml-model?>` with the address of a schema before the root. */
void dd_address_add(xmlDoc *doc, const char *address);

#endif
