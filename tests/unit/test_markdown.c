/* SPDX-License-Identifier: MIT */
/* CommonMark from a result tree: blocks, lists, escapes, front matter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "base/buffer.h"
#include "base/error.h"
#include "output/markdown.h"
#include "result_tree.h"

static int
write_markdown(
    const char *blocks, struct dd_buffer *out, struct dd_error *error)
{
	struct dd_buffer xml;
	xmlDoc *doc;
	int rc;

	dd_buffer_init(&xml, 0);
	dd_buffer_printf(
	    &xml, "<document xmlns='%s'>%s</document>", DD_NS_MARKDOWN, blocks);
	doc = parse_tree(xml.data);
	dd_buffer_release(&xml);
	assert_non_null(doc);
	memset(error, 0, sizeof(*error));
	dd_buffer_init(out, 0);
	rc = dd_markdown_write(doc, NULL, out, error);
	xmlFreeDoc(doc);
	return rc;
}

static void
check(const char *blocks, const char *expected)
{
	struct dd_error error;
	struct dd_buffer out;

	assert_int_equal(write_markdown(blocks, &out, &error), 0);
	assert_string_equal(out.data, expected);
	dd_buffer_release(&out);
}

static void
check_text(const char *text, const char *expected)
{
	struct dd_buffer blocks, line;

	dd_buffer_init(&blocks, 0);
	dd_buffer_init(&line, 0);
	dd_buffer_printf(&blocks, "<paragraph>%s</paragraph>", text);
	dd_buffer_printf(&line, "%s\n", expected);
	check(blocks.data, line.data);
	dd_buffer_release(&blocks);
	dd_buffer_release(&line);
}

static void
check_refused(const char *blocks, const char *word)
{
	struct dd_error error;
	struct dd_buffer out;

	assert_int_equal(write_markdown(blocks, &out, &error), DD_E_ENGINE);
	assert_non_null(strstr(error.text, word));
	dd_buffer_release(&out);
}

static void
test_blocks(void **state)
{
	(void)state;
	check("", "");
	check("<heading level='2'>A</heading> <paragraph> b\n c </paragraph>",
	    "## A\n\nb c\n");
	check("<image src='p.png' alt='A [b]'/>", "![A \\[b\\]](p.png)\n");
	check("<heading level='1'>C#</heading>", "# C\\#\n");
	check("<heading level='1'>#<break/>a</heading>", "# # a\n");
	check("<!-- x --><paragraph/>", "\n");
}

static void
test_items(void **state)
{
	(void)state;
	check("<item label='1.'><paragraph>a</paragraph><paragraph>b"
	      "</paragraph></item><item label='2.'><paragraph>c</paragraph>"
	      "</item>",
	    "1. a\n\n   b\n\n2. c\n");
	check("<item label='(1)'><paragraph>a</paragraph><item label='ア'>"
	      "<paragraph>b</paragraph></item></item>",
	    "- (1) a\n\n  - ア b\n");
	check("<item title='Date'><paragraph>July 13</paragraph></item>",
	    "- **Date** July 13\n");
	check("<item label='9.'><item label='10.'><paragraph>a</paragraph>"
	      "</item></item>",
	    "9. 10. a\n");
	check("<item label='(1)'><heading level='2'>A</heading></item>",
	    "- (1)\n\n  ## A\n");
	check("<item/>", "- \n");
}

static void
test_lists_apart(void **state)
{
	(void)state;
	check("<item label='1.'><paragraph>a</paragraph></item>"
	      "<item label='1.'><paragraph>b</paragraph></item>",
	    "1. a\n\n<!-- -->\n\n1. b\n");
	check("<item label='1.'><paragraph>a</paragraph></item>"
	      "<item label='1)'><paragraph>b</paragraph></item>",
	    "1. a\n\n1) b\n");
}

static void
test_escapes(void **state)
{
	(void)state;
	check_text(
	    "*a* _b_ `c` [d] \\ ~", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\] \\\\ \\~");
	check_text("a &lt;b> &amp;amp; R&amp;D x", "a \\<b\\> \\&amp; R&D x");
	check_text("# a # b", "\\# a # b");
	check_text("- a - b", "\\- a - b");
	check_text("1. a 2. b", "1\\. a 2. b");
	check_text("12) a", "12\\) a");
	check_text("1<break/>2. a", "1\\\n2\\. a");
	check_text("<break/>a", "a");
}

static void
test_links(void **state)
{
	(void)state;
	check_text("a!<link href='x.html'> b </link>c", "a\\! [b](x.html) c");
	check_text("<link href='a(b).html'>t</link>", "[t](<a(b).html>)");
	check_text("<link href='?a=1&amp;lt;=2'>t</link>", "[t](?a=1\\&lt;=2)");
	check_text("<link href='javascript:x()'>t</link>", "t");
	check("<image src='data:image/png;x' alt='a'/>", "");
	check_refused("<paragraph><link href='a'><link href='b'/></link>"
		      "</paragraph>",
	    "link into a link");
}

static void
test_front_matter(void **state)
{
	(void)state;
	check("<meta key='title'>A \"b\": c\\</meta><meta key='keywords'>"
	      "<value>x</value><value>y</value></meta><paragraph>p"
	      "</paragraph>",
	    "---\ntitle: \"A \\\"b\\\": c\\\\\"\nkeywords:\n  - \"x\"\n"
	    "  - \"y\"\n---\n\np\n");
	check_refused("<meta key='a: b'/>", "a: b");
}

static void
test_refusals(void **state)
{
	(void)state;
	check_refused("text", "between the blocks");
	check_refused("<p>a</p>", "<p>");
	check_refused("<paragraph><b/></paragraph>", "<b>");
	check_refused("<heading level='7'>a</heading>", "\"7\"");
	check_refused("<heading>a</heading>", "levels are 1 to 6");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_blocks),
	    cmocka_unit_test(test_items),
	    cmocka_unit_test(test_lists_apart),
	    cmocka_unit_test(test_escapes),
	    cmocka_unit_test(test_links),
	    cmocka_unit_test(test_front_matter),
	    cmocka_unit_test(test_refusals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
