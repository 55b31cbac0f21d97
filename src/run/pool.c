/* SPDX-License-Identifier: MIT */
/*
 * Owns: bytes to workers and from them, and the window of tasks. Leaves who does
 * what to pool_tasks.c.
 */
#include "run/pool.h"
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <sys/socket.h>
#include "base/memory.h"
#include "run/pool_internal.h"
#include "run/record.h"

enum { PIECE = 64 * 1024, TICK = 500 }; /* bytes; milliseconds */

struct dd_pool *
dd_pool_new(const struct dd_pool_options *options)
{
	struct dd_pool *pool = dd_calloc(1, sizeof *pool);

	pool->options = *options;
	pool->count = options->workers < DD_POOL_WORKERS ? options->workers
							 : DD_POOL_WORKERS;
	pool->window = pool->count * DD_POOL_WINDOW;
	pool->posts = dd_calloc(pool->count, sizeof *pool->posts);
	pool->tasks = dd_calloc(pool->window, sizeof *pool->tasks);
	for (size_t i = 0; i < pool->count; i++) {
		pool->posts[i].worker.fd = pool->posts[i].worker.files = -1;
		dd_buffer_init(&pool->posts[i].in, 0);
	}
	return pool;
}

static void
release_task(struct dd_pool *pool, struct dd_task *task)
{
	pool->task_bytes -= task->record.len;
	pool->answer_bytes -= task->answer.len;
	dd_buffer_release(&task->record);
	dd_buffer_release(&task->answer);
}

/* The task that was taken last is out until the next call. */
static void
forget_taken(struct dd_pool *pool)
{
	if (pool->taken)
		release_task(pool, dd_pool_task(pool, pool->first++));
	pool->taken = false;
}

void
dd_pool_free(struct dd_pool *pool)
{
	if (!pool)
		return;
	for (size_t i = 0; i < pool->count; i++) {
		dd_worker_stop(&pool->posts[i].worker);
		dd_buffer_release(&pool->posts[i].in);
	}
	for (; pool->first < pool->next; pool->first++)
		release_task(pool, dd_pool_task(pool, pool->first));
	free(pool->posts);
	free(pool->tasks);
	free(pool);
}

bool
dd_pool_has_room(const struct dd_pool *pool)
{
	size_t waiting = (size_t)(pool->next - pool->first) - pool->taken;

	return waiting == 0 ||
	    (waiting + pool->taken < pool->window &&
		pool->task_bytes < DD_POOL_BYTES);
}

/* Sends as much as there is room for; reading finds out where the worker is
 * gone. */
static void
send_some(struct dd_post *post)
{
	const struct dd_buffer *record;

	while (post->sending) {
		ssize_t put;

		record = &post->sending->record;
		put = send(post->worker.fd, record->data + post->sent,
		    record->len - post->sent, MSG_NOSIGNAL);
		if (put < 0)
			return;
		post->sent += (size_t)put;
		if (post->sent == record->len)
			post->sending = NULL;
	}
}

/* The task at work there: the oldest of those that were sent. */
static struct dd_task *
find_current(
    struct dd_pool *pool, const struct dd_post *post, uint64_t *ret_number)
{
	for (uint64_t n = pool->first; n < pool->next; n++) {
		struct dd_task *task = dd_pool_task(pool, n);

		*ret_number = n;
		if (task->state == DD_TASK_SENT &&
		    &pool->posts[task->place] == post)
			return task;
	}
	return NULL;
}

static void
accept_answer(struct dd_pool *pool, struct dd_post *post, struct dd_task *task,
    size_t size)
{
	struct dd_buffer rest;

	dd_buffer_init(&rest, 0);
	dd_buffer_add(&rest, post->in.data + size, post->in.len - size);
	task->answer = post->in;
	task->answer.len = size;
	post->in = rest;
	pool->answer_bytes += size;
	task->state = DD_TASK_DONE;
	task->answered = true;
	post->queued--;
	post->done++;
	post->since = dd_pool_clock();
}

/* False where what came is not the answer that is due. */
static bool
read_answers(struct dd_pool *pool, struct dd_post *post)
{
	struct dd_record record;
	uint64_t number;
	size_t size;

	while (post->in.len > 0) {
		struct dd_task *task = find_current(pool, post, &number);
		enum dd_record_state state = dd_record_read(post->in.data,
		    post->in.len, pool->options.answer_max, &record, &size);

		if (state == DD_RECORD_PART && task)
			return true;
		/* Nor can one be due that was not wholly sent. */
		if (state != DD_RECORD_WHOLE || !task ||
		    task == post->sending || record.number != number)
			return false;
		accept_answer(pool, post, task, size);
	}
	dd_pool_retire(pool, post);
	return true;
}

static void
receive_some(struct dd_pool *pool, struct dd_post *post)
{
	char *room = dd_buffer_room(&post->in, PIECE);
	ssize_t got = recv(post->worker.fd, room, PIECE, 0);

	if (got < 0 && (errno == EAGAIN || errno == EINTR))
		return;
	if (got > 0)
		dd_buffer_extend(&post->in, (size_t)got);
	if (got <= 0)
		dd_pool_bury(pool, post, -1);
	else if (!read_answers(pool, post))
		dd_pool_bury(pool, post, DD_END_LIE);
}

