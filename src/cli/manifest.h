/* SPDX-License-Identifier: MIT */
/* --manifest FILE: a line of JSON for each output of a run. */
#ifndef DD_CLI_MANIFEST_H
#define DD_CLI_MANIFEST_H

#include <stdbool.h>
#include "base/atomic.h"

struct dd_entry;
struct dd_error;

struct dd_manifest {
	struct dd_atomic file;
	bool open;
};

/* Begins a manifest beside its place, where it comes at the end, and removes what
 * killed runs have left there; `path` must live on. Returns 0 or DD_E_OUTPUT. */
int dd_manifest_open(
    struct dd_manifest *manifest, const char *path, struct dd_error *error);

/* Adds the products of an entry. Returns 0 or DD_E_OUTPUT. */
int dd_manifest_add(struct dd_manifest *manifest, const struct dd_entry *entry,
    struct dd_error *error);

/* Brings it to its place. Returns 0 or DD_E_OUTPUT. */
int dd_manifest_close(struct dd_manifest *manifest, struct dd_error *error);

#endif
