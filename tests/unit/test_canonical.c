/* SPDX-License-Identifier: MIT */
/* The canonical form: what becomes of white space, order, references. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "base/buffer.h"
#include "base/error.h"
#include "diplodoc.h"
#include "output/canonical.h"
#include "schema_check.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define ROOT "<meetingSummary xmlns=\"urn:diplodoc:meeting-summary:1\""
#define END "\n</meetingSummary>\n"
/* A statement, and what stands around it in canonical form. */
#define OPEN                                                                   \
	"\n  <body>\n    <item>\n      <statement speaker=\"a\" "              \
	"act=\"state\">"
#define CLOSE "</statement>\n    </item>\n  </body>"
/* A person, likewise. */
#define PERSON "\n  <meeting>\n    <party>\n      <principal id=\"p\">"
#define PERSON_END "\n      </principal>\n    </party>\n  </meeting>"

static struct diplodoc *context;

/* The canonical form of a document, or NULL and the sentence in `error`. */
static char *
format(const char *in, bool nfc, struct diplodoc_error *error)
{
	struct diplodoc_document *document =
	    diplodoc_open(context, "test.xml", NULL, in, strlen(in));
	char *out = NULL;
	size_t len = 0;
	int result = diplodoc_canonical(document, nfc, &out, &len, error);

	assert_int_equal(result, error->code);
	assert_int_equal(result == DIPLODOC_OK, out != NULL);
	if (out)
		assert_int_equal(len, strlen(out));
	diplodoc_close(document);
	return out;
}

static void
check_form(const char *in, bool nfc, const char *expected)
{
	struct diplodoc_error error = {0};
	char *out = format(in, nfc, &error), *again;

	assert_string_equal(error.text, "");
	assert_string_equal(out, expected);
	again = format(out, nfc, &error);
	assert_string_equal(again, expected);
	free(out);
	free(again);
}

static void
check(const char *in, const char *expected)
{
	check_form(in, false, expected);
}

static void
refuse(const char *in, const char *sentence)
{
	struct diplodoc_error error = {0};

	assert_null(format(in, false, &error));
	assert_int_equal(error.code, DIPLODOC_E_INPUT);
	assert_string_equal(error.text, sentence);
}

static void
test_blocks(void **state)
{
	(void)state;
	check(ROOT "/>", HEAD ROOT "/>\n");
	check(ROOT "> \t\r\n </meetingSummary>", HEAD ROOT "/>\n");
	check(ROOT "><head><issued/>\n\n\n<release></release></head><body >"
		   "</body ></meetingSummary>",
	    HEAD ROOT ">\n  <head>\n    <issued/>\n    <release/>\n  </head>\n"
		      "  <body/>" END);
	/* A name stands on one line. */
	check(ROOT "><meeting><party><principal id='p'><name>\n<given>A</given>"
		   "\n  <family>B</family>\n</name></principal></party>"
		   "</meeting></meetingSummary>",
	    HEAD ROOT ">" PERSON
		      "\n        <name><given>A</given><family>B</family>"
		      "</name>" PERSON_END END);
	/* The order of elements is the author's. */
	check(ROOT "><body/><head/></meetingSummary>",
	    HEAD ROOT ">\n  <body/>\n  <head/>" END);
}

static void
test_text(void **state)
{
	(void)state;
	/* In a sentence every space counts, in data none at the ends does. */
	check(ROOT "><body><item><statement act='state' speaker='a'>  one\n\t"
		   "two <person ref='a' > </person><term ref=' b '/>  \n"
		   "</statement></item></body></meetingSummary>",
	    HEAD ROOT ">" OPEN "  one\n\ttwo <person ref=\"a\"> </person>"
		      "<term ref=\" b \"/>  \n" CLOSE END);
	check(ROOT "><head><series> Talks \n of  two </series></head>"
		   "</meetingSummary>",
	    HEAD ROOT ">\n  <head>\n    <series>Talks of two</series>\n"
		      "  </head>" END);
	check(ROOT "><head><series> a <!-- b --> c</series><series>  </series>"
		   "</head></meetingSummary>",
	    HEAD ROOT ">\n  <head>\n    <series> a <!-- b --> c</series>\n"
		      "    <series/>\n  </head>" END);
	check(ROOT "><body><item><statement speaker='a' act='state'>"
		   "a<![CDATA[ <b>&amp; ]]>&gt;&apos;&quot;&#13;&#x41;"
		   "</statement></item></body></meetingSummary>",
	    HEAD ROOT ">" OPEN "a &lt;b&gt;&amp;amp; &gt;'\"&#13;A" CLOSE END);
}

