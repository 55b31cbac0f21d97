/* SPDX-License-Identifier: MIT */
/* Rules about earlier meetings that a document speaks of: they should be among
 * the documents of the run, on the day that is given. */
#include <stdlib.h>
#include <string.h>
#include "check/rule_archive.h"

enum {
	DAYS_NEAR = 7,	/* a slip that far is likely one */
	SIDES_MOST = 8, /* with more of them, words name no single one */
};

/* A `<reference>`, or a `<ref>` that stands by itself. */
struct reference {
	const xmlAttr *attr; /* its day */
	struct dd_date day;
	const char *text;
	const char *href; /* or NULL */
};

static bool
read_reference(
    struct dd_checker *checker, const xmlNode *node, struct reference *r)
{
	const char *kind = dd_node_value(node, "kind");

	r->attr = dd_node_attr(node, "date");
	if (!kind || strcmp(kind, "meeting") != 0 || !r->attr ||
	    dd_node_attr(node, "target") ||
	    !dd_date_parse(dd_attr_text(r->attr), &r->day))
		return false;
	r->text = dd_node_text(node, &checker->arena);
	r->href = dd_node_value(node, "href");
	return true;
}

/* True where the link leads to a document of the run, which then decides. */
static bool
check_link(struct dd_checker *checker, const struct reference *r)
{
	const struct dd_archive_list *list = NULL;
	const struct dd_archive_fact *linked;
	struct dd_diagnostic *found;

	if (r->href)
		list = dd_archive_list(checker->input->options->archive,
		    DD_CLAIM_FILE,
		    dd_claim_target(
			&checker->arena, checker->input->name, r->href));
	if (!list)
		return false;
	linked = list->facts[0];
	if (dd_date_compare(linked->day, r->day) == 0)
		return true;
	found = dd_report(checker->sink, DD_ID_LINK_OTHER_DAY,
	    dd_locate_value(checker->tree, r->attr),
	    "The meeting referred to is of %s here, but the link leads to one "
	    "of %s; correct the day or the link.",
	    dd_archive_day(checker, r->day),
	    dd_archive_day(checker, linked->day));
	dd_report_elsewhere(checker->sink, found, &linked->where,
	    "the day in the document that it leads to");
	return true;
}

/* A country that the house does not know has no name. */
static bool
is_named(const struct reference *r, const struct dd_designation *name)
{
	return (name->shorter && strstr(r->text, name->shorter)) ||
	    (name->longer && strstr(r->text, name->longer));
}

/* The meetings that this may be one of: those of another side of this meeting,
 * where the words name one, else all. */
static const struct dd_archive_list *
choose_list(struct dd_checker *checker, const struct reference *r)
{
	const struct dd_party *party = checker->summary->parties;
	const char *key = "";
	int count = 0;

	for (party = party ? party->next : NULL;
	     party && !*key && count < SIDES_MOST; party = party->next, count++)
		if (is_named(r, &party->name))
			key = dd_claim_party(party);
	return dd_archive_list(
	    checker->input->options->archive, DD_CLAIM_DAY, key);
}

static const struct dd_archive_fact *
get_at(const struct dd_archive_list *list, struct dd_date day)
{
	size_t at = dd_archive_seek(list, day);

	return at < list->count &&
		dd_date_compare(list->facts[at]->day, day) == 0
	    ? list->facts[at]
	    : NULL;
}

/* A meeting whose day is this one but for a slip: a few days off, or of another
 * month or year. Not that of the document itself. NULL where there is none. */
static const struct dd_archive_fact *
find_likely(
    const struct dd_archive_list *list, struct dd_date day, struct dd_date own)
{
	int64_t days = dd_date_days(day);
	const struct dd_date others[] = {
	    {day.year, day.month - 1, day.day},
	    {day.year, day.month + 1, day.day},
	    {day.year - 1, day.month, day.day},
	    {day.year + 1, day.month, day.day},
	};

	for (int off = 1; off <= 2 * DAYS_NEAR; off++) {
		struct dd_date other = dd_date_of_days(
		    days + (off % 2 ? -1 : 1) * ((off + 1) / 2));
		const struct dd_archive_fact *fact = get_at(list, other);

		if (fact && dd_date_compare(other, own) != 0)
			return fact;
	}
	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		const struct dd_archive_fact *fact = get_at(list, others[i]);

		if (fact && dd_date_compare(others[i], own) != 0)
			return fact;
	}
	return NULL;
}

/* A folder that has meetings of that side before the day and, with this
 * document, after it, should have that one too. */
static void
check_day(struct dd_checker *checker, const struct reference *r)
{
	const struct dd_when *start = &checker->summary->start;
	const struct dd_archive_list *list = choose_list(checker, r);
	const struct dd_archive_fact *likely;
	struct dd_diagnostic *found;

	if (!list || !start->node ||
	    dd_date_compare(r->day, start->date) >= 0 ||
	    dd_date_compare(list->facts[0]->day, r->day) >= 0 ||
	    get_at(list, r->day))
		return;
	likely = find_likely(list, r->day, start->date);
	found = dd_report(checker->sink, DD_ID_LINK_EARLIER_MEETING,
	    dd_locate_value(checker->tree, r->attr),
	    likely ? N_("No document here is about a meeting of %s, but one "
			"is about %s; correct the day if that one is meant.")
		   : N_("No document here is about a meeting of %s; correct "
			"the day if it is wrong."),
	    dd_archive_day(checker, r->day),
	    likely ? dd_archive_day(checker, likely->day) : "");
	if (likely)
		dd_report_elsewhere(checker->sink, found, &likely->where,
		    "a meeting of that time");
}

static void
check_reference(struct dd_checker *checker, const xmlNode *node)
{
	struct reference r;

	if (read_reference(checker, node, &r) && !check_link(checker, &r))
		check_day(checker, &r);
}

static void
check_references(struct dd_checker *checker)
{
	const struct dd_summary *summary = checker->summary;

	if (!checker->input->options->archive)
		return;
	for (const xmlNode *n = summary->body; n;
	     n = dd_node_step(n, summary->body))
		if (dd_node_is(n, "ref"))
			check_reference(checker, n);
	for (const xmlNode *n = dd_node_child(summary->root, "reference"); n;
	     n = dd_node_next(n, "reference"))
		check_reference(checker, n);
}

const struct dd_rule dd_rules_archive_reference[] = {
    {.ids = DD_IDS(DD_ID_LINK_OTHER_DAY, DD_ID_LINK_EARLIER_MEETING),
	.document = check_references},
    {0},
};
