/* SPDX-License-Identifier: MIT */
/* What stands behind the sum of a line in a journal. */
#ifndef DD_CLI_ENTRY_H
#define DD_CLI_ENTRY_H

#include <stdbool.h>

struct dd_arena;
struct dd_buffer;
struct dd_entry;

/* "STATUS\tSHA256\tNAME\tBASE64" */
void dd_entry_put(struct dd_buffer *out, const struct dd_entry *entry);

/* The same again; texts are in the arena. False where it is not like that. */
bool dd_entry_get(
    const char *text, struct dd_arena *arena, struct dd_entry *ret_entry);

/* The name in it, which the caller frees; NULL where there is none. */
char *dd_entry_name(const char *text);

#endif
