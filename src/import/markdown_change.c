/* SPDX-License-Identifier: MIT */
/*
 * The body of a text that was changed. Blocks that say what they said keep their
 * facts, and of a changed paragraph each sentence that stayed; a changed
 * sentence keeps its speaker and its act where it is clear which one it is. The
 * rest is narrative: Markdown does not say who spoke.
 */
#include <string.h>
#include "base/ascii.h"
#include "import/markdown_internal.h"

struct change {
	struct dd_markdown_body *was;
	size_t at; /* the origin that may come next */
	const struct dd_markdown_block *blocks;
	size_t count;
	json_t *body;
	json_t *topic;	   /* that is open, or NULL; borrowed */
	json_t *items[64]; /* that are open, by depth; borrowed */
	size_t depth;
};

/* --- where a block came from -------------------------------------------------- */

/* The next origin that says the same, or else the next one where it stays. */
static const struct dd_markdown_origin *
find_origin(struct change *c, size_t block)
{
	struct dd_markdown_body *was = c->was;
	size_t i = c->at, end = c->at + 64;

	while (i < was->count && i < end &&
	    !dd_markdown_is_same(&was->origins[i], &c->blocks[block]))
		i++;
	if (i < was->count && i < end) {
		c->at = i + 1;
		return &was->origins[i];
	}
	if (c->at == was->count ||
	    was->origins[c->at].kind != c->blocks[block].kind ||
	    was->origins[c->at].opens != c->blocks[block].opens ||
	    (block + 1 < c->count &&
		dd_markdown_is_same(
		    &was->origins[c->at], &c->blocks[block + 1])))
		return NULL;
	return &was->origins[c->at++];
}

/* --- sentences ---------------------------------------------------------------- */

static void
add_narrative(json_t *sentences, const char *text, size_t len)
{
	json_array_append_new(sentences,
	    json_pack(
		"{s:s, s:[s%]}", "type", "narrative", "content", text, len));
}

/* The same statement, in other words; without marks of its own, since they are
 * part of the words now. */
static void
add_reworded(json_t *sentences, const json_t *was, const char *text, size_t len)
{
	json_t *copy = json_copy((json_t *)was);

	json_object_del(copy, "computed");
	json_object_del(copy, "quoted");
	json_object_set_new(copy, "content", json_pack("[s%]", text, len));
	json_array_append_new(sentences, copy);
}

/* Bytes at the end of text[0, len) that are `words`, white space aside. */
static size_t
ends_with(const char *text, size_t len, const char *words)
{
	size_t left = strlen(words), at = len;

	while (left > 0) {
		if (dd_ascii_is_space(words[left - 1])) {
			left--;
			continue;
		}
		while (at > 0 && dd_ascii_is_space(text[at - 1]))
			at--;
		if (at == 0 || text[--at] != words[--left])
			return 0;
	}
	return len - at;
}

/* Sentences of `was` that the text still begins and ends with; between them, one
 * that was changed or several that are new. */
static void
add_changed(struct dd_arena *arena, json_t *sentences, const json_t *was,
    const char *text)
{
	size_t count = json_array_size(was), first = 0, last = count;
	size_t from = 0, to = strlen(text), len;

	for (; first < count; first++, from += len) {
		len = dd_markdown_begins(text + from,
		    dd_markdown_sentence(arena, json_array_get(was, first)));
		if (len == 0)
			break;
		json_array_append(sentences, json_array_get(was, first));
	}
	for (; last > first; last--, to -= len) {
		len = ends_with(text + from, to - from,
		    dd_markdown_sentence(arena, json_array_get(was, last - 1)));
		if (len == 0)
			break;
	}
	while (from < to && dd_ascii_is_space(text[from]))
		from++;
	while (to > from && dd_ascii_is_space(text[to - 1]))
		to--;
	if (from < to && last - first == 1)
		add_reworded(sentences, json_array_get(was, first), text + from,
		    to - from);
	else if (from < to)
		add_narrative(sentences, text + from, to - from);
	for (; last < count; last++)
		json_array_append(sentences, json_array_get(was, last));
}

