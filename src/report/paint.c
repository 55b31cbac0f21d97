/* SPDX-License-Identifier: MIT */
/* Owns: the colours of the program, as ECMA-48 sequences. */
#include "report/paint.h"
#include <string.h>
#include "base/buffer.h"

void
dd_paint(struct dd_buffer *out, bool color, enum dd_paint paint)
{
	static const char *const codes[] = {
	    [DD_PAINT_END] = "\033[0m",
	    [DD_PAINT_HEADING] = "\033[1m",
	    [DD_PAINT_CODE] = "\033[36m",
	    [DD_PAINT_PLACE] = "\033[1m",
	    [DD_PAINT_ERROR] = "\033[1;31m",
	    [DD_PAINT_WARNING] = "\033[1;33m",
	    [DD_PAINT_ADVICE] = "\033[1;36m",
	    [DD_PAINT_NOTE] = "\033[1;34m",
	    [DD_PAINT_QUIET] = "\033[2m",
	};

	if (color)
		dd_buffer_puts(out, codes[paint]);
}

enum dd_paint
dd_paint_of(const char *level)
{
	return strcmp(level, "error") == 0  ? DD_PAINT_ERROR
	    : strcmp(level, "warning") == 0 ? DD_PAINT_WARNING
	    : strcmp(level, "note") == 0    ? DD_PAINT_NOTE
					    : DD_PAINT_ADVICE;
}
