/* SPDX-License-Identifier: MIT */
/* Keeps what documents say, each word once. */
#include "check/archive_internal.h"
#include <stdlib.h>
#include <string.h>
#include "base/wire.h"

void
dd_archive_release(struct dd_archive *archive)
{
	for (size_t i = 0; i < DD_CLAIM_TOPICS; i++)
		dd_table_release(&archive->topics[i]);
	dd_table_release(&archive->files);
	dd_table_release(&archive->words);
	dd_table_release(&archive->editions);
	dd_arena_release(&archive->arena);
}

/* The copy that all documents share; NULL for NULL. */
static const char *
share(struct dd_archive *archive, const char *text)
{
	char *known = dd_table_find(&archive->words, text);

	if (!known && text) {
		known = dd_arena_dup(&archive->arena, text);
		dd_table_add(&archive->words, known, known);
	}
	return known;
}

static const struct dd_claim_meeting *
copy_meeting(struct dd_archive *archive, const struct dd_claim_meeting *meeting)
{
	struct dd_claim_meeting *copy =
	    dd_arena_alloc(&archive->arena, sizeof *copy);

	*copy = (struct dd_claim_meeting){
	    .start = share(archive, meeting->start),
	    .country = share(archive, meeting->country),
	    .city = share(archive, meeting->city),
	    .parties = share(archive, meeting->parties),
	    .sides = share(archive, meeting->sides),
	    .has_clock = meeting->has_clock,
	    .version = meeting->version,
	};
	return copy;
}

/* The newest version of a document so far, this one included. */
static const long *
note_version(struct dd_archive *archive, const struct dd_claim_meeting *meeting)
{
	const char *edition = share(archive, meeting->edition);
	long *newest = dd_table_find(&archive->editions, edition);

	if (!newest) {
		newest = dd_arena_alloc(&archive->arena, sizeof *newest);
		*newest = meeting->version;
		if (edition)
			dd_table_add(&archive->editions, edition, newest);
	}
	if (*newest < meeting->version)
		*newest = meeting->version;
	return newest;
}

static struct dd_archive_list *
open_list(
    struct dd_archive *archive, enum dd_claim_topic topic, const char *key)
{
	struct dd_table *table = &archive->topics[topic];
	struct dd_archive_list *list = dd_table_find(table, key);

	if (!list) {
		list = dd_arena_alloc(&archive->arena, sizeof *list);
		dd_table_add(table, dd_arena_dup(&archive->arena, key), list);
	}
	return list;
}

static struct dd_archive_fact *
add_fact(struct dd_archive *archive, const struct dd_claim *claim)
{
	struct dd_archive_list *list =
	    open_list(archive, claim->topic, claim->key);
	struct dd_archive_fact *fact =
	    dd_arena_alloc(&archive->arena, sizeof *fact);

	fact->day = claim->day;
	fact->value = share(archive, claim->value);
	fact->text = share(archive, claim->text);
	fact->next = list->newest;
	list->newest = fact;
	list->count++;
	return fact;
}

static void
add_claims(struct dd_archive *archive, const char *file, struct dd_wire *wire)
{
	struct dd_claim_meeting stated;
	const struct dd_claim_meeting *meeting;
	const struct dd_archive_fact *office = NULL;
	const long *newest;

	dd_archive_get_meeting(wire, &stated);
	meeting = copy_meeting(archive, &stated);
	newest = note_version(archive, &stated);
	while (wire->len > 0) {
		struct dd_archive_fact *fact;
		struct dd_claim claim;
		struct dd_place place;

		if (!dd_archive_get_claim(wire, &claim, &place))
			return;
		fact = add_fact(archive, &claim);
		fact->where.file = file;
		fact->where.place = place;
		fact->meeting = meeting;
		fact->newest = newest;
		if (claim.topic == DD_CLAIM_OFFICE)
			office = fact;
		else if (claim.topic == DD_CLAIM_HOLDER)
			fact->office = office;
	}
}

void
dd_archive_add(
    struct dd_archive *archive, const char *name, const void *facts, size_t len)
{
	struct dd_arena arena = {0};
	struct dd_wire wire = {facts, len, &arena, false};
	char *file;

	if (len == 0 || dd_table_find(&archive->files, name))
		return;
	file = dd_arena_dup(&archive->arena, name);
	dd_table_add(&archive->files, file, file);
	add_claims(archive, file, &wire);
	dd_arena_release(&arena);
}

const struct dd_archive_list *
dd_archive_list(const struct dd_archive *archive, enum dd_claim_topic topic,
    const char *key)
{
	const struct dd_archive_list *list =
	    dd_table_find(&archive->topics[topic], key);

	return list && list->count > 0 ? list : NULL;
}

size_t
dd_archive_seek(const struct dd_archive_list *list, struct dd_date day)
{
	size_t low = 0, high = list->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (dd_date_compare(list->facts[middle]->day, day) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* What is looked for among the facts of a list. */
struct wanted {
	struct dd_date day;
	const char *file;
};

static int
compare_wanted(const void *key, const void *item)
{
	const struct wanted *wanted = key;
	const struct dd_archive_fact *fact =
	    *(const struct dd_archive_fact *const *)item;
	int order = dd_date_compare(wanted->day, fact->day);

	return order ? order : strcmp(wanted->file, fact->where.file);
}

const struct dd_archive_fact *
dd_archive_find(const struct dd_archive *archive, const char *name,
    const struct dd_claim *claim)
{
	const struct dd_archive_list *list =
	    dd_archive_list(archive, claim->topic, claim->key);
	struct wanted wanted = {claim->day, name};
	struct dd_archive_fact *const *found = list
	    ? bsearch(&wanted, list->facts, list->count, sizeof *list->facts,
		  compare_wanted)
	    : NULL;

	return found && strcmp((*found)->value, claim->value) == 0 ? *found
								   : NULL;
}
