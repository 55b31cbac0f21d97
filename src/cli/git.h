/* SPDX-License-Identifier: MIT */
/* Questions to git, which is run as it is: without a shell, a pager, hooks,
 * filters or the network, and without a lock on the repository. */
#ifndef DD_CLI_GIT_H
#define DD_CLI_GIT_H

#include <stddef.h>

struct dd_buffer;
struct dd_error;

/* What git answers. */
enum dd_git_answer { DD_GIT_NO, DD_GIT_YES };

/* Runs git in `folder` with `words`, which NULL ends, and appends what it
 * prints, at most `max` + 1 bytes, to `out`. DD_GIT_YES where it ends well, or
 * where there is more to print. DD_GIT_NO where it refuses; `out` then has the
 * first line of why. DD_E_USAGE where git is not there, DD_E_ENGINE where it
 * cannot be run or does not end by itself. */
int dd_git_ask(const char *folder, const char *const *words, size_t max,
    struct dd_buffer *out, struct dd_error *error);

#endif
