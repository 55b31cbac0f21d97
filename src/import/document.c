/* SPDX-License-Identifier: MIT */
/* Owns: head, photos and glossary; document_meeting.c has the
 * meeting, document_body.c what was said. */
#include "import/document.h"
#include <string.h>
#include "base/ascii.h"
#include "import/body.h"
#include "import/document_internal.h"
#include "import/import.h"
#include "import/inline_internal.h"
#include "import/outcome.h"
#include "import/outline_house.h"
#include "import/provenance.h"
#include "import/tree.h"
#include "model/house.h"
#include "xml/node.h"

static const char *
copy_line(const struct dd_build *build, const struct dd_line *line)
{
	return line ? dd_arena_ndup(build->arena,
			  line->block->text + line->from, line->to - line->from)
		    : NULL;
}

static void
tell(struct dd_build *build, const char *name, const struct dd_line *line,
    enum dd_confidence confidence)
{
	dd_ledger_fact(build->ledger, name, copy_line(build, line), confidence,
	    "outline", dd_block_extent(line->block, line->from, line->to));
}

static void
drop_line(
    struct dd_build *build, const struct dd_line *line, const char *reason)
{
	if (line)
		dd_ledger_drop(build->ledger, copy_line(build, line), reason,
		    dd_block_extent(line->block, line->from, line->to));
}

/* --- the head ------------------------------------------------------------ */

/* The series of the house that is called so, or NULL. */
static const char *
find_series(struct dd_build *build, const char *text)
{
	const struct dd_table *all = &build->options->house->series;

	for (size_t i = 0; i < all->count; i++) {
		const xmlNode *name = dd_house_in_language(
		    all->entries[i].value, "title", build->lang);
		const char *own =
		    name ? dd_node_text(name, build->arena) : NULL;

		if (own && strcmp(own, text) == 0)
			return all->entries[i].key;
	}
	return NULL;
}

static void
write_series(struct dd_build *build, xmlNode *head)
{
	const char *text = copy_line(build, build->outline->series);
	const char *ref = text ? find_series(build, text) : NULL;

	if (!text)
		return;
	if (ref) {
		dd_tree_set(dd_tree_add(head, "series"), "ref", ref);
		drop_line(build, build->outline->series,
		    "the house has the name of the series");
	} else {
		dd_tree_add_text(head, "series", text);
	}
	tell(build, "head/series", build->outline->series,
	    ref ? DD_CERTAIN : DD_LIKELY);
}

static void
write_issued(struct dd_build *build, xmlNode *head)
{
	struct dd_date date = build->lead->issued;
	const char *city = build->outline->city;
	xmlNode *node = dd_tree_add(head, "issued");
	char iso[16];

	if (date.year == 0) {
		date = build->lead->date;
		dd_ledger_ask(build->ledger, "",
		    "the day of issue is not given; the day of the meeting "
		    "stands for it",
		    (struct dd_extent){0, 0});
	} else if (build->outline->issued_by_title) {
		tell(build, "head/issued", build->outline->title, DD_LIKELY);
	} else if (build->outline->dateline) {
		tell(
		    build, "head/issued", build->outline->dateline, DD_CERTAIN);
		drop_line(build, build->outline->dateline,
		    "the date of issue is printed anew");
	}
	dd_date_iso(date, iso);
	dd_tree_set(node, "date", iso);
	dd_tree_set(node, "city", city ? city : build->lead->issued_city);
}

/* All lines of the headline in one. */
static const char *
join_title(struct dd_build *build)
{
	const char *title = NULL;

	for (const struct dd_line *l = build->outline->title; l; l = l->next) {
		const char *line = copy_line(build, l);

		title = title
		    ? dd_arena_printf(build->arena, "%s %s", title, line)
		    : line;
		tell(build, "head/title", l, DD_LIKELY);
	}
	return title;
}

static void
write_issuer(struct dd_build *build, xmlNode *head)
{
	const struct dd_outline *outline = build->outline;
	xmlNode *issuer;

	if (!outline->issuer && !outline->spokesperson)
		return;
	issuer = dd_tree_add(head, "issuer");
	dd_tree_add_text(issuer, "office", copy_line(build, outline->issuer));
	dd_tree_add_text(
	    issuer, "spokesperson", copy_line(build, outline->spokesperson));
	if (outline->issuer)
		tell(build, "head/issuer/office", outline->issuer, DD_LIKELY);
	if (outline->spokesperson)
		tell(build, "head/issuer/spokesperson", outline->spokesperson,
		    DD_CERTAIN);
}

/* The stretch of a contact that a pattern finds, or NULL. */
static const char *
take_contact(
    struct dd_build *build, const struct dd_line *line, const char *pattern)
{
	struct dd_extent match, it;
	const char *text = copy_line(build, line);

