/* SPDX-License-Identifier: MIT */
/* What the files of the pool share; see pool.h. */
#ifndef DD_RUN_POOL_INTERNAL_H
#define DD_RUN_POOL_INTERNAL_H

#include <stdint.h>
#include "base/buffer.h"
#include "run/pool.h"

enum dd_task_state { DD_TASK_WAITING, DD_TASK_SENT, DD_TASK_DONE };

struct dd_task {
	enum dd_task_state state;
	struct dd_buffer record; /* the task as it is sent */
	struct dd_buffer answer; /* the record that came back */
	bool again;		 /* it was at work when its worker ended */
	bool answered, stopped;
	enum dd_worker_end end;
	size_t place; /* of its worker */
};

/* A worker and what it has to do: tasks in order, the first of them at work. */
struct dd_post {
	struct dd_worker worker;
	struct dd_buffer in; /* of its answer, so far */
	size_t queued;	     /* tasks */
	size_t done;
	struct dd_task *sending; /* the last one, as long as it is under way */
	size_t sent;		 /* bytes of it */
	bool alone;		 /* it gets no other task */
	uint64_t since;		 /* milliseconds; when the task at work began */
};

struct dd_pool {
	struct dd_pool_options options;
	struct dd_post *posts;
	size_t count;
	struct dd_task *tasks; /* a ring of `window` */
	size_t window;
	uint64_t first, next; /* numbers of the oldest task and the next one */
	size_t task_bytes, answer_bytes;
	bool taken; /* the result of `first - 1` is still out */
};

struct dd_task *dd_pool_task(const struct dd_pool *pool, uint64_t number);

/* The task as it was given; the bytes are lent. */
const char *dd_pool_task_bytes(const struct dd_task *task, size_t *ret_len);

/* Hands out tasks that wait, as far as there is someone to take them. */
void dd_pool_assign(struct dd_pool *pool);

/* Replaces a worker whose time has come and that has nothing to do. */
void dd_pool_retire(struct dd_pool *pool, struct dd_post *place);

/* A worker is at its end, or is to be: what it had to do is to be done anew.
 * `end` is taken where it is not negative, else that of the process. */
void dd_pool_bury(struct dd_pool *pool, struct dd_post *place, int end);

/* What that worker has to do and got whole or in part. */
void dd_pool_list(const struct dd_pool *pool, const struct dd_post *place,
    struct dd_pool_hand *ret_hand);

/* What an interrupt changes. */
void dd_pool_heed(struct dd_pool *pool);

uint64_t dd_pool_clock(void);

#endif
