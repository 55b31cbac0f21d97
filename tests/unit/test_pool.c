/* SPDX-License-Identifier: MIT */
/* Workers that crash, loop, flood and lie: each costs its own task. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include "base/buffer.h"
#include "base/memory.h"
#include "run/pool.h"
#include "run/record.h"
#include "run/sandbox.h"

enum { ANSWER_MAX = 1 << 20, WALL = 700 };

/* On its connection, the only one that is open. */
static void
write_somewhere(const struct dd_buffer *bytes)
{
	int fd = 3;

	while (fd < DD_SANDBOX_FILES &&
	    write(fd, bytes->data, bytes->len) != (ssize_t)bytes->len)
		fd++;
}

static void
lie(const char *task, struct dd_buffer *answer)
{
	static const char rubbish[] =
	    "DDrec\r\n\x1a and then nothing of use at "
	    "all, for as long as anybody reads";
	struct dd_buffer record;

	(void)answer;
	dd_buffer_init(&record, 0);
	if (strcmp(task, "lie") == 0)
		dd_buffer_add(&record, rubbish, sizeof rubbish);
	else /* of another task */
		dd_record_write(&record, 1234, "x", 1);
	write_somewhere(&record);
	dd_buffer_release(&record);
}

/* Of the task at work, in all workers together. */
static int *attempts;

/* A worker may not sleep. */
static void
spin(double seconds)
{
	struct timespec start, now;

	clock_gettime(CLOCK_MONOTONIC, &start);
	do
		clock_gettime(CLOCK_MONOTONIC, &now);
	while ((double)(now.tv_sec - start.tv_sec) +
		(double)(now.tv_nsec - start.tv_nsec) / 1e9 <
	    seconds);
}

/* Does what the task says; else answers by the task in brackets. */
static void
job(void *context, const char *task, size_t len, struct dd_buffer *answer)
{
	(void)context;
	++*attempts;
	if (strcmp(task, "crash") == 0)
		__builtin_trap();
	if (strcmp(task, "exit") == 0)
		_exit(0);
	if (strcmp(task, "call") == 0)
		socket(AF_INET, SOCK_STREAM, 0);
	if (strcmp(task, "memory") == 0)
		_exit(DD_WORKER_MEMORY);
	if (strcmp(task, "cpu") == 0)
		_exit(DD_WORKER_CPU);
	if (strcmp(task, "wall") == 0)
		_exit(DD_WORKER_WALL);
	if (strcmp(task, "loop") == 0)
		spin(3600);
	if (strcmp(task, "flood") == 0)
		dd_buffer_repeat(answer, 'x', ANSWER_MAX + 1);
	if (strncmp(task, "lie", 3) == 0)
		lie(task, answer);
	if (strcmp(task, "grow") == 0)
		memset(dd_malloc(DD_POOL_GROWTH), 1, DD_POOL_GROWTH);
	if (strcmp(task, "pid") == 0)
		dd_buffer_printf(answer, "%d", (int)getpid());
	if (strcmp(task, "slow") == 0)
		spin(0.05);
	dd_buffer_printf(answer, "[%.*s]", (int)len, task);
}

static volatile int interrupts;

static struct dd_pool *
open_pool(size_t workers)
{
	static const struct dd_sandbox_options sandbox;
	const struct dd_pool_options options = {
	    .workers = workers,
	    .worker = {.job = job, .sandbox = &sandbox},
	    .answer_max = ANSWER_MAX,
	    .wall = WALL,
	    .interrupts = &interrupts,
	};

	interrupts = 0;
	signal(SIGILL, SIG_DFL); /* which cmocka catches */
	return dd_pool_new(&options);
}

static void
put(struct dd_pool *pool, const char *task)
{
	assert_true(dd_pool_has_room(pool));
	dd_pool_put(pool, task, strlen(task));
}

static void
expect(struct dd_pool *pool, const char *task)
{
	struct dd_pool_result result;
	char wanted[64];

	assert_true(dd_pool_take(pool, &result));
	assert_true(result.done);
	snprintf(wanted, sizeof wanted, "[%s]", task);
	assert_int_equal(result.answer_len, strlen(wanted));
	assert_memory_equal(result.answer, wanted, strlen(wanted));
	assert_int_equal(result.task_len, strlen(task));
}

static void
expect_end(struct dd_pool *pool, enum dd_worker_end end)
{
	struct dd_pool_result result;

	assert_true(dd_pool_take(pool, &result));
	assert_false(result.done);
	assert_int_equal(result.end, end);
}

static void
close_pool(struct dd_pool *pool)
{
	struct dd_pool_result result;

	assert_false(dd_pool_take(pool, &result));
	dd_pool_free(pool);
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1); /* no children */
}

