/* SPDX-License-Identifier: MIT */
/* Owns: finding the command, and the options that every command has. */
#include "cli/dispatch.h"
#include <stdio.h>
#include <unistd.h>
#include "base/error.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/help.h"
#include "cli/options.h"
#include "diplodoc.h"

static void
fail_command(struct dd_console *console, const char *word)
{
	const char *nearest = dd_words_nearest(dd_command_names, word);

	dd_console_note(console, DD_EXIT_USAGE);
	if (nearest)
		dd_console_say(console,
		    "`%s` is not a command; did you mean `diplodoc %s`?", word,
		    nearest);
	else if (access(word, F_OK) == 0)
		dd_console_say(console,
		    "`%s` is not a command; to check it, write `diplodoc "
		    "validate %s`.",
		    word, word);
	else
		dd_console_say(console,
		    "`%s` is not a command; `diplodoc -h` lists them.", word);
}

/* No command stands in front. */
static void
run_program(struct dd_console *console, const struct dd_call *call)
{
	if (call->set.version)
		dd_buffer_printf(
		    &console->out, "diplodoc %s\n", DIPLODOC_VERSION);
	else if (call->set.full_help)
		dd_help_print(console, &dd_program, true);
	else if (call->count == 0)
		dd_help_print(console, &dd_program, false);
	else if (dd_command_find(call->operands[0])) {
		dd_console_note(console, DD_EXIT_USAGE);
		dd_console_say(console,
		    "options stand behind the command: `diplodoc %s [OPTION] "
		    "...`.",
		    call->operands[0]);
	} else {
		fail_command(console, call->operands[0]);
	}
}

static void
run_call(struct dd_console *console, const struct dd_command *command,
    const struct dd_call *call)
{
	dd_console_set_color(console, call->set.color);
	if (call->set.messages)
		dd_console_set_language(console, call->set.messages);
	if (command == &dd_program)
		run_program(console, call);
	else if (call->set.short_help || call->set.full_help)
		dd_help_print(console, command, call->set.full_help);
	else
		dd_console_note(console, command->run(console, call));
}

int
dd_dispatch(struct dd_console *console, int argc, char **argv)
{
	const struct dd_command *command = NULL;
	struct dd_error error = {.messages = &console->messages};
	struct dd_call call;
	char who[64];
	int skip;

	dd_console_set_language(console, NULL);
	if (argc > 1)
		command = dd_command_find(argv[1]);
	skip = command ? 2 : argc > 0;
	if (!command)
		command = &dd_program;
	snprintf(who, sizeof(who), "diplodoc%s%s",
	    command == &dd_program ? "" : " ",
	    command == &dd_program ? "" : command->name);
	if (dd_options_parse(who, command->bit, argc - skip, argv + skip, &call,
		&error) == DD_OK)
		run_call(console, command, &call);
	else
		dd_console_fail(console, error.code, error.text);
	dd_call_release(&call);
	dd_console_flush(console);
	return console->status;
}
