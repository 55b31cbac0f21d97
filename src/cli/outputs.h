/* SPDX-License-Identifier: MIT */
/* Where every output of a conversion goes, settled before anything is
 * written. */
#ifndef DD_CLI_OUTPUTS_H
#define DD_CLI_OUTPUTS_H

#include <stddef.h>
#include "base/arena.h"

struct dd_error;
struct dd_session;

struct dd_outputs {
	const char **paths; /* inputs x formats; NULL = standard output */
	size_t formats;	    /* of one input */
	struct dd_arena arena;
};

/* Settles all paths. Returns 0, or DD_E_USAGE where two outputs would be one
 * file (names that differ in case only are one file to some systems), where
 * an output would replace a file that is read, or where it is not clear where
 * outputs should go; DD_E_OUTPUT where --out-dir cannot be made. Release in
 * all cases. */
int dd_outputs_plan(struct dd_outputs *outputs,
    const struct dd_session *session, struct dd_error *error);
/* Returns 0, or DD_E_USAGE where a file at `path` would replace one that the
 * session reads. */
int dd_outputs_guard(
    const struct dd_session *session, const char *path, struct dd_error *error);

void dd_outputs_release(struct dd_outputs *outputs);

/* The path of input `input` in the format `format`, both from 0. */
const char *
dd_outputs_path(const struct dd_outputs *outputs, size_t input, size_t format);

#endif
