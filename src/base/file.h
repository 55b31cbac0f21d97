/* SPDX-License-Identifier: MIT */
/* Whole files: read under a cap, written atomically. */
#ifndef DD_BASE_FILE_H
#define DD_BASE_FILE_H

#include <stddef.h>

struct dd_buffer;
struct dd_error;
struct stat;

/* Reads a regular file (or, for path "-", standard input) whole. Reading
 * stops at max + 1 bytes, so a longer file is seen as longer than `max` and
 * the caller refuses it. A FIFO, device or directory is refused at once.
 * Returns 0 or DD_E_INPUT; *out is appended to. */
int dd_file_read(const char *path, size_t max, struct dd_buffer *out,
    struct dd_error *error);

/* The same of a descriptor and what fstat() says of it; `cause` not 0: the errno
 * for which it could not be opened. `name` is the one in messages. */
int dd_file_read_open(int fd, int cause, const struct stat *status,
    const char *name, size_t max, struct dd_buffer *out,
    struct dd_error *error);

/* Writes a temporary file beside `path`, syncs it, renames it over `path` and
 * syncs the directory. A symbolic link at `path` is refused. The mode is 0666
 * less the umask, or that of the file replaced. On failure the old file is
 * untouched and no temporary file stays; those of processes that were killed go
 * the first time. Returns 0 or DD_E_OUTPUT. */
int dd_file_write(
    const char *path, const void *data, size_t len, struct dd_error *error);

/* Writes all bytes to a descriptor (short writes and EINTR completed).
 * Returns 0 or DD_E_OUTPUT. */
int dd_file_write_fd(int fd, const char *name, const void *data, size_t len,
    struct dd_error *error);

#endif
