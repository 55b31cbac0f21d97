/* SPDX-License-Identifier: MIT */
/* Words of capitals in texts, and which of them need no expansion. */
#ifndef DD_CHECK_ABBREVIATION_H
#define DD_CHECK_ABBREVIATION_H

#include "check/rule.h"

/* A word of two to six capitals; `from` is 0 and `to` 0 behind the last. */
struct dd_capitals {
	size_t from, to;
	bool expands; /* "Some Great Agency (SGA)" or "SGA (Some Great …)" */
	size_t outside; /* where the bracket opens behind the expansion, or 0 */
};

/* The next one at or behind byte `at`; false where there is none. */
bool dd_capitals_next(
    const struct dd_prose *prose, size_t at, struct dd_capitals *ret_capitals);

/* True for what all the world knows: "EU". */
bool dd_capitals_are_common(const char *word);

/* Fills a table with what else readers know without being told: by the house,
 * or as the name of a participant. Values are not NULL. */
void dd_capitals_known(struct dd_checker *checker, struct dd_table *known);

/* Adds what the glossary of the document explains. Values are not NULL. */
void dd_capitals_listed(struct dd_checker *checker, struct dd_table *listed);

/* True for a text in which capitals mean nothing, as all letters are. */
bool dd_capitals_all(const struct dd_prose *prose);

#endif
