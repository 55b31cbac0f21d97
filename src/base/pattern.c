/* SPDX-License-Identifier: MIT */
/* Owns: calls of PCRE2 for one pattern, and their limits. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "base/pattern.h"
#include <pcre2.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/memory.h"

enum {
	FREE_STEPS = 1000,    /* of the first try */
	MORE = 4,	      /* times as many of each next one */
	DEPTH_MAX = 20000,    /* choices that are open at once */
	HEAP_MAX = 20 * 1024, /* KiB */
	GROUPS_MAX = 65536,   /* more than any pattern has */
};

struct dd_pattern {
	uint32_t options; /* of each match */
	pcre2_code *code;
	pcre2_match_data *data;
	pcre2_match_context *context;
};

static uint32_t
read_flags(const char *flags)
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
	uint32_t options = 0;

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (strchr(flags, known[i].letter))
			options |= known[i].option;
	return options;
}

/* Newer versions of PCRE2 point behind a sign that cannot stand where it does,
 * older ones at it. */
static size_t
find_sign(const char *source, size_t at, int why)
{
	static const char signs[] = ")*+?{";
	bool behind = at > 0 && strchr(signs, source[at - 1]) &&
	    (source[at] == '\0' || !strchr(signs, source[at]));

	if (why == PCRE2_ERROR_UNMATCHED_CLOSING_PARENTHESIS ||
	    why == PCRE2_ERROR_QUANTIFIER_INVALID)
		return at - behind;
	return at;
}

struct dd_pattern *
dd_pattern_new(const char *source, const struct dd_pattern_how *how,
    char fault[DD_PATTERN_FAULT], size_t *ret_at)
{
	uint32_t flags = how && how->flags ? read_flags(how->flags) : 0;
	struct dd_pattern *pattern;
	pcre2_code *code;
	int why;

	code = pcre2_compile((PCRE2_SPTR)source, PCRE2_ZERO_TERMINATED,
	    PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | flags, &why,
	    ret_at, NULL);
	if (!code) {
		*ret_at = find_sign(source, *ret_at, why);
		pcre2_get_error_message(
		    why, (PCRE2_UCHAR *)fault, DD_PATTERN_FAULT);
		return NULL;
	}
	pattern = dd_malloc(sizeof *pattern);
	/* The text is not looked at anew for being UTF-8, which would make all
	 * matches of a long text quadratic. */
	pattern->options =
	    PCRE2_NO_UTF_CHECK | (how && how->empty ? 0 : PCRE2_NOTEMPTY);
	pattern->code = code;
	pattern->data = pcre2_match_data_create_from_pattern(code, NULL);
	pattern->context = pcre2_match_context_create(NULL);
	pcre2_set_depth_limit(pattern->context, DEPTH_MAX);
	pcre2_set_heap_limit(pattern->context, HEAP_MAX);
	return pattern;
}

void
dd_pattern_free(struct dd_pattern *pattern)
{
	if (!pattern)
		return;
	pcre2_match_context_free(pattern->context);
	pcre2_match_data_free(pattern->data);
	pcre2_code_free(pattern->code);
	free(pattern);
}

/* --- finding ------------------------------------------------------------- */

static int
try(const struct dd_pattern *pattern, const char *text, size_t len, size_t from,
    uint32_t steps, pcre2_match_data *data)
{
	pcre2_set_match_limit(pattern->context, steps);
	return pcre2_match(pattern->code, (PCRE2_SPTR)text, len, from,
	    pattern->options, data, pattern->context);
}

/* A dear match has data of its own: PCRE2 keeps the memory that it took, and
 * many patterns together would hold much of it. */
static int
try_dear(const struct dd_pattern *pattern, const char *text, size_t len,
    size_t from, uint32_t steps)
{
	pcre2_match_data *data =
	    pcre2_match_data_create_from_pattern(pattern->code, NULL);
	size_t places = 2 * (size_t)pcre2_get_ovector_count(data);
	int result = try(pattern, text, len, from, steps, data);

	memcpy(pcre2_get_ovector_pointer(pattern->data),
	    pcre2_get_ovector_pointer(data), places * sizeof(PCRE2_SIZE));
	pcre2_match_data_free(data);
	return result;
}

