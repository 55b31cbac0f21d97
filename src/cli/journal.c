/* SPDX-License-Identifier: MIT */
/* Owns: the file of a journal. Leaves what an entry holds to entry.c, and when
 * one counts to resume.c. */
#include "cli/journal.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "base/lines.h"
#include "base/messages.h"
#include "cli/entry.h"

enum {
	SUM = 16,		       /* digits of a sum */
	HEAD_MOST = 256,	       /* bytes of the first line */
	LINE_MOST = 256 * 1024 * 1024, /* bytes of a line */
};

static const char heading[] = "diplodoc journal 1";

/* Where the last line of a name stands. */
struct place {
	size_t start, len;
};

static int
fail(const struct dd_journal *journal, int code, struct dd_error *error)
{
	return dd_error_set(error, code,
	    code == DD_E_INPUT ? N_("`%s` cannot be read: %s.")
			       : N_("`%s` cannot be written: %s."),
	    journal->path, strerror(errno));
}

/* "SUM\t" in front of what follows, and a newline behind it. */
static void
put_line(struct dd_buffer *out, const struct dd_buffer *rest)
{
	char digest[DD_DIGEST_SIZE];

	dd_digest_of(rest->data, rest->len, digest);
	dd_buffer_printf(out, "%.*s\t", SUM, digest);
	dd_buffer_add(out, rest->data, rest->len);
	dd_buffer_putc(out, '\n');
}

/* What stands behind the sum of a whole line; else NULL. */
static const char *
check_line(const char *line, size_t len)
{
	char digest[DD_DIGEST_SIZE];

	if (len <= SUM || line[SUM] != '\t')
		return NULL;
	dd_digest_of(line + SUM + 1, len - SUM - 1, digest);
	return memcmp(line, digest, SUM) == 0 ? line + SUM + 1 : NULL;
}

static int
write_line(struct dd_journal *journal, const struct dd_buffer *rest,
    struct dd_error *error)
{
	struct dd_buffer line;
	int result;

	dd_buffer_init(&line, 0);
	put_line(&line, rest);
	result = dd_file_write_fd(
	    journal->fd, journal->path, line.data, line.len, error);
	dd_buffer_release(&line);
	return result;
}

static int
begin(struct dd_journal *journal, struct dd_error *error)
{
	struct dd_buffer rest;
	int result = DD_OK;

	dd_buffer_init(&rest, 0);
	dd_buffer_printf(&rest, "%s\t%s\t%s", heading, journal->head.command,
	    journal->head.key);
	if (ftruncate(journal->fd, 0) < 0)
		result = fail(journal, DD_E_OUTPUT, error);
	else
		result = write_line(journal, &rest, error);
	dd_buffer_release(&rest);
	return result;
}

static void
remember(struct dd_journal *journal, const char *rest, size_t start, size_t len)
{
	char *name = dd_entry_name(rest);
	struct place *place = dd_table_find(&journal->entries, name);

	if (name && !place) {
		place = dd_arena_alloc(&journal->arena, sizeof(*place));
		dd_table_add(&journal->entries,
		    dd_arena_dup(&journal->arena, name), place);
	}
	if (place)
		*place = (struct place){start, len};
	journal->lines++;
	free(name);
}

/* A run that was killed at once has left no whole line. */
static bool
is_torn_head(const struct dd_journal *journal, size_t size)
{
	char start[SUM + sizeof(heading)] = {0};
	size_t len = size < sizeof(start) ? size : sizeof(start);

	if (size >= HEAD_MOST ||
	    pread(journal->fd, start, len, 0) != (ssize_t)len)
		return false;
	if (len <= SUM)
		return strspn(start, "0123456789abcdef") >= len;
	return start[SUM] == '\t' &&
	    memcmp(start + SUM + 1, heading, len - SUM - 1) == 0;
}

/* The head of a journal, from what stands behind the sum of its first line. */
static bool
read_head(struct dd_journal *journal, const char *rest)
{
	char *copy = dd_arena_dup(&journal->arena, rest), *part = copy;

	if (strcmp(strsep(&part, "\t"), heading) != 0 || !part)
		return false;
	journal->head.command = strsep(&part, "\t");
	journal->head.key = part;
	return part != NULL;
}

/* Reads all whole lines; *ret_head is false where the first one is no head. */
static int
scan(struct dd_journal *journal, size_t size, bool *ret_head,
    struct dd_error *error)
{
	struct dd_lines lines;
	struct dd_buffer line;
	bool cut;
	int result =
	    dd_lines_open(&lines, journal->path, '\n', LINE_MOST, error);

