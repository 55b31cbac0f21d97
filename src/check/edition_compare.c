/* SPDX-License-Identifier: MIT */
/* Finds the values that one of two things has and the other has not. */
#include "check/edition_compare.h"
#include <stdlib.h>
#include <string.h>

enum { NEAR = 16 }; /* things that a pronoun reaches back over */

/* What one side says of a thing, and the other does not say. */
struct surplus {
	const struct dd_edition_value **items;
	size_t count;
};

/* True where a list of people, "JP hayashi-yoshimasa", has the one. */
static bool
has_people(const char *list, const char *one)
{
	size_t len = strlen(one);

	for (const char *at = list; *at; at += *at == ' ') {
		size_t next = strcspn(at, " ");

		if (next == len && strncmp(at, one, len) == 0)
			return true;
		at += next;
	}
	return false;
}

/* True where the person speaks in a thing, or is named in it. */
static bool
has_person(const struct dd_edition_entry *entry,
    const struct dd_edition_value *person, bool named)
{
	for (size_t i = 0; i < entry->value_count; i++) {
		const struct dd_edition_value *v = entry->values[i];

		if ((v->row->class == DD_EDITION_WHO ||
			(named && v->row == person->row)) &&
		    has_people(v->key, person->key))
			return true;
	}
	return false;
}

/* True where the words of a thing may mean the person by "she": it was named or
 * spoke there or a little before. */
static bool
may_mean(
    const struct dd_edition_entry *entry, const struct dd_edition_value *person)
{
	for (int i = 0; entry && i < NEAR; i++, entry = entry->previous)
		if (has_person(entry, person, true))
			return true;
	return false;
}

/* True where it is told that one thing has the value and the other has none of
 * its kind. */
static bool
is_lacking(
    const struct dd_edition_entry *entry, const struct dd_edition_value *value)
{
	return value->row->class != DD_EDITION_LOOSE ||
	    (strcmp(value->row->element, "person") == 0 &&
		!may_mean(entry, value));
}

static void
add_surplus(struct surplus *surplus, const struct dd_edition_entry *entry,
    const struct dd_edition_value *value)
{
	if (value->row->class == DD_EDITION_KEY ||
	    (value->row->class == DD_EDITION_LOOSE &&
		has_person(entry, value, false)))
		return;
	surplus->items[surplus->count++] = value;
}

static int
compare_values(
    const struct dd_edition_value *a, const struct dd_edition_value *b)
{
	if (a->row != b->row)
		return a->row < b->row ? -1 : 1;
	return strcmp(a->key, b->key);
}

/* In the order in which they stand. */
static int
compare_places(const void *a, const void *b)
{
	const struct dd_edition_value *x =
	    *(const struct dd_edition_value *const *)a;
	const struct dd_edition_value *y =
	    *(const struct dd_edition_value *const *)b;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return (x->range.start > y->range.start) -
	    (x->range.start < y->range.start);
}

/* Takes out what both sides say. */
static void
subtract(struct dd_arena *arena, const struct dd_edition_entry *own,
    const struct dd_edition_entry *other, struct surplus sides[2])
{
	size_t i = 0, j = 0;

	for (int s = 0; s < 2; s++) {
		const struct dd_edition_entry *entry = s == 0 ? own : other;

		sides[s].count = 0;
		sides[s].items = dd_arena_alloc(
		    arena, (entry->value_count + 1) * sizeof *sides->items);
	}
	while (i < own->value_count || j < other->value_count) {
		int order = i == own->value_count ? 1
		    : j == other->value_count
		    ? -1
		    : compare_values(own->values[i], other->values[j]);

		if (order < 0)
			add_surplus(&sides[0], own, own->values[i]);
		else if (order > 0)
			add_surplus(&sides[1], other, other->values[j]);
		i += order <= 0;
		j += order >= 0;
	}
	for (int s = 0; s < 2; s++)
		qsort(sides[s].items, sides[s].count, sizeof *sides->items,
		    compare_places);
}

/* True where a person or party goes by its id alone. */
static bool
is_plain(const struct dd_edition_value *value)
{
	return strcmp(value->key, value->text) == 0;
}

/* True where two values say the same in spite of their keys: one edition takes
 * a person from the house, and one spells it out. Of others with one id it is
 * told once, where they take part. */
static bool
is_same(const struct dd_edition_entry *entry, const struct dd_edition_value *a,
    const struct dd_edition_value *b)
{
	return strcmp(a->text, b->text) == 0 &&
	    (!entry->kind->person || is_plain(a) || is_plain(b));
}

size_t
dd_edition_compare(struct dd_arena *arena, const struct dd_edition_entry *own,
    const struct dd_edition_entry *other,
    const struct dd_edition_difference **ret_list)
{
	struct dd_edition_difference *list;
	struct surplus sides[2];
	size_t i = 0, j = 0, count = 0;

	subtract(arena, own, other, sides);
	list = dd_arena_alloc(
	    arena, (sides[0].count + sides[1].count + 1) * sizeof *list);
	while (i < sides[0].count || j < sides[1].count) {
		const struct dd_edition_value *a =
		    i < sides[0].count ? sides[0].items[i] : NULL;
		const struct dd_edition_value *b =
		    j < sides[1].count ? sides[1].items[j] : NULL;
		bool both = a && b && a->row == b->row;
		bool first = both || (a && (!b || a->row < b->row));
		bool second = both || !first;

		if (both	? !is_same(own, a, b)
			: first ? is_lacking(other, a)
				: is_lacking(own, b))
			list[count++] = (struct dd_edition_difference){
			    first ? a : NULL, second ? b : NULL};
		i += first;
		j += second;
	}
	*ret_list = list;
	return count;
}
