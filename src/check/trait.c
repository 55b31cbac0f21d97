/* SPDX-License-Identifier: MIT */
/* Owns: which characters have which trait. */
#include "check/trait.h"
#include <stdbool.h>
#include <stdint.h>
#include "base/utf8.h"

/* What a character is to its neighbours: marks above those of traits. A sign
 * bears the trait's own bit, and has it where white space stands before. */
enum {
	SPACE = 1 << 16, /* white space of XML */
	BLANK = 1 << 17, /* the space itself */
	PAIRS = SPACE | BLANK | DD_TRAIT_LOOSE_SIGN,
};

static const unsigned ascii[128] = {
    ['\t'] = SPACE,
    ['\n'] = SPACE,
    ['\r'] = SPACE,
    [' '] = SPACE | BLANK,
    ['"'] = DD_TRAIT_QUOTE,
    ['\''] = DD_TRAIT_APOSTROPHE,
    ['('] = DD_TRAIT_BRACKET,
    [')'] = DD_TRAIT_BRACKET,
    ['['] = DD_TRAIT_BRACKET,
    [']'] = DD_TRAIT_BRACKET,
    ['-'] = DD_TRAIT_HYPHEN,
    [','] = DD_TRAIT_LOOSE_SIGN,
    ['.'] = DD_TRAIT_LOOSE_SIGN,
    [':'] = DD_TRAIT_LOOSE_SIGN,
    [';'] = DD_TRAIT_LOOSE_SIGN,
};

/* The first character of each stretch beyond ASCII, in order, with its traits.
 * Where nobody has looked, normal form C is in doubt. */
static const struct {
	uint32_t first;
	unsigned traits;
} stretches[] = {
    {0x80, DD_TRAIT_MISREAD},
    {0xA0, DD_TRAIT_HARD_SPACE},
    {0xA1, 0},
    {0xAB, DD_TRAIT_QUOTE},
    {0xAC, 0},
    {0xAD, DD_TRAIT_INVISIBLE},
    {0xAE, 0},
    {0xBB, DD_TRAIT_QUOTE},
    {0xBC, 0},
    {0xC2, DD_TRAIT_MISREAD},
    {0xC4, 0},
    {0xE2, DD_TRAIT_MISREAD},
    {0xE4, 0},
    {0xEF, DD_TRAIT_MISREAD},
    {0xF1, 0},
    {0x300, DD_TRAIT_UNSETTLED},
    {0x34F, DD_TRAIT_UNSETTLED | DD_TRAIT_INVISIBLE},
    {0x350, DD_TRAIT_UNSETTLED},
    {0x370, DD_TRAIT_UNSETTLED | DD_TRAIT_LOOK_ALIKE},
    {0x530, DD_TRAIT_UNSETTLED},
    {0x61C, DD_TRAIT_UNSETTLED | DD_TRAIT_BIDI},
    {0x61D, DD_TRAIT_UNSETTLED},
    {0x115F, DD_TRAIT_UNSETTLED | DD_TRAIT_INVISIBLE},
    {0x1161, DD_TRAIT_UNSETTLED},
    {0x180E, DD_TRAIT_UNSETTLED | DD_TRAIT_INVISIBLE},
    {0x180F, DD_TRAIT_UNSETTLED},
    {0x2007, DD_TRAIT_UNSETTLED | DD_TRAIT_HARD_SPACE},
    {0x2008, DD_TRAIT_UNSETTLED},
    {0x200B, DD_TRAIT_UNSETTLED | DD_TRAIT_INVISIBLE},
    {0x200E, DD_TRAIT_UNSETTLED | DD_TRAIT_BIDI},
    {0x2010, 0}, /* hyphens and dashes */
    {0x2019, DD_TRAIT_APOSTROPHE},
    {0x201A, 0},
    {0x201C, DD_TRAIT_QUOTE},
    {0x201F, 0},
    {0x2028, DD_TRAIT_UNSETTLED},
    {0x202A, DD_TRAIT_UNSETTLED | DD_TRAIT_BIDI},
    {0x202F, DD_TRAIT_UNSETTLED | DD_TRAIT_HARD_SPACE},
    {0x2030, DD_TRAIT_UNSETTLED},
    {0x2060, DD_TRAIT_UNSETTLED | DD_TRAIT_INVISIBLE},
    {0x2065, DD_TRAIT_UNSETTLED},
    {0x2066, DD_TRAIT_UNSETTLED | DD_TRAIT_BIDI},
    {0x206A, DD_TRAIT_UNSETTLED},
    {0x3000, DD_TRAIT_HARD_SPACE | DD_TRAIT_FULL_WIDTH},
    {0x3001, DD_TRAIT_FULL_WIDTH},
    {0x3003, 0},
    {0x3008, DD_TRAIT_BRACKET},
    {0x300C, DD_TRAIT_BRACKET | DD_TRAIT_CORNER},
    {0x3010, DD_TRAIT_BRACKET},
    {0x3012, 0},
    {0x3014, DD_TRAIT_BRACKET},
    {0x3016, 0},
    {0x302A, DD_TRAIT_UNSETTLED},
    {0x3041, 0}, /* kana */
    {0x3099, DD_TRAIT_UNSETTLED},
    {0x309B, 0},
    {0x3100, DD_TRAIT_UNSETTLED},
    {0x3164, DD_TRAIT_UNSETTLED | DD_TRAIT_INVISIBLE},
    {0x3165, DD_TRAIT_UNSETTLED},
    {0x4E00, 0}, /* ideographs */
    {0xA000, DD_TRAIT_UNSETTLED},
    {0xAC00, 0}, /* Hangul */
    {0xD7A4, DD_TRAIT_UNSETTLED},
    {0xFDD0, DD_TRAIT_UNSETTLED | DD_TRAIT_INVISIBLE},
    {0xFDF0, DD_TRAIT_UNSETTLED},
    {0xFE00, DD_TRAIT_UNSETTLED | DD_TRAIT_INVISIBLE},
    {0xFE10, DD_TRAIT_UNSETTLED},
    {0xFEFF, DD_TRAIT_UNSETTLED | DD_TRAIT_INVISIBLE},
    {0xFF00, 0},
    {0xFF01, DD_TRAIT_FULL_WIDTH},
    {0xFF08, DD_TRAIT_FULL_WIDTH | DD_TRAIT_BRACKET},
    {0xFF0A, DD_TRAIT_FULL_WIDTH},
    {0xFF3B, DD_TRAIT_FULL_WIDTH | DD_TRAIT_BRACKET},
    {0xFF3E, DD_TRAIT_FULL_WIDTH},
    {0xFF5F, 0},
    {0xFF61, DD_TRAIT_HALF_KANA},
    {0xFFA0, DD_TRAIT_UNSETTLED | DD_TRAIT_INVISIBLE},
    {0xFFA1, DD_TRAIT_UNSETTLED},
    {0xFFF9, DD_TRAIT_UNSETTLED | DD_TRAIT_INVISIBLE},
    {0xFFFC, 0}, /* an empty element */
    {0xFFFD, DD_TRAIT_MISREAD},
    /* The last two of each plane are no characters, and tags and forms stand
     * between: what is rare is all looked at. */
    {0xFFFE, DD_TRAIT_UNSETTLED | DD_TRAIT_INVISIBLE},
};

