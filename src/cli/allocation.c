/* SPDX-License-Identifier: MIT */
/*
 * Owns: malloc() and its kin for the whole program, in place of those of the C
 * library: for ICU, PCRE2, Hunspell and the C library itself. Where these get no
 * memory some give another result and call it a success. So whoever allocates
 * gets memory, or the process ends. Not in the library: a program that links it
 * keeps its own. Leaves blocks to the C library, and the end to base/memory.c.
 */
#include <errno.h>
#include <features.h>
#include <stdlib.h>
#include "base/memory.h"

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)

#define FOR_ALL __attribute__((visibility("default")))

/* The names that it keeps for those who take the others. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

FOR_ALL void *
malloc(size_t size)
{
	void *block = __libc_malloc(size);

	if (!block)
		dd_memory_exhausted();
	return block;
}

FOR_ALL void *
calloc(size_t count, size_t size)
{
	void *block = __libc_calloc(count, size);

	if (!block)
		dd_memory_exhausted();
	return block;
}

/* No size at all frees the old block. */
FOR_ALL void *
realloc(void *old, size_t size)
{
	void *block = __libc_realloc(old, size);

	if (!block && (size > 0 || !old))
		dd_memory_exhausted();
	return block;
}

/* An alignment that cannot be is a fault of the caller, who is told. */
FOR_ALL void *
aligned_alloc(size_t alignment, size_t size)
{
	void *block = __libc_memalign(alignment, size);

	if (!block && errno == ENOMEM)
		dd_memory_exhausted();
	return block;
}

FOR_ALL int
posix_memalign(void **ret_block, size_t alignment, size_t size)
{
	if (alignment % sizeof(void *) != 0 ||
	    (alignment & (alignment - 1)) != 0 || alignment == 0)
		return EINVAL;
	*ret_block = aligned_alloc(alignment, size);
	return *ret_block ? 0 : ENOMEM;
}

#endif
