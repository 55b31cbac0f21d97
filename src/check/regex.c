/* SPDX-License-Identifier: MIT */
/* Owns: calls of PCRE2 and its limits. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "check/regex.h"
#include <pcre2.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/memory.h"
#include "xml/limits.h"

enum {
	KEPT_MAX = 512,	     /* patterns that stay compiled */
	LEAST_STEPS = 1000,  /* of the first try; ten times more of each next */
	LEAST_COST = 100,    /* of any call */
	DEPTH_MAX = 1000,    /* brackets that are tried one in another */
	HEAP_MAX = 20 * 1024 /* KiB */
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
		pcre2_code_free(cache->patterns.entries[i].value);
	dd_table_release(&cache->patterns);
	dd_arena_release(&cache->arena);
}

/* --- compiling ----------------------------------------------------------- */

static bool
read_flags(const char *flags, uint32_t *options, char fault[DD_REGEX_FAULT])
{
	static const struct {
		char letter;
		uint32_t option;
	} known[] = {
	    {'i', PCRE2_CASELESS},
	    {'m', PCRE2_MULTILINE},
	    {'s', PCRE2_DOTALL},
	    {'x', PCRE2_EXTENDED},
	};

	*options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;
	for (; *flags; flags++) {
		size_t i = 0;

		while (i < 4 && known[i].letter != *flags)
			i++;
		if (i == 4) {
			snprintf(fault, DD_REGEX_FAULT,
			    "flags are letters of `imsx`");
			return false;
		}
		*options |= known[i].option;
	}
	return true;
}

static pcre2_code *
compile(const char *pattern, const char *flags, char fault[DD_REGEX_FAULT])
{
	unsigned char words[160] = "";
	pcre2_code *code;
	uint32_t options;
	size_t at;
	int why;

	if (!read_flags(flags, &options, fault))
		return NULL;
	code = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED,
	    options, &why, &at, NULL);
	if (code)
		return code;
	pcre2_get_error_message(why, words, sizeof words);
	snprintf(fault, DD_REGEX_FAULT,
	    "the pattern is wrong behind its byte %zu: %s", at, words);
	return NULL;
}

/* From the cache, or fresh; *ret_own is what the caller must free. */
static const pcre2_code *
get_code(struct dd_regex_cache *cache, const char *pattern, const char *flags,
    pcre2_code **ret_own, char fault[DD_REGEX_FAULT])
{
	struct dd_buffer key;
	pcre2_code *code;

	*ret_own = NULL;
	dd_buffer_init(&key, 0);
	dd_buffer_printf(&key, "%s/%s", flags, pattern);
	code = dd_table_find(&cache->patterns, key.data);
	if (!code) {
		code = compile(pattern, flags, fault);
		if (code && cache->patterns.count < KEPT_MAX)
			dd_table_add(&cache->patterns,
			    dd_arena_dup(&cache->arena, key.data), code);
		else
			*ret_own = code;
	}
	dd_buffer_release(&key);
	return code;
}

/* --- running ------------------------------------------------------------- */

/* What both ways of running are given. */
struct job {
	const pcre2_code *code;
	pcre2_match_context *context;
	const char *text, *replacement; /* NULL: nothing is replaced */
	struct dd_buffer *out;
};

static int
find(const struct job *job)
{
	pcre2_match_data *data =
	    pcre2_match_data_create_from_pattern(job->code, NULL);
	int result = pcre2_match(job->code, (PCRE2_SPTR)job->text,
	    PCRE2_ZERO_TERMINATED, 0, 0, data, job->context);

	pcre2_match_data_free(data);
	return result;
}

/* The first call may find the room too small and says how much it needs. */
static int
replace(const struct job *job)
{
	size_t room = strlen(job->text) * 2 + 256, size = room;
	unsigned char *text = dd_malloc(room);
	int result = PCRE2_ERROR_NOMEMORY;

	for (int i = 0; i < 2 && result == PCRE2_ERROR_NOMEMORY; i++) {
		if (i > 0 && size > DD_LIMIT_TEXT)
			break;
		room = size;
		text = dd_realloc(text, room);
		result = pcre2_substitute(job->code, (PCRE2_SPTR)job->text,
		    PCRE2_ZERO_TERMINATED, 0,
		    PCRE2_SUBSTITUTE_GLOBAL | PCRE2_SUBSTITUTE_OVERFLOW_LENGTH,
		    NULL, job->context, (PCRE2_SPTR)job->replacement,
		    PCRE2_ZERO_TERMINATED, text, &size);
	}
	if (result >= 0)
		dd_buffer_add(job->out, text, size);
	free(text);
	return result;
}

/* Tries with few steps first: PCRE2 does not tell how many it took, and so the
 * cost is known to a factor of ten. */
static int
run(struct job *job, size_t *cost)
{
	int result = PCRE2_ERROR_MATCHLIMIT;
	uint32_t steps = LEAST_STEPS;

	*cost += LEAST_COST;
	job->context = pcre2_match_context_create(NULL);
	pcre2_set_depth_limit(job->context, DEPTH_MAX);
	pcre2_set_heap_limit(job->context, HEAP_MAX);
	for (;
	     result == PCRE2_ERROR_MATCHLIMIT && steps <= DD_LIMIT_HOUSE_REGEX;
	     steps *= 10) {
		*cost += steps > LEAST_STEPS ? steps / 4 : 0;
		pcre2_set_match_limit(job->context, steps);
		result = job->replacement ? replace(job) : find(job);
	}
	pcre2_match_context_free(job->context);
	return result;
}

static int
say_fault(int result, char fault[DD_REGEX_FAULT])
{
	unsigned char words[160] = "";

	if (result == PCRE2_ERROR_MATCHLIMIT ||
	    result == PCRE2_ERROR_DEPTHLIMIT || result == PCRE2_ERROR_HEAPLIMIT)
		snprintf(fault, DD_REGEX_FAULT,
		    "the pattern takes too long on this text");
	else {
		pcre2_get_error_message(result, words, sizeof words);
		snprintf(fault, DD_REGEX_FAULT, "%s", words);
	}
	return -1;
}

/* 1 where something was found or replaced, else 0; -1 and `fault`. */
static int
work(struct dd_regex_cache *cache, const char *pattern, const char *flags,
    struct job *job, size_t *cost, char fault[DD_REGEX_FAULT])
{
	pcre2_code *own;
	int result;

	job->code = get_code(cache, pattern, flags, &own, fault);
	if (!job->code)
		return -1;
	result = run(job, cost);
	pcre2_code_free(own);
	if (result == PCRE2_ERROR_NOMATCH)
		return 0;
	return result < 0 ? say_fault(result, fault) : result > 0;
}

int
dd_regex_find(struct dd_regex_cache *cache, const char *pattern,
    const char *flags, const char *text, size_t *cost,
    char fault[DD_REGEX_FAULT])
{
	struct job job = {.text = text};

	return work(cache, pattern, flags, &job, cost, fault);
}

int
dd_regex_replace(struct dd_regex_cache *cache, const char *pattern,
    const char *flags, const char *text, const char *replacement,
    struct dd_buffer *out, size_t *cost, char fault[DD_REGEX_FAULT])
{
	struct job job = {.text = text, .replacement = replacement, .out = out};

	return work(cache, pattern, flags, &job, cost, fault) < 0 ? -1 : 0;
}
