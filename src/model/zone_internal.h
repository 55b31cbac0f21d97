/* SPDX-License-Identifier: MIT */
/* What a zone is made of; shared by zone.c and zone_file.c alone. */
#ifndef DD_MODEL_ZONE_INTERNAL_H
#define DD_MODEL_ZONE_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "model/zone_rule.h"

struct dd_arena;

struct dd_zone {
	const char *name;
	size_t count;	    /* of the changes */
	const int64_t *at;  /* UTC, ascending */
	const int *after;   /* the offset from at[i] on */
	int before;	    /* the offset before at[0] */
	const int *offsets; /* each that the zone ever has, once */
	size_t offset_count;
	bool has_rule; /* for the time from the last change on */
	struct dd_zone_rule rule;
};

/* Decodes the bytes of a TZif file into everything but the name. Returns NULL,
 * or the fault in words that fit behind "the file". */
const char *dd_zone_decode(
    struct dd_zone *zone, struct dd_arena *arena, const char *data, size_t len);

#endif
