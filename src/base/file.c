/* SPDX-License-Identifier: MIT */
/*
 * Owns: reading a whole file, and writing all of it to a descriptor. Leaves
 * replacing files to atomic.c, and names to its callers.
 */
#include "base/file.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/buffer.h"
#include "base/error.h"

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
dd_file_read_open(int fd, int cause, const struct stat *status,
    const char *name, size_t max, struct dd_buffer *out, struct dd_error *error)
{
	if (cause)
		return dd_error_set(error, DD_E_INPUT,
		    "`%s` cannot be read: %s.", name, strerror(cause));
	if (S_ISDIR(status->st_mode))
		return dd_error_set(error, DD_E_INPUT,
		    "`%s` is a directory; name a file.", name);
	if (!S_ISREG(status->st_mode))
		return dd_error_set(error, DD_E_INPUT,
		    "`%s` is a device or pipe; name a regular file, or `-` for "
		    "standard input.",
		    name);
	return read_fd(fd, name, (size_t)status->st_size, max, out, error);
}

int
dd_file_read(
    const char *path, size_t max, struct dd_buffer *out, struct dd_error *error)
{
	struct stat status;
	int fd, result;

	if (strcmp(path, "-") == 0)
		return read_fd(
		    STDIN_FILENO, "standard input", CHUNK - 1, max, out, error);
	/* O_NONBLOCK: opening a FIFO must not wait for its writer. */
	fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	result = fd < 0 || fstat(fd, &status) < 0 ? errno : 0;
	result = dd_file_read_open(fd, result, &status, path, max, out, error);
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
