/* SPDX-License-Identifier: MIT */
/* The files that a command line names, in order, each once. */
#ifndef DD_CLI_INPUTS_H
#define DD_CLI_INPUTS_H

#include <stddef.h>
#include "base/arena.h"
#include "base/table.h"

struct dd_console;

struct dd_inputs {
	const char **paths; /* "-" is standard input */
	size_t count, cap;
	struct dd_arena arena; /* owns the paths */
	struct dd_table files; /* real paths of `paths` */
};

/* Takes files as they are named and walks directories for *.xml in the order
 * of names; hidden ones, house files, links to directories and what was met
 * before are left out. A directory that cannot be read is said on
 * the console and noted (exit code 3). Returns 0, or DD_E_USAGE after a
 * sentence where there is nothing to work on. Release in both cases. */
int dd_inputs_collect(struct dd_inputs *inputs, struct dd_console *console,
    const char *const *operands, size_t count);
void dd_inputs_release(struct dd_inputs *inputs);

#endif
