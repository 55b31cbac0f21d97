/* SPDX-License-Identifier: MIT */
/* Owns: the reading of the environment. Leaves catalogues to base/messages.c. */
#include "cli/language.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include "base/messages.h"

/* The locale of messages; "" where none is set. */
static const char *
find_locale(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		const char *value = getenv(names[i]);

		if (value && value[0])
			return value;
	}
	return "";
}

/* Bytes of the language in "ja_JP.UTF-8". */
static size_t
measure(const char *locale)
{
	return strcspn(locale, "_.@:-");
}

/* True for "", "C", "POSIX", and "C.UTF-8". */
static bool
is_plain(const char *locale)
{
	size_t len = measure(locale);

	return len == 0 || (len == 1 && locale[0] == 'C') ||
	    (len == 5 && strncmp(locale, "POSIX", 5) == 0);
}

/* The tag of a locale's language; NULL where there are no messages in it. */
static const char *
find_tag(const char *locale)
{
	size_t len = measure(locale);
	const char *tag;

	for (size_t i = 0; (tag = dd_messages_tag(i)); i++)
		if (strlen(tag) == len && strncmp(tag, locale, len) == 0)
			return tag;
	return NULL;
}

const char *
dd_language_wanted(void)
{
	const char *locale = find_locale(), *list = getenv("LANGUAGE");
	const char *tag = NULL;

	if (is_plain(locale))
		return dd_messages_tag(0);
	while (!tag && list && *list) {
		tag = find_tag(list);
		list += strcspn(list, ":");
		list += *list == ':';
	}
	if (!tag)
		tag = find_tag(locale);
	return tag ? tag : dd_messages_tag(0);
}
