/* SPDX-License-Identifier: MIT */
/* --select, --ignore and --severity as levels of rules. */
#ifndef DD_CLI_SEVERITIES_H
#define DD_CLI_SEVERITIES_H

#include <stddef.h>
#include "base/arena.h"
#include "diplodoc.h"

struct dd_console;
struct dd_session;
struct dd_settings;

struct dd_severities {
	struct diplodoc_severity *items; /* in the order that they count */
	size_t count;
	struct dd_arena arena; /* owns all of it */
};

/* Reads the options: what --select does not name is off, then what --ignore
 * names is, then --severity counts. Rules that the house wrote itself are those
 * of the session. Says what is wrong, with status 2. Release in all cases. */
void dd_severities_read(
    struct dd_severities *severities, const struct dd_session *session);
void dd_severities_release(struct dd_severities *severities);

#endif
