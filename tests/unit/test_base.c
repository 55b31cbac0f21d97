/* SPDX-License-Identifier: MIT */
/* The base layer: buffer, arena, ASCII, UTF-8, table, nearest, escape. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>
#include "base/arena.h"
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/escape.h"
#include "base/nearest.h"
#include "base/table.h"
#include "base/utf8.h"

static void
test_buffer_cap_is_sticky(void **state)
{
	struct dd_buffer b;

	(void)state;
	dd_buffer_init(&b, 4);
	dd_buffer_puts(&b, "abcd");
	assert_false(b.failed);
	dd_buffer_putc(&b, 'e');
	assert_true(b.failed);
	assert_string_equal(b.data, "abcd");
	dd_buffer_release(&b);
}

static void
test_arena_zeroes_and_copies(void **state)
{
	struct dd_arena a;

	(void)state;
	dd_arena_init(&a);
	for (int i = 0; i < 1000; i++) {
		const char *p = dd_arena_alloc(&a, 97);
		assert_int_equal(p[0] | p[96], 0);
	}
	assert_string_equal(dd_arena_printf(&a, "%d-%s", 7, "x"), "7-x");
	assert_null(dd_arena_dup(&a, NULL));
	dd_arena_release(&a);
}

static void
test_utf8_round_trip_of_every_scalar(void **state)
{
	(void)state;
	for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
		char bytes[4];
		uint32_t back = 0;
		size_t len;

		if (cp >= 0xD800 && cp < 0xE000)
			continue;
		len = dd_utf8_encode(cp, bytes);
		assert_int_equal(
		    dd_utf8_decode(bytes, bytes + len, &back), len);
		assert_int_equal(back, cp);
		assert_int_equal(dd_utf8_count(bytes, len), 1);
	}
}

static void
test_utf8_refuses_bad_bytes(void **state)
{
	static const char *const bad[] = {"\xC0\x80", "\x80", "\xED\xA0\x80",
	    "\xF4\x90\x80\x80", "\xE3\x81", "\xFF"};
	uint32_t cp;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_int_equal(
		    dd_utf8_decode(bad[i], bad[i] + strlen(bad[i]), &cp), 0);
}

static void
test_utf8_cut_between_characters(void **state)
{
	static const char text[] = "a\xC3\xA9\xE2\x82\xAC";

	(void)state;
	assert_int_equal(dd_utf8_cut(text, 6, 9), 6);
	assert_int_equal(dd_utf8_cut(text, 6, 5), 3);
	assert_int_equal(dd_utf8_cut(text, 6, 3), 3);
	assert_int_equal(dd_utf8_cut(text, 6, 2), 1);
	assert_int_equal(dd_utf8_cut(text, 6, 0), 0);
}

static void
test_table_finds_and_refuses_twice(void **state)
{
	struct dd_table t;
	struct dd_arena a;
	int value = 1;

	(void)state;
	dd_table_init(&t);
	dd_arena_init(&a);
	for (int i = 0; i < 500; i++)
		assert_true(
		    dd_table_add(&t, dd_arena_printf(&a, "k%d", i), &value));
	assert_false(dd_table_add(&t, "k7", NULL));
	assert_ptr_equal(dd_table_find(&t, "k499"), &value);
	assert_null(dd_table_find(&t, "k500"));
	dd_table_release(&t);
	dd_arena_release(&a);
}

/* Whatever the seed of the hash is. */
static void
test_table_keeps_its_order(void **state)
{
	static char keys[100][8];
	struct dd_table t;

	(void)state;
	dd_table_init(&t);
	for (size_t i = 0; i < 100; i++) {
		snprintf(keys[i], sizeof(keys[i]), "key%zu", i * 7 % 100);
		assert_true(dd_table_add(&t, keys[i], keys[i]));
	}
	assert_int_equal(t.count, 100);
	for (size_t i = 0; i < 100; i++) {
		assert_ptr_equal(t.entries[i].key, keys[i]);
		assert_ptr_equal(dd_table_find(&t, keys[i]), keys[i]);
	}
	dd_table_release(&t);
}

static void
test_nearest_word(void **state)
{
	static const char *const words[] = {"statement", "speaker", "session"};

	(void)state;
	assert_string_equal(dd_nearest("statment", words, 3), "statement");
	assert_string_equal(dd_nearest("spaeker", words, 3), "speaker");
	assert_null(dd_nearest("glossary", words, 3));
}

