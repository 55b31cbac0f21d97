/* SPDX-License-Identifier: MIT */
/* The region of libxml2's blocks: sizes, reuse, growth, and what is outside. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "base/buffer.h"
#include "base/file.h"
#include "base/memory.h"
#include "diplodoc.h"
#include "xml/limits.h"
#include "xml/region.h"
#include <sys/wait.h>
#include <unistd.h>

enum { BLOCKS = 500, ROUNDS = 20000 };

struct block {
	unsigned char *data;
	size_t size;
	unsigned char mark;
};

static void
fill(struct block *block, size_t size, unsigned char mark)
{
	block->size = size;
	block->mark = mark;
	if (size > 0)
		memset(block->data, mark, size);
}

static void
check(const struct block *block)
{
	assert_int_equal((uintptr_t)block->data % 16, 0);
	for (size_t i = 0; i < block->size; i++)
		assert_int_equal(block->data[i], block->mark);
}

/* Mostly small ones, some large, some at the borders of classes. */
static size_t
draw_size(void)
{
	size_t exponent = (size_t)rand() % 18;
	size_t size = (size_t)1 << exponent;

	return rand() % 4 == 0 ? size + (size_t)(rand() % 3) - 1
			       : (size_t)rand() % (size + 1);
}

static void
work(struct block *blocks)
{
	for (int round = 0; round < ROUNDS; round++) {
		struct block *block = &blocks[rand() % BLOCKS];
		size_t size = draw_size();

		check(block);
		if (rand() % 2) {
			dd_region_free(block->data);
			block->data = dd_region_alloc(size);
		} else {
			size_t kept = size < block->size ? size : block->size;
			unsigned char mark = block->mark;

			block->data = dd_region_realloc(block->data, size);
			*block = (struct block){block->data, kept, mark};
			check(block);
		}
		fill(block, size, (unsigned char)rand());
	}
}

/* No block overlaps another one, whatever comes and goes. */
static void
test_blocks(void **state)
{
	struct block blocks[BLOCKS] = {{NULL, 0, 0}};

	(void)state;
	srand(1);
	for (int document = 0; document < 5; document++) {
		dd_region_begin();
		memset(blocks, 0, sizeof(blocks));
		work(blocks);
		for (size_t i = 0; i < BLOCKS; i++)
			check(&blocks[i]);
		dd_region_end();
	}
}

static void
test_reuse(void **state)
{
	void *first, *second;

	(void)state;
	dd_region_begin();
	first = dd_region_alloc(100);
	dd_region_free(first);
	second = dd_region_alloc(112);
	assert_ptr_equal(first, second);
	dd_region_end();
	dd_region_begin();
	assert_ptr_equal(dd_region_alloc(100), first);
	dd_region_end();
}

/* A buffer that grows at the end of the region is not copied. */
static void
test_growth(void **state)
{
	size_t size = 100000;
	char *block;

	(void)state;
	dd_region_begin();
	block = dd_region_alloc(size);
	for (int i = 0; i < 8; i++) {
		size *= 2;
		assert_ptr_equal(dd_region_realloc(block, size), block);
		block[size - 1] = 'x';
	}
	dd_region_end();
}

/* Of a small document nothing need be freed, of a large one what can be. */
static void
test_spares(void **state)
{
	void *block, *outside = dd_malloc(10);

	(void)state;
	dd_region_begin();
	block = dd_region_alloc(10);
	assert_true(dd_region_spares(block));
	assert_false(dd_region_spares(outside));
	dd_region_alloc(16 * 1024 * 1024);
	assert_false(dd_region_spares(block));
	assert_true(dd_region_holds(block));
	dd_region_end();
	free(outside);
}

/* What was made while the region was paused stays when it ends. */
static void
test_pause(void **state)
{
	char *inside, *outside, *before = dd_region_strdup("before");
	bool active;

	(void)state;
	dd_region_begin();
	inside = dd_region_strdup("inside");
	active = dd_region_pause();
	assert_true(active);
	assert_false(dd_region_pause());
	outside = dd_region_strdup("outside");
	dd_region_free(inside);
	dd_region_resume(active);
	assert_ptr_equal(dd_region_alloc(7), inside);
	outside = dd_region_realloc(outside, 1000);
	before = dd_region_realloc(before, 1000);
	dd_region_end();
	assert_string_equal(outside, "outside");
	assert_string_equal(before, "before");
	dd_region_free(outside);
	dd_region_free(before);
}

