/* SPDX-License-Identifier: MIT */
/* A line of the source with a mark under the part that is meant. */
#ifndef DD_REPORT_EXCERPT_H
#define DD_REPORT_EXCERPT_H

#include <stdbool.h>
#include <stddef.h>
#include "report/paint.h"

struct dd_buffer;

/* What to show. Columns are code points from 1; `end` stands just behind the
 * last one meant, SIZE_MAX for the end of the line. */
struct dd_excerpt {
	const char *line; /* UTF-8 without its end */
	size_t len;	  /* bytes */
	size_t number;
	size_t column, end;
	size_t width; /* columns of the terminal, 0 = unknown */
	bool color;
	enum dd_paint paint; /* of the mark */
};

/* Appends two lines. A tab reaches to the next stop of eight, a wide
 * character takes two columns, what could steer the terminal is shown in
 * letters. Of a line wider than the terminal the part around the mark is
 * shown; a line of more than 256 KiB is not. */
void dd_excerpt_print(struct dd_buffer *out, const struct dd_excerpt *excerpt);

#endif
