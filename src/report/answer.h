/* SPDX-License-Identifier: MIT */
/* What is answered to a line of JSON that named or held an input. */
#ifndef DD_REPORT_ANSWER_H
#define DD_REPORT_ANSWER_H

#include <stddef.h>
#include "report/report.h"

/* One output of an input: where it is, or itself, or why there is none. */
struct dd_made {
	const char *format; /* "html" */
	char *path;	    /* of its file; or NULL */
	char *text;	    /* itself, UTF-8; or NULL */
	char *failure;	    /* one sentence; or NULL */
};

struct dd_answer {
	const char *id; /* of the line; NULL where it could not be read */
	size_t line;	/* its number, from 1 */
	const struct dd_made *made;
	size_t count;
};

/* No row of the table: no option names it. */
extern const struct dd_printer dd_printer_answers;

#endif
