/* SPDX-License-Identifier: MIT */
/*
 * Owns: advice to the C library and the system about the heap. Schemas and
 * stylesheets fill a thousand small pages at every start, and each is a fault
 * that the system has to serve: without advice that is a sixth of the time
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
	HUGE_PAGE = 2 * 1024 * 1024, /* bytes; others only gain less */
	STEP = 3 * HUGE_PAGE,	     /* what one conversion takes, and more */
	KEEP = 8 * STEP,	     /* not given back before the end */
	LEAD = 256 * 1024,	     /* before the first huge page */
	SMALL = 100 * 1024, /* bytes: any request that is no step itself */
};

/*
 * A page becomes a huge one only if no part of it was touched before the
 * advice. So the heap is moved on to the end of such a page, which malloc()
 * takes as it comes, and makes its first step from there.
 */
void
dd_heap_prepare(void)
{
	uintptr_t start = (uintptr_t)sbrk(0);
	uintptr_t gap = (HUGE_PAGE - LEAD - start) % HUGE_PAGE;
	void *volatile first; /* so that the compiler does not leave it out */

	if (sbrk((intptr_t)gap) == (void *)-1)
		return;
	/* One document after another fills what the one before has freed. */
	mallopt(M_TOP_PAD, STEP);
	mallopt(M_MMAP_THRESHOLD, STEP);
	mallopt(M_TRIM_THRESHOLD, KEEP);
	first = malloc(SMALL);
	free(first);
	madvise((void *)(start + gap), STEP, MADV_HUGEPAGE);
}
#else
void
dd_heap_prepare(void)
{
}
#endif
