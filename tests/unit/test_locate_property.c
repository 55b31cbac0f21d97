/* SPDX-License-Identifier: MIT */
/*
 * For random documents in several encodings: every node, attribute, value and
 * character stands exactly where the writer of the document has put it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "random_document.h"
#include "xml/gate.h"
#include "xml/parse.h"
#include "xml/source.h"

enum { DOCUMENTS = 2100, SLICES = 6 };

static const struct form {
	const char *name; /* in the declaration; NULL: none */
	const char *mark; /* byte order mark */
	size_t mark_len;
	int unit; /* bytes: 1 Latin, 2 UTF-16, 3 UTF-8 */
	bool big;
	uint32_t highest;
} forms[] = {
    {NULL, "", 0, 3, false, 0x10FFFF},
    {"UTF-8", "\xEF\xBB\xBF", 3, 3, false, 0x10FFFF},
    {"UTF-16", "\xFF\xFE", 2, 2, false, 0x10FFFF},
    {"UTF-16", "\xFE\xFF", 2, 2, true, 0x10FFFF},
    {"ISO-8859-1", "", 0, 1, false, 0xFF},
    {"windows-1252", "", 0, 1, false, 0xFF},
    {"US-ASCII", "", 0, 1, false, 0x7F},
};

static void
put_wide(struct dd_buffer *out, uint32_t unit, bool big)
{
	dd_buffer_putc(out, (char)(big ? unit >> 8 : unit & 0xFF));
	dd_buffer_putc(out, (char)(big ? unit & 0xFF : unit >> 8));
}

/* The document's bytes in its encoding. */
static void
encode(const struct dd_buffer *text, const struct form *form,
    struct dd_buffer *out)
{
	const char *p = text->data, *end = p + text->len;

	dd_buffer_clear(out);
	dd_buffer_add(out, form->mark, form->mark_len);
	if (form->unit == 3)
		dd_buffer_add(out, text->data, text->len);
	while (form->unit < 3 && p < end) {
		uint32_t cp = 0;

		p += dd_utf8_decode(p, end, &cp);
		if (form->unit == 1) {
			dd_buffer_putc(out, (char)cp);
		} else if (cp < 0x10000) {
			put_wide(out, cp, form->big);
		} else {
			cp -= 0x10000;
			put_wide(out, 0xD800 + (cp >> 10), form->big);
			put_wide(out, 0xDC00 + (cp & 0x3FF), form->big);
		}
	}
}

static void
assert_range(struct dd_range range, size_t start, size_t end)
{
	assert_int_equal(range.start, start);
	assert_int_equal(range.end, end);
}

/* Where bytes [from, to) of the decoded stretch stand, from the notes. */
static struct dd_range
look_up(const struct document *d, struct stretch s, size_t from, size_t to)
{
	struct dd_range range = {0, 0};
	bool begun = false;

	for (size_t i = s.first; i < s.first + s.count; i++) {
		const struct unit *unit = &d->units[i];

		if (unit->decoded.end <= from || unit->decoded.start >= to)
			continue;
		if (!begun)
			range.start = unit->source.start;
		begun = true;
		range.end = unit->source.end;
	}
	return range;
}

static size_t
get_decoded_length(const struct document *d, struct stretch s)
{
	return s.count > 0 ? d->units[s.first + s.count - 1].decoded.end : 0;
}

static void
check_text_slices(struct document *d, const struct dd_tree *tree,
    const xmlNode *node, struct stretch inside)
{
	size_t base = inside.count ? d->units[inside.first].decoded.start : 0;
	size_t len = get_decoded_length(d, inside) - base;

	assert_int_equal(
	    node->content ? strlen((const char *)node->content) : 0, len);
	for (int i = 0; i < SLICES && len > 0; i++) {
		size_t from = draw(d, (uint32_t)len);
		size_t to = from + 1 + draw(d, (uint32_t)(len - from));
		struct dd_range wanted =
		    look_up(d, inside, base + from, base + to);

		assert_range(dd_locate_text(tree, node, from, to), wanted.start,
		    wanted.end);
		assert_range(dd_locate_text(tree, node, from, from),
		    wanted.start, wanted.start);
	}
}

static void
check_attribute(struct document *d, const struct dd_tree *tree,
    const xmlAttr *attr, const struct made_attribute *made)
{
	size_t len = get_decoded_length(d, made->inside);
	const xmlChar *value = attr->children ? attr->children->content : NULL;
	struct dd_range range = dd_locate_attribute(tree, attr);

	assert_range(range, made->range.start, made->range.end);
	range = dd_locate_value(tree, attr);
	assert_range(range, made->value.start, made->value.end);
	assert_int_equal(value ? strlen((const char *)value) : 0, len);
	assert_range(dd_locate_in_value(tree, attr, len, len + 9),
	    made->value.end, made->value.end);
	for (int i = 0; i < SLICES && len > 0; i++) {
		size_t from = draw(d, (uint32_t)len);
		size_t to = from + 1 + draw(d, (uint32_t)(len - from));
		struct dd_range wanted = look_up(d, made->inside, from, to);

		assert_range(dd_locate_in_value(tree, attr, from, to),
		    wanted.start, wanted.end);
	}
}

