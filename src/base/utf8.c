/* SPDX-License-Identifier: MIT */
/* Owns: the form of UTF-8 (RFC 3629) and XML's set of characters. */
#include "base/utf8.h"
#include <assert.h>

static bool
is_tail(unsigned char byte)
{
	return (byte & 0xC0) == 0x80;
}

static bool
is_scalar(uint32_t cp)
{
	return cp <= 0x10FFFF && (cp < 0xD800 || cp > 0xDFFF);
}

size_t
dd_utf8_decode(const char *p, const char *end, uint32_t *ret_cp)
{
	/* The smallest code point that needs this many bytes. */
	static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
	const unsigned char *byte = (const unsigned char *)p;
	uint32_t cp;
	size_t len, i;

	if (p >= end)
		return 0;
	if (byte[0] < 0x80) {
		*ret_cp = byte[0];
		return 1;
	}
	if (byte[0] < 0xC2 || byte[0] > 0xF4)
		return 0;
	len = byte[0] < 0xE0 ? 2 : byte[0] < 0xF0 ? 3 : 4;
	if ((size_t)(end - p) < len)
		return 0;
	cp = byte[0] & (0x7Fu >> len);
	for (i = 1; i < len; i++) {
		if (!is_tail(byte[i]))
			return 0;
		cp = cp << 6 | (byte[i] & 0x3Fu);
	}
	if (cp < least[len] || !is_scalar(cp))
		return 0;
	*ret_cp = cp;
	return len;
}

size_t
dd_utf8_encode(uint32_t cp, char out[4])
{
	assert(is_scalar(cp));
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	if (cp < 0x800) {
		out[0] = (char)(0xC0 | cp >> 6);
		out[1] = (char)(0x80 | (cp & 0x3F));
		return 2;
	}
	if (cp < 0x10000) {
		out[0] = (char)(0xE0 | cp >> 12);
		out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
		out[2] = (char)(0x80 | (cp & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | cp >> 18);
	out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
	out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
	out[3] = (char)(0x80 | (cp & 0x3F));
	return 4;
}

size_t
dd_utf8_count(const char *text, size_t len)
{
	size_t count = 0, i;

	for (i = 0; i < len; i++)
		count += !is_tail((unsigned char)text[i]);
	return count;
}

bool
dd_utf8_is_xml_char(uint32_t cp)
{
	if (cp < 0x20)
		return cp == '\t' || cp == '\n' || cp == '\r';
	return is_scalar(cp) && cp != 0xFFFE && cp != 0xFFFF;
}

size_t
dd_utf8_cut(const char *text, size_t len, size_t max)
{
	if (len <= max)
		return len;
	while (max > 0 && is_tail((unsigned char)text[max]))
		max--;
	return max;
}
