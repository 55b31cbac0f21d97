/* SPDX-License-Identifier: MIT */
/* What is a letter, of which script, and in which normal form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <cmocka.h>
#include "model/letter.h"

static void
test_script(void **state)
{
	(void)state;
	assert_int_equal(dd_letter_script('a'), DD_SCRIPT_LATIN);
	assert_int_equal(dd_letter_script(0x3B1), DD_SCRIPT_GREEK);
	assert_int_equal(dd_letter_script(0x430), DD_SCRIPT_CYRILLIC);
	assert_int_equal(dd_letter_script(0x5916), DD_SCRIPT_IDEOGRAPHIC);
	assert_int_equal(dd_letter_script(0x30AB), DD_SCRIPT_IDEOGRAPHIC);
	assert_int_equal(dd_letter_script(0xD55C), DD_SCRIPT_HANGUL);
	assert_int_equal(dd_letter_script('5'), DD_SCRIPT_OTHER);
	assert_int_equal(dd_letter_script(0xFFFFFFFF), DD_SCRIPT_OTHER);
}

static void
test_letter(void **state)
{
	(void)state;
	assert_true(dd_letter_is('a'));
	assert_true(dd_letter_is(0x301)); /* an accent by itself */
	assert_false(dd_letter_is('5'));
	assert_false(dd_letter_is(0x2019));
	assert_true(dd_letter_is_upper(0xC9));
	assert_true(dd_letter_is_lower(0xE9));
	assert_true(dd_letter_is_emoji(0x1F600));
	assert_false(dd_letter_is_emoji('5'));
}

/* What is answered without a look at ICU's tables is what they say. */
static void
test_short_ways(void **state)
{
	static const struct {
		UScriptCode theirs;
		enum dd_script ours;
	} scripts[] = {
	    {USCRIPT_LATIN, DD_SCRIPT_LATIN},
	    {USCRIPT_HAN, DD_SCRIPT_IDEOGRAPHIC},
	    {USCRIPT_HIRAGANA, DD_SCRIPT_IDEOGRAPHIC},
	    {USCRIPT_KATAKANA, DD_SCRIPT_IDEOGRAPHIC},
	    {USCRIPT_HANGUL, DD_SCRIPT_HANGUL},
	};
	UErrorCode status = U_ZERO_ERROR;

	(void)state;
	for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
		UChar32 c = (UChar32)cp;
		bool mark = (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
		UScriptCode script = uscript_getScript(c, &status);

		if (dd_letter_is(cp) != (u_isUAlphabetic(c) || mark) ||
		    dd_letter_is_upper(cp) != (bool)u_isupper(c) ||
		    dd_letter_is_lower(cp) != (bool)u_islower(c) ||
		    dd_letter_lower(cp) != (uint32_t)u_tolower(c))
			fail_msg("U+%04X", cp);
		for (size_t i = 0; i < sizeof scripts / sizeof *scripts; i++)
			if (script == scripts[i].theirs &&
			    dd_letter_script(cp) != scripts[i].ours)
				fail_msg("U+%04X", cp);
		if (dd_letter_script(cp) == DD_SCRIPT_LATIN &&
		    script != USCRIPT_LATIN)
			fail_msg("U+%04X", cp);
	}
}

/* Texts, and the bytes that are not in normal form: none where both are 0. */
static void
test_unnormal(void **state)
{
	static const struct {
		const char *text;
		size_t from, to;
	} rows[] = {
	    {"", 0, 0}, {"plain", 0, 0}, {"Andr\u00E9", 0, 0},
	    {"Andre\u0301 x", 4, 7}, {"e\u0301", 0, 3},
	    {"M\u0302ala", 0, 0},    /* no such character in one piece */
	    {"a\u0301\u0323", 0, 5}, /* marks in the wrong order */
	    {"\u1112\u1161\u11AB", 0, 9},
	    {"\uFA10", 0, 0}, /* chosen for a name */
	    {"\u212B", 0, 3}, /* the sign for a unit of length */
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t len = strlen(rows[i].text), end = 0;
		size_t at = dd_letter_find_unnormal(rows[i].text, len, 0, &end);

		assert_int_equal(at, rows[i].to ? rows[i].from : len);
		assert_int_equal(end, rows[i].to);
	}
}

static void
test_compose(void **state)
{
	struct dd_arena arena;

	(void)state;
	dd_arena_init(&arena);
	assert_string_equal(dd_letter_compose(&arena, "e\u0301x", 3), "\u00E9");
	assert_string_equal(
	    dd_letter_compose(&arena, "a\u0301\u0323", 5), "\u1EA1\u0301");
	assert_string_equal(
	    dd_letter_compose(&arena, "\u1112\u1161\u11AB", 9), "\uD55C");
	dd_arena_release(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_script),
	    cmocka_unit_test(test_letter),
	    cmocka_unit_test(test_short_ways),
	    cmocka_unit_test(test_unnormal),
	    cmocka_unit_test(test_compose),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
