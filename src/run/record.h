/* SPDX-License-Identifier: MIT */
/*
 * Records that processes send each other: a number, bytes, and proof that both
 * came whole. A head of DD_RECORD_HEAD bytes (mark, number, length), the bytes,
 * a foot of DD_RECORD_FOOT bytes (sum of both, end mark); numbers are little
 * endian. The sum finds accidents; it is no secret, so it does not find lies.
 */
#ifndef DD_RUN_RECORD_H
#define DD_RUN_RECORD_H

#include <stddef.h>
#include <stdint.h>

struct dd_buffer;

enum { DD_RECORD_HEAD = 24, DD_RECORD_FOOT = 16 };

struct dd_record {
	uint64_t number;
	const char *data; /* borrowed from the bytes that were read */
	size_t len;
};

/* Appends a record, in one piece. */
void dd_record_write(
    struct dd_buffer *out, uint64_t number, const void *data, size_t len);

/* The head alone, for bytes whose sender and way are trusted: they follow it,
 * and nothing else. */
void
dd_record_head(uint64_t number, size_t len, unsigned char head[DD_RECORD_HEAD]);

enum dd_record_state {
	DD_RECORD_PART,	 /* what is there is good, and more must come */
	DD_RECORD_WHOLE, /* *ret_record and *ret_size are set */
	DD_RECORD_WRONG, /* no record, or a longer one than is allowed */
};

/* Reads the record at the start of bytes that nobody vouches for; its length is
 * at most `max`. *ret_size is how many bytes it takes. Cost: constant until it
 * is whole, then linear. */
enum dd_record_state dd_record_read(const void *bytes, size_t len, size_t max,
    struct dd_record *ret_record, size_t *ret_size);

#endif
