/* SPDX-License-Identifier: MIT */
/* Owns: numbers and texts as bytes. Leaves what they mean to its callers. */
#include "base/wire.h"
#include <string.h>
#include "base/arena.h"
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/error.h"

/* What any reader of JSON takes exactly: reports print such numbers. */
static const size_t MOST = (size_t)1 << 53;

/* By hand: printf goes through a text byte by byte, and twice. */
static void
put_digits(struct dd_buffer *out, size_t number, char end)
{
	char digits[24], *at = digits + sizeof digits;

	*--at = end;
	do
		*--at = (char)('0' + number % 10);
	while ((number /= 10) > 0);
	dd_buffer_add(out, at, (size_t)(digits + sizeof digits - at));
}

void
dd_wire_put_number(struct dd_buffer *out, size_t number)
{
	put_digits(out, number, ',');
}

void
dd_wire_put_text(struct dd_buffer *out, const char *text)
{
	if (text)
		dd_wire_put_bytes(out, text, strlen(text));
	else
		dd_buffer_putc(out, ':');
}

void
dd_wire_put_bytes(struct dd_buffer *out, const void *data, size_t len)
{
	put_digits(out, len, ':');
	dd_buffer_add(out, data, len);
}

/* Digits and the byte behind them; *ret_any is false where there are none. */
static size_t
read_digits(struct dd_wire *wire, char end, bool *ret_any)
{
	size_t number = 0, at = 0;

	while (!wire->failed && at < wire->len &&
	    dd_ascii_is_digit(wire->data[at])) {
		size_t digit = (size_t)(wire->data[at++] - '0');

		wire->failed = number > (MOST - digit) / 10;
		number = 10 * number + digit;
	}
	*ret_any = at > 0;
	wire->failed |= at == wire->len || wire->data[at] != end;
	if (wire->failed)
		return 0;
	wire->data += at + 1;
	wire->len -= at + 1;
	return number;
}

size_t
dd_wire_number(struct dd_wire *wire)
{
	bool any;
	size_t number = read_digits(wire, ',', &any);

	wire->failed |= !any;
	return wire->failed ? 0 : number;
}

int
dd_wire_code(struct dd_wire *wire)
{
	size_t number = dd_wire_number(wire);

	wire->failed |= number > (size_t)-DD_E_OUTPUT;
	return wire->failed ? DD_OK : -(int)number;
}

const char *
dd_wire_bytes(struct dd_wire *wire, size_t *ret_len)
{
	bool any;
	size_t len = read_digits(wire, ':', &any);
	const char *data = wire->data;

	wire->failed |= len > wire->len;
	if (wire->failed || !any)
		return NULL;
	wire->data += len;
	wire->len -= len;
	*ret_len = len;
	return data;
}

const char *
dd_wire_text(struct dd_wire *wire)
{
	size_t len = 0;
	const char *text = dd_wire_bytes(wire, &len);

	wire->failed |= len > 0 && memchr(text, 0, len);
	return text && !wire->failed ? dd_arena_ndup(wire->arena, text, len)
				     : NULL;
}

const char *
dd_wire_word(struct dd_wire *wire)
{
	const char *text = dd_wire_text(wire);

	wire->failed |= !text;
	return text ? text : "";
}

size_t
dd_wire_count(struct dd_wire *wire, size_t least)
{
	size_t count = dd_wire_number(wire);

	wire->failed |= count > wire->len / least;
	return wire->failed ? 0 : count;
}
