/* SPDX-License-Identifier: MIT */
/*
 * Owns: changing a tree between two rounds of a validation and putting it
 * back. Children are only linked in another order, hidden or renamed; nothing
 * of the document is freed or copied.
 */
#include <stdlib.h>
#include "base/memory.h"
#include "xml/schema_internal.h"

struct dd_repair {
	xmlNode *parent;
	xmlNode **children; /* as they were; owned array */
	const xmlChar **names;
	size_t count;
	xmlNode **made; /* elements that stand for missing ones; owned */
	size_t made_count;
	struct dd_repair *next;
};

static void
link_children(xmlNode *parent, xmlNode *const *children, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++) {
		children[i]->parent = parent;
		children[i]->prev = i > 0 ? children[i - 1] : NULL;
		children[i]->next = i + 1 < count ? children[i + 1] : NULL;
	}
	parent->children = count > 0 ? children[0] : NULL;
	parent->last = count > 0 ? children[count - 1] : NULL;
}

static struct dd_repair *
save_children(xmlNode *parent)
{
	struct dd_repair *repair = dd_calloc(1, sizeof(*repair));
	xmlNode *child;
	size_t i = 0;

	repair->parent = parent;
	for (child = parent->children; child; child = child->next)
		repair->count++;
	repair->children = dd_calloc(repair->count + 1, sizeof(xmlNode *));
	repair->names = dd_calloc(repair->count + 1, sizeof(xmlChar *));
	for (child = parent->children; child; child = child->next) {
		repair->children[i] = child;
		repair->names[i++] = child->name;
	}
	return repair;
}

static xmlNode *
make_element(struct dd_repair *repair, const char *name)
{
	xmlNode *parent = repair->parent;
	xmlNode *made =
	    xmlNewDocNode(parent->doc, parent->ns, (const xmlChar *)name, NULL);

	repair->made[repair->made_count++] = made;
	return made;
}

void
dd_repair(struct dd_wording *w, xmlNode *parent, xmlNode *const *nodes,
    const char *const *names, size_t count)
{
	struct dd_repair *repair = save_children(parent);
	xmlNode **order = dd_calloc(repair->count + count + 1, sizeof(*order));
	size_t used = 0, i;

	repair->made = dd_calloc(count + 1, sizeof(xmlNode *));
	/* Where text stands between the elements makes no difference. */
	for (i = 0; i < repair->count; i++) {
		if (repair->children[i]->type != XML_ELEMENT_NODE)
			order[used++] = repair->children[i];
		else
			repair->children[i]->parent = NULL;
	}
	for (i = 0; i < count; i++) {
		if (nodes[i])
			nodes[i]->name = (const xmlChar *)names[i];
		order[used++] =
		    nodes[i] ? nodes[i] : make_element(repair, names[i]);
	}
	link_children(parent, order, used);
	free(order);
	repair->next = w->repairs;
	w->repairs = repair;
}

void
dd_repair_undo(struct dd_wording *w)
{
	struct dd_repair *repair;
	size_t i;

	while ((repair = w->repairs)) {
		w->repairs = repair->next;
		link_children(repair->parent, repair->children, repair->count);
		for (i = 0; i < repair->count; i++)
			repair->children[i]->name = repair->names[i];
		for (i = 0; i < repair->made_count; i++)
			xmlFreeNode(repair->made[i]);
		free(repair->children);
		free(repair->names);
		free(repair->made);
		free(repair);
	}
}
