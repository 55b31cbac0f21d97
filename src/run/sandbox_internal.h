/* SPDX-License-Identifier: MIT */
/* The layers of sandbox.h one by one; each is true where it is active. */
#ifndef DD_RUN_SANDBOX_INTERNAL_H
#define DD_RUN_SANDBOX_INTERNAL_H

#include <stdbool.h>

struct dd_sandbox_options;

/* Sanitizers map terabytes and make calls of their own. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define DD_SANITIZED 1
#else
#define DD_SANITIZED 0
#endif

/* Closes every descriptor but those kept. */
bool dd_sandbox_close(const struct dd_sandbox_options *options);

/* Takes every right to files, to TCP and to other processes that the kernel knows
 * of, but reading in the readable places. Opens them, so descriptors must be
 * there to have. */
bool dd_sandbox_landlock(const struct dd_sandbox_options *options);

/* Ends the process at any system call that is not on the list. Files may be
 * opened to be read where there are readable places. The last layer: the others
 * are put on by calls that it forbids. */
bool dd_sandbox_seccomp(const struct dd_sandbox_options *options);

#endif
