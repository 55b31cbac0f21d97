/* SPDX-License-Identifier: MIT */
/*
 * Rules about the terms of the house and of the document: forms that must not
 * be used, capitals, the time in which a term counts, quotes around slogans,
 * and entries that nobody uses. All forms are sought in one walk: a table
 * leads from the first bytes of a form to those that begin so.
 */
#include "check/rule.h"
#include <string.h>
#include "base/ascii.h"
#include "model/house.h"

enum { KEY = 2 }; /* bytes by which forms are sought */

struct entry {
	const xmlNode *node;   /* of the house or of the glossary */
	const char *expansion; /* of the form in the document's language */
	const char *shorter;   /* or NULL */
	bool slogan;
	bool used;
	bool quoted;		       /* a slogan stands in quotes somewhere */
	const xmlNode *marked;	       /* where it does */
	struct bare *bare, **bare_end; /* slogans without quotes */
	struct entry *next;
};

/* A slogan that stands without its quotes. */
struct bare {
	const struct dd_prose *prose;
	size_t from, to;
	struct bare *next;
};

struct form {
	const char *text;
	bool forbidden;
	struct entry *entry;
	struct form *next; /* of the same first bytes */
};

/* A form where it stands; form NULL: none. */
struct match {
	const struct form *form;
	size_t from, to;
	bool exact; /* but for line breaks */
};

struct glossary {
	struct dd_checker *checker;
	struct dd_table forms; /* first bytes, in small letters -> form */
	struct dd_table by_id;
	struct entry *first, **end;
};

/* --- the table ----------------------------------------------------------- */

static const char *
make_key(const char *text, char key[KEY + 1])
{
	size_t i = 0;

	for (; i < KEY && text[i]; i++)
		key[i] = dd_ascii_lower(text[i]);
	key[i] = '\0';
	return key;
}

/* Forms below the size of a key would be sought in vain. */
static void
add_form(
    struct glossary *g, struct entry *entry, const char *text, bool forbidden)
{
	struct dd_arena *arena = &g->checker->arena;
	struct form *form, *head;
	char key[KEY + 1];

	if (!text || strlen(text) < KEY)
		return;
	form = dd_arena_alloc(arena, sizeof *form);
	*form =
	    (struct form){.text = text, .forbidden = forbidden, .entry = entry};
	head = dd_table_find(&g->forms, make_key(text, key));
	if (head) {
		form->next = head->next;
		head->next = form;
	} else {
		dd_table_add(&g->forms, dd_arena_dup(arena, key), form);
	}
}

static struct entry *
add_entry(struct glossary *g, const xmlNode *node)
{
	struct entry *entry = dd_arena_alloc(&g->checker->arena, sizeof *entry);
	const char *id = dd_node_value(node, "id");

	entry->node = node;
	entry->slogan = dd_node_flag(node, "slogan");
	entry->bare_end = &entry->bare;
	*g->end = entry;
	g->end = &entry->next;
	if (id)
		dd_table_add(&g->by_id, id, entry);
	return entry;
}

static void
add_house_term(struct glossary *g, const xmlNode *term)
{
	const xmlNode *form =
	    dd_house_in_language(term, "form", g->checker->summary->lang);
	struct entry *entry;

	if (!form)
		return;
	entry = add_entry(g, term);
	entry->expansion = dd_node_value(form, "expansion");
	entry->shorter = dd_node_value(form, "short");
	add_form(g, entry, entry->expansion, false);
	for (const xmlNode *n = dd_node_child(form, "forbidden"); n;
	     n = dd_node_next(n, "forbidden"))
		add_form(g, entry, dd_node_text(n, &g->checker->arena), true);
}

/* The document's own entries come first: they count where an id is of both. */
static void
add_terms(struct glossary *g)
{
	const struct dd_summary *summary = g->checker->summary;
	const xmlNode *own = dd_node_child(summary->root, "glossary");

	for (const xmlNode *n = dd_node_child(own, "entry"); n;
	     n = dd_node_next(n, "entry")) {
		struct entry *entry = add_entry(g, n);

		entry->expansion =
		    dd_node_child_text(n, "expansion", &g->checker->arena);
		entry->shorter =
		    dd_node_child_text(n, "short", &g->checker->arena);
		add_form(g, entry, entry->expansion, false);
		add_form(g, entry, entry->shorter, false);
	}
	if (!summary->house || !summary->lang)
		return;
	for (const xmlNode *n = dd_house_first(summary->house, "term"); n;
	     n = dd_node_next(n, "term"))
		add_house_term(g, n);
}

/* --- the time in which a term counts ------------------------------------- */

