/* SPDX-License-Identifier: MIT */
/* Wire text from a result tree: columns, breaks, labels, nothing lost. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>
#include "base/buffer.h"
#include "base/error.h"
#include "output/text.h"
#include "output/text_fill.h"
#include "base/width.h"
#include "result_tree.h"

#define DOC(lang, body)                                                        \
	"<document xmlns='urn:diplodoc:layout:1' xml:lang='" lang "'>" body    \
	"</document>"
#define B(text) DOC("en", "<block>" text "</block>")

static int
write_text(const char *xml, size_t width, struct dd_buffer *out,
    struct dd_error *error)
{
	struct dd_text_options options = {.width = width};
	xmlDoc *doc = parse_tree(xml);
	int rc;

	if (!doc)
		print_message("# not XML: %s\n", xml);
	assert_non_null(doc);
	memset(error, 0, sizeof(*error));
	dd_buffer_init(out, 0);
	rc = dd_text_write(doc, &options, out, error);
	xmlFreeDoc(doc);
	return rc;
}

static void
check(const char *xml, size_t width, const char *expected)
{
	struct dd_error error;
	struct dd_buffer out;
	int rc = write_text(xml, width, &out, &error);

	if (rc < 0)
		print_message("# %s\n", error.text);
	assert_int_equal(rc, 0);
	assert_string_equal(out.data, expected);
	dd_buffer_release(&out);
}

static void
check_refused(const char *xml, const char *word)
{
	struct dd_error error;
	struct dd_buffer out;

	assert_int_equal(write_text(xml, 0, &out, &error), DD_E_ENGINE);
	if (!strstr(error.text, word))
		print_message("# \"%s\" not in: %s\n", word, error.text);
	assert_non_null(strstr(error.text, word));
	dd_buffer_release(&out);
}

static void
test_filling(void **state)
{
	(void)state;
	check(B("one two three four five"), 20, "one two three four\nfive\n");
	check(B("  one\n\ttwo  "), 20, "one two\n");
	check(B("1234567890 123456789"), 20, "1234567890 123456789\n");
	check(B("1234567890 1234567890"), 20, "1234567890\n1234567890\n");
	check(B("a https://example.org/long-path/a/b?c=d e"), 20,
	    "a\nhttps://example.org/long-path/a/b?c=d\ne\n");
	check(B("see press-office@long-name.example.org"), 20,
	    "see\npress-office@long-name.example.org\n");
	check(B("one<br/>two<br/>three"), 20, "one\ntwo\nthree\n");
	check(B("aaaa bbbb <nobr>cccc dddd eeee</nobr>"), 20,
	    "aaaa bbbb\ncccc dddd eeee\n");
	check(B("aaaaaaaaaaaaaa 10:00&#160;a.m. x"), 20,
	    "aaaaaaaaaaaaaa\n10:00\xc2\xa0"
	    "a.m. x\n");
	check(B("co&#173;operate&#x9b;&#x7f;"), 20, "cooperate\n");
	check(B("a&#x2028;b&#x85;c"), 20, "a b c\n");
	check(B(""), 20, "");
	check(DOC("en",
		  "<block keep='true'>one two three four five six"
		  "<br/>seven</block>"),
	    20, "one two three four five six\nseven\n");
}

static void
test_blocks(void **state)
{
	(void)state;
	check(DOC("en",
		  "<block gap='2'>Title</block><rule/>"
		  "<block gap='1'>Text</block><block gap='0'>More</block>"
		  "<block gap='1' indent='4'><block gap='2'>Deep</block>"
		  "tail</block>"
		  "<rule gap='1' width='3' char='*'/>"
		  "<line indent='1'> a  b&#10;c </line><line/>"),
	    20,
	    "Title\n--------------------\n\nText\nMore\n\n\n    Deep\n"
	    "    tail\n\n***\n  a  b c\n\n");
	check(DOC("en",
		  "<block first='2'>one two three four five six seven"
		  "</block>"),
	    20, "  one two three four\nfive six seven\n");
	check_refused(B("<b>x</b>"), "<b>");
	check_refused(DOC("en", "x"), "\"x\"");
	check_refused(DOC("en", "<line><br/></line>"), "<br> into <line>");
	check_refused(DOC("en", "<nobr/>"), "<nobr>");
	check_refused(DOC("en", "<block indent='-1'/>"), "indent");
	check_refused(DOC("en", "<block indent='1001'/>"), "indent");
	check_refused(DOC("en", "<block indent=''/>"), "indent");
	check_refused(DOC("en", "<block keep='yes'/>"), "true or false");
	check_refused(DOC("en", "<block colour='red'/>"), "colour");
	check_refused(DOC("en", "<line label='a'/>"), "label");
	check_refused(DOC("en", "<rule char='ab'/>"), "\"ab\"");
	check_refused("<document/>", "<document>");
	check_refused(DOC("en", "<block xmlns=''/>"), "<block>");
}

static void
test_labels(void **state)
{
	(void)state;
	check(DOC("en", "<block label='1.'>one two three four five</block>"),
	    20, "1. one two three\n   four five\n");
	check(DOC("en",
		  "<block label='9.' hang='4' indent='2'>one two three "
		  "four</block><block label='10.' hang='4' indent='2'>"
		  "five</block>"),
	    20, "  9.  one two three\n      four\n  10. five\n");
	check(DOC("en",
		  "<block label='1.'>one<block label='(a)'>two</block>"
		  "<block label='(b)'>three</block>four</block>"),
	    20, "1. one\n   (a) two\n   (b) three\n   four\n");
	check(DOC("en",
		  "<block label='1.'><block gap='1' label='(a)'>two three "
		  "four five</block></block>"),
	    20, "1. (a) two three\n       four five\n");
	check(DOC("en", "<block label='1.'/><block label='2.'>x</block>"), 20,
	    "1.\n2. x\n");
	check(DOC("en", "<block label='1.'><block/>x</block>"), 20, "1. x\n");
	check(DOC("en",
		  "<block label='a very long label'>text that goes on"
		  "</block>"),
	    20, "a very long label\n          text that\n          goes on\n");
	check(DOC("en", "<block label='1.'>12345678901234567890</block>"), 20,
	    "1. 12345678901234567890\n");
	check(DOC("en", "<block label='a very long label'>1234567890</block>"),
	    20, "a very long label\n          1234567890\n");
	check(DOC("ja",
		  "<block label='\xef\xbc\x91'>"
		  "\xe5\xa4\x96\xe5\x8b\x99</block>"),
	    20, "\xef\xbc\x91 \xe5\xa4\x96\xe5\x8b\x99\n");
}

/* Sentences of our own: the ministers exchanged views on the region. */
static const char japanese[] =
    "両大臣は、地域情勢について意見を交換し、「自由で開かれた」秩序の重要性を"
    "確認した。詳細はhttps://example.org/ja/press/2023/07/summary.htmlを"
    "参照されたい。";
