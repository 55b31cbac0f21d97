/* SPDX-License-Identifier: MIT */
/* What a document may take of memory and time in a worker, and that a worker
 * does its work. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>
#include <libxml/xmlmemory.h>
#include "base/buffer.h"
#include "base/file.h"
#include "base/memory.h"
#include "diplodoc.h"
#include "run/sandbox_internal.h"
#include "sandbox_child.h"
#include "xml/compat.h"

enum { MIB = 1024 * 1024 };

/* Keeps the optimiser from leaving out an allocation that is not used. */
static void *volatile block;

static void
begin(size_t cpu, size_t wall, size_t memory)
{
	dd_sandbox_document_begin_within(
	    &(struct dd_sandbox_budget){cpu, wall, memory});
}

/* --- memory ---------------------------------------------------------------- */

static int
allocate_within(const struct trial *trial)
{
	(void)trial;
	begin(0, 0, 64 * MIB);
	for (int i = 0; i < 6; i++)
		block = dd_malloc(10 * MIB);
	return DONE;
}

static int
allocate_over(const struct trial *trial)
{
	(void)trial;
	begin(0, 0, 64 * MIB);
	dd_budget_on_exceeded(NULL, NULL);
	for (int i = 0; i < 8; i++)
		block = dd_malloc(10 * MIB);
	return DONE;
}

static int
allocate_at_once(const struct trial *trial)
{
	(void)trial;
	begin(0, 0, 64 * MIB);
	block = dd_calloc(1024, 65 * 1024);
	return DONE;
}

static int
allocate_more_than_there_is(const struct trial *trial)
{
	(void)trial;
	begin(0, 0, 64 * MIB);
	block = dd_calloc(SIZE_MAX / 2, 3);
	return DONE;
}

static int
allocate_small(const struct trial *trial)
{
	(void)trial;
	begin(0, 0, 64 * MIB);
	/* A byte takes 32 of the heap. */
	for (int i = 0; i < 3 * MIB; i++)
		block = dd_malloc(1);
	return DONE;
}

static int
grow_one_block(const struct trial *trial)
{
	(void)trial;
	begin(0, 0, 64 * MIB);
	for (size_t size = 1; size <= 128 * MIB; size *= 2)
		block = dd_realloc(block, size);
	return DONE;
}

static int
allocate_in_libxml2(const struct trial *trial)
{
	(void)trial;
	dd_xml_init();
	begin(0, 0, 64 * MIB);
	for (int i = 0; i < 8; i++)
		block = xmlMalloc(10 * MIB);
	return DONE;
}

/* By a library that asks the C library; seen at the next block of ours. */
static int
allocate_elsewhere(const struct trial *trial)
{
	(void)trial;
	begin(0, 0, 64 * MIB);
	for (int i = 0; i < 8; i++)
		block = malloc(10 * MIB);
	for (int i = 0; i < 8; i++) {
		block = dd_malloc(10 * MIB);
		free(block);
	}
	return DONE;
}

/* 10 GiB in all, of which 10 MiB are held. */
static int
allocate_and_free(const struct trial *trial)
{
	(void)trial;
	begin(0, 0, 64 * MIB);
	for (int i = 0; i < 1024; i++) {
		block = dd_malloc(10 * MIB);
		free(block);
	}
	return DONE;
}

/* What a worker holds already does not count, and each document begins anew. */
static int
allocate_in_turn(const struct trial *trial)
{
	(void)trial;
	block = dd_malloc(100 * MIB);
	for (int i = 0; i < 8; i++) {
		begin(0, 0, 16 * MIB);
		block = dd_malloc(10 * MIB);
		dd_sandbox_document_end();
		block = dd_malloc(20 * MIB);
	}
	return DONE;
}

/* No address space is left, whatever the budget says. */
static int
allocate_all_space(const struct trial *trial)
{
	(void)trial;
	for (int i = 0; i < 20; i++)
		block = dd_malloc(100 * MIB);
	return DONE;
}

static int results[2];

static void
write_record(void *context)
{
	ssize_t done = write(*(int *)context, "memory", 6);

	(void)done;
}

