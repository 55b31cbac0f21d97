/* SPDX-License-Identifier: MIT */
/* Amounts in prose: digits with separators, English number words, and the
 * scales of both languages: 12.5 million, two hundred and twelve, 1,250万. */
#ifndef DD_LANGUAGE_READ_NUMBER_H
#define DD_LANGUAGE_READ_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

struct dd_typed_number {
	size_t start, end; /* bytes of the text */
	double value;
	double step; /* what its last digit counts: 100000 for 12.5 million */
};

/* The only number in bytes [from, to) of a text in `lang`. False, with
 * *ret_number undefined, where there is none or more than one, where a half or
 * a dozen is counted, and in languages other than en and ja. Linear. */
bool dd_number_read(const char *text, size_t from, size_t to, const char *lang,
    struct dd_typed_number *ret_number);

#endif
