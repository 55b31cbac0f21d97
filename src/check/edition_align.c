/* SPDX-License-Identifier: MIT */
/*
 * Pairs lists by the cheapest way to make one out of the other, in windows.
 * To leave a thing out costs 1000 a leaf. A pair costs up to as much as both
 * of its things: less where only a date or only the act differs than where
 * all does, but always more than one of them, so that of two things that
 * changed places one is left over and found again as moved.
 */
#include "check/edition_align.h"
#include <string.h>

enum {
	WINDOW = 128,	  /* things of a list that are seen at once */
	ROW = WINDOW + 1, /* of the table of costs */
	MOVED_MAX = 256,  /* things left over that are sought again */
	ALL = 1000,	  /* what a pair costs at most, a leaf */
	NEVER = 1000000,  /* they are two things */
};

struct aligner {
	struct dd_arena *arena;
	const struct dd_edition *a, *b;
	struct dd_edition_pair *of_a, *of_b;
	uint64_t *costs; /* ROW * ROW, made when first needed */
};

typedef const struct dd_edition_entry *const *entries;

/* --- how much two things differ ------------------------------------------ */

/* What is said of the things themselves, a leaf. */
static unsigned
compare_own(const struct dd_edition_entry *a, const struct dd_edition_entry *b)
{
	bool act = a->marks[DD_EDITION_ACT] != b->marks[DD_EDITION_ACT];
	bool who = a->marks[DD_EDITION_WHO] != b->marks[DD_EDITION_WHO];
	bool fact = a->marks[DD_EDITION_FACT] != b->marks[DD_EDITION_FACT];

	if (act && who)
		return fact ? 950 : 920;
	if (act || who)
		return fact ? 630 : 600;
	return fact ? 550 : 0;
}

/* What is below them, a leaf. */
static unsigned
compare_bags(const struct dd_edition_entry *a, const struct dd_edition_entry *b)
{
	size_t common = 0, both = a->bag_count + b->bag_count;

	for (size_t i = 0, j = 0; i < a->bag_count && j < b->bag_count;) {
		common += a->bag[i] == b->bag[j];
		if (a->bag[i] < b->bag[j])
			i++;
		else if (a->bag[i] > b->bag[j])
			j++;
		else
			i++, j++;
	}
	if (2 * common == both && a->leaves == b->leaves)
		return 0;
	return 520 + (unsigned)(430 * (both - 2 * common) / both);
}

/* 0 where nothing differs that counts; below ALL, or NEVER. */
static unsigned
compare(const struct dd_edition_entry *a, const struct dd_edition_entry *b)
{
	unsigned own, below;

	if (a->kind != b->kind ||
	    a->marks[DD_EDITION_KEY] != b->marks[DD_EDITION_KEY])
		return NEVER;
	own = compare_own(a, b);
	if (!a->children && !b->children)
		return own;
	below = compare_bags(a, b);
	return own > below ? own : below;
}

/* Of several that are alike the one of like length is meant. Up to 40: less
 * than any difference that counts. */
static unsigned
compare_letters(const struct aligner *aligner, const struct dd_edition_entry *a,
    const struct dd_edition_entry *b)
{
	uint64_t x = (uint64_t)a->letters * aligner->b->root->letters;
	uint64_t y = (uint64_t)b->letters * aligner->a->root->letters;
	uint64_t more = x > y ? x : y, less = x > y ? y : x;

	return more == 0
	    ? 0
	    : (unsigned)(40 * ((more - less) >> 8) / ((more >> 8) + 1));
}

static uint64_t
price(const struct aligner *aligner, const struct dd_edition_entry *a,
    const struct dd_edition_entry *b)
{
	unsigned each = compare(a, b);

	if (each < NEVER)
		each += compare_letters(aligner, a, b);
	return (uint64_t)each * (a->leaves + b->leaves);
}

/* --- lists --------------------------------------------------------------- */

static void
join(struct aligner *aligner, const struct dd_edition_entry *a,
    const struct dd_edition_entry *b, bool moved)
{
	aligner->of_a[a->serial] = (struct dd_edition_pair){b, moved};
	aligner->of_b[b->serial] = (struct dd_edition_pair){a, moved};
}

static entries
list_children(struct dd_arena *arena, const struct dd_edition_entry *parent)
{
	const struct dd_edition_entry **list =
	    dd_arena_alloc(arena, (parent->child_count + 1) * sizeof *list);
	size_t count = 0;

	for (const struct dd_edition_entry *c = parent->children; c;
	     c = c->next)
		list[count++] = c;
	return list;
}

/* The cheapest way from every cell [i, j] to the end of the window. */
static void
fill_costs(
    struct aligner *aligner, entries a, size_t a_len, entries b, size_t b_len)
{
	uint64_t *costs = aligner->costs;

	costs[a_len * ROW + b_len] = 0;
	for (size_t i = a_len + 1; i-- > 0;)
		for (size_t j = b_len + 1; j-- > 0;) {
			uint64_t best = UINT64_MAX, cost;

			if (i == a_len && j == b_len)
				continue;
			if (i < a_len) {
				cost = costs[(i + 1) * ROW + j] +
				    ALL * a[i]->leaves;
				best = cost;
			}
			if (j < b_len) {
				cost =
				    costs[i * ROW + j + 1] + ALL * b[j]->leaves;
				best = cost < best ? cost : best;
			}
			if (i < a_len && j < b_len) {
				cost = costs[(i + 1) * ROW + j + 1] +
				    price(aligner, a[i], b[j]);
				best = cost < best ? cost : best;
			}
			costs[i * ROW + j] = best;
		}
}

