/* SPDX-License-Identifier: MIT */
#include "import/finder.h"
#include <assert.h>
#include "base/pattern.h"

enum { BUDGET = 20 * 1000 * 1000 }; /* steps of PCRE2 for one import */

void
dd_finder_init(struct dd_finder *finder)
{
	*finder = (struct dd_finder){.budget = BUDGET};
}

void
dd_finder_release(struct dd_finder *finder)
{
	for (size_t i = 0; i < finder->patterns.count; i++)
		dd_pattern_free(finder->patterns.entries[i].value);
	dd_table_release(&finder->patterns);
}

static struct dd_pattern *
get_pattern(struct dd_finder *finder, const char *source)
{
	struct dd_pattern *pattern = dd_table_find(&finder->patterns, source);
	char fault[DD_PATTERN_FAULT];
	size_t at;

	if (pattern)
		return pattern;
	pattern = dd_pattern_new(source, NULL, fault, &at);
	assert(pattern);
	dd_table_add(&finder->patterns, source, pattern);
	return pattern;
}

bool
dd_find(struct dd_finder *finder, const char *pattern, const char *text,
    size_t len, size_t from, struct dd_extent *ret_match)
{
	int result = from > len
	    ? 0
	    : dd_pattern_find(get_pattern(finder, pattern), text, len, from,
		  &finder->budget, &ret_match->from, &ret_match->to);

	finder->stopped = finder->stopped || result < 0;
	return result == 1;
}

bool
dd_find_group(struct dd_finder *finder, const char *pattern, const char *group,
    struct dd_extent *ret_group)
{
	return dd_pattern_group(get_pattern(finder, pattern), group,
	    &ret_group->from, &ret_group->to);
}
