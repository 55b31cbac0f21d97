/* SPDX-License-Identifier: MIT */
/* UTF-8: decode, encode, count, cut. Strict: no overlong, no surrogates. */
#ifndef DD_BASE_UTF8_H
#define DD_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Decodes one code point of [p, end). Returns its length in bytes (1-4) and
 * sets *ret_cp, or 0 where the bytes are not valid UTF-8 or p == end. */
size_t dd_utf8_decode(const char *p, const char *end, uint32_t *ret_cp);

/* Writes 1-4 bytes, no NUL; returns how many. `cp` must be a scalar value. */
size_t dd_utf8_encode(uint32_t cp, char out[4]);

/* Code points in `len` bytes of valid UTF-8. */
size_t dd_utf8_count(const char *text, size_t len);

/* True for a character that XML 1.0 allows (production 2, Char). */
bool dd_utf8_is_xml_char(uint32_t cp);

/* Bytes of text[0, len) that can be shown where at most `max` fit: no character
 * is cut in two. */
size_t dd_utf8_cut(const char *text, size_t len, size_t max);
/* So much of a whole text, as the two arguments of `%.*s`. */
#define DD_UTF8_SHOW(text, max)                                                \
	(int)dd_utf8_cut((text), strlen(text), (max)), (text)

#endif
