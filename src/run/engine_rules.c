/* SPDX-License-Identifier: MIT */
/* Owns: which files of rules a document is checked by. Leaves reading and
 * running them to check/. */
#include "run/engine_rules.h"
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include "base/error.h"
#include "base/folder.h"
#include "check/schematron.h"
#include "model/house.h"
#include "run/engine.h"
#include "xml/node.h"
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

/* Reads a file once, however it is named. */
static int
read_rules(struct dd_engine *engine, const char *path,
    struct dd_schematron **ret_rules, struct dd_error *error)
{
	char *real = realpath(path, NULL);
	const char *key = dd_arena_dup(&engine->arena, real ? real : path);

	free(real);
	*ret_rules = dd_table_find(&engine->rules, key);
	if (*ret_rules)
		return 0;
	*ret_rules =
	    dd_schematron_new(path, engine->phase, &engine->zones, error);
	if (!*ret_rules)
		return DD_E_USAGE;
	dd_table_add(&engine->rules, key, *ret_rules);
	return 0;
}

int
dd_engine_add_rules(
    struct dd_engine *engine, const char *path, struct dd_error *error)
{
	struct dd_schematron *rules;
	int result = read_rules(engine, path, &rules, error);

	if (!engine->added)
		engine->added =
		    dd_arena_alloc(&engine->arena, sizeof *engine->added);
	if (result == 0)
		add(engine, engine->added, rules);
	return result;
}

/* False where a path leads out of the folder that a file lies in; true also
 * where nothing is there, which whoever reads it will say. */
static bool
is_inside(const char *file, const char *path)
{
	char *folder = dd_folder_of(file), *real = realpath(path, NULL);
	bool inside = !real || (folder && dd_folder_holds(folder, real));

	free(folder);
	free(real);
	return inside;
}

static int
read_named(struct dd_engine *engine, const struct dd_house *house,
    const char *href, struct dd_rule_set *set, struct dd_error *error)
{
	const char *name = house->source.name, *slash = strrchr(name, '/');
	const char *path = dd_arena_printf(&engine->arena, "%.*s%s",
	    slash ? (int)(slash - name) + 1 : 0, name, href);
	struct dd_schematron *rules;
	int result;

	if (!dd_folder_takes(href))
		return dd_error_set(error, DD_E_USAGE,
		    "The house file %s names rules `%s`; write a path from its "
		    "own folder.",
		    name, href);
	if (!is_inside(name, path))
		return dd_error_set(error, DD_E_USAGE,
		    "The house file %s names rules `%s`, which leads out of "
		    "its folder; put the file there.",
		    name, href);
	result = read_rules(engine, path, &rules, error);
	if (result == 0)
		add(engine, set, rules);
	return result;
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
