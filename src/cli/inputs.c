/* SPDX-License-Identifier: MIT */
/* Owns: which inputs are meant. Leaves reading them to session.c. */
#include "cli/inputs.h"
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "base/error.h"
#include "base/memory.h"
#include "cli/console.h"
#include "cli/input_line.h"

enum {
	NAME_MOST = 64 * 1024,	      /* bytes of a name in a list */
	LINE_MOST = 64 * 1024 * 1024, /* bytes of a line of JSON */
};

static void
release_input(struct dd_input *input)
{
	free(input->path);
	free(input->name);
	free(input->below);
	free(input->data);
	free(input->id);
	free(input->fault);
}

static void
add(struct dd_inputs *inputs, const struct dd_input *input)
{
	size_t kept = inputs->count - inputs->first;

	if (kept == inputs->cap) {
		inputs->cap = inputs->cap ? 2 * inputs->cap : 16;
		inputs->items = dd_realloc(
		    inputs->items, inputs->cap * sizeof(*inputs->items));
	}
	inputs->items[kept] = *input;
	inputs->count++;
}

/* Takes `path` and adds it, unless it was met before. `root` bytes of it are not
 * part of it seen from its folder. */
static void
add_path(struct dd_inputs *inputs, char *path, size_t root)
{
	char *real = strcmp(path, "-") == 0 ? NULL : realpath(path, NULL);
	struct dd_input input = {.path = path};

	if (dd_seen_add(&inputs->seen, real ? real : path)) {
		input.name = strcmp(path, "-") == 0 ? NULL : dd_strdup(path);
		input.below = dd_strdup(path + root);
		add(inputs, &input);
	} else {
		free(path);
	}
	free(real);
}

/* How much of a name in a list is no part of it in a folder of outputs: what
 * leads to the root of the disk, or nowhere. */
static size_t
measure_root(const char *path)
{
	size_t len = 0;

	for (;;) {
		if (path[len] == '/')
			len++;
		else if (path[len] == '.' && path[len + 1] == '/')
			len += 2;
		else
			return len;
	}
}

static size_t
measure_folder(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? (size_t)(slash - path) + 1 : 0;
}

/* Adds a file, or begins with the folder. */
static void
take_name(struct dd_inputs *inputs, const char *name, size_t root)
{
	struct stat info;

	if (strcmp(name, "-") != 0 && stat(name, &info) == 0 &&
	    S_ISDIR(info.st_mode)) {
		dd_walk_begin(&inputs->walk, inputs->console, name);
		if (inputs->origin.files0)
			inputs->walk.root = root;
	} else {
		add_path(inputs, dd_strdup(name), root);
	}
}

static void
fail_name(struct dd_inputs *inputs, bool cut)
{
	dd_console_say(inputs->console,
	    cut ? N_("name %zu in `%s` is too long.")
		: N_("name %zu in `%s` is empty."),
	    inputs->lines.number, inputs->origin.files0);
	dd_console_note(inputs->console, DD_EXIT_INPUT);
}

/* The next piece of the list, or of the lines of JSON. False at the end, or
 * after a sentence where it cannot be read to its end. */
static bool
read_piece(struct dd_inputs *inputs, bool *ret_cut)
{
	struct dd_error error = {.messages = &inputs->console->messages};
	int result =
	    dd_lines_next(&inputs->lines, &inputs->piece, ret_cut, &error);

	if (result < 0)
		dd_console_fail(inputs->console, error.code, error.text);
	return result == 1;
}

static bool
read_name(struct dd_inputs *inputs)
{
	const char *name;
	bool cut;

	if (!read_piece(inputs, &cut))
		return false;
	name = inputs->piece.data;
	if (cut || !name[0])
		fail_name(inputs, cut);
	else
		take_name(inputs, name, measure_root(name));
	return true;
}

/* By its path, else by its id, else by the line. */
static void
name_line(const struct dd_inputs *inputs, struct dd_input *input)
{
	const char *list = inputs->origin.jsonl;
	struct dd_buffer name;

	dd_buffer_init(&name, 0);
	if (input->path || input->id)
		dd_buffer_puts(&name, input->path ? input->path : input->id);
	else
		dd_buffer_printf(&name, "%s:%zu",
		    strcmp(list, "-") == 0 ? "<stdin>" : list, input->line);
	input->name = dd_buffer_take(&name, NULL);
}

static bool
read_line(struct dd_inputs *inputs)
{
	const struct dd_messages *messages = &inputs->console->messages;
	struct dd_input input = {.line = 0};
	bool cut;

	if (!read_piece(inputs, &cut))
		return false;
	input.line = inputs->lines.number;
	if (cut)
		input.fault = dd_strdup(
		    dd_message(messages, N_("The line is too long.")));
	else
		dd_input_line_read(
		    &input, inputs->piece.data, inputs->piece.len, messages);
	if (input.path)
		input.below = dd_strdup(input.path + measure_root(input.path));
	name_line(inputs, &input);
	add(inputs, &input);
	return true;
}

static bool
read_operand(struct dd_inputs *inputs)
{
	const char *name;

	if (inputs->operand == inputs->origin.count)
		return false;
	name = inputs->origin.operands[inputs->operand++];
	take_name(inputs, name, measure_folder(name));
	return true;
}

