/* SPDX-License-Identifier: MIT */
/*
 * Rules about the term lists of the house: words with a better one, forbidden
 * words, and words that are written in two forms. One walk over the words of
 * each text finds those of all lists, and each pattern has a walk of its own.
 */
#include "check/rule.h"
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/pattern.h"
#include "base/utf8.h"
#include "check/look.h"
#include "check/term_text.h"
#include "model/house.h"
#include "model/letter.h"
#include "model/term_list.h"
#include "xml/limits.h"

enum {
	SHOWN_MAX = 80, /* bytes of a match in a sentence */
};

/* What one list is for this document. */
struct state {
	bool active;
	enum dd_level levels[DD_ID_COUNT]; /* of its own id alone */
};

/* A form of an entry for consistency where it stands. */
struct use {
	const struct dd_term_word *word;
	const struct dd_prose *prose;
	size_t from, to;
	bool capital;
	struct use *next;
};

struct uses {
	const struct dd_term_entry *entry;
	struct use *first, **end;
};

struct scan {
	struct dd_checker *checker;
	const struct dd_term_lists *lists;
	struct state *states; /* by index of the list */
	struct uses *uses;    /* by index of the entry */
	struct dd_term_text text;
	struct dd_buffer word;
	size_t budget; /* steps that are left, over those for each byte */
};

/* A match: bytes of the scan's text. */
struct match {
	const struct dd_term_entry *entry;
	const struct dd_term_word *word; /* NULL: of a pattern */
	size_t from, to;
};

static enum dd_id
get_id(const struct dd_term_list *list)
{
	static const enum dd_id ids[DD_TERM_KINDS] = {DD_ID_TERM_SUBSTITUTION,
	    DD_ID_TERM_FORBIDDEN_WORD, DD_ID_TERM_CONSISTENCY};

	return ids[list->kind];
}

static bool
is_active(const struct scan *scan, const struct dd_term_entry *entry)
{
	return scan->states[entry->list->index].active;
}

/* --- reporting ----------------------------------------------------------- */

/* The findings of a list have its level. */
static struct dd_diagnostic *
report(struct scan *scan, const struct dd_term_entry *entry,
    const struct dd_prose *prose, size_t from, size_t to, const char *message)
{
	struct dd_sink *sink = scan->checker->sink;
	const enum dd_level *levels = sink->levels;
	struct dd_diagnostic *found;

	sink->levels = scan->states[entry->list->index].levels;
	found = dd_check_report(scan->checker, get_id(entry->list), prose, from,
	    to, "%s", entry->message ? entry->message : message);
	sink->levels = levels;
	found->safe = entry->safe;
	return found;
}

static struct dd_diagnostic *
report_match(struct scan *scan, const struct match *match, const char *message)
{
	return report(scan, match->entry, scan->text.prose,
	    dd_term_text_from(&scan->text, match->from),
	    dd_term_text_to(&scan->text, match->to), message);
}

/* The words of a match, as the arguments of `%.*s`. */
#define SHOW(scan, match)                                                      \
	(int)dd_utf8_cut((scan)->text.text + (match)->from,                    \
	    (match)->to - (match)->from, SHOWN_MAX),                           \
	    (scan)->text.text + (match)->from

/* --- substitutions ------------------------------------------------------- */

static bool
begins_with_capital(const char *text, size_t len)
{
	uint32_t cp;

	return dd_utf8_decode(text, text + len, &cp) > 0 &&
	    dd_letter_is_upper(cp);
}

/* The same with a capital in front, where that is a letter. */
static const char *
capitalise(struct dd_arena *arena, const char *text)
{
	struct dd_buffer out;
	const char *result;
	uint32_t cp = 0;
	size_t size = dd_utf8_decode(text, text + strlen(text), &cp);

	if (size == 0 || !dd_letter_is_lower(cp))
		return text;
	dd_buffer_init(&out, 0);
	dd_buffer_put_utf8(&out, dd_letter_upper(cp));
	dd_buffer_puts(&out, text + size);
	result = dd_arena_ndup(arena, out.data, out.len);
	dd_buffer_release(&out);
	return result;
}

static const char *
expand(struct scan *scan, const struct dd_term_entry *entry)
{
	struct dd_buffer out;
	const char *result;

	if (!entry->pattern)
		return entry->replace;
	dd_buffer_init(&out, 0);
	dd_pattern_expand(
	    entry->pattern, scan->text.text, entry->replace, &out);
	result = dd_arena_ndup(
	    &scan->checker->arena, out.len > 0 ? out.data : "", out.len);
	dd_buffer_release(&out);
	return result;
}

/* True where the better words stand around the match already: "Korea" in "the
 * Republic of Korea". */
static bool
stands_around(
    const struct scan *scan, const struct match *match, const char *better)
{
	size_t len = match->to - match->from, size = strlen(better);

	for (size_t i = 0; i + len <= size; i++)
		if (match->from >= i &&
		    match->from - i + size <= scan->text.len &&
		    dd_ascii_equal_n(
			better + i, scan->text.text + match->from, len) &&
		    memcmp(scan->text.text + match->from - i, better, size) ==
			0)
			return true;
	return false;
}

