/* SPDX-License-Identifier: MIT */
/*
 * Faults of form: each in our words, with its exact place, whatever version
 * of the parser judges. And what a document asks for is not loaded.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "base/buffer.h"
#include "xml/compat.h"
#include "xml/fault.h"
#include "xml/locate.h"
#include "xml/parse.h"
#include "xml/source.h"

#define NS_XML "http://www.w3.org/XML/1998/namespace"
#define NS_XMLNS "http://www.w3.org/2000/xmlns/"

static const struct row {
	const char *text;
	const char *id;
	const char *slice;   /* what the range covers */
	const char *message; /* its beginning, or NULL */
} rows[] = {
    {"<r>\n<statement>\n</statment></r>", "xml/tag-mismatch", "</statment>",
	"`</statment>` does not close `<statement>`, which began on line 2."},
    {"<r>\r\n\r<a>x</r>", "xml/tag-mismatch", "</r>",
	"`</r>` does not close `<a>`, which began on line 3; its end tag is "
	"missing."},
    {"<r/></r>", "xml/tag-mismatch", "</r>", "`</r>` closes nothing"},
    {"<r><p:a xmlns:p='u:p'></a></r>", "xml/tag-mismatch", "</a>", NULL},
    {"<r>\n<a b='1'>", "xml/unclosed", "<a",
	"`<a>`, which began on line 2, is never closed: the document ends "
	"before `</a>`."},
    {"<r a='1' a='2'/>", "xml/attribute-twice", "a='2'",
	"The attribute `a` stands twice in one tag; keep one."},
    {"<r xmlns:p='u:x' xmlns:q='u:x' p:a='' q:a=''/>", "xml/attribute-twice",
	"q:a", "`p:a` and `q:a` are one attribute"},
    {"<r>a & b</r>", "xml/bare-ampersand", "&",
	"A bare `&` stands here. Write `&amp;` for an ampersand."},
    {"<r>R&D</r>", "xml/bare-ampersand", "&D", "`&D` lacks the `;`"},
    {"<r a='?x=1&y=2'/>", "xml/bare-ampersand", "&y", NULL},
    {"<r>&nbsp;</r>", "xml/undeclared-entity", "&nbsp;",
	"`&nbsp;` is not known in XML; write `&#160;`."},
    {"<r>&eacute;</r>", "xml/undeclared-entity", "&eacute;",
	"`&eacute;` is not known in XML; write `\xC3\xA9` or `&#233;`."},
    {"<r>&hellip;</r>", "xml/undeclared-entity", "&hellip;", NULL},
    {"<r>&x;</r>", "xml/undeclared-entity", "&x;", NULL},
    {"<r>&#;</r>", "xml/character-reference", "&#", NULL},
    {"<r>&#xG;</r>", "xml/character-reference", "&#x", NULL},
    {"<r>&#12 </r>", "xml/character-reference", "&#12", NULL},
    {"<r>&#1;</r>", "xml/character-reference", "&#1;", NULL},
    {"<r>&#xD800;</r>", "xml/character-reference", "&#xD800;", NULL},
    {"<r>&#99999999999;</r>", "xml/character-reference", "&#99999999999;",
	NULL},
    {"<r>1 < 2</r>", "xml/bare-less-than", "<",
	"`<` begins a tag, but no name follows; write `&lt;` for a "
	"less-than sign."},
    {"<r></ r></r>", "xml/bare-less-than", "</", NULL},
    {"<r><!x></r>", "xml/not-well-formed", "<!", NULL},
    {"<r>]]></r>", "xml/section", "]]>", NULL},
    {"<r><![CDATA[a</r>", "xml/section", "<![CDATA[", NULL},
    {"<r><!-- a -- b --></r>", "xml/comment", "--", NULL},
    {"<r><!-- a ---></r>", "xml/comment", "--", NULL},
    {"<r><!-- a </r>", "xml/comment", "<!--", NULL},
    {"<r a/>", "xml/attribute-value", "a",
	"The attribute `a` has no value; write `a=\"...\"`."},
    {"<r a=b/>", "xml/attribute-value", "b",
	"The value of `a` needs quotes: write `a=\"b\"`."},
    {"<r a=/>", "xml/attribute-value", "a=", NULL},
    {"<r a= >x</r>", "xml/attribute-value", "a= ", NULL},
    {"<r a=\xE2\x80\x9C"
     "b\xE2\x80\x9D/>",
	"xml/attribute-value", "\xE2\x80\x9C",
	"The value of `a` stands in curly quotes"},
    {"<r a='b><c/></r>", "xml/attribute-value", "<",
	"The value of `a` runs into a `<`"},
    {"<r a='b", "xml/attribute-value", "a='", NULL},
    {"<r a='1'b='2'/>", "xml/tag-unfinished", "b",
	"A space is missing before `b` in the tag `<r>`."},
    {"<r \"x\"/>", "xml/tag-unfinished", "\"", NULL},
    {"<r a='1' <b/></r>", "xml/tag-unfinished", "<r", NULL},
    {"<r", "xml/tag-unfinished", "<r", NULL},
    {"<r></r a='1'>", "xml/tag-unfinished", "</r ", NULL},
    {"<r><a:b:c xmlns:a='u:a'/></r>", "xml/name", "a:b:c", NULL},
    {"<r :a=''/>", "xml/name", ":a", NULL},
    {"<r xmlns:=''/>", "xml/name", "xmlns:", NULL},
    {"<r>\n<x:a/></r>", "xml/undeclared-prefix", "x:a",
	"The prefix `x` of `x:a` is not declared"},
    {"<r x:b='1'/>", "xml/undeclared-prefix", "x:b", NULL},
    {"<r><a xmlns:x='u:x'/><x:a/></r>", "xml/undeclared-prefix", "x:a", NULL},
    {"<r xmlns:x=''/>", "xml/namespace", "xmlns:x=''", NULL},
    {"<r xmlns:xml='u:x'/>", "xml/namespace", "u:x", NULL},
    {"<r xmlns='" NS_XML "'/>", "xml/namespace", NS_XML, NULL},
    {"<r xmlns:x='" NS_XMLNS "'/>", "xml/namespace", NS_XMLNS, NULL},
    {"<r xmlns:xmlns='u:x'/>", "xml/namespace", "u:x", NULL},
    {"<r xmlns='u:\xC3\xA9'/>", "xml/relative-namespace", "u:\xC3\xA9", NULL},
    {"<r xmlns:x='a b'/>", "xml/relative-namespace", "a b", NULL},
    {"x<r/>", "xml/before-root", "x", NULL},
    {"<![CDATA[x]]><r/>", "xml/before-root", "<![CDATA[", NULL},
    {"<r/>\nx y\n", "xml/after-root", "x y", NULL},
    {"<r/><b/>", "xml/after-root", "<b", NULL},
    {"<r/>&amp;", "xml/after-root", "&amp;", NULL},
    {"<!-- x -->", "xml/no-root", "", NULL},
    {" <?xml version='1.0'?><r/>", "xml/declaration", "<?xml", NULL},
    {"<?xml?><r/>", "xml/declaration", "<?xml?>", NULL},
    {"<?xml version='1.0' standalone='maybe'?><r/>", "xml/declaration",
	"<?xml version='1.0' standalone='maybe'?>", NULL},
    {"<?xml encoding='UTF-8'?><r/>", "xml/declaration",
	"<?xml encoding='UTF-8'?>", NULL},
    {"<r><?XML x?></r>", "xml/instruction", "<?XML", NULL},
    {"<r><? x?></r>", "xml/instruction", "<?", NULL},
    {"<r><?a:b?></r>", "xml/instruction", "<?a:b", NULL},
    {"<r><?a+?></r>", "xml/instruction", "<?a", NULL},
    {"<r><?a b</r>", "xml/instruction", "<?a", NULL},
};

