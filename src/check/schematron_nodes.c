/* SPDX-License-Identifier: MIT */
/* Owns: the nodes of a document by kind and name. A rule looks at those of its
 * last step only, so that its cost is that of the nodes it may mean. */
#include "check/schematron_internal.h"

static void
append(
    struct dd_sch_nodes *nodes, struct dd_sch_list *list, const xmlNode *node)
{
	struct dd_sch_place *place =
	    dd_arena_alloc(&nodes->arena, sizeof *place);

	place->node = node;
	if (!list->first)
		list->last = &list->first;
	*list->last = place;
	list->last = &place->next;
}

static void
append_named(
    struct dd_sch_nodes *nodes, struct dd_table *table, const xmlNode *node)
{
	const char *name = (const char *)node->name;
	struct dd_sch_list *list = dd_table_find(table, name);

	if (!list) {
		list = dd_arena_alloc(&nodes->arena, sizeof *list);
		dd_table_add(table, name, list);
	}
	append(nodes, list, node);
}

static void
list_node(struct dd_sch_nodes *nodes, const xmlNode *node)
{
	nodes->count++;
	switch (node->type) {
	case XML_ELEMENT_NODE:
		append(nodes, &nodes->all_elements, node);
		append_named(nodes, &nodes->elements, node);
		for (const xmlAttr *a = node->properties; a; a = a->next) {
			nodes->count++;
			append(nodes, &nodes->all_attributes, (xmlNode *)a);
			append_named(nodes, &nodes->attributes, (xmlNode *)a);
		}
		break;
	case XML_TEXT_NODE:
	case XML_CDATA_SECTION_NODE:
		append(nodes, &nodes->texts, node);
		break;
	case XML_COMMENT_NODE:
		append(nodes, &nodes->comments, node);
		break;
	case XML_PI_NODE:
		append(nodes, &nodes->pis, node);
		break;
	default:
		break;
	}
}

void
dd_sch_nodes_read(struct dd_sch_nodes *nodes, const xmlNode *doc)
{
	const xmlNode *node = doc->children;

	*nodes = (struct dd_sch_nodes){0};
	dd_arena_init(&nodes->arena);
	dd_table_init(&nodes->elements);
	dd_table_init(&nodes->attributes);
	while (node) {
		list_node(nodes, node);
		if (node->type == XML_ELEMENT_NODE && node->children) {
			node = node->children;
			continue;
		}
		while (node != doc && !node->next)
			node = node->parent;
		node = node == doc ? NULL : node->next;
	}
}

const struct dd_sch_place *
dd_sch_nodes_find(
    const struct dd_sch_nodes *nodes, const struct dd_sch_step *step)
{
	const struct dd_sch_list *named;

	switch (step->kind) {
	case DD_SCH_ELEMENT:
		if (!step->name)
			return nodes->all_elements.first;
		named = dd_table_find(&nodes->elements, step->name);
		return named ? named->first : NULL;
	case DD_SCH_ATTRIBUTE:
		if (!step->name)
			return nodes->all_attributes.first;
		named = dd_table_find(&nodes->attributes, step->name);
		return named ? named->first : NULL;
	case DD_SCH_TEXT:
		return nodes->texts.first;
	case DD_SCH_COMMENT:
		return nodes->comments.first;
	default:
		return nodes->pis.first;
	}
}

void
dd_sch_nodes_release(struct dd_sch_nodes *nodes)
{
	dd_table_release(&nodes->elements);
	dd_table_release(&nodes->attributes);
	dd_arena_release(&nodes->arena);
}