/* What nobody sees is written as a number, however it was written. */
static void
test_unseen(void **state)
{
	(void)state;
	check(ROOT "><body><item><statement speaker='a' act='state'>"
		   "1\xC2\xA0"
		   "2&#160;3\xE2\x80\x8B"
		   "4\xE2\x80\xAE"
		   "5&#x202c;"
		   "6\xC2\x85"
		   "7\xE3\x80\x80"
		   "8\xE2\x80\x8D"
		   "9"
		   "</statement></item></body></meetingSummary>",
	    HEAD ROOT ">" OPEN "1&#xA0;2&#xA0;3&#x200B;4&#x202E;5&#x202C;"
		      "6&#x85;7\xE3\x80\x80"
		      "8\xE2\x80\x8D"
		      "9" CLOSE END);
	check(ROOT " id='a&#xA0;b&#9;c&#34;d'/>",
	    HEAD ROOT " id=\"a&#xA0;b&#9;c&quot;d\"/>\n");
}

static void
test_attributes(void **state)
{
	(void)state;
	check("<meetingSummary status='final'\n id='a' xml:lang='en' zz='2' "
	      "version='1' aa='1' xmlns='urn:diplodoc:meeting-summary:1'/>",
	    HEAD ROOT " xml:lang=\"en\" id=\"a\" version=\"1\" "
		      "status=\"final\" aa=\"1\" zz=\"2\"/>\n");
	/* White space in values counts. */
	check(ROOT " id=' a ' zz=' a  b '/>",
	    HEAD ROOT " id=\" a \" zz=\" a  b \"/>\n");
	check("<m:meetingSummary xmlns:m='urn:diplodoc:meeting-summary:1' "
	      "xmlns:x='urn:x' xmlns:none='urn:none'><m:head x:b='1' "
	      "x:a='2'/></m:meetingSummary>",
	    HEAD ROOT " xmlns:x=\"urn:x\">\n  <head x:a=\"2\" x:b=\"1\"/>" END);
	/* One prefix, two namespaces. */
	check(ROOT "><head xmlns:x='urn:x' x:a='1'/><body xmlns:x='urn:y' "
		   "x:a='1' x:b='2'/></meetingSummary>",
	    HEAD ROOT " xmlns:x=\"urn:x\">\n  <head x:a=\"1\"/>\n"
		      "  <body xmlns:x=\"urn:y\" x:a=\"1\" x:b=\"2\"/>" END);
}

static void
test_comments(void **state)
{
	(void)state;
	check("<?xml-model href='m.rnc'?><!-- before -->\n" ROOT
	      "><!--1--><head><?two  x ?></head> <!--\n 3 --></meetingSummary>"
	      "<!-- after --><?end?>",
	    HEAD "<?xml-model href='m.rnc'?>\n<!-- before -->\n" ROOT
		 ">\n  <!--1-->\n  <head>\n    <?two x ?>\n  </head>\n"
		 "  <!--\n 3 -->" END "<!-- after -->\n<?end?>\n");
	check(ROOT "><meeting><party><principal id='p'><name><!-- a -->\n"
		   "<given>A<?b?></given></name></principal></party></meeting>"
		   "</meetingSummary>",
	    HEAD ROOT ">" PERSON "\n        <name><!-- a --><given>A<?b?>"
		      "</given></name>" PERSON_END END);
	check(ROOT "><body><item><statement speaker='a' act='state'>a "
		   "<!-- b --> c</statement></item></body></meetingSummary>",
	    HEAD ROOT ">" OPEN "a <!-- b --> c" CLOSE END);
}

/* In a house file an empty line parts what is of different names. */
static void
test_house(void **state)
{
	(void)state;
	check("<house xmlns='urn:diplodoc:house:1'><!-- a --><home/><home/>"
	      "<style/><!-- b --><!-- c --><style/><term>\n\n<form>"
	      "<forbidden>x</forbidden> <forbidden>y</forbidden></form></term>"
	      "</house>",
	    HEAD "<house xmlns=\"urn:diplodoc:house:1\">\n  <!-- a -->\n"
		 "  <home/>\n  <home/>\n\n  <style/>\n\n  <!-- b -->\n"
		 "  <!-- c -->\n  <style/>\n\n  <term>\n    <form>"
		 "<forbidden>x</forbidden><forbidden>y</forbidden></form>\n"
		 "  </term>\n</house>\n");
	/* So it does in patterns. */
	check("<house xmlns='urn:diplodoc:house:1'><termList><entry "
	      "replace=' a ' pattern=' a  b '/></termList></house>",
	    HEAD "<house xmlns=\"urn:diplodoc:house:1\">\n  <termList>\n"
		 "    <entry pattern=\" a  b \" replace=\" a \"/>\n"
		 "  </termList>\n</house>\n");
}

