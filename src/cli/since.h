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

	struct dd_session *session;
	const char **old; /* of each input, what it had; or NULL */

	struct dd_table lines;	     /* by "KEY ID": what one file had */
	struct dd_arena lines_arena; /* of that one */
	size_t round;		     /* checks of it so far */
};

/* Finds the repository of every input of the session, and what the revision of
 * the options is there; and checks the old files, by workers. Where git cannot
 * give one, or a worker ends with it, that is said and noted, and everything in
 * it is new. Returns 0, or a negative code after a sentence. Release in both
 * cases. */
int dd_since_open(struct dd_since *since, struct dd_session *session);
void dd_since_release(struct dd_since *since);

/* What the old file of an input had: "KEY ID" and the end of a line for each;
 * NULL where there was none. */
const char *dd_since_lines(const struct dd_since *since, size_t index);

/* Goes on to the file that had these lines; and begins a check of it, which may
 * come again. */
void dd_since_recall(struct dd_since *since, const char *lines);
void dd_since_enter(struct dd_since *since);

/* True where the old file has the finding once more. */
bool dd_since_ask(struct dd_since *since, const char *id, const char *key);

#endif
