/* SPDX-License-Identifier: MIT */
/*
 * Owns: every read and write of a whole file. A reader of an output sees the
 * old bytes or the new ones, never a mixture. Leaves names to its callers.
 */
#include "base/file.h"
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"

enum { CHUNK = 64 * 1024 }; /* bytes that are read at once */

/* After a failed read or write: true where trying again is right. */
static bool
wait_to_retry(int fd, short events)
{
	struct pollfd wait = {.fd = fd, .events = events};

	if (errno == EINTR)
		return true;
	if (errno != EAGAIN)
		return false;
	return poll(&wait, 1, -1) >= 0 || errno == EINTR;
}

/* Reads to the end, straight into the buffer. `expected` bytes are asked for
 * first, so that a file of known size is read at once; the next read is the one
 * that finds its end. */
static int
read_fd(int fd, const char *name, size_t expected, size_t max,
    struct dd_buffer *out, struct dd_error *error)
{
	size_t left = max + 1, step = expected + 1;

	while (left > 0) {
		char *room = dd_buffer_room(out, step < left ? step : left);
		ssize_t got;

		if (!room)
			break;
		got = read(fd, room, step < left ? step : left);
		if (got < 0 && wait_to_retry(fd, POLLIN))
			continue;
		if (got < 0)
			return dd_error_set(error, DD_E_INPUT,
			    "`%s` cannot be read: %s.", name, strerror(errno));
		if (got == 0)
			break;
		dd_buffer_extend(out, (size_t)got);
		left -= (size_t)got;
		if ((size_t)got == step)
			step = CHUNK;
	}
	return DD_OK;
}

int
dd_file_read(
    const char *path, size_t max, struct dd_buffer *out, struct dd_error *error)
{
	struct stat info;
	int fd, result;

	if (strcmp(path, "-") == 0)
		return read_fd(
		    STDIN_FILENO, "standard input", CHUNK - 1, max, out, error);
	/* O_NONBLOCK: opening a FIFO must not wait for its writer. */
	fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (fd < 0 || fstat(fd, &info) < 0)
		result = dd_error_set(error, DD_E_INPUT,
		    "`%s` cannot be read: %s.", path, strerror(errno));
	else if (S_ISDIR(info.st_mode))
		result = dd_error_set(error, DD_E_INPUT,
		    "`%s` is a directory; name a file.", path);
	else if (!S_ISREG(info.st_mode))
		result = dd_error_set(error, DD_E_INPUT,
		    "`%s` is a device or pipe; name a regular file, or `-` for "
		    "standard input.",
		    path);
	else
		result =
		    read_fd(fd, path, (size_t)info.st_size, max, out, error);
	if (fd >= 0)
		close(fd);
	return result;
}

int
dd_file_write_fd(int fd, const char *name, const void *data, size_t len,
    struct dd_error *error)
{
	const char *p = data;

	while (len > 0) {
		ssize_t done = write(fd, p, len);

		if (done < 0 && wait_to_retry(fd, POLLOUT))
			continue;
		if (done <= 0)
			return dd_error_set(error, DD_E_OUTPUT,
			    "`%s` cannot be written: %s.", name,
			    strerror(errno));
		p += done;
		len -= (size_t)done;
	}
	return DD_OK;
}

/* A file on its way: everything happens inside one open directory. */
struct target {
	const char *path; /* as shown to people */
	const char *base; /* the last part of it */
	int dir;
	char temp[64];
};

static int
fail_write(struct target *target, struct dd_error *error)
{
	return dd_error_set(error, DD_E_OUTPUT, "`%s` cannot be written: %s.",
	    target->path, strerror(errno));
}

static int
open_target(struct target *target, const char *path, struct dd_error *error)
{
	const char *slash = strrchr(path, '/');
	char *dir;

	*target = (struct target){.path = path};
	target->base = slash ? slash + 1 : path;
	dir = slash == path ? dd_strdup("/")
	    : slash	    ? dd_strndup(path, (size_t)(slash - path))
			    : dd_strdup(".");
	target->dir = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	free(dir);
	return target->dir < 0 ? fail_write(target, error) : DD_OK;
}

/* What stands at the path now: *ret_mode is its mode, or 0 for no file. */
static int
inspect_target(struct target *target, mode_t *ret_mode, struct dd_error *error)
{
	struct stat info;

	*ret_mode = 0;
	if (fstatat(target->dir, target->base, &info, AT_SYMLINK_NOFOLLOW) < 0)
		return errno == ENOENT && target->base[0]
		    ? DD_OK
		    : fail_write(target, error);
	if (S_ISLNK(info.st_mode))
		return dd_error_set(error, DD_E_OUTPUT,
		    "`%s` is a symbolic link and is not written through; name "
		    "the file it points to.",
		    target->path);
	if (!S_ISREG(info.st_mode))
		return dd_error_set(error, DD_E_OUTPUT,
		    "`%s` is not a regular file and is not replaced.",
		    target->path);
	*ret_mode = info.st_mode & 0777;
	return DD_OK;
}

/* Opens a new file beside the target; the kernel applies the umask. */
static int
open_temp(struct target *target)
{
	uint64_t number = (uint64_t)getpid() << 32;
	int fd = -1, attempt;

	for (attempt = 0; attempt < 100; attempt++) {
		if (getrandom(&number, sizeof(number), GRND_NONBLOCK) < 0)
			number++;
		snprintf(target->temp, sizeof(target->temp),
		    ".diplodoc-%016" PRIx64 ".tmp", number);
		fd = openat(target->dir, target->temp,
		    O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
		if (fd >= 0 || errno != EEXIST)
			break;
	}
	return fd;
}

static int
fill_temp(struct target *target, mode_t mode, const void *data, size_t len,
    struct dd_error *error)
{
	int fd = open_temp(target), result;

	if (fd < 0)
		return fail_write(target, error);
	result = dd_file_write_fd(fd, target->path, data, len, error);
	if (result == DD_OK && mode != 0 && fchmod(fd, mode) < 0)
		result = fail_write(target, error);
	if (result == DD_OK && fsync(fd) < 0)
		result = fail_write(target, error);
	if (close(fd) < 0 && result == DD_OK)
		result = fail_write(target, error);
	if (result != DD_OK)
		unlinkat(target->dir, target->temp, 0);
	return result;
}

int
dd_file_write(
    const char *path, const void *data, size_t len, struct dd_error *error)
{
	struct target target;
	mode_t mode;
	int result = open_target(&target, path, error);

	if (result != DD_OK)
		return result;
	result = inspect_target(&target, &mode, error);
	if (result == DD_OK)
		result = fill_temp(&target, mode, data, len, error);
	if (result == DD_OK &&
	    renameat(target.dir, target.temp, target.dir, target.base) < 0) {
		result = fail_write(&target, error);
		unlinkat(target.dir, target.temp, 0);
	}
	/* Some file systems cannot sync a directory and say EINVAL. */
	if (result == DD_OK && fsync(target.dir) < 0 && errno != EINVAL)
		result = fail_write(&target, error);
	close(target.dir);
	return result;
}
