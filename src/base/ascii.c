/* SPDX-License-Identifier: MIT */
/* Owns: comparison without regard to case. */
#include "base/ascii.h"
#include <stdint.h>

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
