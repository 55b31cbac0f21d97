/* SPDX-License-Identifier: MIT */
/*
 * XSD validation in words an editor understands. libxml2 judges; the words
 * are ours, made from the node, the schema and the code, never from the
 * library's sentence alone (that is kept as the diagnostic's detail).
 */
#ifndef DD_XML_SCHEMA_H
#define DD_XML_SCHEMA_H

#include <stddef.h>

struct dd_error;
struct dd_grammar;
struct dd_schema;
struct dd_sink;
struct dd_tree;

/* A file of the bundle that a schema may include or import by name. */
struct dd_schema_file {
	const char *name; /* "xml.xsd", as written in schemaLocation */
	const char *data;
	size_t len;
};

/* Compiles bundle[0]; the others are found by name, anything else is refused
 * without touching the file system or network. NULL and `error` on failure. */
struct dd_schema *dd_schema_new(
    const struct dd_schema_file *bundle, size_t count, struct dd_error *error);
void dd_schema_free(struct dd_schema *schema);

/* What may stand where, borrowed from the schema. */
const struct dd_grammar *dd_schema_grammar(const struct dd_schema *schema);

/* Validates the tree; findings (schema/...) go to the sink, in document order.
 * Returns 0 where the engine ran to its end (valid or not), or DD_E_ENGINE:
 * the document is then not checked. */
int dd_schema_validate(const struct dd_schema *schema,
    const struct dd_tree *tree, struct dd_sink *sink, struct dd_error *error);

#endif
