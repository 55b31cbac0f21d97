/* SPDX-License-Identifier: MIT */
/* Owns: which files may be opened, one function for each kind. Leaves what is in
 * them to those who ask. */
#include "base/files.h"
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/ascii.h"
#include "base/file.h"
#include "base/folder.h"

static const char HOUSE_FILE[] = "diplodoc-house.xml";

/* --- paths ----------------------------------------------------------------- */

/* Joins two pieces; false where that is too long for a path. */
static bool
join(char path[DD_FILE_PATH], const char *folder, size_t folder_len,
    const char *name)
{
	int len = snprintf(
	    path, DD_FILE_PATH, "%.*s%s", (int)folder_len, folder, name);

	return len >= 0 && len < DD_FILE_PATH;
}

/* A path from the folder that the file `from` lies in. */
static bool
join_beside(char path[DD_FILE_PATH], const char *from, const char *name)
{
	const char *slash = strrchr(from, '/');

	return join(path, from, slash ? (size_t)(slash + 1 - from) : 0, name);
}

/* False where nothing is there. */
static bool
find_real(struct dd_file *file)
{
	char *real = realpath(file->path, NULL);

	if (!real || !join(file->real, real, strlen(real), ""))
		file->real[0] = '\0';
	free(real);
	return file->real[0] != '\0';
}

/* True where the folder that it would lie in is there. */
static bool
has_folder(const char *path)
{
	const char *slash = strrchr(path, '/');
	char folder[DD_FILE_PATH] = ".";
	struct stat status;

	return (!slash || join(folder, path, (size_t)(slash - path), "")) &&
	    stat(folder, &status) == 0 && S_ISDIR(status.st_mode);
}

/* Looks at the place, and sets the error where nothing is there. */
static void
look(struct dd_file *file)
{
	if (stat(file->path, &file->status) == 0)
		return;
	file->error = errno;
	file->status = (struct stat){0};
}

/* A pipe or a device is not even opened: that alone can do something. */
static void
open_regular(struct dd_file *file, const char *path)
{
	look(file);
	if (!S_ISREG(file->status.st_mode))
		return;
	/* It may be another one by now. */
	file->fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (file->fd < 0 || fstat(file->fd, &file->status) < 0)
		file->error = errno;
	else if (!S_ISREG(file->status.st_mode))
		file->error = EINVAL;
	if (file->error)
		dd_file_close(file);
}

/* --- addresses in a document ----------------------------------------------- */

/* "photos/a.png", but no "/a", "https://…", "mailto:…", "#a" or "../a": where a
 * document comes from elsewhere, its addresses must not tell what else is on this
 * machine. */
static bool
is_below(const char *address)
{
	size_t name = strcspn(address, ":/?#");

	if (address[0] == '\0' || strchr("/?#\\", address[0]) ||
	    address[name] == ':')
		return false;
	for (const char *p = address; *p && *p != '?' && *p != '#';
	     p += strcspn(p, "/?#"), p += *p == '/')
		if (strncmp(p, "..", 2) == 0 || dd_ascii_equal_n(p, "%2e", 3))
			return false;
	return true;
}

