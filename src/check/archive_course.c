/* SPDX-License-Identifier: MIT */
/*
 * Facts that change in the course of time: the offices of a person, the holder
 * of an office. A change alone is life. A value that stands between two others
 * that agree, or beside another one on the same day, is a slip.
 */
#include <string.h>
#include "check/archive_judge.h"

/* Who comes back to an office within that time has not left it. */
enum { DAYS_BACK = 366 };

/* A list on its way; facts from `first` to `last` agree. */
struct course {
	const struct dd_archive_list *list;
	bool (*agree)(
	    const struct dd_archive_fact *a, const struct dd_archive_fact *b);
	size_t first, last;
};

/* Behind the facts from `at` on that agree with that one. */
static size_t
find_end(const struct course *c, size_t at)
{
	size_t end = at + 1;

	while (end < c->list->count &&
	    c->agree(c->list->facts[at], c->list->facts[end]))
		end++;
	return end;
}

static bool
is_back(const struct course *c, size_t end)
{
	const struct dd_archive_fact *last = c->list->facts[c->last];

	return end < c->list->count && c->agree(last, c->list->facts[end]) &&
	    dd_date_days(c->list->facts[end]->day) - dd_date_days(last->day) <=
	    DAYS_BACK;
}

/* Blames those of the facts [from, to) that are of that day. */
static void
blame(const struct course *c, size_t from, size_t to,
    const struct dd_archive_fact *against, const struct dd_date *day)
{
	for (; from < to; from++) {
		struct dd_archive_fact *fact = c->list->facts[from];

		if (!day || dd_date_compare(fact->day, *day) == 0)
			dd_archive_blame(fact, DD_ARCHIVE_DIFFERS, against);
	}
}

/* Decides on the facts [at, end), which agree with each other and not with
 * those before. */
static void
decide(struct course *c, size_t at, size_t end)
{
	struct dd_archive_fact **facts = c->list->facts;
	const struct dd_archive_fact *last = facts[c->last];
	size_t before = c->last + 1 - c->first;

	if (end - at <= before && is_back(c, end)) {
		blame(c, at, end, last, NULL);
		return;
	}
	if (dd_date_compare(last->day, facts[at]->day) == 0) {
		if (end - at <= before)
			blame(c, at, end, last, &last->day);
		else
			blame(c, c->first, c->last + 1, facts[at], &last->day);
	}
	c->first = at;
	c->last = end - 1;
}

static void
judge(const struct dd_archive_list *list,
    bool (*agree)(
	const struct dd_archive_fact *a, const struct dd_archive_fact *b))
{
	struct course c = {.list = list, .agree = agree};
	size_t end;

	for (size_t at = 1; at < list->count; at = end) {
		end = at + 1;
		if (agree(list->facts[c.last], list->facts[at])) {
			c.last = at;
			continue;
		}
		end = find_end(&c, at);
		decide(&c, at, end);
	}
}

/* True where one of the lines of `titles` is this one. */
static bool
has_title(const char *titles, const char *title, size_t len)
{
	for (const char *at = titles; *at; at = strchr(at, '\n') + 1)
		if (strncmp(at, title, len) == 0)
			return true;
	return false;
}

/* Some write all offices of a person, others the one that counts. */
static bool
share_office(const struct dd_archive_fact *a, const struct dd_archive_fact *b)
{
	if (a->value == b->value || a->where.file == b->where.file)
		return true;
	for (const char *at = b->value; *at; at = strchr(at, '\n') + 1)
		if (has_title(a->value, at, strcspn(at, "\n") + 1))
			return true;
	return false;
}

void
dd_archive_judge_offices(const struct dd_archive_list *list)
{
	judge(list, share_office);
}

/* Whose office is wrong is no witness of who holds it. */
static bool
share_holder(const struct dd_archive_fact *a, const struct dd_archive_fact *b)
{
	return a->value == b->value || (a->office && a->office->against) ||
	    (b->office && b->office->against);
}

/* Two of them at one table: it is not an office that one person holds. */
void
dd_archive_judge_holders(const struct dd_archive_list *list)
{
	for (size_t i = 1; i < list->count; i++)
		if (list->facts[i]->where.file ==
			list->facts[i - 1]->where.file &&
		    list->facts[i]->value != list->facts[i - 1]->value)
			return;
	judge(list, share_holder);
}
