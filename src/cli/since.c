/* SPDX-License-Identifier: MIT */
/* Owns: which old file belongs to an input, and what was found in it. Leaves
 * running git to git.c. */
#include "cli/since.h"
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/wire.h"
#include "cli/console.h"
#include "cli/crew.h"
#include "cli/examine.h"
#include "cli/git.h"
#include "cli/options.h"
#include "cli/session.h"

enum {
	WORD_MOST = 64 * 1024,		 /* bytes of a path or an id */
	LISTING_MOST = 64 * 1024 * 1024, /* bytes of the list of a folder */
	ID_LEAST = 40,			 /* digits of an id */
};

struct dd_since_folder {
	struct dd_table blobs; /* by name: the id of a file or link */
};

struct dd_since_line {
	size_t listed; /* in the old file, so many times */
	size_t seen;   /* in the check of `round` */
	size_t round;
};

/* Cuts a path into the real folder and the name in it. A link is followed:
 * what it leads to is what is read. What is not there yet has a folder all the
 * same. False where there is none. The caller frees *ret_folder. */
static bool
cut_path(const char *path, char **ret_folder, char **ret_name)
{
	char *real = realpath(path, NULL);
	const char *whole = real ? real : path;
	const char *slash = strrchr(whole, '/');
	char *folder = slash ? dd_strndup(whole, (size_t)(slash - whole) + 1)
			     : dd_strdup(".");

	*ret_folder = realpath(folder, NULL);
	*ret_name = dd_strdup(slash ? slash + 1 : whole);
	free(folder);
	free(real);
	return *ret_folder != NULL;
}

/* Asks git for one line and takes off its end. As dd_git_ask. */
static int
ask_line(const char *folder, const char *const *words, struct dd_buffer *out,
    struct dd_error *error)
{
	int result = dd_git_ask(folder, words, WORD_MOST, out, error);

	if (result == DD_GIT_YES && out->len > 0 &&
	    out->data[out->len - 1] == '\n')
		out->data[--out->len] = 0;
	return result;
}

/* False for what names no commit but a range, or all that a commit lacks. */
static bool
is_id(const char *text)
{
	size_t len = strspn(text, "0123456789abcdef");

	return len >= ID_LEAST && !text[len];
}

/* The commit that the revision is in the repository at `top`. */
static int
find_commit(struct dd_since *since, const char *revision, const char *top,
    const char **ret_commit, struct dd_error *error)
{
	char *wanted = dd_arena_printf(&since->arena, "%s^{commit}", revision);
	const char *words[] = {
	    "rev-parse", "--verify", "--end-of-options", wanted, NULL};
	struct dd_buffer id;
	int result;

	*ret_commit = dd_table_find(&since->commits, top);
	if (*ret_commit)
		return DD_OK;
	dd_buffer_init(&id, 0);
	result = ask_line(top, words, &id, error);
	if (result == DD_GIT_YES && is_id(id.data)) {
		*ret_commit = dd_arena_dup(&since->arena, id.data);
		dd_table_add(&since->commits, dd_arena_dup(&since->arena, top),
		    (void *)*ret_commit);
		result = DD_OK;
	} else if (result >= 0)
		result = dd_error_set(error, DD_E_USAGE,
		    "the git repository at `%s` has no commit `%s`.", top,
		    revision);
	dd_buffer_release(&id);
	return result;
}

/* "100644 blob ID\tNAME" of each entry, each ended by a NUL. */
static void
read_listing(struct dd_since *since, struct dd_since_folder *folder,
    const struct dd_buffer *text)
{
	static const char kind[] = " blob ";
	const char *end = text->data + text->len;

	for (const char *p = text->data; p < end; p += strlen(p) + 1) {
		const char *tab = strchr(p, '\t');
		const char *blob = strstr(p, kind);

		if (!tab || !blob || blob > tab)
			continue;
		blob += strlen(kind);
		dd_table_add(&folder->blobs,
		    dd_arena_dup(&since->arena, tab + 1),
		    dd_arena_ndup(&since->arena, blob, (size_t)(tab - blob)));
	}
}

/* What the folder held at the commit. */
static int
list_folder(struct dd_since *since, const char *path, const char *commit,
    struct dd_error *error)
{
	const char *words[] = {"ls-tree", "-z", commit, NULL};
	struct dd_since_folder *folder =
	    dd_arena_alloc(&since->arena, sizeof(*folder));
	struct dd_buffer text;
	int result;

