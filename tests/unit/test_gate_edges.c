/* SPDX-License-Identifier: MIT */
/*
 * The gate where it could be wrong by a little: where a finding stands, what
 * is not markup, declarations in odd places, what counts towards a limit.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "base/buffer.h"
#include "xml/gate.h"
#include "xml/limits.h"
#include "xml/source.h"

enum { ADMITTED = -1 };

/* Bytes in, id and range of the refusal out. */
struct verdict {
	int id;
	struct dd_range range;
};

static struct verdict
try_bytes(const void *bytes, size_t len)
{
	struct verdict result = {.id = ADMITTED};
	struct dd_source source;
	struct dd_sink sink;

	dd_sink_init(&sink, 10);
	if (!dd_gate("t.xml", bytes, len, &source, &sink)) {
		assert_int_equal(sink.total, 1);
		result.id = (int)sink.first->id;
		result.range = sink.first->range;
		assert_true(result.range.start <= result.range.end);
		assert_true(result.range.end <= source.len);
		assert_null(strchr(sink.first->message, '\n'));
	} else {
		assert_int_equal(sink.total, 0);
	}
	assert_int_equal(source.text[source.len], 0);
	dd_source_release(&source);
	dd_sink_release(&sink);
	return result;
}

/* One row: bytes, the id, and the words of the bytes that it points at. */
#define ROW(bytes, id, at)                                                     \
	{                                                                      \
		bytes, sizeof(bytes) - 1, id, at                               \
	}

struct row {
	const char *bytes;
	size_t len;
	int id;
	const char *at; /* what the range covers; NULL = not looked at */
};

static void
try_rows(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct verdict v = try_bytes(rows[i].bytes, rows[i].len);
		const char *found;

		if (v.id != rows[i].id)
			print_error("row %zu: %s\n", i, rows[i].bytes);
		assert_int_equal(v.id, rows[i].id);
		if (!rows[i].at)
			continue;
		found = strstr(rows[i].bytes, rows[i].at);
		assert_non_null(found);
		assert_int_equal(v.range.start, found - rows[i].bytes);
		assert_int_equal(
		    v.range.end - v.range.start, strlen(rows[i].at));
	}
}

static void
test_findings_stand_where_the_trouble_is(void **state)
{
	static const struct row rows[] = {
	    ROW("<a>x&#xFFFE;y</a>", DD_ID_INPUT_BAD_CHARACTER, "&#xFFFE;"),
	    ROW("<a b='&#0;'/>", DD_ID_INPUT_BAD_CHARACTER, "&#0;"),
	    ROW("<a>x\x01</a>", DD_ID_INPUT_BAD_CHARACTER, "\x01"),
	    ROW("<a>\xEF\xBF\xBE</a>", DD_ID_INPUT_BAD_CHARACTER,
		"\xEF\xBF\xBE"),
	    ROW("<?xml version='1.1'?><a/>", DD_ID_INPUT_XML_VERSION, "1.1"),
	    ROW("<?xml version='1.0' encoding='HZ'?><a/>",
		DD_ID_INPUT_ENCODING_UNSUPPORTED, "HZ"),
	    ROW("<?xml version='1.0' encoding='UTF-16'?><a/>",
		DD_ID_INPUT_ENCODING_MISMATCH, "UTF-16"),
	    ROW("<!--c--><!DOCTYPE a><a/>", DD_ID_INPUT_DOCTYPE, "<!DOCTYPE"),
	};

	(void)state;
	try_rows(rows, sizeof rows / sizeof *rows);
}

static void
test_what_stands_first_is_told(void **state)
{
	static const struct row rows[] = {
	    ROW("<!DOCTYPE a><a>\xFF</a>", DD_ID_INPUT_DOCTYPE, "<!DOCTYPE"),
	    ROW("<a>&#0;\x01</a>", DD_ID_INPUT_BAD_CHARACTER, "&#0;"),
	    ROW("<a>\xFF</a><!DOCTYPE a>", DD_ID_INPUT_ENCODING_INVALID, NULL),
	};

	(void)state;
	try_rows(rows, sizeof rows / sizeof *rows);
}

