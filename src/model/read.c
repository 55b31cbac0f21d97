/* SPDX-License-Identifier: MIT */
/* Reads the summary as a whole: head, glossary, references to the house. */
#include "model/read.h"
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"
#include "base/nearest.h"
#include "model/house.h"
#include "model/read_internal.h"
#include "xml/locate.h"
#include "xml/node.h"

void
dd_read_unknown(struct dd_reader *r, enum dd_id id, const xmlNode *node,
    const char *attr, const struct dd_table *entries, const char *what)
{
	const char **names = dd_calloc(entries->count + 1, sizeof *names);
	const char *value = dd_node_value(node, attr), *nearest;
	struct dd_range range =
	    dd_locate_value(r->tree, dd_node_attr(node, attr));

	for (size_t i = 0; i < entries->count; i++)
		names[i] = entries->entries[i].key;
	nearest = dd_nearest(value, names, entries->count);
	what = dd_sink_say(r->sink, what);
	if (r->summary->house->builtin)
		dd_report(r->sink, id, range,
		    "No house file was found to look up the %s `%s`; put "
		    "`diplodoc-house.xml` beside the summary, name one with "
		    "`--house`, or write the names here.",
		    what, value);
	else if (nearest)
		dd_report(r->sink, id, range,
		    "The house file has no %s `%s` (did you mean `%s`?); "
		    "correct the name, or add it to the house file.",
		    what, value, nearest);
	else
		dd_report(r->sink, id, range,
		    "The house file has no %s `%s`; correct the name, or add "
		    "it to the house file.",
		    what, value);
	free(names);
}

static struct dd_term *
read_entry(struct dd_summary *s, const xmlNode *entry)
{
	struct dd_term *term = dd_arena_alloc(&s->arena, sizeof *term);

	term->id = dd_node_value(entry, "id");
	term->shorter = dd_node_child_text(entry, "short", &s->arena);
	term->expansion = dd_node_child_text(entry, "expansion", &s->arena);
	term->slogan = dd_node_flag(entry, "slogan");
	return term;
}

static void
read_glossary(struct dd_summary *s)
{
	const xmlNode *glossary = dd_node_child(s->root, "glossary");

	for (const xmlNode *n = dd_node_child(glossary, "entry"); n;
	     n = dd_node_next(n, "entry")) {
		struct dd_term *term = read_entry(s, n);
		if (term->id)
			dd_table_add(&s->term_by_id, term->id, term);
	}
}

struct dd_term *
dd_summary_term(struct dd_summary *s, const char *id)
{
	struct dd_term *term = dd_table_find(&s->term_by_id, id);
	const xmlNode *entry, *form;

	if (term)
		return term;
	entry = dd_table_find(&s->house->terms, id);
	form = dd_house_in_language(entry, "form", s->lang);
	if (!form)
		return NULL;
	term = dd_arena_alloc(&s->arena, sizeof *term);
	term->id = dd_node_value(entry, "id");
	term->shorter = dd_node_value(form, "short");
	term->expansion = dd_node_value(form, "expansion");
	term->known = dd_node_flag(entry, "known");
	term->slogan = dd_node_flag(entry, "slogan");
	dd_table_add(&s->term_by_id, term->id, term);
	return term;
}

static void
check_term(struct dd_reader *r, const xmlNode *node)
{
	const char *id = dd_node_value(node, "ref");

	if (!id || dd_summary_term(r->summary, id))
		return;
	dd_report(r->sink, DD_ID_TERM_UNKNOWN,
	    dd_locate_value(r->tree, dd_node_attr(node, "ref")),
	    "Neither the glossary of this document nor the house file has "
	    "the term `%s`; add it to one of them, or correct the name.",
	    id);
}

static void
check_terms(struct dd_reader *r, const xmlNode *node)
{
	for (const xmlNode *n = dd_node_child(node, NULL); n;
	     n = dd_node_next(n, NULL)) {
		if (dd_node_is(n, "term"))
			check_term(r, n);
		check_terms(r, n);
	}
}

static void
check_series(struct dd_reader *r)
{
	const struct dd_table *entries = &r->summary->house->series;
	const xmlNode *series = dd_node_child(r->summary->head, "series");
	const char *ref = dd_node_value(series, "ref");

	if (ref && !dd_table_find(entries, ref))
		dd_read_unknown(r, DD_ID_HOUSE_UNKNOWN_SERIES, series, "ref",
		    entries, N_("series"));
	else if (series && !ref && !series->children)
		dd_report(r->sink, DD_ID_TITLE_EMPTY_SERIES,
		    dd_locate_name(r->tree, series),
		    "`<series>` has neither text nor a `ref` to a series of "
		    "the house file.");
}

static void
read_root(struct dd_summary *s, xmlNode *root)
{
	const char *issued;

	s->root = root;
	s->head = dd_node_child(root, "head");
	s->meeting = dd_node_child(root, "meeting");
	s->body = dd_node_child(root, "body");
	s->lang = dd_node_lang(root);
	if (!s->lang || !*s->lang)
		s->lang = "en";
	issued = dd_node_value(dd_node_child(s->head, "issued"), "date");
	if (!issued || !dd_date_parse(issued, &s->issued))
		s->issued = (struct dd_date){1970, 1, 1};
}

int
dd_summary_read(struct dd_summary *ret_summary, const struct dd_tree *tree,
    const struct dd_house *house, struct dd_zone_db *zones,
    struct dd_sink *sink, struct dd_error *error)
{
	struct dd_reader reader = {
	    .summary = ret_summary,
	    .tree = tree,
	    .zones = zones,
	    .sink = sink,
	    .error = error,
	};

	*ret_summary = (struct dd_summary){.house = house};
	dd_node_collapse(xmlDocGetRootElement(tree->doc));
	read_root(ret_summary, xmlDocGetRootElement(tree->doc));
	read_glossary(ret_summary);
	dd_read_meeting(&reader);
	dd_read_parties(&reader);
	check_series(&reader);
	check_terms(&reader, ret_summary->root);
	return reader.failure;
}

bool
dd_summary_has_place(const struct dd_summary *summary)
{
	for (const struct dd_session *e = summary->sessions; e; e = e->next)
		if (e->place.node)
			return true;
	return summary->place.node != NULL;
}

struct dd_date
dd_summary_day(const struct dd_summary *summary)
{
	return summary->start.node ? summary->start.date : summary->issued;
}

void
dd_summary_release(struct dd_summary *summary)
{
	if (!summary)
		return;
	dd_table_release(&summary->party_by_id);
	dd_table_release(&summary->person_by_id);
	dd_table_release(&summary->term_by_id);
	dd_arena_release(&summary->arena);
}
