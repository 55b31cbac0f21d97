/* SPDX-License-Identifier: MIT */
/*
 * What the documents of one run say of people and meetings, so that each can
 * be held against the others: facts are added document by document, judged
 * once, and looked up while each document is checked. All of it costs a sort
 * and a few passes.
 */
#ifndef DD_CHECK_ARCHIVE_H
#define DD_CHECK_ARCHIVE_H

#include "base/arena.h"
#include "base/table.h"
#include "check/claim.h"

struct dd_buffer;
struct dd_source;

/* How a fact contradicts another one. */
enum dd_archive_fault {
	DD_ARCHIVE_AGREES,
	DD_ARCHIVE_DIFFERS,	/* another value under the same key */
	DD_ARCHIVE_OTHER_START, /* one text about two times, */
	DD_ARCHIVE_OTHER_SIDES, /* about other parties, */
	DD_ARCHIVE_OTHER_PLACE, /* about two places */
	DD_ARCHIVE_GAP,		/* numbers are missing before this one */
};

/* A claim of one document. Its words are shared by all that say the same. */
struct dd_archive_fact {
	struct dd_elsewhere where;
	struct dd_date day;
	enum dd_archive_fault fault;
	const char *value, *text;
	const struct dd_claim_meeting *meeting;
	/* The newest version of its document; that alone counts. */
	const long *newest;
	/* What it contradicts; NULL where it agrees. */
	const struct dd_archive_fact *against;
	/* Of a holder: what the same document says of the person's offices. */
	const struct dd_archive_fact *office;
	struct dd_archive_fact *next; /* of its list, the newest first */
};

/* The facts under one key. */
struct dd_archive_list {
	struct dd_archive_fact *newest;
	struct dd_archive_fact **facts; /* by day, then file; once judged */
	size_t count;
};

/* Zero-initialise. */
struct dd_archive {
	struct dd_arena arena;
	struct dd_table files, words; /* each of them once */
	struct dd_table editions;     /* by language and id: long, a version */
	/* By key: struct dd_archive_list */
	struct dd_table topics[DD_CLAIM_TOPICS];
};

void dd_archive_release(struct dd_archive *archive);

/* Appends the facts of a document called `name`, for dd_archive_add. */
void dd_archive_put(struct dd_buffer *out, const char *name,
    const struct dd_summary *summary, const struct dd_tree *tree,
    struct dd_source *source);

/* Adds such facts, which nobody vouches for, once for a name; all of it is
 * copied. What is behind a fault in them adds nothing. */
void dd_archive_add(struct dd_archive *archive, const char *name,
    const void *facts, size_t len);

/* Says of each fact which one it contradicts. To be called once, behind the
 * last document. */
void dd_archive_judge(struct dd_archive *archive);

/* The facts under a key, at least one, or NULL. */
const struct dd_archive_list *dd_archive_list(const struct dd_archive *archive,
    enum dd_claim_topic topic, const char *key);

/* What was made of that claim of the document `name`; NULL where it was
 * another one when the archive was made. Cost: logarithmic. */
const struct dd_archive_fact *dd_archive_find(const struct dd_archive *archive,
    const char *name, const struct dd_claim *claim);

/* The index of the first fact of that day or a later one; the count where there
 * is none. Cost: logarithmic. */
size_t dd_archive_seek(const struct dd_archive_list *list, struct dd_date day);

#endif
