/* SPDX-License-Identifier: MIT */
/* In which values two things differ that are one in two editions. */
#ifndef DD_CHECK_EDITION_COMPARE_H
#define DD_CHECK_EDITION_COMPARE_H

#include "check/edition.h"

/* What each of both says; NULL where it says nothing of that kind. */
struct dd_edition_difference {
	const struct dd_edition_value *own, *other;
};

/* Lists the differences, in the arena, and returns their number: what one side
 * alone says is paired with what the other side alone says of the same kind, in
 * the order in which it stands. Cost: sorting the values of both. */
size_t dd_edition_compare(struct dd_arena *arena,
    const struct dd_edition_entry *own, const struct dd_edition_entry *other,
    const struct dd_edition_difference **ret_list);

#endif
