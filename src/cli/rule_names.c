/* SPDX-License-Identifier: MIT */
/* Owns: names of rules on the command line, and what is said of wrong ones. */
#include "cli/rule_names.h"
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"
#include "base/nearest.h"
#include "cli/console.h"
#include "diplodoc.h"

bool
dd_rule_is_named(const struct diplodoc_rule *rule, const char *word)
{
	size_t len = strlen(word);

	return strncmp(rule->id, word, len) == 0 &&
	    (!rule->id[len] || rule->id[len] == '/');
}

bool
dd_rule_name_is_known(const char *word)
{
	struct diplodoc_rule rule;
	size_t i;

	for (i = 0; diplodoc_rule(i, &rule); i++)
		if (dd_rule_is_named(&rule, word))
			return true;
	return false;
}

/* The closest id, or NULL. */
static const char *
find_nearest(const char *id)
{
	struct diplodoc_rule rule;
	const char **ids, *nearest;
	size_t count = 0, i;

	while (diplodoc_rule(count, &rule))
		count++;
	ids = dd_calloc(count + 1, sizeof(*ids));
	for (i = 0; diplodoc_rule(i, &rule); i++)
		ids[i] = rule.id;
	nearest = dd_nearest(id, ids, count);
	free(ids);
	return nearest;
}

/* The first area that `word` is close to, as a copy that the caller frees, or
 * NULL. An area stands for its ids. */
static char *
find_near_area(const char *word)
{
	struct diplodoc_rule rule;
	size_t i;

	for (i = 0; diplodoc_rule(i, &rule); i++) {
		char *area = dd_strndup(rule.id, strcspn(rule.id, "/"));

		if (dd_nearest(word, (const char *const *)&area, 1))
			return area;
		free(area);
	}
	return NULL;
}

static void
fail_rule(struct dd_console *console, const char *word)
{
	char *area = find_near_area(word);
	const char *nearest = area ? area : find_nearest(word);

	dd_console_note(console, DD_EXIT_USAGE);
	if (nearest)
		dd_console_say(console,
		    "there is no rule `%s`; did you mean `%s`?", word, nearest);
	else
		dd_console_say(console,
		    "there is no rule `%s`; `diplodoc rules` lists them.",
		    word);
	free(area);
}

bool
dd_rule_is_chosen(
    const struct diplodoc_rule *rule, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (dd_rule_is_named(rule, words[i]))
			return true;
	return count == 0;
}

bool
dd_rule_is_fatal(const struct diplodoc_rule *rule)
{
	return !rule->why && strcmp(rule->level, "error") == 0;
}

bool
dd_rule_name_check(struct dd_console *console, const char *word)
{
	bool known = dd_rule_name_is_known(word);

	if (!known)
		fail_rule(console, word);
	return known;
}
