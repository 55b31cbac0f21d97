/* SPDX-License-Identifier: MIT */
/* Names, dates and abbreviations in sentences, where they are certain. The words
 * stay as they are. */
#include <string.h>
#include "base/ascii.h"
#include "import/body.h"
#include "import/tree.h"
#include "language/read_time.h"

/* One stretch to mark up. */
struct find {
	struct dd_extent at;
	const char *element, *attr, *value, *kind;
};

static struct dd_date
place_date(const struct dd_talk *talk, const struct dd_typed *typed)
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
find_date(struct dd_talk *talk, const struct dd_typed *typed, struct find *find)
{
	struct dd_date date = place_date(talk, typed);
	char iso[16];

	if (typed->kind != DD_TYPED_DATE || date.year == 0 || date.day == 0)
		return false;
	dd_date_iso(date, iso);
	*find = (struct find){
	    .at = {typed->at.start, typed->at.end},
	    .element = "date",
	    .attr = "when",
	    .value = dd_arena_dup(talk->arena, iso),
	};
	return true;
}

/* The first mention, from byte `from` on, of someone by the short form. */
static bool
find_person(struct dd_talk *talk, const char *text, size_t len, size_t from,
    struct find *find)
{
	bool found = false;

	for (const struct dd_found_party *p = talk->lead->parties; p;
	     p = p->next)
		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next) {
			size_t size = q->reference ? strlen(q->reference) : 0;
			const char *at = size ? memmem(text + from, len - from,
						    q->reference, size)
					      : NULL;

			if (!at || dd_ascii_is_letter(at[size]) ||
			    (found && (size_t)(at - text) >= find->at.from))
				continue;
			*find = (struct find){
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

/* "the summit meeting on July 12": a date behind the name of a meeting. */
static bool
find_meeting(struct dd_talk *talk, const char *text, size_t from,
    const struct dd_typed *date, struct find *find)
{
	static const char pattern[] =
	    "(?:(?:bilateral|[Tt]rilateral|[Ss]ummit|[Ff]oreign|[Mm]inisters?["
	    "’'] ?s?|"
	    "\\p{Lu}\\p{L}*|first|second|third|previous|last) )*"
	    "(?:[Mm]eeting|[Tt]alk|[Dd]ialogue|[Cc]all) (?:on|of|held on) $";
	struct dd_extent match;
	struct find whole;

	if (!date || !find_date(talk, date, &whole) ||
	    !dd_find(talk->finder, pattern, text, date->at.start, from, &match))
		return false;
	*find = whole;
	find->at.from = match.from;
	find->element = "ref";
	find->attr = "date";
	find->kind = "meeting";
	return true;
}

/* "Some Great Agency (SGA)"; the term is remembered. */
static bool
find_explained(struct dd_talk *talk, const char *text, size_t len, size_t from,
    struct find *find)
{
	struct dd_extent words, brief;
	struct dd_found_term *term;
	char *id;

	if (!dd_term_next(text, len, from, &words, &brief))
		return false;
	*find = (struct find){
	    .at = {words.from, brief.to + 1},
	    .element = "term",
	    .attr = "ref",
	};
	for (term = talk->terms; term; term = term->next)
		if (strlen(term->shorter) == brief.to - brief.from &&
		    memcmp(term->shorter, text + brief.from,
			brief.to - brief.from) == 0)
			break;
	if (!term) {
		term = dd_arena_alloc(talk->arena, sizeof *term);
		*term = (struct dd_found_term){
		    .shorter = dd_arena_ndup(
			talk->arena, text + brief.from, brief.to - brief.from),
		    .expansion = dd_arena_ndup(
			talk->arena, text + words.from, words.to - words.from),
		    .next = talk->terms,
		};
		id = dd_arena_printf(talk->arena, "t-%s", term->shorter);
		for (char *at = id; *at; at++)
			*at = dd_ascii_lower(*at);
		term->id = id;
		talk->terms = term;
	}
	find->value = term->id;
	return true;
}

/* The first use of an abbreviation that was explained before. */
static bool
find_abbreviation(struct dd_talk *talk, const char *text, size_t len,
    size_t from, struct find *find)
{
	bool found = false;

	for (const struct dd_found_term *t = talk->terms; t; t = t->next) {
		struct dd_extent use;

		if (!dd_term_use(t, text, len, from, &use) ||
		    (found && use.from >= find->at.from))
			continue;
		*find = (struct find){
		    .at = use,
		    .element = "term",
		    .attr = "ref",
		    .value = t->id,
		};
		found = true;
	}
	return found;
}

static void
write_find(const char *text, const struct find *find, xmlNode *element)
{
	xmlNode *node = dd_tree_add(element, find->element);

	if (find->kind)
		dd_tree_set(node, "kind", find->kind);
	dd_tree_set(node, find->attr, find->value);
	dd_tree_text(node, text + find->at.from, find->at.to - find->at.from);
}

/* The dates that are left, behind byte `from`. */
static bool
find_dated(struct dd_talk *talk, const char *text, size_t from,
    const struct dd_typed **typed, struct find *find)
{
	for (; *typed; *typed = (*typed)->next)
		if ((*typed)->at.start >= from &&
		    (find_meeting(talk, text, from, *typed, find) ||
			find_date(talk, *typed, find)))
			return true;
	return false;
}

/* What comes first behind byte `from`, and of that the longest. */
static bool
find_next(struct dd_talk *talk, const char *text, size_t len, size_t from,
    const struct dd_typed **typed, struct find *find)
{
	struct find other;
	bool found = find_dated(talk, text, from, typed, find);

	if (find_person(talk, text, len, from, &other) &&
	    (!found || other.at.from < find->at.from)) {
		*find = other;
		found = true;
	}
	if (find_explained(talk, text, len, from, &other) &&
	    (!found || other.at.from < find->at.from)) {
		*find = other;
		found = true;
	}
	if (find_abbreviation(talk, text, len, from, &other) &&
	    (!found || other.at.from < find->at.from)) {
		*find = other;
		found = true;
	}
	return found;
}

void
dd_body_inline(
    struct dd_talk *talk, const char *text, size_t len, xmlNode *element)
{
	const char *copy = dd_arena_ndup(talk->arena, text, len);
	const struct dd_typed *typed =
	    dd_time_read(copy, talk->lang, talk->arena);
	struct find find;
	size_t at = 0;

	while (find_next(talk, copy, len, at, &typed, &find)) {
		dd_tree_text(element, copy + at, find.at.from - at);
		write_find(copy, &find, element);
		at = find.at.to;
	}
	dd_tree_text(element, copy + at, len - at);
}
