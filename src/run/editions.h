/* SPDX-License-Identifier: MIT */
/* Reads other editions of documents, and keeps the last ones. */
#ifndef DD_RUN_EDITIONS_H
#define DD_RUN_EDITIONS_H

#include "check/edition.h"

struct dd_engine;
struct dd_error;

/* Those that a document at `path` (may be NULL) is held against: with editions
 * that were named, the first of them, or all others for the first; else none,
 * and its links count. The list is in the arena. */
void dd_editions_find(struct dd_engine *engine, const char *path,
    struct dd_arena *arena, struct dd_edition_shelf *ret_shelf);

/* Names the editions for all documents to come. DD_E_USAGE for fewer than two,
 * or two of one language; what cannot be read has none. Cost: reads them. */
int dd_editions_name(struct dd_engine *engine, const char *const *paths,
    size_t count, struct dd_error *error);

/* True for one that was named. */
bool dd_editions_has(const struct dd_engine *engine, const char *path);

void dd_editions_release(struct dd_engine *engine);

#endif
