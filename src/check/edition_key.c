/* SPDX-License-Identifier: MIT */
/* Makes texts comparable that languages and authors write in their own way. */
#include "check/edition_key.h"
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "model/clock.h"
#include "xml/node.h"

/* What a party or person is in every edition, whatever its id. */
static const char *
name_participant(const xmlNode *node)
{
	static const char *const attrs[] = {
	    "country", "organisation", "official", "id"};

	for (size_t i = 0; i < sizeof attrs / sizeof *attrs; i++)
		if (dd_node_value(node, attrs[i]))
			return dd_node_value(node, attrs[i]);
	return NULL;
}

static void
list_participants(struct dd_edition_names *names, const xmlNode *parent)
{
	for (const xmlNode *n = dd_node_child(parent, NULL); n;
	     n = dd_node_next(n, NULL)) {
		const char *id = dd_node_value(n, "id");

		if (id)
			dd_table_add(
			    &names->people, id, (void *)name_participant(n));
		if (dd_node_is(n, "party"))
			list_participants(names, n);
	}
}

static int
compare_texts(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Ids become what they stand for, in one order, each once: "JP KR". */
static const char *
make_people_key(struct dd_arena *arena, const struct dd_edition_names *names,
    const char *text)
{
	const char **list =
	    dd_arena_alloc(arena, (strlen(text) / 2 + 1) * sizeof *list);
	size_t count = 0, size = 1;
	char *key, *to;

	for (text += strspn(text, DD_ASCII_SPACES); *text;
	     text += strspn(text, DD_ASCII_SPACES)) {
		size_t len = strcspn(text, DD_ASCII_SPACES);
		const char *id = dd_arena_ndup(arena, text, len);
		const char *name = dd_table_find(&names->people, id);

		list[count++] = name ? name : id;
		size += strlen(list[count - 1]) + 1;
		text += len;
	}
	qsort(list, count, sizeof *list, compare_texts);
	key = to = dd_arena_alloc(arena, size);
	for (size_t i = 0; i < count; i++)
		if (i == 0 || strcmp(list[i], list[i - 1]) != 0) {
			to = stpcpy(to, list[i]);
			*to++ = ' ';
		}
	if (to > key)
		to[-1] = '\0';
	return key;
}

static const char *
make_clock_key(struct dd_arena *arena, const char *text)
{
	struct dd_moment moment;
	struct dd_date date;
	char out[16];

	if (dd_moment_parse(text, &moment))
		return dd_arena_printf(arena, "%lld", (long long)moment.utc);
	if (!dd_date_parse(text, &date))
		return NULL;
	dd_date_iso(date, out);
	return dd_arena_dup(arena, out);
}

static const char *
make_length_key(struct dd_arena *arena, const char *text)
{
	int64_t minutes;

	if (!dd_duration_parse(text, &minutes))
		return NULL;
	return dd_arena_printf(arena, "%lld", (long long)minutes);
}

/* Without zeros that say nothing: 007.50 is 7.5. */
static const char *
make_number_key(struct dd_arena *arena, const char *text)
{
	char *key = dd_arena_dup(arena, text + strspn(text, "+"));
	size_t len = strlen(key);

	while (*key == '0' && dd_ascii_is_digit(key[1]))
		key++, len--;
	while (strchr(key, '.') && len > 0 &&
	    (key[len - 1] == '0' || key[len - 1] == '.')) {
		bool point = key[len - 1] == '.';

		key[--len] = '\0';
		if (point)
			break;
	}
	return key;
}

const char *
dd_edition_key(struct dd_arena *arena, const struct dd_edition_names *names,
    enum dd_edition_form form, const char *text)
{
	switch (form) {
	case DD_EDITION_TRUE:
		return strcmp(text, "true") == 0 || strcmp(text, "1") == 0
		    ? "true"
		    : NULL;
	case DD_EDITION_REMOTE:
		return strcmp(text, "remote") == 0 ? "remote" : NULL;
	case DD_EDITION_GIVEN:
		return "given";
	case DD_EDITION_CLOCK:
		return make_clock_key(arena, text);
	case DD_EDITION_LENGTH:
		return make_length_key(arena, text);
	case DD_EDITION_NUMBER:
		return make_number_key(arena, text);
	case DD_EDITION_PEOPLE:
		return make_people_key(arena, names, text);
	case DD_EDITION_WORD:
	case DD_EDITION_CONTENT:
		break;
	}
	return dd_arena_dup(arena, text);
}

void
dd_edition_names_init(struct dd_edition_names *names, const xmlNode *root)
{
	dd_table_init(&names->people);
	list_participants(names, dd_node_child(root, "meeting"));
}

void
dd_edition_names_release(struct dd_edition_names *names)
{
	dd_table_release(&names->people);
}
