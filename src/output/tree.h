/* SPDX-License-Identifier: MIT */
/* What every writer asks of a result tree. Private to output/. */
#ifndef DD_OUTPUT_TREE_H
#define DD_OUTPUT_TREE_H

#include <stdbool.h>
#include <string.h>
#include <libxml/tree.h>
#include "base/utf8.h"

struct dd_error;

/* Nested elements that a writer follows; each writer recurses. */
enum { DD_TREE_DEPTH_MAX = 1024 };

/* Text of a stylesheet in a message, as the two arguments of `%.*s`. */
#define DD_TREE_SHOW(text) DD_UTF8_SHOW((text), DD_TREE_SHOWN_MAX)
enum { DD_TREE_SHOWN_MAX = 80 }; /* bytes */

/* DD_E_ENGINE where `depth` (from 0) is over DD_TREE_DEPTH_MAX, else 0. */
int dd_tree_check_depth(int depth, struct dd_error *error);

/* True for an element of that namespace. */
bool dd_tree_in(const xmlNode *node, const char *namespace);
/* True for an element of that namespace and local name. */
bool dd_tree_is(const xmlNode *node, const char *namespace, const char *name);

bool dd_tree_is_element(const xmlNode *node);
/* True for character data, CDATA included. */
bool dd_tree_is_text(const xmlNode *node);
/* True for character data that is only space, tab, CR and LF. */
bool dd_tree_is_blank(const xmlNode *node);
/* True for what no writer prints: comments and processing instructions, and
 * the document type of a result tree. */
bool dd_tree_is_silent(const xmlNode *node);

/* The value of an attribute, borrowed from the tree; "" where it is empty.
 * NULL where it holds anything but one text. */
const char *dd_tree_attr_text(const xmlAttr *attr);

/* The only element among `node` and its following siblings, where the rest
 * are white space and silent nodes; NULL otherwise. */
const xmlNode *dd_tree_only_element(const xmlNode *node);

#endif