static const char korean[] =
    "양 장관은 지역 정세에 대해 의견을 교환하고 긴밀한 협력을 이어가기로 "
    "하였다(2023년 7월 13일). 자세한 내용은 외교부 누리집을 참고하기 바란다.";
static const char english[] =
    "The two ministers exchanged views on the region, and concurred that "
    "officials would meet again (in Jakarta, or by video) before the end of "
    "the year; see https://example.org/a/very-long/address?with=query#part.";
static const char french[] =
    "Les deux ministres ont échangé leurs vues sur la situation régionale et "
    "sont convenus d’une nouvelle rencontre : « avant la fin de l’année ».";

static void
test_east_asian(void **state)
{
	struct dd_error error;
	struct dd_buffer xml, out;

	(void)state;
	dd_buffer_init(&xml, 0);
	dd_buffer_printf(&xml, DOC("ja", "<block>%s</block>"), japanese);
	assert_int_equal(write_text(xml.data, 20, &out, &error), 0);
	assert_non_null(strstr(out.data, "\xe4\xb8\xa1\xe5\xa4\xa7"));
	/* No line begins with a comma, a full stop or a closing bracket. */
	assert_null(strstr(out.data, "\n、"));
	assert_null(strstr(out.data, "\n。"));
	assert_null(strstr(out.data, "\n」"));
	assert_null(strstr(out.data, "「\n"));
	assert_non_null(strstr(
	    out.data, "\nhttps://example.org/ja/press/2023/07/summary.html\n"));
	dd_buffer_release(&out);
	dd_buffer_clear(&xml);
	check(DOC("ja", "<block>外務大臣は会談を行った。次回は東京。</block>"),
	    20, "外務大臣は会談を行っ\nた。次回は東京。\n");
	/* Korean breaks at its spaces, other languages between syllables. */
	check(DOC("ko", "<block>양국은 긴밀한 협력관계를 확인</block>"), 20,
	    "양국은 긴밀한\n협력관계를 확인\n");
	check(DOC("ko-KR", "<block>양국은 긴밀한 협력(KR)을 한다</block>"), 20,
	    "양국은 긴밀한\n협력(KR)을 한다\n");
	check(DOC("ja", "<block>양국은 긴밀한 협력관계를 확인</block>"), 20,
	    "양국은 긴밀한 협력관\n계를 확인\n");
	dd_buffer_release(&xml);
}