static void
test_normal_form(void **state)
{
	const char *in = ROOT
	    " id='e\xCC\x81'><head><series>e<![CDATA[\xCC\x81]]> \xEF\xA4\x80"
	    "</series></head><!-- e\xCC\x81 --></meetingSummary>";

	(void)state;
	check(in,
	    HEAD ROOT
	    " id=\"e\xCC\x81\">\n  <head>\n    <series>e\xCC\x81 "
	    "\xEF\xA4\x80</series>\n  </head>\n  <!-- e\xCC\x81 -->" END);
	check_form(in, true,
	    HEAD ROOT
	    " id=\"\xC3\xA9\">\n  <head>\n    <series>\xC3\xA9 "
	    "\xEF\xA4\x80</series>\n  </head>\n  <!-- e\xCC\x81 -->" END);
}

static void
test_refusals(void **state)
{
	(void)state;
	refuse("<a", "It is not well-formed XML.");
	refuse("<!DOCTYPE a><a/>", "It is not well-formed XML.");
	refuse("<a/>", "`<a>` is neither a meeting summary nor a house file.");
	refuse("<meetingSummary/>",
	    "`<meetingSummary>` is neither a meeting summary nor a house "
	    "file.");
	refuse(ROOT "><head><venue/></head></meetingSummary>",
	    "`<venue>` has no place inside of `<head>`, so nobody can tell "
	    "which white space in it counts.");
	refuse(ROOT "><head><series>a<b/></series></head></meetingSummary>",
	    "`<b>` has no place inside of `<series>`, so nobody can tell "
	    "which white space in it counts.");
	refuse(ROOT "><head>x</head></meetingSummary>",
	    "Text stands between the elements of `<head>`, so nobody can tell "
	    "which white space in it counts.");
	refuse(ROOT "><head>&#xA0;</head></meetingSummary>",
	    "Text stands between the elements of `<head>`, so nobody can tell "
	    "which white space in it counts.");
}

/* A tree that a program has made, in no order and without white space. */
static void
test_made(void **state)
{
	struct dd_schema *schema =
	    compile_built_in("schemas/meeting-summary.xsd");
	struct dd_canonical_options options = {.schema = schema};
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlNode *root =
	    xmlNewDocNode(doc, NULL, (const xmlChar *)"meetingSummary", NULL);
	xmlNs *ns = xmlNewNs(
	    root, (const xmlChar *)"urn:diplodoc:meeting-summary:1", NULL);
	struct dd_error error = {0};
	struct dd_buffer out;

	(void)state;
	dd_buffer_init(&out, 0);
	xmlDocSetRootElement(doc, root);
	xmlSetNs(root, ns);
	xmlNewProp(root, (const xmlChar *)"id", (const xmlChar *)"a");
	xmlNodeSetLang(root, (const xmlChar *)"en");
	xmlNewTextChild(root, ns, (const xmlChar *)"head", NULL);
	assert_int_equal(
	    dd_canonical_write(doc, &options, &out, &error), DD_OK);
	assert_string_equal(
	    out.data, HEAD ROOT " xml:lang=\"en\" id=\"a\">\n  <head/>" END);
	xmlAddChild(root, xmlNewComment((const xmlChar *)"a--b"));
	assert_int_equal(
	    dd_canonical_write(doc, &options, &out, &error), DD_E_ENGINE);
	dd_buffer_release(&out);
	xmlFreeDoc(doc);
	dd_schema_free(schema);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_blocks),
	    cmocka_unit_test(test_text),
	    cmocka_unit_test(test_unseen),
	    cmocka_unit_test(test_attributes),
	    cmocka_unit_test(test_comments),
	    cmocka_unit_test(test_house),
	    cmocka_unit_test(test_normal_form),
	    cmocka_unit_test(test_refusals),
	    cmocka_unit_test(test_made),
	};
	int failed;

	context = diplodoc_new();
	failed = cmocka_run_group_tests_name("canonical", tests, NULL, NULL);
	diplodoc_free(context);
	return failed;
}
