/* SPDX-License-Identifier: MIT */
/*
 * Owns: how serious each rule is: the catalogue, then the house, then the
 * command line; the later one wins.
 */
#include <fnmatch.h>
#include <string.h>
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

/* A rule that the house wrote itself, on its way. */
struct named {
	const char *name;
	enum dd_level own, level;
};

static void
set_named(void *data, const char *rule, const char *level)
{
	struct named *named = data;
	const struct dd_catalog_entry *all = dd_catalog(DD_ID_HOUSE_RULE);
	int found = level ? dd_level_find(level) : -1;

	if (!rule ||
	    (strcmp(rule, named->name) != 0 && !dd_catalog_is_named(all, rule)))
		return;
	if (!level)
		named->level = named->own;
	else if (found >= 0)
		named->level = (enum dd_level)found;
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
read_choices(struct dd_check_levels *levels, const struct dd_check_input *input)
{
	const struct dd_check_options *options = input->options;

	if (input->summary->house)
		read_severities(input, set_level, levels);
	for (size_t i = 0; i < options->severity_count; i++)
		set_level(levels, options->severities[i].rule,
		    options->severities[i].level);
}

void
dd_check_levels(
    struct dd_check_levels *levels, const struct dd_check_input *input)
{
	read_catalog(levels, input->options->stage);
	read_choices(levels, input);
}

enum dd_level
dd_check_own_level(
    const struct dd_check_input *input, enum dd_id id, enum dd_level own)
{
	struct dd_check_levels levels;

	read_catalog(&levels, input->options->stage);
	levels.of[id] = own;
	read_choices(&levels, input);
	return levels.of[id];
}

enum dd_level
dd_check_named_level(
    const struct dd_check_input *input, const char *name, enum dd_level own)
{
	const struct dd_check_options *options = input->options;
	struct named named = {name, own, own};

	if (input->summary->house)
		read_severities(input, set_named, &named);
	named.own = named.level;
	for (size_t i = 0; i < options->severity_count; i++)
		set_named(&named, options->severities[i].rule,
		    options->severities[i].level);
	return named.level;
}
