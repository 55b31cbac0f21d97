/* SPDX-License-Identifier: MIT */
/*
 * Owns: a worker from its fork to its end, and the loop in it. Leaves which task
 * it gets to pool.c.
 */
#include "run/worker.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "run/record.h"
#include "run/sandbox.h"
#include "xml/limits.h"

enum { PIECE = 64 * 1024 }; /* bytes that are read at a time */

/* --- in the worker --------------------------------------------------------- */

/* What has come from the parent, which is trusted, by a socket that loses none:
 * heads and tasks without feet, several at a time. */
struct inbox {
	int fd;
	struct dd_buffer bytes;
	size_t at; /* where the next one begins */
};

/* The next task, with a NUL behind it, until more is read. False where it is not
 * whole yet. */
static bool
take(struct inbox *inbox, uint64_t *ret_number, const char **ret_task,
    size_t *ret_len)
{
	const char *head = inbox->bytes.data + inbox->at;
	size_t left = inbox->bytes.len - inbox->at, len = 0;

	if (left < DD_RECORD_HEAD)
		return false;
	for (int i = 7; i >= 0; i--) {
		*ret_number = *ret_number << 8 | (unsigned char)head[8 + i];
		len = len << 8 | (unsigned char)head[16 + i];
	}
	if (left - DD_RECORD_HEAD < len)
		return false;
	*ret_task = head + DD_RECORD_HEAD;
	*ret_len = len;
	inbox->at += DD_RECORD_HEAD + len;
	/* Over the next mark, at most, which nobody looks at. */
	inbox->bytes.data[inbox->at] = '\0';
	return true;
}

/* Waits for more, and forgets what was taken. False where none will come. */
static bool
fill(struct inbox *inbox)
{
	struct dd_buffer *bytes = &inbox->bytes;
	size_t rest = bytes->len - inbox->at;
	ssize_t got;
	char *room;

	if (rest > 0)
		memmove(bytes->data, bytes->data + inbox->at, rest);
	bytes->len = rest;
	inbox->at = 0;
	room = dd_buffer_room(bytes, PIECE);
	got = TEMP_FAILURE_RETRY(read(inbox->fd, room, PIECE));
	if (got > 0)
		dd_buffer_extend(bytes, (size_t)got);
	return got > 0;
}

static void
write_all(int fd, const void *data, size_t len)
{
	const char *at = data;

	while (len > 0) {
		ssize_t put = write(fd, at, len);

		if (put < 0 && errno == EINTR)
			continue;
		if (put <= 0)
			_exit(1);
		at += put;
		len -= (size_t)put;
	}
}

/* In one piece, so that the parent is woken once. */
static void
send_answer(int fd, uint64_t number, const struct dd_buffer *answer)
{
	struct dd_buffer record;

	dd_buffer_init(&record, 0);
	dd_record_write(&record, number, answer->data, answer->len);
	write_all(fd, record.data, record.len);
	dd_buffer_release(&record);
}

static void __attribute__((noreturn))
serve(int fd, dd_worker_job job, void *context)
{
	struct inbox inbox = {.fd = fd};
	struct dd_buffer answer;
	uint64_t number = 0;
	const char *task;
	size_t len;

	dd_buffer_init(&inbox.bytes, 0);
	do {
		while (take(&inbox, &number, &task, &len)) {
			dd_buffer_init(&answer, 0);
			dd_sandbox_document_begin();
			job(context, task, len, &answer);
			dd_sandbox_document_end();
			send_answer(fd, number, &answer);
			dd_buffer_release(&answer);
		}
	} while (fill(&inbox));
	_exit(0);
}

/* The ends of its connections: tasks, and files or -1. */
static void __attribute__((noreturn))
begin(const int ends[2], pid_t parent, const struct dd_worker_options *options)
{
	struct dd_sandbox_options sandbox = *options->sandbox;

	sandbox.keep = ends;
	sandbox.keep_count = ends[1] < 0 ? 1 : 2;
	sandbox.receive = ends[1];
	sandbox.parent = parent;
	dd_sandbox_enter(&sandbox);
	if (options->connect)
		options->connect(options->context, ends[1]);
	serve(ends[0], options->job, options->context);
}

