/* SPDX-License-Identifier: MIT */
/*
 * Processes that work on tasks beside each other. A task and its answer are
 * bytes; answers come in the order of tasks, whoever was faster. A worker that
 * crashes, loops, floods or lies costs the answer to one task: the one at work
 * is tried once more, alone and in a fresh worker, unless it has used up its
 * time or memory; the others are done elsewhere.
 */
#ifndef DD_RUN_POOL_H
#define DD_RUN_POOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "run/worker.h"

struct dd_sandbox_options;

enum {
	DD_POOL_WORKERS = 256, /* at most */
	DD_POOL_QUEUE = 8,     /* tasks that wait at one worker, or in it */
	DD_POOL_WINDOW = 32,   /* tasks of each that are not taken yet */
	DD_POOL_REQUEST = 12 * 1024, /* bytes of a request for a file */
	DD_POOL_TASKS = 1000,	     /* after which a worker is replaced */
	DD_POOL_GROWTH = 64 * 1024 * 1024, /* bytes, likewise */
	/* Of tasks; and of answers that wait. One more may come on top. */
	DD_POOL_BYTES = 64 * 1024 * 1024,
};

/* What a worker has in hand: bytes of tasks, the one at work first. */
struct dd_pool_hand {
	struct {
		uint64_t number; /* from 1 */
		const char *bytes;
		size_t len;
	} tasks[DD_POOL_QUEUE];
	size_t count;
};

struct dd_pool_options {
	size_t workers; /* from 1; more than DD_POOL_WORKERS are that many */
	/* The context of the job is as it is when a worker is forked. */
	struct dd_worker_options worker;
	/* Answers a request of a worker by the connection `fd`, without waiting;
	 * false where the worker is to be ended. With `worker.connect`. */
	bool (*answer)(void *context, int fd, const char *request, size_t len,
	    const struct dd_pool_hand *hand);
	size_t answer_max; /* bytes of one answer */
	size_t wall; /* milliseconds for one task; what the sandbox allows, and
			some more */
	/* How often the run was interrupted: once, and no task begins any more;
	 * twice, and those that run are ended. NULL: never. */
	const volatile int *interrupts;
};

struct dd_pool_result {
	bool done;    /* there is an answer */
	bool stopped; /* there is none, because of an interrupt; or of `end` */
	enum dd_worker_end end;
	/* They live until the next call. */
	const char *task, *answer;
	size_t task_len, answer_len;
};

struct dd_pool;

/* Never NULL. No process is forked before the first task. */
struct dd_pool *dd_pool_new(const struct dd_pool_options *options);
/* Ends all workers. */
void dd_pool_free(struct dd_pool *pool);

/* True where a task may be put; it is where none waits. */
bool dd_pool_has_room(const struct dd_pool *pool);
/* Copies the task. */
void dd_pool_put(struct dd_pool *pool, const void *task, size_t len);

/* Waits for the answer to the oldest task that was not taken. False where there
 * is no such task. */
bool dd_pool_take(struct dd_pool *pool, struct dd_pool_result *ret_result);

#endif
