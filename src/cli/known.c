/* SPDX-License-Identifier: MIT */
/* Owns: the file of a baseline. Leaves making keys to the library. */
#include "cli/known.h"
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "cli/console.h"
#include "cli/options.h"
#include "diplodoc.h"

enum {
	KEY = 16,		      /* digits of a key */
	SIZE_MOST = 64 * 1024 * 1024, /* bytes of a baseline */
};

static const char heading[] = "# diplodoc baseline 1";

struct dd_known_file {
	const char *path; /* as it stands in the baseline */
	size_t round;	  /* of its last check; 0: none */
	bool checked;	  /* the last one ran to its end */
};

struct dd_known_line {
	const char *text; /* "KEY ID PATH" */
	struct dd_known_file *file;
	size_t listed; /* in the baseline, so many times */
	size_t seen;   /* in the check of `round` */
	size_t round;
	struct dd_known_line *next;
};

bool
dd_known_is_asked(const struct dd_settings *set)
{
	return set->baseline || set->write_baseline || set->prune_baseline;
}

static struct dd_known_file *
get_file(struct dd_known *known, const char *path)
{
	struct dd_known_file *file = dd_table_find(&known->files, path);

	if (!file) {
		file = dd_arena_alloc(&known->arena, sizeof(*file));
		file->path = dd_arena_dup(&known->arena, path);
		dd_table_add(&known->files, file->path, file);
	}
	return file;
}

static struct dd_known_line *
get_line(struct dd_known *known, const char *text, struct dd_known_file *file)
{
	struct dd_known_line *line = dd_table_find(&known->lines, text);

	if (!line) {
		line = dd_arena_alloc(&known->arena, sizeof(*line));
		line->text = dd_arena_dup(&known->arena, text);
		line->file = file;
		line->next = known->first;
		known->first = line;
		dd_table_add(&known->lines, line->text, line);
	}
	return line;
}

/* "KEY ID PATH"; false for anything else. */
static bool
read_line(struct dd_known *known, const char *text)
{
	size_t id = KEY + 1, len;

	if (!text[0] || text[0] == '#')
		return true;
	if (strspn(text, "0123456789abcdef") != KEY || text[KEY] != ' ')
		return false;
	len = strcspn(text + id, " ");
	if (len == 0 || text[id + len] != ' ' || !text[id + len + 1])
		return false;
	get_line(known, text, get_file(known, text + id + len + 1))->listed++;
	return true;
}

static int
read_lines(struct dd_known *known, char *text, struct dd_error *error)
{
	size_t number = 1;
	char *end;

	if (strncmp(text, heading, strlen(heading)) != 0)
		return dd_error_set(error, DD_E_USAGE,
		    "`%s` is no baseline: it does not begin with `%s`.",
		    known->path, heading);
	for (; (end = strchr(text, '\n')); text = end + 1, number++) {
		*end = 0;
		if (!read_line(known, text))
			return dd_error_set(error, DD_E_USAGE,
			    "line %zu of `%s` is not like `KEY ID PATH`; make "
			    "the baseline anew with `--write-baseline`.",
			    number, known->path);
	}
	return DD_OK;
}

/* Nothing but a baseline is replaced by one. */
static int
check_target(const struct dd_known *known, const char *text, size_t len,
    struct dd_error *error)
{
	if (len == 0 || strncmp(text, heading, strlen(heading)) == 0)
		return DD_OK;
	return dd_error_set(error, DD_E_USAGE,
	    "`%s` is no baseline and is not replaced by one.", known->path);
}

static int
read_file(struct dd_known *known, struct dd_error *error)
{
	struct dd_buffer bytes;
	int result;

	if (known->all && access(known->path, F_OK) < 0 && errno == ENOENT)
		return DD_OK;
	dd_buffer_init(&bytes, 0);
	result = dd_file_read(known->path, SIZE_MOST, &bytes, error);
	if (result == DD_OK && known->all)
		result = check_target(known, bytes.data, bytes.len, error);
	else if (result == DD_OK && bytes.len > SIZE_MOST)
		result = dd_error_set(error, DD_E_USAGE,
		    "`%s` is larger than %d bytes.", known->path, SIZE_MOST);
	else if (result == DD_OK)
		result = read_lines(known, bytes.data, error);
	dd_buffer_release(&bytes);
	return result;
}

/* The real path of the folder that holds the baseline, or NULL. */
static char *
find_folder(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *folder = slash ? dd_strndup(path, (size_t)(slash - path) + 1)
			     : dd_strdup(".");
	char *real = realpath(folder, NULL);

	free(folder);
	return real;
}

static int
check_options(const struct dd_settings *set, struct dd_error *error)
{
	if (set->baseline && set->write_baseline)
		return dd_error_set(error, DD_E_USAGE,
		    "`--baseline` and `--write-baseline` exclude each other; "
		    "`--prune-baseline` takes out what is gone.");
	if (set->prune_baseline && !set->baseline)
		return dd_error_set(error, DD_E_USAGE,
		    "`--prune-baseline` needs `--baseline FILE`.");
	return DD_OK;
}