	return dd_find(build->finder, pattern, text, strlen(text), 0, &match) &&
		dd_find_group(build->finder, pattern, "it", &it)
	    ? dd_arena_ndup(build->arena, text + it.from, it.to - it.from)
	    : NULL;
}

/* "Contact: Rena Holt, +81-3-0000-0000, press@ministry.example" */
static void
write_contact(struct dd_build *build, const struct dd_line *line, xmlNode *head)
{
	static const char name[] =
	    "(?i)^(?:(?:press |media )?contacts?|phone|tel|e-?mail)?\\W*"
	    "(?-i:(?<it>\\p{L}[^+@]*?))[,;: "
	    "–-]*(?:(?i:phone|tel|mobile|e-?mail)"
	    "\\W*)?(?:\\+\\d|[\\w.+-]+@)";
	xmlNode *contact = dd_tree_add(head, "contact");

	dd_tree_add_text(contact, "name", take_contact(build, line, name));
	dd_tree_add_text(contact, "phone",
	    take_contact(build, line, "(?<it>\\+\\d[\\d -]{5,20}\\d)"));
	dd_tree_add_text(contact, "email",
	    take_contact(build, line, "(?<it>" DD_IMPORT_MAIL ")"));
	tell(build, "head/contact", line, DD_LIKELY);
	drop_line(build, line, "the labels of a contact are printed anew");
}

static void
write_head(struct dd_build *build)
{
	const struct dd_outline *outline = build->outline;
	xmlNode *head = dd_tree_add(build->root, "head");

	if (outline->title)
		dd_tree_add_text(head, "title", join_title(build));
	write_series(build, head);
	dd_tree_add_text(
	    head, "documentNumber", copy_line(build, outline->number));
	write_issued(build, head);
	write_issuer(build, head);
	for (const struct dd_line *c = outline->contacts; c; c = c->next)
		write_contact(build, c, head);
	if (outline->translation) {
		xmlNode *mark = dd_tree_add(head, "translation");
		const char *words = outline->translation->block->text;

		dd_tree_set(
		    mark, "of", strcmp(build->lang, "ja") == 0 ? "en" : "ja");
		dd_tree_set(mark, "standing",
		    strcasestr(words, "unofficial") ? "unofficial"
						    : "provisional");
		tell(
		    build, "head/translation", outline->translation, DD_LIKELY);
		drop_line(build, outline->translation,
		    "the mark of a translation is printed anew");
	}
	drop_line(build, outline->back,
	    "the link back to the series is printed anew");
}

/* --- photos -------------------------------------------------------------- */

/* "(Photo: Press Office)" at the end of a caption, or on a line of its own.
 * Returns where it begins; the length of the line where there is none. */
static size_t
find_credit(struct dd_build *build, const struct dd_line *line,
    struct dd_extent *ret_words)
{
	static const char credit[] =
	    "(?i)\\s*(?|[(\\[](?:photo(?:graph)?s?|credit|photo credit|photo "
	    "by)\\s*(?::|by|courtesy of)\\s*(?<credit>[^)\\]]+)[)\\]]"
	    "|（(?:写真)?(?:提供|撮影)：\\s*(?<credit>[^）]+)）)$";
	const char *text = copy_line(build, line);
	struct dd_extent match;

	if (!dd_find(build->finder, credit, text, strlen(text), 0, &match))
		return strlen(text);
	dd_find_group(build->finder, credit, "credit", ret_words);
	return match.from;
}

static void
write_credit(struct dd_build *build, const struct dd_line *line, size_t from,
    struct dd_extent words, xmlNode *photo)
{
	const char *text = copy_line(build, line);

	dd_ledger_drop(build->ledger,
	    dd_arena_ndup(build->arena, text + from, words.from - from),
	    "the label of a credit is printed anew",
	    dd_block_extent(
		line->block, line->from + from, line->from + words.from));
	dd_tree_add_text(photo, "credit",
	    dd_arena_ndup(
		build->arena, text + words.from, words.to - words.from));
}

/* Writes one photo; returns the line behind it. */
static const struct dd_line *
write_photo(struct dd_build *build, const struct dd_line *line)
{
	struct dd_extent words = {0, 0};
	const char *text = copy_line(build, line);
	size_t end = find_credit(build, line, &words);
	xmlNode *photo = dd_tree_add(build->root, "photo");

	dd_tree_set(photo, "src", line->block->src);
	dd_tree_text(
	    dd_tree_add(photo, "caption"), text, end > 0 ? end : strlen(text));
	dd_tree_add_text(photo, "alt", line->block->alt);
	tell(build, "photo/caption", line, DD_LIKELY);
	if (end > 0 && end < strlen(text)) {
		write_credit(build, line, end, words, photo);
	} else if (line->next && !line->next->block->src &&
	    find_credit(build, line->next, &words) == 0) {
		write_credit(build, line->next, 0, words, photo);
		return line->next->next;
	} else {
		dd_tree_add_text(
		    photo, "credit", copy_line(build, line->credit));
	}
	return line->next;
}

