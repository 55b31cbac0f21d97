/* SPDX-License-Identifier: MIT */
/* Owns: cutting a stream into pieces. */
#include "base/lines.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>
#include "base/error.h"

enum { CHUNK = 64 * 1024, TICK = 200 }; /* bytes read at once; milliseconds */

int
dd_lines_open(struct dd_lines *lines, const char *path, char end, size_t max,
    struct dd_error *error)
{
	*lines =
	    (struct dd_lines){.path = path, .fd = -1, .end = end, .max = max};
	dd_buffer_init(&lines->read, 0);
	lines->fd = strcmp(path, "-") == 0
	    ? STDIN_FILENO
	    : open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC);
	if (lines->fd >= 0)
		return DD_OK;
	return dd_error_set(error, DD_E_INPUT, "`%s` cannot be read: %s.", path,
	    strerror(errno));
}

void
dd_lines_release(struct dd_lines *lines)
{
	if (lines->fd > STDIN_FILENO)
		close(lines->fd);
	dd_buffer_release(&lines->read);
	lines->fd = -1;
}

bool
dd_lines_waits(const struct dd_lines *lines)
{
	struct pollfd wait = {.fd = lines->fd, .events = POLLIN};

	return !lines->ended && lines->at >= lines->read.len &&
	    poll(&wait, 1, 0) == 0;
}

/* Waits for bytes. False where there is nothing more to come. */
static bool
await(const struct dd_lines *lines)
{
	struct pollfd wait = {.fd = lines->fd, .events = POLLIN};

	while (!*lines->stop && poll(&wait, 1, TICK) <= 0)
		continue;
	return !*lines->stop;
}

/* Reads on, over what was given. False at the end; errno is 0 there. */
static bool
fill(struct dd_lines *lines)
{
	struct pollfd wait = {.fd = lines->fd, .events = POLLIN};
	ssize_t got;

	dd_buffer_clear(&lines->read);
	lines->at = 0;
	if (lines->stop && !await(lines)) {
		errno = 0;
		return false;
	}
	while ((got = read(lines->fd, dd_buffer_room(&lines->read, CHUNK),
		    CHUNK)) < 0 &&
	    (errno == EINTR || (errno == EAGAIN && poll(&wait, 1, -1) >= 0)))
		continue;
	if (got == 0)
		errno = 0;
	if (got <= 0)
		return false;
	dd_buffer_extend(&lines->read, (size_t)got);
	return true;
}

/* As much of the bytes as the piece may still have. */
static void
keep(const struct dd_lines *lines, struct dd_buffer *out, const char *data,
    size_t len, bool *cut)
{
	size_t room = lines->max - out->len;

	*cut |= len > room;
	dd_buffer_add(out, data, len < room ? len : room);
}

int
dd_lines_next(struct dd_lines *lines, struct dd_buffer *out, bool *ret_cut,
    struct dd_error *error)
{
	bool any = false;

	dd_buffer_clear(out);
	*ret_cut = false;
	while (!lines->ended) {
		const char *data = lines->read.data + lines->at, *end;
		size_t left = lines->read.len - lines->at;

		end = left > 0 ? memchr(data, lines->end, left) : NULL;
		keep(lines, out, data, end ? (size_t)(end - data) : left,
		    ret_cut);
		any |= left > 0;
		if (end) {
			lines->at += (size_t)(end - data) + 1;
			lines->number++;
			return 1;
		}
		lines->ended = !fill(lines);
		if (lines->ended && errno != 0)
			return dd_error_set(error, DD_E_INPUT,
			    "`%s` cannot be read: %s.", lines->path,
			    strerror(errno));
	}
	lines->number += any;
	return any;
}
