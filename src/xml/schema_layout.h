/* SPDX-License-Identifier: MIT */
/*
 * What a schema says of the form in which its documents are written: where
 * white space counts, which elements stand on one line, in which order
 * attributes come. Declarations are nodes of the schema, borrowed.
 */
#ifndef DD_XML_SCHEMA_LAYOUT_H
#define DD_XML_SCHEMA_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <libxml/tree.h>

struct dd_schema;

/* A type says `line` or `groups` itself, in an attribute of this namespace. */
#define DD_NS_LAYOUT "urn:diplodoc:layout:1"

enum dd_layout {
	DD_LAYOUT_BLOCK,  /* elements, each on lines of its own; or nothing */
	DD_LAYOUT_GROUPS, /* the same, with an empty line between names */
	DD_LAYOUT_LINE,	  /* elements, all on one line */
	DD_LAYOUT_DATA,	  /* text alone, whose white space collapses */
	DD_LAYOUT_EXACT	  /* text where all white space counts */
};

/* The declaration of an element inside of one that is declared as `parent`;
 * NULL: of the root. NULL where it may not stand there. */
const xmlNode *dd_layout_declaration(const struct dd_schema *schema,
    const xmlNode *parent, const xmlNode *element);

enum dd_layout
dd_layout_of(const struct dd_schema *schema, const xmlNode *declaration);

/* The place of an attribute among those of its element, from 0; SIZE_MAX where
 * the element has none of that name. `name` as in "country", "xml:lang". */
size_t dd_layout_rank(const struct dd_schema *schema,
    const xmlNode *declaration, const char *name);

/* True where white space at the ends of the attribute's value means nothing,
 * and any other as much as one space. False for an unknown attribute. */
bool dd_layout_collapses(const struct dd_schema *schema,
    const xmlNode *declaration, const char *name);

#endif
