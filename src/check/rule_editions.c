/* SPDX-License-Identifier: MIT */
/* Rules about what editions in other languages say. */
#include <string.h>
#include "base/ascii.h"
#include "base/messages.h"
#include "check/beside.h"
#include "check/edition.h"
#include "check/edition_align.h"
#include "check/edition_compare.h"
#include "check/rule.h"

enum { EDITIONS_MAX = 32 }; /* that one document is held against */

/* One comparison. */
struct comparison {
	struct dd_checker *checker;
	struct dd_edition *other;
	const char *file; /* its name without folders */
	struct dd_edition_alignment pairs;
};

/* Says where the other side of a finding stands. */
static void
relate(const struct comparison *c, struct dd_diagnostic *found,
    struct dd_range range, const char *text)
{
	struct dd_elsewhere where = {.file = c->other->file};

	/* A place has a price, and nobody will read it. */
	if (found == &c->checker->sink->scratch)
		return;
	dd_source_place(&c->other->source, range, &where.place);
	dd_report_elsewhere(c->checker->sink, found, &where, "%s",
	    dd_sink_say(c->checker->sink, text));
}

static const char *
say(const struct comparison *c, const char *noun)
{
	return dd_sink_say(c->checker->sink, noun);
}

/* The text of a value of that class, or NULL. */
static const char *
find_text(const struct dd_edition_entry *entry, enum dd_edition_class class)
{
	for (size_t i = 0; i < entry->value_count; i++)
		if (entry->values[i]->row->class == class)
			return entry->values[i]->text;
	return NULL;
}

/* "statement `agree` by `jp kr`", or less where less is known. */
static const char *
name_entry(const struct comparison *c, const struct dd_edition_entry *entry)
{
	const char *noun = say(c, entry->kind->noun);
	const char *act = find_text(entry, DD_EDITION_ACT);
	const char *who = find_text(entry, DD_EDITION_WHO);

	if (act && who)
		return dd_check_say(
		    c->checker, "%s `%s` by `%s`", noun, act, who);
	if (act || who)
		return dd_check_say(
		    c->checker, "%s `%s`", noun, act ? act : who);
	return noun;
}

/* --- values -------------------------------------------------------------- */

/* Of two officials under one id the house's own ids are shown. */
static void
report_different(const struct comparison *c, const struct dd_edition_value *own,
    const struct dd_edition_value *other)
{
	const char *here = own->text, *there = other->text;
	struct dd_diagnostic *found;

	if (strcmp(here, there) == 0) {
		here = own->key;
		there = other->key;
	}
	found = dd_report(c->checker->sink, own->row->id, own->range,
	    "The %s is `%s` here and `%s` in `%s`; find out which is right.",
	    say(c, own->row->noun), here, there, c->file);
	relate(c, found, other->range, N_("what stands there"));
}

static void
report_surplus(const struct comparison *c, const struct dd_edition_value *own,
    const struct dd_edition_entry *other)
{
	struct dd_diagnostic *found;

	found = dd_report(c->checker->sink, own->row->id, own->range,
	    "The %s `%s` is not in this %s of `%s`; add it there, or take it "
	    "out here.",
	    say(c, own->row->noun), own->text, say(c, other->kind->noun),
	    c->file);
	relate(c, found, other->range, N_("where it is missing"));
}

static void
report_lack(const struct comparison *c, const struct dd_edition_entry *own,
    const struct dd_edition_value *other)
{
	struct dd_diagnostic *found;

	found = dd_report(c->checker->sink, other->row->id, own->range,
	    "This %s has the %s `%s` in `%s`, and not here; add it, or take it "
	    "out there.",
	    say(c, own->kind->noun), say(c, other->row->noun), other->text,
	    c->file);
	relate(c, found, other->range, N_("what is missing"));
}

static void
compare_pair(struct comparison *c, const struct dd_edition_entry *own,
    const struct dd_edition_entry *other)
{
	const struct dd_edition_difference *list;
	size_t count =
	    dd_edition_compare(&c->checker->arena, own, other, &list);

	for (size_t i = 0; i < count; i++)
		if (list[i].own && list[i].other)
			report_different(c, list[i].own, list[i].other);
		else if (list[i].own)
			report_surplus(c, list[i].own, other);
		else
			report_lack(c, own, list[i].other);
}

/* --- things -------------------------------------------------------------- */

/* True where it is told that one edition alone has it. */
static bool
is_told(const struct dd_edition_entry *entry)
{
	return entry->kind->gap == DD_EDITION_GAP ||
	    (entry->kind->gap == DD_EDITION_WITH_FACTS &&
		entry->value_count > 0);
}

static void
report_extra(const struct comparison *c, const struct dd_edition_entry *own,
    const struct dd_edition_entry *behind)
{
	struct dd_diagnostic *found;

	if (!is_told(own))
		return;
	found = dd_report(c->checker->sink,
	    own->kind->person ? DD_ID_EDITION_PERSON : DD_ID_EDITION_EXTRA_ITEM,
	    own->range,
	    "The %s is not in `%s`; add it there, or take it out here.",
	    name_entry(c, own), c->file);
	relate(c, found, behind->range, N_("behind this it is missing"));
}

