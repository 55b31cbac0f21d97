/* SPDX-License-Identifier: MIT */
/*
 * What is new since a revision: the file as git has it there is checked too,
 * and what is found in it is not new. Files whose folder was not there, and
 * files that were links, have no old findings.
 */
#ifndef DD_CLI_SINCE_H
#define DD_CLI_SINCE_H

#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"
#include "base/table.h"

struct dd_session;

struct dd_since {
	struct dd_table commits; /* by top of a repository: the id, hex */
	struct dd_table folders; /* by real path: struct dd_since_folder */
	struct dd_arena arena;	 /* of these two */

	struct dd_table lines;	     /* by "KEY ID": what one file had */
	struct dd_arena lines_arena; /* of that one */
	size_t index;		     /* the input that it is; SIZE_MAX: none */
	size_t round;		     /* checks of it so far */
};

/* Finds the repository of every input of the session, and what the revision of
 * the options is there. Returns 0, or a negative code after a sentence.
 * Release in both cases. */
int dd_since_open(struct dd_since *since, struct dd_session *session);
void dd_since_release(struct dd_since *since);

/* A check of an input begins; it may be checked again. Where git cannot give
 * the old file, that is said and noted, and everything is new. */
void dd_since_enter(
    struct dd_since *since, struct dd_session *session, size_t index);

/* True where the old file has the finding once more. */
bool dd_since_ask(struct dd_since *since, const char *id, const char *key);

#endif
