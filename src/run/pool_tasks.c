/* SPDX-License-Identifier: MIT */
/*
 * Owns: who does which task, and what becomes of those whose worker has ended.
 * Leaves the bytes on their way to pool.c.
 */
#include "run/pool_internal.h"
#include "run/record.h"
#include <time.h>
#include <unistd.h>

enum { LOOK_EVERY = 32 }; /* tasks between two looks at a worker's memory */

uint64_t
dd_pool_clock(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

struct dd_task *
dd_pool_task(const struct dd_pool *pool, uint64_t number)
{
	return &pool->tasks[number % pool->window];
}

static struct dd_task *
find_waiting(const struct dd_pool *pool)
{
	for (uint64_t n = pool->first; n < pool->next; n++)
		if (dd_pool_task(pool, n)->state == DD_TASK_WAITING)
			return dd_pool_task(pool, n);
	return NULL;
}

/* The one with the least to do that takes one more; a task that brought its
 * worker to its end gets one that has nothing to do. */
static struct dd_post *
find_post(const struct dd_pool *pool, const struct dd_task *task)
{
	size_t limit = task->again ? 1 : DD_POOL_QUEUE;
	struct dd_post *best = NULL;

	for (size_t i = 0; i < pool->count; i++) {
		struct dd_post *post = &pool->posts[i];

		if (!post->alone && !post->sending && post->queued < limit &&
		    post->done + post->queued < DD_POOL_TASKS &&
		    (!best || post->queued < best->queued))
			best = post;
	}
	return best;
}

static void
finish(struct dd_task *task, enum dd_worker_end end)
{
	task->state = DD_TASK_DONE;
	task->end = end;
}

static void
assign(struct dd_pool *pool, struct dd_post *post, struct dd_task *task)
{
	const struct dd_pool_options *options = &pool->options;

	if (task->again)
		dd_pool_bury(pool, post, -1);
	if (post->worker.pid == 0 &&
	    dd_worker_start(&post->worker, &options->worker) < 0) {
		finish(task, DD_END_FORK);
		return;
	}
	if (post->queued++ == 0)
		post->since = dd_pool_clock();
	post->alone = task->again;
	post->sending = task;
	post->sent = 0;
	task->state = DD_TASK_SENT;
	task->place = (size_t)(post - pool->posts);
}

void
dd_pool_assign(struct dd_pool *pool)
{
	struct dd_task *task;
	struct dd_post *post;

	while ((task = find_waiting(pool)) && (post = find_post(pool, task)))
		assign(pool, post, task);
}

static bool
has_grown(const struct dd_post *post)
{
	size_t most = DD_POOL_GROWTH / (size_t)sysconf(_SC_PAGESIZE);

	return post->done % LOOK_EVERY == 0 &&
	    dd_worker_pages(&post->worker) > post->worker.space + most;
}

void
dd_pool_retire(struct dd_pool *pool, struct dd_post *post)
{
	if (post->done >= DD_POOL_TASKS || has_grown(post))
		post->alone = true;
	if (post->queued == 0 && post->alone)
		dd_pool_bury(pool, post, -1);
}

/* Who ended at a limit of a document would do so again, in so much time. One that
 * had to be ended may have stood still for another reason. */
static bool
is_final(enum dd_worker_end end)
{
	return end == DD_END_MEMORY || end == DD_END_TIME;
}

void
dd_pool_bury(struct dd_pool *pool, struct dd_post *post, int end)
{
	enum dd_worker_end how = dd_worker_stop(&post->worker);
	bool final = end < 0 && is_final(how), first = true;

	if (end >= 0)
		how = (enum dd_worker_end)end;
	for (uint64_t n = pool->first; n < pool->next; n++) {
		struct dd_task *task = dd_pool_task(pool, n);

		if (task->state != DD_TASK_SENT ||
		    &pool->posts[task->place] != post)
			continue;
		task->state = DD_TASK_WAITING;
		if (first && (task->again || final))
			finish(task, how);
		task->again |= first;
		first = false;
	}
	dd_buffer_release(&post->in);
	*post = (struct dd_post){.worker = {.fd = -1, .files = -1}};
	dd_buffer_init(&post->in, 0);
}

/* Behind its head; a task has no foot, as its reader trusts who sends it. */
const char *
dd_pool_task_bytes(const struct dd_task *task, size_t *ret_len)
{
	*ret_len = task->record.len - DD_RECORD_HEAD;
	return task->record.data + DD_RECORD_HEAD;
}

void
dd_pool_list(const struct dd_pool *pool, const struct dd_post *post,
    struct dd_pool_hand *ret_hand)
{
	ret_hand->count = 0;
	for (uint64_t n = pool->first; n < pool->next; n++) {
		const struct dd_task *task = dd_pool_task(pool, n);

		if (task->state != DD_TASK_SENT ||
		    &pool->posts[task->place] != post)
			continue;
		ret_hand->tasks[ret_hand->count].number = n + 1;
		ret_hand->tasks[ret_hand->count].bytes = dd_pool_task_bytes(
		    task, &ret_hand->tasks[ret_hand->count].len);
		if (++ret_hand->count == DD_POOL_QUEUE)
			return;
	}
}

void
dd_pool_heed(struct dd_pool *pool)
{
	int interrupts =
	    pool->options.interrupts ? *pool->options.interrupts : 0;

	if (interrupts == 0)
		return;
	for (size_t i = 0; interrupts > 1 && i < pool->count; i++)
		dd_pool_bury(pool, &pool->posts[i], -1);
	for (uint64_t n = pool->first; n < pool->next; n++) {
		struct dd_task *task = dd_pool_task(pool, n);

		if (task->state == DD_TASK_WAITING) {
			task->state = DD_TASK_DONE;
			task->stopped = true;
		}
	}
}