/* A capital stays where it may be that of a sentence, not of the word itself. */
static bool
keeps_capital(const struct scan *scan, const struct match *match)
{
	const char *own = match->word ? match->word->text : NULL;

	return begins_with_capital(
		   scan->text.text + match->from, match->to - match->from) &&
	    (dd_term_text_begins(&scan->text, match->from) ||
		(own && !begins_with_capital(own, strlen(own))));
}

/* What stands in its place; NULL where it stands there already. */
static const char *
find_better(struct scan *scan, const struct match *match)
{
	const char *better = expand(scan, match->entry);

	if (keeps_capital(scan, match))
		better = capitalise(&scan->checker->arena, better);
	return stands_around(scan, match, better) ? NULL : better;
}

static void
report_substitution(struct scan *scan, const struct match *match)
{
	const char *better = find_better(scan, match);
	struct dd_diagnostic *found;

	if (!better)
		return;
	found = report_match(scan, match,
	    dd_check_say(scan->checker,
		"The list `%s` has `%.*s` for `%.*s`; write that.",
		match->entry->list->id, DD_UTF8_SHOW(better, SHOWN_MAX),
		SHOW(scan, match)));
	dd_check_mend(scan->checker, found, scan->text.prose,
	    dd_term_text_from(&scan->text, match->from),
	    dd_term_text_to(&scan->text, match->to), better);
}

/* --- consistency --------------------------------------------------------- */

/* A capital at the start of a sentence says nothing of a form that is told from
 * others by its capital. */
static void
note_use(struct scan *scan, const struct match *match)
{
	struct uses *uses = &scan->uses[match->entry->index];
	struct use *use;

	if (match->entry->exact &&
	    dd_term_text_begins(&scan->text, match->from))
		return;
	use = dd_arena_alloc(&scan->checker->arena, sizeof *use);
	*use = (struct use){
	    .word = match->word,
	    .prose = scan->text.prose,
	    .from = dd_term_text_from(&scan->text, match->from),
	    .to = dd_term_text_to(&scan->text, match->to),
	    .capital = begins_with_capital(
		scan->text.text + match->from, match->to - match->from),
	};
	if (!uses->first) {
		uses->entry = match->entry;
		uses->end = &uses->first;
	}
	*uses->end = use;
	uses->end = &use->next;
}

/* The first use of the form that is used most, of those used alike often the
 * one that comes first: the fewest places change. */
static const struct use *
find_kept(struct dd_checker *checker, const struct uses *uses)
{
	size_t *counts = dd_arena_alloc(
	    &checker->arena, uses->entry->forms * sizeof *counts);
	const struct use *kept = uses->first;

	for (const struct use *u = uses->first; u; u = u->next)
		counts[u->word->form]++;
	for (const struct use *u = uses->first; u; u = u->next)
		if (counts[u->word->form] > counts[kept->word->form])
			kept = u;
	return kept;
}

static void
report_form(struct scan *scan, const struct dd_term_entry *entry,
    const struct use *use, const struct use *kept)
{
	struct dd_arena *arena = &scan->checker->arena;
	const char *better = kept->word->text;
	struct dd_diagnostic *found = report(scan, entry, use->prose, use->from,
	    use->to,
	    dd_check_say(scan->checker,
		"`%.*s` is written `%.*s` elsewhere in this document, and the "
		"list `%s` asks for one form.",
		DD_UTF8_SHOW(use->word->text, SHOWN_MAX),
		DD_UTF8_SHOW(better, SHOWN_MAX), entry->list->id));

	dd_check_relate(scan->checker, found, kept->prose, kept->from, kept->to,
	    "the other form");
	dd_check_mend(scan->checker, found, use->prose, use->from, use->to,
	    use->capital && !entry->exact ? capitalise(arena, better) : better);
}

static void
report_uses(struct scan *scan, const struct uses *uses)
{
	const struct use *kept = find_kept(scan->checker, uses);

	for (const struct use *u = uses->first; u; u = u->next)
		if (u->word->form != kept->word->form)
			report_form(scan, uses->entry, u, kept);
}

/* --- finding ------------------------------------------------------------- */

static void
take_match(struct scan *scan, const struct match *match)
{
	if (!dd_term_text_is_own(&scan->text, match->from))
		return;
	switch (match->entry->list->kind) {
	case DD_TERM_SUBSTITUTION:
		report_substitution(scan, match);
		return;
	case DD_TERM_CONSISTENCY:
		note_use(scan, match);
		return;
	default:
		report_match(scan, match,
		    dd_check_say(scan->checker,
			"The list `%s` forbids `%.*s`; say it in other words.",
			match->entry->list->id, SHOW(scan, match)));
	}
}

