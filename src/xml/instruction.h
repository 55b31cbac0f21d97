/* SPDX-License-Identifier: MIT */
/* What libxslt overlooks in a stylesheet, and then leaves out in silence. */
#ifndef DD_XML_INSTRUCTION_H
#define DD_XML_INSTRUCTION_H

#include <stdbool.h>
#include <stddef.h>
#include <libxml/tree.h>

/* True where `doc` has no document type declaration (its entities would be
 * dropped, text and all), and no XSLT element with an attribute that XSLT 1.0
 * does not know. Otherwise `fault`, of `size` bytes, gets the clause that says
 * which: "line 3: xsl:value-of has no attribute `separator`".
 * Source: XSL Transformations 1.0, appendix B. */
bool dd_instructions_known(const xmlDoc *doc, char *fault, size_t size);

#endif
