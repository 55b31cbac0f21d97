/* SPDX-License-Identifier: MIT */
/* A process that does one task after the other, and what became of it. */
#ifndef DD_RUN_WORKER_H
#define DD_RUN_WORKER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct dd_buffer;
struct dd_sandbox_options;

/* What is done in the worker: reads a task, appends the answer. */
typedef void (*dd_worker_job)(
    void *context, const char *task, size_t len, struct dd_buffer *answer);

/* Is called in the worker, before its first task, with the connection by which
 * it may ask for files. */
typedef void (*dd_worker_connect)(void *context, int fd);

/* How a worker came to its end. */
enum dd_worker_end {
	DD_END_CRASH,  /* a signal, or an exit that nobody expects */
	DD_END_MEMORY, /* no more memory for this task */
	DD_END_TIME,   /* nor time */
	DD_END_CALL,   /* a system call that is refused */
	DD_END_LIE,    /* what it sent is no record */
	DD_END_FORK,   /* it could not be started */
};

struct dd_worker {
	pid_t pid;    /* 0: there is none */
	int fd;	      /* both ways; does not block */
	int files;    /* by which it asks for files; -1: none, or no more */
	size_t space; /* pages that it had in memory at its start */
};

struct dd_worker_options {
	dd_worker_job job;
	dd_worker_connect connect; /* NULL: it asks for no files */
	void *context;		   /* of both */
	const struct dd_sandbox_options *sandbox; /* borrowed */
};

/* Forks it, and puts the sandbox on in the child. Returns 0, or -1 with errno.
 */
int dd_worker_start(
    struct dd_worker *worker, const struct dd_worker_options *options);

/* Takes a request for files; its length, 0 where there is none. */
size_t dd_worker_heed(struct dd_worker *worker, char *request, size_t size);

/* Ends it at once, whatever it does, waits for that, and tells how it ended: of
 * one that had ended before, by what. */
enum dd_worker_end dd_worker_stop(struct dd_worker *worker);

/* Pages that it has in memory; 0 where nobody says. */
size_t dd_worker_pages(const struct dd_worker *worker);

#endif
