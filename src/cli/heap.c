/* SPDX-License-Identifier: MIT */
/*
 * Owns: advice to the C library and the system about the heap. Schemas and
 * stylesheets fill a thousand small pages at every start, and each is a fault
 * that the system has to serve: without advice that is a tenth of the time
 * that a cold start takes.
 */
#include "cli/heap.h"
#include <stdint.h>
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

enum {
	STEP = 6 * 1024 * 1024, /* bytes: what one conversion takes, and more */
	SMALL = 100 * 1024,	/* bytes: less than what is mapped on its own */
};

void
dd_heap_prepare(void)
{
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), end;
	void *volatile last; /* so that the compiler does not leave it out */

	mallopt(M_TOP_PAD, STEP);
	last = malloc(SMALL);
	free(last);
	end = (uintptr_t)sbrk(0) / page * page;
	madvise((void *)(end - STEP), STEP, MADV_HUGEPAGE);
}
#else
void
dd_heap_prepare(void)
{
}
#endif
