/* SPDX-License-Identifier: MIT */
/* Names, dates and abbreviations in sentences, where they are certain. The words
 * stay as they are. */
#include <string.h>
#include <strings.h>
#include "base/ascii.h"
#include "import/inline_internal.h"
#include "import/tree.h"
#include "language/read_time.h"

enum { FAR = 4000 }; /* bytes */

struct dd_date
dd_inline_date(const struct dd_talk *talk, const struct dd_typed *typed)
{
	struct dd_date date = {typed->year, typed->month, typed->day};

	if (date.year == 0 && talk->date.year != 0) {
		date.year = talk->date.year;
		if (date.month > talk->date.month + 6)
			date.year--;
		else if (date.month + 6 < talk->date.month)
			date.year++;
	}
	return date;
}

static bool
find_date(
    struct dd_talk *talk, const struct dd_typed *typed, struct dd_find *find)
{
	struct dd_date date = dd_inline_date(talk, typed);
	char iso[16];

	if (typed->kind != DD_TYPED_DATE || date.year == 0 || date.day == 0)
		return false;
	dd_date_iso(date, iso);
	*find = (struct dd_find){
	    .at = {typed->at.start, typed->at.end},
	    .element = "date",
	    .attr = "when",
	    .value = dd_arena_dup(talk->arena, iso),
	    .confidence = typed->year != 0 ? DD_CERTAIN : DD_LIKELY,
	};
	return true;
}

/* Where those words stand alone from byte `from` on; NULL: nowhere. */
static const char *
find_words(const char *text, size_t len, size_t from, const char *words)
{
	size_t size = strlen(words);

	for (const char *at = text + from; size > 0 &&
	     (at = memmem(at, (size_t)(text + len - at), words, size)) != NULL;
	     at++)
		if (!dd_ascii_is_letter(at[size]) &&
		    (at == text || !dd_ascii_is_letter(at[-1])))
			return at;
	return NULL;
}

/* The first mention, from byte `from` on, of someone by the short form. */
static bool
find_person(struct dd_talk *talk, const char *text, size_t len, size_t from,
    struct dd_find *find)
{
	bool found = false;

	for (const struct dd_found_party *p = talk->lead->parties; p;
	     p = p->next)
		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next) {
			const char *words = q->reference ? q->reference : "";
			const char *at = find_words(text, len, from, words);
			size_t size = strlen(words);

			if (!at ||
			    (found && (size_t)(at - text) >= find->at.from))
				continue;
			*find = (struct dd_find){
			    .at = {(size_t)(at - text),
				(size_t)(at - text) + size},
			    .element = "person",
			    .attr = "ref",
			    .value = q->id,
			};
			found = true;
		}
	return found;
}

/* The term that is explained so, a new one where nobody has it. */
static const struct dd_found_term *
get_term(struct dd_talk *talk, const char *text, struct dd_extent words,
    struct dd_extent brief)
{
	const char *shorter = dd_arena_ndup(
	    talk->arena, text + brief.from, brief.to - brief.from);
	const char *expansion = dd_arena_ndup(
	    talk->arena, text + words.from, words.to - words.from);
	struct dd_found_term *term;
	char *id;

	for (term = talk->terms; term; term = term->next)
		if (strcmp(term->shorter, shorter) == 0 &&
		    (!term->used_by_house ||
			strcasecmp(term->expansion, expansion) == 0))
			return term;
	id = dd_arena_printf(talk->arena, "t-%s", shorter);
	for (char *at = id; *at; at++)
		*at = dd_ascii_lower(*at);
	term = dd_arena_alloc(talk->arena, sizeof *term);
	*term = (struct dd_found_term){
	    .id = id,
	    .shorter = shorter,
	    .expansion = expansion,
	    .next = talk->terms,
	};
	talk->terms = term;
	return term;
}

/* "Some Great Agency (SGA)"; the term is remembered. */
static bool
find_explained(struct dd_talk *talk, const char *text, size_t len, size_t from,
    struct dd_find *find)
{
	struct dd_extent words, brief;

	/* No sentence explains what stands further away. */
	if (!dd_term_next(text, len - from > FAR ? from + FAR : len, from,
		&words, &brief))
		return false;
	*find = (struct dd_find){
	    .at = {words.from < brief.from ? words.from : brief.from,
		(words.to > brief.to ? words.to : brief.to) + 1},
	    .element = "term",
	    .attr = "ref",
	    .value = get_term(talk, text, words, brief)->id,
	};
	return true;
}

