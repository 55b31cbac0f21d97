/* SPDX-License-Identifier: MIT */
/* A summary that is still to be written, with what the house knows. */
#ifndef DD_RUN_DRAFT_H
#define DD_RUN_DRAFT_H

#include <stddef.h>

struct dd_buffer;
struct dd_engine;
struct dd_error;
struct dd_skeleton;

/* Facts as `convert --to json` writes them; `bytes` NULL: none. */
struct dd_draft_facts {
	const char *name; /* in messages */
	const void *bytes;
	size_t len;
};

/* Appends the summary; the schema and the house of *skeleton are filled in here,
 * that of documents at `path` (may be NULL). Returns 0 or what dd_skeleton_write,
 * dd_import_json and dd_engine_house return. */
int dd_draft(struct dd_engine *engine, const char *path,
    const struct dd_draft_facts *facts, struct dd_skeleton *skeleton,
    struct dd_buffer *out, struct dd_error *error);

#endif
