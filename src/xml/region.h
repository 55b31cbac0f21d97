/* SPDX-License-Identifier: MIT */
/*
 * The blocks that libxml2 and libxslt take for one document, in one region that
 * is given back at once. For a worker process, which has one thread and one
 * document at a time; elsewhere nobody begins, and blocks come from base/memory.
 * What outlives documents (compiled schemas and stylesheets, houses, rules) must
 * not lie in it: whoever makes such a thing pauses the region.
 */
#ifndef DD_XML_REGION_H
#define DD_XML_REGION_H

#include <stdbool.h>
#include <stddef.h>

/* Takes address space for the region, as much as a document may have memory, and
 * no memory yet. Once a process, before workers are forked, as their own address
 * space is limited. Where it is refused there is no region. A build with
 * AddressSanitizer has none either: blocks without a border between them, and
 * blocks that are reused at once, would hide from it what it looks for. */
void dd_region_reserve(void);

/* From now on libxml2 allocates here, in place of where dd_xml_init sent it, and
 * what it allocates comes from the region; nothing where none is reserved. Every
 * page that is taken counts for the budget of base/memory, which ends the
 * process where it is used up. */
void dd_region_begin(void);
/* Every block of the region is gone, freed or not. What a large document has
 * taken goes back to the system. */
void dd_region_end(void);

/* Between these, new blocks come from base/memory; old ones may be freed.
 * dd_region_pause() returns what dd_region_resume() is to be given: they nest. */
bool dd_region_pause(void);
void dd_region_resume(bool active);

/* True where the block goes with the region, so that it need not be freed. */
bool dd_region_holds(const void *block);

/* The same, and so little was taken that nobody misses its room before that: what
 * several outputs of a large document need is to be freed in between. */
bool dd_region_spares(const void *block);

/* Like malloc, realloc, strdup and free, but never NULL; for xmlMemSetup. */
void *dd_region_alloc(size_t size);
void *dd_region_realloc(void *old, size_t size);
char *dd_region_strdup(const char *text);
void dd_region_free(void *block);

#endif
