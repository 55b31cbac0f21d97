/* SPDX-License-Identifier: MIT */
/* Owns: what options say about levels. Leaves applying them to the library. */
#include "cli/severities.h"
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"
#include "base/nearest.h"
#include "cli/console.h"
#include "cli/options.h"
#include "cli/rule_names.h"
#include "cli/session.h"

static void
add(struct dd_severities *severities, const char *rule, const char *level)
{
	severities->items[severities->count++] =
	    (struct diplodoc_severity){rule, level};
}

/* True for a rule that the house wrote itself. */
static bool
is_own(const struct dd_session *session, const char *word)
{
	const char *name;

	for (size_t i = 0; (name = diplodoc_house_rule(session->engine, i));
	     i++)
		if (strcmp(name, word) == 0)
			return true;
	return false;
}

/* The rule of the house that a word is close to, or NULL. */
static const char *
find_near_own(const struct dd_session *session, const char *word)
{
	const char **names, *nearest;
	size_t count = 0;

	while (diplodoc_house_rule(session->engine, count))
		count++;
	names = dd_calloc(count + 1, sizeof *names);
	for (size_t i = 0; i < count; i++)
		names[i] = diplodoc_house_rule(session->engine, i);
	nearest = dd_nearest(word, names, count);
	free(names);
	return nearest;
}

/* True where the word names an editorial rule, whose level can be set; else a
 * sentence. */
static bool
check_name(
    const struct dd_session *session, const char *option, const char *word)
{
	struct dd_console *console = session->console;
	struct diplodoc_rule rule;
	const char *nearest;

	if (is_own(session, word))
		return true;
	nearest = find_near_own(session, word);
	if (nearest && !dd_rule_name_is_known(word)) {
		dd_console_note(console, DD_EXIT_USAGE);
		dd_console_say(console,
		    "there is no rule `%s`; did you mean `%s`?", word, nearest);
		return false;
	}
	if (!dd_rule_name_check(console, word))
		return false;
	for (size_t i = 0; diplodoc_rule(i, &rule); i++)
		if (rule.why && dd_rule_is_named(&rule, word))
			return true;
	dd_console_note(console, DD_EXIT_USAGE);
	dd_console_say(console,
	    "`--%s` cannot change `%s`, which makes a summary invalid.", option,
	    word);
	return false;
}

static void
check_names(const struct dd_session *session, const char *option,
    const struct dd_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		check_name(session, option, list->items[i]);
}

/* RULE=LEVEL */
static void
read_severity(struct dd_severities *severities,
    const struct dd_session *session, const char *word)
{
	struct dd_console *console = session->console;
	static const char *const levels[] = {
	    "off", "advice", "warning", "error"};
	size_t len = strcspn(word, "="), i;
	const char *rule = dd_arena_ndup(&severities->arena, word, len);
	const char *level = word[len] ? word + len + 1 : "";
	const char *nearest;

	if (!check_name(session, "severity", rule))
		return;
	for (i = 0; i < 4 && strcmp(levels[i], level) != 0; i++)
		continue;
	if (i < 4) {
		add(severities, rule, levels[i]);
		return;
	}
	nearest = dd_nearest(level, levels, 4);
	dd_console_note(console, DD_EXIT_USAGE);
	if (nearest)
		dd_console_say(console,
		    "`%s` is no level; did you mean `%s=%s`?", level, rule,
		    nearest);
	else
		dd_console_say(console,
		    "`--severity %s` lacks a level; write `%s=LEVEL` with off, "
		    "advice, warning or error.",
		    word, rule);
}

void
dd_severities_read(
    struct dd_severities *severities, const struct dd_session *session)
{
	const struct dd_settings *set = session->set;
	struct diplodoc_rule rule;
	const struct dd_list *select = &set->select, *ignore = &set->ignore;
	size_t rules = 0;

	*severities = (struct dd_severities){0};
	dd_arena_init(&severities->arena);
	check_names(session, "select", select);
	check_names(session, "ignore", ignore);
	while (diplodoc_rule(rules, &rule))
		rules++;
	severities->items = dd_arena_alloc(&severities->arena,
	    (rules + select->count + ignore->count + set->severity.count) *
		sizeof(*severities->items));
	for (size_t i = 0; diplodoc_rule(i, &rule); i++)
		if (!dd_rule_is_chosen(&rule,
			(const char *const *)select->items, select->count))
			add(severities, rule.id, "off");
	for (size_t i = 0; i < select->count; i++)
		if (is_own(session, select->items[i]))
			add(severities, select->items[i], NULL);
	for (size_t i = 0; i < ignore->count; i++)
		add(severities, ignore->items[i], "off");
	for (size_t i = 0; i < set->severity.count; i++)
		read_severity(severities, session, set->severity.items[i]);
}

void
dd_severities_release(struct dd_severities *severities)
{
	dd_arena_release(&severities->arena);
	*severities = (struct dd_severities){0};
}
