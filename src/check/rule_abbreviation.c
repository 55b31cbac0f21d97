/* SPDX-License-Identifier: MIT */
/* Rules about abbreviations: expanded, once, where they are first used. */
#include "check/abbreviation.h"
#include <string.h>
#include "base/ascii.h"

/* A place in a text. */
struct place {
	const struct dd_prose *prose; /* NULL: none */
	size_t from, to;
};

struct abbreviation {
	const char *word;
	struct place used;	    /* first, before any expansion */
	struct place expanded;	    /* first */
	const struct dd_term *term; /* that printed the expansion, or NULL */
	size_t outside;		    /* of `expanded`, as in dd_capitals */
	struct abbreviation *next;  /* in order of appearance */
};

struct scan {
	struct dd_checker *checker;
	struct dd_table words;	/* word -> struct abbreviation */
	struct dd_table known;	/* words that need no expansion */
	bool filled;		/* `known` is */
	struct dd_table listed; /* words of the document's glossary */
	struct dd_table terms;	/* ids whose expansion has been printed */
	struct abbreviation *first, **end;
};

static struct abbreviation *
get_word(struct scan *scan, const char *word)
{
	struct abbreviation *found = dd_table_find(&scan->words, word);

	if (found)
		return found;
	found = dd_arena_alloc(&scan->checker->arena, sizeof *found);
	found->word = word;
	dd_table_add(&scan->words, word, found);
	*scan->end = found;
	scan->end = &found->next;
	return found;
}

/* True for a word that needs no expansion. Those of the house and of the facts
 * are read when one is asked for that not all the world knows. */
static bool
is_known(struct scan *scan, const char *word)
{
	if (dd_capitals_are_common(word))
		return true;
	if (!scan->filled)
		dd_capitals_known(scan->checker, &scan->known);
	scan->filled = true;
	return dd_table_find(&scan->known, word) != NULL;
}

static struct dd_range
locate(const struct scan *scan, struct place place)
{
	return dd_prose_locate(
	    scan->checker->tree, place.prose, place.from, place.to);
}

/* --- expanded twice ------------------------------------------------------ */

/* The bytes before `end`, without the space before the bracket. */
static size_t
find_end_of_words(const struct place *place, size_t outside)
{
	while (outside > 0 && place->prose->text[outside - 1] == ' ')
		outside--;
	return outside;
}

static bool
ends_in(const char *text, size_t len, const char *end, size_t size)
{
	return len >= size && dd_ascii_equal_n(text + len - size, end, size);
}

/* True where both stand behind the same words: some bytes of the last one
 * say enough, since the abbreviation is the same. */
static bool
is_same_expansion(
    const struct abbreviation *word, const struct place *again, size_t outside)
{
	enum { ENOUGH = 6 };
	size_t len = find_end_of_words(again, outside);
	size_t before = find_end_of_words(&word->expanded, word->outside);
	const char *text = again->prose->text;

	if (word->term)
		return ends_in(text, len, DD_PROSE_OBJECT, 3) ||
		    (word->term->expansion &&
			ends_in(text, len, word->term->expansion,
			    strlen(word->term->expansion)));
	return before >= ENOUGH &&
	    ends_in(text, len, word->expanded.prose->text + before - ENOUGH,
		ENOUGH);
}

static void
report_twice(
    struct scan *scan, const struct abbreviation *word, struct place again)
{
	struct dd_diagnostic *finding = dd_report(scan->checker->sink,
	    DD_ID_TERM_EXPANDED_TWICE, locate(scan, again),
	    "`%s` is explained once more here; after the first time the short "
	    "form is enough.",
	    word->word);

	dd_report_related(scan->checker->sink, finding,
	    locate(scan, word->expanded), "explained here first");
}

/* --- used before --------------------------------------------------------- */

static void
report_used_before(struct scan *scan, const struct abbreviation *word)
{
	struct dd_diagnostic *finding;

	if (!word->used.prose || is_known(scan, word->word))
		return;
	finding = dd_report(scan->checker->sink, DD_ID_TERM_USED_BEFORE,
	    locate(scan, word->used),
	    "`%s` is used here, but explained only later; explain it where it "
	    "stands first.",
	    word->word);
	dd_report_related(scan->checker->sink, finding,
	    locate(scan, word->expanded), "explained here");
}