/* Goes the cheapest way, up to `stop` on either side. */
static void
follow_costs(struct aligner *aligner, entries a, size_t *a_at, size_t a_len,
    entries b, size_t *b_at, size_t b_len, size_t stop)
{
	const uint64_t *costs = aligner->costs;
	size_t i = 0, j = 0;

	while (i < a_len && j < b_len && i < stop && j < stop) {
		uint64_t here = costs[i * ROW + j];

		if (here ==
		    costs[(i + 1) * ROW + j + 1] + price(aligner, a[i], b[j])) {
			join(aligner, a[i++], b[j++], false);
		} else if (here ==
		    costs[(i + 1) * ROW + j] + ALL * a[i]->leaves) {
			i++;
		} else {
			j++;
		}
	}
	*a_at += i;
	*b_at += j;
}

/* True where the first of both lists are the same, and no other than they can
 * be meant. */
static bool
is_plain(entries a, size_t a_len, entries b, size_t b_len)
{
	return compare(a[0], b[0]) == 0 &&
	    (a_len < 2 || compare(a[1], b[0]) != 0) &&
	    (b_len < 2 || compare(a[0], b[1]) != 0);
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

static void
align_lists(
    struct aligner *aligner, entries a, size_t a_len, entries b, size_t b_len)
{
	size_t i = 0, j = 0;

	while (i < a_len && j < b_len) {
		size_t a_seen = least(a_len - i, WINDOW);
		size_t b_seen = least(b_len - j, WINDOW);
		bool last = a_seen == a_len - i && b_seen == b_len - j;

		if (is_plain(a + i, a_seen, b + j, b_seen)) {
			join(aligner, a[i++], b[j++], false);
			continue;
		}
		if (!aligner->costs)
			aligner->costs = dd_arena_alloc(aligner->arena,
			    (size_t)ROW * ROW * sizeof *aligner->costs);
		fill_costs(aligner, a + i, a_seen, b + j, b_seen);
		follow_costs(aligner, a + i, &i, a_seen, b + j, &j, b_seen,
		    last ? WINDOW : WINDOW / 2);
	}
}

static void
align_below(struct aligner *aligner, const struct dd_edition_entry *a,
    const struct dd_edition_entry *b)
{
	align_lists(aligner, list_children(aligner->arena, a), a->child_count,
	    list_children(aligner->arena, b), b->child_count);
	for (const struct dd_edition_entry *c = a->children; c; c = c->next)
		if (aligner->of_a[c->serial].partner)
			align_below(
			    aligner, c, aligner->of_a[c->serial].partner);
}

/* --- what was moved ------------------------------------------------------ */

/* Things left over; what stands in one is left over with it. */
struct rest {
	const struct dd_edition_entry *items[MOVED_MAX];
	size_t count;
};

/* True where something is said by which it could be known again. */
static bool
is_known(const struct dd_edition_entry *entry)
{
	if (entry->marks[DD_EDITION_ACT] || entry->marks[DD_EDITION_WHO] ||
	    entry->marks[DD_EDITION_FACT])
		return true;
	for (const struct dd_edition_entry *c = entry->children; c; c = c->next)
		if (is_known(c))
			return true;
	return false;
}

static void
list_rest(struct rest *rest, const struct dd_edition_pair *pairs,
    const struct dd_edition_entry *parent)
{
	for (const struct dd_edition_entry *c = parent->children;
	     c && rest->count < MOVED_MAX; c = c->next)
		if (pairs[c->serial].partner)
			list_rest(rest, pairs, c);
		else if (c->kind->gap == DD_EDITION_GAP && is_known(c))
			rest->items[rest->count++] = c;
}

static void
join_moved(struct aligner *aligner)
{
	struct rest a = {.count = 0}, b = {.count = 0};

	list_rest(&a, aligner->of_a, aligner->a->root);
	list_rest(&b, aligner->of_b, aligner->b->root);
	for (size_t i = 0; i < a.count; i++)
		for (size_t j = 0; j < b.count; j++)
			if (!aligner->of_b[b.items[j]->serial].partner &&
			    compare(a.items[i], b.items[j]) == 0) {
				join(aligner, a.items[i], b.items[j], true);
				align_below(aligner, a.items[i], b.items[j]);
				break;
			}
}

void
dd_edition_align(struct dd_arena *arena, const struct dd_edition *own,
    const struct dd_edition *other, struct dd_edition_alignment *ret_alignment)
{
	struct dd_edition_pair *of_own =
	    dd_arena_alloc(arena, own->count * sizeof *of_own);
	struct dd_edition_pair *of_other =
	    dd_arena_alloc(arena, other->count * sizeof *of_other);
	/* Both files must be told the same, whichever is looked at. */
	bool turned = strcmp(own->lang, other->lang) > 0;
	struct aligner aligner = {
	    .arena = arena,
	    .a = turned ? other : own,
	    .b = turned ? own : other,
	    .of_a = turned ? of_other : of_own,
	    .of_b = turned ? of_own : of_other,
	};

	*ret_alignment = (struct dd_edition_alignment){of_own, of_other};
	join(&aligner, aligner.a->root, aligner.b->root, false);
	align_below(&aligner, aligner.a->root, aligner.b->root);
	join_moved(&aligner);
}
