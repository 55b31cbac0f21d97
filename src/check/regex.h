/* SPDX-License-Identifier: MIT */
/*
 * Regular expressions that are named by their text whenever they are sought:
 * each is compiled once. One that runs away is stopped, and what it took is
 * told, so that whoever calls can add it up.
 */
#ifndef DD_CHECK_REGEX_H
#define DD_CHECK_REGEX_H

#include <stddef.h>
#include "base/arena.h"
#include "base/table.h"

struct dd_buffer;

enum { DD_REGEX_FAULT = 256 }; /* bytes of a clause that says what is wrong */

/* What is said of a replacement that dd_pattern_takes() refuses. */
#define DD_REGEX_NO_GROUP                                                      \
	"the replacement names a group that the pattern does not have; write " \
	"$1 for its first, $$ for a dollar sign"

/* Compiled ones by flags and pattern. */
struct dd_regex_cache {
	struct dd_table patterns;
	struct dd_arena arena; /* keys */
};

void dd_regex_cache_init(struct dd_regex_cache *cache);
void dd_regex_cache_release(struct dd_regex_cache *cache);

/* 1 where the pattern is found in the text, which must be UTF-8, 0 where it is
 * not, -1 and `fault` where it is no pattern or was stopped. `flags` are
 * letters of DD_PATTERN_FLAGS. Adds the steps it took to *cost. */
int dd_regex_find(struct dd_regex_cache *cache, const char *pattern,
    const char *flags, const char *text, size_t *cost,
    char fault[DD_REGEX_FAULT]);

/* The text with every find replaced is appended to `out`, as
 * dd_pattern_expand() does it. 0, or -1 as above, also where the replacement
 * names a group that is not there or the result is too long. */
int dd_regex_replace(struct dd_regex_cache *cache, const char *pattern,
    const char *flags, const char *text, const char *replacement,
    struct dd_buffer *out, size_t *cost, char fault[DD_REGEX_FAULT]);

#endif
