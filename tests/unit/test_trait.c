/* SPDX-License-Identifier: MIT */
/* Traits of texts: a rule that is not asked of a text has nothing to say of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "base/utf8.h"
#include "check/misread.h"
#include "check/trait.h"
#include "model/letter.h"

static unsigned
read_text(const char *text)
{
	return dd_traits_read(text, strlen(text));
}

/* Writes `before`, the character and `behind`; returns the bytes. */
static size_t
put(char *out, const char *before, uint32_t cp, const char *behind)
{
	size_t len = strlen(before);

	memcpy(out, before, len);
	len += dd_utf8_encode(cp, out + len);
	strcpy(out + len, behind);
	return len + strlen(behind);
}

/* The next scalar value. */
static uint32_t
step(uint32_t cp)
{
	return cp + 1 == 0xD800 ? 0xE000 : cp + 1;
}

static void
what_is_not_normal_is_unsettled(void **state)
{
	static const char *const before[] = {"", "e", "\u304b", "\uac00"};
	char text[16];
	size_t end;

	(void)state;
	for (uint32_t cp = 1; cp <= 0x10FFFF; cp = step(cp))
		for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
			size_t len = put(text, before[i], cp, "");

			if (dd_letter_find_unnormal(text, len, 0, &end) < len &&
			    !(dd_traits_read(text, len) & DD_TRAIT_UNSETTLED))
				fail_msg("U+%04X", cp);
		}
}

static void
what_was_misread_is_noticed(void **state)
{
	static const char *const behind[] = {"\u20ac\u20ac\u20ac", "\u00a0",
	    "\u201e\u00a2", "\u00bf\u00bd", "\u0178\u02dc\u20ac"};
	char text[32];

	(void)state;
	for (uint32_t cp = 0xA0; cp <= 0x10FFFF; cp = step(cp))
		for (size_t i = 0; i < sizeof behind / sizeof *behind; i++) {
			size_t len = put(text, "", cp, behind[i]);
			struct dd_prose prose = {.text = text, .len = len};

			if (dd_misread_measure(&prose, 0) > 0 &&
			    !(dd_traits_read(text, len) & DD_TRAIT_MISREAD))
				fail_msg("U+%04X", cp);
		}
}

static void
characters_have_their_traits(void **state)
{
	static const struct {
		const char *text;
		unsigned traits;
	} cases[] = {
	    {"", 0},
	    {"Plain words\n  and a full stop.", 0},
	    {"\u00e9t\u00e9 \u2013 \u2026 \u6f22\ud55c\u304b\ufffc", 0},
	    {"a ,b", DD_TRAIT_LOOSE_SIGN},
	    {"a\n: b", DD_TRAIT_LOOSE_SIGN},
	    {"a, b; c: d.", 0},
	    {"a  b", DD_TRAIT_DOUBLE_SPACE},
	    {"a \n  b", 0},
	    {"(a", DD_TRAIT_BRACKET},
	    {"a\u3011", DD_TRAIT_BRACKET},
	    {"\u300ca\u300d", DD_TRAIT_BRACKET | DD_TRAIT_CORNER},
	    {"a-b", DD_TRAIT_HYPHEN},
	    {"a's", DD_TRAIT_APOSTROPHE},
	    {"a\u2019s", DD_TRAIT_APOSTROPHE},
	    {"\"a", DD_TRAIT_QUOTE},
	    {"\u00aba\u00bb", DD_TRAIT_QUOTE},
	    {"\u201ea\u201c", DD_TRAIT_QUOTE},
	    {"a\u00a0b", DD_TRAIT_HARD_SPACE},
	    {"a\u200bb", DD_TRAIT_INVISIBLE | DD_TRAIT_UNSETTLED},
	    {"a\u00adb", DD_TRAIT_INVISIBLE},
	    {"a\u200eb", DD_TRAIT_BIDI | DD_TRAIT_UNSETTLED},
	    {"\u0430", DD_TRAIT_LOOK_ALIKE | DD_TRAIT_UNSETTLED},
	    {"\u03bf", DD_TRAIT_LOOK_ALIKE | DD_TRAIT_UNSETTLED},
	    {"\u3002", DD_TRAIT_FULL_WIDTH},
	    {"\uff08\uff09", DD_TRAIT_FULL_WIDTH | DD_TRAIT_BRACKET},
	    {"\uff76", DD_TRAIT_HALF_KANA},
	    {"\ufffd", DD_TRAIT_MISREAD},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (read_text(cases[i].text) != cases[i].traits)
			fail_msg("`%s`: %x", cases[i].text,
			    read_text(cases[i].text));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_not_normal_is_unsettled),
	    cmocka_unit_test(what_was_misread_is_noticed),
	    cmocka_unit_test(characters_have_their_traits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
