/* SPDX-License-Identifier: MIT */
/* Looks for files, and tells a missing file from a missing folder. */
#include "check/beside.h"
#include <string.h>
#include <sys/stat.h>
#include "base/ascii.h"

static bool
is_file(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

static bool
is_folder(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

/* "photos/a.png", but no "/a", "https://…", "mailto:…", "#a" or "../a". */
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

enum dd_beside
dd_beside_find(
    struct dd_checker *checker, const char *address, const char **ret_path)
{
	const char *document = checker->input->path, *slash;
	char *path, *folder;

	*ret_path = NULL;
	if (!document || !address || !is_below(address))
		return DD_BESIDE_UNKNOWN;
	path = dd_arena_ndup(&checker->arena, address, strcspn(address, "?#"));
	decode(path);
	slash = strrchr(document, '/');
	path = dd_arena_printf(&checker->arena, "%.*s%s",
	    slash ? (int)(slash + 1 - document) : 0, document, path);
	if (is_file(path)) {
		*ret_path = path;
		return DD_BESIDE_THERE;
	}
	folder = dd_arena_dup(&checker->arena, path);
	if (strrchr(folder, '/'))
		*strrchr(folder, '/') = '\0';
	else
		folder = ".";
	if (!is_folder(folder) || is_folder(path))
		return DD_BESIDE_UNKNOWN;
	*ret_path = path;
	return DD_BESIDE_MISSING;
}

const char *
dd_beside_twin(struct dd_checker *checker, const char *path, const char *suffix)
{
	const char *dot = strrchr(path, '.'), *slash = strrchr(path, '/');
	int len = dot && (!slash || dot > slash) ? (int)(dot - path)
						 : (int)strlen(path);
	const char *twin =
	    dd_arena_printf(&checker->arena, "%.*s%s", len, path, suffix);

	return is_file(twin) ? twin : NULL;
}
