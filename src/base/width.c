/* SPDX-License-Identifier: MIT */
/* Columns of text, one character after the other, by ICU's properties. */
#include "base/width.h"
#include <stdbool.h>
#include <stdint.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include "base/utf8.h"

enum {
	JOINER = 0x200D,	   /* zero width joiner: glues emoji together */
	EMOJI_STYLE = 0xFE0F,	   /* variation selector 16 */
	FIRST_SKIN_TONE = 0x1F3FB, /* emoji modifiers, five of them */
	LAST_SKIN_TONE = 0x1F3FF,
};

static bool
is_zero_width(UChar32 c)
{
	int32_t mask = U_GET_GC_MASK(c);
	int syllable;

	if (mask &
	    (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK |
		U_GC_ZL_MASK | U_GC_ZP_MASK))
		return true;
	/* Vowels and finals of old Hangul stand in the cell of the initial. */
	syllable = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
	return syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO;
}

static size_t
measure_char(UChar32 c)
{
	int width;

	if (c >= 0x20 && c < 0x300)
		return c < 0x7F || (c >= 0xA0 && c != 0xAD);
	if (is_zero_width(c))
		return 0;
	width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
	return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/* Columns that `c` adds behind the characters `base` (the last one that took
 * room, or 0) and `before` (the last one). */
static size_t
measure_after(UChar32 c, UChar32 base, UChar32 before)
{
	if (c == EMOJI_STYLE)
		return before && before == base && measure_char(base) == 1 &&
		    u_hasBinaryProperty(base, UCHAR_EMOJI);
	if (before == JOINER && base &&
	    u_hasBinaryProperty(base, UCHAR_EXTENDED_PICTOGRAPHIC) &&
	    u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC))
		return 0;
	if (c >= FIRST_SKIN_TONE && c <= LAST_SKIN_TONE && base &&
	    u_hasBinaryProperty(base, UCHAR_EMOJI_MODIFIER_BASE))
		/* Takes the emoji presentation, as the selector does. */
		return before == base && measure_char(base) == 1;
	return measure_char(c);
}

/* Bytes in front that are printed ASCII. */
static size_t
count_plain(const char *text, const char *end)
{
	const char *p = text;

	while (p < end && *p >= 0x20 && *p < 0x7F)
		p++;
	return (size_t)(p - text);
}

size_t
dd_text_width(const char *text, size_t len)
{
	const char *end = text + len;
	UChar32 base = 0, before = 0;
	size_t columns = 0;

	while (text < end) {
		uint32_t cp = 0xFFFD;
		size_t step = count_plain(text, end), add;

		/* Each takes one column, whatever is before it. */
		if (step > 0) {
			columns += step;
			text += step;
			base = before = (unsigned char)text[-1];
			continue;
		}
		step = dd_utf8_decode(text, end, &cp);
		add = measure_after((UChar32)cp, base, before);

		if (measure_char((UChar32)cp) > 0)
			base = (UChar32)cp;
		before = (UChar32)cp;
		columns += add;
		text += step ? step : 1;
	}
	return columns;
}

size_t
dd_text_trim(const char *text, size_t len)
{
	while (len > 0) {
		int32_t at = (int32_t)len;
		UChar32 c;

		if (text[len - 1] > 0x20 && text[len - 1] < 0x7F)
			break;
		U8_PREV((const uint8_t *)text, 0, at, c);
		if (c < 0 || !u_isUWhiteSpace(c))
			break;
		len = (size_t)at;
	}
	return len;
}
