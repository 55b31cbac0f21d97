/* SPDX-License-Identifier: MIT */
/*
 * Owns: the one answer to exhausted memory, and the budget of a document;
 * xml/compat.c has libxml2 allocate here too.
 */
#include "base/memory.h"
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/error.h"

enum { BLOCK_COST = 32 }; /* bytes of a block beyond those asked for */

/* Of the process, as the heap is. `left` may be allocated before the heap is
 * measured again: what is freed is not counted, so measuring is what tells, and
 * what was allocated since bounds what the heap can have grown by. */
static struct {
	size_t left, most; /* most: bytes of the heap; SIZE_MAX: any number */
	size_t beside;	   /* bytes that were taken elsewhere */
	void (*write_record)(void *context);
	void *context;
	void (*tidy)(void);
} budget = {.left = SIZE_MAX, .most = SIZE_MAX};

void
dd_memory_exhausted(void)
{
	static const char line[] =
	    "diplodoc: out of memory; the document was not checked\n";
	ssize_t done;

	if (budget.tidy)
		budget.tidy();
	if (budget.write_record) {
		budget.write_record(budget.context);
		_exit(DD_MEMORY_EXIT);
	}
	/* write() and _exit(): stdio and atexit handlers may allocate. */
	done = write(STDERR_FILENO, line, sizeof(line) - 1);
	(void)done; /* there is nobody left to tell */
	_exit(-DD_E_ENGINE);
}

#ifdef __SANITIZE_ADDRESS__
size_t __sanitizer_get_current_allocated_bytes(void);
#endif

static size_t
measure_heap(void)
{
#ifdef __SANITIZE_ADDRESS__
	return __sanitizer_get_current_allocated_bytes() + budget.beside;
#else
	struct mallinfo2 info = mallinfo2();

	return info.uordblks + info.hblkhd + budget.beside;
#endif
}

/* Before the slice that is left is too small for `size`. */
static void
renew(size_t size)
{
	size_t used = measure_heap();
	size_t free_bytes = used < budget.most ? budget.most - used : 0;

	if (budget.most == SIZE_MAX)
		free_bytes = SIZE_MAX;
	if (size > free_bytes)
		dd_memory_exhausted();
	budget.left =
	    free_bytes > DD_BUDGET_SLICE ? free_bytes : DD_BUDGET_SLICE;
}

/* A sum that wraps around is of a size that nobody has: the allocation fails. */
static inline __attribute__((always_inline)) void
spend(size_t size)
{
	size_t block = size + BLOCK_COST;

	if (__builtin_expect(block > budget.left, 0))
		renew(block);
	budget.left -= block;
}

void
dd_budget_begin(size_t bytes)
{
	size_t used = measure_heap();

	budget.most = bytes < SIZE_MAX - used ? used + bytes : SIZE_MAX;
	budget.left = 0;
}

void
dd_budget_end(void)
{
	budget.left = budget.most = SIZE_MAX;
}

void
dd_budget_take(size_t bytes)
{
	spend(bytes);
	budget.beside += bytes;
}

void
dd_budget_give_back(size_t bytes)
{
	budget.beside -= bytes;
}

void
dd_budget_on_exceeded(void (*write_record)(void *context), void *context)
{
	budget.write_record = write_record;
	budget.context = context;
}

void
dd_memory_on_end(void (*tidy)(void))
{
	budget.tidy = tidy;
}

void *
dd_malloc(size_t size)
{
	void *result;

	spend(size);
	result = malloc(size ? size : 1);
	if (!result)
		dd_memory_exhausted();
	return result;
}

void *
dd_calloc(size_t count, size_t size)
{
	size_t bytes;
	void *result;

	spend(
	    __builtin_mul_overflow(count, size, &bytes) ? PTRDIFF_MAX : bytes);
	result = calloc(count ? count : 1, size ? size : 1);
	if (!result)
		dd_memory_exhausted();
	return result;
}

void *
dd_realloc(void *old, size_t size)
{
	void *result;

	spend(size);
	result = realloc(old, size ? size : 1);
	if (!result)
		dd_memory_exhausted();
	return result;
}

char *
dd_strdup(const char *text)
{
	return dd_strndup(text, strlen(text));
}

char *
dd_strndup(const char *text, size_t len)
{
	size_t used = strnlen(text, len);
	char *result = dd_malloc(used + 1);

	memcpy(result, text, used);
	result[used] = '\0';
	return result;
}