static void
test_escapes(void **state)
{
	struct dd_buffer b;

	(void)state;
	dd_buffer_init(&b, 0);
	dd_escape_terminal(&b, "a\x1b[31m\xE2\x80\xAE", 9);
	assert_string_equal(b.data, "a\\x1b[31m\\u{202e}");
	dd_buffer_clear(&b);
	dd_escape_terminal(&b, " ::a::b##vso", 12);
	assert_string_equal(b.data, " \\x3a:a::b#\\x23vso");
	dd_buffer_clear(&b);
	dd_escape_terminal(&b, ":a #b: :", 8);
	assert_string_equal(b.data, ":a #b: :");
	dd_buffer_clear(&b);
	dd_escape_json(&b, "\"</script>\n", 11);
	assert_string_equal(b.data, "\\\"\\u003c/script\\u003e\\n");
	dd_buffer_clear(&b);
	dd_escape_json(&b, "# ##", 4);
	assert_string_equal(b.data, "# #\\u0023");
	dd_buffer_clear(&b);
	dd_escape_json(&b, "\xE2\x80\xAE\xC2\x85\xF0\x9F\x95\x8A", 9);
	assert_string_equal(b.data, "\\u202e\\u0085\xF0\x9F\x95\x8A");
	dd_buffer_clear(&b);
	dd_escape_xml(&b, "<a b='&\">\x1b\xE2\x80\xAE\xEF\xBF\xBE", 16);
	assert_string_equal(
	    b.data, "&lt;a b=&#39;&amp;&quot;&gt;\\x1b\\u{202e}\\u{fffe}");
	dd_buffer_release(&b);
}

/* Of all bytes, only those of US-ASCII have a kind or another case. */
static void
test_words_of_a_list(void **state)
{
	(void)state;
	assert_true(dd_ascii_lists("a bc\td", "a"));
	assert_true(dd_ascii_lists("  a bc\td", "bc"));
	assert_true(dd_ascii_lists("a bc\nd", "d"));
	assert_false(dd_ascii_lists("a bc d", "b"));
	assert_false(dd_ascii_lists("a bc d", "c"));
	assert_false(dd_ascii_lists("a bc d", "a bc"));
	assert_false(dd_ascii_lists("a  b", ""));
	assert_false(dd_ascii_lists(NULL, "a"));
	assert_false(dd_ascii_lists("a", NULL));
	assert_true(dd_ascii_is("a", "a"));
	assert_false(dd_ascii_is(NULL, "a"));
	assert_false(dd_ascii_is(NULL, NULL));
}

static void
test_ascii_knows_no_other_letters(void **state)
{
	size_t letters = 0, digits = 0, spaces = 0, cased = 0;

	(void)state;
	for (int byte = 0; byte < 256; byte++) {
		char c = (char)byte;

		letters += dd_ascii_is_letter(c);
		digits += dd_ascii_is_digit(c);
		spaces += dd_ascii_is_space(c);
		cased += dd_ascii_lower(c) != c || dd_ascii_upper(c) != c;
	}
	assert_int_equal(letters, 52);
	assert_int_equal(digits, 10);
	assert_int_equal(spaces, strlen(DD_ASCII_SPACES));
	assert_int_equal(cased, 52);
	assert_true(dd_ascii_equal("ICON", "icon"));
	assert_false(dd_ascii_equal("icon", "icons"));
	assert_false(dd_ascii_equal("\xC4", "\xE4"));
	assert_true(dd_ascii_equal_n("Https:", "HTTP", 4));
	assert_false(dd_ascii_equal_n("ht", "http", 4));
	assert_true(dd_ascii_equal_n("utc", "UTC", 9));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_buffer_cap_is_sticky),
	    cmocka_unit_test(test_arena_zeroes_and_copies),
	    cmocka_unit_test(test_utf8_round_trip_of_every_scalar),
	    cmocka_unit_test(test_utf8_refuses_bad_bytes),
	    cmocka_unit_test(test_utf8_cut_between_characters),
	    cmocka_unit_test(test_table_finds_and_refuses_twice),
	    cmocka_unit_test(test_table_keeps_its_order),
	    cmocka_unit_test(test_nearest_word),
	    cmocka_unit_test(test_escapes),
	    cmocka_unit_test(test_words_of_a_list),
	    cmocka_unit_test(test_ascii_knows_no_other_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
