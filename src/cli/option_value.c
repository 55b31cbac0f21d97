/* SPDX-License-Identifier: MIT */
/* Owns: what may stand behind an option, and where it is kept. */
#include "cli/options.h"
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/messages.h"
#include "base/nearest.h"

enum { WORDS_MAX = 128 }; /* among which the nearest one is looked for */

const char *
dd_words_nearest(dd_words words, const char *word)
{
	const char *all[WORDS_MAX];
	size_t count = 0;

	while (count < WORDS_MAX && (all[count] = words(count)))
		count++;
	return dd_nearest(word, all, count);
}

char *
dd_words_list(dd_words words, const struct dd_messages *messages)
{
	const char *comma = dd_message(messages, ", ");
	const char * or = dd_message(messages, " or ");
	struct dd_buffer list;
	size_t i;

	dd_buffer_init(&list, 0);
	for (i = 0; words(i); i++) {
		if (i > 0)
			dd_buffer_puts(&list, words(i + 1) ? comma : or);
		dd_buffer_puts(&list, words(i));
	}
	return dd_buffer_take(&list, NULL);
}

static int
find_word(const struct dd_option *option, const char *text,
    const char **ret_word, struct dd_error *error)
{
	const char *nearest;
	char *list;
	size_t i;
	int result;

	for (i = 0; option->words(i); i++)
		if (strcmp(option->words(i), text) == 0) {
			*ret_word = option->words(i);
			return DD_OK;
		}
	nearest = dd_words_nearest(option->words, text);
	if (nearest)
		return dd_error_set(error, DD_E_USAGE,
		    "`--%s` cannot be `%s`; did you mean `%s`?", option->name,
		    text, nearest);
	list = dd_words_list(option->words, error ? error->messages : NULL);
	result = dd_error_set(error, DD_E_USAGE,
	    "`--%s` cannot be `%s`; choose %s.", option->name, text, list);
	free(list);
	return result;
}

static int
add_choices(const struct dd_option *option, const char *text,
    struct dd_choices *choices, struct dd_error *error)
{
	const char *word = NULL;
	size_t i, len;
	int result = DD_OK;

	for (;; text += len + 1) {
		char *part;

		len = strcspn(text, ",");
		part = dd_strndup(text, len);
		result = find_word(option, part, &word, error);
		free(part);
		if (result != DD_OK)
			return result;
		for (i = 0; i < choices->count; i++)
			if (choices->items[i] == word)
				break;
		if (i == choices->count && i < DD_CHOICES_MAX)
			choices->items[choices->count++] = word;
		if (!text[len])
			return DD_OK;
	}
}

static void
add_item(struct dd_list *list, const char *text, size_t len)
{
	list->items =
	    dd_realloc(list->items, (list->count + 1) * sizeof(*list->items));
	list->items[list->count++] = dd_strndup(text, len);
}

/* An option that stands again adds to what it said before. */
static int
add_words(const struct dd_option *option, const char *text,
    struct dd_list *list, struct dd_error *error)
{
	size_t len;

	for (;; text += len + 1) {
		len = strcspn(text, ",");
		if (len == 0)
			return dd_error_set(error, DD_E_USAGE,
			    "a word of `--%s` is empty; write `--%s %s`.",
			    option->name, option->name, option->argument);
		add_item(list, text, len);
		if (!text[len])
			return DD_OK;
	}
}

/* A path, which may have commas in it. */
static int
add_file(const struct dd_option *option, const char *text, struct dd_list *list,
    struct dd_error *error)
{
	if (!text[0])
		return dd_error_set(error, DD_E_USAGE,
		    "`--%s` is empty; write `--%s %s`.", option->name,
		    option->name, option->argument);
	add_item(list, text, strlen(text));
	return DD_OK;
}

/* "json" or "json=FILE". */
static int
add_report(const struct dd_option *option, const char *text,
    struct dd_targets *targets, struct dd_error *error)
{
	size_t len = strcspn(text, "=");
	const char *file = text[len] ? text + len + 1 : NULL, *word = NULL;
	char *name = dd_strndup(text, len);
	int result = find_word(option, name, &word, error);

	free(name);
	if (result == DD_OK && file && !file[0])
		result = dd_error_set(error, DD_E_USAGE,
		    "the file of `--%s %s` is empty; write `--%s %sFILE`.",
		    option->name, text, option->name, text);
	if (result == DD_OK && targets->count == DD_REPORTS_MAX)
		result = dd_error_set(error, DD_E_USAGE,
		    "more than %d times `--%s` is too much for one run.",
		    DD_REPORTS_MAX, option->name);
	if (result == DD_OK)
		targets->items[targets->count++] =
		    (struct dd_target){word, file};
	return result;
}

static int
read_number(const struct dd_option *option, const char *text,
    size_t *ret_number, struct dd_error *error)
{
	char *end = NULL;
	unsigned long number;

	errno = 0;
	number = strtoul(text, &end, 10);
	if (text[strspn(text, "0123456789")] || !text[0] || *end || errno ||
	    number < option->least || number > option->most)
		return dd_error_set(error, DD_E_USAGE,
		    "`--%s` takes a whole number from %zu to %zu, not `%s`.",
		    option->name, option->least, option->most, text);
	*ret_number = number;
	return DD_OK;
}

int
dd_option_apply(const struct dd_option *option, const char *value,
    struct dd_call *call, struct dd_error *error)
{
	void *target = (char *)&call->set + option->target;

	switch (option->type) {
	case DD_OPTION_FLAG:
		*(bool *)target = true;
		return DD_OK;
	case DD_OPTION_TEXT:
		if (!value[0])
			return dd_error_set(error, DD_E_USAGE,
			    "`--%s` is empty; write `--%s %s`.", option->name,
			    option->name, option->argument);
		*(const char **)target = value;
		return DD_OK;
	case DD_OPTION_NUMBER:
		return read_number(option, value, target, error);
	case DD_OPTION_CHOICE:
		return find_word(option, value, target, error);
	case DD_OPTION_CHOICES:
		return add_choices(option, value, target, error);
	case DD_OPTION_LIST:
		return add_words(option, value, target, error);
	case DD_OPTION_FILES:
		return add_file(option, value, target, error);
	case DD_OPTION_REPORTS:
		return add_report(option, value, target, error);
	}
	return DD_OK;
}
