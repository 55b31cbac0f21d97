/* SPDX-License-Identifier: MIT */
/*
 * What one document says that other documents may say otherwise. Claims with
 * the same topic and key are about the same thing. Strings are owned by the
 * arena that they were read into, or by the summary.
 */
#ifndef DD_CHECK_CLAIM_H
#define DD_CHECK_CLAIM_H

#include "base/arena.h"
#include "diag/diagnostic.h"
#include "model/model.h"

struct dd_buffer;
struct dd_tree;

/* A topic, and what its values are. All but the last two are compared within
 * one language. */
enum dd_claim_topic {
	DD_CLAIM_NAME,	 /* a name as it is spelt */
	DD_CLAIM_OFFICE, /* the offices of a person, a line each */
	DD_CLAIM_HOLDER, /* who holds an office that only one can hold */
	DD_CLAIM_PLACE,	 /* of a meeting of known parties and time */
	DD_CLAIM_SIDES,	 /* of a meeting of known host, place and time */
	DD_CLAIM_COPY,	 /* a meeting with this text, id or number: none */
	DD_CLAIM_TEXT,	 /* a text that is long enough to be alone: none */
	DD_CLAIM_NUMBER, /* of a meeting in its row */
	DD_CLAIM_DAY,	 /* on which a party, or "" for any, met: none */
	DD_CLAIM_FILE,	 /* a path without its suffix: none */
	DD_CLAIM_TOPICS
};

/* The meeting that a document is about. */
struct dd_claim_meeting {
	const char *start; /* ISO 8601, a day where has_clock is false */
	const char *country, *city; /* or NULL */
	const char *parties;	    /* codes in one order, whoever writes */
	const char *sides;	    /* their names, for people */
	bool has_clock;
	const char *edition; /* language and id of the document, or NULL */
	long version;	     /* of that edition; 1 where none is stated */
};

struct dd_claim {
	enum dd_claim_topic topic;
	const char *key;
	const char *value; /* what is compared; never NULL */
	const char *text; /* the same for people; of a copy: what is the same */
	struct dd_date day;
	const struct dd_claim_meeting *meeting; /* in the struct dd_claims */
	struct dd_range range;
	struct dd_claim *next;
};

/* All of them; it must live as long as they are looked at. */
struct dd_claims {
	struct dd_arena *arena;
	const struct dd_summary *summary;
	const struct dd_tree *tree;
	unsigned topics; /* those wanted: 1u << topic, or all of them */
	struct dd_claim_meeting meeting;
	struct dd_claim *first, **last;
};

/* Reads the claims of some topics, in document order; an office stands before
 * its holder. `name` is the path of the document, as in messages. Cost: linear. */
void dd_claims_read(struct dd_claims *claims, const char *name);

/* For the files of claims alone: adds one, where its topic is wanted and `key`
 * is not NULL. Returns it, or NULL. */
struct dd_claim *dd_claim_add(struct dd_claims *claims,
    enum dd_claim_topic topic, const char *key, const char *value,
    const char *text, struct dd_range range);

/* Names and offices of everybody who took part. */
void dd_claims_read_people(struct dd_claims *claims);

/* The numbers of the meeting in its rows. */
void dd_claims_read_numbers(struct dd_claims *claims);

/* Sixteen digits that stand for a text, however long. */
const char *dd_claim_digest(struct dd_arena *arena, const char *text);

/* The bytes of a buffer, which is released. */
const char *dd_claim_take(struct dd_arena *arena, struct dd_buffer *buffer);

/* "ministerforforeignaffairs": without what people write in two ways. */
const char *dd_claim_fold(struct dd_arena *arena, const char *text);

/* The code of a party's country or organisation, "" where it has none. */
const char *dd_claim_party(const struct dd_party *party);

/* The name as it is spelt, its parts with a space between them. */
const char *
dd_claim_name(struct dd_arena *arena, const struct dd_person *person);

/* The path that a link of the document `name` leads to, without its suffix; NULL
 * where that is no file of the same folder or one below. */
const char *
dd_claim_target(struct dd_arena *arena, const char *name, const char *href);

#endif
