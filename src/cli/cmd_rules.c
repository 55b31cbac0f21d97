/* SPDX-License-Identifier: MIT */
/* `diplodoc rules`: everything that can be reported, or what is named. */
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"
#include "base/nearest.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/json.h"
#include "cli/options.h"
#include "diplodoc.h"

/* True where `word` is the id of the rule or its area, "input". */
static bool
is_named(const struct diplodoc_rule *rule, const char *word)
{
	size_t len = strlen(word);

	return strncmp(rule->id, word, len) == 0 &&
	    (!rule->id[len] || rule->id[len] == '/');
}

static bool
is_known(const char *word)
{
	struct diplodoc_rule rule;
	size_t i;

	for (i = 0; diplodoc_rule(i, &rule); i++)
		if (is_named(&rule, word))
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

static bool
is_chosen(const struct dd_call *call, const struct diplodoc_rule *rule)
{
	size_t i;

	for (i = 0; i < call->count; i++)
		if (is_named(rule, call->operands[i]))
			break;
	return call->count == 0 || i < call->count;
}

/* One rule a line, so that it can be searched with line tools. */
static void
print_text(struct dd_console *console, const struct dd_call *call)
{
	struct diplodoc_rule rule;
	int id_width = 0;
	size_t i;

	for (i = 0; diplodoc_rule(i, &rule); i++)
		if (is_chosen(call, &rule) && (int)strlen(rule.id) > id_width)
			id_width = (int)strlen(rule.id);
	for (i = 0; diplodoc_rule(i, &rule); i++) {
		if (!is_chosen(call, &rule))
			continue;
		dd_paint(&console->out, console->out_color, DD_PAINT_HEADING);
		dd_buffer_printf(&console->out, "%-*s", id_width, rule.id);
		dd_paint(&console->out, console->out_color, DD_PAINT_END);
		dd_buffer_puts(&console->out, "  ");
		dd_paint(
		    &console->out, console->out_color, dd_paint_of(rule.level));
		dd_buffer_printf(&console->out, "%-7s", rule.level);
		dd_paint(&console->out, console->out_color, DD_PAINT_END);
		dd_buffer_printf(&console->out, "  %s\n", rule.meaning);
	}
}

/* What is known of an editorial rule. */
static void
emit_rule(struct dd_emitter *to, const struct diplodoc_rule *rule)
{
	dd_emit_open(to, "stages", '{');
	dd_emit_text(to, "draft", rule->draft);
	dd_emit_text(to, "review", rule->review);
	dd_emit_text(to, "publish", rule->level);
	dd_emit_close(to, '}');
	dd_emit_text(to, "fix", rule->fix);
	dd_emit_text(to, "since", rule->since);
	dd_emit_text(to, "why", rule->why);
	dd_emit_text(to, "wrong", rule->wrong);
	dd_emit_text(to, "right", rule->right);
}

static void
print_json(struct dd_console *console, const struct dd_call *call)
{
	struct dd_emitter to = {.out = &console->out};
	struct diplodoc_rule rule;
	size_t i;

	dd_emit_open(&to, NULL, '{');
	dd_emit_program(&to);
	dd_emit_open(&to, "rules", '[');
	for (i = 0; diplodoc_rule(i, &rule); i++) {
		if (!is_chosen(call, &rule))
			continue;
		dd_emit_open(&to, NULL, '{');
		dd_emit_text(&to, "id", rule.id);
		dd_emit_text(&to, "level", rule.level);
		dd_emit_text(&to, "meaning", rule.meaning);
		if (rule.why)
			emit_rule(&to, &rule);
		dd_emit_close(&to, '}');
	}
	dd_emit_close(&to, ']');
	dd_emit_close(&to, '}');
}

int
dd_cmd_rules(struct dd_console *console, const struct dd_call *call)
{
	size_t i;

	for (i = 0; i < call->count; i++)
		if (!is_known(call->operands[i]))
			fail_rule(console, call->operands[i]);
	if (console->status != DD_EXIT_CLEAN)
		return console->status;
	if (call->set.format && strcmp(call->set.format, "json") == 0)
		print_json(console, call);
	else
		print_text(console, call);
	return DD_EXIT_CLEAN;
}