/* Ends by a record where `act` takes too much. */
static int
run_with_record(int (*act)(const struct trial *trial), char record[8])
{
	int ends[2], status;
	pid_t child;

	memset(record, 0, 8);
	assert_int_equal(pipe(ends), 0);
	child = fork();
	if (child == 0) {
		struct trial trial = {
		    .options = {.keep = &ends[1], .keep_count = 1}};

		dd_sandbox_enter(&trial.options);
		dd_budget_on_exceeded(write_record, &ends[1]);
		_exit(act(&trial));
	}
	close(ends[1]);
	assert_true(read(ends[0], record, 7) >= 0);
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	return status;
}

static void
test_memory_has_an_end(void **state)
{
	static int (*const acts[])(const struct trial *) = {allocate_at_once,
	    allocate_more_than_there_is, allocate_small, grow_one_block,
	    allocate_in_libxml2, allocate_elsewhere};
	char record[8];

	(void)state;
	if (!have(DD_LAYER_MEMORY))
		return;
	for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++) {
		/* The heap of a sanitizer counts what was asked for alone. */
		if (DD_SANITIZED && acts[i] == allocate_small)
			continue;
		assert_exit(run_with_record(acts[i], record), DD_WORKER_MEMORY);
		assert_string_equal(record, "memory");
	}
	/* Without a record, by the code of any other command. */
	assert_exit(run_plain(allocate_over), -DIPLODOC_E_ENGINE);
}

static void
test_memory_is_enough(void **state)
{
	static int (*const acts[])(const struct trial *) = {
	    allocate_within, allocate_and_free, allocate_in_turn};
	char record[8];

	(void)state;
	for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++) {
		assert_exit(run_with_record(acts[i], record), DONE);
		assert_string_equal(record, "");
	}
}

static void
test_space_has_an_end(void **state)
{
	char record[8];

	(void)state;
	if (!have(DD_LAYER_RLIMITS))
		return;
	assert_exit(
	    run_with_record(allocate_all_space, record), DD_WORKER_MEMORY);
	assert_string_equal(record, "memory");
}

/* --- time ------------------------------------------------------------------ */

static _Noreturn int
loop(const struct trial *trial)
{
	begin((size_t)trial->descriptor, 5000, 0);
	for (;;)
		block = NULL;
}

static _Noreturn int
sleep_long(const struct trial *trial)
{
	begin(5000, (size_t)trial->descriptor, 0);
	for (;;)
		poll(NULL, 0, -1);
}

/* A handler is of no use to a process that blocks its signal. */
static _Noreturn int
loop_deaf(const struct trial *trial)
{
	sigset_t deaf;

	sigemptyset(&deaf);
	sigaddset(&deaf, SIGPROF);
	begin((size_t)trial->descriptor, 10000, 0);
	sigprocmask(SIG_BLOCK, &deaf, NULL);
	for (;;)
		block = NULL;
}

static int
take_turns(const struct trial *trial)
{
	(void)trial;
	for (int i = 0; i < 6; i++) {
		begin(1000, 100, 0);
		poll(NULL, 0, 40);
		dd_sandbox_document_end();
	}
	poll(NULL, 0, 150);
	return DONE;
}

static void
test_time_has_an_end(void **state)
{
	(void)state;
	if (!have(DD_LAYER_TIMERS))
		return;
	assert_exit(run_child(&(struct trial){.act = loop, .descriptor = 100}),
	    DD_WORKER_CPU);
	assert_exit(
	    run_child(&(struct trial){.act = sleep_long, .descriptor = 100}),
	    DD_WORKER_WALL);
	assert_exit(run_plain(take_turns), DONE);
}

/* After DD_SANDBOX_GRACE seconds of processor. */
static void
test_deaf_process_ends(void **state)
{
	(void)state;
	assert_killed(
	    run_child(&(struct trial){.act = loop_deaf, .descriptor = 1}),
	    SIGXCPU);
}

/* --- a document ------------------------------------------------------------ */

static const char SAMPLE[] =
    "samples/2023-07-13-japan-rok-foreign-ministers.xml";

static const char IMPORTED[] = "tests/import/city-of-party.txt";

struct work {
	struct diplodoc *context;
	struct dd_buffer bytes, text;
};

/* The house and its rules are read here, by whoever is no worker. */
static struct diplodoc *
make_context(void)
{
	struct diplodoc *context = diplodoc_new();

	assert_int_equal(diplodoc_set_house(
			     context, "samples/house/diplodoc-house.xml", NULL),
	    DIPLODOC_OK);
	assert_int_equal(
	    diplodoc_prepare_rules(context, NULL, NULL), DIPLODOC_OK);
	return context;
}