static unsigned
find_stretch(uint32_t cp)
{
	size_t low = 0, high = sizeof stretches / sizeof *stretches;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (stretches[middle].first <= cp)
			low = middle;
		else
			high = middle;
	}
	return stretches[low].traits;
}

/* True for the first byte of U+5000 to U+9FFF and U+B000 to U+CFFF, ideographs
 * and Hangul, which have no trait. */
static bool
is_plain(char first)
{
	unsigned char byte = (unsigned char)first;

	return (byte >= 0xE5 && byte <= 0xE9) || byte == 0xEB || byte == 0xEC;
}

unsigned
dd_traits_read(const char *text, size_t len)
{
	unsigned found = 0, before = 0, own;
	const char *p = text, *end = text + len;
	uint32_t cp;

	for (size_t size; p < end; p += size) {
		size = 1;
		if (!(*p & 0x80)) {
			own = ascii[(unsigned char)*p];
		} else if (is_plain(*p)) {
			own = 0;
			size = 3;
		} else {
			size = dd_utf8_decode(p, end, &cp);
			own = size > 0 ? find_stretch(cp) : ~(unsigned)PAIRS;
			size = size > 0 ? size : 1; /* never in a parsed tree */
		}
		if (own == 0) { /* as nearly all are */
			before = 0;
			continue;
		}
		found |= own & ~(unsigned)PAIRS;
		if (before & SPACE)
			found |= own & DD_TRAIT_LOOSE_SIGN;
		/* A row of white space that begins with two of them. */
		if (own & before & BLANK)
			found |= DD_TRAIT_DOUBLE_SPACE;
		before = before & own & SPACE ? SPACE : own;
	}
	return found;
}
