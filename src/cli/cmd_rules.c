/* SPDX-License-Identifier: MIT */
/* `diplodoc rules`: everything that can be reported, or what is named. */
#include <string.h>
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/options.h"
#include "cli/rule_names.h"
#include "cli/rules_page.h"
#include "diplodoc.h"
#include "report/emitter.h"
#include "report/paint.h"

static bool
is_chosen(const struct diplodoc_rule *rule, const struct dd_call *call)
{
	return dd_rule_is_chosen(rule, call->operands, call->count);
}

/* One rule a line, so that it can be searched with line tools. */
static void
print_text(struct dd_console *console, const struct dd_call *call)
{
	struct diplodoc_rule rule;
	int id_width = 0;
	size_t i;

	for (i = 0; diplodoc_rule(i, &rule); i++)
		if (is_chosen(&rule, call) && (int)strlen(rule.id) > id_width)
			id_width = (int)strlen(rule.id);
	for (i = 0; diplodoc_rule(i, &rule); i++) {
		if (!is_chosen(&rule, call))
			continue;
		dd_paint(&console->out, console->out_color, DD_PAINT_HEADING);
		dd_buffer_printf(&console->out, "%-*s", id_width, rule.id);
		dd_paint(&console->out, console->out_color, DD_PAINT_END);
		dd_buffer_puts(&console->out, "  ");
		dd_paint(
		    &console->out, console->out_color, dd_paint_of(rule.level));
		dd_buffer_printf(&console->out, "%-7s", rule.level);
		dd_paint(&console->out, console->out_color, DD_PAINT_END);
		dd_buffer_printf(&console->out, "  %s\n",
		    dd_message(&console->messages, rule.meaning));
	}
}

/* What is known of an editorial rule. */
static void
emit_rule(struct dd_emitter *to, const struct dd_messages *messages,
    const struct diplodoc_rule *rule)
{
	dd_emit_open(to, "stages", '{');
	dd_emit_text(to, "draft", rule->draft);
	dd_emit_text(to, "review", rule->review);
	dd_emit_text(to, "publish", rule->level);
	dd_emit_close(to, '}');
	dd_emit_text(to, "fix", rule->fix);
	dd_emit_text(to, "since", rule->since);
	dd_emit_text(to, "why", dd_message(messages, rule->why));
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
	dd_emit_language(&to, &console->messages);
	dd_emit_open(&to, "rules", '[');
	for (i = 0; diplodoc_rule(i, &rule); i++) {
		if (!is_chosen(&rule, call))
			continue;
		dd_emit_open(&to, NULL, '{');
		dd_emit_text(&to, "id", rule.id);
		dd_emit_text(&to, "level", rule.level);
		dd_emit_text(&to, "meaning",
		    dd_message(&console->messages, rule.meaning));
		if (rule.why)
			emit_rule(&to, &console->messages, &rule);
		dd_emit_close(&to, '}');
	}
	dd_emit_close(&to, ']');
	dd_emit_close(&to, '}');
}

int
dd_cmd_rules(struct dd_console *console, const struct dd_call *call)
{
	const char *format = call->set.format ? call->set.format : "text";

	for (size_t i = 0; i < call->count; i++)
		dd_rule_name_check(console, call->operands[i]);
	if (console->status != DD_EXIT_CLEAN)
		return console->status;
	if (call->set.man)
		dd_rules_man(&console->out, call->operands, call->count);
	else if (strcmp(format, "json") == 0)
		print_json(console, call);
	else if (strcmp(format, "markdown") == 0)
		dd_rules_markdown(&console->out, call->operands, call->count);
	else
		print_text(console, call);
	return DD_EXIT_CLEAN;
}
