/* SPDX-License-Identifier: MIT */
/* What a verdict depends on beside the document and the program. */
#ifndef DD_RUN_SURROUNDINGS_H
#define DD_RUN_SURROUNDINGS_H

#include <stdbool.h>
#include "base/digest.h"

struct dd_engine;
struct dd_error;

/* The digest of the house for a document at `path` (may be NULL) and, with
 * `rules`, of the files of rules that it and the run name. Returns 0, or the code
 * of what could not be read. */
int dd_surroundings_digest(struct dd_engine *engine, const char *path,
    bool rules, char digest[DD_DIGEST_SIZE], struct dd_error *error);

#endif
