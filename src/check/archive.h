/* SPDX-License-Identifier: MIT */
/*
 * What the documents of one run say of people and meetings, so that each can
 * be held against the others. Of every name and every meeting the earliest
 * document counts, by the day of the meeting and then by file name.
 */
#ifndef DD_CHECK_ARCHIVE_H
#define DD_CHECK_ARCHIVE_H

#include "base/arena.h"
#include "base/table.h"
#include "diag/diagnostic.h"
#include "model/model.h"

struct dd_source;
struct dd_tree;

/* What the earliest document says of one name or one meeting. */
struct dd_archive_fact {
	struct dd_elsewhere where;
	struct dd_date day;
	const char *text;    /* the name as it is spelt, or the city, or NULL */
	const char *country; /* of a meeting's place */
};

/* Zero-initialise. */
struct dd_archive {
	struct dd_arena arena;
	struct dd_table names, meetings; /* by key: struct dd_archive_fact */
};

void dd_archive_release(struct dd_archive *archive);

/* Adds the facts of a document called `name`; all of it is copied. Linear. */
void dd_archive_add(struct dd_archive *archive, const char *name,
    const struct dd_summary *summary, const struct dd_tree *tree,
    struct dd_source *source);

/* The key of a person's name, the same for all spellings that differ in spaces,
 * hyphens and capitals alone; NULL where the document does not write it. */
const char *dd_archive_name_key(struct dd_arena *arena,
    const struct dd_summary *summary, const struct dd_person *person);

/* The name as it is spelt, its parts with a space between them. */
const char *
dd_archive_name(struct dd_arena *arena, const struct dd_person *person);

/* The key of the meeting in the document's language: kind, form, start and
 * parties; NULL where it has no clock time or no place. */
const char *dd_archive_meeting_key(
    struct dd_arena *arena, const struct dd_summary *summary);

#endif
