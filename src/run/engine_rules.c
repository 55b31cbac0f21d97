/* SPDX-License-Identifier: MIT */
/* Owns: which files of rules a document is checked by. Leaves reading and
 * running them to check/. */
#include "run/engine_rules.h"
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include "base/error.h"
#include "base/files.h"
#include "base/folder.h"
#include "base/memory.h"
#include "base/nearest.h"
#include "check/schematron.h"
#include "diag/catalog.h"
#include "model/house.h"
#include "run/engine.h"
#include "xml/locate.h"
#include "xml/node.h"
#include "xml/region.h"
#include "xml/source.h"

void
dd_engine_release_rules(struct dd_engine *engine)
{
	for (size_t i = 0; i < engine->rules.count; i++)
		dd_schematron_free(engine->rules.entries[i].value);
	dd_table_release(&engine->rules);
	dd_table_release(&engine->rule_sets);
}

/* Adds what is not there yet. */
static void
add(struct dd_engine *engine, struct dd_rule_set *set,
    struct dd_schematron *rules)
{
	struct dd_schematron **items =
	    dd_arena_alloc(&engine->arena, (set->count + 1) * sizeof *items);

	for (size_t i = 0; i < set->count; i++) {
		if (set->items[i] == rules)
			return;
		items[i] = set->items[i];
	}
	items[set->count++] = rules;
	set->items = items;
}

/* Reads a file once, however it is named, and closes it. */
static int
read_rules(struct dd_engine *engine, const char *path, struct dd_file *file,
    struct dd_schematron **ret_rules, struct dd_error *error)
{
	const char *key =
	    dd_arena_dup(&engine->arena, file->real[0] ? file->real : path);
	bool active;

	*ret_rules = dd_table_find(&engine->rules, key);
	if (*ret_rules) {
		dd_file_close(file);
		return 0;
	}
	active = dd_region_pause();
	*ret_rules = dd_schematron_read(
	    path, file, &engine->files, engine->phase, &engine->zones, error);
	dd_region_resume(active);
	if (!*ret_rules)
		return DD_E_USAGE;
	dd_table_add(&engine->rules, key, *ret_rules);
	return 0;
}

int
dd_engine_add_rules(
    struct dd_engine *engine, const char *path, struct dd_error *error)
{
	const struct dd_file_request request = {DD_FILE_RUN, .name = path};
	struct dd_schematron *rules;
	struct dd_file file;
	int result;

	dd_file_open(&engine->files, &request, &file);
	result = read_rules(engine, path, &file, &rules, error);
	if (!engine->added)
		engine->added =
		    dd_arena_alloc(&engine->arena, sizeof *engine->added);
	if (result == 0)
		add(engine, engine->added, rules);
	return result;
}

static int
read_named(struct dd_engine *engine, const struct dd_house *house,
    const char *href, struct dd_rule_set *set, struct dd_error *error)
{
	const char *name = house->source.name, *slash = strrchr(name, '/');
	const char *path = dd_arena_printf(&engine->arena, "%.*s%s",
	    slash ? (int)(slash - name) + 1 : 0, name, href);
	const struct dd_file_request request = {
	    DD_FILE_RULES, .from = name, .name = href};
	struct dd_schematron *rules;
	struct dd_file file;
	int result;

	if (!dd_folder_takes(href))
		return dd_error_set(error, DD_E_USAGE,
		    "The house file %s names rules `%s`; write a path from its "
		    "own folder.",
		    name, href);
	dd_file_open(&engine->files, &request, &file);
	if (file.error == EXDEV)
		return dd_error_set(error, DD_E_USAGE,
		    "The house file %s names rules `%s`, which leads out of "
		    "its folder; put the file there.",
		    name, href);
	result = read_rules(engine, path, &file, &rules, error);
	if (result == 0)
		add(engine, set, rules);
	return result;
}

