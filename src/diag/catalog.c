/* SPDX-License-Identifier: MIT */
/* Owns: the table behind the ids. Leaves the list itself to catalog.def. */
#include "diag/catalog.h"
#include <assert.h>
#include <string.h>

static const struct dd_catalog_entry entries[] = {
#define DIAGNOSTIC(symbol, slug, level, meaning)                               \
	{slug, meaning, DD_##level, {DD_##level, DD_##level, DD_##level},      \
	    DD_FIX_NONE, NULL, NULL, NULL, NULL},
#define RULE(symbol, slug, draft, review, publish, fix, since, meaning, why,   \
    wrong, right)                                                              \
	{slug, meaning, DD_##publish, {DD_##draft, DD_##review, DD_##publish}, \
	    DD_FIX_##fix, since, why, wrong, right},
#include "diag/catalog.def"
#undef RULE
#undef DIAGNOSTIC
};

const struct dd_catalog_entry *
dd_catalog(enum dd_id id)
{
	assert((size_t)id < DD_ID_COUNT);
	return &entries[id];
}

bool
dd_catalog_is_named(const struct dd_catalog_entry *entry, const char *name)
{
	const char *slug = entry->slug;

	for (; *name && *slug == *name; name++)
		slug++;
	return !*name && (!*slug || *slug == '/');
}

static const char *const levels[] = {
    [DD_OFF] = "off",
    [DD_ADVICE] = "advice",
    [DD_WARNING] = "warning",
    [DD_ERROR] = "error",
};

static const char *const stages[] = {
    [DD_DRAFT] = "draft",
    [DD_REVIEW] = "review",
    [DD_PUBLISH] = "publish",
};

static int
find_word(const char *const *words, size_t count, const char *word)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(words[i], word) == 0)
			return (int)i;
	return -1;
}

const char *
dd_level_name(enum dd_level level)
{
	assert((size_t)level < sizeof levels / sizeof *levels);
	return levels[level];
}

int
dd_level_find(const char *name)
{
	return find_word(levels, sizeof levels / sizeof *levels, name);
}

const char *
dd_stage_name(enum dd_stage stage)
{
	assert((size_t)stage < DD_STAGES);
	return stages[stage];
}

int
dd_stage_find(const char *name)
{
	return find_word(stages, DD_STAGES, name);
}