static void
test_references_count_only_in_text_and_values(void **state)
{
	static const struct row rows[] = {
	    ROW("<a><!-- &#0; --></a>", ADMITTED, NULL),
	    ROW("<a><![CDATA[&#0;]]></a>", ADMITTED, NULL),
	    ROW("<a><?p &#0;?></a>", ADMITTED, NULL),
	    ROW("<a>&#x9;&#10;&#0013;&#x10FFFF;&#xe000;</a>", ADMITTED, NULL),
	    /* malformed: for the parser */
	    ROW("<a>&#;&#x;&#-5;&# 0;&#0</a>", ADMITTED, NULL),
	    ROW("<a>&#4294967361;</a>", DD_ID_INPUT_BAD_CHARACTER, NULL),
	    ROW("<a>&#18446744073709551681;</a>", DD_ID_INPUT_BAD_CHARACTER,
		NULL),
	    ROW("<a>&#xD800;</a>", DD_ID_INPUT_BAD_CHARACTER, NULL),
	    ROW("<a>&#xdfff;</a>", DD_ID_INPUT_BAD_CHARACTER, NULL),
	};

	(void)state;
	try_rows(rows, sizeof rows / sizeof *rows);
}

static void
test_declarations(void **state)
{
	static const struct row rows[] = {
	    ROW("\xEF\xBB\xBF<?xml version='1.0' encoding='US-ASCII'?><a/>",
		DD_ID_INPUT_ENCODING_MISMATCH, NULL),
	    ROW("<?xml version='1.0'?><!-- encoding='UTF-7' --><a/>", ADMITTED,
		NULL),
	    ROW("<?xml\tversion = \"1.0\"\r\nencoding = \"utf-8\" ?><a/>",
		ADMITTED, NULL),
	    ROW("<?xml version='encoding' encoding='UTF-8'?><a/>",
		DD_ID_INPUT_XML_VERSION, "encoding"),
	    ROW("<?xml version='1.0' encoding='utf-8\xE9'?><a/>",
		DD_ID_INPUT_ENCODING_UNSUPPORTED, NULL),
	    ROW("<?xml version='1.0' encoding='latin1'?><a>\xE9</a>", ADMITTED,
		NULL),
	    ROW("<?xml version='1.0' encoding='US-ASCII'?><a>\xE9</a>",
		DD_ID_INPUT_ENCODING_INVALID, NULL),
	    ROW("<?xml-stylesheet version='2'?><a/>", ADMITTED, NULL),
	    ROW("+/v8-<a/>", DD_ID_INPUT_ENCODING_UNSUPPORTED, NULL),
	    ROW("\x4C\x6F\xA7\x94", DD_ID_INPUT_ENCODING_UNSUPPORTED, NULL),
	};

	(void)state;
	try_rows(rows, sizeof rows / sizeof *rows);
}

/* Blanks cannot push the declared encoding out of sight. */
static void
test_declaration_far_away(void **state)
{
	struct dd_buffer b;

	(void)state;
	dd_buffer_init(&b, 0);
	dd_buffer_puts(&b, "<?xml version='1.0'");
	dd_buffer_repeat(&b, ' ', 100000);
	dd_buffer_puts(&b, "encoding='ISO-2022-JP'?><a/>");
	assert_int_equal(
	    try_bytes(b.data, b.len).id, DD_ID_INPUT_ENCODING_UNSUPPORTED);
	dd_buffer_release(&b);
}

static void
test_surrogates_come_in_pairs(void **state)
{
	static const struct row rows[] = {
	    ROW("\xFE\xFF\0<\0a\0>\xD8\x3D\xDE\0\0<\0/\0a\0>", ADMITTED, NULL),
	    ROW("\xFE\xFF\0<\0a\0>\xDE\0\xD8\x3D\0<\0/\0a\0>",
		DD_ID_INPUT_ENCODING_INVALID, NULL),
	    ROW("\xFE\xFF\0<\0a\0>\xDE\0\xDE\0\0<\0/\0a\0>",
		DD_ID_INPUT_ENCODING_INVALID, NULL),
	    ROW("\xFE\xFF\0<\0a\0>\xD8\x3D\0<\0/\0a\0>",
		DD_ID_INPUT_ENCODING_INVALID, NULL),
	    ROW("\xFE\xFF\0<\0a\0>\xD8\x3D", DD_ID_INPUT_ENCODING_INVALID,
		NULL),
	};

	(void)state;
	try_rows(rows, sizeof rows / sizeof *rows);
}

/* ASCII text as UTF-16 behind its mark. */
static int
try_utf16(const char *text, bool big)
{
	struct dd_buffer b;
	int id;

	dd_buffer_init(&b, 0);
	dd_buffer_puts(&b, big ? "\xFE\xFF" : "\xFF\xFE");
	for (; *text; text++) {
		char unit[2] = {big ? 0 : *text, big ? *text : 0};

		dd_buffer_add(&b, unit, 2);
	}
	id = try_bytes(b.data, b.len).id;
	dd_buffer_release(&b);
	return id;
}