struct fixture {
	struct dd_source source;
	struct dd_sink sink;
	struct dd_tree tree;
	bool ok;
};

static void
open_text(struct fixture *f, const char *text, size_t len)
{
	*f = (struct fixture){.source = {.name = "t.xml", .len = len}};
	f->source.text = strndup(text, len);
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
check_row(const struct row *row)
{
	struct fixture f;
	const struct dd_diagnostic *d;
	char *slice;

	open_text(&f, row->text, strlen(row->text));
	d = f.sink.first;
	if (f.ok || f.sink.total != 1)
		fail_msg("%s: %zu findings", row->text, f.sink.total);
	assert_null(f.tree.doc);
	slice = strndup(
	    f.source.text + d->range.start, d->range.end - d->range.start);
	if (strcmp(dd_catalog(d->id)->slug, row->id) != 0 ||
	    strcmp(slice, row->slice) != 0)
		fail_msg("%s: %s at `%s`: %s", row->text,
		    dd_catalog(d->id)->slug, slice, d->message);
	if (row->message)
		assert_memory_equal(
		    d->message, row->message, strlen(row->message));
	assert_non_null(d->detail);
	assert_null(strchr(d->message, '\n'));
	free(slice);
	close_text(&f);
}

static void
test_words_and_places(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		check_row(&rows[i]);
}

static void
test_related_places(void **state)
{
	static const char text[] = "<r>\n<statement>\n</statment></r>";
	struct fixture f;
	const struct dd_related *related;

	(void)state;
	open_text(&f, text, strlen(text));
	related = f.sink.first->related;
	assert_non_null(related);
	assert_int_equal(related->range.start, 4);
	assert_int_equal(related->range.end, 14);
	assert_string_equal(related->text, "`<statement>` begins here");
	close_text(&f);
}

/* Legal forms, some of which libxml2 comments on. */
static void
test_legal_forms(void **state)
{
	static const char *const legal[] = {
	    "<?xml version='1.0' encoding='UTF-16' standalone=\"no\" ?><r/>",
	    "<?xml version='1.0' encoding='windows-1252'?><r>\xC3\xA9</r>",
	    "<?xml-x?><r xml:lang='%' xml:space='x' xml:id='1'/>",
	    "<r><a xml:id='x'/><a xml:id='x'/></r>",
	    "<r xmlns='' xmlns:xml='" NS_XML "'/>",
	    "<!----><r\n/>\r\n<?p?>",
	    "<r a='>' b=\"'\">]] ></r >",
	};

	(void)state;
	for (size_t i = 0; i < sizeof legal / sizeof *legal; i++) {
		struct fixture f;

		open_text(&f, legal[i], strlen(legal[i]));
		if (!f.ok || f.sink.total != 0)
			fail_msg("%s", legal[i]);
		close_text(&f);
	}
}

static void
test_relative_namespace_leaves_the_tree(void **state)
{
	struct fixture f;

	(void)state;
	open_text(&f, "<r xmlns='u'/>", 14);
	assert_true(f.ok);
	assert_int_equal(f.sink.total, 1);
	assert_int_equal(f.sink.first->id, DD_ID_XML_RELATIVE_NAMESPACE);
	assert_int_equal(f.sink.first->range.start, 10);
	assert_int_equal(f.sink.first->range.end, 11);
	close_text(&f);
}

static int loads;

static xmlParserInputPtr
count_load(const char *url, const char *id, xmlParserCtxtPtr ctxt)
{
	(void)url;
	(void)id;
	(void)ctxt;
	loads++;
	return NULL;
}

static void
test_nothing_is_loaded(void **state)
{
	static const char text[] =
	    "<?xml-stylesheet href='file:///x.xsl'?>"
	    "<?oasis-xml-catalog catalog='file:///c.xml'?>"
	    "<r xml:base='file:///etc/' xmlns:i='http://www.w3.org/2001/"
	    "XInclude' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' "
	    "xsi:schemaLocation='u:u file:///s.xsd'>"
	    "<i:include href='passwd' parse='text'/></r>";
	xmlExternalEntityLoader before = xmlGetExternalEntityLoader();
	struct fixture f;

	(void)state;
	xmlSetExternalEntityLoader(count_load);
	open_text(&f, text, strlen(text));
	assert_ptr_equal(xmlGetExternalEntityLoader(), count_load);
	xmlSetExternalEntityLoader(before);
	assert_true(f.ok);
	assert_int_equal(loads, 0);
	assert_int_equal(f.sink.total, 5);
	assert_int_equal(f.sink.errors, 0);
	assert_int_equal(f.sink.last->id, DD_ID_XML_INCLUDE_IGNORED);
	close_text(&f);
}

static uint32_t
draw(uint32_t *state, uint32_t limit)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state % limit;
}

