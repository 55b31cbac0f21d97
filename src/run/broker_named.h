/* SPDX-License-Identifier: MIT */
/* Whether a document names something, for a process that does not parse it. */
#ifndef DD_RUN_BROKER_NAMED_H
#define DD_RUN_BROKER_NAMED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/table.h"

/* What one document names, for as long as it is asked about. Zero-initialise. */
struct dd_broker_names {
	uint64_t number;	/* of the document; 0: of none yet */
	struct dd_table values; /* what it could name */
	struct dd_arena arena;
};

void dd_broker_names_release(struct dd_broker_names *names);

/* True where an attribute of the document of that number, above 0, could have
 * that value, by its bytes alone: what stands between quotation marks anywhere
 * will do. Reads a document once or, where it is short and names the value as it
 * is, looks at its bytes; forgets the one before. */
bool dd_broker_names_have(struct dd_broker_names *names, uint64_t number,
    const char *bytes, size_t len, const char *value);

#endif
