/* SPDX-License-Identifier: MIT */
/* Owns: which files are meant. Leaves reading them to session.c. */
#include "cli/inputs.h"
#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "base/error.h"
#include "base/memory.h"
#include "cli/console.h"

static const char house_name[] = "diplodoc-house.xml";

static void
add_path(struct dd_inputs *inputs, const char *path)
{
	char *real = strcmp(path, "-") == 0 ? NULL : realpath(path, NULL);
	const char *key = dd_arena_dup(&inputs->arena, real ? real : path);

	free(real);
	if (!dd_table_add(&inputs->files, key, inputs))
		return;
	if (inputs->count == inputs->cap) {
		inputs->cap = inputs->cap ? 2 * inputs->cap : 16;
		inputs->paths = dd_realloc(
		    inputs->paths, inputs->cap * sizeof(*inputs->paths));
	}
	inputs->paths[inputs->count++] = dd_arena_dup(&inputs->arena, path);
}

static bool
is_summary(const char *name)
{
	size_t len = strlen(name);

	return len > 4 && strcmp(name + len - 4, ".xml") == 0 &&
	    strcmp(name, house_name) != 0;
}

static int
keep_entry(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static int
order_entries(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static void
walk(struct dd_inputs *inputs, struct dd_console *console, const char *path);

/* `dir` is "" for the working directory, else it ends in a slash. */
static void
visit(struct dd_inputs *inputs, struct dd_console *console, const char *dir,
    const char *name)
{
	char *path = dd_arena_printf(&inputs->arena, "%s%s", dir, name);
	struct stat info;

	/* A link to a file is taken, a dangling one and a link to a folder,
	 * which may lead in circles, are not. */
	if (lstat(path, &info) < 0)
		return;
	if (S_ISDIR(info.st_mode))
		walk(inputs, console, path);
	else if (is_summary(name) && stat(path, &info) == 0 &&
	    S_ISREG(info.st_mode))
		add_path(inputs, path);
}

/* Depth is bounded by the longest path that the system opens. */
static void
walk(struct dd_inputs *inputs, struct dd_console *console, const char *path)
{
	struct dirent **entries = NULL;
	struct dd_error error = {.messages = &console->messages};
	const char *dir;
	int count, i;

	count = scandir(path, &entries, keep_entry, order_entries);
	if (count < 0) {
		dd_error_set(&error, DD_E_INPUT, "`%s` cannot be read: %s.",
		    path, strerror(errno));
		dd_console_fail(console, error.code, error.text);
		return;
	}
	dir = strcmp(path, ".") == 0 ? ""
	    : path[strlen(path) - 1] == '/'
	    ? path
	    : dd_arena_printf(&inputs->arena, "%s/", path);
	for (i = 0; i < count; i++) {
		visit(inputs, console, dir, entries[i]->d_name);
		free(entries[i]);
	}
	free(entries);
}

static int
fail_empty(
    struct dd_console *console, const char *const *operands, size_t count)
{
	struct dd_error error = {.messages = &console->messages};

	if (count == 0)
		dd_error_set(&error, DD_E_USAGE,
		    "no file is named; name summaries, folders of them, or "
		    "`-` for standard input.");
	else
		dd_error_set(&error, DD_E_USAGE,
		    count > 1 ? N_("`%s` holds no file whose name ends in "
				   ".xml, nor do the others.")
			      : N_("`%s` holds no file whose name ends in "
				   ".xml."),
		    operands[0]);
	dd_console_fail(console, error.code, error.text);
	return error.code;
}

int
dd_inputs_collect(struct dd_inputs *inputs, struct dd_console *console,
    const char *const *operands, size_t count)
{
	struct stat info;
	size_t i;

	*inputs = (struct dd_inputs){0};
	dd_arena_init(&inputs->arena);
	dd_table_init(&inputs->files);
	for (i = 0; i < count; i++) {
		if (strcmp(operands[i], "-") != 0 &&
		    stat(operands[i], &info) == 0 && S_ISDIR(info.st_mode))
			walk(inputs, console, operands[i]);
		else
			add_path(inputs, operands[i]);
	}
	if (inputs->count > 0)
		return DD_OK;
	/* A directory that could not be read has been told already. */
	if (console->status == DD_EXIT_INPUT)
		return DD_E_INPUT;
	return fail_empty(console, operands, count);
}

void
dd_inputs_release(struct dd_inputs *inputs)
{
	if (!inputs)
		return;
	free(inputs->paths);
	dd_table_release(&inputs->files);
	dd_arena_release(&inputs->arena);
	*inputs = (struct dd_inputs){0};
}
