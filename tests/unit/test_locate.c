/* SPDX-License-Identifier: MIT */
/* Ranges of nodes slice exactly those nodes out of the source. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "base/buffer.h"
#include "xml/locate.h"
#include "xml/parse.h"
#include "xml/source.h"

struct fixture {
	struct dd_source source;
	struct dd_sink sink;
	struct dd_tree tree;
	bool ok;
};

static void
open_text(struct fixture *f, const char *text)
{
	*f = (struct fixture){.source = {.name = "t.xml", .len = strlen(text)}};
	f->source.text = strdup(text);
	dd_sink_init(&f->sink, 10);
	f->ok = dd_parse(&f->source, &f->sink, &f->tree);
}

static void
close_text(struct fixture *f)
{
	dd_tree_release(&f->tree);
	dd_sink_release(&f->sink);
	dd_source_release(&f->source);
}

static void
assert_slice(struct fixture *f, struct dd_range range, const char *wanted)
{
	char *slice =
	    strndup(f->source.text + range.start, range.end - range.start);

	assert_string_equal(slice, wanted);
	free(slice);
}

static void
test_elements_and_attributes(void **state)
{
	struct fixture f;
	xmlNode *root, *b;

	(void)state;
	open_text(&f,
	    "<?xml version='1.0'?>\n<!--c--><r xmlns='urn:u'\r\n"
	    " xml:lang = 'a&gt;b' x=\"1&#xe9;2\"><b\t/>z</r >\n");
	assert_true(f.ok);
	root = xmlDocGetRootElement(f.tree.doc);
	b = root->children;
	assert_slice(&f, dd_locate_element(&f.tree, b), "<b\t/>");
	assert_slice(&f, dd_locate_content(&f.tree, b), "");
	assert_slice(&f, dd_locate_content(&f.tree, root), "<b\t/>z");
	assert_slice(&f, dd_locate_name(&f.tree, root), "r");
	assert_slice(&f, dd_locate_attribute(&f.tree, root->properties),
	    "xml:lang = 'a&gt;b'");
	assert_slice(
	    &f, dd_locate_value(&f.tree, root->properties->next), "1&#xe9;2");
	assert_slice(&f,
	    dd_locate_in_value(&f.tree, root->properties->next, 1, 3),
	    "&#xe9;");
	assert_slice(&f, dd_locate_node(&f.tree, b->next), "z");
	close_text(&f);
}

static void
test_namespace_declarations(void **state)
{
	struct fixture f;
	xmlNode *root, *b, *c;

	(void)state;
	open_text(&f,
	    "<r xmlnsx='1' xmlns:p2 = 'urn:2'\n\txmlns:p='urn:p' "
	    "xmlns=\"urn:u\"><b xmlns=''><p:c xmlns:p='urn:q'/></b></r>");
	assert_true(f.ok);
	root = xmlDocGetRootElement(f.tree.doc);
	b = root->children;
	c = b->children;
	assert_slice(
	    &f, dd_locate_namespace(&f.tree, root, NULL), "xmlns=\"urn:u\"");
	assert_slice(
	    &f, dd_locate_namespace(&f.tree, root, "p"), "xmlns:p='urn:p'");
	assert_slice(&f, dd_locate_namespace(&f.tree, b, NULL), "xmlns=''");
	assert_slice(&f, dd_locate_namespace(&f.tree, c, NULL), "xmlns=''");
	assert_slice(
	    &f, dd_locate_namespace(&f.tree, c, "p"), "xmlns:p='urn:q'");
	assert_slice(
	    &f, dd_locate_namespace(&f.tree, c, "p2"), "xmlns:p2 = 'urn:2'");
	assert_slice(&f, dd_locate_namespace(&f.tree, c, "x"), "");
	close_text(&f);
}

static void
test_text_counts_references_and_line_ends(void **state)
{
	struct fixture f;
	xmlNode *root, *cdata;

	(void)state;
	open_text(&f,
	    "<r>a\r\n&amp;\xF0\x9F\x98\x80x<!-- - -->y<![CDATA[<&p]]>q</r>");
	root = xmlDocGetRootElement(f.tree.doc);
	assert_slice(&f, dd_locate_text(&f.tree, root->children, 1, 2), "\r\n");
	assert_slice(
	    &f, dd_locate_text(&f.tree, root->children, 2, 3), "&amp;");
	assert_slice(&f, dd_locate_text(&f.tree, root->children, 7, 8), "x");
	cdata = root->last->prev;
	assert_slice(&f, dd_locate_node(&f.tree, cdata), "<![CDATA[<&p]]>");
	assert_slice(&f, dd_locate_text(&f.tree, cdata, 1, 3), "&p");
	assert_slice(&f, dd_locate_text(&f.tree, root->last, 0, 1), "q");
	close_text(&f);
}

static void
test_far_down_and_far_right(void **state)
{
	struct fixture f;
	struct dd_buffer b;
	struct dd_place place;

	(void)state;
	dd_buffer_init(&b, 0);
	dd_buffer_puts(&b, "<r>");
	dd_buffer_repeat(&b, '\n', 70000);
	dd_buffer_repeat(&b, ' ', 70000);
	dd_buffer_puts(&b, "<e/></r>");
	open_text(&f, b.data);
	dd_source_place(&f.source,
	    dd_locate_element(
		&f.tree, xmlDocGetRootElement(f.tree.doc)->children->next),
	    &place);
	assert_int_equal(place.line, 70001);
	assert_int_equal(place.column, 70001);
	assert_int_equal(place.end_column, 70005);
	close_text(&f);
	dd_buffer_release(&b);
}

/* 8 MB with an element, an attribute and a character at the far end. */
static void
test_large_document(void **state)
{
	static const char tail[] = "<e a='&#65;z'>x&amp;y</e>";
	struct fixture f;
	struct dd_buffer b;
	xmlNode *last;
	size_t count = 0;

	(void)state;
	dd_buffer_init(&b, 0);
	dd_buffer_puts(&b, "<r>");
	while (b.len < 8 * 1024 * 1024 - 100) {
		dd_buffer_printf(&b, "<p n='%zu'>", count++);
		dd_buffer_repeat(&b, 'x', 50 + count % 4000);
		dd_buffer_puts(&b, "</p>\r\n");
	}
	dd_buffer_puts(&b, tail);
	dd_buffer_puts(&b, "</r>");
	open_text(&f, b.data);
	assert_true(f.ok);
	last = xmlDocGetRootElement(f.tree.doc)->last;
	assert_slice(&f, dd_locate_element(&f.tree, last), tail);
	assert_slice(
	    &f, dd_locate_in_value(&f.tree, last->properties, 0, 1), "&#65;");
	assert_slice(
	    &f, dd_locate_text(&f.tree, last->children, 1, 2), "&amp;");
	close_text(&f);
	dd_buffer_release(&b);
}

