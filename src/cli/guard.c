/* SPDX-License-Identifier: MIT */
/* Owns: knowing a file again, whatever it is called. */
#include "cli/guard.h"
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include "base/error.h"
#include "cli/options.h"
#include "cli/session.h"

enum { IDENTITY = 48 }; /* bytes of the digits of two numbers */

/* Device and number of a file; false where there is none. */
static bool
identify(const char *path, char identity[IDENTITY])
{
	struct stat info;

	if (!path || stat(path, &info) < 0)
		return false;
	snprintf(identity, IDENTITY, "%ju:%ju", (uintmax_t)info.st_dev,
	    (uintmax_t)info.st_ino);
	return true;
}

static void
add_read(struct dd_guard *guard, const char *path)
{
	char identity[IDENTITY];

	if (identify(path, identity))
		dd_table_add(&guard->reads,
		    dd_arena_dup(&guard->arena, identity), (void *)path);
}

static void
look_at_inputs(struct dd_guard *guard)
{
	struct dd_session *session = guard->session;
	const struct dd_settings *set = session->set;
	const char *const others[] = {set->css, set->xslt, set->house,
	    set->files0, set->jsonl, set->baseline};

	dd_table_init(&guard->reads);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		add_read(guard, others[i]);
	for (size_t i = 0; dd_inputs_has(&session->inputs, i); i++)
		add_read(guard, dd_inputs_at(&session->inputs, i)->path);
}

int
dd_guard_check(struct dd_guard *guard, const char *path, struct dd_error *error)
{
	const char *base = strrchr(path, '/'), *hit = NULL;
	char identity[IDENTITY];

	if (strcmp(base ? base + 1 : path, "diplodoc-house.xml") == 0)
		return dd_error_set(error, DD_E_USAGE,
		    "the output `%s` would be read as a house file; choose "
		    "another name.",
		    path);
	if (identify(path, identity)) {
		if (guard->reads.count == 0)
			look_at_inputs(guard);
		hit = dd_table_find(&guard->reads, identity);
	}
	if (!hit)
		return DD_OK;
	return dd_error_set(error, DD_E_USAGE,
	    "the output `%s` would replace `%s`, which is read; choose another "
	    "place.",
	    path, hit);
}

void
dd_guard_release(struct dd_guard *guard)
{
	dd_table_release(&guard->reads);
	dd_arena_release(&guard->arena);
}

int
dd_guard_one(
    struct dd_session *session, const char *path, struct dd_error *error)
{
	struct dd_guard guard = {.session = session};
	int result = dd_guard_check(&guard, path, error);

	dd_guard_release(&guard);
	return result;
}
