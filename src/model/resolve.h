/* SPDX-License-Identifier: MIT */
/*
 * Writes the computed facts into the tree of a document: docs/resolved.md is
 * the contract. The tree is changed in place, so positions in its text are
 * no longer to be asked for afterwards.
 */
#ifndef DD_MODEL_RESOLVE_H
#define DD_MODEL_RESOLVE_H

#include <stdbool.h>
#include "model/model.h"

struct dd_error;
struct dd_words;
struct dd_zone_db;

struct dd_resolve_options {
	bool valid;	       /* false marks the output as not valid */
	const char *generator; /* the program and its version */
};

/* `words` are those of the document's language. Returns 0; DD_E_USAGE where
 * the house names a home zone that does not exist; DD_E_ENGINE where zone
 * data cannot be read. */
int dd_resolve(struct dd_summary *summary, const struct dd_words *words,
    struct dd_zone_db *zones, const struct dd_resolve_options *options,
    struct dd_error *error);

/* Adds every word of the language to a tree that dd_resolve made with the same
 * words, for stylesheets of the user's own; nothing where they are in it. */
void dd_resolve_words(struct dd_summary *summary, const struct dd_words *words);

#endif
