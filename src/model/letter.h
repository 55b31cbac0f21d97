/* SPDX-License-Identifier: MIT */
/*
 * What Unicode says of characters: letters, scripts, normal form. By ICU's
 * built-in tables, which read nothing from disk.
 */
#ifndef DD_MODEL_LETTER_H
#define DD_MODEL_LETTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/ascii.h"

enum dd_script {
	DD_SCRIPT_OTHER, /* all scripts that no rule asks for; signs; digits */
	DD_SCRIPT_LATIN,
	DD_SCRIPT_GREEK,
	DD_SCRIPT_CYRILLIC,
	DD_SCRIPT_IDEOGRAPHIC, /* Han and kana: no spaces between words */
	DD_SCRIPT_HANGUL,
};

/* What dd_letter_is and dd_letter_script ask for characters beyond ASCII. */
bool dd_letter_is_wide(uint32_t code_point);
enum dd_script dd_letter_find_script(uint32_t code_point);

/* Letters of any script, and the marks that stand on them. Most are ASCII. */
static inline bool
dd_letter_is(uint32_t code_point)
{
	return code_point < 0x80 ? dd_ascii_is_letter((char)code_point)
				 : dd_letter_is_wide(code_point);
}

bool dd_letter_is_upper(uint32_t code_point);
bool dd_letter_is_lower(uint32_t code_point);
/* The same letter in lower case, by itself; any other character as it is. */
uint32_t dd_letter_lower(uint32_t code_point);
/* The same in upper case. */
uint32_t dd_letter_upper(uint32_t code_point);

static inline enum dd_script
dd_letter_script(uint32_t code_point)
{
	if (code_point < 0x80)
		return dd_ascii_is_letter((char)code_point) ? DD_SCRIPT_LATIN
							    : DD_SCRIPT_OTHER;
	return dd_letter_find_script(code_point);
}

/* True for a picture character, which may be joined with others of its kind. */
bool dd_letter_is_emoji(uint32_t code_point);

/* Finds the first stretch at or behind byte `from` of valid UTF-8 that is not
 * in normal form C: a letter and its marks. Returns its first byte and sets
 * *ret_end, or returns `len` where there is none. Compatibility ideographs
 * count as normal: people choose them for their names. */
size_t dd_letter_find_unnormal(
    const char *text, size_t len, size_t from, size_t *ret_end);

/* A stretch that dd_letter_find_unnormal found, in normal form C. */
const char *
dd_letter_compose(struct dd_arena *arena, const char *text, size_t len);

#endif
