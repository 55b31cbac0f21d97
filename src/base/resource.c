/* SPDX-License-Identifier: MIT */
/* Finds resources by name; the built-in bytes are in a generated file. */
#include "base/resource.h"
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"

enum { RESOURCE_MAX = 4 * 1024 * 1024 }; /* bytes of one resource */

void
dd_resource_set_init(struct dd_resource_set *set)
{
	set->directory = NULL;
	dd_arena_init(&set->arena);
}

void
dd_resource_set_release(struct dd_resource_set *set)
{
	dd_arena_release(&set->arena);
}

static int
read_resource(struct dd_resource_set *set, const char *name,
    struct dd_resource *ret_resource, struct dd_error *error)
{
	const char *path =
	    dd_arena_printf(&set->arena, "%s/%s", set->directory, name);
	struct dd_error cause = dd_error_like(error);
	struct dd_buffer bytes;
	int result;

	dd_buffer_init(&bytes, 0);
	result = dd_file_read(path, RESOURCE_MAX, &bytes, &cause);
	if (result == 0 && bytes.len > RESOURCE_MAX)
		result = dd_error_set(&cause, DD_E_USAGE,
		    "`%s` is larger than %d bytes.", path, RESOURCE_MAX);
	if (result == 0) {
		ret_resource->name = dd_arena_dup(&set->arena, name);
		ret_resource->data =
		    dd_arena_ndup(&set->arena, bytes.data, bytes.len);
		ret_resource->len = bytes.len;
	} else {
		result = dd_error_set(error, DD_E_USAGE, "%s", cause.text);
	}
	dd_buffer_release(&bytes);
	return result;
}

int
dd_resource_get(struct dd_resource_set *set, const char *name,
    struct dd_resource *ret_resource, struct dd_error *error)
{
	if (set->directory)
		return read_resource(set, name, ret_resource, error);
	for (const struct dd_resource *r = dd_resources; r->name; r++)
		if (strcmp(r->name, name) == 0) {
			*ret_resource = *r;
			return 0;
		}
	return dd_error_set(
	    error, DD_E_USAGE, "There is no built-in file `%s`.", name);
}
