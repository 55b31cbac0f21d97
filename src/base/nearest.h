/* SPDX-License-Identifier: MIT */
/* Did-you-mean: the word of a list that a misspelt word is closest to. */
#ifndef DD_BASE_NEAREST_H
#define DD_BASE_NEAREST_H

#include <stddef.h>

/* Damerau-Levenshtein distance, case-insensitive for ASCII; bytes. */
size_t dd_nearest_distance(const char *a, const char *b);

/* The closest of `count` words within a third of the word's length (at least
 * 1, at most 3 edits), with at least one letter kept; the first one wins
 * ties. NULL where none is close. */
const char *
dd_nearest(const char *word, const char *const *words, size_t count);

#endif
