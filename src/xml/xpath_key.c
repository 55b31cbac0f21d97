/* SPDX-License-Identifier: MIT */
/* Owns: key(), an index from texts to nodes that is made when it is asked for
 * first, once for each document. */
#include <stdlib.h>
#include <libxml/xpathInternals.h>
#include <string.h>
#include "base/memory.h"
#include "xml/xpath_internal.h"

/* Nodes of one value, the last one first. */
struct entry {
	const xmlNode *node;
	struct entry *next;
};

static bool
add_entry(struct dd_xpath_engine *engine, struct dd_table *index,
    const char *value, const xmlNode *node)
{
	struct entry *first = dd_table_find(index, value);
	struct entry *entry = dd_arena_alloc(&engine->run, sizeof *entry);

	/* The head stays in the table; the rest hangs on it. */
	entry->node = node;
	if (first) {
		entry->next = first->next;
		first->next = entry;
	} else
		dd_table_add(index, dd_arena_dup(&engine->run, value), entry);
	return dd_xpath_hold(
	    engine, sizeof *entry + (first ? 0 : strlen(value) + 1));
}

static bool
add_text(struct dd_xpath_engine *engine, struct dd_table *index, xmlChar *text,
    const xmlNode *node)
{
	bool good = add_entry(engine, index, (const char *)text, node);

	xmlFree(text);
	return good;
}

/* A set gives a value for each of its nodes, anything else one. False where a
 * limit is met. */
static bool
add_values(struct dd_xpath_engine *engine, struct dd_table *index,
    xmlXPathObject *use, const xmlNode *node)
{
	const xmlNodeSet *set = use->nodesetval;
	bool good = dd_xpath_charge_value(engine, use, true);

	if (use->type != XPATH_NODESET)
		return good &&
		    add_text(engine, index, xmlXPathCastToString(use), node);
	for (int i = 0; good && set && i < set->nodeNr; i++)
		good = add_text(engine, index,
		    xmlXPathCastNodeToString(set->nodeTab[i]), node);
	return good;
}

static bool
index_key(struct dd_xpath_engine *engine, struct dd_table *index,
    const struct dd_xpath_key *key)
{
	static const struct dd_xpath_scope nothing;
	struct dd_xpath_nodes nodes;
	bool good = dd_xpath_nodes(engine, key->match,
	    (const xmlNode *)engine->doc, &engine->run, &nodes);

	for (size_t i = 0; good && i < nodes.count; i++) {
		struct dd_xpath_frame frame;
		xmlXPathObject *value;

		dd_xpath_enter(engine, &frame, &nothing, nodes.items[i]);
		value = dd_xpath_evaluate(engine, key->use, nodes.items[i]);
		dd_xpath_leave(engine);
		good =
		    value && add_values(engine, index, value, nodes.items[i]);
		xmlXPathFreeObject(value);
	}
	return good;
}

static bool
index_keys(
    struct dd_xpath_engine *engine, struct dd_table *index, const char *name)
{
	const struct dd_xpath_place place = dd_xpath_save(engine);
	bool good = true, known = false;

	for (const struct dd_xpath_key *k = engine->keys; k && good;
	     k = k->next)
		if (strcmp(k->name, name) == 0) {
			known = true;
			good = index_key(engine, index, k);
		}
	dd_xpath_restore(engine, &place);
	if (!known)
		dd_xpath_stop(engine, "there is no key `%s`", name);
	return known && good;
}

static struct dd_table *
get_index(struct dd_xpath_engine *engine, const char *name)
{
	struct dd_table *index = dd_table_find(&engine->indexes, name);

	if (index)
		return index;
	index = dd_arena_alloc(&engine->run, sizeof *index);
	dd_table_init(index);
	dd_table_add(&engine->indexes, dd_arena_dup(&engine->run, name), index);
	return index_keys(engine, index, name) ? index : NULL;
}

bool
dd_xpath_find_key(struct dd_xpath_engine *engine, const char *name,
    const char *value, xmlNodeSet *out)
{
	const struct dd_table *index = get_index(engine, name);

	if (!index)
		return false;
	for (const struct entry *e = dd_table_find(index, value); e;
	     e = e->next) {
		if (!dd_xpath_charge(engine, 1))
			return false;
		xmlXPathNodeSetAddUnique(out, (xmlNode *)e->node);
	}
	return true;
}
