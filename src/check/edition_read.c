/* SPDX-License-Identifier: MIT */
/* Reads what a summary says whatever its language. */
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "check/edition_key.h"
#include "xml/locate.h"
#include "xml/node.h"
#include "xml/parse.h"

enum { BAG_MAX = 64 }; /* leaves that a thing is known by */

/* One reading. */
struct reader {
	struct dd_edition *edition;
	const struct dd_tree *tree;
	struct dd_edition_names names;
};

void
dd_edition_release(struct dd_edition *edition)
{
	dd_source_release(&edition->source);
	dd_arena_release(&edition->arena);
}

/* --- values -------------------------------------------------------------- */

/* Adds what the attributes beside it say: "780000" becomes "about 780000
 * EUR". */
static void
add_more(struct reader *r, const struct dd_edition_source *source,
    const xmlNode *node, struct dd_edition_value *value)
{
	struct dd_arena *arena = &r->edition->arena;

	for (size_t i = 0; i < 2 && source->more[i]; i++) {
		const char *more = dd_node_value(node, source->more[i]);

		if (!more)
			continue;
		value->key = dd_arena_printf(
		    arena, "%s %s=%s", value->key, source->more[i], more);
		value->text = strcmp(source->more[i], "hedge") == 0
		    ? dd_arena_printf(arena, "%s %s", more, value->text)
		    : dd_arena_printf(arena, "%s %s", value->text, more);
	}
}

/* A copy without the spaces around it; NULL for NULL. */
static const char *
trim(struct dd_arena *arena, const char *text)
{
	size_t len;

	if (!text)
		return NULL;
	text += strspn(text, DD_ASCII_SPACES);
	len = strlen(text);
	while (len > 0 && strchr(DD_ASCII_SPACES, text[len - 1]))
		len--;
	return dd_arena_ndup(arena, text, len);
}

static void
read_value(struct reader *r, const struct dd_edition_source *source,
    const xmlNode *node, struct dd_edition_entry *entry)
{
	struct dd_arena *arena = &r->edition->arena;
	const xmlAttr *attr =
	    source->row.attr ? dd_node_attr(node, source->row.attr) : NULL;
	const char *text = source->row.attr
	    ? trim(arena, attr ? dd_attr_text(attr) : NULL)
	    : dd_node_text(node, arena);
	const char *key = text && *text
	    ? dd_edition_key(arena, &r->names, source->form, text)
	    : NULL;
	struct dd_edition_value *value;

	if (!key)
		return;
	value = dd_arena_alloc(arena, sizeof *value);
	*value = (struct dd_edition_value){
	    .row = &source->row,
	    .key = key,
	    .text = text,
	    .range = attr ? dd_locate_value(r->tree, attr)
			  : dd_locate_content(r->tree, node),
	    .next = entry->read,
	};
	if (source->form == DD_EDITION_TRUE)
		value->text =
		    dd_arena_printf(arena, "%s=\"%s\"", source->row.attr, text);
	add_more(r, source, node, value);
	entry->read = value;
	entry->value_count++;
}

static void
read_values(
    struct reader *r, const xmlNode *node, struct dd_edition_entry *entry)
{
	const struct dd_edition_source *source;

	for (size_t i = 0; (source = dd_edition_source(i)); i++)
		if (dd_node_is(node, source->row.element))
			read_value(r, source, node, entry);
}

static int
compare_values(const void *a, const void *b)
{
	const struct dd_edition_value *x =
	    *(const struct dd_edition_value *const *)a;
	const struct dd_edition_value *y =
	    *(const struct dd_edition_value *const *)b;
	int keys;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	keys = strcmp(x->key, y->key);
	if (keys != 0)
		return keys;
	return (x->range.start > y->range.start) -
	    (x->range.start < y->range.start);
}

/* Of the same date named twice the first one counts. */
static void
sort_values(struct reader *r, struct dd_edition_entry *entry)
{
	const struct dd_edition_value **values = dd_arena_alloc(
	    &r->edition->arena, (entry->value_count + 1) * sizeof *values);
	size_t count = 0;

	for (const struct dd_edition_value *v = entry->read; v; v = v->next)
		values[count++] = v;
	qsort(values, count, sizeof *values, compare_values);
	entry->values = values;
	entry->value_count = 0;
	for (size_t i = 0; i < count; i++) {
		const struct dd_edition_value *last = entry->value_count > 0
		    ? values[entry->value_count - 1]
		    : NULL;

		if (!last || last->row != values[i]->row ||
		    strcmp(last->key, values[i]->key) != 0)
			values[entry->value_count++] = values[i];
	}
}

