/* SPDX-License-Identifier: MIT */
/* Owns: comparison of words, and without regard to case. */
#include "base/ascii.h"
#include <stdint.h>
#include <string.h>

bool
dd_ascii_is(const char *value, const char *word)
{
	return value && word && strcmp(value, word) == 0;
}

bool
dd_ascii_lists(const char *list, const char *word)
{
	size_t len = word ? strlen(word) : 0;

	for (const char *p = len > 0 ? list : NULL; p && *p;) {
		size_t own = strcspn(p, DD_ASCII_SPACES);

		if (own == len && memcmp(p, word, len) == 0)
			return true;
		p += own + strspn(p + own, DD_ASCII_SPACES);
	}
	return false;
}

bool
dd_ascii_equal(const char *a, const char *b)
{
	return dd_ascii_equal_n(a, b, SIZE_MAX);
}

bool
dd_ascii_equal_n(const char *a, const char *b, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++) {
		if (dd_ascii_lower(a[i]) != dd_ascii_lower(b[i]))
			return false;
		if (!a[i])
			break;
	}
	return true;
}