static void
report_missing(const struct comparison *c,
    const struct dd_edition_entry *behind, const struct dd_edition_entry *other)
{
	struct dd_diagnostic *found;

	if (!is_told(other))
		return;
	found = dd_report(c->checker->sink,
	    other->kind->person ? DD_ID_EDITION_PERSON
				: DD_ID_EDITION_MISSING_ITEM,
	    behind->range,
	    "Behind this, `%s` has the %s; add it here, or take it out there.",
	    c->file, name_entry(c, other));
	relate(c, found, other->range, N_("what is missing"));
}

static void
report_moved(const struct comparison *c, const struct dd_edition_entry *own,
    const struct dd_edition_entry *other)
{
	struct dd_diagnostic *found =
	    dd_report(c->checker->sink, DD_ID_EDITION_ORDER, own->range,
		"The %s stands in another place in `%s`; bring both into one "
		"order.",
		name_entry(c, own), c->file);

	relate(c, found, other->range, N_("its place there"));
}

static void compare_below(struct comparison *c,
    const struct dd_edition_entry *own, const struct dd_edition_entry *other);

/* What stands here: the same there, or in another place, or nowhere. */
static void
compare_own(struct comparison *c, const struct dd_edition_entry *parent,
    const struct dd_edition_entry *behind)
{
	for (const struct dd_edition_entry *own = parent->children; own;
	     own = own->next) {
		const struct dd_edition_pair *pair = &c->pairs.own[own->serial];

		if (!pair->partner) {
			report_extra(c, own, behind);
			continue;
		}
		if (pair->moved)
			report_moved(c, own, pair->partner);
		else
			behind = pair->partner;
		compare_pair(c, own, pair->partner);
		compare_below(c, own, pair->partner);
	}
}

static void
compare_below(struct comparison *c, const struct dd_edition_entry *own,
    const struct dd_edition_entry *other)
{
	const struct dd_edition_entry *behind = own;

	compare_own(c, own, other);
	for (const struct dd_edition_entry *o = other->children; o;
	     o = o->next) {
		const struct dd_edition_pair *pair = &c->pairs.other[o->serial];

		if (!pair->partner)
			report_missing(c, behind, o);
		else if (!pair->moved)
			behind = pair->partner;
	}
}

/* --- editions ------------------------------------------------------------ */

static void
compare_edition(struct dd_checker *checker, struct dd_edition *own,
    struct dd_edition *other)
{
	struct comparison c = {.checker = checker, .other = other};
	const char *slash;

	if (!other || !other->root || !other->lang)
		return;
	if (!own->root)
		dd_edition_read(own, checker->input->name, checker->tree);
	if (!own->root || !own->lang || dd_ascii_equal(own->lang, other->lang))
		return;
	slash = strrchr(other->file, '/');
	c.file = slash ? slash + 1 : other->file;
	dd_edition_align(&checker->arena, own, other, &c.pairs);
	compare_pair(&c, own->root, other->root);
	compare_below(&c, own->root, other->root);
}

/* The address of the edition that a link leads to, or NULL. */
static const char *
find_linked(struct dd_checker *checker, const xmlNode *related)
{
	const char *rel = dd_node_value(related, "rel"), *path, *dot;
	const char *href = dd_node_value(related, "href");

	if (!rel || strcmp(rel, "translation") != 0)
		return NULL;
	dd_beside_find(checker, href, &path);
	if (!path)
		return NULL;
	dot = strrchr(path, '.');
	if (dot && strcmp(dot, ".xml") != 0 && strcmp(dot, ".html") != 0)
		return NULL;
	return href;
}

/* Each file once, whichever links lead to it. */
static void
compare_linked(struct dd_checker *checker, struct dd_edition *own)
{
	const struct dd_edition_shelf *shelf = checker->input->editions;
	struct dd_table seen;

	dd_table_init(&seen);
	for (const xmlNode *n =
		 dd_node_child(checker->summary->root, "related");
	     n && seen.count < EDITIONS_MAX; n = dd_node_next(n, "related")) {
		const char *address = find_linked(checker, n);
		struct dd_edition *other = address
		    ? shelf->get(shelf->context, checker->input->path, address)
		    : NULL;

		if (other && other->file &&
		    dd_table_add(&seen,
			dd_arena_dup(&checker->arena, other->file), checker))
			compare_edition(checker, own, other);
	}
	dd_table_release(&seen);
}

static void
check_editions(struct dd_checker *checker)
{
	const struct dd_edition_shelf *shelf = checker->input->editions;
	struct dd_edition own = {.count = 0};

	if (!shelf)
		return;
	for (size_t i = 0; i < shelf->peer_count; i++)
		compare_edition(checker, &own,
		    shelf->get(shelf->context, NULL, shelf->peers[i]));
	if (shelf->peer_count == 0)
		compare_linked(checker, &own);
	dd_edition_release(&own);
}

const struct dd_rule dd_rules_editions[] = {
    {.ids = DD_IDS(DD_ID_EDITION_ACT, DD_ID_EDITION_DATE,
	 DD_ID_EDITION_EXTRA_ITEM, DD_ID_EDITION_MEETING,
	 DD_ID_EDITION_MISSING_ITEM, DD_ID_EDITION_ORDER, DD_ID_EDITION_PERSON,
	 DD_ID_EDITION_SPEAKERS, DD_ID_EDITION_SUM, DD_ID_EDITION_TIME),
	.document = check_editions},
    {0},
};
