/* SPDX-License-Identifier: MIT */
/*
 * What has been found out about a type of the schema once, kept with the
 * type: every element of every document asks for it.
 */
#ifndef DD_XML_SCHEMA_MEMO_H
#define DD_XML_SCHEMA_MEMO_H

#include <stddef.h>
#include <libxml/tree.h>
#include "base/table.h"

struct dd_grammar;

struct dd_type_memo {
	struct dd_type_memo *next;
	struct dd_table children;      /* name -> xs:element */
	const char *const *attributes; /* names in the order of the schema, */
	size_t attribute_count;	       /* "country", "xml:lang" */
};

/* Of a complex type; made on the first call, and then as cheap as a pointer.
 * It belongs to the grammar. One thread at a time. */
const struct dd_type_memo *
dd_type_memo(const struct dd_grammar *grammar, const xmlNode *type);

/* Frees a whole list; NULL is fine. */
void dd_type_memo_free(struct dd_type_memo *first);

#endif
