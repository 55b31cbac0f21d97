/* SPDX-License-Identifier: MIT */
/* What a piece of text is, and what that looks like on a terminal. */
#ifndef DD_REPORT_PAINT_H
#define DD_REPORT_PAINT_H

#include <stdbool.h>

struct dd_buffer;

enum dd_paint {
	DD_PAINT_END, /* back to plain */
	DD_PAINT_HEADING,
	DD_PAINT_CODE,
	DD_PAINT_PLACE,
	DD_PAINT_ERROR,
	DD_PAINT_WARNING,
	DD_PAINT_ADVICE,
	DD_PAINT_NOTE,
	DD_PAINT_QUIET,
};

/* Begins or ends a coloured run; nothing where `color` is false. */
void dd_paint(struct dd_buffer *out, bool color, enum dd_paint paint);

/* The paint of "error", "warning", "advice" or "note". */
enum dd_paint dd_paint_of(const char *level);

#endif
