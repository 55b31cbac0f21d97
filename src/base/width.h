/* SPDX-License-Identifier: MIT */
/* Columns that text takes on a terminal or in a fixed-pitch font. */
#ifndef DD_BASE_WIDTH_H
#define DD_BASE_WIDTH_H

#include <stddef.h>

/* Columns of `len` bytes of UTF-8: wide and fullwidth characters and emoji
 * take 2, marks, format controls and what joins onto the character before
 * take 0, everything else 1, ambiguous characters too. A cluster must not be
 * cut. Source: UAX #11, UTS #51. */
size_t dd_text_width(const char *text, size_t len);

/* `len` less the white space at the end. */
size_t dd_text_trim(const char *text, size_t len);

#endif
