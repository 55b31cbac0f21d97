/* SPDX-License-Identifier: MIT */
/*
 * The schemas, stylesheets and words that are built into the program. The
 * table is generated at build time by tools/embed.c; while developing, a
 * directory with the same names can stand in for it.
 */
#ifndef DD_BASE_RESOURCE_H
#define DD_BASE_RESOURCE_H

#include <stddef.h>
#include "base/arena.h"

struct dd_error;

struct dd_resource {
	const char *name; /* path in the source tree: "xslt/html.xsl" */
	const char *data; /* NUL-terminated */
	size_t len;	  /* bytes, without the NUL */
};

/* All resources, ended by a row whose name is NULL. */
extern const struct dd_resource dd_resources[];

/* Where resources come from. */
struct dd_resource_set {
	const char *directory; /* borrowed; NULL: the built-in ones */
	struct dd_arena arena; /* owns what was read from the directory */
};

void dd_resource_set_init(struct dd_resource_set *set);
void dd_resource_set_release(struct dd_resource_set *set);

/* The resource of that name; its bytes live as long as the set. 0, or
 * DD_E_USAGE where there is none of that name. */
int dd_resource_get(struct dd_resource_set *set, const char *name,
    struct dd_resource *ret_resource, struct dd_error *error);

#endif
