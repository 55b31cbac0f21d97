/* SPDX-License-Identifier: MIT */
/*
 * A folder that many files are written below, each at once or not at all. No
 * name leads out of it, not by "..", and not by a symbolic link that somebody
 * puts there meanwhile.
 */
#ifndef DD_BASE_STORE_H
#define DD_BASE_STORE_H

#include <stddef.h>
#include "base/arena.h"
#include "base/table.h"

struct dd_error;

struct dd_store {
	const char *path;	 /* as it was named; borrowed */
	int root;		 /* open, or -1 */
	struct dd_table folders; /* written to, by name below the root */
	struct dd_arena arena;
};

/* Opens the folder and makes it where it is missing; the one above it must be
 * there, and `path` itself may be a link. Returns 0 or DD_E_OUTPUT; release in
 * both cases. */
int
dd_store_open(struct dd_store *store, const char *path, struct dd_error *error);
void dd_store_release(struct dd_store *store);

/* Writes a file at `name`, "a/b.html", and makes the folders in between. What
 * processes that were killed have left behind is removed from a folder when it
 * is first written to. Returns 0 or DD_E_OUTPUT. */
int dd_store_write(struct dd_store *store, const char *name, const void *data,
    size_t len, struct dd_error *error);

/* Makes the names in all folders written to last, each folder once. Returns 0,
 * or DD_E_OUTPUT for the first one that fails; the rest is done all the same. */
int dd_store_sync(struct dd_store *store, struct dd_error *error);

#endif
