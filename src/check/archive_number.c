/* SPDX-License-Identifier: MIT */
/*
 * The numbers of a row of meetings, which grow with the days. Those that remain
 * in the longest row that grows are right, and the others wrong: so that one
 * slip is one finding, whichever way it goes.
 */
#include <stdlib.h>
#include <string.h>
#include "check/archive_judge.h"

enum { NUMBER_MOST = 1000000 }; /* what is larger is a slip of another kind */

/* One meeting; the documents about it stand one behind the other. */
struct meeting {
	size_t first, end; /* in the sorted facts */
	long number;
	size_t before; /* in that row; index + 1, 0 at its start */
	bool right;
};

static long
get_number(const struct dd_archive_fact *fact)
{
	long number = strtol(fact->value, NULL, 10);

	return number < 0 ? 0 : number > NUMBER_MOST ? NUMBER_MOST : number;
}

static int
compare_numbers(const void *a, const void *b)
{
	const struct dd_archive_fact *one =
	    *(const struct dd_archive_fact *const *)a;
	const struct dd_archive_fact *other =
	    *(const struct dd_archive_fact *const *)b;
	int order = dd_date_compare(one->day, other->day);
	long numbers = get_number(one) - get_number(other);

	return order  ? order
	    : numbers ? (numbers > 0) - (numbers < 0)
		      : strcmp(one->where.file, other->where.file);
}

/* Cuts the facts into meetings; returns how many. */
static size_t
find_meetings(struct dd_archive_fact *const *facts, size_t count,
    struct meeting *meetings)
{
	size_t found = 0;

	for (size_t i = 0; i < count; i++) {
		long number = get_number(facts[i]);

		if (i == 0 || number != meetings[found - 1].number ||
		    dd_date_compare(facts[i]->day, facts[i - 1]->day) != 0)
			meetings[found++] =
			    (struct meeting){.first = i, .number = number};
		meetings[found - 1].end = i + 1;
	}
	return found;
}

/* Marks the meetings of the longest row that grows; of two equal numbers the
 * first. `ends` has room for `count`: the meeting with the least number at the
 * end of a row of each length. */
static void
find_row(struct meeting *meetings, size_t count, size_t *ends)
{
	size_t longest = 0, at;

	for (size_t i = 0; i < count; i++) {
		size_t low = 0, high = longest;

		while (low < high) {
			size_t middle = low + (high - low) / 2;

			if (meetings[ends[middle]].number < meetings[i].number)
				low = middle + 1;
			else
				high = middle;
		}
		meetings[i].before = low > 0 ? ends[low - 1] + 1 : 0;
		if (low == longest)
			ends[longest++] = i;
		else if (meetings[i].number < meetings[ends[low]].number)
			ends[low] = i;
	}
	/* Where all contradict each other, the first one is taken at its word. */
	at = longest > 1 ? ends[longest - 1] + 1 : 1;
	for (; at > 0; at = meetings[at - 1].before)
		meetings[at - 1].right = true;
}

static void
blame(struct dd_archive_fact *const *facts, const struct meeting *meeting,
    enum dd_archive_fault fault, const struct meeting *against)
{
	for (size_t i = meeting->first; i < meeting->end; i++)
		dd_archive_blame(facts[i], fault, facts[against->first]);
}

/* The right meeting of that number among `count`, or NULL. */
static const struct meeting *
find_number(const struct meeting *right, size_t count, long number)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (right[middle].number < number)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && right[low].number == number ? &right[low] : NULL;
}

/* Whatever is not in the row stands against its number there, else against the
 * meeting before it, else against the one behind. */
static void
blame_wrong(struct dd_archive_fact *const *facts,
    const struct meeting *meetings, size_t count, const struct meeting *right,
    size_t right_count)
{
	size_t seen = 0;

	for (size_t i = 0; i < count; i++) {
		const struct meeting *same =
		    find_number(right, right_count, meetings[i].number);

		if (meetings[i].right)
			seen++;
		else
			blame(facts, &meetings[i], DD_ARCHIVE_DIFFERS,
			    same ? same : &right[seen > 0 ? seen - 1 : 0]);
	}
}

/* Meetings at or beside `at` that have a wrong number. */
static bool
is_near_wrong(const struct meeting *meetings, size_t count, size_t at)
{
	for (size_t i = at < 2 ? 0 : at - 2; i < count && i <= at + 1; i++)
		if (!meetings[i].right)
			return true;
	return false;
}

/* Numbers that are missing between two meetings. A wrong one nearby is more
 * likely to be the missing one than another meeting that nobody has written
 * about. */
static void
blame_gaps(struct dd_archive_fact *const *facts, const struct meeting *meetings,
    size_t count)
{
	for (size_t i = 1; i < count; i++)
		if (meetings[i].number > meetings[i - 1].number + 1 &&
		    !is_near_wrong(meetings, count, i))
			blame(facts, &meetings[i], DD_ARCHIVE_GAP,
			    &meetings[i - 1]);
}

void
dd_archive_judge_numbers(const struct dd_archive_list *list)
{
	struct dd_arena arena = {0};
	struct dd_archive_fact **facts =
	    dd_arena_alloc(&arena, list->count * sizeof *facts);
	struct meeting *meetings =
	    dd_arena_alloc(&arena, list->count * sizeof *meetings);
	struct meeting *right =
	    dd_arena_alloc(&arena, list->count * sizeof *right);
	size_t *ends = dd_arena_alloc(&arena, list->count * sizeof *ends);
	size_t count, right_count = 0;

	memcpy(facts, list->facts, list->count * sizeof *facts);
	qsort(facts, list->count, sizeof *facts, compare_numbers);
	count = find_meetings(facts, list->count, meetings);
	find_row(meetings, count, ends);
	for (size_t i = 0; i < count; i++)
		if (meetings[i].right)
			right[right_count++] = meetings[i];
	blame_wrong(facts, meetings, count, right, right_count);
	blame_gaps(facts, meetings, count);
	dd_arena_release(&arena);
}
