/* SPDX-License-Identifier: MIT */
/* Owns: growth and the sticky error. Leaves encodings to its callers. */
#include "base/buffer.h"
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"
#include "base/utf8.h"

/* Stands for the bytes of every empty buffer; never written, as cap is 0. */
static char *
get_empty(void)
{
	return (char *)"";
}

void
dd_buffer_init(struct dd_buffer *buffer, size_t max)
{
	*buffer = (struct dd_buffer){.data = get_empty(), .max = max};
}

void
dd_buffer_release(struct dd_buffer *buffer)
{
	if (!buffer)
		return;
	if (buffer->cap > 0)
		free(buffer->data);
	dd_buffer_init(buffer, buffer->max);
}

void
dd_buffer_clear(struct dd_buffer *buffer)
{
	buffer->len = 0;
	buffer->failed = false;
	if (buffer->cap > 0)
		buffer->data[0] = '\0';
}

static bool
grow(struct dd_buffer *buffer, size_t more)
{
	size_t need, cap;

	if (buffer->failed)
		return false;
	if (more >= SIZE_MAX / 4 - buffer->len ||
	    (buffer->max > 0 && buffer->len + more > buffer->max)) {
		buffer->failed = true;
		return false;
	}
	need = buffer->len + more + 1;
	cap = buffer->cap ? buffer->cap : 64;
	while (cap < need)
		cap *= 2;
	buffer->data = dd_realloc(buffer->cap ? buffer->data : NULL, cap);
	buffer->cap = cap;
	return true;
}

/* Makes room for `more` bytes and the NUL; false where that is too much. In line,
 * as there is room for most. */
static inline bool
reserve(struct dd_buffer *buffer, size_t more)
{
	return (more < buffer->cap - buffer->len && !buffer->failed &&
		   (buffer->max == 0 || buffer->len + more <= buffer->max)) ||
	    grow(buffer, more);
}

char *
dd_buffer_room(struct dd_buffer *buffer, size_t len)
{
	return reserve(buffer, len) ? buffer->data + buffer->len : NULL;
}

void
dd_buffer_extend(struct dd_buffer *buffer, size_t len)
{
	buffer->len += len;
	buffer->data[buffer->len] = '\0';
}

void
dd_buffer_add(struct dd_buffer *buffer, const void *data, size_t len)
{
	if (len == 0 || !reserve(buffer, len))
		return;
	memcpy(buffer->data + buffer->len, data, len);
	buffer->len += len;
	buffer->data[buffer->len] = '\0';
}

void
dd_buffer_puts(struct dd_buffer *buffer, const char *text)
{
	dd_buffer_add(buffer, text, strlen(text));
}

void
dd_buffer_putc(struct dd_buffer *buffer, char byte)
{
	dd_buffer_add(buffer, &byte, 1);
}

void
dd_buffer_put_utf8(struct dd_buffer *buffer, uint32_t code_point)
{
	char bytes[4];

	dd_buffer_add(buffer, bytes, dd_utf8_encode(code_point, bytes));
}

void
dd_buffer_repeat(struct dd_buffer *buffer, char byte, size_t count)
{
	if (count == 0 || !reserve(buffer, count))
		return;
	memset(buffer->data + buffer->len, byte, count);
	buffer->len += count;
	buffer->data[buffer->len] = '\0';
}

void
dd_buffer_printf(struct dd_buffer *buffer, const char *format, ...)
{
	char few[256]; /* most need no second pass */
	va_list args;
	int len;

	va_start(args, format);
	len = vsnprintf(few, sizeof(few), format, args);
	va_end(args);
	assert(len >= 0);
	if ((size_t)len < sizeof(few)) {
		dd_buffer_add(buffer, few, (size_t)len);
		return;
	}
	if (!reserve(buffer, (size_t)len))
		return;
	va_start(args, format);
	vsnprintf(buffer->data + buffer->len, (size_t)len + 1, format, args);
	va_end(args);
	buffer->len += (size_t)len;
}

char *
dd_buffer_take(struct dd_buffer *buffer, size_t *ret_len)
{
	char *result = buffer->cap > 0 ? buffer->data : dd_strdup("");
	bool failed = buffer->failed;

	if (ret_len)
		*ret_len = buffer->len;
	dd_buffer_init(buffer, buffer->max);
	buffer->failed = failed; /* still to be tested once, at the end */
	return result;
}
