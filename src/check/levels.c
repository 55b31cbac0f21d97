/* SPDX-License-Identifier: MIT */
/*
 * Owns: how serious each rule is: the catalogue, then the house, then the
 * command line; the later one wins.
 */
#include <fnmatch.h>
#include <string.h>
#include "base/arena.h"
#include "check/check.h"
#include "model/house.h"
#include "model/model.h"
#include "xml/node.h"

/* What makes a document invalid keeps its level. */
static void
set_level(void *data, const char *rule, const char *level)
{
	struct dd_check_levels *levels = data;
	int found = level ? dd_level_find(level) : -1;

	for (int i = 0; rule && found >= 0 && i < DD_ID_COUNT; i++) {
		const struct dd_catalog_entry *entry =
		    dd_catalog((enum dd_id)i);

		if (entry->why && dd_catalog_is_named(entry, rule))
			levels->of[i] = (enum dd_level)found;
	}
}

/* A pattern for paths begins at any folder: "archive/2003-*" too. */
static bool
is_path_meant(const char *pattern, const char *path)
{
	if (!pattern)
		return true;
	while (path) {
		const char *slash = strchr(path, '/');

		if (fnmatch(pattern, path, 0) == 0)
			return true;
		path = slash ? slash + 1 : NULL;
	}
	return false;
}

/* <severity rule="text/spelling" level="off" stage="draft" path="old/2003*"/>;
 * without a stage it is for all, without a path too. */
static void
read_severities(const struct dd_check_input *input,
    void (*set)(void *data, const char *rule, const char *level), void *data)
{
	for (const xmlNode *n =
		 dd_house_first(input->summary->house, "severity");
	     n; n = dd_node_next(n, "severity")) {
		const char *only = dd_node_value(n, "stage");

		if ((!only ||
			dd_stage_find(only) == (int)input->options->stage) &&
		    is_path_meant(dd_node_value(n, "path"), input->path))
			set(data, dd_node_value(n, "rule"),
			    dd_node_value(n, "level"));
	}
}

static void
read_catalog(struct dd_check_levels *levels, enum dd_stage stage)
{
	for (int i = 0; i < DD_ID_COUNT; i++)
		levels->of[i] = dd_catalog((enum dd_id)i)->stages[stage];
}

static void
read_choices(const struct dd_check_input *input,
    void (*set)(void *data, const char *rule, const char *level), void *data)
{
	const struct dd_check_options *options = input->options;

	if (input->summary->house)
		read_severities(input, set, data);
	for (size_t i = 0; i < options->severity_count; i++)
		set(data, options->severities[i].rule,
		    options->severities[i].level);
}

void
dd_check_levels(
    struct dd_check_levels *levels, const struct dd_check_input *input)
{
	read_catalog(levels, input->options->stage);
	read_choices(input, set_level, levels);
}

/* The level of one rule. */
struct own_level {
	const struct dd_catalog_entry *entry;
	enum dd_level level;
};

static void
set_own_level(void *data, const char *rule, const char *level)
{
	struct own_level *own = data;
	int found = level ? dd_level_find(level) : -1;

	if (rule && found >= 0 && own->entry->why &&
	    dd_catalog_is_named(own->entry, rule))
		own->level = (enum dd_level)found;
}

enum dd_level
dd_check_own_level(
    const struct dd_check_input *input, enum dd_id id, enum dd_level level)
{
	struct own_level own = {dd_catalog(id), level};

	read_choices(input, set_own_level, &own);
	return own.level;
}

/* --- rules that the house wrote itself ----------------------------------- */

/* What stands for such a rule: its name, `house/rule` for all, or the area. */
static bool
is_meant(const char *rule, const char *name)
{
	return strcmp(rule, name) == 0 ||
	    dd_catalog_is_named(dd_catalog(DD_ID_HOUSE_RULE), rule);
}

static void
keep_choice(void *data, const char *rule, const char *level)
{
	struct dd_named_levels *named = data;
	const char *slug = dd_catalog(DD_ID_HOUSE_RULE)->slug;

	if (rule && strncmp(rule, slug, strcspn(slug, "/")) == 0)
		named->choices[named->count++] =
		    (struct dd_severity){rule, level};
}

void
dd_check_named_levels(struct dd_named_levels *named,
    const struct dd_check_input *input, struct dd_arena *arena)
{
	const struct dd_check_options *options = input->options;
	size_t count = options->severity_count;

	for (const xmlNode *n = input->summary->house
		 ? dd_house_first(input->summary->house, "severity")
		 : NULL;
	     n; n = dd_node_next(n, "severity"))
		count++;
	*named = (struct dd_named_levels){
	    .choices =
		dd_arena_alloc(arena, (count + 1) * sizeof *named->choices)};
	if (input->summary->house)
		read_severities(input, keep_choice, named);
	named->house_count = named->count;
	for (size_t i = 0; i < options->severity_count; i++)
		keep_choice(named, options->severities[i].rule,
		    options->severities[i].level);
}

enum dd_level
dd_check_named_level(
    const struct dd_named_levels *named, const char *name, enum dd_level own)
{
	enum dd_level level = own;

	for (size_t i = 0; i < named->count; i++) {
		const struct dd_severity *choice = &named->choices[i];
		int found = choice->level ? dd_level_find(choice->level) : -1;

		/* A choice without a level undoes those before it among the
		 * options. */
		if (i == named->house_count)
			own = level;
		if (is_meant(choice->rule, name))
			level = !choice->level ? own
			    : found >= 0       ? (enum dd_level)found
					       : level;
	}
	return level;
}
