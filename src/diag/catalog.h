/* SPDX-License-Identifier: MIT */
/* The table of diagnostic ids, made from catalog.def. */
#ifndef DD_DIAG_CATALOG_H
#define DD_DIAG_CATALOG_H

#include <stddef.h>

enum dd_level { DD_ADVICE, DD_WARNING, DD_ERROR };

enum dd_id {
#define DIAGNOSTIC(symbol, slug, level, meaning) DD_ID_##symbol,
#include "diag/catalog.def"
#undef DIAGNOSTIC
	DD_ID_COUNT
};

struct dd_catalog_entry {
	const char *slug;    /* "clock/home-time"; unique, stable */
	const char *meaning; /* one sentence */
	enum dd_level level;
};

/* The entry of an id; never NULL. */
const struct dd_catalog_entry *dd_catalog(enum dd_id id);

/* "error", "warning" or "advice". */
const char *dd_level_name(enum dd_level level);

#endif
