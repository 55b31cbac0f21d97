/* SPDX-License-Identifier: MIT */
/* Owns: the order of all nodes of a document, by number. libxml2 has numbers
 * for elements only, and no order of texts that can be relied on. */
#include <stdint.h>
#include <stdlib.h>
#include "base/memory.h"
#include "xml/xpath_internal.h"

const xmlNode *
dd_xpath_next_node(const xmlNode *node, const xmlNode *top)
{
	if (node->type == XML_ELEMENT_NODE && node->children)
		return node->children;
	while (node != top && !node->next)
		node = node->parent;
	return node == top ? NULL : node->next;
}

size_t
dd_xpath_find_row(const xmlDoc *doc)
{
	const xmlNode *top = (const xmlNode *)(const void *)doc;
	size_t row = 0, longest = 0;

	for (const xmlNode *n = top->children; n;
	     n = dd_xpath_next_node(n, top)) {
		row = n->type == XML_ELEMENT_NODE || !n->prev ? 0 : row;
		row += n->type != XML_ELEMENT_NODE;
		if (row > longest)
			longest = row;
	}
	return longest;
}

static size_t
find_slot(const struct dd_xpath_order *order, const xmlNode *node)
{
	uint64_t hash = (uintptr_t)node * UINT64_C(0x9E3779B97F4A7C15);
	size_t at = (size_t)(hash >> 32) & (order->cap - 1);

	while (order->nodes[at] && order->nodes[at] != node)
		at = (at + 1) & (order->cap - 1);
	return at;
}

static void
add(struct dd_xpath_order *order, const xmlNode *node)
{
	size_t at = find_slot(order, node);

	order->nodes[at] = node;
	order->numbers[at] = ++order->count;
}

/* Nodes with their attributes behind them. */
static size_t
count_all(const xmlDoc *doc)
{
	const xmlNode *top = (const xmlNode *)(const void *)doc;
	size_t count = 0;

	for (const xmlNode *n = top->children; n;
	     n = dd_xpath_next_node(n, top)) {
		count++;
		if (n->type == XML_ELEMENT_NODE)
			for (const xmlAttr *a = n->properties; a; a = a->next)
				count++;
	}
	return count;
}

static void
number_all(struct dd_xpath_order *order, const xmlDoc *doc)
{
	const xmlNode *top = (const xmlNode *)(const void *)doc;

	for (order->cap = 64; order->cap < 2 * count_all(doc);)
		order->cap *= 2;
	order->nodes = dd_calloc(order->cap, sizeof *order->nodes);
	order->numbers = dd_calloc(order->cap, sizeof *order->numbers);
	for (const xmlNode *n = top->children; n;
	     n = dd_xpath_next_node(n, top)) {
		add(order, n);
		if (n->type == XML_ELEMENT_NODE)
			for (const xmlAttr *a = n->properties; a; a = a->next)
				add(order, (const xmlNode *)(const void *)a);
	}
}

void
dd_xpath_order_release(struct dd_xpath_order *order)
{
	free(order->nodes);
	free(order->numbers);
	*order = (struct dd_xpath_order){0};
}

size_t
dd_xpath_number(struct dd_xpath_engine *engine, const xmlNode *node)
{
	struct dd_xpath_order *order = &engine->order;

	if (!order->nodes)
		number_all(order, engine->doc);
	return order->numbers[find_slot(order, node)];
}

/* A node and its number. */
struct numbered {
	size_t number;
	xmlNode *node;
};

static int
compare(const void *a, const void *b)
{
	const struct numbered *one = a, *other = b;

	if (one->number != other->number)
		return one->number < other->number ? -1 : 1;
	return (one->node > other->node) - (one->node < other->node);
}

/* Elements bear numbers of libxml2, below 0, since the run began. */
static bool
is_settled(const xmlNodeSet *set)
{
	intptr_t last = 0;

	for (int i = 0; i < set->nodeNr; i++) {
		const xmlNode *node = set->nodeTab[i];
		intptr_t number = node->type == XML_ELEMENT_NODE
		    ? (intptr_t)node->content
		    : 0;

		if (number >= last)
			return false;
		last = number;
	}
	return true;
}

void
dd_xpath_settle(struct dd_xpath_engine *engine, xmlNodeSet *set)
{
	size_t count = (size_t)set->nodeNr;
	struct numbered *all;

	if (count < 2 || is_settled(set))
		return;
	all = dd_malloc(count * sizeof *all);
	for (size_t i = 0; i < count; i++)
		all[i] = (struct numbered){
		    dd_xpath_number(engine, set->nodeTab[i]), set->nodeTab[i]};
	qsort(all, count, sizeof *all, compare);
	set->nodeNr = 0;
	for (size_t i = 0; i < count; i++)
		if (i == 0 || all[i].node != all[i - 1].node)
			set->nodeTab[set->nodeNr++] = all[i].node;
	free(all);
}
