/* SPDX-License-Identifier: MIT */
/* Owns: the nodes of a document by kind and name. A rule looks at those of its
 * last step only, so that its cost is that of the nodes it may mean. */
#include <stdint.h>
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

/* A name stands once in the memory of its document: its address says it all. */
static struct dd_sch_named **
find_named(struct dd_sch_nodes *nodes, const xmlChar *name, int type)
{
	struct dd_sch_named **named =
	    &nodes->named[((uintptr_t)name >> 3) % DD_SCH_BUCKETS];

	while (*named && ((*named)->name != name || (*named)->type != type))
		named = &(*named)->next;
	return named;
}

static void
append_named(struct dd_sch_nodes *nodes, const xmlNode *node)
{
	struct dd_sch_named **named =
	    find_named(nodes, node->name, (int)node->type);

	if (!*named) {
		*named = dd_arena_alloc(&nodes->arena, sizeof **named);
		(*named)->name = node->name;
		(*named)->type = (int)node->type;
	}
	append(nodes, &(*named)->list, node);
}

static void
list_node(struct dd_sch_nodes *nodes, const xmlNode *node)
{
	nodes->count++;
	switch (node->type) {
	case XML_ELEMENT_NODE:
		append_named(nodes, node);
		for (const xmlAttr *a = node->properties; a; a = a->next) {
			nodes->count++;
			append_named(nodes, (xmlNode *)a);
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

static void
list_whatever(struct dd_sch_nodes *nodes, const xmlNode *node)
{
	if (node->type != XML_ELEMENT_NODE)
		return;
	append(nodes, &nodes->all_elements, node);
	for (const xmlAttr *a = node->properties; a; a = a->next)
		append(nodes, &nodes->all_attributes, (xmlNode *)a);
}

static void
list_nodes(struct dd_sch_nodes *nodes,
    void (*list)(struct dd_sch_nodes *nodes, const xmlNode *node))
{
	const xmlNode *node = nodes->doc->children;

	while (node) {
		list(nodes, node);
		if (node->type == XML_ELEMENT_NODE && node->children) {
			node = node->children;
			continue;
		}
		while (node != nodes->doc && !node->next)
			node = node->parent;
		node = node == nodes->doc ? NULL : node->next;
	}
}

void
dd_sch_nodes_read(struct dd_sch_nodes *nodes, const xmlNode *doc)
{
	*nodes = (struct dd_sch_nodes){.doc = doc};
	dd_arena_init(&nodes->arena);
	nodes->names = ((const xmlDoc *)(const void *)doc)->dict;
	list_nodes(nodes, list_node);
}

static const struct dd_sch_place *
find_nodes(struct dd_sch_nodes *nodes, const char *text, int type)
{
	const xmlChar *name =
	    xmlDictExists(nodes->names, (const xmlChar *)text, -1);
	struct dd_sch_named *named =
	    name ? *find_named(nodes, name, type) : NULL;

	return named ? named->list.first : NULL;
}

/* Few contexts end in `*`: such lists are made when the first one asks. */
static const struct dd_sch_place *
find_all(struct dd_sch_nodes *nodes, const struct dd_sch_list *list)
{
	if (!nodes->all_elements.first)
		list_nodes(nodes, list_whatever);
	return list->first;
}

const struct dd_sch_place *
dd_sch_nodes_find(struct dd_sch_nodes *nodes, const struct dd_sch_step *step)
{
	switch (step->kind) {
	case DD_SCH_ELEMENT:
		return step->name
		    ? find_nodes(nodes, step->name, XML_ELEMENT_NODE)
		    : find_all(nodes, &nodes->all_elements);
	case DD_SCH_ATTRIBUTE:
		return step->name
		    ? find_nodes(nodes, step->name, XML_ATTRIBUTE_NODE)
		    : find_all(nodes, &nodes->all_attributes);
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
	dd_arena_release(&nodes->arena);
}