/* Bytes made, or 0; what was made is freed. */
static size_t
count_made(int result, char *data, size_t len)
{
	free(data);
	return result == DIPLODOC_OK ? len : 0;
}

/* In every format, and in canonical form. */
static size_t
write_all(struct diplodoc_document *document)
{
	struct diplodoc_format format;
	char *data = NULL;
	size_t len = 0, made, total;
	int result = diplodoc_canonical(document, true, &data, &len, NULL);

	total = count_made(result, data, len);
	for (size_t i = 0; total && diplodoc_format(i, &format); i++) {
		data = NULL;
		result = diplodoc_convert(
		    document, format.name, NULL, &data, &len, NULL);
		made = count_made(result, data, len);
		total = made ? total + made : 0;
	}
	return total;
}

/* The bytes of the summary that is made of a text. */
static size_t
import_text(const struct work *work)
{
	static const struct diplodoc_import_options options;
	struct diplodoc_imported *imported;
	size_t len = 0;

	if (diplodoc_import(work->context, IMPORTED, NULL, work->text.data,
		work->text.len, &options, &imported, NULL) == DIPLODOC_OK)
		diplodoc_imported_xml(imported, &len);
	diplodoc_imported_free(imported);
	return len;
}

/* All that the program does with a document; the bytes that it makes, or 0. */
static size_t
do_work(const struct work *work)
{
	struct diplodoc_document *document = diplodoc_open(
	    work->context, SAMPLE, NULL, work->bytes.data, work->bytes.len);
	size_t made = 0, imported = import_text(work);

	if (diplodoc_check(document, NULL, NULL) == DIPLODOC_OK &&
	    diplodoc_verdict(document) == DIPLODOC_PASS)
		made = write_all(document);
	diplodoc_close(document);
	return made && imported ? made + imported : 0;
}

static struct work work;

static int
work_twice(const struct trial *trial)
{
	size_t made[2];

	(void)trial;
	for (int i = 0; i < 2; i++) {
		dd_sandbox_document_begin();
		made[i] = do_work(&work);
		dd_sandbox_document_end();
	}
	return made[0] > 0 && made[0] == made[1] &&
		write(results[1], made, sizeof made[0]) == sizeof made[0]
	    ? DONE
	    : WRONG;
}

static void
read_file(const char *path, struct dd_buffer *ret_bytes)
{
	dd_buffer_init(ret_bytes, 0);
	assert_int_equal(dd_file_read(path, 8 * MIB, ret_bytes, NULL), 0);
}

/* What is made in a worker is what is made outside. */
static void
work_inside(size_t expected)
{
	static const char *const places[] = {
	    "/usr/share/zoneinfo", "/usr/share/hunspell"};
	struct trial trial = {
	    .options = {.keep = &results[1],
		.keep_count = 1,
		.readable = places,
		.readable_count = 2},
	    .act = work_twice,
	};
	size_t made = 0;

	assert_exit(run_child(&trial), DONE);
	assert_int_equal(
	    read(results[0], &made, sizeof made), (ssize_t)sizeof made);
	assert_int_equal(made, expected);
}

static void
test_documents_are_made(void **state)
{
	struct work outside;
	size_t expected;

	(void)state;
	assert_int_equal(pipe(results), 0);
	read_file(SAMPLE, &work.bytes);
	read_file(IMPORTED, &work.text);
	outside = (struct work){make_context(), work.bytes, work.text};
	expected = do_work(&outside);
	assert_true(expected > 1000);
	/* Schemas, stylesheets and zones are read by the worker itself. */
	work.context = make_context();
	work_inside(expected);
	diplodoc_free(work.context);
	/* And by its parent before. */
	work.context = outside.context;
	work_inside(expected);
	diplodoc_free(work.context);
	dd_buffer_release(&work.bytes);
	dd_buffer_release(&work.text);
	close(results[0]);
	close(results[1]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_memory_has_an_end),
	    cmocka_unit_test(test_memory_is_enough),
	    cmocka_unit_test(test_space_has_an_end),
	    cmocka_unit_test(test_time_has_an_end),
	    cmocka_unit_test(test_deaf_process_ends),
	    cmocka_unit_test(test_documents_are_made),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
