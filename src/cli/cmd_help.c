/* SPDX-License-Identifier: MIT */
/* `diplodoc help`: the texts of a command, for people, manuals and shells. */
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/help.h"
#include "cli/options.h"

static void
say_unknown(struct dd_console *console, const char *word)
{
	const char *nearest = dd_words_nearest(dd_command_names, word);

	if (nearest)
		dd_console_say(console,
		    "there is no command `%s`; did you mean `%s`?", word,
		    nearest);
	else
		dd_console_say(console,
		    "there is no command `%s`; `diplodoc -h` lists them.",
		    word);
}

int
dd_cmd_help(struct dd_console *console, const struct dd_call *call)
{
	const struct dd_command *command = &dd_program;
	const char *word = call->count > 0 ? call->operands[0] : NULL;

	if (call->count > 1) {
		dd_console_say(console,
		    "`diplodoc help` explains one command, so `%s` is too "
		    "much.",
		    call->operands[1]);
		return DD_EXIT_USAGE;
	}
	if (call->set.completion) {
		dd_completion_print(&console->out, call->set.completion);
		return DD_EXIT_CLEAN;
	}
	if (word)
		command = dd_command_find(word);
	if (command && call->set.man)
		dd_man_print(&console->out, command);
	else if (command)
		dd_help_print(console, command, true);
	if (command)
		return DD_EXIT_CLEAN;
	say_unknown(console, word);
	return DD_EXIT_USAGE;
}
