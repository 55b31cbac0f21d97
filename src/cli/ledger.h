/* SPDX-License-Identifier: MIT */
/*
 * What a run notes of each document: in a journal, so that it can be resumed
 * and merged, and in a manifest. The same notes tell which documents need not be
 * done again.
 */
#ifndef DD_CLI_LEDGER_H
#define DD_CLI_LEDGER_H

#include <stdbool.h>
#include <stddef.h>
#include "cli/journal.h"
#include "cli/manifest.h"

struct dd_buffer;
struct dd_outcome;
struct dd_session;

struct dd_ledger {
	struct dd_journal journal;
	struct dd_manifest manifest;
	bool journaled; /* there is a journal */
	bool rules;	/* house rules decide too */
	char key[DD_DIGEST_SIZE];
	size_t skipped;
	/* Of the document at work. */
	struct dd_arena arena;
	struct dd_entry entry;
	struct dd_product *products;
	const char **said;
};

/* True where the options ask for one. */
bool dd_ledger_is_asked(const struct dd_session *session);

/* Opens journal and manifest for the command `verb`, by that name, of a session
 * whose rules are set. Returns 0, or a negative code after a sentence. Close in
 * both cases. */
int dd_ledger_open(struct dd_ledger *ledger, struct dd_session *session,
    unsigned verb, const char *command);

/* Begins input `index`, whose bytes are given; NULL where it was not read. Returns
 * what the journal has of it where it need not be done again, else NULL. */
const struct dd_entry *dd_ledger_begin(struct dd_ledger *ledger,
    struct dd_session *session, size_t index, const struct dd_buffer *bytes);

/* A file that was made of it, and a sentence that was said; both are copied. */
void dd_ledger_product(struct dd_ledger *ledger, const char *format,
    const char *path, const char *data, size_t len);
void dd_ledger_said(struct dd_ledger *ledger, const char *sentence);

/* Notes it; `status` is the exit code that it leads to. */
void dd_ledger_end(struct dd_ledger *ledger, struct dd_session *session,
    const struct dd_outcome *outcome, int status);

/* Notes what was not done again. */
void dd_ledger_repeat(struct dd_ledger *ledger, struct dd_session *session,
    const struct dd_entry *entry);

/* Closes both, and says how many documents were not done again. */
void dd_ledger_close(struct dd_ledger *ledger, struct dd_session *session);

#endif
