/* SPDX-License-Identifier: MIT */
/* What rules share that hold a document against the others of its run. */
#ifndef DD_CHECK_RULE_ARCHIVE_H
#define DD_CHECK_RULE_ARCHIVE_H

#include "check/archive.h"
#include "check/rule.h"

/* The claims of the document in some topics, 1u << topic, in the arena of the
 * run; NULL where there is no archive. */
const struct dd_claim *
dd_archive_claims(struct dd_checker *checker, unsigned topics);

/* What the archive has against a claim, whose `against` is set; NULL where it
 * has nothing. */
const struct dd_archive_fact *
dd_archive_objection(struct dd_checker *checker, const struct dd_claim *claim);

/* "2024-07-12" */
const char *dd_archive_day(struct dd_checker *checker, struct dd_date day);

#endif