/* --- in the parent --------------------------------------------------------- */

/* Whoever interrupts a run at the terminal means the parent, which then decides
 * what becomes of its workers. */
static pid_t
fork_deaf(void)
{
	sigset_t ours, before;
	pid_t pid;

	sigemptyset(&ours);
	sigaddset(&ours, SIGINT);
	sigaddset(&ours, SIGTERM);
	sigprocmask(SIG_BLOCK, &ours, &before);
	pid = fork();
	if (pid == 0) {
		signal(SIGINT, SIG_IGN);
		signal(SIGTERM, SIG_IGN);
	}
	sigprocmask(SIG_SETMASK, &before, NULL);
	return pid;
}

static void
close_pair(const int pair[2])
{
	for (int i = 0; i < 2; i++)
		if (pair[i] >= 0)
			close(pair[i]);
}

/* Pairs of [0] our end and [1] its end. Requests for files come one by one,
 * whole. */
static bool
connect_ends(int tasks[2], int files[2], bool asks)
{
	files[0] = files[1] = -1;
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, tasks) < 0)
		return false;
	if (!asks ||
	    socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, files) == 0)
		return true;
	close_pair(tasks);
	return false;
}

int
dd_worker_start(
    struct dd_worker *worker, const struct dd_worker_options *options)
{
	pid_t parent = getpid();
	int tasks[2], files[2];

	*worker = (struct dd_worker){.fd = -1, .files = -1};
	if (!connect_ends(tasks, files, options->connect != NULL))
		return -1;
	worker->pid = fork_deaf();
	if (worker->pid == 0)
		begin((const int[]){tasks[1], files[1]}, parent, options);
	if (worker->pid < 0) {
		close_pair(tasks);
		close_pair(files);
		worker->pid = 0;
		return -1;
	}
	close_pair((const int[]){tasks[1], files[1]});
	fcntl(tasks[0], F_SETFL, O_NONBLOCK);
	worker->fd = tasks[0];
	worker->files = files[0];
	worker->space = dd_worker_pages(worker);
	return 0;
}

size_t
dd_worker_heed(struct dd_worker *worker, char *request, size_t size)
{
	ssize_t got = recv(worker->files, request, size, MSG_DONTWAIT);

	if (got > 0)
		return (size_t)got;
	if (got < 0 && (errno == EAGAIN || errno == EINTR))
		return 0;
	close(worker->files); /* its end is told by the other connection */
	worker->files = -1;
	return 0;
}

static enum dd_worker_end
explain(int status)
{
	if (WIFSIGNALED(status))
		return WTERMSIG(status) == SIGSYS ? DD_END_CALL
		    : WTERMSIG(status) == SIGXCPU ? DD_END_TIME
						  : DD_END_CRASH;
	switch (WEXITSTATUS(status)) {
	case DD_WORKER_MEMORY:
	case -DD_E_ENGINE: /* base/memory.c, where no more is to be had */
		return DD_END_MEMORY;
	case DD_WORKER_CPU:
	case DD_WORKER_WALL:
		return DD_END_TIME;
	default:
		return DD_END_CRASH;
	}
}

enum dd_worker_end
dd_worker_stop(struct dd_worker *worker)
{
	int status = 0;

	if (worker->pid == 0)
		return DD_END_CRASH;
	close_pair((const int[]){worker->fd, worker->files});
	kill(worker->pid, SIGKILL);
	while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
		continue;
	*worker = (struct dd_worker){.fd = -1, .files = -1};
	return explain(status);
}

size_t
dd_worker_pages(const struct dd_worker *worker)
{
	char path[64];
	size_t pages = 0;
	FILE *file;

	snprintf(path, sizeof path, "/proc/%d/statm", (int)worker->pid);
	file = fopen(path, "re");
	if (file && fscanf(file, "%*u %zu", &pages) != 1)
		pages = 0;
	if (file)
		fclose(file);
	return pages;
}
