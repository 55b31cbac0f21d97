/* SPDX-License-Identifier: MIT */
/* Holds the facts under each key against each other. */
#include "check/archive_judge.h"
#include <stdlib.h>
#include <string.h>

void
dd_archive_blame(struct dd_archive_fact *fact, enum dd_archive_fault fault,
    const struct dd_archive_fact *against)
{
	fact->fault = fault;
	fact->against = against;
}

static int
compare_facts(const void *a, const void *b)
{
	const struct dd_archive_fact *one =
	    *(const struct dd_archive_fact *const *)a;
	const struct dd_archive_fact *other =
	    *(const struct dd_archive_fact *const *)b;
	int order = dd_date_compare(one->day, other->day);

	return order ? order : strcmp(one->where.file, other->where.file);
}

/* What a newer version of its document has replaced is left out. */
static void
sort_list(struct dd_arena *arena, struct dd_archive_list *list)
{
	list->facts = dd_arena_alloc(arena, list->count * sizeof *list->facts);
	list->count = 0;
	for (struct dd_archive_fact *f = list->newest; f; f = f->next)
		if (f->meeting->version == *f->newest)
			list->facts[list->count++] = f;
	qsort(list->facts, list->count, sizeof *list->facts, compare_facts);
}

static bool
is_same_file(const struct dd_archive_fact *a, const struct dd_archive_fact *b)
{
	return a->where.file == b->where.file;
}

/* A city that is not stated agrees with any. */
static bool
is_same_place(const struct dd_archive_fact *a, const struct dd_archive_fact *b)
{
	const struct dd_claim_meeting *one = a->meeting, *other = b->meeting;

	if (!one->country || !other->country)
		return true;
	return strcmp(one->country, other->country) == 0 &&
	    (!one->city || !other->city || strcmp(one->city, other->city) == 0);
}

/* --- the earliest document counts ---------------------------------------- */

static void
judge_names(const struct dd_archive_list *list)
{
	for (size_t i = 1; i < list->count; i++)
		if (list->facts[i]->value != list->facts[0]->value)
			dd_archive_blame(
			    list->facts[i], DD_ARCHIVE_DIFFERS, list->facts[0]);
}

static void
judge_places(const struct dd_archive_list *list)
{
	for (size_t i = 1; i < list->count; i++)
		if (!is_same_place(list->facts[i], list->facts[0]))
			dd_archive_blame(
			    list->facts[i], DD_ARCHIVE_DIFFERS, list->facts[0]);
}

/* Where the places differ, that is the finding. */
static void
judge_copies(const struct dd_archive_list *list)
{
	for (size_t i = 1; i < list->count; i++)
		if (!is_same_file(list->facts[i], list->facts[0]) &&
		    is_same_place(list->facts[i], list->facts[0]))
			dd_archive_blame(
			    list->facts[i], DD_ARCHIVE_DIFFERS, list->facts[0]);
}

/* --- two words about one meeting ----------------------------------------- */

/* The smaller of two groups is wrong, of equal ones the one that comes later.
 * Three lists of parties are as many meetings. */
static void
judge_sides(const struct dd_archive_list *list)
{
	const struct dd_archive_fact *first = list->facts[0], *other = NULL;
	size_t count = 0;

	for (size_t i = 1; i < list->count; i++) {
		const struct dd_archive_fact *fact = list->facts[i];

		if (fact->value == first->value)
			continue;
		if (other && fact->value != other->value)
			return;
		other = other ? other : fact;
		count++;
	}
	if (!other)
		return;
	if (count * 2 > list->count)
		first = other, other = list->facts[0];
	for (size_t i = 0; i < list->count; i++)
		if (list->facts[i]->value == other->value)
			dd_archive_blame(
			    list->facts[i], DD_ARCHIVE_DIFFERS, first);
}

/* A day alone agrees with every time of that day. */
static bool
is_same_start(const struct dd_archive_fact *a, const struct dd_archive_fact *b)
{
	return a->meeting->has_clock && b->meeting->has_clock
	    ? a->meeting->start == b->meeting->start
	    : dd_date_compare(a->day, b->day) == 0;
}

/* Two documents with one text are about one meeting. What more of them share is
 * a form, such as a message of sympathy. */
static void
judge_texts(const struct dd_archive_list *list)
{
	struct dd_archive_fact *first = list->facts[0], *fact;

	if (list->count != 2)
		return;
	fact = list->facts[1];
	if (!is_same_start(first, fact))
		dd_archive_blame(fact, DD_ARCHIVE_OTHER_START, first);
	else if (first->meeting->parties != fact->meeting->parties)
		dd_archive_blame(fact, DD_ARCHIVE_OTHER_SIDES, first);
	else if (!is_same_place(first, fact))
		dd_archive_blame(fact, DD_ARCHIVE_OTHER_PLACE, first);
}

static void
judge_list(struct dd_arena *arena, enum dd_claim_topic topic,
    struct dd_archive_list *list)
{
	static void (*const judges[DD_CLAIM_TOPICS])(
	    const struct dd_archive_list *list) = {
	    [DD_CLAIM_NAME] = judge_names,
	    [DD_CLAIM_OFFICE] = dd_archive_judge_offices,
	    [DD_CLAIM_HOLDER] = dd_archive_judge_holders,
	    [DD_CLAIM_PLACE] = judge_places,
	    [DD_CLAIM_SIDES] = judge_sides,
	    [DD_CLAIM_COPY] = judge_copies,
	    [DD_CLAIM_TEXT] = judge_texts,
	    [DD_CLAIM_NUMBER] = dd_archive_judge_numbers,
	};

	sort_list(arena, list);
	if (judges[topic] && list->count > 1)
		judges[topic](list);
}

/* Topics stand in order: holders are judged behind offices. */
void
dd_archive_judge(struct dd_archive *archive)
{
	for (int topic = 0; topic < DD_CLAIM_TOPICS; topic++) {
		struct dd_table *table = &archive->topics[topic];

		for (size_t i = 0; i < table->count; i++)
			judge_list(&archive->arena, (enum dd_claim_topic)topic,
			    table->entries[i].value);
	}
}
