/* SPDX-License-Identifier: MIT */
/* A file or pipe read piece by piece, each ended by one byte: a newline, or NUL.
 * Memory is that of the longest piece, whatever the length of the file. */
#ifndef DD_BASE_LINES_H
#define DD_BASE_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include "base/buffer.h"

struct dd_error;

struct dd_lines {
	const char *path;      /* as shown to people; borrowed */
	int fd;		       /* -1: nothing is open */
	char end;	       /* of a piece */
	size_t max;	       /* bytes of a piece that are kept */
	struct dd_buffer read; /* what is read, and not yet given */
	size_t at;	       /* in `read` */
	size_t number;	       /* of the last piece, from 1 */
	bool ended;
	/* Not 0: there is nothing more to come, even while a pipe is open. NULL
	 * where nobody says so; borrowed. */
	const volatile int *stop;
};

/* Opens a file; "-" is standard input. Returns 0 or DD_E_INPUT; release in both
 * cases. */
int dd_lines_open(struct dd_lines *lines, const char *path, char end,
    size_t max, struct dd_error *error);
void dd_lines_release(struct dd_lines *lines);

/* Puts the next piece into `out`, without its end. One that is longer than `max`
 * is read over, with *ret_cut true, and out holds what fits. Returns 1, 0 behind
 * the last one, or DD_E_INPUT. A last piece may lack its end. */
int dd_lines_next(struct dd_lines *lines, struct dd_buffer *out, bool *ret_cut,
    struct dd_error *error);

/* True where the next piece is to be waited for: whoever writes it has not begun. */
bool dd_lines_waits(const struct dd_lines *lines);

#endif
