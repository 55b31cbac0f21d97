/* SPDX-License-Identifier: MIT */
/* Owns: names of outputs and the promise that none hurts another file. */
#include "cli/outputs.h"
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "base/ascii.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/table.h"
#include "cli/options.h"
#include "cli/session.h"

static const char *
find_suffix(const char *format)
{
	struct diplodoc_format each;
	size_t i;

	for (i = 0; diplodoc_format(i, &each); i++)
		if (strcmp(each.name, format) == 0)
			return each.suffix;
	return "";
}

/* "out/meeting.html" from "in/meeting.xml". */
static const char *
name_output(struct dd_outputs *outputs, const struct dd_session *session,
    size_t input, const char *format)
{
	const char *name = dd_session_name(session, input);
	const char *base = strrchr(name, '/'), *dir = session->set->out_dir;
	size_t len;

	base = base ? base + 1 : name;
	if (strcmp(name, "<stdin>") == 0)
		base = "stdin";
	len = strlen(base);
	if (len > 4 && strcmp(base + len - 4, ".xml") == 0)
		len -= 4;
	return dd_arena_printf(&outputs->arena, "%s%s%.*s%s", dir,
	    dir[strlen(dir) - 1] == '/' ? "" : "/", (int)len, base,
	    find_suffix(format));
}

/* Many outputs cannot share one place. */
static int
check_places(const struct dd_session *session, struct dd_error *error)
{
	const struct dd_settings *set = session->set;

	if (set->output && set->out_dir)
		return dd_error_set(error, DD_E_USAGE,
		    "`--output` and `--out-dir` exclude each other; write one "
		    "of them.");
	if (set->out_dir)
		return DD_OK;
	if (session->inputs.count > 1)
		return dd_error_set(error, DD_E_USAGE,
		    "%zu summaries do not fit into one output; write "
		    "`--out-dir DIR`.",
		    session->inputs.count);
	if (set->to.count > 1)
		return dd_error_set(error, DD_E_USAGE,
		    "%zu formats do not fit into one output; write "
		    "`--out-dir DIR`.",
		    set->to.count);
	return DD_OK;
}

static int
make_dir(const char *path, struct dd_error *error)
{
	struct stat info;

	if (mkdir(path, 0777) == 0)
		return DD_OK;
	if (errno == EEXIST && stat(path, &info) == 0 && S_ISDIR(info.st_mode))
		return DD_OK;
	return dd_error_set(error, DD_E_OUTPUT,
	    "the folder `%s` cannot be made: %s.", path, strerror(errno));
}

/* The same file, whatever it is called. */
static bool
is_same(const char *path, const char *other)
{
	struct stat a, b;

	return other && stat(path, &a) == 0 && stat(other, &b) == 0 &&
	    a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

int
dd_outputs_guard(
    const struct dd_session *session, const char *path, struct dd_error *error)
{
	const struct dd_settings *set = session->set;
	const char *hit = NULL, *base = strrchr(path, '/');
	size_t i;

	for (i = 0; i < session->inputs.count && !hit; i++)
		if (is_same(path, session->inputs.paths[i]))
			hit = session->inputs.paths[i];
	if (is_same(path, set->css) || is_same(path, set->xslt) ||
	    is_same(path, set->house))
		hit = path;
	if (strcmp(base ? base + 1 : path, "diplodoc-house.xml") == 0)
		return dd_error_set(error, DD_E_USAGE,
		    "the output `%s` would be read as a house file; choose "
		    "another name.",
		    path);
	if (hit)
		return dd_error_set(error, DD_E_USAGE,
		    "the output `%s` would replace `%s`, which is read; "
		    "choose another place.",
		    path, hit);
	return DD_OK;
}

static char *
fold_case(struct dd_arena *arena, const char *path)
{
	char *folded = dd_arena_dup(arena, path), *p;

	for (p = folded; *p; p++)
		*p = dd_ascii_lower(*p);
	return folded;
}

static int
add_output(struct dd_outputs *outputs, const struct dd_session *session,
    struct dd_table *taken, size_t input, size_t format, struct dd_error *error)
{
	const char *path = name_output(
	    outputs, session, input, session->set->to.items[format]);
	const char *name = dd_session_name(session, input);
	const char *key = fold_case(&outputs->arena, path), *other;

	other = dd_table_find(taken, key);
	if (other && other != name)
		return dd_error_set(error, DD_E_USAGE,
		    "`%s` and `%s` would both be written to `%s`; rename one "
		    "or convert them into two folders.",
		    other, name, path);
	if (other)
		return dd_error_set(error, DD_E_USAGE,
		    "the formats chosen would both be written to `%s`; "
		    "convert to one of them at a time.",
		    path);
	dd_table_add(taken, key, (void *)name);
	outputs->paths[input * outputs->formats + format] = path;
	return dd_outputs_guard(session, path, error);
}

static int
plan_dir(struct dd_outputs *outputs, const struct dd_session *session,
    struct dd_error *error)
{
	struct dd_table taken;
	int result = DD_OK;
	size_t i, j;

	dd_table_init(&taken);
	for (i = 0; i < session->inputs.count && result == DD_OK; i++)
		for (j = 0; j < outputs->formats && result == DD_OK; j++)
			result =
			    add_output(outputs, session, &taken, i, j, error);
	dd_table_release(&taken);
	if (result == DD_OK)
		result = make_dir(session->set->out_dir, error);
	return result;
}

int
dd_outputs_plan(struct dd_outputs *outputs, const struct dd_session *session,
    struct dd_error *error)
{
	const char *output = session->set->output;
	int result;

	*outputs = (struct dd_outputs){.formats = session->set->to.count};
	dd_arena_init(&outputs->arena);
	outputs->paths = dd_calloc(
	    session->inputs.count * outputs->formats, sizeof(*outputs->paths));
	result = check_places(session, error);
	if (result != DD_OK)
		return result;
	if (session->set->out_dir)
		return plan_dir(outputs, session, error);
	if (output && strcmp(output, "-") != 0) {
		outputs->paths[0] = output;
		result = dd_outputs_guard(session, output, error);
	}
	return result;
}

void
dd_outputs_release(struct dd_outputs *outputs)
{
	if (!outputs)
		return;
	free(outputs->paths);
	dd_arena_release(&outputs->arena);
	*outputs = (struct dd_outputs){0};
}

const char *
dd_outputs_path(const struct dd_outputs *outputs, size_t input, size_t format)
{
	return outputs->paths[input * outputs->formats + format];
}
