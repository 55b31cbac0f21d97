/* SPDX-License-Identifier: MIT */
/* How the process gets its memory. */
#ifndef DD_CLI_HEAP_H
#define DD_CLI_HEAP_H

/* Makes the heap grow in a few large steps, of huge pages where the system has
 * them. For commands that are going to need megabytes; no memory is taken yet,
 * and nothing changes where the C library or the system knows no such thing.
 * Once a process, before its work. */
void dd_heap_prepare(void);

#endif
