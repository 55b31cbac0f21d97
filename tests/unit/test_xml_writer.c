/* SPDX-License-Identifier: MIT */
/* XML out and in again: the same tree, whatever made it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/utf8.h"
#include "output/xml.h"
#include "result_tree.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static const char *
get_href(const xmlNs *ns)
{
	return ns ? (const char *)ns->href : "";
}

static const char *
get_content(const xmlNode *node)
{
	return node->content ? (const char *)node->content : "";
}

static void
compare_attributes(const xmlNode *a, const xmlNode *b)
{
	const xmlAttr *x = a->properties, *y = b->properties;

	for (; x && y; x = x->next, y = y->next) {
		xmlChar *v = xmlNodeGetContent((const xmlNode *)x);
		xmlChar *u = xmlNodeGetContent((const xmlNode *)y);

		assert_string_equal(x->name, y->name);
		assert_string_equal(get_href(x->ns), get_href(y->ns));
		assert_string_equal(v, u);
		xmlFree(v);
		xmlFree(u);
	}
	assert_true(!x && !y);
}

static void
compare_nodes(const xmlNode *a, const xmlNode *b)
{
	for (; a && b; a = a->next, b = b->next) {
		assert_int_equal(
		    a->type == XML_CDATA_SECTION_NODE ? XML_TEXT_NODE : a->type,
		    b->type);
		if (a->type == XML_ELEMENT_NODE) {
			assert_string_equal(a->name, b->name);
			assert_string_equal(get_href(a->ns), get_href(b->ns));
			compare_attributes(a, b);
			compare_nodes(a->children, b->children);
		} else {
			assert_string_equal(get_content(a), get_content(b));
		}
	}
	assert_true(!a && !b);
}

/* Writes, parses, compares, writes again: trees and bytes are the same. */
static void
check_round_trip(const xmlDoc *doc)
{
	struct dd_buffer first, second;
	struct dd_error error = {0};
	xmlDoc *again;

	dd_buffer_init(&first, 0);
	dd_buffer_init(&second, 0);
	assert_int_equal(dd_xml_write(doc, &first, &error), 0);
	again = parse_tree(first.data);
	if (!again)
		print_message("# %s\n", first.data);
	assert_non_null(again);
	compare_nodes(doc->children, again->children);
	assert_int_equal(dd_xml_write(again, &second, &error), 0);
	assert_string_equal(first.data, second.data);
	xmlFreeDoc(again);
	dd_buffer_release(&first);
	dd_buffer_release(&second);
}

static void
check(const char *in, const char *expected)
{
	struct dd_error error = {0};
	struct dd_buffer out;
	xmlDoc *doc = parse_tree(in);

	assert_non_null(doc);
	dd_buffer_init(&out, 0);
	assert_int_equal(dd_xml_write(doc, &out, &error), 0);
	assert_string_equal(out.data, expected);
	dd_buffer_release(&out);
	check_round_trip(doc);
	xmlFreeDoc(doc);
}

static void
test_text(void **state)
{
	(void)state;
	check("<a/>", HEAD "<a/>\n");
	check("<a></a>", HEAD "<a/>\n");
	check("<a> x\n<b/>\t</a>", HEAD "<a> x\n<b/>\t</a>\n");
	check("<a>&lt;&amp;&gt;\"'&#13;&#9;\n</a>",
	    HEAD "<a>&lt;&amp;&gt;\"'&#13;\t\n</a>\n");
	check("<a b='&lt;&amp;>&quot;&apos;&#13;&#10;&#9; x' a='1'/>",
	    HEAD "<a b=\"&lt;&amp;>&quot;'&#13;&#10;&#9; x\" a=\"1\"/>\n");
	check("<a><![CDATA[<x>]]></a>", HEAD "<a>&lt;x&gt;</a>\n");
	check("<?p q?><!-- c --><a><?r?><!----></a><!--d-->",
	    HEAD "<?p q?>\n<!-- c -->\n<a><?r?><!----></a>\n<!--d-->\n");
	check("<a xml:lang='ja'>\xe5\xa4\x96</a>",
	    HEAD "<a xml:lang=\"ja\">\xe5\xa4\x96</a>\n");
}

static void
test_namespaces(void **state)
{
	(void)state;
	check("<a xmlns='urn:a' xmlns:b='urn:b'><b:c b:d='1'/><e/></a>",
	    HEAD "<a xmlns=\"urn:a\" xmlns:b=\"urn:b\">"
		 "<b:c b:d=\"1\"/><e/></a>\n");
	check("<a xmlns='urn:a'><b xmlns=''><c xmlns='urn:a'/></b></a>",
	    HEAD "<a xmlns=\"urn:a\"><b xmlns=\"\"><c xmlns=\"urn:a\"/></b>"
		 "</a>\n");
	check("<p:a xmlns:p='urn:1'><p:a xmlns:p='urn:2' p:x=''/></p:a>",
	    HEAD "<p:a xmlns:p=\"urn:1\"><p:a xmlns:p=\"urn:2\" p:x=\"\"/>"
		 "</p:a>\n");
	/* A declaration that says again what holds already is left out. */
	check("<a xmlns='urn:a'><b xmlns='urn:a'/></a>",
	    HEAD "<a xmlns=\"urn:a\"><b/></a>\n");
	check("<p:a xmlns:p='urn:1' xmlns='urn:d'><b/></p:a>",
	    HEAD "<p:a xmlns:p=\"urn:1\" xmlns=\"urn:d\"><b/></p:a>\n");
}

