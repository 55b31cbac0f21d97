/* SPDX-License-Identifier: MIT */
/* Owns: the way through folders. */
#include "cli/walk.h"
#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "cli/console.h"

static const char house_name[] = "diplodoc-house.xml";

/* Depth is bounded by the longest path that the system opens. */
struct dd_walk_level {
	char *dir; /* "" for the working directory, else it ends in a slash */
	struct dirent **entries;
	int count, at;
};

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

static char *
join(const char *dir, const char *name)
{
	struct dd_buffer path;

	dd_buffer_init(&path, 0);
	dd_buffer_printf(&path, "%s%s", dir, name);
	return dd_buffer_take(&path, NULL);
}

static void
fail(struct dd_console *console, const char *path)
{
	struct dd_error error = {.messages = &console->messages};

	dd_error_set(&error, DD_E_INPUT, "`%s` cannot be read: %s.", path,
	    strerror(errno));
	dd_console_fail(console, error.code, error.text);
}

static void
enter(struct dd_walk *walk, struct dd_console *console, const char *path)
{
	struct dd_walk_level level = {.at = 0};

	level.count = scandir(path, &level.entries, keep_entry, order_entries);
	if (level.count < 0) {
		fail(console, path);
		return;
	}
	level.dir = strcmp(path, ".") == 0  ? dd_strdup("")
	    : path[strlen(path) - 1] == '/' ? dd_strdup(path)
					    : join(path, "/");
	if (walk->depth == walk->cap) {
		walk->cap = walk->cap ? 2 * walk->cap : 8;
		walk->levels =
		    dd_realloc(walk->levels, walk->cap * sizeof(*walk->levels));
	}
	walk->levels[walk->depth++] = level;
}

static void
leave(struct dd_walk *walk)
{
	struct dd_walk_level *level = &walk->levels[--walk->depth];

	while (level->at < level->count)
		free(level->entries[level->at++]);
	free(level->entries);
	free(level->dir);
}

void
dd_walk_begin(
    struct dd_walk *walk, struct dd_console *console, const char *path)
{
	enter(walk, console, path);
	walk->root = walk->depth > 0 ? strlen(walk->levels[0].dir) : 0;
}

/* Takes what has the name of a summary, goes into a folder, and leaves the rest.
 * What has the name and cannot be read, a link to nothing or a file that has gone
 * meanwhile, is taken too: who reads it says so. What has another name and cannot
 * be looked at may be a folder, so that is said here. */
static bool
visit(struct dd_walk *walk, struct dd_console *console, const char *name,
    const char *path)
{
	struct stat info;

	if (lstat(path, &info) < 0) {
		if (!is_summary(name) && errno != ENOENT)
			fail(console, path);
		return is_summary(name);
	}
	if (S_ISDIR(info.st_mode)) {
		enter(walk, console, path);
		return false;
	}
	return is_summary(name) &&
	    (stat(path, &info) < 0 || !S_ISDIR(info.st_mode));
}

char *
dd_walk_next(struct dd_walk *walk, struct dd_console *console)
{
	while (walk->depth > 0) {
		struct dd_walk_level *level = &walk->levels[walk->depth - 1];
		struct dirent *entry;
		bool taken;
		char *path;

		if (level->at == level->count) {
			leave(walk);
			continue;
		}
		entry = level->entries[level->at++];
		path = join(level->dir, entry->d_name);
		taken = visit(walk, console, entry->d_name, path);
		free(entry);
		if (taken)
			return path;
		free(path);
	}
	return NULL;
}

void
dd_walk_release(struct dd_walk *walk)
{
	while (walk->depth > 0)
		leave(walk);
	free(walk->levels);
	*walk = (struct dd_walk){.depth = 0};
}