static void
add_sentences(struct change *c, json_t *owner,
    const struct dd_markdown_origin *origin, const char *text)
{
	json_t *sentences = json_object_get(owner, "sentence");

	if (!sentences) {
		sentences = json_array();
		json_object_set_new(owner, "sentence", sentences);
	}
	if (origin && origin->sentence)
		add_changed(&c->was->arena, sentences, origin->sentence, text);
	else if (*text)
		add_narrative(sentences, text, strlen(text));
}

/* --- parts -------------------------------------------------------------------- */

/* The array that new parts at the depth of the topic go to. */
static json_t *
get_parts(struct change *c)
{
	return c->topic ? json_object_get(c->topic, "content") : c->body;
}

static json_t *
make_part(const char *type, const struct dd_markdown_origin *origin)
{
	json_t *part = json_pack("{s:s}", "type", type);
	json_t *was = origin ? origin->owner : NULL;
	static const char *const kept[] = {"id", "subject"};

	for (size_t i = 0; i < 2; i++)
		if (json_object_get(was, kept[i]))
			json_object_set(
			    part, kept[i], json_object_get(was, kept[i]));
	return part;
}

static void
open_topic(struct change *c, const struct dd_markdown_origin *origin,
    const char *heading)
{
	json_t *topic = make_part("topic", origin);

	json_object_set_new(topic, "heading", json_string(heading));
	json_object_set_new(topic, "content", json_array());
	json_array_append_new(c->body, topic);
	c->topic = topic;
}

static void
open_item(
    struct change *c, const struct dd_markdown_origin *origin, size_t depth)
{
	json_t *item = make_part("item", origin);
	json_t *parent = depth > 1 ? c->items[depth - 2] : NULL;
	json_t *parts = parent ? json_object_get(parent, "item") : get_parts(c);

	if (!parts) {
		parts = json_array();
		json_object_set_new(parent, "item", parts);
	}
	json_array_append_new(parts, item);
	c->items[depth - 1] = item;
	c->depth = depth;
}

static void
add_block(struct change *c, size_t i)
{
	const struct dd_markdown_block *block = &c->blocks[i];
	const struct dd_markdown_origin *origin = find_origin(c, i);
	const char *text = block->text;
	size_t depth = block->depth;
	json_t *part;

	/* An item that opens with another one has no block of its own. */
	while (c->depth + 1 < depth && block->opens &&
	    c->depth + 1 < sizeof c->items / sizeof *c->items)
		open_item(c, NULL, c->depth + 1);
	if (depth > c->depth)
		depth = c->depth + block->opens;
	if (depth > sizeof c->items / sizeof *c->items)
		depth = sizeof c->items / sizeof *c->items;
	if (block->opens && depth > 0)
		open_item(c, origin, depth);
	c->depth = depth;
	if (origin)
		text += dd_markdown_begins(text, origin->label);
	text += strspn(text, DD_ASCII_SPACES);
	if (depth == 0 && block->kind == DD_MARKDOWN_HEADING) {
		open_topic(c, origin, text);
	} else if (block->kind == DD_MARKDOWN_HEADING) {
		json_object_set_new(
		    c->items[depth - 1], "heading", json_string(text));
	} else if (depth == 0) {
		part = make_part("paragraph", origin);
		json_array_append_new(get_parts(c), part);
		add_sentences(c, part, origin, text);
	} else if (*text) {
		add_sentences(c, c->items[depth - 1], origin, text);
	}
}

json_t *
dd_markdown_change(struct dd_markdown_body *was,
    const struct dd_markdown_block *blocks, size_t count)
{
	struct change c = {
	    .was = was, .blocks = blocks, .count = count, .body = json_array()};

	for (size_t i = 0; i < count; i++)
		add_block(&c, i);
	return c.body;
}