/* Many tasks, put as there is room, come back in order. */
static void
test_order(void **state)
{
	(void)state;
	for (size_t workers = 1; workers <= 5; workers += 2) {
		struct dd_pool *pool = open_pool(workers);
		size_t put_count = 0;
		char task[32];

		for (size_t i = 0; i < 3000; i++) {
			for (; put_count < 3000 && dd_pool_has_room(pool);
			     put_count++) {
				snprintf(task, sizeof task, "%zu", put_count);
				put(pool, task);
			}
			assert_true(put_count - i <= 5 * DD_POOL_WINDOW);
			snprintf(task, sizeof task, "%zu", i);
			expect(pool, task);
		}
		close_pool(pool);
	}
}

static void
test_failures(void **state)
{
	static const struct {
		const char *task;
		enum dd_worker_end end;
	} cases[] = {
	    {"crash", DD_END_CRASH},
	    {"exit", DD_END_CRASH},
#ifndef __SANITIZE_ADDRESS__
	    {"call", DD_END_CALL},
#endif
	    {"memory", DD_END_MEMORY},
	    {"cpu", DD_END_TIME},
	    {"loop", DD_END_TIME},
	    {"flood", DD_END_LIE},
	    {"lie", DD_END_LIE},
	    {"lie of another", DD_END_LIE},
	};
	enum { COUNT = sizeof cases / sizeof *cases };

	(void)state;
	for (size_t workers = 1; workers <= 2; workers++) {
		struct dd_pool *pool = open_pool(workers);

		put(pool, "first");
		for (size_t i = 0; i < COUNT; i++) {
			put(pool, cases[i].task);
			put(pool, "good");
		}
		expect(pool, "first");
		for (size_t i = 0; i < COUNT; i++) {
			expect_end(pool, cases[i].end);
			expect(pool, "good");
		}
		close_pool(pool);
	}
}

/* Only who may have been unlucky is tried again. */
static void
test_attempts(void **state)
{
	static const struct {
		const char *task;
		int attempts;
	} cases[] = {
	    {"good", 1}, {"crash", 2}, {"lie", 2}, {"memory", 1}, {"cpu", 1},
	    {"wall", 1},
	    {"loop", 2}, /* ended by the pool, not by its own limit */
	};
	struct dd_pool_result result;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct dd_pool *pool = open_pool(1);

		*attempts = 0;
		put(pool, cases[i].task);
		assert_true(dd_pool_take(pool, &result));
		assert_int_equal(*attempts, cases[i].attempts);
		close_pool(pool);
	}
}

/* An answer that waits to be read, behind which its worker ends while it is sent
 * more, is not lost: the task at work is the one that ended it. */
static void
test_last_answer(void **state)
{
	struct dd_pool *pool = open_pool(1);
	char *large = dd_calloc(1, ANSWER_MAX);

	(void)state;
	memset(large, 'x', ANSWER_MAX - 1);
	put(pool, "good");
	put(pool, "cpu");
	put(pool, large);
	spin(0.3);
	expect(pool, "good");
	expect_end(pool, DD_END_TIME);
	dd_pool_free(pool);
	free(large);
}

/* Who does one task after another is replaced where it has grown, or has done
 * enough. */
static void
test_replaced(void **state)
{
	struct dd_pool *pool = open_pool(1);
	struct dd_pool_result result;
	char first[32], now[32];

	(void)state;
	put(pool, "pid");
	assert_true(dd_pool_take(pool, &result));
	snprintf(first, sizeof first, "%.8s", result.answer);
	for (int i = 1; i < 40; i++) {
		put(pool, i == 5 ? "grow" : "x");
		expect(pool, i == 5 ? "grow" : "x");
	}
	put(pool, "pid");
	assert_true(dd_pool_take(pool, &result));
	snprintf(now, sizeof now, "%.8s", result.answer);
	assert_string_not_equal(first, now);
	for (int i = 0; i < DD_POOL_TASKS; i++) {
		put(pool, "x");
		expect(pool, "x");
	}
	put(pool, "pid");
	assert_true(dd_pool_take(pool, &result));
	snprintf(first, sizeof first, "%.8s", result.answer);
	assert_string_not_equal(first, now);
	close_pool(pool);
}

static void
test_interrupted(void **state)
{
	struct dd_pool *pool = open_pool(1);
	struct dd_pool_result result;
	size_t done = 0, stopped = 0;

	(void)state;
	for (int i = 0; i < 20; i++)
		put(pool, "slow");
	interrupts = 1;
	while (dd_pool_take(pool, &result)) {
		assert_true(result.done ? stopped == 0 : result.stopped);
		done += result.done;
		stopped += result.stopped;
	}
	assert_in_range(done, 1, DD_POOL_QUEUE);
	assert_int_equal(done + stopped, 20);
	dd_pool_free(pool);

	pool = open_pool(1);
	put(pool, "loop");
	interrupts = 2;
	assert_true(dd_pool_take(pool, &result));
	assert_true(result.stopped);
	close_pool(pool);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_order),
	    cmocka_unit_test(test_failures),
	    cmocka_unit_test(test_attempts),
	    cmocka_unit_test(test_last_answer),
	    cmocka_unit_test(test_replaced),
	    cmocka_unit_test(test_interrupted),
	};

	attempts = mmap(NULL, sizeof *attempts, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
