/* SPDX-License-Identifier: MIT */
/*
 * Owns: a region of pages, each for blocks of one class of sizes, and a list of
 * freed blocks for each class. Blocks have no head: their page tells the size. A
 * large block has pages of its own.
 */
#include "xml/region.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlmemory.h>
#include "base/memory.h"
#include "xml/limits.h"

enum {
	PAGE = 64 * 1024,
	PAGES = DD_LIMIT_MEMORY / PAGE,
	KEPT = 8 * 1024 * 1024, /* bytes that stay with the process */
	STEP = 16,		/* sizes up to EVEN differ by this */
	EVEN_BITS = 10,
	EVEN = 1 << EVEN_BITS,
	SMALL = PAGE / 2, /* larger ones have pages of their own */
	QUARTERS = 4,	  /* classes for each doubling beyond EVEN */
	DOUBLINGS = 19,	  /* from EVEN to DD_LIMIT_MEMORY */
	CLASSES = EVEN / STEP + 1 + DOUBLINGS * QUARTERS,
};
_Static_assert((size_t)EVEN << DOUBLINGS == DD_LIMIT_MEMORY,
    "each size that a document may have is of a class");

struct freed {
	struct freed *next;
};

struct class
{
	struct freed *freed;
	char *at, *end; /* what is left of the newest page */
	size_t size;
};

/* Of the process: libxml2's functions for memory have no argument for it. */
static struct {
	char *base; /* NULL: none is reserved */
	bool active;
	size_t pages; /* in use */
	struct class classes[CLASSES];
	unsigned char class_of[PAGES]; /* by the page that a block begins on */
} region;

/* --- sizes --------------------------------------------------------------- */

static size_t
find_class(size_t size)
{
	size_t bits, quarter;

	if (size <= EVEN)
		return (size + STEP - 1) / STEP;
	/* Quarters of the power of two below: 1025 to 1280, to 1536 ... */
	bits = (size_t)(63 - __builtin_clzl(size - 1));
	quarter = (size - 1) >> (bits - 2) & 3;
	return EVEN / STEP + 1 + (bits - EVEN_BITS) * QUARTERS + quarter;
}

static size_t
count_pages(size_t size)
{
	return (size + PAGE - 1) / PAGE;
}

/* --- the region ---------------------------------------------------------- */

#ifndef __SANITIZE_ADDRESS__
static void
set_sizes(void)
{
	size_t i, size;

	for (i = 0; i <= EVEN / STEP; i++)
		region.classes[i].size = i > 0 ? i * STEP : STEP;
	for (size = EVEN; i < CLASSES; size *= 2)
		for (size_t q = 1; q <= QUARTERS; q++)
			region.classes[i++].size = size + size / QUARTERS * q;
}
#endif

void
dd_region_reserve(void)
{
#ifndef __SANITIZE_ADDRESS__
	void *base;

	if (region.base)
		return;
	base = mmap(NULL, DD_LIMIT_MEMORY, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (base == MAP_FAILED)
		return;
	region.base = base;
	set_sizes();
#endif
}

void
dd_region_begin(void)
{
	if (!region.base)
		return;
	xmlMemSetup(dd_region_free, dd_region_alloc, dd_region_realloc,
	    dd_region_strdup);
	region.active = true;
}

void
dd_region_end(void)
{
	size_t used = region.pages * PAGE;

	if (!region.base)
		return;
	xmlResetLastError(); /* it has texts of its own */
	for (size_t i = 0; i < CLASSES; i++) {
		struct class *class = &region.classes[i];

		class->freed = NULL;
		class->at = class->end = NULL;
	}
	if (used > KEPT)
		madvise(region.base + KEPT, used - KEPT, MADV_DONTNEED);
	dd_budget_give_back(used);
	region.pages = 0;
	region.active = false;
}

bool
dd_region_pause(void)
{
	bool active = region.active;

	region.active = false;
	return active;
}

void
dd_region_resume(bool active)
{
	region.active = active;
}

bool
dd_region_holds(const void *block)
{
	return (uintptr_t)block - (uintptr_t)region.base <
	    region.pages * (size_t)PAGE;
}

bool
dd_region_spares(const void *block)
{
	return dd_region_holds(block) && region.pages * (size_t)PAGE <= KEPT;
}

static size_t
get_page(const void *block)
{
	return (size_t)((const char *)block - region.base) / PAGE;
}

/* NULL where the region has no room for them. */
static char *
take_pages(size_t count, size_t class)
{
	char *start = region.base + region.pages * PAGE;

	if (count > PAGES - region.pages)
		return NULL;
	dd_budget_take(count * PAGE);
	region.class_of[region.pages] = (unsigned char)class;
	region.pages += count;
	return start;
}

/* --- blocks -------------------------------------------------------------- */

/* One of a class that has none left. */
static void *
take_fresh(size_t number)
{
	struct class *class = &region.classes[number];

	if (class->size > SMALL)
		return take_pages(count_pages(class->size), number);
	class->at = take_pages(1, number);
	if (!class->at)
		return class->end = NULL;
	class->end = class->at + PAGE;
	class->at += class->size;
	return class->at - class->size;
}

void *
dd_region_alloc(size_t size)
{
	struct class *class;
	struct freed *block;
	void *fresh;

	if (!region.active || size > DD_LIMIT_MEMORY)
		return dd_malloc(size);
	class = &region.classes[find_class(size)];
	block = class->freed;
	if (block) {
		class->freed = block->next;
		return block;
	}
	if ((size_t)(class->end - class->at) >= class->size) {
		class->at += class->size;
		return class->at - class->size;
	}
	fresh = take_fresh((size_t)(class - region.classes));
	return fresh ? fresh : dd_malloc(size);
}

static size_t
get_capacity(const void *block)
{
	return region.classes[region.class_of[get_page(block)]].size;
}

/* A large block that the newest pages belong to grows where it is. */
static bool
grow_last(const void *block, size_t size)
{
	size_t page = get_page(block), had = count_pages(get_capacity(block));
	size_t number, more;

	if (get_capacity(block) <= SMALL || page + had != region.pages ||
	    size > DD_LIMIT_MEMORY)
		return false;
	number = find_class(size);
	more = count_pages(region.classes[number].size) - had;
	if (more > 0 && !take_pages(more, number))
		return false;
	region.class_of[page] = (unsigned char)number;
	return true;
}

void *
dd_region_realloc(void *old, size_t size)
{
	size_t had;
	void *block;

	if (!old)
		return dd_region_alloc(size);
	if (!dd_region_holds(old))
		return dd_realloc(old, size);
	had = get_capacity(old);
	if (size <= had || grow_last(old, size))
		return old;
	block = dd_region_alloc(size);
	memcpy(block, old, had);
	dd_region_free(old);
	return block;
}

char *
dd_region_strdup(const char *text)
{
	size_t size = strlen(text) + 1;

	return memcpy(dd_region_alloc(size), text, size);
}

void
dd_region_free(void *block)
{
	struct freed *freed = block;
	struct class *class;

	if (!dd_region_holds(block)) {
		free(block);
		return;
	}
	class = &region.classes[region.class_of[get_page(block)]];
	freed->next = class->freed;
	class->freed = freed;
}