static bool
is_outside(struct dd_checker *checker, const struct entry *entry,
    const char **ret_from, const char **ret_to)
{
	const struct dd_summary *summary = checker->summary;
	struct dd_date day =
	    summary->start.node ? summary->start.date : summary->issued;
	struct dd_date from, to;

	*ret_from = dd_node_value(entry->node, "from");
	*ret_to = dd_node_value(entry->node, "to");
	return day.year != 0 &&
	    ((*ret_from && dd_date_parse(*ret_from, &from) &&
		 dd_date_compare(day, from) < 0) ||
		(*ret_to && dd_date_parse(*ret_to, &to) &&
		    dd_date_compare(day, to) > 0));
}

static void
check_validity(struct dd_checker *checker, const struct entry *entry,
    struct dd_range range)
{
	const char *from, *to;

	if (!is_outside(checker, entry, &from, &to))
		return;
	dd_report(checker->sink, DD_ID_TERM_VALIDITY, range,
	    "The house file has `%s` %s%s%s%s, which the meeting is not in; "
	    "use the term of its time.",
	    entry->expansion ? entry->expansion
			     : dd_node_value(entry->node, "id"),
	    from ? "from " : "", from ? from : "",
	    to ? (from ? " to " : "to ") : "", to ? to : "");
}

/* --- slogans ------------------------------------------------------------- */

static bool
is_quoted(const struct dd_prose *prose, size_t from)
{
	static const char *const marks[] = {
	    "“", "‘", "\"", "'", "«", "« ", "「", "『", "„", "«\xc2\xa0"};
	const struct dd_prose_run *run = dd_prose_run_at(prose, from);

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t len = strlen(marks[i]);

		if (from >= len &&
		    memcmp(prose->text + from - len, marks[i], len) == 0)
			return true;
	}
	return dd_node_is(run->element, "term") ||
	    dd_node_is(run->element, "quote");
}

static void
note_slogan(struct glossary *g, struct entry *entry,
    const struct dd_prose *prose, size_t from, size_t to)
{
	struct bare *bare;

	if (is_quoted(prose, from)) {
		entry->quoted = true;
		entry->marked = entry->marked ? entry->marked : prose->node;
		return;
	}
	bare = dd_arena_alloc(&g->checker->arena, sizeof *bare);
	*bare = (struct bare){.prose = prose, .from = from, .to = to};
	*entry->bare_end = bare;
	entry->bare_end = &bare->next;
}

static void
report_bare(struct dd_checker *checker, const struct entry *entry)
{
	for (const struct bare *b = entry->quoted ? entry->bare : NULL; b;
	     b = b->next) {
		struct dd_diagnostic *finding = dd_check_report(checker,
		    DD_ID_TERM_SLOGAN_QUOTES, b->prose, b->from, b->to,
		    "The slogan `%.*s` stands without quotation marks here and "
		    "with them elsewhere; write <term ref=\"%s\"/>.",
		    (int)(b->to - b->from), b->prose->text + b->from,
		    dd_node_value(entry->node, "id"));

		dd_report_related(checker->sink, finding,
		    dd_locate_name(checker->tree, entry->marked),
		    "with quotation marks here");
	}
}

/* --- forms in texts ------------------------------------------------------ */

static bool
is_name_kind(const struct dd_prose *prose)
{
	return prose->kind == DD_PROSE_TITLE ||
	    prose->kind == DD_PROSE_OUTCOME ||
	    prose->kind == DD_PROSE_REFERENCE || prose->kind == DD_PROSE_LINK ||
	    prose->kind == DD_PROSE_EXPANSION || prose->kind == DD_PROSE_SERIES;
}

static bool
stands_alone(const struct dd_prose *prose, size_t from, size_t to)
{
	const char *text = prose->text;

	return !(from > 0 && dd_ascii_is_letter(text[from]) &&
		   dd_ascii_is_letter(text[from - 1])) &&
	    !(dd_ascii_is_letter(text[to - 1]) && dd_ascii_is_letter(text[to]));
}

/* Bytes of a text that are a form, over line breaks and whatever its capitals;
 * 0 where it is another. */
static size_t
measure_form(const char *text, const char *form, bool *ret_exact)
{
	size_t at = 0;

	*ret_exact = true;
	for (; *form; form++) {
		size_t blank = strspn(text + at, DD_ASCII_SPACES);

		if (*form == ' ' && blank > 0) {
			at += blank;
			continue;
		}
		if (dd_ascii_lower(text[at]) != dd_ascii_lower(*form))
			return 0;
		*ret_exact = *ret_exact && text[at] == *form;
		at++;
	}
	return at;
}

/* At least two words begin with capitals: a name, whose capitals count. */
static bool
is_name(const char *text)
{
	size_t words = 0;

	for (size_t i = 0; text[i]; i++)
		if (text[i] >= 'A' && text[i] <= 'Z' &&
		    (i == 0 || text[i - 1] == ' '))
			words++;
	return words >= 2;
}