static void
test_nodes_made_later_have_no_place(void **state)
{
	struct fixture f;
	xmlNode *root, *made;

	(void)state;
	open_text(&f, "<r a='1'>x</r>");
	root = xmlDocGetRootElement(f.tree.doc);
	made = xmlNewChild(root, NULL, BAD_CAST "m", BAD_CAST "text");
	xmlNewProp(made, BAD_CAST "p", BAD_CAST "v");
	xmlNewProp(root, BAD_CAST "p", BAD_CAST "v");
	assert_slice(&f, dd_locate_element(&f.tree, made), "");
	assert_slice(&f, dd_locate_name(&f.tree, made), "");
	assert_slice(&f, dd_locate_content(&f.tree, made), "");
	assert_slice(&f, dd_locate_text(&f.tree, made->children, 0, 2), "");
	assert_slice(&f, dd_locate_value(&f.tree, made->properties), "");
	assert_slice(
	    &f, dd_locate_attribute(&f.tree, root->properties->next), "");
	assert_slice(&f, dd_locate_element(&f.tree, NULL), "");
	close_text(&f);
}

static void
test_offsets_inside_and_behind(void **state)
{
	struct fixture f;
	xmlNode *text;

	(void)state;
	open_text(&f, "<r>\xE3\x81\x82&#x1F600;z</r>");
	text = xmlDocGetRootElement(f.tree.doc)->children;
	assert_slice(&f, dd_locate_text(&f.tree, text, 1, 2), "\xE3\x81\x82");
	assert_slice(&f, dd_locate_text(&f.tree, text, 4, 5), "&#x1F600;");
	assert_slice(&f, dd_locate_text(&f.tree, text, 7, 99), "z");
	assert_slice(&f, dd_locate_text(&f.tree, text, 50, 99), "");
	assert_int_equal(dd_locate_text(&f.tree, text, 50, 99).start, 16);
	assert_int_equal(dd_locate_text(&f.tree, text, 3, 3).start, 6);
	close_text(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_elements_and_attributes),
	    cmocka_unit_test(test_namespace_declarations),
	    cmocka_unit_test(test_text_counts_references_and_line_ends),
	    cmocka_unit_test(test_far_down_and_far_right),
	    cmocka_unit_test(test_large_document),
	    cmocka_unit_test(test_nodes_made_later_have_no_place),
	    cmocka_unit_test(test_offsets_inside_and_behind),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
