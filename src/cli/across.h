/* SPDX-License-Identifier: MIT */
/* Reads the facts of all inputs, for the check of each against the others. */
#ifndef DD_CLI_ACROSS_H
#define DD_CLI_ACROSS_H

#include "cli/session.h"

/* The facts of every input that can be read; NULL where there is only one, or
 * where an option says not to. Input from a pipe, which can be read once only,
 * is left out. What fails here is said when the input is checked. */
struct diplodoc_archive *dd_across_read(struct dd_session *session);

#endif
