/* SPDX-License-Identifier: MIT */
/*
 * Growing byte buffer with a maximum size and a sticky error.
 * `data` is never NULL and always NUL-terminated. After the maximum is
 * exceeded every further append is a no-op; test once, at the end.
 */
#ifndef DD_BASE_BUFFER_H
#define DD_BASE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct dd_buffer {
	char *data;
	size_t len; /* bytes, without the final NUL */
	size_t cap; /* bytes allocated; 0 while `data` is static */
	size_t max; /* bytes that `len` may reach; 0 = no limit */
	bool failed;
};

void dd_buffer_init(struct dd_buffer *buffer, size_t max);
void dd_buffer_release(struct dd_buffer *buffer);
void dd_buffer_clear(struct dd_buffer *buffer);

/* Makes room for `len` bytes behind the others and says where; NULL over the
 * maximum. What is written there counts once dd_buffer_extend says so. */
char *dd_buffer_room(struct dd_buffer *buffer, size_t len);
void dd_buffer_extend(struct dd_buffer *buffer, size_t len);

void dd_buffer_add(struct dd_buffer *buffer, const void *data, size_t len);
void dd_buffer_puts(struct dd_buffer *buffer, const char *text);
void dd_buffer_putc(struct dd_buffer *buffer, char byte);
void dd_buffer_put_utf8(struct dd_buffer *buffer, uint32_t code_point);
void dd_buffer_repeat(struct dd_buffer *buffer, char byte, size_t count);
void dd_buffer_printf(struct dd_buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Moves the bytes out; the caller frees. The buffer is empty afterwards. */
char *dd_buffer_take(struct dd_buffer *buffer, size_t *ret_len);

#endif
