/* SPDX-License-Identifier: MIT */
/* The promise that no output replaces a file that is read. */
#ifndef DD_CLI_GUARD_H
#define DD_CLI_GUARD_H

#include "base/arena.h"
#include "base/table.h"

struct dd_error;
struct dd_session;

/* Zero-initialise but for the session. */
struct dd_guard {
	struct dd_session *session; /* borrowed */
	struct dd_arena arena;
	struct dd_table reads; /* by device and number: the path */
};

/* Returns 0, or DD_E_USAGE where a file at `path` would replace one that the
 * session reads, or would be read as a house file. Cost: where the file exists,
 * a look at every input, once for each guard. */
int dd_guard_check(
    struct dd_guard *guard, const char *path, struct dd_error *error);
void dd_guard_release(struct dd_guard *guard);

/* The same for one path alone. */
int dd_guard_one(
    struct dd_session *session, const char *path, struct dd_error *error);

#endif
