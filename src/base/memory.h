/* SPDX-License-Identifier: MIT */
/*
 * Memory that never fails half-way.
 * libxml2 and libxslt give wrong results with a success status when an
 * allocation fails, so this program never goes on without memory: the first
 * failed allocation writes one line to stderr and ends the process with exit
 * code 4, "not checked". Everything that allocates goes through here.
 */
#ifndef DD_BASE_MEMORY_H
#define DD_BASE_MEMORY_H

#include <stddef.h>

/* Like malloc, calloc, realloc and strdup; never NULL. Free with free(). */
void *dd_malloc(size_t size);
void *dd_calloc(size_t count, size_t size);
void *dd_realloc(void *old, size_t size);
char *dd_strdup(const char *text);
char *dd_strndup(const char *text, size_t len);

#endif
