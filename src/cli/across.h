/* SPDX-License-Identifier: MIT */
/* Has workers read the facts of all inputs, for the check of each against the
 * others. */
#ifndef DD_CLI_ACROSS_H
#define DD_CLI_ACROSS_H

#include "cli/session.h"

/* The facts of every input that can be read, judged, also of other shards; NULL
 * where there is only one input, or where options say that nobody asks. What comes from a pipe is
 * kept in the session. What cannot be read here is not read again: it is refused,
 * so that nothing is held against less than there is in silence. Where the run is
 * interrupted that is noted. */
struct diplodoc_archive *dd_across_read(
    struct dd_session *session, const struct diplodoc_check_options *options);

#endif
