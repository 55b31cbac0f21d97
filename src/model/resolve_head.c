/* SPDX-License-Identifier: MIT */
/* What is printed about the publication, and the marks on lists behind it. */
#include <string.h>
#include "model/house.h"
#include "model/read.h"
#include "model/resolve_internal.h"
#include "xml/node.h"

void
dd_resolve_enclose(struct dd_resolver *r, xmlNode *node, const char *kind)
{
	struct dd_arena *arena = &r->summary->arena;

	dd_resolve_mark(r, node, "open",
	    dd_word(r->words, dd_arena_printf(arena, "%s.open", kind)));
	dd_resolve_mark(r, node, "close",
	    dd_word(r->words, dd_arena_printf(arena, "%s.close", kind)));
}

void
dd_resolve_language(struct dd_resolver *r, xmlNode *node)
{
	const char *lang = dd_node_lang(node);

	if (!lang || !*lang)
		return;
	dd_resolve_mark(
	    r, node, "language", dd_locale_language(&r->locale, lang));
	if (dd_node_is(node, "related"))
		dd_resolve_mark(
		    r, node, "autonym", dd_locale_autonym(&r->locale, lang));
	if ((dd_node_is(node, "foreign") || dd_node_is(node, "original")) &&
	    !dd_node_value(node, "dir"))
		dd_resolve_mark(
		    r, node, "dir", dd_locale_is_rtl(lang) ? "rtl" : "ltr");
}

void
dd_resolve_day(struct dd_resolver *r, xmlNode *node)
{
	const char *text = dd_node_value(node, "date");
	struct dd_date date;

	if (text && dd_date_parse(text, &date))
		dd_resolve_mark(
		    r, node, "date", dd_resolve_date(r, "date.long", date));
}

static void
mark_update(struct dd_resolver *r, xmlNode *node)
{
	const char *when = dd_node_value(node, "when");
	struct dd_slots slots;
	struct dd_moment moment;

	dd_slots_init(&slots, r->scratch);
	if (when && dd_moment_parse(when, &moment))
		dd_resolve_clock(
		    r, &moment, NULL, dd_slots_holder(&slots, "clock"));
	else if (!when || !dd_date_parse(when, &moment.date))
		return;
	dd_slots_text(
	    &slots, "date", dd_resolve_date(r, "date.long", moment.date));
	dd_resolve_mark(r, node, "label",
	    dd_resolve_print(
		r, "updated", dd_node_value(node, "kind"), NULL, &slots));
}

static void
mark_outcome(struct dd_resolver *r, xmlNode *node)
{
	const char *kind = dd_node_value(node, "kind");
	xmlNode *title = dd_node_child(node, "title");

	if (kind)
		dd_resolve_mark(r, node, "label",
		    dd_word(r->words,
			dd_arena_printf(
			    &r->summary->arena, "outcome.%s", kind)));
	dd_resolve_day(r, node);
	if (title)
		dd_resolve_language(r, title);
}

/* What a page is to this one, where its kind has words. */
static void
mark_related(struct dd_resolver *r, xmlNode *node)
{
	const char *rel = dd_node_value(node, "rel");
	const char *key =
	    rel ? dd_arena_printf(&r->summary->arena, "rel.%s", rel) : NULL;

	if (dd_table_find(&r->words->words, key))
		dd_resolve_mark(r, node, "kind", dd_word(r->words, key));
	dd_resolve_language(r, node);
}

static void
mark_each(struct dd_resolver *r, xmlNode *parent, const char *name,
    void (*mark)(struct dd_resolver *r, xmlNode *node))
{
	for (xmlNode *n = dd_node_child(parent, name); n;
	     n = dd_node_next(n, name))
		mark(r, n);
}

void
dd_resolve_marks(struct dd_resolver *r)
{
	xmlNode *root = r->summary->root;

	mark_each(r, r->summary->head, "updated", mark_update);
	mark_each(r, root, "photo", dd_resolve_day);
	mark_each(r, root, "outcome", mark_outcome);
	mark_each(r, root, "reference", dd_resolve_day);
	mark_each(r, root, "attachment", dd_resolve_language);
	mark_each(r, root, "related", mark_related);
	for (const struct dd_party *p = r->summary->parties; p; p = p->next)
		for (const struct dd_person *q = p->persons; q; q = q->next)
			mark_each(r, q->node, "original", dd_resolve_language);
}

static bool
has_ref(const xmlNode *parent)
{
	bool found = false;

	for (const xmlNode *n = parent->children; n && !found; n = n->next)
		found = dd_node_is(n, "ref") || has_ref(n);
	return found;
}

