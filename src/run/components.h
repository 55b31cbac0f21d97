/* SPDX-License-Identifier: MIT */
/* The libraries and data that this program runs on, with their versions. */
#ifndef DD_RUN_COMPONENTS_H
#define DD_RUN_COMPONENTS_H

#include <stddef.h>

struct dd_speller_db;

struct dd_component {
	const char *name;
	char version[64];
};

enum { DD_COMPONENTS_MAX = 8 };

/* Fills `out` and returns how many. `zoneinfo` is the folder of zone files,
 * whose release is read from it ("unknown" where it does not say). Spelling is
 * checked in the languages whose dictionaries are there. */
size_t dd_components(const char *zoneinfo, const struct dd_speller_db *spellers,
    struct dd_component out[DD_COMPONENTS_MAX]);

#endif
