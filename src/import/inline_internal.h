/* SPDX-License-Identifier: MIT */
/* Shared by what is marked up in sentences. */
#ifndef DD_IMPORT_INLINE_INTERNAL_H
#define DD_IMPORT_INLINE_INTERNAL_H

#include "import/body.h"

struct dd_typed;

/* One stretch to mark up. */
struct dd_find {
	struct dd_extent at;
	const char *element, *attr, *value; /* attr NULL: it has none */
	const char *kind;		    /* of a reference, or NULL */
	struct dd_extent title; /* of a reference with a day; empty: none */
	enum dd_confidence confidence;
};

/* The day that is meant, without a year the one nearest to the meeting. */
struct dd_date
dd_inline_date(const struct dd_talk *talk, const struct dd_typed *typed);

/* "the summit meeting on July 12", "the meeting in March 2024": what stands, behind
 * byte `from`, in front of a date. False where that is no other meeting, document
 * or agreement. */
bool dd_reference_dated(struct dd_talk *talk, const char *text, size_t from,
    const struct dd_typed *date, struct dd_find *ret_find);

/* "the summit meeting of the previous day", "resolution 2397", behind byte `from`.
 * `dated` is true where other days are named, so that the previous one may be that
 * before any. */
bool dd_reference_next(struct dd_talk *talk, const char *text, size_t len,
    size_t from, bool dated, struct dd_find *ret_find);

/* The id of the reference at the end of the document for a find with a day. */
const char *dd_reference_target(
    struct dd_talk *talk, const char *text, const struct dd_find *find);

/* Appends all of them to the document. */
void dd_reference_write(const struct dd_talk *talk, xmlNode *root);

#endif