/* Cuts, doubles or replaces a few bytes of good text. */
static void
mutate(uint32_t *state, struct dd_buffer *out)
{
	static const char good[] =
	    "<?xml version='1.0'?><!--c--><r xmlns:p='u:p' a='1&amp;' p:b "
	    "= \"x\"><p:s>t &#65; u</p:s><![CDATA[x]]><e/><?q r?>\n</r >\n";
	static const char *const pieces[] = {"<", ">", "&", "/", "'", "\"", "=",
	    " ", ":", "-", "]", "?", "!", "x", "&#", ";", "<!", "--", "]]>",
	    "p:", "xmlns", "</", "/>", "<r>", "xml", "&lt;", "1"};
	uint32_t edits = 1 + draw(state, 3);

	dd_buffer_clear(out);
	for (size_t i = 0; good[i]; i++) {
		uint32_t chance = draw(state, (uint32_t)sizeof good);

		if (chance < edits)
			dd_buffer_puts(out,
			    pieces[draw(
				state, sizeof pieces / sizeof *pieces)]);
		if (chance != edits)
			dd_buffer_putc(out, good[i]);
	}
	if (draw(state, 8) == 0)
		dd_buffer_puts(out, "<");
}

/* The parser judges and this reader explains: they must agree on what is
 * well-formed, or people are told something vague. */
