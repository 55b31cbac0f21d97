/* SPDX-License-Identifier: MIT */
/* Shared by the languages in which sentences are read. */
#ifndef DD_IMPORT_BODY_INTERNAL_H
#define DD_IMPORT_BODY_INTERNAL_H

#include "import/body.h"

/* What one says in a sentence or a part of one. */
struct dd_said {
	const struct dd_block *block;
	struct dd_extent at;  /* bytes of the block */
	const char *acts;     /* that its verb may name, between spaces */
	const char *speakers; /* ids, between spaces */
	const char *manner;   /* or NULL */
	const char *quoted;   /* NULL: a report */
	enum dd_confidence confidence; /* of the speakers */
	size_t verb, verb_end;	       /* bytes behind at.from; 0: not known */
	bool answers; /* it answers the one before, as the joint says */
};

/* Appends the statement, and remembers it as the one before. */
void dd_body_statement(
    struct dd_talk *talk, const struct dd_said *said, xmlNode *parent);

/* Appends a sentence of which something is to be decided: a clause, or NULL
 * where nothing is. */
void dd_body_narrative(struct dd_talk *talk, const struct dd_block *block,
    struct dd_extent at, const char *question, xmlNode *parent);

/* Appends "(Note: …)" without its label and brackets, which are printed anew;
 * false where the sentence is none. */
bool dd_body_read_note(struct dd_talk *talk, const struct dd_block *block,
    struct dd_extent at, xmlNode *parent);

/* All parties that may speak, between spaces; NULL where there is only one. */
const char *dd_talk_parties(struct dd_talk *talk);

#endif