static void
check_element(struct document *d, const struct dd_tree *tree,
    const xmlNode *node, const struct made_node *made)
{
	const struct dd_element_range *e = &made->element;
	const xmlAttr *attr = node->properties;

	assert_range(dd_locate_element(tree, node), e->start, e->end);
	assert_range(dd_locate_node(tree, node), e->start, e->end);
	assert_range(dd_locate_tag(tree, node), e->start, e->tag_end);
	assert_range(dd_locate_content(tree, node), e->tag_end, e->close);
	assert_range(
	    dd_locate_name(tree, node), made->name.start, made->name.end);
	for (size_t i = 0; i < made->attribute_count; i++) {
		assert_non_null(attr);
		check_attribute(
		    d, tree, attr, &d->attributes[made->attribute_first + i]);
		attr = attr->next;
	}
	assert_null(attr);
}

/* Compares one node of the tree with the notes from `at` on; returns how many
 * notes it took. Sections that touch may be one node or several. */
static size_t
check_node(struct document *d, const struct dd_tree *tree, const xmlNode *node,
    size_t at)
{
	struct made_node made = d->nodes[at];
	size_t taken = 1;

	assert_true(at < d->node_count);
	assert_int_equal(node->type, made.type);
	if (node->type == XML_ELEMENT_NODE) {
		check_element(d, tree, node, &d->nodes[at]);
		return taken;
	}
	while (made.type == XML_CDATA_SECTION_NODE &&
	    at + taken < d->node_count && d->nodes[at + taken].joined &&
	    !(node->next && node->next->type == XML_CDATA_SECTION_NODE)) {
		const struct made_node *more = &d->nodes[at + taken++];

		made.inside.count += more->inside.count;
		made.range.end = more->range.end;
	}
	assert_range(
	    dd_locate_node(tree, node), made.range.start, made.range.end);
	if (made.type == XML_TEXT_NODE || made.type == XML_CDATA_SECTION_NODE)
		check_text_slices(d, tree, node, made.inside);
	return taken;
}

static const xmlNode *
go_on(const xmlNode *node)
{
	if (node->type == XML_ELEMENT_NODE && node->children)
		return node->children;
	while (node && !node->next)
		node = node->parent;
	return node ? node->next : NULL;
}

static void
check_document(struct document *d, struct dd_source *source)
{
	struct dd_sink sink;
	struct dd_tree tree;
	const xmlNode *node;
	size_t at = 0;

	assert_int_equal(source->len, d->text.len);
	assert_memory_equal(source->text, d->text.data, d->text.len);
	dd_sink_init(&sink, 10);
	if (!dd_parse(source, &sink, &tree))
		fail_msg("%s\n%s", sink.first->message, source->text);
	assert_int_equal(sink.total, 0);
	for (node = tree.doc->children; node; node = go_on(node))
		at += check_node(d, &tree, node, at);
	assert_int_equal(at, d->node_count);
	dd_tree_release(&tree);
	dd_sink_release(&sink);
}

static void
test_every_node_stands_where_it_was_written(void **state)
{
	struct document *d = *state;
	struct dd_buffer bytes;
	size_t nodes = 0;

	dd_buffer_init(&bytes, 0);
	for (uint32_t seed = 1; seed <= DOCUMENTS; seed++) {
		const struct form *form =
		    &forms[seed % (sizeof forms / sizeof *forms)];
		struct dd_source source;
		struct dd_sink sink;

		make_document(d, seed, form->name, form->highest);
		encode(&d->text, form, &bytes);
		dd_sink_init(&sink, 10);
		if (!dd_gate("t.xml", bytes.data, bytes.len, &source, &sink))
			fail_msg("%s", sink.first->message);
		check_document(d, &source);
		nodes += d->node_count;
		dd_source_release(&source);
		dd_sink_release(&sink);
	}
	assert_true(nodes > DOCUMENTS * 10);
	dd_buffer_release(&bytes);
}

static int
make_state(void **state)
{
	struct document *d = calloc(1, sizeof *d);

	dd_buffer_init(&d->text, 0);
	*state = d;
	return 0;
}

static int
free_state(void **state)
{
	struct document *d = *state;

	dd_buffer_release(&d->text);
	free(d);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_every_node_stands_where_it_was_written),
	};

	return cmocka_run_group_tests(tests, make_state, free_state);
}
