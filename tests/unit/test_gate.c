/* SPDX-License-Identifier: MIT */
/* The gate: encodings, refusals, limits at and over, hostile bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "base/buffer.h"
#include "xml/gate.h"
#include "xml/limits.h"
#include "xml/source.h"

/* The id of the refusal, or -1 where the bytes are admitted. */
static int
try_bytes(const void *bytes, size_t len, const char *text)
{
	struct dd_source source;
	struct dd_sink sink;
	int id = -1;

	dd_sink_init(&sink, 10);
	if (!dd_gate("t.xml", bytes, len, &source, &sink)) {
		assert_int_equal(sink.total, 1);
		id = (int)sink.first->id;
	} else if (text) {
		assert_string_equal(source.text, text);
	}
	dd_source_release(&source);
	dd_sink_release(&sink);
	return id;
}

#define ROW(bytes, id, text)                                                   \
	{                                                                      \
		bytes, sizeof(bytes) - 1, id, text                             \
	}

static void
test_encodings_and_refusals(void **state)
{
	static const struct {
		const char *bytes;
		size_t len;
		int id;
		const char *text;
	} rows[] = {
	    ROW("<a/>", -1, "<a/>"),
	    ROW("\xEF\xBB\xBF<a/>", -1, "<a/>"),
	    ROW("\xFF\xFE<\0a\0/\0>\0", -1, "<a/>"),
	    ROW("\xFE\xFF\0<\0a\0/\0>", -1, "<a/>"),
	    ROW("<?xml version='1.0' encoding='windows-1252'?><a>\x80</a>", -1,
		"<?xml version='1.0' encoding='windows-1252'?><a>€</a>"),
	    ROW("<?xml version='1.0' encoding='iso-8859-1'?><a>\xE9</a>", -1,
		"<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>"),
	    ROW("", DD_ID_INPUT_EMPTY, NULL),
	    ROW("\xEF\xBB\xBF", DD_ID_INPUT_EMPTY, NULL),
	    ROW(" \n", DD_ID_INPUT_EMPTY, NULL),
	    ROW("<\0a\0/\0>\0", DD_ID_INPUT_ENCODING_UNSUPPORTED, NULL),
	    ROW("<?xml version='1.0' encoding='UTF-7'?><a/>",
		DD_ID_INPUT_ENCODING_UNSUPPORTED, NULL),
	    ROW("<?xml version='1.0' encoding='UTF-16'?><a/>",
		DD_ID_INPUT_ENCODING_MISMATCH, NULL),
	    ROW("\xEF\xBB\xBF<?xml version='1.0' encoding='iso-8859-1'?><a/>",
		DD_ID_INPUT_ENCODING_MISMATCH, NULL),
	    ROW("<a>\xC0\x80</a>", DD_ID_INPUT_ENCODING_INVALID, NULL),
	    ROW("\xFF\xFE<\0a", DD_ID_INPUT_ENCODING_INVALID, NULL),
	    ROW("<?xml version='1.0' encoding='windows-1252'?><a>\x81</a>",
		DD_ID_INPUT_ENCODING_INVALID, NULL),
	    ROW("<!DOCTYPE a><a/>", DD_ID_INPUT_DOCTYPE, NULL),
	    ROW("<!-- <!DOCTYPE a> --><a/>", -1, NULL),
	    ROW("<a><![CDATA[<!DOCTYPE]]></a>", -1, NULL),
	    ROW("<?xml version='1.1'?><a/>", DD_ID_INPUT_XML_VERSION, NULL),
	    ROW("<a>\0</a>", DD_ID_INPUT_BAD_CHARACTER, NULL),
	    ROW("<a>&#0;</a>", DD_ID_INPUT_BAD_CHARACTER, NULL),
	    ROW("<a b='&#1;'/>", DD_ID_INPUT_BAD_CHARACTER, NULL),
	    ROW("<a><!-- &#0; --><![CDATA[&#0;]]>&#;&#x;</a>", -1, NULL),
	    ROW("<a>&#xD800;</a>", DD_ID_INPUT_BAD_CHARACTER, NULL),
	    ROW("<a>&#x110000;</a>", DD_ID_INPUT_BAD_CHARACTER, NULL),
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_int_equal(
		    try_bytes(rows[i].bytes, rows[i].len, rows[i].text),
		    rows[i].id);
}

/* `head`, then `unit` as often as said, then `tail`. */
static int
try_repeated(const char *head, const char *unit, size_t count, const char *tail)
{
	struct dd_buffer b;
	int id;

	dd_buffer_init(&b, 0);
	dd_buffer_puts(&b, head);
	for (size_t i = 0; i < count; i++)
		dd_buffer_puts(&b, unit);
	dd_buffer_puts(&b, tail);
	id = try_bytes(b.data, b.len, NULL);
	dd_buffer_release(&b);
	return id;
}

/* Parsers pass over a second mark, which is a character before the first tag. */
static void
test_two_marks(void **state)
{
	static const char once[] = "\xEF\xBB\xBF<a/>",
			  twice[] = "\xEF\xBB\xBF\xEF\xBB\xBF<a/>";
	struct dd_source source;
	struct dd_sink sink;

	(void)state;
	dd_sink_init(&sink, 10);
	assert_true(dd_gate("t.xml", once, strlen(once), &source, &sink));
	assert_false(source.malformed);
	dd_source_release(&source);
	assert_true(dd_gate("t.xml", twice, strlen(twice), &source, &sink));
	assert_true(source.malformed);
	dd_source_release(&source);
	dd_sink_release(&sink);
}

static void
test_limits_below_at_and_over(void **state)
{
	static const struct {
		const char *head, *unit, *tail;
		size_t most; /* units that are just admitted */
		int id;
	} rows[] = {
	    {"", "<a>", "", DD_LIMIT_DEPTH, DD_ID_INPUT_LIMIT_DEPTH},
	    {"<a", " b='1'", "/>", DD_LIMIT_ATTRIBUTES,
		DD_ID_INPUT_LIMIT_ATTRIBUTES},
	    {"<", "n", "/>", DD_LIMIT_NAME, DD_ID_INPUT_LIMIT_NAME},
	    {"<a b='", "v", "'/>", DD_LIMIT_VALUE, DD_ID_INPUT_LIMIT_VALUE},
	    {"<a>", "t", "</a>", DD_LIMIT_TEXT, DD_ID_INPUT_LIMIT_TEXT},
	    {"<!--", "t", "--><a/>", DD_LIMIT_TEXT, DD_ID_INPUT_LIMIT_TEXT},
	    {"<a>", "<b/>", "</a>", DD_LIMIT_NODES - 1,
		DD_ID_INPUT_LIMIT_NODES},
	    {"<a xmlnsx='1'>", "<b xmlns:c='u'/>", "</a>", DD_LIMIT_NAMESPACES,
		DD_ID_INPUT_LIMIT_NAMESPACES},
	    {"<a>", "<b xmlns='u'/>", "</a>", DD_LIMIT_NAMESPACES,
		DD_ID_INPUT_LIMIT_NAMESPACES},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		for (int d = -1; d <= 1; d++)
			assert_int_equal(
			    try_repeated(rows[i].head, rows[i].unit,
				rows[i].most + (size_t)d, rows[i].tail),
			    d <= 0 ? -1 : rows[i].id);
}

static void
test_input_size(void **state)
{
	(void)state;
	static const size_t PART = DD_LIMIT_TEXT / 2;
	struct dd_buffer b;

	dd_buffer_init(&b, 0);
	dd_buffer_puts(&b, "<a>");
	while (b.len + PART < DD_LIMIT_INPUT) {
		dd_buffer_repeat(&b, 't', PART - 4);
		dd_buffer_puts(&b, "<b/>");
	}
	dd_buffer_repeat(&b, 't', DD_LIMIT_INPUT + 1 - 4 - b.len);
	dd_buffer_puts(&b, "</a>");
	assert_int_equal(b.len, DD_LIMIT_INPUT + 1);
	/* A cut end is for the parser to see, not for the gate. */
	assert_int_equal(try_bytes(b.data, DD_LIMIT_INPUT - 1, NULL), -1);
	assert_int_equal(try_bytes(b.data, DD_LIMIT_INPUT, NULL), -1);
	assert_int_equal(try_bytes(b.data, DD_LIMIT_INPUT + 1, NULL),
	    DD_ID_INPUT_LIMIT_SIZE);
	dd_buffer_release(&b);
}

static void
test_no_bytes_crash_the_gate(void **state)
{
	static const char GOOD[] = "<?xml version='1.0' encoding='UTF-8'?>"
				   "<a b='c'>&#233;<!--d--><?e f?></a>";
	static const char BAD[] = {'\0', '\xFF', '<', '&', '"', '>'};
	char copy[sizeof GOOD];

	(void)state;
	for (size_t n = 0; n < sizeof GOOD - 1; n++) {
		try_bytes(GOOD, n, NULL);
		for (size_t k = 0; k < sizeof BAD; k++) {
			memcpy(copy, GOOD, sizeof GOOD);
			copy[n] = BAD[k];
			try_bytes(copy, sizeof GOOD - 1, NULL);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_encodings_and_refusals),
	    cmocka_unit_test(test_two_marks),
	    cmocka_unit_test(test_limits_below_at_and_over),
	    cmocka_unit_test(test_input_size),
	    cmocka_unit_test(test_no_bytes_crash_the_gate),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