	dd_buffer_init(&text, 0);
	dd_table_init(&folder->blobs);
	dd_table_add(
	    &since->folders, dd_arena_dup(&since->arena, path), folder);
	result = dd_git_ask(path, words, LISTING_MOST, &text, error);
	if (result == DD_GIT_NO)
		result = dd_error_set(error, DD_E_ENGINE,
		    "git cannot list `%s`: %s.", path, text.data);
	else if (text.len > LISTING_MOST)
		result = dd_error_set(error, DD_E_ENGINE,
		    "`%s` holds too many files for `--new-since`.", path);
	else if (result == DD_GIT_YES) {
		read_listing(since, folder, &text);
		result = DD_OK;
	}
	dd_buffer_release(&text);
	return result;
}

static int
open_folder(struct dd_since *since, const char *revision, const char *path,
    struct dd_error *error)
{
	static const char *const words[] = {
	    "rev-parse", "--show-toplevel", NULL};
	const char *commit;
	struct dd_buffer top;
	int result;

	if (dd_table_find(&since->folders, path))
		return DD_OK;
	dd_buffer_init(&top, 0);
	result = ask_line(path, words, &top, error);
	if (result == DD_GIT_NO)
		result = dd_error_set(error, DD_E_USAGE,
		    "`--new-since` cannot ask git about `%s`: %s.", path,
		    top.data);
	else if (result == DD_GIT_YES)
		result = find_commit(since, revision, top.data, &commit, error);
	if (result == DD_OK)
		result = list_folder(since, path, commit, error);
	dd_buffer_release(&top);
	return result;
}

/* A named file in a folder that is not there cannot be read, and is said then. */
static int
open_input(struct dd_since *since, const struct dd_session *session,
    size_t index, struct dd_error *error)
{
	const char *path = dd_session_path(session, index);
	char *folder = NULL, *name = NULL;
	int result = DD_OK;

	if (!path)
		return dd_error_set(error, DD_E_USAGE,
		    "`--new-since` needs to know which file standard input is; "
		    "name it with `--stdin-filename`.");
	if (cut_path(path, &folder, &name))
		result =
		    open_folder(since, session->set->new_since, folder, error);
	else if (dd_session_is_piped(session, index))
		result = dd_error_set(error, DD_E_USAGE,
		    "`%s` has no folder to look for a git repository in: %s.",
		    path, strerror(errno));
	free(folder);
	free(name);
	return result;
}

static int
check_options(const struct dd_settings *set, struct dd_error *error)
{
	if (set->write_baseline)
		return dd_error_set(error, DD_E_USAGE,
		    "`--new-since` and `--write-baseline` exclude each other: "
		    "a "
		    "baseline holds what is old as well.");
	if (set->jsonl)
		return dd_error_set(error, DD_E_USAGE,
		    "`--%s` and `--%s` exclude each other.", "new-since",
		    "jsonl");
	if (set->new_since[0] == '-')
		return dd_error_set(error, DD_E_USAGE,
		    "`%s` is no revision; name a commit, a branch or a tag of "
		    "git.",
		    set->new_since);
	return DD_OK;
}

/* --- old files ------------------------------------------------------------- */

/* The id of the old file of an input in *ret_blob; NULL: there was none. Returns
 * the folder that git is asked in, the caller's to free. */
static char *
find_blob(const struct dd_since *since, size_t index, const char **ret_blob)
{
	const char *path = dd_session_path(since->session, index);
	char *folder = NULL, *name = NULL;
	const struct dd_since_folder *found = NULL;

	if (cut_path(path, &folder, &name))
		found = dd_table_find(&since->folders, folder);
	*ret_blob = found ? dd_table_find(&found->blobs, name) : NULL;
	free(name);
	return folder;
}

/* The `load` of a dd_work. */
static int
load_old(
    void *data, size_t index, struct dd_buffer *bytes, struct dd_error *error)
{
	const struct dd_since *since = data;
	const char *words[] = {"cat-file", "blob", NULL, NULL};
	char *folder = find_blob(since, index, &words[2]);
	int result = DD_E_INPUT; /* nobody asks for it */

	if (words[2])
		result =
		    dd_git_ask(folder, words, dd_session_limit(), bytes, error);
	if (result == DD_GIT_NO)
		result = dd_error_set(error, DD_E_ENGINE,
		    "git cannot read the old `%s`: %s.",
		    dd_session_name(since->session, index), bytes->data);
	free(folder);
	return result == DD_GIT_YES ? DD_OK : result;
}

/* Takes over a finding of the old file (is_known of the library). */
static bool
note_old(void *context, const char *id, const char *key)
{
	dd_buffer_printf(context, "%s %s\n", key, id);
	return false;
}

/* The `serve` of a dd_work: checks the old bytes as the new ones are checked, and
 * lists what is found. Where that does not work, there are no old findings. */