static void
test_reader_agrees_with_parser(void **state)
{
	uint32_t seed = 20230713;
	struct dd_buffer text;
	size_t vague = 0, refused = 0;

	(void)state;
	dd_buffer_init(&text, 0);
	for (int i = 0; i < 20000; i++) {
		struct fixture f;
		struct dd_sink own;
		struct dd_diagnostic *fault;

		mutate(&seed, &text);
		if (strstr(text.data, "<!D"))
			continue;
		open_text(&f, text.data, text.len);
		dd_sink_init(&own, 1);
		fault = dd_fault_report(&f.source, &own);
		refused += !f.ok;
		if (f.ok && !f.sink.first && fault)
			fail_msg("%s\n%s", text.data, fault->message);
		if (!f.ok && !fault && vague++ == 0)
			fail_msg("%s\n%s", text.data, f.sink.first->detail);
		dd_sink_release(&own);
		close_text(&f);
	}
	assert_int_equal(vague, 0);
	assert_true(refused > 5000 && refused < 19500);
	dd_buffer_release(&text);
}

/* Every beginning of a good document is refused in our words. */
static void
test_cut_at_every_byte(void **state)
{
	static const char text[] =
	    "<?xml version='1.0' encoding='UTF-8'?><!--c--><r xmlns='u:u' "
	    "a='\xF0\x9F\x98\x80'>t&#65;<b/><![CDATA[x]]><?p q?></r>";

	(void)state;
	for (size_t len = 1; len < sizeof text - 1; len++) {
		struct fixture f;

		open_text(&f, text, len);
		assert_false(f.ok);
		assert_int_equal(f.sink.total, 1);
		assert_true(f.sink.first->range.end <= len);
		close_text(&f);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_words_and_places),
	    cmocka_unit_test(test_related_places),
	    cmocka_unit_test(test_legal_forms),
	    cmocka_unit_test(test_relative_namespace_leaves_the_tree),
	    cmocka_unit_test(test_nothing_is_loaded),
	    cmocka_unit_test(test_reader_agrees_with_parser),
	    cmocka_unit_test(test_cut_at_every_byte),
	};

	dd_xml_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
