/* SPDX-License-Identifier: MIT */
/* JSON from a result tree, judged by jansson. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <jansson.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/escape.h"
#include "base/utf8.h"
#include "output/json.h"
#include "output/tree.h"
#include "result_tree.h"

#define J " xmlns='" DD_NS_JSON "'"

static int
write_json(
    const char *xml, bool pretty, struct dd_buffer *out, struct dd_error *error)
{
	xmlDoc *doc = parse_tree(xml);
	int rc;

	assert_non_null(doc);
	memset(error, 0, sizeof(*error));
	dd_buffer_init(out, 0);
	rc = dd_json_write(doc, pretty, out, error);
	xmlFreeDoc(doc);
	return rc;
}

static void
check(const char *xml, bool pretty, const char *expected)
{
	struct dd_error error;
	struct dd_buffer out;

	assert_int_equal(write_json(xml, pretty, &out, &error), 0);
	assert_string_equal(out.data, expected);
	dd_buffer_release(&out);
}

static void
check_refused(const char *xml, const char *word)
{
	struct dd_error error;
	struct dd_buffer out;

	assert_int_equal(write_json(xml, false, &out, &error), DD_E_ENGINE);
	if (!strstr(error.text, word))
		print_message("# \"%s\" not in: %s\n", word, error.text);
	assert_non_null(strstr(error.text, word));
	dd_buffer_release(&out);
}

static void
test_layout(void **state)
{
	const char *xml = "<map" J "><string key='a'>x</string>\n<!-- c -->"
			  "<array key='b'><number> 1.5 </number><null/>"
			  "<boolean>true</boolean><map/><array/></array>"
			  "</map>";

	(void)state;
	check(xml, false, "{\"a\":\"x\",\"b\":[1.5,null,true,{},[]]}\n");
	check(xml, true,
	    "{\n  \"a\": \"x\",\n  \"b\": [\n    1.5,\n    null,\n    true,\n"
	    "    {},\n    []\n  ]\n}\n");
	check("<string" J ">  a\n b </string>", false, "\"  a\\n b \"\n");
	check("<string" J "><![CDATA[</script>]]>&#x2028;</string>", false,
	    "\"\\u003c/script\\u003e\\u2028\"\n");
	check("<map" J "><null key='&quot;\\&#10;'/></map>", false,
	    "{\"\\\"\\\\\\n\":null}\n");
}

/* The same head before another last member; a name twice in the head. */
static void
test_two_parts(void **state)
{
	xmlDoc *doc = parse_tree("<map" J "><string key='a'>x</string><map "
				 "key='b'><null key='a'/></map></map>");
	xmlDoc *twice = parse_tree("<map" J "><null key='a'/><null key='a'/>"
				   "<null key='b'/></map>");
	struct dd_error error = {0};
	struct dd_buffer out;

	(void)state;
	dd_buffer_init(&out, 0);
	assert_int_equal(
	    dd_json_write_head(xmlDocGetRootElement(doc)->last, &out, &error),
	    0);
	assert_string_equal(out.data, "{\"a\":\"x\",");
	assert_int_equal(
	    dd_json_write_last(xmlDocGetRootElement(doc)->last, &out, &error),
	    0);
	assert_string_equal(out.data, "{\"a\":\"x\",\"b\":{\"a\":null}}\n");
	assert_int_equal(
	    dd_json_write_head(xmlDocGetRootElement(twice)->last, &out, &error),
	    DD_E_ENGINE);
	dd_buffer_release(&out);
	xmlFreeDoc(twice);
	xmlFreeDoc(doc);
}

static void
test_refused(void **state)
{
	(void)state;
	check_refused("<map" J ">x</map>", "text");
	check_refused("<map" J "><string>x</string></map>", "key");
	check_refused("<array" J "><null key='a'/></array>", "\"a\"");
	check_refused("<null" J " key='a'/>", "\"a\"");
	check_refused(
	    "<map" J "><null key='k'/><null key='k'/></map>", "twice");
	check_refused(
	    "<map" J "><null key='a'/><null key='b'/><null key='c'/>"
	    "<null key='d'/><null key='e'/><null key='f'/><null key='g'/>"
	    "<null key='h'/><null key='i'/><null key='j'/><null key='k'/>"
	    "<null key='l'/><null key='m'/><null key='b'/></map>",
	    "twice");
	check_refused("<string" J ">a<b/></string>", "<b>");
	check_refused("<string" J " escaped='true'>a</string>", "escaped");
	check_refused(
	    "<map" J "><null key='a' escaped-key='1'/></map>", "escaped-key");
	check_refused("<map" J "><list key='a'/></map>", "<list>");
	check_refused("<map/>", "<map>");
	check_refused("<null" J ">0</null>", "null");
	check_refused("<boolean" J ">1</boolean>", "true or false");
	check_refused("<boolean" J "/>", "true or false");
}

