/* SPDX-License-Identifier: MIT */
/*
 * Numbers and texts as bytes that are read back as they were, whatever is in
 * them: a number as decimal digits and a comma, a text as its length, a colon
 * and its bytes. Reading trusts nothing.
 */
#ifndef DD_BASE_WIRE_H
#define DD_BASE_WIRE_H

#include <stdbool.h>
#include <stddef.h>

struct dd_arena;
struct dd_buffer;

void dd_wire_put_number(struct dd_buffer *out, size_t number);
/* NULL is told from "". */
void dd_wire_put_text(struct dd_buffer *out, const char *text);

/* Bytes that may hold a NUL. */
void dd_wire_put_bytes(struct dd_buffer *out, const void *data, size_t len);

/* What is left to read; after the first fault everything reads as 0 or NULL. */
struct dd_wire {
	const char *data;
	size_t len;
	struct dd_arena *arena; /* of the texts; borrowed */
	bool failed;
};

/* At most 2^53; a larger one is a fault. */
size_t dd_wire_number(struct dd_wire *wire);
/* What a call returned, 0 or a code of base/error.h, which is sent as its
 * negation; any other number is a fault. */
int dd_wire_code(struct dd_wire *wire);
/* NUL-terminated; one with a NUL in it is a fault. */
const char *dd_wire_text(struct dd_wire *wire);
/* Bytes, borrowed from those that are read; NULL after a fault. */
const char *dd_wire_bytes(struct dd_wire *wire, size_t *ret_len);
/* The same as a text, where NULL is a fault: never NULL. */
const char *dd_wire_word(struct dd_wire *wire);
/* A number of things, each of which takes so many bytes at least: room for more
 * of them than there are is not asked for. */
size_t dd_wire_count(struct dd_wire *wire, size_t least);

#endif
