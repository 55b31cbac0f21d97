/* SPDX-License-Identifier: MIT */
/* Shared by the canonical*.c files only. */
#ifndef DD_OUTPUT_CANONICAL_INTERNAL_H
#define DD_OUTPUT_CANONICAL_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <libxml/tree.h>
#include "base/arena.h"
#include "base/buffer.h"
#include "output/canonical.h"
#include "output/xml_piece.h"

struct dd_canonical {
	struct dd_xml_out to;
	const struct dd_canonical_options *options;
	struct dd_buffer text; /* of the stretch at work, before escaping */
	struct dd_arena arena; /* composed letters, namespaces */
	/* Of attributes, declared at the root; no prefix stands twice. */
	const xmlNs **spaces;
	size_t space_count, space_cap;
};

/* Writes what stands in `text`. */
int dd_canonical_put(struct dd_canonical *w, bool in_attribute);

/* Finds the namespaces that attributes need, in the whole document. */
void dd_canonical_collect(struct dd_canonical *w, const xmlNode *root);
/* Writes what stands in a start tag behind the name, the declarations of the
 * root where `is_root`. */
int dd_canonical_tag(struct dd_canonical *w, const xmlNode *node, bool is_root);

#endif
