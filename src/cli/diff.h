/* SPDX-License-Identifier: MIT */
/* Two texts as a unified diff, such as `patch` reads. */
#ifndef DD_CLI_DIFF_H
#define DD_CLI_DIFF_H

#include <stdbool.h>
#include <stddef.h>

struct dd_buffer;

struct dd_diff_text {
	const char *data;
	size_t len;
};

/* Appends the differences with three lines around them; nothing where there
 * are none. `safe`: for a terminal, where text may not steer it. */
void dd_diff_print(struct dd_buffer *out, const char *name,
    struct dd_diff_text before, struct dd_diff_text after, bool safe);

#endif
