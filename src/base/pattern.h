/* SPDX-License-Identifier: MIT */
/*
 * One regular expression by PCRE2 over UTF-8, compiled once and sought from any
 * byte on. One that runs away is stopped: what all matches together may take is
 * limited.
 */
#ifndef DD_BASE_PATTERN_H
#define DD_BASE_PATTERN_H

#include <stdbool.h>
#include <stddef.h>

struct dd_buffer;
struct dd_pattern;

enum { DD_PATTERN_FAULT = 160 }; /* bytes of PCRE2's own words */

#define DD_PATTERN_FLAGS "imsx" /* letters, as Perl has them */

struct dd_pattern_how {
	const char *flags; /* letters of DD_PATTERN_FLAGS; NULL: none */
	bool empty;	   /* a match of no byte counts too */
};

/* `how` NULL: no flags, and only matches that are not empty. NULL where it
 * cannot be compiled: then `fault` says why, and *ret_at is the byte of
 * `source` that PCRE2 had come to. The caller frees. */
struct dd_pattern *
dd_pattern_new(const char *source, const struct dd_pattern_how *how,
    char fault[DD_PATTERN_FAULT], size_t *ret_at);
void dd_pattern_free(struct dd_pattern *pattern);

/* True where a replacement names only groups that the pattern has: $1 or ${1},
 * $0 for the whole match, $$ for a dollar sign. */
bool
dd_pattern_takes(const struct dd_pattern *pattern, const char *replacement);

/* Finds the first match in text[from, len), which must be valid UTF-8; what stands before `from` is looked at by lookbehinds alone.
 * Returns 1 and its bytes, 0 where there is none, -1 where it was stopped.
 * Takes what it cost from *budget, in steps of PCRE2, up to five times too
 * much; a match of less than a thousand steps is free. */
int dd_pattern_find(const struct dd_pattern *pattern, const char *text,
    size_t len, size_t from, size_t *budget, size_t *ret_from, size_t *ret_to);

/* The bytes of a named group of the match that was found last. False where there
 * is no such group, or it took no part. */
bool dd_pattern_group(const struct dd_pattern *pattern, const char *name,
    size_t *ret_from, size_t *ret_to);

/* Appends the replacement of the match that was found last in `text`; the
 * pattern must take it. */
void dd_pattern_expand(const struct dd_pattern *pattern, const char *text,
    const char *replacement, struct dd_buffer *out);

/* The version of PCRE2 that is loaded, "10.42"; cut to `size` bytes. */
void dd_pattern_version(char *out, size_t size);

#endif
