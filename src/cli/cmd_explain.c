/* SPDX-License-Identifier: MIT */
/* `diplodoc explain`: all that is known of the rules named. */
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/options.h"
#include "cli/rule_names.h"
#include "cli/rules_page.h"
#include "diplodoc.h"

int
dd_cmd_explain(struct dd_console *console, const struct dd_call *call)
{
	struct diplodoc_rule rule;
	bool first = true;

	if (call->count == 0) {
		dd_console_note(console, DD_EXIT_USAGE);
		dd_console_say(
		    console, "no rule is named; `diplodoc rules` lists them.");
	}
	for (size_t i = 0; i < call->count; i++)
		dd_rule_name_check(console, call->operands[i]);
	if (console->status != DD_EXIT_CLEAN)
		return console->status;
	for (size_t i = 0; diplodoc_rule(i, &rule); i++) {
		if (!dd_rule_is_chosen(&rule, call->operands, call->count))
			continue;
		if (!first)
			dd_buffer_putc(&console->out, '\n');
		dd_rule_card(console, &rule);
		first = false;
	}
	return DD_EXIT_CLEAN;
}
