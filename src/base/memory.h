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

enum {
	DD_MEMORY_EXIT = 71,		   /* see dd_budget_on_exceeded */
	DD_BUDGET_SLICE = 4 * 1024 * 1024, /* see dd_budget_begin */
};

/* Like malloc, calloc, realloc and strdup; never NULL. Free with free(). */
void *dd_malloc(size_t size);
void *dd_calloc(size_t count, size_t size);
void *dd_realloc(void *old, size_t size);
char *dd_strdup(const char *text);
char *dd_strndup(const char *text, size_t len);

/* What becomes of the process where an allocation fails, in any library. */
_Noreturn void dd_memory_exhausted(void);
/* Called before that, in every process that is forked from here on too. It may
 * call async-signal-safe functions only. */
void dd_memory_on_end(void (*tidy)(void));

/* A budget of memory for one document, in a process that does nothing else; it
 * counts for the process, like the heap itself. From now on the heap may hold
 * `bytes` more than now; the allocation that goes over it ends the process like
 * one that fails. What libraries allocate elsewhere is counted too, but seen at
 * the next allocation here. The budget
 * may be passed by DD_BUDGET_SLICE and a few per cent. */
void dd_budget_begin(size_t bytes);
void dd_budget_end(void);

/* Memory that is taken from the system in other ways, and what of it is given
 * back. It counts like the heap: dd_budget_take ends the process where the budget
 * does not hold so much. */
void dd_budget_take(size_t bytes);
void dd_budget_give_back(size_t bytes);

/* Where memory is exhausted, `write_record` is called with `context` and the
 * process ends with DD_MEMORY_EXIT, in place of the line and the code 4. It may
 * call async-signal-safe functions only, such as write(). NULL: as before. */
void dd_budget_on_exceeded(void (*write_record)(void *context), void *context);

#endif