/* --- things -------------------------------------------------------------- */

/* FNV-1a. */
static uint64_t
mix(uint64_t hash, const void *bytes, size_t len)
{
	for (const unsigned char *p = bytes; len > 0; len--)
		hash = (hash ^ *p++) * 0x100000001b3;
	return hash;
}

static void
mark(struct dd_edition_entry *entry)
{
	for (size_t i = 0; i < entry->value_count; i++) {
		const struct dd_edition_value *v = entry->values[i];
		const char *noun = v->row->noun;

		if (v->row->class < DD_EDITION_CLASSES)
			entry->marks[v->row->class] +=
			    mix(mix(0xcbf29ce484222325, noun, strlen(noun) + 1),
				v->key, strlen(v->key));
	}
}

static int
compare_marks(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

/* Sums up what is below a thing. */
static void
fill_bag(struct reader *r, struct dd_edition_entry *entry)
{
	uint64_t bag[BAG_MAX];

	entry->leaves = entry->children ? 0 : 1;
	if (!entry->children)
		bag[entry->bag_count++] =
		    mix(mix(0, entry->marks, sizeof entry->marks),
			entry->kind->element, strlen(entry->kind->element));
	for (const struct dd_edition_entry *c = entry->children; c;
	     c = c->next) {
		entry->leaves += c->leaves;
		entry->letters += c->letters;
		for (size_t i = 0;
		     i < c->bag_count && entry->bag_count < BAG_MAX; i++)
			bag[entry->bag_count++] = c->bag[i];
	}
	qsort(bag, entry->bag_count, sizeof *bag, compare_marks);
	entry->bag =
	    dd_arena_alloc(&r->edition->arena, entry->bag_count * sizeof *bag);
	memcpy(entry->bag, bag, entry->bag_count * sizeof *bag);
}

static size_t
count_letters(const xmlNode *text)
{
	const char *at = (const char *)text->content;
	size_t count = 0;

	for (; at && *at; at++)
		count += ((unsigned char)*at & 0xC0) != 0x80;
	return count;
}

static struct dd_edition_entry *
open_entry(struct reader *r, const xmlNode *node,
    const struct dd_edition_kind *kind, struct dd_edition_entry *parent)
{
	struct dd_edition_entry *entry =
	    dd_arena_alloc(&r->edition->arena, sizeof *entry);

	entry->kind = kind;
	entry->serial = r->edition->count++;
	entry->range = dd_locate_tag(r->tree, node);
	if (!parent)
		return entry;
	entry->previous = parent->last;
	if (parent->last)
		parent->last->next = entry;
	else
		parent->children = entry;
	parent->last = entry;
	parent->child_count++;
	return entry;
}

static void read_content(
    struct reader *r, const xmlNode *parent, struct dd_edition_entry *entry);

static struct dd_edition_entry *
read_entry(struct reader *r, const xmlNode *node,
    const struct dd_edition_kind *kind, struct dd_edition_entry *parent)
{
	struct dd_edition_entry *entry = open_entry(r, node, kind, parent);

	read_values(r, node, entry);
	read_content(r, node, entry);
	sort_values(r, entry);
	mark(entry);
	fill_bag(r, entry);
	return entry;
}

static void
read_content(
    struct reader *r, const xmlNode *parent, struct dd_edition_entry *entry)
{
	for (const xmlNode *n = parent->children; n; n = n->next) {
		const char *name = (const char *)n->name;
		const struct dd_edition_kind *kind;

		if (n->type == XML_TEXT_NODE)
			entry->letters += count_letters(n);
		if (n->type != XML_ELEMENT_NODE || dd_edition_is_own(name))
			continue;
		kind = dd_edition_kind(name);
		if (kind) {
			read_entry(r, n, kind, entry);
		} else {
			read_values(r, n, entry);
			read_content(r, n, entry);
		}
	}
}

void
dd_edition_read(
    struct dd_edition *edition, const char *file, const struct dd_tree *tree)
{
	struct reader r = {.edition = edition, .tree = tree};
	const xmlNode *root = xmlDocGetRootElement(tree->doc);

	edition->file = dd_arena_dup(&edition->arena, file);
	if (!dd_node_is(root, "meetingSummary") ||
	    !dd_ns_is(root->ns, DD_NS_SUMMARY))
		return;
	edition->lang = dd_arena_dup(&edition->arena, dd_node_lang(root));
	dd_edition_names_init(&r.names, root);
	edition->root =
	    read_entry(&r, root, dd_edition_kind("meetingSummary"), NULL);
	dd_edition_names_release(&r.names);
}
