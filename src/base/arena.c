/* SPDX-License-Identifier: MIT */
/* Owns: the blocks of an arena. Leaves lifetimes to whoever embeds one. */
#include "base/arena.h"
#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"

enum {
	FIRST_SIZE = 1024, /* of the first block; many arenas hold little */
	BLOCK_SIZE = 16 * 1024
};

struct dd_arena_block {
	struct dd_arena_block *next;
	size_t size;
	_Alignas(max_align_t) char data[];
};

void
dd_arena_init(struct dd_arena *arena)
{
	*arena = (struct dd_arena){0};
}

void
dd_arena_release(struct dd_arena *arena)
{
	struct dd_arena_block *block, *next;

	if (!arena)
		return;
	for (block = arena->blocks; block; block = next) {
		next = block->next;
		free(block);
	}
	dd_arena_init(arena);
}

static struct dd_arena_block *
make_block(size_t size)
{
	struct dd_arena_block *block;

	assert(size < SIZE_MAX / 2);
	block = dd_calloc(1, sizeof(*block) + size);
	block->size = size;
	return block;
}

/* A large piece gets a block of its own, put behind the newest one, whose
 * free rest so stays in use. */
static void *
alloc_large(struct dd_arena *arena, size_t size)
{
	struct dd_arena_block *block = make_block(size);

	if (arena->blocks) {
		block->next = arena->blocks->next;
		arena->blocks->next = block;
	} else {
		arena->blocks = block;
		arena->used = size;
	}
	return block->data;
}

void *
dd_arena_alloc(struct dd_arena *arena, size_t size)
{
	const size_t align = _Alignof(max_align_t);
	struct dd_arena_block *block;
	void *result;

	assert(size < SIZE_MAX / 2);
	size = (size + align - 1) / align * align;
	if (size == 0)
		size = align;
	if (size > BLOCK_SIZE / 4)
		return alloc_large(arena, size);
	if (!arena->blocks || arena->blocks->size - arena->used < size) {
		block =
		    make_block(arena->blocks || size > FIRST_SIZE ? BLOCK_SIZE
								  : FIRST_SIZE);
		block->next = arena->blocks;
		arena->blocks = block;
		arena->used = 0;
	}
	result = arena->blocks->data + arena->used;
	arena->used += size;
	return result;
}

char *
dd_arena_dup(struct dd_arena *arena, const char *text)
{
	return text ? dd_arena_ndup(arena, text, strlen(text)) : NULL;
}

char *
dd_arena_ndup(struct dd_arena *arena, const char *text, size_t len)
{
	char *result = dd_arena_alloc(arena, len + 1);

	if (len > 0)
		memcpy(result, text, len);
	return result;
}

char *
dd_arena_vprintf(struct dd_arena *arena, const char *format, va_list args)
{
	char few[256]; /* most need no second pass */
	va_list again;
	char *result;
	int len;

	va_copy(again, args);
	len = vsnprintf(few, sizeof(few), format, again);
	va_end(again);
	assert(len >= 0);
	if ((size_t)len < sizeof(few))
		return dd_arena_ndup(arena, few, (size_t)len);
	result = dd_arena_alloc(arena, (size_t)len + 1);
	vsnprintf(result, (size_t)len + 1, format, args);
	return result;
}

char *
dd_arena_printf(struct dd_arena *arena, const char *format, ...)
{
	va_list args;
	char *result;

	va_start(args, format);
	result = dd_arena_vprintf(arena, format, args);
	va_end(args);
	return result;
}
