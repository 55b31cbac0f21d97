/* SPDX-License-Identifier: MIT */
/* A summary that is still to be written: what is known stands in its place, the
 * rest is marked with <?diplodoc todo …?>. */
#ifndef DD_OUTPUT_SKELETON_H
#define DD_OUTPUT_SKELETON_H

#include <stddef.h>
#include <libxml/tree.h>

struct dd_buffer;
struct dd_error;
struct dd_house;
struct dd_schema;

/* What is known; NULL or 0 where it is not, unless said. Values are put in as
 * they are: whether a summary takes them is for its check to say. */
struct dd_skeleton {
	const char *kind;    /* "summit"; NULL: that of the facts */
	const char *level;   /* "leaders" */
	const char *format;  /* "telephone" */
	const char *lang;    /* "fr"; NULL: that of the facts, or "en" */
	const char *when;    /* "2025-11-04T14:30:00+01:00", "2025-11-04" */
	const char *zone;    /* "Europe/Vienna" */
	const char *place;   /* "AT/Vienna", "AT" */
	const char *today;   /* "2025-11-05"; not NULL */
	const char *address; /* of the schema, for editors */
	/* "JP", or the id of an organisation; the own side first. */
	const char *const *parties;
	size_t party_count;
	xmlDoc *facts; /* a summary, or parts of one, which win; or NULL */
	const struct dd_house *house;	/* not NULL */
	const struct dd_schema *schema; /* of summaries; not NULL */
};

/* The kinds one by one, in the order of the schema, then NULL. */
const char *dd_skeleton_kind(size_t index);

/* Appends the summary in canonical form; marks are in the language of `error`.
 * Returns 0; DD_E_USAGE for a kind that is none or missing, or too many parties; or what
 * dd_canonical_write returns. */
int dd_skeleton_write(const struct dd_skeleton *skeleton, struct dd_buffer *out,
    struct dd_error *error);

#endif
