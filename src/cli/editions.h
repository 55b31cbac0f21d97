/* SPDX-License-Identifier: MIT */
/* --edition: the inputs are one summary in several languages. */
#ifndef DD_CLI_EDITIONS_H
#define DD_CLI_EDITIONS_H

#include <stdbool.h>

struct dd_session;

/* Names the inputs as editions of each other where the option asks for it.
 * False after a sentence on the console. */
bool dd_editions_prepare(struct dd_session *session);

#endif
