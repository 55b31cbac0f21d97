/* SPDX-License-Identifier: MIT */
/* Keeps the earliest word on every name and meeting. */
#include "check/archive.h"
#include <stdlib.h>
#include <string.h>
#include "xml/locate.h"
#include "xml/node.h"
#include "xml/parse.h"
#include "xml/source.h"

void
dd_archive_release(struct dd_archive *archive)
{
	dd_table_release(&archive->names);
	dd_table_release(&archive->meetings);
	dd_arena_release(&archive->arena);
}

static const char *
or_empty(const char *text)
{
	return text ? text : "";
}

static const char *
name_party(const struct dd_party *party)
{
	return or_empty(party->country ? party->country : party->organisation);
}

const char *
dd_archive_name(struct dd_arena *arena, const struct dd_person *person)
{
	const char *other = or_empty(person->other);
	const char *family = or_empty(person->family);

	return dd_arena_printf(arena, "%s%s%s%s%s", or_empty(person->given),
	    *other ? " " : "", other, *family ? " " : "", family);
}

const char *
dd_archive_name_key(struct dd_arena *arena, const struct dd_summary *summary,
    const struct dd_person *person)
{
	char *key, *to;

	if (!summary->lang || !person->party || !person->family ||
	    !dd_node_child(person->node, "name"))
		return NULL;
	key = to = dd_arena_printf(arena, "%s %s %s", summary->lang,
	    name_party(person->party), dd_archive_name(arena, person));
	for (const char *at = key; *at; at++)
		if (*at != ' ' && *at != '-')
			*to++ =
			    (char)(*at >= 'A' && *at <= 'Z' ? *at + 32 : *at);
	*to = '\0';
	return key;
}

static int
compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The parties in one order, whoever writes: "XA XO". */
static const char *
list_parties(struct dd_arena *arena, const struct dd_summary *summary)
{
	const char **names;
	char *list, *to;
	size_t count = 0, len = 1;

	for (const struct dd_party *p = summary->parties; p; p = p->next) {
		count++;
		len += strlen(name_party(p)) + 1;
	}
	names = dd_arena_alloc(arena, (count + 1) * sizeof *names);
	list = to = dd_arena_alloc(arena, len);
	count = 0;
	for (const struct dd_party *p = summary->parties; p; p = p->next)
		names[count++] = name_party(p);
	qsort(names, count, sizeof *names, compare_names);
	for (size_t i = 0; i < count; i++) {
		to = stpcpy(to, names[i]);
		*to++ = ' ';
	}
	return list;
}

const char *
dd_archive_meeting_key(struct dd_arena *arena, const struct dd_summary *summary)
{
	if (!summary->lang || !summary->start.has_clock ||
	    !summary->place.country)
		return NULL;
	return dd_arena_printf(arena, "%s %s %s %lld %s", summary->lang,
	    or_empty(summary->kind), or_empty(summary->format),
	    (long long)summary->start.moment.utc, list_parties(arena, summary));
}

static bool
is_earlier(const struct dd_archive_fact *a, const struct dd_archive_fact *b)
{
	int days = (a->day.year - b->day.year) * 372 +
	    (a->day.month - b->day.month) * 31 + a->day.day - b->day.day;

	return days != 0 ? days < 0 : strcmp(a->where.file, b->where.file) < 0;
}

static void
add_fact(struct dd_archive *archive, struct dd_table *table, const char *key,
    const struct dd_archive_fact *fact)
{
	struct dd_archive_fact *known = dd_table_find(table, key);

	if (known && is_earlier(fact, known)) {
		*known = *fact;
	} else if (!known) {
		known = dd_arena_alloc(&archive->arena, sizeof *known);
		*known = *fact;
		dd_table_add(table, key, known);
	}
}

void
dd_archive_add(struct dd_archive *archive, const char *name,
    const struct dd_summary *summary, const struct dd_tree *tree,
    struct dd_source *source)
{
	struct dd_arena *arena = &archive->arena;
	struct dd_archive_fact fact = {
	    .where.file = dd_arena_dup(arena, name),
	    .day = summary->start.node ? summary->start.date : summary->issued,
	    .text = dd_arena_dup(arena, summary->place.city),
	    .country = dd_arena_dup(arena, summary->place.country),
	};
	const char *key = dd_archive_meeting_key(arena, summary);

	if (key) {
		dd_source_place(source,
		    dd_locate_tag(tree, summary->place.node),
		    &fact.where.place);
		add_fact(archive, &archive->meetings, key, &fact);
	}
	for (const struct dd_party *p = summary->parties; p; p = p->next)
		for (const struct dd_person *one = p->persons; one;
		     one = one->next) {
			key = dd_archive_name_key(arena, summary, one);
			if (!key)
				continue;
			fact.text = dd_archive_name(arena, one);
			dd_source_place(source,
			    dd_locate_content(
				tree, dd_node_child(one->node, "name")),
			    &fact.where.place);
			add_fact(archive, &archive->names, key, &fact);
		}
}