static void
check_old(void *data, const struct dd_exam *exam, struct dd_buffer *answer)
{
	const struct dd_since *since = data;
	const struct dd_session *session = since->session;
	struct diplodoc_check_options options = *session->check;
	struct diplodoc_document *document = diplodoc_open(
	    session->engine, exam->name, exam->path, exam->bytes, exam->len);
	struct dd_buffer lines;

	dd_buffer_init(&lines, 0);
	options.is_known = note_old;
	options.spent = NULL;
	options.context = &lines;
	diplodoc_check(document, &options, NULL);
	dd_wire_put_text(answer, lines.len > 0 ? lines.data : "");
	diplodoc_close(document);
	dd_buffer_release(&lines);
}

/* The old file of an input, where there is one. */
static void
take_old(struct dd_since *since, size_t index, struct dd_crew *crew)
{
	struct dd_session *session = since->session;
	struct diplodoc_error error = {0};
	struct dd_buffer bytes;
	const char *blob, *lines;
	int result;

	free(find_blob(since, index, &blob));
	if (!blob)
		return;
	dd_buffer_init(&bytes, 0);
	result = dd_crew_await(crew, index, &bytes, &error);
	if (result == DD_OK && !dd_crew_is_stopped(crew)) {
		lines = dd_wire_text(&crew->answer);
		since->old[index] = dd_arena_dup(&since->arena, lines);
	} else if (result != DD_OK) {
		dd_console_fail(session->console, result, error.text);
	}
	dd_buffer_release(&bytes);
}

static int
check_all(struct dd_since *since)
{
	const struct dd_work work = {
	    .load = load_old, .serve = check_old, .data = since};
	struct dd_session *session = since->session;
	struct dd_crew crew;
	bool stopped = false;
	size_t i = 0;

	since->old = dd_calloc(session->inputs.count, sizeof *since->old);
	dd_crew_open(&crew, session, &work);
	for (; !stopped && dd_session_next(session, &i); i += !stopped) {
		take_old(since, i, &crew);
		stopped = dd_crew_is_stopped(&crew);
	}
	dd_crew_close(&crew, i);
	return session->console->status > 128 ? DD_E_ENGINE : DD_OK;
}

int
dd_since_open(struct dd_since *since, struct dd_session *session)
{
	struct dd_error error = {.messages = &session->console->messages};
	int result = check_options(session->set, &error);

	*since = (struct dd_since){.session = session};
	dd_arena_init(&since->arena);
	dd_arena_init(&since->lines_arena);
	dd_table_init(&since->commits);
	dd_table_init(&since->folders);
	dd_table_init(&since->lines);
	for (size_t i = 0;
	     result == DD_OK && dd_inputs_has(&session->inputs, i); i++)
		result = open_input(since, session, i, &error);
	if (result != DD_OK)
		dd_console_fail(session->console, result, error.text);
	return result == DD_OK ? check_all(since) : result;
}

void
dd_since_release(struct dd_since *since)
{
	for (size_t i = 0; i < since->folders.count; i++) {
		struct dd_since_folder *folder =
		    since->folders.entries[i].value;

		dd_table_release(&folder->blobs);
	}
	free(since->old);
	dd_table_release(&since->commits);
	dd_table_release(&since->folders);
	dd_table_release(&since->lines);
	dd_arena_release(&since->arena);
	dd_arena_release(&since->lines_arena);
}

const char *
dd_since_lines(const struct dd_since *since, size_t index)
{
	return since->old[index];
}

void
dd_since_recall(struct dd_since *since, const char *lines)
{
	dd_table_release(&since->lines);
	dd_arena_release(&since->lines_arena);
	dd_table_init(&since->lines);
	dd_arena_init(&since->lines_arena);
	for (; lines && *lines; lines += strcspn(lines, "\n") + 1) {
		char *text = dd_arena_ndup(
		    &since->lines_arena, lines, strcspn(lines, "\n"));
		struct dd_since_line *line = dd_table_find(&since->lines, text);

		if (!line) {
			line =
			    dd_arena_alloc(&since->lines_arena, sizeof(*line));
			dd_table_add(&since->lines, text, line);
		}
		line->listed++;
	}
}

void
dd_since_enter(struct dd_since *since)
{
	since->round++;
}

bool
dd_since_ask(struct dd_since *since, const char *id, const char *key)
{
	struct dd_since_line *line;
	struct dd_buffer text;

	dd_buffer_init(&text, 0);
	dd_buffer_printf(&text, "%s %s", key, id);
	line = dd_table_find(&since->lines, text.data);
	dd_buffer_release(&text);
	if (!line)
		return false;
	if (line->round != since->round) {
		line->round = since->round;
		line->seen = 0;
	}
	if (line->seen == line->listed)
		return false;
	line->seen++;
	return true;
}
