/* SPDX-License-Identifier: MIT */
/*
 * Which thing of one edition is which of another. Lists are paired in order,
 * so that what one edition lacks shifts nothing behind it; what is left over
 * on both sides and is the same was moved.
 */
#ifndef DD_CHECK_EDITION_ALIGN_H
#define DD_CHECK_EDITION_ALIGN_H

#include "check/edition.h"

/* What became of one thing; by its serial. */
struct dd_edition_pair {
	const struct dd_edition_entry *partner; /* NULL: it has none */
	bool moved;
};

struct dd_edition_alignment {
	struct dd_edition_pair *own, *other;
};

/* Pairs the things of two editions, both with a root; the result lives in the
 * arena. The same whichever of both is the own one. Cost: linear but for a
 * factor that is bounded. */
void dd_edition_align(struct dd_arena *arena, const struct dd_edition *own,
    const struct dd_edition *other, struct dd_edition_alignment *ret_alignment);

#endif
