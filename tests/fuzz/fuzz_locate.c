/* SPDX-License-Identifier: MIT */
/*
 * Parses, and asks for every place: each lies within what it is a part of, and
 * the characters there are the ones of the node. What cannot be parsed has a
 * finding with a place of its own.
 */
#include <string.h>
#include "lib/fuzz.h"
#include "xml/gate.h"
#include "xml/locate.h"
#include "xml/node.h"
#include "xml/parse.h"
#include "xml/source.h"

static void
expect(const struct dd_source *source, size_t at, const char *sign)
{
	if (at + strlen(sign) > source->len ||
	    strncmp(source->text + at, sign, strlen(sign)) != 0)
		fuzz_fail("no `%s` at byte %zu", sign, at);
}

/* Every character of a value stands behind the one before, and all of them in
 * `whole`; `attr` NULL: of a text. */
static void
check_characters(const struct dd_tree *tree, const xmlNode *node,
    const xmlAttr *attr, const char *value, struct dd_range whole)
{
	size_t len = strlen(value), step = len / 64 + 1, last = whole.start;

	for (size_t i = 0; i < len; i += step) {
		struct dd_range range = attr
		    ? dd_locate_in_value(tree, attr, i, i + 1)
		    : dd_locate_text(tree, node, i, i + 1);

		fuzz_within(whole, range, "a character");
		if (range.start == range.end || range.start < last)
			fuzz_fail("character %zu stands at [%zu, %zu)", i,
			    range.start, range.end);
		last = range.start;
	}
}

static void
check_attribute(const struct dd_tree *tree, const xmlAttr *attr)
{
	struct dd_range whole = dd_locate_attribute(tree, attr);
	struct dd_range value = dd_locate_value(tree, attr);
	const char *mark = tree->source->text + value.end;

	fuzz_within(dd_locate_tag(tree, attr->parent), whole, "an attribute");
	fuzz_within(whole, value, "a value");
	if (value.end + 1 != whole.end || (*mark != '"' && *mark != '\'') ||
	    tree->source->text[value.start - 1] != *mark)
		fuzz_fail(
		    "no quotes around [%zu, %zu)", value.start, value.end);
	check_characters(tree, NULL, attr, dd_attr_text(attr), value);
}

static void
check_element(const struct dd_tree *tree, const xmlNode *node)
{
	struct dd_range whole = dd_locate_element(tree, node);
	struct dd_range tag = dd_locate_tag(tree, node);
	struct dd_range name = dd_locate_name(tree, node);
	struct dd_range content = dd_locate_content(tree, node);

	fuzz_within(whole, tag, "a tag");
	fuzz_within(tag, name, "a name");
	fuzz_within((struct dd_range){tag.end, whole.end}, content, "content");
	expect(tree->source, whole.start, "<");
	expect(tree->source, tag.end - 1, ">");
	expect(tree->source, whole.end - 1, ">");
	if (content.end < whole.end)
		expect(tree->source, content.end, "</");
	expect(tree->source, name.end - strlen((const char *)node->name),
	    (const char *)node->name);
	for (const xmlAttr *a = node->properties; a; a = a->next)
		check_attribute(tree, a);
}

static void
check_node(const struct dd_tree *tree, const xmlNode *node)
{
	struct dd_range whole = dd_locate_node(tree, node);

	fuzz_range(tree->source, whole, "a node");
	if (node->parent->type == XML_ELEMENT_NODE)
		fuzz_within(
		    dd_locate_content(tree, node->parent), whole, "a child");
	if (node->prev)
		fuzz_within(
		    (struct dd_range){dd_locate_node(tree, node->prev).end,
			tree->source->len},
		    whole, "a node behind another");
	if (node->type == XML_ELEMENT_NODE)
		check_element(tree, node);
	if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
		check_characters(tree, node, NULL,
		    node->content ? (const char *)node->content : "", whole);
}

/* Line and column lead back to the byte. */
static void
check_lines(
    struct dd_source *source, const xmlNode *node, const struct dd_tree *tree)
{
	struct dd_range range = dd_locate_node(tree, node);
	struct dd_place place;
	const char *line;
	size_t len;

	dd_source_place(source, range, &place);
	line = dd_source_line(source, place.line, &len);
	if (line < source->text || line + len > source->text + source->len ||
	    source->text + range.start < line)
		fuzz_fail(
		    "byte %zu is not in line %zu", range.start, place.line);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct dd_tree tree = {0};
	struct dd_source source;
	struct dd_sink sink;
	bool formed = false;

	dd_sink_init(&sink, 100);
	if (dd_gate("input", data, size, &source, &sink))
		formed = dd_parse(&source, &sink, &tree);
	if (!formed && sink.errors == 0)
		fuzz_fail("nothing says why it was not parsed");
	if (formed)
		for (const xmlNode *n = xmlDocGetRootElement(tree.doc); n;
		     n = dd_node_after(n)) {
			check_node(&tree, n);
			check_lines(&source, n, &tree);
		}
	fuzz_findings(&source, &sink);
	dd_tree_release(&tree);
	dd_sink_release(&sink);
	dd_source_release(&source);
	return 0;
}
