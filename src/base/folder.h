/* SPDX-License-Identifier: MIT */
/* Paths that a file names: from its own folder, and never out of it, not by a
 * symbolic link either. */
#ifndef DD_BASE_FOLDER_H
#define DD_BASE_FOLDER_H

#include <stdbool.h>

/* The real path of the folder that a file lies in, or is looked for in. NULL
 * where there is none; the caller frees. */
char *dd_folder_of(const char *path);

/* True for a plain relative path: no address, nothing from the root of the
 * disk. It may still lead out by `..`. */
bool dd_folder_takes(const char *href);

/* True where a real path lies in the folder or below it. */
bool dd_folder_holds(const char *folder, const char *real);

#endif
