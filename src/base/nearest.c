/* SPDX-License-Identifier: MIT */
/* Owns: edit distance. Leaves the sentence "did you mean" to its callers. */
#include "base/nearest.h"
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/memory.h"

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* One row of the distance matrix; `last` and `before` are the rows above. */
static void
fill_row(size_t *row, const size_t *last, const size_t *before, const char *a,
    size_t i, const char *b, size_t b_len)
{
	size_t j;

	row[0] = i;
	for (j = 1; j <= b_len; j++) {
		char ca = dd_ascii_lower(a[i - 1]),
		     cb = dd_ascii_lower(b[j - 1]);

		row[j] = least(
		    last[j - 1] + (ca != cb), least(last[j], row[j - 1]) + 1);
		if (i > 1 && j > 1 && ca == dd_ascii_lower(b[j - 2]) &&
		    cb == dd_ascii_lower(a[i - 2]))
			row[j] = least(row[j], before[j - 2] + 1);
	}
}

size_t
dd_nearest_distance(const char *a, const char *b)
{
	size_t a_len = strlen(a), b_len = strlen(b), width = b_len + 1;
	size_t *rows = dd_calloc(3 * width, sizeof(*rows));
	size_t *row = rows, *last = rows + width, *before = rows + 2 * width;
	size_t i, j, result;

	for (j = 0; j <= b_len; j++)
		row[j] = j;
	for (i = 1; i <= a_len; i++) {
		size_t *oldest = before;

		before = last;
		last = row;
		row = oldest;
		fill_row(row, last, before, a, i, b, b_len);
	}
	result = row[b_len];
	free(rows);
	return result;
}

const char *
dd_nearest(const char *word, const char *const *words, size_t count)
{
	size_t len = strlen(word), limit = least(len / 3, 3), i;
	const char *best = NULL;

	if (limit == 0)
		limit = 1;
	for (i = 0; i < count; i++) {
		size_t other = strlen(words[i]), distance;

		/* The lengths alone may tell; also bounds the cost. */
		if (other > len + limit || len > other + limit)
			continue;
		distance = dd_nearest_distance(word, words[i]);
		if (distance > limit || distance >= len)
			continue;
		best = words[i];
		if (distance == 0)
			break;
		limit = distance - 1;
	}
	return best;
}