static void
test_utf16_declarations(void **state)
{
	static const struct {
		const char *encoding;
		int little, big;
	} rows[] = {
	    {"UTF-16", ADMITTED, ADMITTED},
	    {"utf-16le", ADMITTED, DD_ID_INPUT_ENCODING_MISMATCH},
	    {"UTF-16BE", DD_ID_INPUT_ENCODING_MISMATCH, ADMITTED},
	    {"UTF-8", DD_ID_INPUT_ENCODING_MISMATCH,
		DD_ID_INPUT_ENCODING_MISMATCH},
	    {"UTF-7", DD_ID_INPUT_ENCODING_UNSUPPORTED,
		DD_ID_INPUT_ENCODING_UNSUPPORTED},
	};
	struct dd_buffer b;

	(void)state;
	dd_buffer_init(&b, 0);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		dd_buffer_clear(&b);
		dd_buffer_printf(&b, "<?xml version='1.0' encoding='%s'?><a/>",
		    rows[i].encoding);
		assert_int_equal(try_utf16(b.data, false), rows[i].little);
		assert_int_equal(try_utf16(b.data, true), rows[i].big);
	}
	dd_buffer_release(&b);
	assert_int_equal(
	    try_utf16("<!DOCTYPE a><a/>", true), DD_ID_INPUT_DOCTYPE);
}

static void
test_malformed_markup_hides_nothing(void **state)
{
	static const struct row rows[] = {
	    ROW("<a b='><!DOCTYPE a>", DD_ID_INPUT_DOCTYPE, "<!DOCTYPE"),
	    ROW("<a b=<!DOCTYPE a>", DD_ID_INPUT_DOCTYPE, "<!DOCTYPE"),
	    ROW("</a <!DOCTYPE a>", DD_ID_INPUT_DOCTYPE, "<!DOCTYPE"),
	    ROW("< <!DOCTYPE a>", DD_ID_INPUT_DOCTYPE, "<!DOCTYPE"),
	    ROW("<a/><!DOCTYPE a>", DD_ID_INPUT_DOCTYPE, "<!DOCTYPE"),
	    ROW("<!doctype a><a/>", ADMITTED, NULL),
	    ROW("<a b='<'/>", ADMITTED, NULL),
	    ROW("<!--", ADMITTED, NULL),
	};

	(void)state;
	try_rows(rows, sizeof rows / sizeof *rows);
}

