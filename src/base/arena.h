/* SPDX-License-Identifier: MIT */
/* Bump allocator: many small things with one lifetime, freed at once. */
#ifndef DD_BASE_ARENA_H
#define DD_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct dd_arena_block;

/* Zero-initialise, or call dd_arena_init. */
struct dd_arena {
	struct dd_arena_block *blocks; /* newest first */
	size_t used;		       /* bytes used in the newest block */
};

void dd_arena_init(struct dd_arena *arena);
void dd_arena_release(struct dd_arena *arena);

/* Zeroed memory, aligned for any type, valid until release; never NULL. */
void *dd_arena_alloc(struct dd_arena *arena, size_t size);

/* NUL-terminated copies. `text` of dd_arena_dup may be NULL (gives NULL). */
char *dd_arena_dup(struct dd_arena *arena, const char *text);
char *dd_arena_ndup(struct dd_arena *arena, const char *text, size_t len);
char *dd_arena_printf(struct dd_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *dd_arena_vprintf(struct dd_arena *arena, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

#endif
