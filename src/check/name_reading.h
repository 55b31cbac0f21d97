/* SPDX-License-Identifier: MIT */
/* One text as the rules about names read it; words and index are made once for
 * all of them. */
#ifndef DD_CHECK_NAME_READING_H
#define DD_CHECK_NAME_READING_H

#include "check/countries.h"
#include "check/name_index.h"
#include "check/rule.h"
#include "language/tokens.h"

struct dd_name_reading {
	struct dd_checker *checker;
	struct dd_name_index *index;
	struct dd_countries *countries; /* filled when first asked for */
	struct dd_table *offices;	/* of dd_office_variants */
	bool he, she; /* some participant has that pronoun, or may have */
	const struct dd_prose *prose;
	struct dd_tokens tokens;
};

/* Spelling, titles, order and capitals of names. */
void dd_check_names_in(const struct dd_name_reading *reading);
/* Offices beside names. */
void dd_check_offices_in(const struct dd_name_reading *reading);
/* Pronouns of those who are named; for English. */
void dd_check_pronouns_in(const struct dd_name_reading *reading);
/* Words inside `<person>` and `<party>`. */
void dd_check_mentions_in(const struct dd_name_reading *reading);

/* Fills a table with the offices as one might miswrite them. */
void dd_office_variants(struct dd_checker *checker, struct dd_table *ret_table);

#endif
