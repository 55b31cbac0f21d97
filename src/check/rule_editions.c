/* SPDX-License-Identifier: MIT */
/* Rules about what editions in other languages say. */
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/messages.h"
#include "check/beside.h"
#include "check/edition.h"
#include "check/edition_align.h"
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

/* What one side says of a thing, and the other does not say. */
struct surplus {
	const struct dd_edition_value **items;
	size_t count;
};

/* True for the person who speaks anyway: one language names, one says "she". */
static bool
is_speaker(
    const struct dd_edition_entry *entry, const struct dd_edition_value *value)
{
	for (size_t i = 0; i < entry->value_count; i++) {
		const struct dd_edition_value *v = entry->values[i];
		size_t len = strlen(value->key);

		if (v->row->class != DD_EDITION_WHO)
			continue;
		for (const char *at = strstr(v->key, value->key); at;
		     at = strstr(at + 1, value->key))
			if (at == v->key || at[-1] == ' ')
				return len > 0;
	}
	return false;
}

static void
add_surplus(struct surplus *surplus, const struct dd_edition_entry *entry,
    const struct dd_edition_value *value)
{
	if (value->row->class == DD_EDITION_KEY ||
	    (value->row->class == DD_EDITION_LOOSE && is_speaker(entry, value)))
		return;
	surplus->items[surplus->count++] = value;
}

static int
compare_values(
    const struct dd_edition_value *a, const struct dd_edition_value *b)
{
	if (a->row != b->row)
		return a->row < b->row ? -1 : 1;
	return strcmp(a->key, b->key);
}

/* In the order in which they stand. */
static int
compare_places(const void *a, const void *b)
{
	const struct dd_edition_value *x =
	    *(const struct dd_edition_value *const *)a;
	const struct dd_edition_value *y =
	    *(const struct dd_edition_value *const *)b;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return (x->range.start > y->range.start) -
	    (x->range.start < y->range.start);
}

/* Takes out what both sides say. */
static void
subtract(struct comparison *c, const struct dd_edition_entry *own,
    const struct dd_edition_entry *other, struct surplus sides[2])
{
	struct dd_arena *arena = &c->checker->arena;
	size_t i = 0, j = 0;

	for (int s = 0; s < 2; s++) {
		const struct dd_edition_entry *entry = s == 0 ? own : other;

		sides[s].count = 0;
		sides[s].items = dd_arena_alloc(
		    arena, (entry->value_count + 1) * sizeof *sides->items);
	}
	while (i < own->value_count || j < other->value_count) {
		int order = i == own->value_count ? 1
		    : j == other->value_count
		    ? -1
		    : compare_values(own->values[i], other->values[j]);

		if (order < 0)
			add_surplus(&sides[0], own, own->values[i]);
		else if (order > 0)
			add_surplus(&sides[1], other, other->values[j]);
		i += order <= 0;
		j += order >= 0;
	}
	for (int s = 0; s < 2; s++)
		qsort(sides[s].items, sides[s].count, sizeof *sides->items,
		    compare_places);
}

static void
report_different(const struct comparison *c, const struct dd_edition_value *own,
    const struct dd_edition_value *other)
{
	struct dd_diagnostic *found;

	/* One edition may take a person from the house, one spell it out. */
	if (strcmp(own->text, other->text) == 0)
		return;
	found = dd_report(c->checker->sink, own->row->id, own->range,
	    "The %s is `%s` here and `%s` in `%s`; find out which is right.",
	    say(c, own->row->noun), own->text, other->text, c->file);
	relate(c, found, other->range, N_("what stands there"));
}

static void
report_surplus(const struct comparison *c, const struct dd_edition_value *own,
    const struct dd_edition_entry *other)
{
	struct dd_diagnostic *found;

	if (own->row->class == DD_EDITION_LOOSE)
		return;
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

	if (other->row->class == DD_EDITION_LOOSE)
		return;
	found = dd_report(c->checker->sink, other->row->id, own->range,
	    "This %s has the %s `%s` in `%s`, and not here; add it, or take it "
	    "out there.",
	    say(c, own->kind->noun), say(c, other->row->noun), other->text,
	    c->file);
	relate(c, found, other->range, N_("what is missing"));
}

/* Pairs what is left in the order in which it stands. */
static void
compare_pair(struct comparison *c, const struct dd_edition_entry *own,
    const struct dd_edition_entry *other)
{
	struct surplus sides[2];
	size_t i = 0, j = 0;

	subtract(c, own, other, sides);
	while (i < sides[0].count || j < sides[1].count) {
		const struct dd_edition_value *a =
		    i < sides[0].count ? sides[0].items[i] : NULL;
		const struct dd_edition_value *b =
		    j < sides[1].count ? sides[1].items[j] : NULL;

		if (a && b && a->row == b->row) {
			report_different(c, a, b);
			i++, j++;
		} else if (a && (!b || a->row < b->row)) {
			report_surplus(c, a, other);
			i++;
		} else {
			report_lack(c, own, b);
			j++;
		}
	}
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

/* The file of the edition that a link leads to, or NULL. */
static const char *
find_linked(struct dd_checker *checker, const xmlNode *related)
{
	const char *rel = dd_node_value(related, "rel"), *path, *dot;

	if (!rel || strcmp(rel, "translation") != 0)
		return NULL;
	dd_beside_find(checker, dd_node_value(related, "href"), &path);
	if (!path)
		return NULL;
	dot = strrchr(path, '.');
	if (dot && strcmp(dot, ".xml") != 0 && strcmp(dot, ".html") != 0)
		return NULL;
	return dd_beside_twin(checker, path, ".xml");
}

/* Each file once, whichever links lead to it. */
static size_t
list_linked(struct dd_checker *checker, const char *paths[EDITIONS_MAX])
{
	size_t count = 0, i;

	for (const xmlNode *n =
		 dd_node_child(checker->summary->root, "related");
	     n && count < EDITIONS_MAX; n = dd_node_next(n, "related")) {
		const char *path = find_linked(checker, n);

		for (i = 0; path && i < count; i++)
			if (strcmp(paths[i], path) == 0)
				break;
		if (path && i == count)
			paths[count++] = path;
	}
	return count;
}

static void
check_editions(struct dd_checker *checker)
{
	const struct dd_edition_shelf *shelf = checker->input->editions;
	const char *linked[EDITIONS_MAX], **paths = linked;
	struct dd_edition own = {.count = 0};
	size_t count;

	if (!shelf)
		return;
	if (shelf->peer_count > 0)
		paths = shelf->peers;
	count = shelf->peer_count > 0 ? shelf->peer_count
				      : list_linked(checker, linked);
	for (size_t i = 0; i < count; i++)
		compare_edition(
		    checker, &own, shelf->get(shelf->context, paths[i]));
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
