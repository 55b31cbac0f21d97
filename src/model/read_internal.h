/* SPDX-License-Identifier: MIT */
/* What the parts of the reader share. */
#ifndef DD_MODEL_READ_INTERNAL_H
#define DD_MODEL_READ_INTERNAL_H

#include "model/read.h"
#include "diag/diagnostic.h"
#include "xml/parse.h"

struct dd_reader {
	struct dd_summary *summary;
	const struct dd_tree *tree;
	struct dd_zone_db *zones;
	struct dd_sink *sink;
	struct dd_error *error;
	int failure; /* 0, or the code of an operational failure */
};

/* Times, lengths, places and sessions of `summary->meeting`. */
void dd_read_meeting(struct dd_reader *reader);

/* Parties and people of `summary->meeting`. */
void dd_read_parties(struct dd_reader *reader);

/* Reports that `attr` of `node` names nothing in a register of the house,
 * with the nearest name that is there. */
void
dd_read_unknown(struct dd_reader *reader, enum dd_id id, const xmlNode *node,
    const char *attr, const struct dd_table *entries, const char *what);

#endif