/* The first use of an abbreviation that was explained before. */
static bool
find_abbreviation(struct dd_talk *talk, const char *text, size_t len,
    size_t from, struct dd_find *find)
{
	bool found = false;

	for (struct dd_found_term *t = talk->terms; t; t = t->next) {
		/* Kept until it is passed: a long text is read once. */
		if (!t->sought || (t->use.to > 0 && t->use.from < from)) {
			t->sought = true;
			if (!dd_term_use(t, text, len, from, &t->use))
				t->use = (struct dd_extent){0, 0};
		}
		if (t->use.to == 0 || (found && t->use.from >= find->at.from))
			continue;
		*find = (struct dd_find){
		    .at = t->use,
		    .element = "term",
		    .attr = "ref",
		    .value = t->id,
		};
		found = true;
	}
	return found;
}

static void
write_find(struct dd_talk *talk, const char *text, const struct dd_find *find,
    xmlNode *element)
{
	xmlNode *node = dd_tree_add(element, find->element);

	if (find->kind)
		dd_tree_set(node, "kind", find->kind);
	if (find->title.to > find->title.from)
		dd_tree_set(
		    node, "target", dd_reference_target(talk, text, find));
	else if (find->attr)
		dd_tree_set(node, find->attr, find->value);
	dd_tree_text(node, text + find->at.from, find->at.to - find->at.from);
	dd_ledger_fact(talk->ledger,
	    dd_arena_printf(talk->arena, "inline/%s", find->element),
	    find->value ? find->value : find->kind, find->confidence, "inline",
	    dd_block_extent(talk->block, talk->from + find->at.from,
		talk->from + find->at.to));
}

/* The dates that are left, behind byte `from`. */
static bool
find_dated(struct dd_talk *talk, const char *text, size_t from,
    const struct dd_typed **typed, struct dd_find *find)
{
	for (; *typed; *typed = (*typed)->next)
		if ((*typed)->at.start >= from &&
		    (dd_reference_dated(talk, text, from, *typed, find) ||
			find_date(talk, *typed, find)))
			return true;
	return false;
}

/* `other` where it stands in front of what was found. */
static void
choose(bool *found, struct dd_find *find, const struct dd_find *other)
{
	if (*found && other->at.from >= find->at.from)
		return;
	*find = *other;
	*found = true;
}

/* The next reference of a text, kept until it is passed: a search goes over all
 * that follows, and would do so for each person and term in front of it. */
struct ahead {
	bool sought, found;
	bool dated; /* what was sought behind which other days */
	struct dd_find find;
};

static bool
find_reference(struct dd_talk *talk, const char *text, size_t len, size_t from,
    bool dated, struct ahead *ahead)
{
	bool passed = ahead->found && ahead->find.at.from < from;

	if (!ahead->sought || passed || ahead->dated != dated)
		ahead->found = dd_reference_next(
		    talk, text, len, from, dated, &ahead->find);
	ahead->sought = true;
	ahead->dated = dated;
	return ahead->found;
}

/* What comes first behind byte `from`, and of that the longest. */
static bool
find_next(struct dd_talk *talk, const char *text, size_t len, size_t from,
    const struct dd_typed **typed, struct ahead *ahead, struct dd_find *find)
{
	struct dd_find other;
	bool found = find_dated(talk, text, from, typed, find);

	if (find_reference(talk, text, len, from, *typed != NULL, ahead))
		choose(&found, find, &ahead->find);
	if (find_person(talk, text, len, from, &other))
		choose(&found, find, &other);
	if (find_explained(talk, text, len, from, &other))
		choose(&found, find, &other);
	if (find_abbreviation(talk, text, len, from, &other))
		choose(&found, find, &other);
	return found;
}

void
dd_body_inline(
    struct dd_talk *talk, const char *text, size_t len, xmlNode *element)
{
	const char *copy = dd_arena_ndup(talk->arena, text, len);
	const struct dd_typed *typed =
	    dd_time_read(copy, talk->lang, talk->arena);
	struct ahead ahead = {.sought = false};
	struct dd_find find;
	size_t at = 0;

	for (struct dd_found_term *t = talk->terms; t; t = t->next)
		t->sought = false;
	while (find_next(talk, copy, len, at, &typed, &ahead, &find)) {
		dd_tree_text(element, copy + at, find.at.from - at);
		write_find(talk, copy, &find, element);
		at = find.at.to;
	}
	dd_tree_text(element, copy + at, len - at);
}
