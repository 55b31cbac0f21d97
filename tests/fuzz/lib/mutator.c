/* SPDX-License-Identifier: MIT */
/*
 * Damages documents by their elements: one is left out, doubled, or put in the
 * place of another, an attribute gets the value of another one. Half of the
 * time, and wherever there are no elements, libFuzzer does what it likes.
 * DIPLODOC_FUZZ_PLAIN: it always does.
 */
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "lib/fuzz.h"
#include "xml/scan.h"

enum { MOST = 1024 };

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator(
    uint8_t *data, size_t size, size_t max_size, unsigned seed);

/* Ranges of elements in order of their ends, or of values. */
struct parts {
	struct dd_range items[MOST];
	size_t count;
};

static void
add(struct parts *parts, size_t start, size_t end)
{
	if (parts->count < MOST)
		parts->items[parts->count++] = (struct dd_range){start, end};
}

static void
add_values(struct parts *values, const char *text, struct dd_range tag)
{
	size_t at = dd_scan_name(text, tag.end, tag.start + 1);
	struct dd_scan_attribute attribute;

	while (dd_scan_attribute(text, tag.end, at, &attribute) &&
	    attribute.value.end < tag.end) {
		add(values, attribute.value.start, attribute.value.end);
		at = attribute.value.end + 1;
	}
}

/* Elements as far as their tags match, which in damaged ones nobody knows. */
static void
find_parts(
    const char *text, size_t len, struct parts *elements, struct parts *values)
{
	size_t open[MOST], depth = 0, at = 0;
	struct dd_range token;
	enum dd_token kind;

	while ((kind = dd_scan_token(text, len, at, &token)) != DD_TOKEN_STOP &&
	    token.end > at) {
		if (kind == DD_TOKEN_START && depth < MOST)
			open[depth++] = token.start;
		if (kind == DD_TOKEN_EMPTY)
			add(elements, token.start, token.end);
		if (kind == DD_TOKEN_END && depth > 0)
			add(elements, open[--depth], token.end);
		if (kind == DD_TOKEN_START || kind == DD_TOKEN_EMPTY)
			add_values(values, text, token);
		at = token.end;
	}
}

/* `with` of the text in the place of its range `gap`. */
static void
splice(struct dd_buffer *out, const char *text, size_t len, struct dd_range gap,
    struct dd_range with)
{
	dd_buffer_add(out, text, gap.start);
	dd_buffer_add(out, text + with.start, with.end - with.start);
	dd_buffer_add(out, text + gap.end, len - gap.end);
}

static void
mutate(struct dd_buffer *out, const char *text, size_t len,
    const struct parts *elements, const struct parts *values, unsigned seed)
{
	unsigned choice = seed % 5;
	const struct parts *parts =
	    choice == 0 && values->count > 1 ? values : elements;
	struct dd_range a = parts->items[seed / 5 % parts->count];
	struct dd_range b =
	    parts->items[seed / 5 / parts->count % parts->count];

	if (choice == 1)
		b = (struct dd_range){0, 0};
	if (choice == 2)
		a.end = a.start;
	splice(out, text, len, a, b);
}

size_t
LLVMFuzzerCustomMutator(
    uint8_t *data, size_t size, size_t max_size, unsigned seed)
{
	static struct parts elements, values;
	const char *text = (const char *)data;
	struct dd_buffer out;

	elements.count = values.count = 0;
	if (seed % 2 == 0 && !getenv("DIPLODOC_FUZZ_PLAIN"))
		find_parts(text, size, &elements, &values);
	if (elements.count == 0)
		return LLVMFuzzerMutate(data, size, max_size);
	dd_buffer_init(&out, max_size);
	mutate(&out, text, size, &elements, &values, seed / 2);
	if (!out.failed && out.len > 0) {
		memcpy(data, out.data, out.len);
		size = out.len;
	}
	dd_buffer_release(&out);
	return size;
}
