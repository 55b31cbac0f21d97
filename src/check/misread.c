/* SPDX-License-Identifier: MIT */
/* UTF-8 under the table of windows-1252. */
#include "check/misread.h"
#include "check/look.h"

/* The byte that windows-1252 has for a character, or -1. Its gaps hold the
 * control characters, as in ISO-8859-1. */
static int
find_byte(uint32_t cp)
{
	static const uint32_t upper[32] = {0x20AC, 0, 0x201A, 0x192, 0x201E,
	    0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0,
	    0x17D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
	    0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E, 0x178};

	if (cp >= 0x80 && cp <= 0xFF)
		return (int)cp;
	for (int i = 0; cp > 0xFF && i < 32; i++)
		if (upper[i] == cp)
			return 0x80 + i;
	return -1;
}

/* Bytes of UTF-8 that begin with `lead`, where those are common enough, and
 * `next` rare enough behind that letter, that words do not look like them. */
static size_t
expect_bytes(int lead, int next)
{
	switch (lead) {
	case 0xC2: /* Â£ */
	case 0xC3: /* Ã© */
		/* Words in capitals may end in these letters, and a closing
		 * mark follow. */
		return next == 0xBB || next == 0x92 || next == 0x94 ? 0 : 2;
	case 0xE2: /* â€™ â„¢ */
		return next == 0x80 || next == 0x84 ? 3 : 0;
	case 0xE3: /* ã‚³, Japanese */
		return next >= 0x80 && next <= 0x83 ? 3 : 0;
	case 0xEF: /* ï¿½, ï¼Œ and a byte order mark */
		return next == 0xBB || next == 0xBC || next == 0xBD ||
			next == 0xBF
		    ? 3
		    : 0;
	case 0xF0: /* ðŸ, pictures */
		return next == 0x9F ? 4 : 0;
	default:
		return 0;
	}
}

size_t
dd_misread_measure(const struct dd_prose *prose, size_t at)
{
	size_t len, first, count, end;
	uint32_t cp = dd_look_at(prose, at, &first);

	if (cp == 0xFFFD || (cp >= 0x80 && cp <= 0x9F))
		return first;
	if (cp < 0x80 || cp > 0xFF) /* no first byte */
		return 0;
	end = at + first;
	count = expect_bytes(
	    find_byte(cp), find_byte(dd_look_at(prose, end, &len)));
	for (size_t i = 1; i < count; i++) {
		int byte = find_byte(dd_look_at(prose, end, &len));

		if (byte < 0x80 || byte > 0xBF)
			return 0;
		end += len;
	}
	return count > 0 ? end - at : 0;
}

size_t
dd_misread_step(const struct dd_prose *prose, size_t at)
{
	size_t len = dd_misread_measure(prose, at);

	if (len == 0)
		dd_look_at(prose, at, &len);
	return len;
}
