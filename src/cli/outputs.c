/* SPDX-License-Identifier: MIT */
/* Owns: names of outputs and the promise that none hurts another file. */
#include "cli/outputs.h"
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/store.h"
#include "base/table.h"
#include "cli/guard.h"
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

/* The name of an id as a file: every byte that means something to a file system
 * is written %XX, and so is a dot in front. */
static const char *
name_id(struct dd_outputs *outputs, const char *id)
{
	struct dd_buffer name;
	const char *copy;

	dd_buffer_init(&name, 0);
	for (const char *p = id; *p; p++)
		if (dd_ascii_is_letter(*p) || dd_ascii_is_digit(*p) ||
		    strchr("-_", *p) || (*p == '.' && p > id))
			dd_buffer_putc(&name, *p);
		else
			dd_buffer_printf(&name, "%%%02X", (unsigned char)*p);
	copy = dd_arena_dup(&outputs->arena, name.data);
	dd_buffer_release(&name);
	return copy;
}

/* "out/a/meeting.html" from "in/a/meeting.xml" where "in" was named. */
static const char *
name_output(struct dd_outputs *outputs, const struct dd_session *session,
    size_t input, const char *format)
{
	const struct dd_input *from = dd_inputs_at(&session->inputs, input);
	const char *dir = session->set->out_dir, *below = from->below;
	size_t len;

	if (dd_session_is_piped(session, input)) {
		below = dd_session_name(session, input);
		below = strrchr(below, '/') ? strrchr(below, '/') + 1 : below;
		if (!session->set->stdin_filename)
			below = "stdin";
	} else if (!below) {
		below = name_id(outputs, from->id ? from->id : from->name);
	}
	len = strlen(below);
	if (len > 4 && strcmp(below + len - 4, ".xml") == 0)
		len -= 4;
	return dd_arena_printf(&outputs->arena, "%s%s%.*s%s", dir,
	    dir[strlen(dir) - 1] == '/' ? "" : "/", (int)len, below,
	    find_suffix(format));
}

/* A list may name what is in no folder that outputs can mirror. */
static bool
leads_up(const char *path)
{
	for (const char *p = path; p; p = strchr(p, '/')) {
		p += *p == '/';
		if (strncmp(p, "..", 2) == 0 && (p[2] == '/' || !p[2]))
			return true;
	}
	return false;
}

/* Many outputs cannot share one place. */
static int
check_places(struct dd_session *session, struct dd_error *error)
{
	const struct dd_settings *set = session->set;

	if (set->output && set->out_dir)
		return dd_error_set(error, DD_E_USAGE,
		    "`--output` and `--out-dir` exclude each other; write one "
		    "of them.");
	if (set->output && set->jsonl)
		return dd_error_set(error, DD_E_USAGE,
		    "`--jsonl` gives outputs in its answers, or below "
		    "`--out-dir DIR`; leave out `--output`.");
	if (set->out_dir || set->jsonl)
		return DD_OK;
	if (dd_inputs_has(&session->inputs, 1))
		return dd_error_set(error, DD_E_USAGE,
		    "%zu summaries do not fit into one output; write "
		    "`--out-dir DIR`.",
		    dd_inputs_all(&session->inputs));
	if (set->to.count > 1)
		return dd_error_set(error, DD_E_USAGE,
		    "%zu formats do not fit into one output; write "
		    "`--out-dir DIR`.",
		    set->to.count);
	return DD_OK;
}

/* The path itself where it has no capitals. */
static const char *
fold_case(struct dd_arena *arena, const char *path)
{
	size_t plain = 0;
	char *folded;

	while (path[plain] && path[plain] == dd_ascii_lower(path[plain]))
		plain++;
	if (!path[plain])
		return path;
	folded = dd_arena_dup(arena, path);
	for (char *p = folded + plain; *p; p++)
		*p = dd_ascii_lower(*p);
	return folded;
}

/* What is planned for a folder. */
struct plan {
	struct dd_outputs *outputs;
	struct dd_session *session;
	struct dd_guard guard;
	struct dd_table taken; /* by path in small letters: the input's name */
	struct dd_arena arena; /* of those that are no paths of outputs */
};

static int
add_output(
    struct plan *plan, size_t input, size_t format, struct dd_error *error)
{
	struct dd_outputs *outputs = plan->outputs;
	const char *name = dd_session_name(plan->session, input), *other;
	const char *path = name_output(outputs, plan->session, input,
	    plan->session->set->to.items[format]);
	const char *key = fold_case(&plan->arena, path);

	other = dd_table_find(&plan->taken, key);
	if (leads_up(path + strlen(outputs->dir)))
		return dd_error_set(error, DD_E_USAGE,
		    "`%s` leads out of its folder, so it has no place in "
		    "`%s`; name it without `..`.",
		    name, outputs->dir);
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
	dd_table_add(&plan->taken, key, (void *)name);
	outputs->paths[input * outputs->formats + format] = path;
	return dd_guard_check(&plan->guard, path, error);
}

static int
plan_dir(struct dd_outputs *outputs, struct dd_session *session,
    struct dd_error *error)
{
	struct plan plan = {outputs, session, .guard.session = session};
	size_t count = dd_inputs_all(&session->inputs);
	int result = DD_OK;

	outputs->dir = session->set->out_dir;
	outputs->paths =
	    dd_calloc(count * outputs->formats, sizeof(*outputs->paths));
	dd_table_init(&plan.taken);
	dd_arena_init(&plan.arena);
	for (size_t i = 0; i < count && result == DD_OK; i++)
		for (size_t j = 0; j < outputs->formats && result == DD_OK; j++)
			result = add_output(&plan, i, j, error);
	dd_table_release(&plan.taken);
	dd_arena_release(&plan.arena);
	dd_guard_release(&plan.guard);
	if (result == DD_OK)
		result = dd_store_open(&outputs->store, outputs->dir, error);
	return result;
}

int
dd_outputs_plan(struct dd_outputs *outputs, struct dd_session *session,
    struct dd_error *error)
{
	const char *output = session->set->output;
	int result;

	*outputs = (struct dd_outputs){
	    .formats = session->set->to.count, .store.root = -1};
	dd_arena_init(&outputs->arena);
	result = check_places(session, error);
	if (result == DD_OK && session->set->out_dir)
		return plan_dir(outputs, session, error);
	if (result == DD_OK && output && strcmp(output, "-") != 0) {
		outputs->file = output;
		result = dd_guard_one(session, output, error);
	}
	return result;
}

void
dd_outputs_release(struct dd_outputs *outputs)
{
	if (!outputs)
		return;
	free(outputs->paths);
	dd_store_release(&outputs->store);
	dd_arena_release(&outputs->arena);
	*outputs = (struct dd_outputs){.store.root = -1};
}

const char *
dd_outputs_path(const struct dd_outputs *outputs, size_t input, size_t format)
{
	return outputs->dir ? outputs->paths[input * outputs->formats + format]
			    : outputs->file;
}

int
dd_outputs_write(struct dd_outputs *outputs, const char *path, const char *data,
    size_t len, struct dd_error *error)
{
	size_t root;

	if (!outputs->dir)
		return dd_file_write(path, data, len, error);
	root = strlen(outputs->dir);
	return dd_store_write(&outputs->store,
	    path + root + strspn(path + root, "/"), data, len, error);
}

int
dd_outputs_sync(struct dd_outputs *outputs, struct dd_error *error)
{
	return outputs->dir ? dd_store_sync(&outputs->store, error) : DD_OK;
}
