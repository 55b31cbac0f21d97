/* SPDX-License-Identifier: MIT */
/* Short ways to build a document of the vocabulary. */
#ifndef DD_IMPORT_TREE_H
#define DD_IMPORT_TREE_H

#include <stddef.h>
#include <libxml/tree.h>

/* A new element at the end of `parent`. */
xmlNode *dd_tree_add(xmlNode *parent, const char *name);
/* The same with text; nothing, and NULL, where that is NULL or empty. */
xmlNode *dd_tree_add_text(xmlNode *parent, const char *name, const char *text);
/* Sets an attribute; nothing where the value is NULL. */
void dd_tree_set(xmlNode *node, const char *name, const char *value);
/* Appends text. */
void dd_tree_text(xmlNode *node, const char *text, size_t len);

#endif
