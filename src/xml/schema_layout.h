/* SPDX-License-Identifier: MIT */
/*
 * What a schema says of the form in which its documents are written: where
 * white space counts, which elements stand on one line, in which order
 * attributes come. Declarations are nodes of the schema, borrowed.
 */
#ifndef DD_XML_SCHEMA_LAYOUT_H
#define DD_XML_SCHEMA_LAYOUT_H

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

/* The name of the child number `index`, from 0, that an element may have, in the
 * order of the schema; NULL behind the last. */
const char *dd_layout_child(
    const struct dd_schema *schema, const xmlNode *declaration, size_t index);

/* Puts the attributes of an element into the order of the schema, and behind
 * them what the schema does not know, by name. */
void dd_layout_sort(const struct dd_schema *schema, const xmlNode *declaration,
    xmlNode *element);

/* The same for a whole document; elements in places that the schema does not
 * know stay as they are. */
void dd_layout_sort_all(const struct dd_schema *schema, xmlDoc *doc);

#endif
