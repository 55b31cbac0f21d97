/* SPDX-License-Identifier: MIT */
/* What came out of a meeting, as its statements say: documents, decisions, days
 * that were agreed. */
#ifndef DD_IMPORT_OUTCOME_H
#define DD_IMPORT_OUTCOME_H

#include "import/body_internal.h"

/* Something that came out of it. */
struct dd_found_outcome {
	const char *kind, *title;
	const char *by;	  /* ids, between spaces */
	const char *date; /* in ISO form, of what is to come; or NULL */
	struct dd_found_outcome *next;
};

/* Remembers in `talk` what a statement says to have come out. Where the sentence
 * leaves open what it was, or when, it says nothing. */
void dd_outcome_read(struct dd_talk *talk, const struct dd_said *said);

/* Appends all of them to the document. */
void dd_outcome_write(const struct dd_talk *talk, xmlNode *root);

#endif
