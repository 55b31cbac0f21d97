/* SPDX-License-Identifier: MIT */
/* What comes back from Markdown: the document, or what an editor made of its
 * text. */
#include "json_import.h"
#include <glob.h>
#include <libxml/parser.h>
#include "base/file.h"
#include "import/markdown.h"
#include "xml/limits.h"

static const char SAMPLE[] = "samples/2024-03-05-orisia-asteria-summit.xml";

static int
set_up(void **state)
{
	static struct dd_engine engine;

	dd_engine_init(&engine);
	*state = &engine;
	return 0;
}

static int
tear_down(void **state)
{
	dd_engine_release(*state);
	return 0;
}

static void
read_sample(const char *path, struct dd_buffer *out)
{
	dd_buffer_init(out, 0);
	assert_int_equal(dd_file_read(path, DD_LIMIT_INPUT, out, NULL), DD_OK);
}

static void
import(struct dd_engine *engine, const char *path,
    const struct dd_buffer *markdown, struct dd_buffer *out)
{
	struct dd_error error = {0};
	xmlDoc *doc;

	dd_buffer_init(out, 0);
	if (dd_import_markdown(get_grammar(engine), "t.md", markdown->data,
		markdown->len, &doc, &error) < 0)
		fail_msg("%s: %s", path, error.text);
	put_canonical(engine, doc, path, out);
	xmlFreeDoc(doc);
}

static void
expect_sample(struct dd_engine *engine, const char *path)
{
	struct dd_buffer bytes, markdown, got, wanted;
	xmlDoc *doc;

	read_sample(path, &bytes);
	dd_buffer_init(&markdown, 0);
	dd_buffer_init(&wanted, 0);
	convert_to("markdown", engine, path, bytes.data, bytes.len, &markdown);
	import(engine, path, &markdown, &got);
	doc = xmlReadMemory(
	    bytes.data, (int)bytes.len, path, NULL, XML_PARSE_NONET);
	put_canonical(engine, doc, path, &wanted);
	xmlFreeDoc(doc);
	assert_string_equal(got.data, wanted.data);
	dd_buffer_release(&wanted);
	dd_buffer_release(&got);
	dd_buffer_release(&markdown);
	dd_buffer_release(&bytes);
}

static void
test_samples_come_back(void **state)
{
	glob_t files;

	assert_int_equal(glob("samples/*.xml", 0, NULL, &files), 0);
	assert_true(files.gl_pathc > 0);
	for (size_t i = 0; i < files.gl_pathc; i++)
		expect_sample(*state, files.gl_pathv[i]);
	globfree(&files);
}

/* Replaces the last place where `from` stands: the text is behind the facts. */
static void
replace(struct dd_buffer *text, const char *from, const char *to)
{
	const char *at = NULL, *next = text->data;
	struct dd_buffer out;

	while ((next = strstr(next, from)))
		at = next++;
	if (!at)
		fail_msg("%s: does not stand there", from);
	dd_buffer_init(&out, 0);
	dd_buffer_add(&out, text->data, (size_t)(at - text->data));
	dd_buffer_puts(&out, to);
	dd_buffer_puts(&out, at + strlen(from));
	dd_buffer_release(text);
	*text = out;
}

