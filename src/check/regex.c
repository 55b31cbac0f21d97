/* SPDX-License-Identifier: MIT */
/* Owns: which patterns stay compiled, and what a call may take. Leaves finding
 * to base/pattern. */
#include "check/regex.h"
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include "base/buffer.h"
#include "base/pattern.h"
#include "base/utf8.h"
#include "xml/limits.h"

enum {
	KEPT_MAX = 128,	     /* patterns that stay compiled */
	FIND_COST = 100,     /* of any find, also of one that is free */
	NEW_PATTERN_COST = 2 /* steps for each byte of what is compiled */
};

void
dd_regex_cache_init(struct dd_regex_cache *cache)
{
	dd_table_init(&cache->patterns);
	dd_arena_init(&cache->arena);
}

void
dd_regex_cache_release(struct dd_regex_cache *cache)
{
	for (size_t i = 0; i < cache->patterns.count; i++)
		dd_pattern_free(cache->patterns.entries[i].value);
	dd_table_release(&cache->patterns);
	dd_arena_release(&cache->arena);
}

/* --- compiling ----------------------------------------------------------- */

static struct dd_pattern *
compile(const char *source, const char *flags, char fault[DD_REGEX_FAULT])
{
	const struct dd_pattern_how how = {.flags = flags, .empty = true};
	char words[DD_PATTERN_FAULT];
	struct dd_pattern *pattern;
	size_t at;

	if (flags[strspn(flags, DD_PATTERN_FLAGS)]) {
		snprintf(fault, DD_REGEX_FAULT,
		    "flags are letters of `" DD_PATTERN_FLAGS "`");
		return NULL;
	}
	pattern = dd_pattern_new(source, &how, words, &at);
	if (!pattern)
		snprintf(fault, DD_REGEX_FAULT,
		    "the pattern is wrong behind its byte %zu: %s", at, words);
	return pattern;
}

/* A pattern for one call, and whether it must be freed behind it. */
struct loan {
	struct dd_pattern *pattern; /* NULL: it is none */
	bool own;
};

static struct loan
borrow(struct dd_regex_cache *cache, const char *source, const char *flags,
    size_t *cost, char fault[DD_REGEX_FAULT])
{
	struct loan loan = {NULL, false};
	struct dd_buffer key;

	dd_buffer_init(&key, 0);
	dd_buffer_puts(&key, flags);
	dd_buffer_putc(&key, '/');
	dd_buffer_puts(&key, source);
	loan.pattern = dd_table_find(&cache->patterns, key.data);
	if (!loan.pattern) {
		*cost += key.len * NEW_PATTERN_COST;
		loan.pattern = compile(source, flags, fault);
		loan.own = cache->patterns.count >= KEPT_MAX;
		if (loan.pattern && !loan.own)
			dd_table_add(&cache->patterns,
			    dd_arena_dup(&cache->arena, key.data),
			    loan.pattern);
	}
	dd_buffer_release(&key);
	return loan;
}

static void
give_back(struct loan loan)
{
	if (loan.own)
		dd_pattern_free(loan.pattern);
}

/* --- running ------------------------------------------------------------- */

static int
fail(char fault[DD_REGEX_FAULT], const char *words)
{
	snprintf(fault, DD_REGEX_FAULT, "%s", words);
	return -1;
}

static int
fail_late(char fault[DD_REGEX_FAULT])
{
	return fail(fault, "the pattern takes too long on this text");
}

static size_t
get_budget(const char *text)
{
	return DD_LIMIT_HOUSE_REGEX + DD_LIMIT_PATTERN_BYTE * strlen(text);
}

int
dd_regex_find(struct dd_regex_cache *cache, const char *pattern,
    const char *flags, const char *text, size_t *cost,
    char fault[DD_REGEX_FAULT])
{
	struct loan loan = borrow(cache, pattern, flags, cost, fault);
	size_t most = get_budget(text), budget = most, from, to;
	int found = -1;

	if (loan.pattern) {
		found = dd_pattern_find(
		    loan.pattern, text, strlen(text), 0, &budget, &from, &to);
		*cost += FIND_COST + most - budget;
		if (found < 0)
			fail_late(fault);
	}
	give_back(loan);
	return found;
}

/* Behind a find of nothing, the search goes on behind the next letter. */
static size_t
step_over(const char *text, size_t len, size_t at)
{
	uint32_t letter;

	return at < len ? at + dd_utf8_decode(text + at, text + len, &letter)
			: len + 1;
}

static int
replace_all(const struct dd_pattern *pattern, const char *text,
    const char *replacement, size_t *budget, struct dd_buffer *out)
{
	size_t len = strlen(text), at = 0, done = 0, from, to;
	int found = 1;

	while (at <= len && *budget >= FIND_COST && out->len <= DD_LIMIT_TEXT) {
		*budget -= FIND_COST;
		found =
		    dd_pattern_find(pattern, text, len, at, budget, &from, &to);
		if (found <= 0)
			break;
		dd_buffer_add(out, text + done, from - done);
		dd_pattern_expand(pattern, text, replacement, out);
		done = to;
		at = to > from ? to : step_over(text, len, to);
	}
	dd_buffer_add(out, text + done, len - done);
	return found > 0 && at <= len ? -1 : found;
}

int
dd_regex_replace(struct dd_regex_cache *cache, const char *pattern,
    const char *flags, const char *text, const char *replacement,
    struct dd_buffer *out, size_t *cost, char fault[DD_REGEX_FAULT])
{
	struct loan loan = borrow(cache, pattern, flags, cost, fault);
	size_t most = get_budget(text), budget = most;
	int found = -1;

	if (loan.pattern && !dd_pattern_takes(loan.pattern, replacement))
		fail(fault, DD_REGEX_NO_GROUP);
	else if (loan.pattern) {
		found =
		    replace_all(loan.pattern, text, replacement, &budget, out);
		*cost += most - budget;
		if (found < 0)
			fail_late(fault);
	}
	give_back(loan);
	return found < 0 ? -1 : 0;
}