/* The names of all rules of a set; *ret_count of them, for the caller to free. */
static const char **
list_names(const struct dd_rule_set *set, size_t *ret_count)
{
	size_t count = 0;
	const char **names;

	for (size_t i = 0; i < set->count; i++)
		count += dd_schematron_count(set->items[i]);
	names = dd_calloc(count + 1, sizeof *names);
	*ret_count = 0;
	for (size_t i = 0; i < set->count; i++)
		for (size_t n = 0; n < dd_schematron_count(set->items[i]); n++)
			names[(*ret_count)++] =
			    dd_schematron_name(set->items[i], n);
	return names;
}

static bool
has_rule(const struct dd_rule_set *set, const char *name)
{
	for (int i = 0; i < DD_ID_COUNT; i++)
		if (strcmp(dd_catalog((enum dd_id)i)->slug, name) == 0)
			return true;
	for (size_t i = 0; i < set->count; i++)
		if (dd_schematron_has(set->items[i], name))
			return true;
	return false;
}

static int
fail_severity(const struct dd_house *house, const struct dd_rule_set *set,
    const xmlAttr *attr, struct dd_error *error)
{
	const char *rule = dd_attr_text(attr), *nearest;
	struct dd_place place;
	const char **names;
	size_t count;

	names = list_names(set, &count);
	nearest = dd_nearest(rule, names, count);
	free(names);
	/* Lines are found when they are first asked for. */
	dd_source_place((struct dd_source *)&house->source,
	    dd_locate_value(&house->tree, attr), &place);
	if (nearest)
		return dd_error_set(error, DD_E_USAGE,
		    "The house file is not valid: %s:%zu:%zu: There is no rule "
		    "`%s`; did you mean `%s`?",
		    house->source.name, place.line, place.column, rule,
		    nearest);
	return dd_error_set(error, DD_E_USAGE,
	    "The house file is not valid: %s:%zu:%zu: There is no rule `%s` in "
	    "the files of rules.",
	    house->source.name, place.line, place.column, rule);
}

/* The schema knows no rules that the house wrote itself: their levels can be
 * looked at now. */
static int
check_severities(const struct dd_house *house, const struct dd_rule_set *set,
    struct dd_error *error)
{
	for (const xmlNode *n = dd_house_first(house, "severity"); n;
	     n = dd_node_next(n, "severity")) {
		const xmlAttr *attr = dd_node_attr(n, "rule");
		const char *rule = attr ? dd_attr_text(attr) : "";

		if (strncmp(rule, "house/", strlen("house/")) == 0 &&
		    !has_rule(set, rule))
			return fail_severity(house, set, attr, error);
	}
	return 0;
}

int
dd_engine_rules(struct dd_engine *engine, const struct dd_house *house,
    const struct dd_rule_set **ret_rules, struct dd_error *error)
{
	const char *name = house->source.name;
	struct dd_rule_set *set = dd_table_find(&engine->rule_sets, name);
	int result = 0;

	*ret_rules = set;
	if (set)
		return 0;
	set = dd_arena_alloc(&engine->arena, sizeof *set);
	for (size_t i = 0; engine->added && i < engine->added->count; i++)
		add(engine, set, engine->added->items[i]);
	for (const xmlNode *n = dd_house_first(house, "rules");
	     n && result == 0; n = dd_node_next(n, "rules"))
		result = read_named(
		    engine, house, dd_node_value(n, "href"), set, error);
	if (result == 0)
		result = check_severities(house, set, error);
	if (result == 0)
		dd_table_add(&engine->rule_sets, name, set);
	*ret_rules = set;
	return result;
}

const char *
dd_engine_rule_name(const struct dd_engine *engine, size_t index)
{
	for (size_t i = 0; i < engine->rules.count; i++) {
		const struct dd_schematron *rules =
		    engine->rules.entries[i].value;
		size_t count = dd_schematron_count(rules);

		if (index < count)
			return dd_schematron_name(rules, index);
		index -= count;
	}
	return NULL;
}