/* While many answers wait for an earlier one, only that one is read on. */
static bool
is_held(const struct dd_pool *pool, const struct dd_post *post)
{
	const struct dd_task *oldest = dd_pool_task(pool, pool->first);

	return pool->answer_bytes > DD_POOL_BYTES && !pool->taken &&
	    oldest->state == DD_TASK_SENT &&
	    &pool->posts[oldest->place] != post;
}

/* The connections of a worker; how many. */
static size_t
list_ends(const struct dd_post *post, struct pollfd *ends)
{
	ends[0] = (struct pollfd){.fd = post->worker.fd,
	    .events = (short)(POLLIN | (post->sending ? POLLOUT : 0))};
	if (post->worker.files < 0)
		return 1;
	ends[1] = (struct pollfd){.fd = post->worker.files, .events = POLLIN};
	return 2;
}

static size_t
list_files(struct dd_pool *pool, struct pollfd *files, struct dd_post **posts)
{
	size_t count = 0;

	for (size_t i = 0; i < pool->count; i++) {
		struct dd_post *post = &pool->posts[i];
		bool held = is_held(pool, post);

		if (held)
			post->since = dd_pool_clock();
		if (post->worker.pid == 0 || held)
			continue;
		posts[count] = posts[count + 1] = post;
		count += list_ends(post, files + count);
	}
	return count;
}

/* One that does not end by itself, because its own memory is broken. */
static bool
is_late(const struct dd_pool *pool, const struct dd_post *post)
{
	return post->queued > 0 &&
	    dd_pool_clock() > post->since + pool->options.wall;
}

static void
answer_request(struct dd_pool *pool, struct dd_post *post)
{
	const struct dd_pool_options *options = &pool->options;
	char request[DD_POOL_REQUEST];
	struct dd_pool_hand hand;
	size_t len = dd_worker_heed(&post->worker, request, sizeof request);

	if (len == 0)
		return;
	dd_pool_list(pool, post, &hand);
	if (!options->answer(options->worker.context, post->worker.files,
		request, len, &hand))
		dd_pool_bury(pool, post, DD_END_LIE);
}

/* What one connection has. */
static void
attend(struct dd_pool *pool, struct dd_post *post, const struct pollfd *end)
{
	bool comes = end->revents & (POLLIN | POLLHUP | POLLERR);

	if (end->fd == post->worker.files) {
		if (comes)
			answer_request(pool, post);
	} else if (end->fd != post->worker.fd) {
		return; /* its worker is gone by now */
	} else if (comes) {
		/* Of one that is gone all is read first: its last answer tells
		 * which task was at work. */
		receive_some(pool, post);
	} else if (end->revents & POLLOUT) {
		send_some(post);
	} else if (is_late(pool, post)) {
		dd_pool_bury(pool, post, DD_END_TIME);
	}
}

/* Moves bytes, waiting at most so long for some to move. */
static void
pump(struct dd_pool *pool, int timeout)
{
	struct pollfd files[2 * DD_POOL_WORKERS];
	struct dd_post *posts[2 * DD_POOL_WORKERS];
	size_t count;

	dd_pool_heed(pool);
	dd_pool_assign(pool);
	count = list_files(pool, files, posts);
	if (poll(files, count, timeout) < 0)
		return;
	for (size_t i = 0; i < count; i++)
		attend(pool, posts[i], &files[i]);
}

void
dd_pool_put(struct dd_pool *pool, const void *data, size_t len)
{
	struct dd_task *task = dd_pool_task(pool, pool->next);
	unsigned char head[DD_RECORD_HEAD];

	*task = (struct dd_task){.state = DD_TASK_WAITING};
	dd_buffer_init(&task->record, 0);
	dd_buffer_init(&task->answer, 0);
	dd_record_head(pool->next, len, head);
	dd_buffer_add(&task->record, head, sizeof head);
	dd_buffer_add(&task->record, data, len);
	pool->task_bytes += task->record.len;
	pool->next++;
	pump(pool, 0);
}

static void
show(const struct dd_task *task, struct dd_pool_result *ret_result)
{
	*ret_result = (struct dd_pool_result){
	    .done = task->answered,
	    .stopped = task->stopped,
	    .end = task->end,
	};
	ret_result->task = dd_pool_task_bytes(task, &ret_result->task_len);
	if (!task->answered)
		return;
	ret_result->answer = task->answer.data + DD_RECORD_HEAD;
	ret_result->answer_len =
	    task->answer.len - DD_RECORD_HEAD - DD_RECORD_FOOT;
}

bool
dd_pool_take(struct dd_pool *pool, struct dd_pool_result *ret_result)
{
	forget_taken(pool);
	if (pool->first == pool->next)
		return false;
	while (dd_pool_task(pool, pool->first)->state != DD_TASK_DONE)
		pump(pool, TICK);
	show(dd_pool_task(pool, pool->first), ret_result);
	pool->taken = true;
	return true;
}