static void
test_numbers(void **state)
{
	static const char *const good[] = {"0", "-1", "1.5", "1e10", "1E-7",
	    "0.10", "1e+2", "9007199254740992", "-9007199254740992", "0e999",
	    "1e307", "0.0001", "100"};
	static const char *const bad[] = {"", "-", "+1", "01", "1.", ".5", "1e",
	    "1e+", "0x10", "NaN", "INF", "Infinity", "1e999", "1e-999",
	    "1e99999999999999999999", "-0", "-0.0", "-0e1", "9007199254740993",
	    "12345678901234567890", "1 2", "1,5", "0.12345678901234567891",
	    "\xd9\xa1", "1_000", "--1", "1.e5"};
	char xml[256];

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		char expected[64];

		snprintf(xml, sizeof(xml), "<number" J ">%s</number>", good[i]);
		snprintf(expected, sizeof(expected), "%s\n", good[i]);
		check(xml, false, expected);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		snprintf(xml, sizeof(xml), "<number" J ">%s</number>", bad[i]);
		check_refused(xml, "number");
	}
}

/* Every scalar value but NUL goes through a string and comes back. */
static void
test_every_character(void **state)
{
	(void)state;
	for (uint32_t cp = 1; cp <= 0x10FFFF; cp++) {
		char utf8[5] = {0};
		struct dd_buffer out;
		json_error_t error;
		json_t *value;

		if (cp >= 0xD800 && cp <= 0xDFFF)
			continue;
		dd_utf8_encode(cp, utf8);
		dd_buffer_init(&out, 0);
		dd_buffer_putc(&out, '"');
		dd_escape_json(&out, utf8, strlen(utf8));
		dd_buffer_putc(&out, '"');
		assert_null(strpbrk(out.data, "<>&"));
		value = json_loadb(out.data, out.len, JSON_DECODE_ANY, &error);
		assert_non_null(value);
		assert_string_equal(json_string_value(value), utf8);
		json_decref(value);
		dd_buffer_release(&out);
	}
}

/* The same through a tree, for all that XML can hold. */
static void
test_every_xml_character(void **state)
{
	struct dd_buffer text, out;
	struct dd_error error = {0};
	xmlDoc *doc = parse_tree("<string" J "/>");
	xmlNode *root = xmlDocGetRootElement(doc);
	json_t *value;

	(void)state;
	dd_buffer_init(&text, 0);
	dd_buffer_init(&out, 0);
	for (uint32_t cp = 1; cp <= 0x10FFFF; cp++)
		if (dd_utf8_is_xml_char(cp))
			dd_buffer_put_utf8(&text, cp);
	xmlNodeAddContentLen(root, (xmlChar *)text.data, (int)text.len);
	assert_int_equal(dd_json_write(doc, false, &out, &error), 0);
	value = json_loadb(out.data, out.len, JSON_DECODE_ANY, NULL);
	assert_non_null(value);
	assert_true(strcmp(json_string_value(value), text.data) == 0);
	json_decref(value);
	dd_buffer_release(&out);
	dd_buffer_release(&text);
	xmlFreeDoc(doc);
}

static void
test_invalid_bytes(void **state)
{
	static const char *const bad[] = {
	    "\xed\xa0\x80", "\xff", "\xc0\x80", "\xf5\x80\x80\x80", "\xe3\x80"};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct dd_buffer out;

		dd_buffer_init(&out, 0);
		dd_escape_json(&out, bad[i], strlen(bad[i]));
		assert_non_null(strstr(out.data, "\xef\xbf\xbd"));
		dd_buffer_release(&out);
	}
}

static void
test_depth(void **state)
{
	struct dd_buffer xml;

	(void)state;
	dd_buffer_init(&xml, 0);
	dd_buffer_puts(&xml, "<array" J ">");
	for (int i = 0; i <= DD_TREE_DEPTH_MAX; i++)
		dd_buffer_puts(&xml, "<array>");
	for (int i = 0; i <= DD_TREE_DEPTH_MAX + 1; i++)
		dd_buffer_puts(&xml, "</array>");
	check_refused(xml.data, "1024");
	dd_buffer_release(&xml);
}

/* What a message shows of a long text ends with a whole character. */
static void
test_long_text_is_cut(void **state)
{
	struct dd_buffer xml;

	(void)state;
	dd_buffer_init(&xml, 0);
	dd_buffer_puts(&xml, "<number" J ">x");
	for (int i = 0; i < 50; i++)
		dd_buffer_puts(&xml, "\xC3\xA9");
	dd_buffer_puts(&xml, "</number>");
	check_refused(xml.data, "\xC3\xA9\"; expected");
	dd_buffer_release(&xml);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_layout),
	    cmocka_unit_test(test_two_parts),
	    cmocka_unit_test(test_refused),
	    cmocka_unit_test(test_numbers),
	    cmocka_unit_test(test_every_character),
	    cmocka_unit_test(test_every_xml_character),
	    cmocka_unit_test(test_invalid_bytes),
	    cmocka_unit_test(test_depth),
	    cmocka_unit_test(test_long_text_is_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