static int
get_hex(char c)
{
	if (dd_ascii_is_digit(c))
		return c - '0';
	c = dd_ascii_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* In place. A byte that no file name should have stays encoded. */
static void
decode(char *text)
{
	char *out = text;

	for (; *text; text++) {
		int high = *text == '%' ? get_hex(text[1]) : -1;
		int low = high >= 0 ? get_hex(text[2]) : -1;
		int byte = low >= 0 ? high * 16 + low : 0;

		if (byte >= ' ' && byte != '/') {
			*out++ = (char)byte;
			text += 2;
		} else {
			*out++ = *text;
		}
	}
	*out = '\0';
}

/* The path that an address means; false where it means none. */
static bool
resolve(const struct dd_file_request *request, struct dd_file *file)
{
	char name[DD_FILE_PATH];

	if (!join(name, request->name, strcspn(request->name, "?#"), ""))
		return false;
	decode(name);
	return join_beside(file->path, request->from, name);
}

/* Puts another suffix to it. */
static bool
change_suffix(char path[DD_FILE_PATH], const char *suffix)
{
	const char *dot = strrchr(path, '.'), *slash = strrchr(path, '/');
	size_t len = dot && (!slash || dot > slash) ? (size_t)(dot - path)
						    : strlen(path);

	if (len + strlen(suffix) >= DD_FILE_PATH)
		return false;
	stpcpy(path + len, suffix);
	return true;
}

static void
refuse(struct dd_file *file, int error)
{
	file->error = error;
	file->path[0] = '\0';
}

/* --- one function for each kind -------------------------------------------- */

typedef void
open_kind(const struct dd_file_request *request, struct dd_file *file);

static void
open_of_run(const struct dd_file_request *request, struct dd_file *file)
{
	if (!join(file->path, request->name, strlen(request->name), "")) {
		refuse(file, ENAMETOOLONG);
		return;
	}
	if (strcmp(file->path, "-") == 0)
		return; /* standard input, which dd_file_take reads */
	find_real(file);
	open_regular(file, file->path);
}

/* True where a call says that nothing is there, or nothing for this user; else
 * something may be there that must not be passed over. */
static bool
means_nothing(int error)
{
	return error == ENOENT || error == ENOTDIR || error == EACCES;
}

/* True where there is one, in the folder or below its house/, or may be. */
static bool
find_house(char path[DD_FILE_PATH], const char *folder)
{
	static const char *const between[] = {"/", "/house/"};

	for (size_t i = 0; i < sizeof between / sizeof *between; i++) {
		int len = snprintf(path, DD_FILE_PATH, "%s%s%s", folder,
		    between[i], HOUSE_FILE);

		if (len >= 0 && len < DD_FILE_PATH &&
		    (access(path, F_OK) == 0 || !means_nothing(errno)))
			return true;
	}
	return false;
}

static void
open_house(const struct dd_file_request *request, struct dd_file *file)
{
	char *folder = dd_folder_of(request->from), *slash = folder;
	bool found = false;

	if (!folder && !means_nothing(errno)) {
		file->error = errno;
		join(file->path, request->from, strlen(request->from), "");
		return;
	}
	while (slash && !found) {
		/* The root is "/", and "" once all else is cut off. */
		found = find_house(
		    file->path, strcmp(folder, "/") == 0 ? "" : folder);
		slash = strrchr(folder, '/');
		if (slash)
			*slash = '\0';
	}
	free(folder);
	if (!found) {
		refuse(file, ENOENT);
		return;
	}
	find_real(file);
	open_regular(file, file->path);
}

static void
open_rules(const struct dd_file_request *request, struct dd_file *file)
{
	char *folder =
	    dd_folder_of(request->inside ? request->inside : request->from);

	if (!dd_folder_takes(request->name) ||
	    !join_beside(file->path, request->from, request->name))
		refuse(file, EINVAL);
	else if (!find_real(file))
		look(file);
	else if (folder && dd_folder_holds(folder, file->real))
		open_regular(file, file->real);
	else
		file->error = EXDEV;
	free(folder);
}

/* A file that is missing is told from one whose folder is not here at all. */
static void
find_linked(const struct dd_file_request *request, struct dd_file *file)
{
	if (!resolve(request, file)) {
		refuse(file, EINVAL);
		return;
	}
	look(file);
	if (S_ISREG(file->status.st_mode))
		return;
	if (!S_ISDIR(file->status.st_mode) && has_folder(file->path))
		file->error = ENOENT;
	else
		refuse(file, EINVAL);
}

static void
open_picture(const struct dd_file_request *request, struct dd_file *file)
{
	if (resolve(request, file))
		open_regular(file, file->path);
	else
		refuse(file, EINVAL);
}

static void
open_edition(const struct dd_file_request *request, struct dd_file *file)
{
	if (resolve(request, file) && change_suffix(file->path, ".xml"))
		open_regular(file, file->path);
	else
		refuse(file, EINVAL);
}

static void
open_zone(const struct dd_file_request *request, struct dd_file *file)
{
	int len = snprintf(
	    file->path, DD_FILE_PATH, "%s/%s", request->from, request->name);

	if (len >= 0 && len < DD_FILE_PATH)
		open_regular(file, file->path);
	else
		refuse(file, ENAMETOOLONG);
}

static const struct {
	open_kind *open;
	bool address; /* the name is one; most lead elsewhere */
} kinds[DD_FILE_KINDS] = {
    [DD_FILE_RUN] = {open_of_run, false},
    [DD_FILE_HOUSE] = {open_house, false},
    [DD_FILE_RULES] = {open_rules, false},
    [DD_FILE_LINKED] = {find_linked, true},
    [DD_FILE_PICTURE] = {open_picture, true},
    [DD_FILE_EDITION] = {open_edition, true},
    [DD_FILE_ZONE] = {open_zone, false},
};

void
dd_file_open(const struct dd_files *files,
    const struct dd_file_request *request, struct dd_file *ret_file)
{
	ret_file->error = 0;
	ret_file->fd = -1;
	ret_file->status = (struct stat){0};
	ret_file->path[0] = ret_file->real[0] = '\0';
	if (kinds[request->kind].address && !is_below(request->name))
		refuse(ret_file, EINVAL);
	else if (files && files->open)
		files->open(files->context, request, ret_file);
	else
		kinds[request->kind].open(request, ret_file);
}

void
dd_file_close(struct dd_file *file)
{
	if (file->fd >= 0)
		close(file->fd);
	file->fd = -1;
}

int
dd_file_take(struct dd_file *file, const char *name, size_t max,
    struct dd_buffer *out, struct dd_error *error)
{
	int result = strcmp(name, "-") == 0
	    ? dd_file_read(name, max, out, error)
	    : dd_file_read_open(
		  file->fd, file->error, &file->status, name, max, out, error);

	dd_file_close(file);
	return result;
}
