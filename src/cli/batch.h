/* SPDX-License-Identifier: MIT */
/* What validate and check do with all their inputs. */
#ifndef DD_CLI_BATCH_H
#define DD_CLI_BATCH_H

#include <stdbool.h>

struct dd_session;

/* Processes and reports every input of an open session, notes what the
 * findings mean for the exit code, and says the summary; with the journal that
 * options ask for. As for dd_ledger_open. */
void dd_batch_run(struct dd_session *session, unsigned verb,
    const char *command, const char *today);

/* The second half of that: ends reports that were begun. `checks`: the rules have
 * run. */
void dd_batch_end(struct dd_session *session, bool checks);

#endif