/* Not all in capitals, as in a title. */
static bool
has_small(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (text[i] >= 'a' && text[i] <= 'z')
			return true;
	return false;
}

static void
note_preferred(
    struct glossary *g, const struct dd_prose *prose, struct match match)
{
	struct entry *entry = match.form->entry;
	const char *form = match.form->text;

	entry->used = entry->used || prose->kind != DD_PROSE_EXPANSION;
	if (is_name_kind(prose))
		return;
	if (!match.exact && is_name(form) &&
	    has_small(prose->text + match.from, match.to - match.from))
		dd_check_report(g->checker, DD_ID_TERM_CASE, prose, match.from,
		    match.to,
		    "The term is written `%s`, but these are other capitals.",
		    form);
	if (!match.exact)
		return;
	if (entry->slogan || is_name(form))
		check_validity(g->checker, entry,
		    dd_prose_locate(
			g->checker->tree, prose, match.from, match.to));
	if (entry->slogan && dd_prose_is_sentence(prose))
		note_slogan(g, entry, prose, match.from, match.to);
}

/* The longest form that stands there; a forbidden one only as it is spelt. */
static struct match
find_form(struct glossary *g, const struct dd_prose *prose, size_t at)
{
	struct match best = {0};
	char key[KEY + 1];

	for (const struct form *form =
		 dd_table_find(&g->forms, make_key(prose->text + at, key));
	     form; form = form->next) {
		struct match match = {.form = form, .from = at};
		size_t len =
		    measure_form(prose->text + at, form->text, &match.exact);

		match.to = at + len;
		if (match.to > best.to && stands_alone(prose, at, match.to) &&
		    len > 0 && (match.exact || !form->forbidden))
			best = match;
	}
	return best;
}

static void
report_forbidden(
    struct glossary *g, const struct dd_prose *prose, struct match match)
{
	const struct entry *entry = match.form->entry;
	bool is_short = entry->shorter && !strchr(match.form->text, ' ');

	if (!dd_prose_run_at(prose, match.from)->foreign)
		dd_check_report(g->checker, DD_ID_TERM_FORBIDDEN, prose,
		    match.from, match.to,
		    "The house does not write `%s`, but `%s`.",
		    match.form->text,
		    is_short ? entry->shorter : entry->expansion);
}

static void
scan_text(struct glossary *g, const struct dd_prose *prose)
{
	for (size_t at = 0; at < prose->len; at++) {
		struct match match = find_form(g, prose, at);

		if (!match.form)
			continue;
		if (match.form->forbidden)
			report_forbidden(g, prose, match);
		else
			note_preferred(g, prose, match);
		at = match.to - 1;
	}
}

static void
scan_terms(struct glossary *g, const struct dd_prose *prose)
{
	const xmlNode *last = NULL;

	for (size_t i = 0; i < prose->run_count; i++) {
		const xmlNode *node = prose->runs[i].element;
		struct entry *entry = dd_node_is(node, "term")
		    ? dd_table_find(&g->by_id, dd_node_value(node, "ref"))
		    : NULL;

		if (!entry || node == last)
			continue;
		last = node;
		entry->used = true;
		entry->quoted = true;
		entry->marked = entry->marked ? entry->marked : node;
		if (!prose->runs[i].node)
			check_validity(g->checker, entry,
			    dd_locate_value(
				g->checker->tree, dd_node_attr(node, "ref")));
	}
}

static void
report_entries(struct glossary *g)
{
	for (const struct entry *e = g->first; e; e = e->next) {
		const xmlAttr *id = dd_node_attr(e->node, "id");

		report_bare(g->checker, e);
		if (!e->used && id && dd_node_is(e->node, "entry"))
			dd_report(g->checker->sink, DD_ID_TERM_UNUSED,
			    dd_locate_value(g->checker->tree, id),
			    "Nothing in this document uses the term `%s`; "
			    "remove it, or use it.",
			    dd_node_value(e->node, "id"));
	}
}

static void
check_glossary(struct dd_checker *checker)
{
	struct glossary g = {.checker = checker};

	g.end = &g.first;
	dd_table_init(&g.forms);
	dd_table_init(&g.by_id);
	add_terms(&g);
	for (const struct dd_prose *p = checker->prose; p; p = p->next) {
		scan_terms(&g, p);
		if (g.forms.count > 0)
			scan_text(&g, p);
	}
	report_entries(&g);
	dd_table_release(&g.forms);
	dd_table_release(&g.by_id);
}

const struct dd_rule dd_rules_glossary[] = {
    {.document = check_glossary},
    {0},
};
