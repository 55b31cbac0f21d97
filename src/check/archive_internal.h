/* SPDX-License-Identifier: MIT */
/* What the files of the archive share; see archive.h. */
#ifndef DD_CHECK_ARCHIVE_INTERNAL_H
#define DD_CHECK_ARCHIVE_INTERNAL_H

#include <stdbool.h>
#include "check/archive.h"

struct dd_wire;

/* Reads what dd_archive_put wrote; texts are in the arena of the wire. */
void dd_archive_get_meeting(
    struct dd_wire *wire, struct dd_claim_meeting *ret_meeting);
/* False where it is none. */
bool dd_archive_get_claim(struct dd_wire *wire, struct dd_claim *ret_claim,
    struct dd_place *ret_place);

#endif
