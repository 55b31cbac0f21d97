/* SPDX-License-Identifier: MIT */
/* Proves that journals have every input exactly once, as it is now. */
#ifndef DD_CLI_PROOF_H
#define DD_CLI_PROOF_H

#include <stdbool.h>
#include <stddef.h>
#include "base/table.h"
#include "cli/journal.h"

struct dd_buffer;
struct dd_list;
struct dd_session;

struct dd_proof {
	struct dd_journal *journals; /* `count` of them, open */
	size_t count;
	struct dd_table names; /* of the inputs: the one journal of each */
	struct dd_arena arena;
};

/* Opens the journals. Returns 0, or a negative code after a sentence where one
 * cannot be read, or is of another run than the first. Close in both cases. */
int dd_proof_open(struct dd_proof *proof, struct dd_session *session,
    const struct dd_list *paths);
void dd_proof_close(struct dd_proof *proof);

/* Holds the inputs of the session against them. Each that is missing, is there
 * twice, has changed, or is no input is said and noted (exit code 4). True
 * where there is none. */
bool dd_proof_holds(struct dd_proof *proof, struct dd_session *session);

/* The entry of an input, once the proof holds; its texts are in the arena. */
bool dd_proof_find(const struct dd_proof *proof, const char *name,
    struct dd_arena *arena, struct dd_entry *ret_entry);

#endif
