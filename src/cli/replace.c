/* SPDX-License-Identifier: MIT */
/* Owns: what must hold before an input is written over. */
#include "cli/replace.h"
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"

/* A rename would replace what may not be written to. */
static int
check_writable(const char *path, struct dd_error *error)
{
	struct stat info;

	if (access(path, W_OK) == 0 && stat(path, &info) == 0 &&
	    (info.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)))
		return DD_OK;
	return dd_error_set(error, DD_E_OUTPUT,
	    "`%s` is left as it is, because it may not be written to; change "
	    "its mode first.",
	    path);
}

/* What somebody else has saved in the meantime must not be lost. */
static int
check_unchanged(
    const char *path, const struct dd_buffer *given, struct dd_error *error)
{
	struct dd_buffer now;
	int result;

	dd_buffer_init(&now, 0);
	result = dd_file_read(path, given->len, &now, error);
	if (result == DD_OK &&
	    (now.len != given->len ||
		(now.len > 0 && memcmp(now.data, given->data, now.len) != 0)))
		result = dd_error_set(error, DD_E_OUTPUT,
		    "`%s` is left as it is, because it was changed in the "
		    "meantime; run the command again.",
		    path);
	dd_buffer_release(&now);
	return result;
}

int
dd_replace(const char *path, const struct dd_buffer *given, const char *data,
    size_t len, struct dd_error *error)
{
	int result = check_writable(path, error);

	if (result == DD_OK)
		result = check_unchanged(path, given, error);
	return result == DD_OK ? dd_file_write(path, data, len, error) : result;
}
