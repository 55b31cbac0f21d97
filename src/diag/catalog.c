/* SPDX-License-Identifier: MIT */
/* Owns: the table behind the ids. Leaves the list itself to catalog.def. */
#include "diag/catalog.h"
#include <assert.h>

static const struct dd_catalog_entry entries[] = {
#define DIAGNOSTIC(symbol, slug, level, meaning) {slug, meaning, DD_##level},
#include "diag/catalog.def"
#undef DIAGNOSTIC
};

const struct dd_catalog_entry *
dd_catalog(enum dd_id id)
{
	assert((size_t)id < DD_ID_COUNT);
	return &entries[id];
}

const char *
dd_level_name(enum dd_level level)
{
	static const char *const names[] = {
	    [DD_ADVICE] = "advice",
	    [DD_WARNING] = "warning",
	    [DD_ERROR] = "error",
	};

	assert((size_t)level < sizeof(names) / sizeof(names[0]));
	return names[level];
}