	*ret_head = false;
	dd_buffer_init(&line, 0);
	while (result >= 0 &&
	    (result = dd_lines_next(&lines, &line, &cut, error)) == 1) {
		const char *rest = check_line(line.data, line.len);

		/* What ends without a newline was not written to its end. */
		if (!rest || cut || journal->end + line.len + 1 > size)
			break;
		if (lines.number == 1 &&
		    !(*ret_head = read_head(journal, rest)))
			break;
		if (lines.number > 1)
			remember(journal, rest, journal->end, line.len);
		journal->end += line.len + 1;
	}
	journal->cut = size - journal->end;
	dd_buffer_release(&line);
	dd_lines_release(&lines);
	return result < 0 ? result : DD_OK;
}

static int
open_file(struct dd_journal *journal, enum dd_journal_use use,
    struct stat *info, struct dd_error *error)
{
	int flags =
	    use == DD_JOURNAL_READ ? O_RDONLY : O_RDWR | O_CREAT | O_APPEND;
	int code = use == DD_JOURNAL_READ ? DD_E_INPUT : DD_E_OUTPUT;

	journal->fd = open(
	    journal->path, flags | O_NOCTTY | O_NONBLOCK | O_CLOEXEC, 0666);
	if (journal->fd < 0 || fstat(journal->fd, info) < 0)
		return fail(journal, code, error);
	if (!S_ISREG(info->st_mode))
		return dd_error_set(error, DD_E_USAGE,
		    "`%s` is no regular file, so it cannot be a journal.",
		    journal->path);
	if (use != DD_JOURNAL_READ &&
	    flock(journal->fd, LOCK_EX | LOCK_NB) < 0 && errno == EWOULDBLOCK)
		return dd_error_set(error, DD_E_USAGE,
		    "the journal `%s` is in use by another run.",
		    journal->path);
	/* What the other run wrote before it was done. */
	return fstat(journal->fd, info) < 0 ? fail(journal, code, error)
					    : DD_OK;
}

/* Makes the journal ready for the next line. */
static int
prepare(struct dd_journal *journal, enum dd_journal_use use, bool has_head,
    const struct dd_journal_head *head, bool *ret_other, struct dd_error *error)
{
	bool same = has_head && strcmp(journal->head.key, head->key) == 0 &&
	    strcmp(journal->head.command, head->command) == 0;

	*ret_other = use == DD_JOURNAL_RESUME && has_head && !same;
	journal->head = *head;
	if (use == DD_JOURNAL_RESUME && same)
		return ftruncate(journal->fd, (off_t)journal->end) < 0
		    ? fail(journal, DD_E_OUTPUT, error)
		    : DD_OK;
	dd_table_release(&journal->entries);
	dd_table_init(&journal->entries);
	return begin(journal, error);
}

int
dd_journal_open(struct dd_journal *journal, const char *path,
    enum dd_journal_use use, const struct dd_journal_head *head,
    bool *ret_other, struct dd_error *error)
{
	struct stat info;
	bool has_head;
	int result;

	*journal = (struct dd_journal){.path = path, .fd = -1};
	dd_arena_init(&journal->arena);
	dd_table_init(&journal->entries);
	result = open_file(journal, use, &info, error);
	if (result == DD_OK)
		result = scan(journal, (size_t)info.st_size, &has_head, error);
	if (result != DD_OK)
		return result;
	if (!has_head && !is_torn_head(journal, (size_t)info.st_size))
		return dd_error_set(
		    error, DD_E_USAGE, "`%s` is no journal.", path);
	if (use == DD_JOURNAL_READ)
		return has_head ? DD_OK
				: dd_error_set(error, DD_E_USAGE,
				      "the journal `%s` is empty.", path);
	return prepare(journal, use, has_head, head, ret_other, error);
}

int
dd_journal_close(struct dd_journal *journal, struct dd_error *error)
{
	int result = DD_OK;

	if (journal->fd >= 0 && fcntl(journal->fd, F_GETFL) & O_APPEND &&
	    fsync(journal->fd) < 0 && errno != EINVAL)
		result = fail(journal, DD_E_OUTPUT, error);
	if (journal->fd >= 0 && close(journal->fd) < 0 && result == DD_OK)
		result = fail(journal, DD_E_OUTPUT, error);
	dd_table_release(&journal->entries);
	dd_arena_release(&journal->arena);
	journal->fd = -1;
	return result;
}

int
dd_journal_add(struct dd_journal *journal, const struct dd_entry *entry,
    struct dd_error *error)
{
	struct dd_buffer rest;
	int result;

	dd_buffer_init(&rest, 0);
	dd_entry_put(&rest, entry);
	result = write_line(journal, &rest, error);
	dd_buffer_release(&rest);
	return result;
}

bool
dd_journal_find(const struct dd_journal *journal, const char *name,
    struct dd_arena *arena, struct dd_entry *ret_entry)
{
	const struct place *place = dd_table_find(&journal->entries, name);
	const char *rest;
	char *line;

	if (!place)
		return false;
	line = dd_arena_alloc(arena, place->len + 1);
	if (pread(journal->fd, line, place->len, (off_t)place->start) !=
	    (ssize_t)place->len)
		return false;
	rest = check_line(line, place->len);
	return rest && dd_entry_get(rest, arena, ret_entry);
}
