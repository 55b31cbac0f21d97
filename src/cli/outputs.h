/* SPDX-License-Identifier: MIT */
/* Where every output of a conversion goes, settled before anything is
 * written. */
#ifndef DD_CLI_OUTPUTS_H
#define DD_CLI_OUTPUTS_H

#include <stddef.h>
#include "base/arena.h"
#include "base/store.h"

struct dd_error;
struct dd_session;

struct dd_outputs {
	const char *file;      /* of the one output; NULL: standard output, */
	const char *dir;       /* or the folder of all of them */
	const char **paths;    /* inputs x formats; there only */
	size_t formats;	       /* of one input */
	struct dd_store store; /* that folder, open */
	struct dd_arena arena;
};

/* Settles all paths: below --out-dir stands what stands below the folder that
 * was named, or the path as a list has it. Returns 0, or DD_E_USAGE where two
 * outputs would be one file (names that differ in the case of ASCII letters only
 * are one file to some systems), where an output would replace a file that is
 * read, or where it is not clear where outputs should go; DD_E_OUTPUT where
 * --out-dir cannot be made. Nothing is written before. Release in all cases. */
int dd_outputs_plan(struct dd_outputs *outputs, struct dd_session *session,
    struct dd_error *error);
void dd_outputs_release(struct dd_outputs *outputs);

/* The path of input `input` in the format `format`, both from 0; NULL: standard
 * output. */
const char *
dd_outputs_path(const struct dd_outputs *outputs, size_t input, size_t format);

/* Writes the file at a path of dd_outputs_path. Returns 0 or DD_E_OUTPUT. */
int dd_outputs_write(struct dd_outputs *outputs, const char *path,
    const char *data, size_t len, struct dd_error *error);
/* Makes all that was written last. Returns 0 or DD_E_OUTPUT. */
int dd_outputs_sync(struct dd_outputs *outputs, struct dd_error *error);

#endif
