/* SPDX-License-Identifier: MIT */
/* An input, written anew in place. */
#ifndef DD_CLI_REPLACE_H
#define DD_CLI_REPLACE_H

#include <stddef.h>

struct dd_buffer;
struct dd_error;

/* Replaces the file at `path`, which held `given` when it was read, at once and
 * as a whole. Returns 0, or DD_E_OUTPUT where it may not be written to, was
 * changed in the meantime or could not be written. */
int dd_replace(const char *path, const struct dd_buffer *given,
    const char *data, size_t len, struct dd_error *error);

#endif
