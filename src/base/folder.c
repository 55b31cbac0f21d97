/* SPDX-License-Identifier: MIT */
/* Owns: what lies inside of a folder. Leaves reading to its callers. */
#include "base/folder.h"
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"

char *
dd_folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash == path ? dd_strdup("/")
	    : slash		     ? dd_strndup(path, (size_t)(slash - path))
				     : dd_strdup(".");
	char *real = realpath(folder, NULL);

	free(folder);
	return real;
}

bool
dd_folder_takes(const char *href)
{
	return href[0] && href[0] != '/' && !strpbrk(href, ":\\?#%");
}

bool
dd_folder_holds(const char *folder, const char *real)
{
	size_t len = strlen(folder);

	len -= folder[len - 1] == '/'; /* of the root, "/" */
	return strncmp(folder, real, len) == 0 && real[len] == '/';
}
