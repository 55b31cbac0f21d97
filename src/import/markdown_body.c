/* SPDX-License-Identifier: MIT */
/* What the body of a document looks like as blocks of Markdown. */
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "import/markdown_internal.h"

/* --- words ------------------------------------------------------------------- */

static const char *
get_string(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text ? text : "";
}

/* Mixed text as it is printed: a string, or an object with words of its own. */
static void
put_words(const json_t *value, struct dd_buffer *out)
{
	const json_t *computed = json_object_get(value, "computed");
	const json_t *text = json_object_get(value, "text");

	if (json_is_string(value)) {
		dd_buffer_puts(out, json_string_value(value));
		return;
	}
	if (json_is_array(value)) {
		for (size_t i = 0; i < json_array_size(value); i++)
			put_words(json_array_get(value, i), out);
		return;
	}
	dd_buffer_puts(out, get_string(computed, "open"));
	if (text)
		put_words(text, out);
	else if (json_object_get(computed, "text"))
		dd_buffer_puts(out, get_string(computed, "text"));
	else if (json_object_get(value, "content"))
		put_words(json_object_get(value, "content"), out);
	dd_buffer_puts(out, get_string(computed, "close"));
}

const char *
dd_markdown_sentence(struct dd_arena *arena, const json_t *sentence)
{
	struct dd_buffer words;
	const char *text;

	dd_buffer_init(&words, 0);
	put_words(sentence, &words);
	text = dd_arena_ndup(arena, words.data, words.len);
	dd_buffer_release(&words);
	return text;
}

size_t
dd_markdown_begins(const char *text, const char *words)
{
	const char *p = text;

	for (; *words; words++) {
		if (dd_ascii_is_space(*words))
			continue;
		p += strspn(p, DD_ASCII_SPACES);
		if (*p++ != *words)
			return 0;
	}
	return (size_t)(p - text);
}

static bool
is_all(const char *text, const char *words)
{
	size_t len = dd_markdown_begins(text, words);

	return len > 0 ? !text[len + strspn(text + len, DD_ASCII_SPACES)]
		       : !*text && !*words;
}

bool
dd_markdown_is_same(const struct dd_markdown_origin *origin,
    const struct dd_markdown_block *block)
{
	size_t label = dd_markdown_begins(block->text, origin->label);

	return origin->kind == block->kind && origin->depth == block->depth &&
	    origin->opens == block->opens && (label > 0 || !*origin->label) &&
	    is_all(block->text + label, origin->text);
}

/* --- blocks ------------------------------------------------------------------ */

/* Where the next block stands. */
struct spot {
	size_t depth;
	bool opens;
	const char *label;
};

static void
add(struct dd_markdown_body *out, struct spot *spot, enum dd_markdown_kind kind,
    const char *text, json_t *owner, const json_t *sentence)
{
	if (out->count == out->cap) {
		out->cap = out->cap ? 2 * out->cap : 64;
		out->origins =
		    dd_realloc(out->origins, out->cap * sizeof *out->origins);
	}
	out->origins[out->count++] = (struct dd_markdown_origin){.kind = kind,
	    .depth = spot->depth,
	    .opens = spot->opens,
	    .label = spot->label,
	    .text = text,
	    .owner = owner,
	    .sentence = sentence};
	spot->opens = false;
	spot->label = "";
}

static void
add_sentences(struct dd_markdown_body *out, struct spot *spot, json_t *owner)
{
	const json_t *sentence = json_object_get(owner, "sentence");
	struct dd_buffer words;

	if (json_array_size(sentence) == 0)
		return;
	dd_buffer_init(&words, 0);
	put_words(sentence, &words);
	add(out, spot, DD_MARKDOWN_PARAGRAPH,
	    dd_arena_ndup(&out->arena, words.data, words.len), owner, sentence);
	dd_buffer_release(&words);
}

/* Markdown counts items by itself, but only in digits. */
static const char *
get_printed_label(const json_t *item)
{
	const char *label =
	    get_string(json_object_get(item, "computed"), "label");
	size_t digits = strspn(label, "0123456789");

	return digits > 0 && digits < 10 &&
		(label[digits] == '.' || label[digits] == ')') &&
		!label[digits + 1]
	    ? ""
	    : label;
}

static void
add_heading(struct dd_markdown_body *out, struct spot *spot, json_t *owner)
{
	if (json_object_get(owner, "heading"))
		add(out, spot, DD_MARKDOWN_HEADING,
		    get_string(owner, "heading"), owner, NULL);
}

static void
add_parts(struct dd_markdown_body *out, const json_t *parts, size_t depth);

/* A label that is no number is a paragraph of its own where none follows. */
static void
add_item(struct dd_markdown_body *out, json_t *item, size_t depth)
{
	struct spot spot = {depth + 1, true, get_printed_label(item)};
	bool words = json_array_size(json_object_get(item, "sentence")) > 0;

	if (*spot.label && (json_object_get(item, "heading") || !words))
		add(out, &spot, DD_MARKDOWN_PARAGRAPH, "", item, NULL);
	add_heading(out, &spot, item);
	add_sentences(out, &spot, item);
	add_parts(out, json_object_get(item, "item"), depth + 1);
}

/* Topics, items and paragraphs. */
static void
add_parts(struct dd_markdown_body *out, const json_t *parts, size_t depth)
{
	for (size_t i = 0; i < json_array_size(parts); i++) {
		json_t *part = json_array_get(parts, i);
		const char *type = get_string(part, "type");
		struct spot spot = {depth, false, ""};

		if (strcmp(type, "item") == 0) {
			add_item(out, part, depth);
		} else if (strcmp(type, "topic") == 0) {
			add_heading(out, &spot, part);
			add_parts(out, json_object_get(part, "content"), depth);
		} else {
			add_sentences(out, &spot, part);
		}
	}
}

void
dd_markdown_body_init(struct dd_markdown_body *out, json_t *body)
{
	*out = (struct dd_markdown_body){.origins = NULL};
	add_parts(out, body, 0);
}

void
dd_markdown_body_release(struct dd_markdown_body *body)
{
	free(body->origins);
	dd_arena_release(&body->arena);
}
