/* SPDX-License-Identifier: MIT */
/* "KST", "UTC+9": what stands behind a clock instead of the name of a place. */
#ifndef DD_IMPORT_ZONE_LABEL_H
#define DD_IMPORT_ZONE_LABEL_H

#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"

/* How far from Greenwich clocks with a label may be. */
struct dd_zone_label {
	const char *name;
	int count; /* of `minutes`; several: the label alone does not tell */
	int minutes[3];	  /* east of Greenwich */
	const char *zone; /* where it is that of one country alone, or NULL */
};

/* The label of `len` bytes; NULL where it is none. */
const struct dd_zone_label *
dd_zone_label_find(const char *text, size_t len, struct dd_arena *arena);

/* True where the label may mean an offset of so many seconds. */
bool dd_zone_label_fits(const struct dd_zone_label *label, int seconds);

#endif
