/* SPDX-License-Identifier: MIT */
/* What validate and check do with all their inputs. */
#ifndef DD_CLI_BATCH_H
#define DD_CLI_BATCH_H

#include <stdbool.h>

struct diplodoc_document;
struct dd_session;
struct dd_settings;

/* Processes and reports every input of an open session, notes what the
 * findings mean for the exit code, and says the summary; with the journal that
 * options ask for. As for dd_ledger_open. */
void
dd_batch_run(struct dd_session *session, unsigned verb, const char *command);

/* True where a finding of the document has the level of --fail-on or a higher
 * one. False without that option: then the verdict says all. */
bool dd_batch_fails(
    const struct dd_settings *set, struct diplodoc_document *document);

/* The second half of that: ends reports that were begun. `checks`: the rules have
 * run. */
void dd_batch_end(struct dd_session *session, bool checks);

#endif
