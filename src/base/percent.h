/* SPDX-License-Identifier: MIT */
/* File names in one line of UTF-8, and back. */
#ifndef DD_BASE_PERCENT_H
#define DD_BASE_PERCENT_H

struct dd_buffer;

/* Control characters, `%` and bytes that are not UTF-8 as %XX, the rest as it
 * is. */
void dd_percent_encode(struct dd_buffer *out, const char *name);

/* The name again; a % without two digits stands for itself. */
void dd_percent_decode(struct dd_buffer *out, const char *text);

#endif
