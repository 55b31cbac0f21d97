/* SPDX-License-Identifier: MIT */
/* Rules about what other documents of the same run say. */
#include <string.h>
#include "check/archive.h"
#include "check/rule.h"

/* What an earlier document says under that key; NULL where this is the
 * earliest one. */
static const struct dd_archive_fact *
find_earlier(const struct dd_checker *checker, const struct dd_table *table,
    const char *key)
{
	const struct dd_archive_fact *fact = dd_table_find(table, key);

	return fact && strcmp(fact->where.file, checker->input->name) != 0
	    ? fact
	    : NULL;
}

static void
check_name(struct dd_checker *checker, const struct dd_person *person)
{
	const struct dd_archive_fact *fact =
	    find_earlier(checker, &checker->input->options->archive->names,
		dd_archive_name_key(&checker->arena, checker->summary, person));
	const char *name = dd_archive_name(&checker->arena, person);
	struct dd_diagnostic *found;

	if (!fact || strcmp(fact->text, name) == 0)
		return;
	found = dd_report(checker->sink, DD_ID_NAME_OTHER_DOCUMENT,
	    dd_locate_content(
		checker->tree, dd_node_child(person->node, "name")),
	    "The name is spelt `%s` here and `%s` in an earlier document; "
	    "spell "
	    "it in one way.",
	    name, fact->text);
	dd_report_elsewhere(
	    checker->sink, found, &fact->where, "the earlier spelling");
}

static void
check_names(struct dd_checker *checker)
{
	if (!checker->input->options->archive)
		return;
	for (const struct dd_party *p = checker->summary->parties; p;
	     p = p->next)
		for (const struct dd_person *one = p->persons; one;
		     one = one->next)
			check_name(checker, one);
}

static const char *
name_place(struct dd_checker *checker, const char *city, const char *country)
{
	return city ? dd_arena_printf(&checker->arena, "%s, %s", city, country)
		    : country;
}

static void
check_place(struct dd_checker *checker)
{
	const struct dd_archive *archive = checker->input->options->archive;
	const struct dd_venue *place = &checker->summary->place;
	const struct dd_archive_fact *fact;
	struct dd_diagnostic *found;

	if (!archive)
		return;
	fact = find_earlier(checker, &archive->meetings,
	    dd_archive_meeting_key(&checker->arena, checker->summary));
	if (!fact ||
	    (strcmp(fact->country, place->country) == 0 &&
		(!fact->text || !place->city ||
		    strcmp(fact->text, place->city) == 0)))
		return;
	found = dd_report(checker->sink, DD_ID_PLACE_OTHER_DOCUMENT,
	    dd_locate_tag(checker->tree, place->node),
	    "This meeting was held in %s, but another document about it says "
	    "%s; find out which is right.",
	    name_place(checker, place->city, place->country),
	    name_place(checker, fact->text, fact->country));
	dd_report_elsewhere(
	    checker->sink, found, &fact->where, "the place in that document");
}

const struct dd_rule dd_rules_archive[] = {
    {.ids = DD_IDS(DD_ID_NAME_OTHER_DOCUMENT), .document = check_names},
    {.ids = DD_IDS(DD_ID_PLACE_OTHER_DOCUMENT), .document = check_place},
    {0},
};
