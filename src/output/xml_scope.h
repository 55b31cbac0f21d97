/* SPDX-License-Identifier: MIT */
/* The namespace declarations in force while XML is written. Private to
 * output/. */
#ifndef DD_OUTPUT_XML_SCOPE_H
#define DD_OUTPUT_XML_SCOPE_H

#include <stdbool.h>
#include <stddef.h>
#include <libxml/tree.h>
#include "base/arena.h"

struct dd_xml_binding {
	const char *prefix; /* "" is the default namespace */
	const char *href;   /* "" is no namespace */
};

/* Zero-initialise. Names are borrowed from the tree. */
struct dd_xml_scope {
	struct dd_xml_binding *bindings; /* innermost last */
	size_t count, cap;
	struct dd_arena made; /* prefixes that no tree had */
};

void dd_xml_scope_release(struct dd_xml_scope *scope);

/* Adds every declaration that `node` must carry, its own and those that it or
 * its attributes need: bindings[old count] to bindings[count - 1]. The
 * caller sets `count` back behind the end tag. */
void dd_xml_scope_enter(struct dd_xml_scope *scope, const xmlNode *node);

/* The prefix for the name of an element or attribute just entered, "" where
 * it has none. */
const char *dd_xml_scope_prefix(
    const struct dd_xml_scope *scope, const xmlNs *ns, bool is_attribute);

#endif