/* What does not fit comes from elsewhere, and still works. */
static void
test_full(void **state)
{
	char *all, *more;

	(void)state;
	dd_region_begin();
	all = dd_region_alloc(DD_LIMIT_MEMORY);
	more = dd_region_alloc(10);
	strcpy(more, "more");
	assert_false(more >= all && more < all + DD_LIMIT_MEMORY);
	dd_region_free(more);
	dd_region_end();
}

/* Overwrites what documents have left in the region. */
static void
spoil(void)
{
#ifndef __SANITIZE_ADDRESS__ /* which finds such a block by itself */
	dd_region_begin();
	for (size_t size = 16; size <= 32 * 1024; size *= 2)
		for (size_t used = 0; used < 1024 * 1024; used += size)
			memset(dd_region_alloc(size), 0xA5, size);
	dd_region_end();
#endif
}

/* All that is said of a document and made of it, in its own region. */
static void
examine(struct diplodoc *context, const char *path, struct dd_buffer *out)
{
	static const char *const formats[] = {"html", "markdown", "json"};
	const struct diplodoc_check_options options = {.stage = "draft"};
	struct diplodoc_document *document;
	struct dd_buffer bytes;
	size_t len;
	char *data;

	dd_buffer_init(&bytes, 0);
	assert_int_equal(dd_file_read(path, DD_LIMIT_INPUT, &bytes, NULL), 0);
	dd_region_begin();
	document = diplodoc_open(context, path, path, bytes.data, bytes.len);
	assert_int_equal(diplodoc_check(document, &options, NULL), 0);
	data = diplodoc_record(document, &len);
	dd_buffer_add(out, data, len);
	free(data);
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
		assert_int_equal(diplodoc_convert(document, formats[i], NULL,
				     &data, &len, NULL),
		    0);
		dd_buffer_add(out, data, len);
		free(data);
	}
	diplodoc_close(document);
	dd_region_end();
	dd_buffer_release(&bytes);
}

/* What documents leave behind for each other lies outside of their regions. */
static void
test_documents(void **state)
{
	static const char *const paths[] = {
	    "samples/2024-03-05-orisia-asteria-summit.xml",
	    "samples/2024-05-21-orisia-brennmark-foreign-ministers-telephone-ko"
	    ".xml",
	    "samples/house/diplodoc-house.xml",
	};
	struct diplodoc *context = diplodoc_new();
	struct dd_buffer first, again;

	(void)state;
	assert_int_equal(
	    diplodoc_set_house(context, paths[2], NULL), DIPLODOC_OK);
	dd_buffer_init(&first, 0);
	dd_buffer_init(&again, 0);
	for (size_t i = 0; i < 2; i++)
		examine(context, paths[i], &first);
	spoil();
	for (size_t i = 0; i < 2; i++)
		examine(context, paths[i], &again);
	assert_int_equal(first.len, again.len);
	assert_memory_equal(first.data, again.data, first.len);
	dd_buffer_release(&first);
	dd_buffer_release(&again);
	diplodoc_free(context);
}

/* Its pages count for the budget, and those of the document before do not. */
static void
test_budget(void **state)
{
	int status = 0;
	pid_t child = fork();

	(void)state;
	if (child == 0) {
		dd_budget_on_exceeded(NULL, NULL);
		for (int document = 0; document < 10; document++) {
			dd_budget_begin(64 * 1024 * 1024);
			dd_region_begin();
			for (int i = 0; i < 500000; i++)
				dd_region_alloc(100);
			dd_region_end();
		}
		close(STDERR_FILENO);
		dd_region_begin();
		for (int i = 0; i < 1000000; i++)
			dd_region_alloc(100);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 4);
}

static int
reserve(void **state)
{
	(void)state;
	dd_region_reserve();
	return 0;
}

int
main(void)
{
#ifdef __SANITIZE_ADDRESS__
	/* Blocks have their own borders there: the region is not used. */
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_documents)};

	(void)test_blocks;
	(void)test_reuse;
	(void)test_growth;
	(void)test_spares;
	(void)test_pause;
	(void)test_full;
	(void)test_budget;
#else
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_blocks),
	    cmocka_unit_test(test_reuse),
	    cmocka_unit_test(test_growth),
	    cmocka_unit_test(test_spares),
	    cmocka_unit_test(test_pause),
	    cmocka_unit_test(test_full),
	    cmocka_unit_test(test_budget),
	    cmocka_unit_test(test_documents),
	};
#endif

	return cmocka_run_group_tests(tests, reserve, NULL);
}