/* --- the glossary -------------------------------------------------------- */

/* In the order in which they are explained. */
static void
write_glossary(struct dd_build *build)
{
	xmlNode *glossary = NULL;

	for (const struct dd_found_term *t = build->talk.terms; t;
	     t = t->next) {
		xmlNode *entry;

		if (t->used_by_house)
			continue;
		entry = xmlNewNode(build->root->ns, (const xmlChar *)"entry");
		if (!glossary)
			glossary = dd_tree_add(build->root, "glossary");
		dd_tree_set(entry, "id", t->id);
		dd_tree_add_text(entry, "short", t->shorter);
		dd_tree_add_text(entry, "expansion", t->expansion);
		if (glossary->children)
			xmlAddPrevSibling(glossary->children, entry);
		else
			xmlAddChild(glossary, entry);
	}
}

/* --- other editions -------------------------------------------------------- */

static void
write_related(struct dd_build *build)
{
	for (const struct dd_edition_link *l = build->outline->links; l;
	     l = l->next) {
		xmlNode *node =
		    dd_tree_add_text(build->root, "related", l->text);

		dd_tree_set(node, "rel", "translation");
		dd_tree_set(node, "href", l->href);
		xmlNodeSetLang(node, (const xmlChar *)l->lang);
	}
}

/* --- all of it ----------------------------------------------------------- */

static void
write_lead(struct dd_build *build)
{
	const struct dd_line *line = build->outline->lead;
	struct dd_lead *lead = build->lead;

	if (!dd_document_has_more(build))
		return;
	/* A clock that could not be placed stands in no fact. */
	if (lead->reader->is_whole(lead) && !lead->asked && !lead->doubted &&
	    (build->when->known || (!lead->start.known && !lead->home.known))) {
		dd_ledger_drop(build->ledger,
		    dd_arena_ndup(build->arena, lead->text, lead->len),
		    "the first paragraph is printed anew from its facts",
		    dd_block_extent(
			line->block, line->to - lead->len, line->to));
		return;
	}
	build->talk.block = line->block;
	build->talk.from = line->to - lead->len;
	dd_body_inline(&build->talk, lead->text, lead->len,
	    dd_tree_add(build->root, "lead"));
}

/* "2023-07-13-jp-kr-en" */
static const char *
make_id(struct dd_build *build)
{
	struct dd_date date = build->lead->date.year != 0 ? build->lead->date
							  : build->lead->issued;
	const char *id = dd_arena_printf(
	    build->arena, "s%04d-%02d-%02d", date.year, date.month, date.day);

	for (const struct dd_found_party *p = build->lead->parties; p;
	     p = p->next)
		id = dd_arena_printf(build->arena, "%s-%s", id, p->id);
	return dd_arena_printf(build->arena, "%s-%s", id, build->lang);
}

static void
begin(struct dd_build *build, xmlDoc *doc)
{
	xmlNode *root =
	    xmlNewDocNode(doc, NULL, (const xmlChar *)"meetingSummary", NULL);
	xmlNs *ns;

	xmlDocSetRootElement(doc, root);
	ns = xmlNewNs(root, (const xmlChar *)DD_NS_SUMMARY, NULL);
	xmlSetNs(root, ns);
	xmlNewNsProp(root, xmlSearchNsByHref(doc, root, XML_XML_NAMESPACE),
	    (const xmlChar *)"lang", (const xmlChar *)build->lang);
	dd_tree_set(root, "id", make_id(build));
	build->root = root;
}

xmlDoc *
dd_document_build(const struct dd_outline *outline, struct dd_lead *lead,
    const struct dd_found_when *when, const struct dd_import_options *options)
{
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	struct dd_build build = {
	    .arena = lead->arena,
	    .finder = lead->finder,
	    .ledger = lead->ledger,
	    .outline = outline,
	    .lead = lead,
	    .when = when,
	    .options = options,
	    .lang = outline->lang,
	    .talk =
		{
		    .arena = lead->arena,
		    .finder = lead->finder,
		    .ledger = lead->ledger,
		    .names = lead->names,
		    .lead = lead,
		    .lang = outline->lang,
		    .date = lead->date,
		    .terms = dd_term_of_house(
			options->house, outline->lang, lead->arena),
		},
	};

	begin(&build, doc);
	write_head(&build);
	dd_document_meeting(&build);
	for (const struct dd_line *c = outline->captions; c;)
		c = write_photo(&build, c);
	write_lead(&build);
	dd_document_body(&build);
	dd_outcome_write(&build.talk, build.root);
	write_glossary(&build);
	dd_reference_write(&build.talk, build.root);
	write_related(&build);
	dd_provenance_add(build.root, options, build.ledger);
	dd_tree_set(build.root, "status",
	    build.ledger->questions.count > 0 ? "draft" : "final");
	return doc;
}
