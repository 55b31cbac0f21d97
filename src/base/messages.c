/* SPDX-License-Identifier: MIT */
/*
 * Owns: the layout of .mo files ("The Format of GNU MO Files" in the manual of
 * gettext): a head of seven numbers of 32 bits, a table of length and offset
 * for the originals, in order of their bytes, and one for the translations.
 */
#include "base/messages.h"
#include <stdint.h>
#include <string.h>
#include "base/error.h"

enum {
	HEAD_REVISION = 4, /* offsets of the head's numbers */
	HEAD_COUNT = 8,
	HEAD_ORIGINALS = 12,
	HEAD_TRANSLATIONS = 16,
	HEAD_SIZE = 20, /* the hash table is not needed */
	ENTRY_SIZE = 8,
	REVISION_MAX = 1, /* major one, in the upper half */
};

static uint32_t
get_number(const struct dd_messages *messages, size_t offset)
{
	const unsigned char *p = messages->data + offset;

	return messages->big_endian ? (uint32_t)p[0] << 24 |
		(uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3]
				    : (uint32_t)p[3] << 24 |
		(uint32_t)p[2] << 16 | (uint32_t)p[1] << 8 | p[0];
}

/* Text number `index` of a table. */
static const char *
get_text(const struct dd_messages *messages, size_t table, size_t index)
{
	return (const char *)messages->data +
	    get_number(messages, table + index * ENTRY_SIZE + 4);
}

static bool
read_magic(struct dd_messages *messages, size_t len)
{
	if (len < HEAD_SIZE)
		return false;
	messages->big_endian =
	    memcmp(messages->data, "\x95\x04\x12\xde", 4) == 0;
	return messages->big_endian ||
	    memcmp(messages->data, "\xde\x12\x04\x95", 4) == 0;
}

/* True where the table and all its texts stand in the file, each with its NUL. */
static bool
check_table(const struct dd_messages *messages, size_t table, size_t len)
{
	if (table > len || messages->count > (len - table) / ENTRY_SIZE)
		return false;
	for (size_t i = 0; i < messages->count; i++) {
		size_t size = get_number(messages, table + i * ENTRY_SIZE);
		size_t at = get_number(messages, table + i * ENTRY_SIZE + 4);

		if (at >= len || size >= len - at || messages->data[at + size])
			return false;
	}
	return true;
}

static bool
check_order(const struct dd_messages *messages)
{
	for (size_t i = 1; i < messages->count; i++)
		if (strcmp(get_text(messages, messages->originals, i - 1),
			get_text(messages, messages->originals, i)) >= 0)
			return false;
	return true;
}

int
dd_messages_read(struct dd_messages *messages, const char *language,
    const void *data, size_t len, struct dd_error *error)
{
	struct dd_messages found = {.language = language, .data = data};

	if (!read_magic(&found, len))
		return dd_error_set(error, DD_E_USAGE,
		    "The catalogue of messages for `%s` is no .mo file.",
		    language);
	if (get_number(&found, HEAD_REVISION) >> 16 > REVISION_MAX)
		return dd_error_set(error, DD_E_USAGE,
		    "The catalogue of messages for `%s` has a form that is not "
		    "known here.",
		    language);
	found.count = get_number(&found, HEAD_COUNT);
	found.originals = get_number(&found, HEAD_ORIGINALS);
	found.translations = get_number(&found, HEAD_TRANSLATIONS);
	if (!check_table(&found, found.originals, len) ||
	    !check_table(&found, found.translations, len) ||
	    !check_order(&found))
		return dd_error_set(error, DD_E_USAGE,
		    "The catalogue of messages for `%s` is damaged.", language);
	*messages = found;
	return 0;
}

const char *
dd_messages_language(const struct dd_messages *messages)
{
	return messages && messages->language ? messages->language : "en";
}

const char *
dd_message(const struct dd_messages *messages, const char *text)
{
	size_t from = 0, to = messages ? messages->count : 0;

	/* The empty text is the key of the catalogue's own head. */
	if (!*text)
		return text;
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		int order = strcmp(
		    text, get_text(messages, messages->originals, middle));

		if (order == 0)
			return get_text(
			    messages, messages->translations, middle);
		if (order < 0)
			to = middle;
		else
			from = middle + 1;
	}
	return text;
}
