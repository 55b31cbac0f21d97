/* SPDX-License-Identifier: MIT */
/*
 * What stands in a text, found in one walk: a rule that seeks a character is
 * not asked of the many texts that do not have it.
 */
#ifndef DD_CHECK_TRAIT_H
#define DD_CHECK_TRAIT_H

#include <stddef.h>

/* A text has a trait where at least one of these stands in it. */
enum dd_trait {
	DD_TRAIT_BIDI = 1 << 0,	      /* a control of the direction */
	DD_TRAIT_INVISIBLE = 1 << 1,  /* what nobody sees: U+200B */
	DD_TRAIT_LOOK_ALIKE = 1 << 2, /* a letter of Greek or Cyrillic */
	DD_TRAIT_UNSETTLED = 1 << 3,  /* may not be in normal form C */
	DD_TRAIT_MISREAD = 1 << 4,    /* may begin what was another one */
	DD_TRAIT_HARD_SPACE = 1 << 5, /* a no-break or ideographic space */
	DD_TRAIT_FULL_WIDTH = 1 << 6, /* full-width forms, 、 and 。 */
	DD_TRAIT_HALF_KANA = 1 << 7,
	DD_TRAIT_QUOTE = 1 << 8, /* a quotation mark, not a single one */
	DD_TRAIT_APOSTROPHE = 1 << 9,
	DD_TRAIT_BRACKET = 1 << 10,
	DD_TRAIT_HYPHEN = 1 << 11,	 /* of ASCII */
	DD_TRAIT_LOOSE_SIGN = 1 << 12,	 /* white space before one of ,.;: */
	DD_TRAIT_DOUBLE_SPACE = 1 << 13, /* two spaces behind a word */
	DD_TRAIT_CORNER = 1 << 14,	 /* 「, 『 and their ends */
};

/* The traits of UTF-8 without a NUL byte, by their bits. Linear. */
unsigned dd_traits_read(const char *text, size_t len);

#endif