/* PCRE2 does not tell what it took, and so it is asked with few steps first;
 * the last try has what is left. */
static int
run(const struct dd_pattern *pattern, const char *text, size_t len, size_t from,
    size_t *budget)
{
	uint32_t steps = FREE_STEPS, last;
	int result = try(pattern, text, len, from, steps, pattern->data);

	while (result == PCRE2_ERROR_MATCHLIMIT && steps < UINT32_MAX / MORE) {
		last = steps;
		steps *= MORE;
		if (steps > *budget)
			steps = (uint32_t)*budget;
		if (steps <= last)
			break;
		*budget -= steps;
		result = try_dear(pattern, text, len, from, steps);
	}
	return result;
}

int
dd_pattern_find(const struct dd_pattern *pattern, const char *text, size_t len,
    size_t from, size_t *budget, size_t *ret_from, size_t *ret_to)
{
	int result = run(pattern, text, len, from, budget);
	const size_t *place = pcre2_get_ovector_pointer(pattern->data);

	if (result == PCRE2_ERROR_NOMATCH)
		return 0;
	if (result < 0)
		return -1;
	*ret_from = place[0];
	*ret_to = place[1];
	return 1;
}

bool
dd_pattern_group(const struct dd_pattern *pattern, const char *name,
    size_t *ret_from, size_t *ret_to)
{
	int group =
	    pcre2_substring_number_from_name(pattern->code, (PCRE2_SPTR)name);
	const size_t *place = pcre2_get_ovector_pointer(pattern->data);

	if (group < 0 || place[2 * group] == PCRE2_UNSET)
		return false;
	*ret_from = place[2 * group];
	*ret_to = place[2 * group + 1];
	return true;
}

/* --- replacing ----------------------------------------------------------- */

/* Reads what stands behind a dollar sign: the bytes of a group's number, and
 * the number; 0 where none stands there. */
static size_t
read_group(const char *text, size_t *ret_group)
{
	bool braced = *text == '{';
	size_t at = braced, first = at;

	for (*ret_group = 0;
	     dd_ascii_is_digit(text[at]) && *ret_group < GROUPS_MAX; at++)
		*ret_group = *ret_group * 10 + (size_t)(text[at] - '0');
	if (at == first || (braced && text[at] != '}'))
		return 0;
	return at + braced;
}

bool
dd_pattern_takes(const struct dd_pattern *pattern, const char *replacement)
{
	size_t groups = pcre2_get_ovector_count(pattern->data), group;

	for (const char *p = strchr(replacement, '$'); p; p = strchr(p, '$')) {
		size_t len = p[1] == '$' ? 1 : read_group(p + 1, &group);

		if (len == 0 || (p[1] != '$' && group >= groups))
			return false;
		p += 1 + len;
	}
	return true;
}

/* A group that took no part is empty. */
static void
put_group(const struct dd_pattern *pattern, const char *text, size_t group,
    struct dd_buffer *out)
{
	const size_t *place =
	    pcre2_get_ovector_pointer(pattern->data) + 2 * group;

	if (place[0] != PCRE2_UNSET)
		dd_buffer_add(out, text + place[0], place[1] - place[0]);
}

void
dd_pattern_expand(const struct dd_pattern *pattern, const char *text,
    const char *replacement, struct dd_buffer *out)
{
	size_t group;

	for (const char *p = replacement; *p;) {
		size_t plain = strcspn(p, "$");

		dd_buffer_add(out, p, plain);
		p += plain;
		if (*p && p[1] == '$') {
			dd_buffer_putc(out, '$');
			p += 2;
		} else if (*p) {
			p += 1 + read_group(p + 1, &group);
			put_group(pattern, text, group, out);
		}
	}
}

void
dd_pattern_version(char *out, size_t size)
{
	char text[64] = ""; /* 24 are enough; the day stands behind */

	pcre2_config(PCRE2_CONFIG_VERSION, text);
	snprintf(out, size, "%.*s", (int)strcspn(text, " "), text);
}
