/* SPDX-License-Identifier: MIT */
/* How the facts of one list are held against each other; for the files of the
 * archive alone. Lists are sorted by day and file. */
#ifndef DD_CHECK_ARCHIVE_JUDGE_H
#define DD_CHECK_ARCHIVE_JUDGE_H

#include "check/archive.h"

/* People and their offices in the course of time: what goes to another value and
 * back within a year, or has two values on one day. Cost: linear. */
void dd_archive_judge_offices(const struct dd_archive_list *list);
void dd_archive_judge_holders(const struct dd_archive_list *list);

/* The numbers of a row of meetings. Cost: a sort. */
void dd_archive_judge_numbers(const struct dd_archive_list *list);

/* Says what a fact contradicts. */
void dd_archive_blame(struct dd_archive_fact *fact, enum dd_archive_fault fault,
    const struct dd_archive_fact *against);

#endif