/* One change of the text of the sample is one change of its document. */
static void
test_changes_of_the_text_are_read(void **state)
{
	static const struct {
		const char *from, *to, *was, *is;
	} cases[] = {
	    {"She congratulated the harbour", "She praised the harbour",
		"<statement speaker=\"montrell\" act=\"congratulate\">She "
		"congratulated the harbour pilots of both countries on the "
		"fiftieth year of their exchange programme, in which "
		"<quantity value=\"640\" unit=\"pilots\" hedge=\"over\"/> "
		"have taken part.</statement>",
		"<statement speaker=\"montrell\" act=\"congratulate\">She "
		"praised the harbour pilots of both countries on the "
		"fiftieth year of their exchange programme, in which over "
		"640 pilots have taken part.</statement>"},
	    {"Next steps", "The next steps", "<heading>Next steps</heading>",
		"<heading>The next steps</heading>"},
	    {"have taken part.", "have taken part. They will go on.",
		"have taken part.</statement>",
		"have taken part.</statement>\n      <narrative>They will go "
		"on.</narrative>"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct dd_buffer bytes, markdown, got, wanted;
		xmlDoc *doc;

		read_sample(SAMPLE, &bytes);
		dd_buffer_init(&markdown, 0);
		dd_buffer_init(&wanted, 0);
		convert_to("markdown", *state, SAMPLE, bytes.data, bytes.len,
		    &markdown);
		replace(&markdown, cases[i].from, cases[i].to);
		import(*state, SAMPLE, &markdown, &got);
		doc = xmlReadMemory(
		    bytes.data, (int)bytes.len, SAMPLE, NULL, XML_PARSE_NONET);
		put_canonical(*state, doc, SAMPLE, &wanted);
		xmlFreeDoc(doc);
		replace(&wanted, cases[i].was, cases[i].is);
		assert_string_equal(got.data, wanted.data);
		dd_buffer_release(&wanted);
		dd_buffer_release(&got);
		dd_buffer_release(&markdown);
		dd_buffer_release(&bytes);
	}
}

static void
expect_refusal(
    struct dd_engine *engine, const char *markdown, const char *wanted)
{
	struct dd_error error = {0};
	xmlDoc *doc;

	assert_int_equal(dd_import_markdown(get_grammar(engine), "t.md",
			     markdown, strlen(markdown), &doc, &error),
	    DD_E_INPUT);
	assert_null(doc);
	assert_string_equal(error.text, wanted);
}

static void
test_a_text_without_facts_is_another_matter(void **state)
{
	static const char *const texts[] = {
	    "# Title\n", "---\ntitle: \"x\"\n---\n", "---\nfacts: {}\n"};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		xmlDoc *doc;

		assert_int_equal(dd_import_markdown(get_grammar(*state), "t.md",
				     texts[i], strlen(texts[i]), &doc, NULL),
		    1);
		assert_null(doc);
	}
}

static void
test_what_is_not_ours_is_refused(void **state)
{
	expect_refusal(*state, "---\nfacts: {\n---\n",
	    "The JSON cannot be read at t.md, facts:1:1: it ends too early; a "
	    "bracket or a quotation mark is not closed.");
	expect_refusal(*state,
	    "---\nfacts: {\"computed\":{\"lead\":\"They met.\"}}\n---\n\nx\n",
	    "The paragraph before what was said is not found in `t.md`; it "
	    "must read `They met.`.");
	expect_refusal(*state,
	    "---\nfacts: {\"computed\":{\"lead\":\"They met.\",\"tail\":"
	    "\"Facts\"}}\n---\n\nThey met.\n\n- ## Facts\n",
	    "The end of what was said is not found in `t.md`; the heading "
	    "`Facts` must follow it.");
	expect_refusal(*state,
	    "---\nfacts: {\"computed\":{\"lead\":\"a\",\"tail\":\"b\"},"
	    "\"body\":[],\"x\":1}\n---\n\na\n\n# b\n",
	    "`/x` is not known; nothing of that name can stand here.");
}

/* Texts that no converter writes must not do harm. */
static void
test_any_text_is_read(void **state)
{
	static const char *const bodies[] = {"", "## a\n\nb\n", "- a\n",
	    "- - a\n", "1. - (1) a\n\n  b\n", "> - a\n>\n>   ## b\n",
	    "- ![a](b)\n", "    code\n\n***\n\n<p>html</p>\n", "- \n\n- a\n"};

	for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
		struct dd_buffer markdown, got;

		dd_buffer_init(&markdown, 0);
		dd_buffer_printf(&markdown,
		    "---\nfacts: {\"computed\":{\"lead\":\"a\",\"tail\":"
		    "\"b\"},\"body\":[{\"type\":\"paragraph\",\"sentence\":["
		    "{\"type\":\"note\",\"content\":[\"x\"]}]}]}\n---\n\na\n\n"
		    "%s\n\n# b\n",
		    bodies[i]);
		import(*state, bodies[i], &markdown, &got);
		dd_buffer_release(&got);
		dd_buffer_release(&markdown);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_samples_come_back),
	    cmocka_unit_test(test_changes_of_the_text_are_read),
	    cmocka_unit_test(test_a_text_without_facts_is_another_matter),
	    cmocka_unit_test(test_what_is_not_ours_is_refused),
	    cmocka_unit_test(test_any_text_is_read),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
