/* SPDX-License-Identifier: MIT */
/* Owns: %XX in names. */
#include "base/percent.h"
#include <stdint.h>
#include <string.h>
#include "base/buffer.h"
#include "base/utf8.h"

void
dd_percent_encode(struct dd_buffer *out, const char *name)
{
	const char *end = name + strlen(name);
	uint32_t character;

	while (name < end) {
		size_t len = dd_utf8_decode(name, end, &character);

		if (len == 0 || character < 0x20 || character == 0x7F ||
		    character == '%') {
			dd_buffer_printf(out, "%%%02X", (unsigned char)*name);
			len = 1;
		} else {
			dd_buffer_add(out, name, len);
		}
		name += len;
	}
}

/* The value of a digit, or 16. */
static unsigned
read_digit(char c)
{
	static const char digits[] = "0123456789ABCDEF";
	const char *at = c ? strchr(digits, c) : NULL;

	return at ? (unsigned)(at - digits) : 16;
}

void
dd_percent_decode(struct dd_buffer *out, const char *text)
{
	for (; *text; text++) {
		unsigned high = *text == '%' ? read_digit(text[1]) : 16;
		unsigned low = high < 16 ? read_digit(text[2]) : 16;

		if (low < 16) {
			dd_buffer_putc(out, (char)(16 * high + low));
			text += 2;
		} else {
			dd_buffer_putc(out, *text);
		}
	}
}
