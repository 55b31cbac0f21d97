/* SPDX-License-Identifier: MIT */
/*
 * Owns: how words of a command line become settings and operands.
 * Leaves the rows to option_table.c, and what settings mean to the commands.
 */
#include "cli/options.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/nearest.h"
#include "cli/commands.h"

enum { WORDS_MAX = 128 }; /* among which the nearest one is looked for */

/* One run over the words. */
struct parser {
	const char *who; /* "diplodoc validate" */
	unsigned command;
	int argc, at; /* `at` is the next word */
	char **argv;
	struct dd_call *call;
	struct dd_error *error;
	const struct dd_option *checks; /* one that needs --check, or NULL */
};

/* "; did you mean `--color`?" or where to look. */
static void
fail_unknown(struct parser *parser, const char *word, size_t len)
{
	const char *names[WORDS_MAX], *nearest;
	char *bare = dd_strndup(word, len);
	size_t count = 0, i;

	for (i = 0; dd_options[i].name && count < WORDS_MAX; i++)
		if ((dd_options[i].commands & parser->command) &&
		    dd_options[i].help && dd_options[i].name[0])
			names[count++] = dd_options[i].name;
	nearest = dd_nearest(bare, names, count);
	if (nearest)
		dd_error_set(parser->error, DD_E_USAGE,
		    "`%s` has no option `--%s`; did you mean `--%s`?",
		    parser->who, bare, nearest);
	else
		dd_error_set(parser->error, DD_E_USAGE,
		    "`%s` has no option `--%s`; `%s -h` lists them.",
		    parser->who, bare, parser->who);
	free(bare);
}

/* The option is another command's. */
static void
fail_elsewhere(struct parser *parser, const struct dd_option *option)
{
	const char *comma = dd_error_say(parser->error, ", ");
	const char *and = dd_error_say(parser->error, " and ");
	struct dd_buffer owners;
	unsigned left = option->commands;
	size_t i;

	dd_buffer_init(&owners, 0);
	for (i = 0; dd_commands[i].name; i++) {
		if (!(dd_commands[i].bit & option->commands))
			continue;
		left &= ~dd_commands[i].bit;
		dd_buffer_printf(&owners, "%s`diplodoc %s`",
		    owners.len == 0 ? ""
			: left	    ? comma
				    : and,
		    dd_commands[i].name);
	}
	dd_error_set(parser->error, DD_E_USAGE,
	    "`--%s` is an option of %s, not of `%s`.", option->name,
	    owners.data, parser->who);
	dd_buffer_release(&owners);
}

/* NULL where the command has no such option; the error then says so. */
static const struct dd_option *
find_long(struct parser *parser, const char *name, size_t len)
{
	const struct dd_option *each, *other = NULL;

	for (each = dd_options; each->name; each++) {
		if (len == 0 || strncmp(each->name, name, len) != 0 ||
		    each->name[len])
			continue;
		if (each->commands & parser->command)
			return each;
		other = each->help ? each : NULL;
	}
	if (other)
		fail_elsewhere(parser, other);
	else
		fail_unknown(parser, name, len);
	return NULL;
}

/* The same for the letter at the start of `word`. */
static const struct dd_option *
find_letter(struct parser *parser, const char *word)
{
	const struct dd_option *each;

	for (each = dd_options; each->name; each++)
		if (each->letter == *word && (each->commands & parser->command))
			return each;
	dd_error_set(parser->error, DD_E_USAGE,
	    "`%s` has no option `-%.1s`; `%s -h` lists them.", parser->who,
	    word, parser->who);
	return NULL;
}

/* The next word as the option's value. */
static int
take_value(struct parser *parser, const struct dd_option *option,
    const char **ret_value)
{
	if (parser->at < parser->argc) {
		*ret_value = parser->argv[parser->at++];
		return DD_OK;
	}
	return dd_error_set(parser->error, DD_E_USAGE,
	    "`--%s` needs a value: `--%s %s`.", option->name, option->name,
	    option->argument);
}

static int
apply(struct parser *parser, const struct dd_option *option, const char *value)
{
	if (option->with_check & parser->command)
		parser->checks = option;
	return dd_option_apply(option, value, parser->call, parser->error);
}

/* `word` stands behind the two hyphens. */
static int
parse_long(struct parser *parser, const char *word)
{
	size_t len = strcspn(word, "=");
	const char *value = word[len] ? word + len + 1 : NULL;
	const struct dd_option *option = find_long(parser, word, len);
	int result = DD_OK;

	if (!option)
		return DD_E_USAGE;
	if (option->type == DD_OPTION_FLAG && value)
		return dd_error_set(parser->error, DD_E_USAGE,
		    "`--%s` takes no value, so `=%s` has no meaning.",
		    option->name, value);
	if (option->type != DD_OPTION_FLAG && !value)
		result = take_value(parser, option, &value);
	return result == DD_OK ? apply(parser, option, value) : result;
}

/* `word` stands behind the one hyphen: letters, the last one of which may
 * take the rest or the next word as its value. */
static int
parse_letters(struct parser *parser, const char *word)
{
	/* Asks without an error. */
	struct parser probe = {.who = parser->who, .command = parser->command};

	if (word[1] && find_long(&probe, word, strlen(word)))
		return dd_error_set(parser->error, DD_E_USAGE,
		    "`-%s` needs two hyphens: `--%s`.", word, word);
	for (; *word; word++) {
		const struct dd_option *option = find_letter(parser, word);
		const char *value = NULL;
		int result = DD_OK;

		if (!option)
			return DD_E_USAGE;
		if (option->type != DD_OPTION_FLAG) {
			value = word + 1;
			if (!*value)
				result = take_value(parser, option, &value);
		}
		if (result == DD_OK)
			result = apply(parser, option, value);
		if (result != DD_OK || value)
			return result;
	}
	return DD_OK;
}

int
dd_options_parse(const char *who, unsigned command, int argc, char **argv,
    struct dd_call *ret_call, struct dd_error *error)
{
	struct parser parser = {
	    .who = who,
	    .command = command,
	    .argc = argc,
	    .argv = argv,
	    .call = ret_call,
	    .error = error,
	};
	bool ended = false;
	int result = DD_OK;

	*ret_call = (struct dd_call){.set = {.max_warnings = SIZE_MAX}};
	ret_call->operands =
	    dd_calloc((size_t)argc + 1, sizeof(*ret_call->operands));
	while (result == DD_OK && parser.at < argc) {
		const char *word = argv[parser.at++];

		if (ended || word[0] != '-' || !word[1])
			ret_call->operands[ret_call->count++] = word;
		else if (strcmp(word, "--") == 0)
			ended = true;
		else if (word[1] == '-')
			result = parse_long(&parser, word + 2);
		else
			result = parse_letters(&parser, word + 1);
	}
	if (result == DD_OK && parser.checks && !ret_call->set.check)
		return dd_error_set(error, DD_E_USAGE,
		    "`--%s` says how to check; write `--check` beside it.",
		    parser.checks->name);
	return result;
}

static void
release_list(struct dd_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		free(list->items[i]);
	free(list->items);
}

void
dd_call_release(struct dd_call *call)
{
	if (!call)
		return;
	free(call->operands);
	release_list(&call->set.select);
	release_list(&call->set.ignore);
	release_list(&call->set.severity);
	release_list(&call->set.rules);
	release_list(&call->set.party);
	release_list(&call->set.journals);
	*call = (struct dd_call){0};
}
