/* SPDX-License-Identifier: MIT */
/* What a worker does with one document, and how it answers. */
#ifndef DD_CLI_EXAMINE_H
#define DD_CLI_EXAMINE_H

#include <stddef.h>

struct dd_buffer;
struct dd_session;
struct dd_work;
struct diplodoc_document;
struct diplodoc_error;

/* One input as a worker is given it. Texts may be NULL but for the name. */
struct dd_exam {
	const char *name, *path; /* as for diplodoc_open */
	const char *known;	 /* its path in the baseline */
	const char *old;	 /* what it had before: dd_since_lines */
	const char *bytes;
	size_t len;
};

/* Opens the document; validates it, and runs the rules where the session has
 * them; mends it where that is asked for. Appends the code, the sentence and the
 * record, what dd_mend and dd_timing_take read, and what `work` adds. */
void dd_examine(struct dd_session *session, const struct dd_work *work,
    const struct dd_exam *exam, struct dd_buffer *answer);

/* One round of it: of a document with these bytes, which was opened. Returns 0,
 * or a code and `error`. */
int dd_examine_round(struct dd_session *session, const struct dd_exam *exam,
    struct diplodoc_document *document, struct diplodoc_error *error);

#endif
