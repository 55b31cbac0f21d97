/* SPDX-License-Identifier: MIT */
/* The text of one paragraph while it is collected. Private to output/. */
#ifndef DD_OUTPUT_TEXT_RUN_H
#define DD_OUTPUT_TEXT_RUN_H

#include <stdbool.h>
#include "base/buffer.h"

struct dd_text_run {
	struct dd_buffer text; /* UTF-8 */
	struct dd_buffer glue; /* a byte each: 1 = no break before this one */
	bool space;	       /* white space is waiting for a next word */
	int nobr;	       /* depth of elements that forbid breaks */
	bool fresh;	       /* nothing collected yet since the outermost */
};

void dd_text_run_init(struct dd_text_run *run);
void dd_text_run_release(struct dd_text_run *run);
/* Forgets the text; whether breaks are forbidden stays. */
void dd_text_run_clear(struct dd_text_run *run);

/* Adds text of the tree. White space, line and paragraph separators collapse
 * to one space, none at the start. Soft hyphens and control characters go:
 * the first would show in mid-line, the others drive terminals. */
void dd_text_run_add(struct dd_text_run *run, const char *text);

void dd_text_run_enter_nobr(struct dd_text_run *run);
void dd_text_run_leave_nobr(struct dd_text_run *run);

/* Forbids breaks inside addresses: words of ASCII that hold `://` or `@` or
 * begin with `www.`. Call once, when the text is complete. */
void dd_text_run_glue_addresses(struct dd_text_run *run);

/* Appends text as it stands, for unfilled lines: every white space but a
 * no-break space of the above becomes one space, controls go. */
void dd_text_run_verbatim(struct dd_buffer *out, const char *text);

#endif