/* Trees that no parser makes: used but undeclared, or declared against. */
static void
test_made_trees(void **state)
{
	xmlDoc *doc = xmlNewDoc(BAD_CAST "1.0");
	xmlNode *root = xmlNewDocNode(doc, NULL, BAD_CAST "root", NULL);
	xmlNode *holder = xmlNewNode(NULL, BAD_CAST "holder");
	xmlNode *child;
	xmlNs *p1 = xmlNewNs(holder, BAD_CAST "urn:1", BAD_CAST "p");
	xmlNs *bare = xmlNewNs(holder, BAD_CAST "urn:2", NULL);
	xmlNode *other = xmlNewNode(NULL, BAD_CAST "other");
	xmlNs *p3 = xmlNewNs(other, BAD_CAST "urn:3", BAD_CAST "p");

	(void)state;
	xmlDocSetRootElement(doc, root);
	child = xmlNewChild(root, NULL, BAD_CAST "a", BAD_CAST "x");
	xmlSetNs(child, p1);
	xmlNewNsProp(child, p3, BAD_CAST "b", BAD_CAST "clash");
	xmlNewNsProp(child, bare, BAD_CAST "c", BAD_CAST "no prefix");
	xmlNewNsProp(child, p1, BAD_CAST "d", BAD_CAST "fits");
	child = xmlNewChild(child, NULL, BAD_CAST "e", NULL);
	child->ns = NULL;
	xmlNewNs(child, BAD_CAST "urn:default", NULL);
	child = xmlNewChild(child, NULL, BAD_CAST "f", NULL);
	child->ns = bare;
	child = xmlNewChild(child, NULL, BAD_CAST "g", NULL);
	child->ns = NULL;
	child = xmlNewChild(root, NULL, BAD_CAST "h", NULL);
	xmlNewNs(child, BAD_CAST "urn:4", BAD_CAST "p");
	child->ns = p1;
	check_round_trip(doc);
	xmlFreeDoc(doc);
	xmlFreeNode(holder);
	xmlFreeNode(other);
}

static void
test_every_character(void **state)
{
	xmlDoc *doc = parse_tree("<a/>");
	xmlNode *root = xmlDocGetRootElement(doc);
	struct dd_buffer text;

	(void)state;
	dd_buffer_init(&text, 0);
	for (uint32_t cp = 1; cp <= 0x10FFFF; cp++)
		if (dd_utf8_is_xml_char(cp))
			dd_buffer_put_utf8(&text, cp);
	xmlNodeAddContentLen(root, (xmlChar *)text.data, (int)text.len);
	text.len = 200000;
	while ((text.data[text.len] & 0xC0) == 0x80)
		text.len--;
	text.data[text.len] = '\0';
	xmlNewProp(root, BAD_CAST "b", (xmlChar *)text.data);
	check_round_trip(doc);
	dd_buffer_release(&text);
	xmlFreeDoc(doc);
}

static void
check_refused(xmlDoc *doc, const char *word)
{
	struct dd_error error = {0};
	struct dd_buffer out;

	dd_buffer_init(&out, 0);
	assert_int_equal(dd_xml_write(doc, &out, &error), DD_E_ENGINE);
	assert_non_null(strstr(error.text, word));
	dd_buffer_release(&out);
	xmlFreeDoc(doc);
}

static xmlDoc *
make_with(xmlNode *node)
{
	xmlDoc *doc = parse_tree("<a/>");

	xmlAddChild(xmlDocGetRootElement(doc), node);
	return doc;
}

static void
test_refused(void **state)
{
	xmlDoc *doc = parse_tree("<a/>");

	(void)state;
	check_refused(make_with(xmlNewText(BAD_CAST "\x01")), "U+0001");
	check_refused(make_with(xmlNewText(BAD_CAST "\xef\xbf\xbf")), "U+FFFF");
	check_refused(make_with(xmlNewText(BAD_CAST "\xff")), "UTF-8");
	check_refused(make_with(xmlNewComment(BAD_CAST "a--b")), "--");
	check_refused(make_with(xmlNewComment(BAD_CAST "a-")), "--");
	check_refused(make_with(xmlNewPI(BAD_CAST "p", BAD_CAST "a?>b")), "?>");
	xmlAddNextSibling(xmlDocGetRootElement(doc), xmlNewText(BAD_CAST "x"));
	check_refused(doc, "root");
	check_refused(xmlNewDoc(BAD_CAST "1.0"), "root");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_text),
	    cmocka_unit_test(test_namespaces),
	    cmocka_unit_test(test_made_trees),
	    cmocka_unit_test(test_every_character),
	    cmocka_unit_test(test_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
