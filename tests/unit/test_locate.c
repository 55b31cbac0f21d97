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

static void
test_first_fault_of_form_in_plain_words(void **state)
{
	static const struct {
		const char *text;
		enum dd_id id;
	} rows[] = {
	    {"<r>\n<a></b></r>", DD_ID_XML_TAG_MISMATCH},
	    {"<r a='1' a='2'/>", DD_ID_XML_ATTRIBUTE_TWICE},
	    {"<r>&nbsp;</r>", DD_ID_XML_UNDECLARED_ENTITY},
	    {"<r><x:a/></r>", DD_ID_XML_UNDECLARED_PREFIX},
	    {"<r xmlns='u'/>", DD_ID_XML_RELATIVE_NAMESPACE},
	    {"<r>a & b</r>", DD_ID_XML_NOT_WELL_FORMED},
	    {"<r/><r/>", DD_ID_XML_NOT_WELL_FORMED},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct fixture f;

		open_text(&f, rows[i].text);
		assert_false(f.ok);
		assert_int_equal(f.sink.total, 1);
		assert_int_equal(f.sink.first->id, rows[i].id);
		close_text(&f);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_elements_and_attributes),
	    cmocka_unit_test(test_text_counts_references_and_line_ends),
	    cmocka_unit_test(test_far_down_and_far_right),
	    cmocka_unit_test(test_first_fault_of_form_in_plain_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
