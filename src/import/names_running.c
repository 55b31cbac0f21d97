/* SPDX-License-Identifier: MIT */
/* Names in scripts that put no spaces between words. */
#include <string.h>
#include "base/utf8.h"
#include "import/names.h"

enum { LONGEST = 96 }; /* bytes of a name */

/* A letter of katakana, or the long vowel. */
static bool
is_katakana(const char *text, size_t from, size_t to)
{
	uint32_t cp = 0;

	if (from < to)
		dd_utf8_decode(text + from, text + to, &cp);
	return (cp >= 0x30A1 && cp <= 0x30FA) || cp == 0x30FC;
}

/* Katakana on both sides of `at` is one word: "マリ" is none of "マリス". */
static bool
divides(const char *text, size_t from, size_t at, size_t to)
{
	return at < from + 3 || !is_katakana(text, at - 3, to) ||
	    !is_katakana(text, at, to);
}

const struct dd_party_name *
dd_names_party_at(const struct dd_names *names, const char *text, size_t len,
    size_t at, size_t *ret_end)
{
	const struct dd_party_name *found = NULL;
	char key[LONGEST + 1];
	uint32_t cp;

	for (size_t size = 0, step; at + size < len; size += step) {
		const struct dd_party_name *party;

		step = dd_utf8_decode(text + at + size, text + len, &cp);
		if (step == 0 || size + step > LONGEST)
			break;
		memcpy(key + size, text + at + size, step);
		key[size + step] = '\0';
		party = dd_table_find(&names->parties, key);
		if (party && size > 0 &&
		    divides(text, 0, at + size + step, len)) {
			found = party;
			*ret_end = at + size + step;
		}
	}
	return found;
}

const struct dd_party_name *
dd_names_party_before(const struct dd_names *names, const char *text,
    size_t from, size_t end, size_t *ret_from)
{
	const struct dd_party_name *found = NULL;
	char key[LONGEST + 1];

	for (size_t at = end; at > from && end - (at - 1) <= LONGEST;) {
		const struct dd_party_name *party;

		at--;
		if ((text[at] & 0xC0) == 0x80)
			continue;
		memcpy(key, text + at, end - at);
		key[end - at] = '\0';
		party = dd_table_find(&names->parties, key);
		if (party && divides(text, from, at, end)) {
			found = party;
			*ret_from = at;
		}
	}
	return found;
}

const struct dd_city *
dd_names_city_at(const struct dd_names *names, const char *text, size_t len)
{
	char key[LONGEST + 1];

	if (len > LONGEST)
		return NULL;
	memcpy(key, text, len);
	key[len] = '\0';
	return dd_table_find(&names->cities, key);
}
