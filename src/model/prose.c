/* SPDX-License-Identifier: MIT */
/* Collects texts in one walk, and finds the way back by bisection. */
#include "model/prose.h"
#include <string.h>
#include "base/arena.h"
#include "base/buffer.h"
#include "xml/locate.h"
#include "xml/node.h"

static const struct {
	const char *element, *parent; /* parent NULL: any */
	enum dd_prose_kind kind;
} kinds[] = {
    {"title", "head", DD_PROSE_TITLE},
    {"title", "session", DD_PROSE_TITLE},
    {"title", "outcome", DD_PROSE_OUTCOME},
    {"series", NULL, DD_PROSE_SERIES},
    {"updated", NULL, DD_PROSE_UPDATE},
    {"occasion", NULL, DD_PROSE_OCCASION},
    {"office", NULL, DD_PROSE_OFFICE},
    {"shortForm", NULL, DD_PROSE_SHORT_FORM},
    {"caption", NULL, DD_PROSE_CAPTION},
    {"alt", NULL, DD_PROSE_ALT},
    {"credit", NULL, DD_PROSE_CREDIT},
    {"lead", NULL, DD_PROSE_LEAD},
    {"heading", NULL, DD_PROSE_HEADING},
    {"statement", NULL, DD_PROSE_STATEMENT},
    {"narrative", NULL, DD_PROSE_NARRATIVE},
    {"note", NULL, DD_PROSE_NOTE},
    {"description", NULL, DD_PROSE_DESCRIPTION},
    {"expansion", NULL, DD_PROSE_EXPANSION},
    {"reference", NULL, DD_PROSE_REFERENCE},
    {"attachment", NULL, DD_PROSE_LINK},
    {"related", NULL, DD_PROSE_LINK},
};

/* Returns the row of an element that holds a text, or -1. */
static int
find_kind(const xmlNode *node)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (*kinds[i].element == (char)*node->name &&
		    dd_node_is(node, kinds[i].element) &&
		    (!kinds[i].parent ||
			dd_node_is(node->parent, kinds[i].parent)))
			return (int)i;
	return -1;
}

/* --- one text ------------------------------------------------------------ */

struct writer {
	struct dd_buffer text;
	struct dd_buffer runs; /* struct dd_prose_run, one behind another */
};

static void
add_run(struct writer *w, const xmlNode *node, const char *content,
    const xmlNode *element, bool foreign)
{
	struct dd_prose_run run = {
	    .start = w->text.len,
	    .node = node,
	    .element = element,
	    .foreign = foreign,
	};

	dd_buffer_puts(&w->text, content);
	run.end = w->text.len;
	dd_buffer_add(&w->runs, &run, sizeof run);
}

static void
collect(struct writer *w, const xmlNode *parent, const xmlNode *element,
    bool foreign)
{
	for (const xmlNode *n = parent->children; n; n = n->next) {
		if (n->type == XML_TEXT_NODE ||
		    n->type == XML_CDATA_SECTION_NODE)
			add_run(
			    w, n, (const char *)n->content, element, foreign);
		else if (n->type == XML_ELEMENT_NODE && n->children)
			collect(w, n, n, foreign || dd_node_lang(n));
		else if (n->type == XML_ELEMENT_NODE)
			add_run(w, NULL, DD_PROSE_OBJECT, n, foreign);
	}
}

/* One writer serves all texts. */
static struct dd_prose *
read_one(struct writer *w, const xmlNode *node, enum dd_prose_kind kind,
    struct dd_arena *arena)
{
	struct dd_prose *prose = dd_arena_alloc(arena, sizeof *prose);
	struct dd_prose_run *runs;

	dd_buffer_clear(&w->text);
	dd_buffer_clear(&w->runs);
	collect(w, node, NULL, dd_node_lang(node) != NULL);
	runs = dd_arena_alloc(arena, w->runs.len + 1);
	memcpy(runs, w->runs.data, w->runs.len);
	*prose = (struct dd_prose){
	    .kind = kind,
	    .node = node,
	    .text = dd_arena_ndup(arena, w->text.data, w->text.len),
	    .len = w->text.len,
	    .runs = runs,
	    .run_count = w->runs.len / sizeof *runs,
	};
	return prose;
}

/* --- all of them --------------------------------------------------------- */

struct list {
	struct dd_arena *arena;
	struct writer writer;
	struct dd_prose *first, **end;
};

static void
walk(struct list *list, const xmlNode *parent)
{
	for (const xmlNode *n = dd_node_child(parent, NULL); n;
	     n = dd_node_next(n, NULL)) {
		int kind = find_kind(n);

		if (kind < 0) {
			walk(list, n);
			continue;
		}
		*list->end =
		    read_one(&list->writer, n, kinds[kind].kind, list->arena);
		list->end = &(*list->end)->next;
	}
}

struct dd_prose *
dd_prose_read(const xmlNode *root, struct dd_arena *arena)
{
	struct list list = {.arena = arena};

	list.end = &list.first;
	dd_buffer_init(&list.writer.text, 0);
	dd_buffer_init(&list.writer.runs, 0);
	walk(&list, root);
	dd_buffer_release(&list.writer.text);
	dd_buffer_release(&list.writer.runs);
	return list.first;
}

/* --- the way back -------------------------------------------------------- */

const struct dd_prose_run *
dd_prose_run_at(const struct dd_prose *prose, size_t at)
{
	size_t low = 0, high = prose->run_count;

	if (high == 0)
		return NULL;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (prose->runs[middle].start <= at)
			low = middle;
		else
			high = middle;
	}
	return &prose->runs[low];
}

/* Bytes [from, to) of a text, which stand in one run. */
static struct dd_range
locate_in_run(const struct dd_tree *tree, const struct dd_prose_run *run,
    size_t from, size_t to)
{
	if (!run->node)
		return dd_locate_element(tree, run->element);
	return dd_locate_text(tree, run->node, from - run->start + run->from,
	    to - run->start + run->from);
}

struct dd_range
dd_prose_locate(const struct dd_tree *tree, const struct dd_prose *prose,
    size_t from, size_t to)
{
	const struct dd_prose_run *first = dd_prose_run_at(prose, from);
	const struct dd_prose_run *last =
	    dd_prose_run_at(prose, to > from ? to - 1 : to);
	struct dd_range range;

	if (!first)
		return dd_locate_name(tree, prose->node);
	range =
	    locate_in_run(tree, first, from, to < first->end ? to : first->end);
	if (last != first)
		range.end = locate_in_run(tree, last, last->start, to).end;
	return range;
}

bool
dd_prose_is_sentence(const struct dd_prose *prose)
{
	switch (prose->kind) {
	case DD_PROSE_UPDATE:
	case DD_PROSE_LEAD:
	case DD_PROSE_STATEMENT:
	case DD_PROSE_NARRATIVE:
	case DD_PROSE_NOTE:
		return true;
	default:
		return false;
	}
}
