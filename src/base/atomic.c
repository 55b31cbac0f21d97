/* SPDX-License-Identifier: MIT */
/*
 * Owns: replacing a file. Leaves names to its callers, and folders that must
 * not be left to store.c.
 */
#include "base/atomic.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"

static const char prefix[] = ".diplodoc-", suffix[] = ".tmp";

/* Of the process, as descriptors are; what it forks has no part in them. */
static struct {
	struct dd_atomic *first;
	pid_t owner;
} open_files;

/* Where memory runs out. */
static void
remove_open(void)
{
	if (getpid() != open_files.owner)
		return;
	for (struct dd_atomic *file = open_files.first; file; file = file->next)
		unlinkat(file->dir, file->temp, 0);
}

static void
enter_open(struct dd_atomic *file)
{
	file->next = open_files.first;
	open_files.first = file;
	open_files.owner = getpid();
	dd_memory_on_end(remove_open);
}

static void
leave_open(struct dd_atomic *file)
{
	struct dd_atomic **place = &open_files.first;

	while (*place && *place != file)
		place = &(*place)->next;
	if (*place)
		*place = file->next;
}

static int
fail_write(const char *path, struct dd_error *error)
{
	return dd_error_set(error, DD_E_OUTPUT, "`%s` cannot be written: %s.",
	    path, strerror(errno));
}

/* Opens the folder that a file stands in. */
static int
open_dir(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *dir = slash == path ? dd_strdup("/")
	    : slash		  ? dd_strndup(path, (size_t)(slash - path))
				  : dd_strdup(".");
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	free(dir);
	return fd;
}

/* What stands at the path now: its mode, or 0 for no file. */
static int
inspect_target(struct dd_atomic *file, struct dd_error *error)
{
	struct stat info;

	if (fstatat(file->dir, file->base, &info, AT_SYMLINK_NOFOLLOW) < 0)
		return errno == ENOENT && file->base[0]
		    ? DD_OK
		    : fail_write(file->path, error);
	if (S_ISLNK(info.st_mode))
		return dd_error_set(error, DD_E_OUTPUT,
		    "`%s` is a symbolic link and is not written through; name "
		    "the file it points to.",
		    file->path);
	if (!S_ISREG(info.st_mode))
		return dd_error_set(error, DD_E_OUTPUT,
		    "`%s` is not a regular file and is not replaced.",
		    file->path);
	file->mode = info.st_mode & 0777;
	return DD_OK;
}

/* Locks a new file for as long as it is written. False where a sweep has taken
 * it away before that. Where files cannot be locked, none is swept either. */
static bool
hold(int fd)
{
	struct stat info;

	(void)TEMP_FAILURE_RETRY(flock(fd, LOCK_EX));
	return fstat(fd, &info) < 0 || info.st_nlink > 0;
}

