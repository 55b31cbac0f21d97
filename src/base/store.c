/* SPDX-License-Identifier: MIT */
/* Owns: folders below a root. Leaves each file to atomic.c. */
#include "base/store.h"
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "base/atomic.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"

enum { FOLDER = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC };

static int
fail_folder(
    const struct dd_store *store, const char *name, struct dd_error *error)
{
	int code = errno;

	if (code == ELOOP || code == ENOTDIR || code == EXDEV)
		return dd_error_set(error, DD_E_OUTPUT,
		    "`%s/%s` is no folder of its own, perhaps a symbolic link, "
		    "and nothing is written there.",
		    store->path, name);
	return dd_error_set(error, DD_E_OUTPUT,
	    "the folder `%s/%s` cannot be made: %s.", store->path, name,
	    strerror(code));
}

int
dd_store_open(struct dd_store *store, const char *path, struct dd_error *error)
{
	*store = (struct dd_store){.path = path, .root = -1};
	dd_arena_init(&store->arena);
	dd_table_init(&store->folders);
	if (mkdir(path, 0777) == 0 || errno == EEXIST)
		store->root = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (store->root >= 0)
		return DD_OK;
	return dd_error_set(error, DD_E_OUTPUT,
	    "the folder `%s` cannot be made: %s.", path, strerror(errno));
}

void
dd_store_release(struct dd_store *store)
{
	if (store->root >= 0)
		close(store->root);
	dd_table_release(&store->folders);
	dd_arena_release(&store->arena);
	*store = (struct dd_store){.root = -1};
}

/* One folder in an open one, made where it is missing; closes that one. */
static int
step_down(int dir, const char *name, bool make)
{
	int next = -1;

	if (strcmp(name, "..") == 0)
		errno = EXDEV;
	else if (!make || mkdirat(dir, name, 0777) == 0 || errno == EEXIST)
		next = openat(dir, name, FOLDER);
	close(dir);
	return next;
}

/* One by one, so that none of them is a link. */
static int
walk_down(int root, const char *folder, bool make)
{
	int dir = fcntl(root, F_DUPFD_CLOEXEC, 0);
	char *copy = dd_strdup(folder), *rest = copy, *name;

	while (dir >= 0 && (name = strsep(&rest, "/")))
		if (*name && strcmp(name, ".") != 0)
			dir = step_down(dir, name, make);
	free(copy);
	return dir;
}

/* The kernel does in one step what walk_down does, where it knows how. */
static int
open_folder(int root, const char *folder, bool make)
{
	struct open_how how = {
	    .flags = FOLDER,
	    .resolve =
		RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
	};
	int dir = (int)syscall(
	    SYS_openat2, root, *folder ? folder : ".", &how, sizeof(how));

	if (dir < 0 &&
	    (errno == ENOENT || errno == ENOSYS || errno == EPERM ||
		errno == EAGAIN))
		dir = walk_down(root, folder, make);
	return dir;
}

/* Opens the folder of a file; what was left there goes the first time. */
static int
enter_folder(struct dd_store *store, const char *folder)
{
	int dir = open_folder(store->root, folder, true);

	if (dir >= 0 && !dd_table_find(&store->folders, folder)) {
		dd_table_add(&store->folders,
		    dd_arena_dup(&store->arena, folder), store);
		dd_atomic_sweep(dir);
	}
	return dir;
}

int
dd_store_write(struct dd_store *store, const char *name, const void *data,
    size_t len, struct dd_error *error)
{
	const char *slash = strrchr(name, '/');
	char *folder = dd_strndup(name, slash ? (size_t)(slash - name) : 0);
	int dir = enter_folder(store, folder), result;
	struct dd_buffer path;

	dd_buffer_init(&path, 0);
	dd_buffer_printf(&path, "%s/%s", store->path, name);
	if (dir < 0)
		result = fail_folder(store, folder, error);
	else
		result = dd_atomic_write(dir, path.data, data, len, error);
	if (dir >= 0)
		close(dir);
	dd_buffer_release(&path);
	free(folder);
	return result;
}

int
dd_store_sync(struct dd_store *store, struct dd_error *error)
{
	int result = DD_OK;

	for (size_t i = 0; i < store->folders.count; i++) {
		const char *folder = store->folders.entries[i].key;
		int dir = open_folder(store->root, folder, false), one;

		one = dir < 0 ? fail_folder(store, folder, error)
			      : dd_atomic_sync(dir, store->path, error);
		if (result == DD_OK)
			result = one;
		if (dir >= 0)
			close(dir);
	}
	return result;
}
