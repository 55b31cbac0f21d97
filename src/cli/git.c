/* SPDX-License-Identifier: MIT */
/* Owns: the child process that git is, from its environment to its end. */
#include "cli/git.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/memory.h"

enum {
	CHUNK = 64 * 1024,  /* bytes that are read at once */
	REASON_MOST = 4096, /* bytes of what git says that are kept */
	WORDS_MAX = 24,	    /* of a command line */
};

/* A hook runs with these set; they would lead away from the folder. */
static const char *const led_astray[] = {"GIT_DIR", "GIT_WORK_TREE",
    "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_NAMESPACE",
    "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE", "GIT_LITERAL_PATHSPECS", NULL};

/* No lock, no question to the user, no word in another language, and no way to
 * a remote: no protocol has this name. */
static const char *const settings[] = {"GIT_OPTIONAL_LOCKS=0",
    "GIT_TERMINAL_PROMPT=0", "GIT_ALLOW_PROTOCOL=none", "LC_ALL=C",
    "LANGUAGE=C", NULL};

/* One run. */
struct child {
	pid_t id;
	int out, err; /* ends to read from; -1: closed */
	struct dd_buffer *said, *reason;
	size_t left; /* bytes that are still read of `out` */
};

static bool
is_set_by(const char *entry, const char *const *list)
{
	size_t len = strcspn(entry, "=");

	for (; *list; list++)
		if (strncmp(*list, entry, len) == 0 &&
		    (!(*list)[len] || (*list)[len] == '='))
			return true;
	return false;
}

/* The environment of git; the entries are borrowed, the list is not. */
static char **
make_environment(void)
{
	size_t count = 0, used = 0;
	char **list;

	while (environ[count])
		count++;
	list = dd_calloc(
	    count + sizeof(settings) / sizeof(*settings), sizeof(*list));
	for (size_t i = 0; i < count; i++)
		if (!is_set_by(environ[i], led_astray) &&
		    !is_set_by(environ[i], settings))
			list[used++] = environ[i];
	for (size_t i = 0; settings[i]; i++)
		list[used++] = (char *)settings[i];
	return list;
}

static void
make_words(
    const char *folder, const char *const *words, const char *out[WORDS_MAX])
{
	static const char *const first[] = {
	    "git", "--no-pager", "-c", "core.fsmonitor=false", "-C", NULL};
	size_t count = 0;

	for (size_t i = 0; first[i]; i++)
		out[count++] = first[i];
	out[count++] = folder;
	for (; *words && count < WORDS_MAX - 1; words++)
		out[count++] = *words;
	out[count] = NULL;
}

/* Starts git with its output in two pipes. Returns 0 or an errno. */
static int
spawn(const char *const *words, int out, int err, pid_t *ret_id)
{
	char **environment = make_environment();
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attributes;
	sigset_t back;
	int failure;

	sigemptyset(&back);
	sigaddset(&back, SIGPIPE);
	sigaddset(&back, SIGXFSZ);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
	posix_spawnattr_setsigdefault(&attributes, &back);
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(
	    &files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_adddup2(&files, out, STDOUT_FILENO);
	posix_spawn_file_actions_adddup2(&files, err, STDERR_FILENO);
	failure = posix_spawnp(ret_id, words[0], &files, &attributes,
	    (char *const *)words, environment);
	posix_spawn_file_actions_destroy(&files);
	posix_spawnattr_destroy(&attributes);
	free(environment);
	return failure;
}

static void
shut(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

/* Reads what is there; closes the end where nothing more comes. */
static void
drain(int *fd, struct dd_buffer *to, size_t *left)
{
	char chunk[CHUNK];
	ssize_t got = read(*fd, chunk, sizeof(chunk));
	size_t kept;

	if (got < 0 && errno == EINTR)
		return;
	kept = got > 0 ? (size_t)got : 0;
	kept = kept < *left ? kept : *left;
	dd_buffer_add(to, chunk, kept);
	*left -= kept;
	if (got <= 0)
		shut(fd);
}

/* Both ends at once: a child that waits for its reader would never end. */
static void
listen_to(struct child *child)
{
	size_t reason_left = REASON_MOST;

	while (child->out >= 0 || child->err >= 0) {
		struct pollfd ends[] = {{.fd = child->out, .events = POLLIN},
		    {.fd = child->err, .events = POLLIN}};

		if (poll(ends, 2, -1) < 0 && errno != EINTR)
			break;
		if (ends[0].revents)
			drain(&child->out, child->said, &child->left);
		if (ends[1].revents)
			drain(&child->err, child->reason, &reason_left);
		if (child->left == 0)
			break;
	}
	shut(&child->out);
	shut(&child->err);
}

/* Its exit code, or -1 where it did not end by itself. */
static int
wait_for(pid_t id)
{
	int status;

	while (waitpid(id, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int
start(struct child *child, const char *const *words, struct dd_error *error)
{
	int out[2] = {-1, -1}, err[2] = {-1, -1}, failure;

	/* Where the caller has it ignored, no child can be waited for. */
	signal(SIGCHLD, SIG_DFL);
	if (pipe2(out, O_CLOEXEC) < 0 || pipe2(err, O_CLOEXEC) < 0)
		failure = errno;
	else
		failure = spawn(words, out[1], err[1], &child->id);
	shut(&out[1]);
	shut(&err[1]);
	child->out = out[0];
	child->err = err[0];
	if (failure == 0)
		return DD_OK;
	shut(&child->out);
	shut(&child->err);
	return dd_error_set(error, failure == ENOENT ? DD_E_USAGE : DD_E_ENGINE,
	    failure == ENOENT
		? N_("git is not installed; `--new-since` needs it.")
		: N_("git cannot be run: %s."),
	    strerror(failure));
}

/* "not a git repository" of "fatal: not a git repository\n…". */
static void
keep_reason(struct dd_buffer *out, char *reason)
{
	static const char mark[] = "fatal: ";

	reason[strcspn(reason, "\n")] = 0;
	if (strncmp(reason, mark, strlen(mark)) == 0)
		reason += strlen(mark);
	dd_buffer_clear(out);
	dd_buffer_puts(out, reason);
}

int
dd_git_ask(const char *folder, const char *const *words, size_t max,
    struct dd_buffer *out, struct dd_error *error)
{
	const char *all[WORDS_MAX];
	struct dd_buffer reason;
	struct child child = {.said = out, .reason = &reason, .left = max + 1};
	int result, status;

	make_words(folder, words, all);
	dd_buffer_init(&reason, 0);
	result = start(&child, all, error);
	if (result == DD_OK) {
		listen_to(&child);
		if (child.left == 0)
			kill(child.id, SIGKILL);
		status = wait_for(child.id);
		result =
		    status == 0 || child.left == 0 ? DD_GIT_YES : DD_GIT_NO;
		if (result == DD_GIT_NO && status < 0)
			result = dd_error_set(
			    error, DD_E_ENGINE, "git did not come to its end.");
		else if (result == DD_GIT_NO)
			keep_reason(out, reason.data);
	}
	dd_buffer_release(&reason);
	return result;
}