/* The longest of the words that begin at byte `at`, of those alike long the
 * first of the house file; entry NULL: none. */
static struct match
find_word(const struct scan *scan, size_t at)
{
	const struct dd_term_text *text = &scan->text;
	struct match best = {.from = at, .to = at};

	for (const struct dd_term_word *w =
		 dd_term_first_word(scan->lists, &scan->word);
	     w; w = w->next) {
		size_t len = is_active(scan, w->entry)
		    ? dd_term_measure(w, text->text + at, text->len - at)
		    : 0;

		if (at + len > best.to) {
			best.entry = w->entry;
			best.word = w;
			best.to = at + len;
		}
	}
	return best;
}

static bool
may_begin_word(char c)
{
	return c & 0x80 || dd_ascii_is_letter(c) || dd_ascii_is_digit(c);
}

static void
scan_words(struct scan *scan)
{
	const struct dd_term_text *text = &scan->text;
	size_t at = 0;

	while (at < text->len) {
		struct match match = {.to = at};
		size_t len =
		    dd_term_pass(scan->lists, text->text + at, text->len - at);

		if (len == 0 && may_begin_word(text->text[at])) {
			len = dd_term_word(
			    text->text + at, text->len - at, &scan->word);
			if (len > 0)
				match = find_word(scan, at);
		}
		if (match.entry && dd_term_text_is_joined(text, at))
			match = (struct match){.to = at};
		if (match.entry)
			take_match(scan, &match);
		at = match.to > at ? match.to : at + (len > 0 ? len : 1);
	}
}

static void
fail(struct scan *scan, const struct dd_term_list *list)
{
	scan->checker->failure = dd_error_set(scan->checker->error, DD_E_ENGINE,
	    "A pattern of the term list `%s` takes too long on this "
	    "document; write it more simply.",
	    list->id);
}

static void
scan_pattern(struct scan *scan, const struct dd_term_entry *entry)
{
	const struct dd_term_text *text = &scan->text;
	struct match match = {.entry = entry};
	size_t left = text->len * DD_LIMIT_PATTERN_BYTE + scan->budget;
	int found = 1;

	while (found > 0 && match.to < text->len) {
		found = dd_pattern_find(entry->pattern, text->text, text->len,
		    match.to, &left, &match.from, &match.to);
		if (found > 0)
			take_match(scan, &match);
	}
	if (left < scan->budget)
		scan->budget = left;
	if (found < 0)
		fail(scan, entry->list);
}

static void
scan_text(struct scan *scan, const struct dd_prose *prose)
{
	dd_term_text_read(&scan->text, prose);
	if (scan->lists->words.count > 0)
		scan_words(scan);
	for (const struct dd_term_entry *e = scan->lists->patterns;
	     e && scan->checker->failure == 0; e = e->next_pattern)
		if (is_active(scan, e))
			scan_pattern(scan, e);
}

/* --- lists of a document ------------------------------------------------- */

static void
read_state(struct dd_checker *checker, const struct dd_term_list *list,
    struct state *state)
{
	enum dd_id id = get_id(list);
	enum dd_level own = list->level < 0
	    ? dd_catalog(id)->stages[checker->input->options->stage]
	    : (enum dd_level)list->level;

	state->levels[id] = dd_check_own_level(checker->input, id, own);
	state->active = state->levels[id] != DD_OFF &&
	    (!list->lang || dd_look_speaks(checker, list->lang));
}

static bool
is_sought(const struct dd_prose *prose)
{
	return prose->kind == DD_PROSE_TITLE || dd_look_is_own(prose);
}

static void
check_term_lists(struct dd_checker *checker)
{
	const struct dd_house *house = checker->summary->house;
	struct scan scan = {.checker = checker, .budget = DD_LIMIT_TERMS};

	if (!house || !house->lists)
		return;
	scan.lists = house->lists;
	scan.states = dd_arena_alloc(
	    &checker->arena, scan.lists->list_count * sizeof *scan.states);
	scan.uses = dd_arena_alloc(
	    &checker->arena, scan.lists->entry_count * sizeof *scan.uses);
	for (const struct dd_term_list *l = scan.lists->lists; l; l = l->next)
		read_state(checker, l, &scan.states[l->index]);
	dd_buffer_init(&scan.word, 0);
	for (const struct dd_prose *p = checker->prose;
	     p && checker->failure == 0; p = p->next)
		if (is_sought(p))
			scan_text(&scan, p);
	for (size_t i = 0; i < scan.lists->entry_count; i++)
		if (scan.uses[i].first)
			report_uses(&scan, &scan.uses[i]);
	dd_buffer_release(&scan.word);
	dd_term_text_release(&scan.text);
}

const struct dd_rule dd_rules_term_list[] = {
    {.ids = DD_IDS(DD_ID_TERM_CONSISTENCY, DD_ID_TERM_FORBIDDEN_WORD,
	 DD_ID_TERM_SUBSTITUTION),
	.document = check_term_lists},
    {0},
};
