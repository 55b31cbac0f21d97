/* SPDX-License-Identifier: MIT */
/*
 * Questions about the schema, answered from its own tree: which elements and
 * attributes there are, where they may stand, and what they may say.
 */
#ifndef DD_XML_SCHEMA_GRAMMAR_H
#define DD_XML_SCHEMA_GRAMMAR_H

#include <stdbool.h>
#include <stddef.h>
#include <libxml/tree.h>
#include "base/table.h"

/* A short list of different words, borrowed; more than fit are left out. */
struct dd_words_list {
	const char *word[64];
	size_t count;
};

void dd_words_list_add(struct dd_words_list *list, const char *word);
bool dd_words_list_has(const struct dd_words_list *list, const char *word);

/* Namespace of the attribute that keeps a type as the schema's author wrote it,
 * where the engine is given another one. */
#define DD_NS_AS_WRITTEN "urn:diplodoc:as-written"

struct dd_type_memo;

/* Declarations and types are nodes of the schema's tree; all are borrowed. */
struct dd_grammar {
	xmlNode *schema;       /* xs:schema */
	xmlNode *root;	       /* the one global xs:element */
	const char *name;      /* of the root */
	const char *target;    /* target namespace */
	struct dd_table types; /* name -> xs:complexType, xs:simpleType */
	struct dd_table groups;
	struct dd_type_memo **memos; /* xml/schema_memo.h; owned */
};

/* False where the schema has no global element or no target namespace. */
bool dd_grammar_init(struct dd_grammar *grammar, xmlDocPtr doc);
void dd_grammar_release(struct dd_grammar *grammar);

/* True for an element in the namespace that the schema is for. */
bool dd_grammar_owns(const struct dd_grammar *grammar, const xmlNode *node);

/* The type of an element of a document, found by the way from the root to it.
 * NULL where it may not stand there, or its type is built into XSD. Cost: the
 * depth times the children that each type declares. */
const xmlNode *
dd_grammar_type_of(const struct dd_grammar *grammar, const xmlNode *node);
/* The type of an xs:element; NULL as above. */
const xmlNode *
dd_grammar_declared_type(const struct dd_grammar *grammar, const xmlNode *decl);
/* The xs:element for a child of that name of a complex type, or NULL. */
const xmlNode *dd_grammar_child(
    const struct dd_grammar *grammar, const xmlNode *type, const char *name);
/* The xs:attribute of that name ("country", "xml:lang") or NULL. */
const xmlNode *dd_grammar_attribute(const xmlNode *type, const char *name);
/* The next xs:attribute; `last` NULL: the first. */
const xmlNode *
dd_grammar_next_attribute(const xmlNode *type, const xmlNode *last);
/* True where an xs:attribute must be there; `attribute` may be NULL. */
bool dd_grammar_is_required(const xmlNode *attribute);
/* "country", "xml:lang". */
const char *dd_grammar_attribute_name(const xmlNode *attribute);
/* "countryCode", "xs:ID", "xml:lang". */
const char *dd_grammar_attribute_type(const xmlNode *attribute);
/* Name of the simple type of an element's text; NULL for complex content. */
const char *
dd_grammar_text_type(const struct dd_grammar *grammar, const xmlNode *node);
/* True where text may stand in elements of the type. */
bool dd_grammar_takes_text(const xmlNode *type);
/* The first xs:sequence, xs:choice or xs:group of a complex type, or NULL. */
const xmlNode *dd_grammar_content(const xmlNode *type);
/* The xs:element, group and so on below a particle, references followed. */
const xmlNode *
dd_grammar_first(const struct dd_grammar *grammar, const xmlNode *particle);
const xmlNode *dd_grammar_next(const xmlNode *particle);

/* Names of all elements below a particle, in their order. */
void dd_grammar_elements(const struct dd_grammar *grammar,
    const xmlNode *particle, struct dd_words_list *out);
/* The xs:element of that name below a particle, or NULL. */
const xmlNode *dd_grammar_find(const struct dd_grammar *grammar,
    const xmlNode *particle, const char *name);
/* Whether what a particle says may stand any number of times. */
bool dd_grammar_repeats(const xmlNode *particle);

/* Names of all elements that a complex type may hold, in their order. */
void dd_grammar_children(const struct dd_grammar *grammar, const xmlNode *type,
    struct dd_words_list *out);
/* Names of the elements that may hold the element `child`. */
void dd_grammar_parents(const struct dd_grammar *grammar, const char *child,
    struct dd_words_list *out);
/* Names of the elements that have the attribute. */
void dd_grammar_owners(const struct dd_grammar *grammar, const char *attribute,
    struct dd_words_list *out);
/* The allowed words of an enumeration; none where the type is none. */
void dd_grammar_values(const struct dd_grammar *grammar, const char *type,
    struct dd_words_list *out);
/* The type built into XSD that a named simple type restricts, "xs:decimal";
 * `type` itself where it is one. NULL for a union. */
const char *dd_grammar_base(const struct dd_grammar *grammar, const char *type);
/* The characters that a named simple type takes at most; 0: any number. */
size_t dd_grammar_longest(const struct dd_grammar *grammar, const char *type);
/* True where a named simple type has a pattern that accepts the text. */
bool dd_grammar_accepts(
    const struct dd_grammar *grammar, const char *type, const char *text);

#endif