/* --- the scan ------------------------------------------------------------ */

static void
note_expansion(struct scan *scan, struct abbreviation *word, struct place place,
    const struct dd_term *term, size_t outside)
{
	if (!word->expanded.prose) {
		word->expanded = place;
		word->term = term;
		word->outside = outside;
		report_used_before(scan, word);
	} else if (term ? !word->term : outside > 0) {
		if (term || is_same_expansion(word, &place, outside))
			report_twice(scan, word, place);
	}
}

static void
note_typed(struct scan *scan, const struct dd_prose *prose,
    const struct dd_capitals *capitals)
{
	struct abbreviation *word = get_word(scan,
	    dd_arena_ndup(&scan->checker->arena, prose->text + capitals->from,
		capitals->to - capitals->from));
	struct place place = {prose, capitals->from, capitals->to};

	if (capitals->expands)
		note_expansion(scan, word, place, NULL, capitals->outside);
	else if (!word->expanded.prose && !word->used.prose)
		word->used = place;
}

/* An empty <term> prints the expansion where it stands first. */
static void
note_term(struct scan *scan, const struct dd_prose *prose,
    const struct dd_prose_run *run)
{
	const struct dd_term *term =
	    dd_table_find(&scan->checker->summary->term_by_id,
		dd_node_value(run->element, "ref"));
	struct place place = {prose, run->start, run->end};

	if (!term || !term->id || !term->shorter || term->known ||
	    !dd_table_add(&scan->terms, term->id, (void *)term))
		return;
	note_expansion(scan, get_word(scan, term->shorter), place, term, 0);
}

/* Typed words and terms of one text, in order. */
static void
scan_text(struct scan *scan, const struct dd_prose *prose)
{
	struct dd_capitals capitals;
	size_t at = 0, run = 0;
	bool more = true;

	while (more) {
		size_t limit;

		more = dd_capitals_next(prose, at, &capitals);
		limit = more ? capitals.from : prose->len;
		for (;
		     run < prose->run_count && prose->runs[run].start <= limit;
		     run++)
			if (!prose->runs[run].node &&
			    dd_node_is(prose->runs[run].element, "term"))
				note_term(scan, prose, &prose->runs[run]);
		if (more && !dd_prose_run_at(prose, capitals.from)->foreign)
			note_typed(scan, prose, &capitals);
		at = more ? capitals.to : at;
	}
}

static void
report_undefined(struct scan *scan)
{
	for (const struct abbreviation *word = scan->first; word;
	     word = word->next)
		if (word->used.prose && !word->expanded.prose &&
		    !is_known(scan, word->word) &&
		    !dd_table_find(&scan->listed, word->word))
			dd_report(scan->checker->sink, DD_ID_TERM_UNDEFINED,
			    locate(scan, word->used),
			    "`%s` is explained nowhere in this document; write "
			    "the words it stands for first, or a <term> of the "
			    "glossary.",
			    word->word);
}

static void
check_abbreviations(struct dd_checker *checker)
{
	struct scan scan = {.checker = checker};

	dd_table_init(&scan.words);
	dd_table_init(&scan.known);
	dd_table_init(&scan.listed);
	dd_table_init(&scan.terms);
	scan.end = &scan.first;
	dd_capitals_listed(checker, &scan.listed);
	for (const struct dd_prose *p = checker->prose; p; p = p->next)
		if ((dd_prose_is_sentence(p) || p->kind == DD_PROSE_HEADING ||
			p->kind == DD_PROSE_DESCRIPTION) &&
		    !dd_capitals_all(p))
			scan_text(&scan, p);
	report_undefined(&scan);
	dd_table_release(&scan.words);
	dd_table_release(&scan.known);
	dd_table_release(&scan.listed);
	dd_table_release(&scan.terms);
}

const struct dd_rule dd_rules_abbreviation[] = {
    {.ids = DD_IDS(DD_ID_TERM_EXPANDED_TWICE, DD_ID_TERM_UNDEFINED,
	 DD_ID_TERM_USED_BEFORE),
	.document = check_abbreviations},
    {0},
};
