/* SPDX-License-Identifier: MIT */
/* What validate and check do with all their inputs. */
#ifndef DD_CLI_BATCH_H
#define DD_CLI_BATCH_H

struct dd_session;

/* Processes and reports every input of an open session, notes what the
 * findings mean for the exit code, and says the summary. */
void dd_batch_run(struct dd_session *session);

#endif
