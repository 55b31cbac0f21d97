/* SPDX-License-Identifier: MIT */
/* What makes two texts of two editions the same; edition_read.c alone. */
#ifndef DD_CHECK_EDITION_KEY_H
#define DD_CHECK_EDITION_KEY_H

#include "base/arena.h"
#include "base/table.h"
#include "check/edition_table.h"
#include "xml/node.h"

/* What ids of one document stand for; all of it the tree's. */
struct dd_edition_names {
	struct dd_table people; /* a country, organisation, official, or id */
};

/* Release in any case. */
void dd_edition_names_init(struct dd_edition_names *names, const xmlNode *root);
void dd_edition_names_release(struct dd_edition_names *names);

/* The key of a text that is not empty, in the arena or a constant; NULL where
 * it says nothing that could be compared. */
const char *
dd_edition_key(struct dd_arena *arena, const struct dd_edition_names *names,
    enum dd_edition_form form, const char *text);

#endif
