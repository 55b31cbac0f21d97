/* SPDX-License-Identifier: MIT */
/*
 * The way back of `convert --to json`: a meeting summary from its JSON. What may
 * stand where is asked of the schema of the XML, by the rules of docs/json.md,
 * so that every element and attribute of it is known here too.
 */
#ifndef DD_IMPORT_JSON_H
#define DD_IMPORT_JSON_H

#include <stddef.h>
#include <libxml/tree.h>

struct dd_error;
struct dd_grammar;

/* The tree of a document from `len` bytes of JSON in UTF-8, shown as `name` in
 * messages; the caller frees *ret_doc. It is well-formed and has no blank text,
 * but nobody has validated it: what the schema demands may be missing. Returns
 * 0, or DD_E_INPUT and a sentence with line and column where it is no JSON, or
 * with the path ("/meeting/party/0") of what has no place in a summary. */
int dd_import_json(const struct dd_grammar *grammar, const char *name,
    const void *bytes, size_t len, xmlDoc **ret_doc, struct dd_error *error);

#endif