static void
strip_space(char *text)
{
	char *to = text;

	for (const char *p = text; *p; p++)
		if (*p != ' ' && *p != '\n')
			*to++ = *p;
	*to = '\0';
}

/* Each line fits, or could not have been broken anywhere. */
static void
check_lines(const char *text, size_t width, const char *lang)
{
	struct dd_text_filler filler;

	dd_text_filler_init(&filler, lang);
	while (*text) {
		size_t len = strcspn(text, "\n");
		struct dd_text_lines lines = {0};
		struct dd_buffer line, glue;

		assert_true(len > 0);
		assert_true(text[len] == '\n');
		assert_true(text[0] != ' ' && text[len - 1] != ' ');
		dd_buffer_init(&line, 0);
		dd_buffer_init(&glue, 0);
		dd_buffer_add(&line, text, len);
		dd_buffer_repeat(&glue, 0, len);
		assert_int_equal(
		    dd_text_fill(&filler, &line, &glue, 1, 1, &lines, NULL), 0);
		if (dd_text_width(text, len) > width && lines.count != 1)
			assert_non_null(strstr(line.data, "://"));
		dd_text_lines_release(&lines);
		dd_buffer_release(&line);
		dd_buffer_release(&glue);
		text += len + 1;
	}
	dd_text_filler_release(&filler);
}

static void
test_words_in_words_out(void **state)
{
	static const struct {
		const char *lang, *text;
	} rows[] = {{"ja", japanese}, {"ko", korean}, {"en", english},
	    {"fr", french}, {"", english}, {"zz-nonsense", french}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		for (size_t width = 20; width <= 140; width++) {
			struct dd_error error;
			struct dd_buffer xml, out;
			char *text = strdup(rows[i].text);

			dd_buffer_init(&xml, 0);
			dd_buffer_printf(&xml,
			    "<document xmlns='%s' xml:lang='%s'><block>%s"
			    "</block></document>",
			    DD_NS_LAYOUT, rows[i].lang, text);
			assert_int_equal(
			    write_text(xml.data, width, &out, &error), 0);
			check_lines(out.data, width, rows[i].lang);
			strip_space(text);
			strip_space(out.data);
			assert_string_equal(out.data, text);
			free(text);
			dd_buffer_release(&xml);
			dd_buffer_release(&out);
		}
	}
}

/* Words of ASCII letters: filling is plain greedy filling. */
static void
test_random_words(void **state)
{
	unsigned seed = 1;

	(void)state;
	for (int round = 0; round < 300; round++) {
		size_t width = 20 + (size_t)round % 60, column = 0;
		struct dd_buffer xml, expected;

		dd_buffer_init(&xml, 0);
		dd_buffer_init(&expected, 0);
		dd_buffer_puts(
		    &xml, "<document xmlns='" DD_NS_LAYOUT "'><block>");
		for (int word = 0; word < 60; word++) {
			size_t len;

			seed = seed * 1103515245u + 12345u;
			len = 1 + (seed >> 16) % 24;
			if (column > 0 && column + 1 + len > width) {
				dd_buffer_putc(&expected, '\n');
				column = 0;
			} else if (column > 0) {
				dd_buffer_putc(&expected, ' ');
				column++;
			}
			dd_buffer_repeat(&expected, 'a', len);
			dd_buffer_repeat(&xml, 'a', len);
			dd_buffer_puts(&xml, word % 7 ? " " : "\n  ");
			column += len;
		}
		dd_buffer_puts(&xml, "</block></document>");
		dd_buffer_putc(&expected, '\n');
		check(xml.data, width, expected.data);
		dd_buffer_release(&xml);
		dd_buffer_release(&expected);
	}
}

static void
test_narrow(void **state)
{
	struct dd_error error;
	struct dd_buffer out;

	(void)state;
	assert_int_equal(write_text(B("x"), 19, &out, &error), DD_E_USAGE);
	assert_non_null(strstr(error.text, "19"));
	dd_buffer_release(&out);
	check(DOC("en", "<block indent='1000'>one two</block>"), 20,
	    "          one two\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_filling),
	    cmocka_unit_test(test_blocks),
	    cmocka_unit_test(test_labels),
	    cmocka_unit_test(test_east_asian),
	    cmocka_unit_test(test_words_in_words_out),
	    cmocka_unit_test(test_random_words),
	    cmocka_unit_test(test_narrow),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
