/* SPDX-License-Identifier: MIT */
/* A walk through a document that counts elements of the same name. */
#include "xml/path.h"
#include "base/buffer.h"
#include "xml/node.h"

/* Different names of the children of one element; the schema has fewer. */
enum { NAMES_MAX = 32 };

struct walk {
	dd_path_visit *visit;
	void *context;
};

/* How many children of each name have been seen. */
struct tally {
	const xmlChar *name[NAMES_MAX];
	size_t seen[NAMES_MAX];
	size_t count;
};

static size_t
count_before(const xmlNode *node)
{
	const char *name = (const char *)node->name;
	size_t count = 0;

	for (node = node->prev; node; node = node->prev)
		count += dd_node_is(node, name);
	return count;
}

/* The number of an element among those of its name, from 1. */
static size_t
count_in(struct tally *tally, const xmlNode *node)
{
	size_t i = 0;

	while (i < tally->count && !xmlStrEqual(tally->name[i], node->name))
		i++;
	if (i == NAMES_MAX)
		return count_before(node) + 1;
	if (i == tally->count) {
		tally->name[tally->count++] = node->name;
		tally->seen[i] = 0;
	}
	return ++tally->seen[i];
}

static void
walk_children(struct walk *w, xmlNode *parent, const struct dd_path *up)
{
	struct tally tally = {.count = 0};
	xmlNode *n = dd_node_child(parent, NULL);

	for (; n; n = dd_node_next(n, NULL)) {
		const struct dd_path path = {up, n, count_in(&tally, n)};

		w->visit(w->context, n, &path);
		walk_children(w, n, &path);
	}
}

void
dd_path_walk(xmlDoc *doc, dd_path_visit *visit, void *context)
{
	struct walk w = {.visit = visit, .context = context};

	visit(context, (xmlNode *)doc, NULL);
	walk_children(&w, (xmlNode *)doc, NULL);
}

static void
put_steps(const struct dd_path *path, struct dd_buffer *out)
{
	if (!path)
		return;
	put_steps(path->up, out);
	dd_buffer_printf(
	    out, "/%s[%zu]", (const char *)path->node->name, path->number);
}

void
dd_path_put(const struct dd_path *path, struct dd_buffer *out)
{
	if (path)
		put_steps(path, out);
	else
		dd_buffer_putc(out, '/');
}
