/* SPDX-License-Identifier: MIT */
/* The digest of all that decides on the results of a run beside its inputs. */
#ifndef DD_CLI_RUN_KEY_H
#define DD_CLI_RUN_KEY_H

#include "base/digest.h"

struct dd_session;

/* Of version and components, schemas and stylesheets, the language, the day, and
 * the options of the command `verb` (a bit), with the files they name; and of
 * all inputs where documents are held against each other. Cost:
 * reads these files. */
void
dd_run_key(struct dd_session *session, unsigned verb, char out[DD_DIGEST_SIZE]);

#endif
