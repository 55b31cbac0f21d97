/* SPDX-License-Identifier: MIT */
/* A tree as XML, byte for byte the same on every version of the library. */
#ifndef DD_OUTPUT_XML_H
#define DD_OUTPUT_XML_H

#include <libxml/tree.h>

struct dd_buffer;
struct dd_error;

/* Appends the document as XML 1.0 in UTF-8: a declaration, the nodes outside
 * the root each on a line of its own, and the root as it stands, without
 * indentation. Namespaces are declared where the tree declares them, and
 * also where a node needs one that is not in scope; attributes keep their
 * order; CDATA sections become text; a document type is left out. Parsing
 * the result gives the same tree.
 * Returns 0, or DD_E_ENGINE for a tree that is no XML document: text outside
 * the root, a control character, `--` in a comment. */
int
dd_xml_write(const xmlDoc *doc, struct dd_buffer *out, struct dd_error *error);

#endif