static void
put_document(struct dd_resolver *r)
{
	xmlNode *node = dd_resolve_add(r, r->out, "document");

	dd_resolve_set(node, "valid", r->options->valid ? "true" : "false");
	dd_resolve_set(
	    node, "dir", dd_locale_is_rtl(r->summary->lang) ? "rtl" : "ltr");
	dd_resolve_set(node, "generator", r->options->generator);
	dd_resolve_set(node, "locale", r->locale.id);
	dd_resolve_set(node, "refs", has_ref(r->summary->root) ? "true" : NULL);
}

static void
put_title(struct dd_resolver *r)
{
	const char *own =
	    dd_node_child_text(r->summary->head, "title", &r->summary->arena);
	bool typed = own && *own;
	xmlNode *node = dd_resolve_add(r, r->out, "title");

	dd_resolve_text(node, typed ? own : dd_resolve_title(r));
	dd_resolve_set(node, "generated", typed ? "false" : "true");
}

/* The series line and the link back to it: text, or of the house by id. */
static void
put_series(struct dd_resolver *r)
{
	const xmlNode *own = dd_node_child(r->summary->head, "series");
	const xmlNode *entry = dd_table_find(
	    &r->summary->house->series, dd_node_value(own, "ref"));
	const xmlNode *title =
	    dd_house_in_language(entry, "title", r->summary->lang);
	const char *text = own ? dd_node_text(own, &r->summary->arena) : "";
	const char *href = dd_node_value(title, "href");
	struct dd_slots slots;

	if (!*text && title)
		text = dd_node_text(title, &r->summary->arena);
	if (!*text)
		return;
	dd_resolve_set(
	    dd_resolve_add_text(r, r->out, "series", text), "href", href);
	dd_slots_init(&slots, r->scratch);
	dd_slots_text(&slots, "series", text);
	dd_resolve_set(dd_resolve_add_text(r, r->out, "backLink",
			   dd_resolve_print(r, "backLink", NULL, NULL, &slots)),
	    "href", href);
}

static void
put_publisher(struct dd_resolver *r)
{
	const struct dd_house *house = r->summary->house;
	const xmlNode *name =
	    dd_house_in_language(r->ministry, "name", r->summary->lang);
	const xmlNode *issuer = dd_node_child(r->summary->head, "issuer");
	struct dd_designation office = {0};

	if (name)
		dd_resolve_set(dd_resolve_add_text(r, r->out, "publisher",
				   dd_node_text(name, &r->summary->arena)),
		    "href", dd_node_value(r->ministry, "href"));
	dd_house_designation(
	    dd_table_find(&house->organisations, dd_node_value(issuer, "ref")),
	    r->summary->lang, &office);
	dd_resolve_add_text(r, r->out, "issuer", office.shorter);
}

static void
put_issued(struct dd_resolver *r)
{
	const xmlNode *issued = dd_node_child(r->summary->head, "issued");
	struct dd_slots slots;
	xmlNode *node;

	if (!issued)
		return;
	dd_slots_init(&slots, r->scratch);
	dd_slots_text(&slots, "city", dd_node_value(issued, "city"));
	dd_slots_text(&slots, "date",
	    dd_resolve_date(r, "date.long", r->summary->issued));
	node = dd_resolve_add_text(r, r->out, "issued",
	    dd_resolve_print(r, "issued", NULL, NULL, &slots));
	dd_resolve_set(node, "datetime", dd_node_value(issued, "date"));
}

static void
put_translation(struct dd_resolver *r)
{
	const xmlNode *own = dd_node_child(r->summary->head, "translation");
	const char *of = dd_node_value(own, "of");
	const char *date = dd_node_value(own, "date");
	struct dd_slots slots;
	struct dd_date day;

	if (!of)
		return;
	dd_slots_init(&slots, r->scratch);
	dd_slots_text(&slots, "language", dd_locale_language(&r->locale, of));
	if (date && dd_date_parse(date, &day))
		dd_slots_text(
		    &slots, "date", dd_resolve_date(r, "date.long", day));
	dd_resolve_add_text(r, r->out, "translation",
	    dd_resolve_print(r, "translation", dd_node_value(own, "standing"),
		NULL, &slots));
}

void
dd_resolve_head(struct dd_resolver *r)
{
	put_document(r);
	put_title(r);
	put_series(r);
	put_publisher(r);
	put_issued(r);
	put_translation(r);
}