/* Goes on to the next input. */
static bool
read_on(struct dd_inputs *inputs)
{
	char *path = dd_walk_next(&inputs->walk, inputs->console);

	if (path)
		add_path(inputs, path, inputs->walk.root);
	if (path)
		return true;
	return inputs->origin.files0 ? read_name(inputs)
	    : inputs->origin.jsonl   ? read_line(inputs)
				     : read_operand(inputs);
}

bool
dd_inputs_has(struct dd_inputs *inputs, size_t index)
{
	while (!inputs->ended && inputs->count <= index)
		inputs->ended = !read_on(inputs);
	return index < inputs->count;
}

bool
dd_inputs_waits(const struct dd_inputs *inputs, size_t index)
{
	return index >= inputs->count && !inputs->ended &&
	    (inputs->origin.files0 || inputs->origin.jsonl) &&
	    dd_lines_waits(&inputs->lines);
}

void
dd_inputs_heed(struct dd_inputs *inputs, const volatile int *stop)
{
	inputs->lines.stop = stop;
}

size_t
dd_inputs_all(struct dd_inputs *inputs)
{
	dd_inputs_has(inputs, SIZE_MAX - 1);
	return inputs->count;
}

const struct dd_input *
dd_inputs_at(const struct dd_inputs *inputs, size_t index)
{
	assert(index >= inputs->first && index < inputs->count);
	return &inputs->items[index - inputs->first];
}

void
dd_inputs_refuse(
    struct dd_inputs *inputs, size_t index, int code, const char *sentence)
{
	struct dd_input *input = &inputs->items[index - inputs->first];

	free(input->fault);
	input->fault = dd_strdup(sentence);
	input->code = code;
}

void
dd_inputs_drop(struct dd_inputs *inputs, size_t index)
{
	size_t last = index < inputs->count ? index : inputs->count;
	size_t gone = last > inputs->first ? last - inputs->first : 0;

	/* Rather seldom and many at once, as the rest moves up. */
	if (gone == 0 || (gone < inputs->count - last))
		return;
	for (size_t i = 0; i < gone; i++)
		release_input(&inputs->items[i]);
	inputs->first += gone;
	memmove(inputs->items, inputs->items + gone,
	    (inputs->count - inputs->first) * sizeof(*inputs->items));
}

static int
fail_empty(struct dd_inputs *inputs)
{
	struct dd_error error = {.messages = &inputs->console->messages};
	const struct dd_origin *origin = &inputs->origin;
	const char *list = origin->files0 ? origin->files0 : origin->jsonl;

	if (list)
		dd_error_set(&error, DD_E_USAGE, "`%s` names no input.", list);
	else if (origin->count == 0)
		dd_error_set(&error, DD_E_USAGE,
		    "no file is named; name summaries, folders of them, or "
		    "`-` for standard input.");
	else
		dd_error_set(&error, DD_E_USAGE,
		    origin->count > 1 ? N_("`%s` holds no file whose name ends "
					   "in .xml, nor do the others.")
				      : N_("`%s` holds no file whose name ends "
					   "in .xml."),
		    origin->operands[0]);
	dd_console_fail(inputs->console, error.code, error.text);
	return error.code;
}

/* There is one origin, and it can be opened. */
static int
open_origin(struct dd_inputs *inputs, struct dd_error *error)
{
	const struct dd_origin *origin = &inputs->origin;
	const char *list = origin->files0 ? origin->files0 : origin->jsonl;

	if (origin->files0 && origin->jsonl)
		return dd_error_set(error, DD_E_USAGE,
		    "`--%s` and `--%s` exclude each other.", "files0-from",
		    "jsonl");
	if (list && origin->count > 0)
		return dd_error_set(error, DD_E_USAGE,
		    "`%s` is named beside the list `%s`; name it in there.",
		    origin->operands[0], list);
	if (!list)
		return DD_OK;
	return dd_lines_open(&inputs->lines, list, origin->files0 ? 0 : '\n',
	    origin->files0 ? NAME_MOST : LINE_MOST, error);
}

int
dd_inputs_open(struct dd_inputs *inputs, struct dd_console *console,
    const struct dd_origin *origin)
{
	struct dd_error error = {.messages = &console->messages};

	*inputs = (struct dd_inputs){
	    .console = console, .origin = *origin, .lines.fd = -1};
	dd_buffer_init(&inputs->piece, 0);
	dd_buffer_init(&inputs->lines.read, 0);
	dd_seen_init(&inputs->seen);
	if (open_origin(inputs, &error) != DD_OK) {
		dd_console_fail(console, error.code, error.text);
		return error.code;
	}
	if (dd_inputs_has(inputs, 0))
		return DD_OK;
	/* What could not be read has been told already. */
	if (console->status == DD_EXIT_INPUT)
		return DD_E_INPUT;
	return fail_empty(inputs);
}

void
dd_inputs_release(struct dd_inputs *inputs)
{
	if (!inputs || !inputs->console)
		return;
	dd_inputs_drop(inputs, inputs->count);
	free(inputs->items);
	dd_walk_release(&inputs->walk);
	dd_lines_release(&inputs->lines);
	dd_buffer_release(&inputs->piece);
	dd_seen_release(&inputs->seen);
	*inputs = (struct dd_inputs){.count = 0};
}
