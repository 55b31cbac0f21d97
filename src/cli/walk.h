/* SPDX-License-Identifier: MIT */
/* The summaries in a folder and below, one by one, in the order of names. */
#ifndef DD_CLI_WALK_H
#define DD_CLI_WALK_H

#include <stddef.h>

struct dd_console;

/* Zero-initialise. */
struct dd_walk {
	struct dd_walk_level *levels; /* folders that are open, outer first */
	size_t depth, cap;
	size_t root; /* bytes of a path in front of its part below the root */
};

/* Begins with a folder. What cannot be read is said on the console and noted
 * (exit code 3). To be called when the last walk has come to its end. */
void dd_walk_begin(
    struct dd_walk *walk, struct dd_console *console, const char *path);

/* The path of the next file, the caller's to free; NULL behind the last. Hidden
 * files, house files, dangling links and links to folders, which may lead in
 * circles, are left out. */
char *dd_walk_next(struct dd_walk *walk, struct dd_console *console);
void dd_walk_release(struct dd_walk *walk);

#endif