int
dd_known_open(struct dd_known *known, struct dd_console *console,
    const struct dd_settings *set)
{
	struct dd_error error = {.messages = &console->messages};
	int result = check_options(set, &error);

	*known = (struct dd_known){.all = set->write_baseline != NULL};
	dd_arena_init(&known->arena);
	dd_table_init(&known->lines);
	dd_table_init(&known->files);
	known->path = known->all ? set->write_baseline : set->baseline;
	if (result == DD_OK)
		result = read_file(known, &error);
	if (result == DD_OK)
		known->folder = find_folder(known->path);
	if (result == DD_OK && !known->folder)
		result = dd_error_set(&error, DD_E_OUTPUT,
		    "`%s` cannot be written: %s.", known->path,
		    strerror(errno));
	if (result != DD_OK)
		dd_console_fail(console, result, error.text);
	return result;
}

void
dd_known_release(struct dd_known *known)
{
	free(known->folder);
	dd_table_release(&known->lines);
	dd_table_release(&known->files);
	dd_arena_release(&known->arena);
	*known = (struct dd_known){0};
}

/* A path in one line: control characters and % as %XX. */
static void
put_path(struct dd_buffer *out, const char *path)
{
	for (; *path; path++) {
		if ((unsigned char)*path < 0x20 || *path == '%' ||
		    *path == 0x7F)
			dd_buffer_printf(out, "%%%02X", (unsigned char)*path);
		else
			dd_buffer_putc(out, *path);
	}
}

char *
dd_known_path(const struct dd_known *known, const char *name)
{
	size_t len = strlen(known->folder);
	char *real = realpath(name, NULL);
	const char *seen = real ? real : name;
	struct dd_buffer path;

	if (real && strncmp(real, known->folder, len) == 0 &&
	    (real[len] == '/' || len == 1))
		seen = real + len + (len > 1);
	dd_buffer_init(&path, 0);
	put_path(&path, seen);
	free(real);
	return dd_buffer_take(&path, &len);
}

void
dd_known_enter(struct dd_known *known, const char *path)
{
	known->file = get_file(known, path);
	known->file->round = ++known->rounds;
	known->file->checked = false;
}

void
dd_known_learn(struct dd_known *known, const char *path,
    const struct diplodoc_document *document)
{
	const struct diplodoc_diagnostic *finding;

	dd_known_enter(known, path);
	for (size_t i = 0; (finding = diplodoc_diagnostic(document, i)); i++)
		if (finding->known)
			dd_known_ask(known, finding->id, finding->key);
	known->file->checked = diplodoc_is_edited(document);
}

bool
dd_known_ask(struct dd_known *known, const char *id, const char *key)
{
	struct dd_known_line *line;
	struct dd_buffer text;

	dd_buffer_init(&text, 0);
	dd_buffer_printf(&text, "%s %s %s", key, id, known->file->path);
	line = known->all ? get_line(known, text.data, known->file)
			  : dd_table_find(&known->lines, text.data);
	dd_buffer_release(&text);
	if (!line)
		return false;
	if (line->round != known->file->round) {
		line->round = known->file->round;
		line->seen = 0;
	}
	if (!known->all && line->seen == line->listed)
		return false;
	line->seen++;
	return true;
}

static bool
is_gone(const struct dd_known *known, const char *path)
{
	struct dd_buffer full;
	bool gone;

	dd_buffer_init(&full, 0);
	if (path[0] != '/')
		dd_buffer_printf(&full, "%s/", known->folder);
	dd_buffer_puts(&full, path);
	gone = access(full.data, F_OK) < 0 && errno == ENOENT;
	dd_buffer_release(&full);
	return gone && !strchr(path, '%');
}

/* How many times a line stays. */
static size_t
count_kept(const struct dd_known *known, const struct dd_known_line *line)
{
	const struct dd_known_file *file = line->file;

	if (file->checked)
		return line->round == file->round ? line->seen : 0;
	return is_gone(known, file->path) ? 0 : line->listed;
}

static int
compare(const void *left, const void *right)
{
	const struct dd_known_line *a =
	    *(const struct dd_known_line *const *)left;
	const struct dd_known_line *b =
	    *(const struct dd_known_line *const *)right;
	int order = strcmp(a->file->path, b->file->path);

	return order ? order : strcmp(a->text, b->text);
}

static void
print_lines(const struct dd_known *known, struct dd_buffer *out)
{
	const struct dd_known_line **all =
	    dd_calloc(known->lines.count + 1, sizeof(*all));
	size_t count = 0;

	for (const struct dd_known_line *l = known->first; l; l = l->next)
		all[count++] = l;
	qsort(all, count, sizeof(*all), compare);
	dd_buffer_printf(out, "%s\n", heading);
	for (size_t i = 0; i < count; i++)
		for (size_t n = count_kept(known, all[i]); n > 0; n--)
			dd_buffer_printf(out, "%s\n", all[i]->text);
	free(all);
}

void
dd_known_save(struct dd_known *known, struct dd_console *console,
    const struct dd_settings *set)
{
	struct dd_error error = {.messages = &console->messages};
	struct dd_buffer out;
	int result;

	if (!set->write_baseline && !set->prune_baseline)
		return;
	if (console->status > DD_EXIT_FINDINGS) {
		dd_console_say(console,
		    "`%s` is not written, as not everything was checked.",
		    known->path);
		return;
	}
	dd_buffer_init(&out, 0);
	print_lines(known, &out);
	result = dd_file_write(known->path, out.data, out.len, &error);
	if (result != DD_OK)
		dd_console_fail(console, result, error.text);
	dd_buffer_release(&out);
}
