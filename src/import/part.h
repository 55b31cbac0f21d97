/* SPDX-License-Identifier: MIT */
/* Marked blocks as a tree: the kind of mark, seen first at a level, is that
 * level's. */
#ifndef DD_IMPORT_PART_H
#define DD_IMPORT_PART_H

#include "import/outline.h"

/* Zero-initialise, and give an arena. */
struct dd_part_list {
	struct dd_arena *arena;
	const char *lang;
	struct dd_part *first, *last;
};

void dd_part_add(struct dd_part_list *list, const struct dd_block *block);

/* The parts as a tree. `lead` is the mark of the lead, where that is the first
 * item and others may nest inside it; they are taken out. */
struct dd_part *
dd_part_nest(struct dd_part_list *list, const struct dd_mark *lead);

#endif