/* What costs libxml2 too much is known before, and only what is malformed. */
static void
test_what_no_parser_is_asked_about(void **state)
{
	static const struct {
		const char *text;
		bool malformed;
	} rows[] = {
	    {"<a><!-- a - b ->- --><!----><!-- -c--></a>", false},
	    {"<a><!-- a -- b --></a>", true},
	    {"<a><!-- a ---></a>", true},
	    {"<a><!-----></a>", true},
	    {"<a><!-- a", false}, /* the parser finds it soon enough */
	    {"<a b='&amp;&lt;'>&gt;&quot;&apos;&#65;</a>", false},
	    {"<a><!-- &x; --><?p &x;?><![CDATA[&x; -- ]]></a>", false},
	    {"<a>&x;</a>", true},
	    {"<a>&amp</a>", true},
	    {"<a>& b</a>", true},
	    {"<a b='&ampx;'/>", true},
	    {"<a/>&x;", true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *text = rows[i].text;
		struct dd_source source;
		struct dd_sink sink;

		dd_sink_init(&sink, 10);
		assert_true(
		    dd_gate("t.xml", text, strlen(text), &source, &sink));
		if (source.malformed != rows[i].malformed)
			print_error("%s\n", text);
		assert_int_equal(source.malformed, rows[i].malformed);
		dd_source_release(&source);
		dd_sink_release(&sink);
	}
}

/* Bytes are looked at in blocks, and a fault may stand anywhere in one. */
static void
test_a_fault_at_each_place(void **state)
{
	static const struct {
		const char *fault;
		int id;
	} faults[] = {
	    {"\x01", DD_ID_INPUT_BAD_CHARACTER},
	    {"\x7F", ADMITTED},
	    {"\t", ADMITTED},
	    {"\xC3\xA9", ADMITTED},
	    {"\xE9", DD_ID_INPUT_ENCODING_INVALID},
	    {"\xEF\xBF\xBF", DD_ID_INPUT_BAD_CHARACTER},
	};
	char text[120];

	(void)state;
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
		for (size_t at = 3; at < 100; at++) {
			size_t len = strlen(faults[i].fault);
			struct verdict verdict;

			memset(text, 'x', sizeof text);
			memcpy(text, "<a>", 3);
			memcpy(text + at, faults[i].fault, len);
			memcpy(text + sizeof text - 4, "</a>", 4);
			verdict = try_bytes(text, sizeof text);
			assert_int_equal(verdict.id, faults[i].id);
			if (faults[i].id != ADMITTED)
				assert_int_equal(verdict.range.start, at);
		}
}

/* Elements, attributes and instructions share the names; the root is one. */
static int
try_names(size_t count)
{
	static const char *const forms[][2] = {
	    {"<", "/>"}, {"<a ", "=''/>"}, {"<?", " ?>"}};
	struct dd_buffer b;
	int id;

	dd_buffer_init(&b, 0);
	dd_buffer_puts(&b, "<a>");
	for (size_t i = 1; i < count; i++)
		dd_buffer_printf(
		    &b, "%sn%zu%s", forms[i % 3][0], i, forms[i % 3][1]);
	for (size_t i = 1; i < count; i++)
		dd_buffer_printf(&b, "<n%zu/>", i);
	dd_buffer_puts(&b, "</a>");
	id = try_bytes(b.data, b.len).id;
	dd_buffer_release(&b);
	return id;
}

static void
test_different_names(void **state)
{
	(void)state;
	assert_int_equal(try_names(DD_LIMIT_NAMES - 1), ADMITTED);
	assert_int_equal(try_names(DD_LIMIT_NAMES), ADMITTED);
	assert_int_equal(
	    try_names(DD_LIMIT_NAMES + 1), DD_ID_INPUT_LIMIT_NAMES);
}

/* `head`, `unit` so many times, `tail`. */
static int
try_repeated(const char *head, const char *unit, size_t count, const char *tail)
{
	struct dd_buffer b;
	int id;

	dd_buffer_init(&b, 0);
	dd_buffer_puts(&b, head);
	while (count-- > 0)
		dd_buffer_puts(&b, unit);
	dd_buffer_puts(&b, tail);
	id = try_bytes(b.data, b.len).id;
	dd_buffer_release(&b);
	return id;
}

static void
test_what_counts_towards_limits(void **state)
{
	static const struct {
		const char *head, *unit, *tail;
		size_t most; /* units that are just admitted */
		int id;
	} rows[] = {
	    {"<a><![CDATA[", "t", "]]></a>", DD_LIMIT_TEXT,
		DD_ID_INPUT_LIMIT_TEXT},
	    {"<?p", " ", "?><a/>", DD_LIMIT_TEXT, DD_ID_INPUT_LIMIT_TEXT},
	    {"<a ", "n", "='1'/>", DD_LIMIT_NAME, DD_ID_INPUT_LIMIT_NAME},
	    {"<?", "n", "?><a/>", DD_LIMIT_NAME, DD_ID_INPUT_LIMIT_NAME},
	    {"<a></", "n", ">", DD_LIMIT_NAME, DD_ID_INPUT_LIMIT_NAME},
	    {"<a b=\"", "v", "\"/>", DD_LIMIT_VALUE, DD_ID_INPUT_LIMIT_VALUE},
	    {"<a><b xmlns:p='u'/>", "<b xmlns='u'/>", "</a>",
		DD_LIMIT_NAMESPACES - 1, DD_ID_INPUT_LIMIT_NAMESPACES},
	    /* blanks in front of the root are no node */
	    {"\n<a>", "<b/>", "</a>", DD_LIMIT_NODES - 1,
		DD_ID_INPUT_LIMIT_NODES},
	    /* the root and its text are nodes, too */
	    {"<a>text", "<!---->", "</a>", DD_LIMIT_NODES - 2,
		DD_ID_INPUT_LIMIT_NODES},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		for (int d = -1; d <= 1; d++)
			assert_int_equal(
			    try_repeated(rows[i].head, rows[i].unit,
				rows[i].most + (size_t)d, rows[i].tail),
			    d <= 0 ? ADMITTED : rows[i].id);
	}
	assert_int_equal(
	    try_repeated("<a>", "<b/>", DD_LIMIT_DEPTH * 2, "</a>"), ADMITTED);
	assert_int_equal(
	    try_repeated("<a>", "<b xmlnsx='u'/>", 100, "</a>"), ADMITTED);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_findings_stand_where_the_trouble_is),
	    cmocka_unit_test(test_what_stands_first_is_told),
	    cmocka_unit_test(test_a_fault_at_each_place),
	    cmocka_unit_test(test_references_count_only_in_text_and_values),
	    cmocka_unit_test(test_declarations),
	    cmocka_unit_test(test_declaration_far_away),
	    cmocka_unit_test(test_surrogates_come_in_pairs),
	    cmocka_unit_test(test_utf16_declarations),
	    cmocka_unit_test(test_malformed_markup_hides_nothing),
	    cmocka_unit_test(test_what_no_parser_is_asked_about),
	    cmocka_unit_test(test_different_names),
	    cmocka_unit_test(test_what_counts_towards_limits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
