/* SPDX-License-Identifier: MIT */
/* Owns: finding files from the place of the program. */
#include "cli/installed.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/arena.h"
#include "base/memory.h"

/* Below the folder of the program: installed, and in the source tree. */
static const char *const places[] = {
    "../share/diplodoc/schemas/meeting-summary.xsd",
    "../schemas/meeting-summary.xsd",
};

static const char plain[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    "0123456789/._-+~";

char *
dd_installed_schema(void)
{
	char program[PATH_MAX];
	ssize_t len = readlink("/proc/self/exe", program, sizeof program - 1);
	char *found = NULL, *url = NULL;
	struct dd_arena arena;

	if (len <= 0)
		return NULL;
	program[len] = '\0';
	*strrchr(program, '/') = '\0';
	dd_arena_init(&arena);
	for (size_t i = 0; i < sizeof places / sizeof *places && !found; i++)
		found = realpath(
		    dd_arena_printf(&arena, "%s/%s", program, places[i]), NULL);
	if (found && found[strspn(found, plain)] == '\0')
		url = dd_strdup(dd_arena_printf(&arena, "file://%s", found));
	free(found);
	dd_arena_release(&arena);
	return url;
}
