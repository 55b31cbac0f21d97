/* SPDX-License-Identifier: MIT */
/*
 * Rules about the terms of the house and of the document: forms that must not
 * be used, capitals, the time in which a term counts, quotes around slogans,
 * and entries that nobody uses. All in one walk.
 */
#include "check/glossary.h"
#include <string.h>
#include "base/ascii.h"

/* --- the time in which a term counts ------------------------------------- */

static bool
is_outside(struct dd_checker *checker, const struct dd_entry *entry,
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

static const char *
say_period(struct dd_checker *checker, const char *from, const char *to)
{
	return from && to ? dd_check_say(checker, "from %s to %s", from, to)
	    : from	  ? dd_check_say(checker, "from %s", from)
			  : dd_check_say(checker, "to %s", to);
}

static void
check_validity(struct dd_checker *checker, const struct dd_entry *entry,
    struct dd_range range)
{
	const char *from, *to;

	if (!is_outside(checker, entry, &from, &to))
		return;
	dd_report(checker->sink, DD_ID_TERM_VALIDITY, range,
	    "The house file has `%s` only %s, and the meeting was not then; "
	    "use "
	    "the term of its day.",
	    entry->expansion ? entry->expansion
			     : dd_node_value(entry->node, "id"),
	    say_period(checker, from, to));
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
note_slogan(struct dd_glossary *g, struct dd_entry *entry,
    const struct dd_prose *prose, size_t from, size_t to)
{
	struct dd_bare *bare;

	if (is_quoted(prose, from)) {
		entry->quoted = true;
		entry->marked = entry->marked ? entry->marked : prose->node;
		return;
	}
	bare = dd_arena_alloc(&g->checker->arena, sizeof *bare);
	*bare = (struct dd_bare){.prose = prose, .from = from, .to = to};
	*entry->bare_end = bare;
	entry->bare_end = &bare->next;
}

static void
report_bare(struct dd_checker *checker, const struct dd_entry *entry)
{
	for (const struct dd_bare *b = entry->quoted ? entry->bare : NULL; b;
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

/* Only the letters that differ change: lines may break between the words. */
static void
report_case(struct dd_checker *checker, const struct dd_prose *prose,
    struct dd_match match)
{
	const char *form = match.form->text, *text = prose->text;
	struct dd_diagnostic *found = dd_check_report(checker, DD_ID_TERM_CASE,
	    prose, match.from, match.to,
	    "`%.*s` is the name `%s` in other capitals; write it as the name "
	    "is.",
	    (int)(match.to - match.from), prose->text + match.from, form);

	for (size_t at = match.from; at < match.to; form++) {
		size_t blank = strspn(text + at, DD_ASCII_SPACES);

		if (*form != ' ' && *form != text[at])
			dd_check_mend(checker, found, prose, at, at + 1,
			    (char[]){*form, '\0'});
		at += *form == ' ' && blank > 0 ? blank : 1;
	}
}

static void
note_preferred(
    struct dd_glossary *g, const struct dd_prose *prose, struct dd_match match)
{
	struct dd_entry *entry = match.form->entry;
	const char *form = match.form->text;

	entry->used = entry->used || prose->kind != DD_PROSE_EXPANSION;
	if (is_name_kind(prose))
		return;
	if (!match.exact && is_name(form) &&
	    has_small(prose->text + match.from, match.to - match.from))
		report_case(g->checker, prose, match);
	if (!match.exact)
		return;
	if (entry->slogan || is_name(form))
		check_validity(g->checker, entry,
		    dd_prose_locate(
			g->checker->tree, prose, match.from, match.to));
	if (entry->slogan && dd_prose_is_sentence(prose))
		note_slogan(g, entry, prose, match.from, match.to);
}

static void
report_forbidden(
    struct dd_glossary *g, const struct dd_prose *prose, struct dd_match match)
{
	const struct dd_entry *entry = match.form->entry;
	bool is_short = entry->shorter && !strchr(match.form->text, ' ');
	const char *right = is_short ? entry->shorter : entry->expansion;
	struct dd_diagnostic *found;

	if (dd_prose_run_at(prose, match.from)->foreign)
		return;
	found = dd_check_report(g->checker, DD_ID_TERM_FORBIDDEN, prose,
	    match.from, match.to, "The house file forbids `%s`; write `%s`.",
	    match.form->text, right);
	if (right)
		dd_check_mend(
		    g->checker, found, prose, match.from, match.to, right);
}

static void
scan_text(struct dd_glossary *g, const struct dd_prose *prose)
{
	struct dd_match match;

	for (size_t at = 0; (match = dd_glossary_next(g, prose, at)).form;
	     at = match.to)
		if (match.form->forbidden)
			report_forbidden(g, prose, match);
		else
			note_preferred(g, prose, match);
}

static void
scan_terms(struct dd_glossary *g, const struct dd_prose *prose)
{
	const xmlNode *last = NULL;

	for (size_t i = 0; i < prose->run_count; i++) {
		const xmlNode *node = prose->runs[i].element;
		struct dd_entry *entry = dd_node_is(node, "term")
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
report_entries(struct dd_glossary *g)
{
	for (const struct dd_entry *e = g->first; e; e = e->next) {
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
	struct dd_glossary g;

	dd_glossary_init(&g, checker);
	for (const struct dd_prose *p = checker->prose; p; p = p->next) {
		scan_terms(&g, p);
		if (g.forms.count > 0)
			scan_text(&g, p);
	}
	report_entries(&g);
	dd_glossary_release(&g);
}

const struct dd_rule dd_rules_glossary[] = {
    {.ids = DD_IDS(DD_ID_TERM_CASE, DD_ID_TERM_FORBIDDEN,
	 DD_ID_TERM_SLOGAN_QUOTES, DD_ID_TERM_UNUSED, DD_ID_TERM_VALIDITY),
	.document = check_glossary},
    {0},
};