/* Opens a new file beside the target; the kernel applies the umask. */
static int
open_temp(struct dd_atomic *file)
{
	uint64_t number = (uint64_t)getpid() << 32;
	int fd, attempt;

	for (attempt = 0; attempt < 100; attempt++) {
		if (getrandom(&number, sizeof(number), GRND_NONBLOCK) < 0)
			number++;
		snprintf(file->temp, sizeof(file->temp), "%s%016" PRIx64 "%s",
		    prefix, number, suffix);
		fd = openat(file->dir, file->temp,
		    O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
		if (fd >= 0 && hold(fd))
			return fd;
		if (fd >= 0)
			close(fd);
		else if (errno != EEXIST)
			return -1;
	}
	return -1;
}

static bool
is_temp(const char *name)
{
	size_t len = strlen(name), tail = sizeof(suffix) - 1;

	return strncmp(name, prefix, sizeof(prefix) - 1) == 0 && len > tail &&
	    strcmp(name + len - tail, suffix) == 0;
}

/* Whoever writes the file holds its lock. */
static void
sweep_file(int dir, const char *name)
{
	int fd =
	    openat(dir, name, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

	if (fd < 0)
		return;
	if (flock(fd, LOCK_EX | LOCK_NB) == 0)
		unlinkat(dir, name, 0);
	close(fd);
}

void
dd_atomic_sweep(int dir)
{
	int copy = openat(dir, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *folder = copy < 0 ? NULL : fdopendir(copy);
	struct dirent *entry;

	if (!folder) {
		if (copy >= 0)
			close(copy);
		return;
	}
	while ((entry = readdir(folder)))
		if (is_temp(entry->d_name))
			sweep_file(dir, entry->d_name);
	closedir(folder);
}

/* A run that writes into one folder file by file sweeps it the first time. */
static void
sweep_once(int dir)
{
	static struct stat last; /* the folder that was swept last */
	struct stat info;

	if (fstat(dir, &info) < 0 ||
	    (info.st_dev == last.st_dev && info.st_ino == last.st_ino))
		return;
	last = info;
	dd_atomic_sweep(dir);
}

static void
close_dir(struct dd_atomic *file)
{
	if (file->own_dir >= 0)
		close(file->own_dir);
}

int
dd_atomic_begin(
    struct dd_atomic *file, int dir, const char *path, struct dd_error *error)
{
	const char *slash = strrchr(path, '/');
	int result = DD_OK;

	*file = (struct dd_atomic){
	    .path = path, .dir = dir, .own_dir = -1, .fd = -1};
	file->base = slash ? slash + 1 : path;
	if (dir < 0)
		file->dir = file->own_dir = open_dir(path);
	if (file->dir < 0)
		result = fail_write(path, error);
	if (result == DD_OK)
		result = inspect_target(file, error);
	if (result == DD_OK && file->own_dir >= 0)
		sweep_once(file->own_dir);
	if (result == DD_OK && (file->fd = open_temp(file)) < 0)
		result = fail_write(path, error);
	if (result == DD_OK)
		enter_open(file);
	else
		close_dir(file);
	return result;
}

int
dd_atomic_add(struct dd_atomic *file, const void *data, size_t len,
    struct dd_error *error)
{
	return dd_file_write_fd(file->fd, file->path, data, len, error);
}

void
dd_atomic_abandon(struct dd_atomic *file)
{
	leave_open(file);
	unlinkat(file->dir, file->temp, 0);
	close(file->fd);
	close_dir(file);
}

int
dd_atomic_sync(int dir, const char *path, struct dd_error *error)
{
	return fsync(dir) < 0 && errno != EINVAL ? fail_write(path, error)
						 : DD_OK;
}

/* After a failed fsync nobody knows what the disk holds: it is not tried again.
 * Closing can fail too, and is done before the old file goes; the copy keeps
 * the lock until then. */
int
dd_atomic_commit(struct dd_atomic *file, struct dd_error *error)
{
	int held = fcntl(file->fd, F_DUPFD_CLOEXEC, 0), result = DD_OK;

	if ((file->mode != 0 && fchmod(file->fd, file->mode) < 0) ||
	    fsync(file->fd) < 0)
		result = fail_write(file->path, error);
	if (close(file->fd) < 0 && result == DD_OK)
		result = fail_write(file->path, error);
	if (result == DD_OK &&
	    renameat(file->dir, file->temp, file->dir, file->base) < 0)
		result = fail_write(file->path, error);
	if (result != DD_OK)
		unlinkat(file->dir, file->temp, 0);
	leave_open(file);
	if (held >= 0)
		close(held);
	if (result == DD_OK && file->own_dir >= 0)
		result = dd_atomic_sync(file->own_dir, file->path, error);
	close_dir(file);
	return result;
}

int
dd_atomic_write(int dir, const char *path, const void *data, size_t len,
    struct dd_error *error)
{
	struct dd_atomic file;
	int result = dd_atomic_begin(&file, dir, path, error);

	if (result != DD_OK)
		return result;
	result = dd_atomic_add(&file, data, len, error);
	if (result == DD_OK)
		return dd_atomic_commit(&file, error);
	dd_atomic_abandon(&file);
	return result;
}

int
dd_file_write(
    const char *path, const void *data, size_t len, struct dd_error *error)
{
	return dd_atomic_write(-1, path, data, len, error);
}
