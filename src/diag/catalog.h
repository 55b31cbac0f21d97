/* SPDX-License-Identifier: MIT */
/* The table of diagnostic ids, made from catalog.def. */
#ifndef DD_DIAG_CATALOG_H
#define DD_DIAG_CATALOG_H

#include <stdbool.h>
#include <stddef.h>

/* DD_OFF is for rules at a stage where they are not asked. */
enum dd_level { DD_OFF, DD_ADVICE, DD_WARNING, DD_ERROR };

/* How far a document is on its way. */
enum dd_stage { DD_DRAFT, DD_REVIEW, DD_PUBLISH, DD_STAGES };

/* Whether a program may mend what a rule finds. */
enum dd_fixable {
	DD_FIX_NONE,   /* an editor must decide */
	DD_FIX_SAFE,   /* nothing but the form changes */
	DD_FIX_UNSAFE, /* the sense may change */
};

enum dd_id {
#define DIAGNOSTIC(symbol, slug, level, meaning) DD_ID_##symbol,
#define RULE(symbol, slug, draft, review, publish, fix, since, meaning, why,   \
    wrong, right)                                                              \
	DD_ID_##symbol,
#include "diag/catalog.def"
#undef RULE
#undef DIAGNOSTIC
	DD_ID_COUNT
};

struct dd_catalog_entry {
	const char *slug;    /* "clock/home-time"; unique, stable */
	const char *meaning; /* one sentence */
	enum dd_level level; /* of a rule: that of publication */
	/* Of editorial rules only; `why` is NULL for all others. */
	enum dd_level stages[DD_STAGES];
	enum dd_fixable fix;
	const char *since;	   /* the version that had it first */
	const char *why;	   /* why it matters; a sentence or two */
	const char *wrong, *right; /* an example each, in plain text */
};

/* The entry of an id; never NULL. */
const struct dd_catalog_entry *dd_catalog(enum dd_id id);

/* True where `name` is the id of the entry, or its area: "clock". */
bool
dd_catalog_is_named(const struct dd_catalog_entry *entry, const char *name);

/* "error", "warning", "advice" or "off". */
const char *dd_level_name(enum dd_level level);
/* The level, or the stage, of that name; -1 where there is none. */
int dd_level_find(const char *name);
int dd_stage_find(const char *name);
/* "draft", "review" or "publish". */
const char *dd_stage_name(enum dd_stage stage);

#endif
