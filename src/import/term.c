/* SPDX-License-Identifier: MIT */
#include "import/term.h"
#include <string.h>
#include "base/ascii.h"
#include "model/house.h"
#include "xml/node.h"

enum { LETTERS = 10, WORDS = 14 };

/* The abbreviation in brackets whose opening one is at `open`; 0: none. */
static size_t
read_short(const char *text, size_t len, size_t open)
{
	size_t at = open + 1, capitals = 0;

	while (at < len && at - open <= LETTERS &&
	    (dd_ascii_is_letter(text[at]) || dd_ascii_is_digit(text[at]) ||
		text[at] == '-'))
		capitals += text[at] >= 'A' && text[at] <= 'Z', at++;
	return capitals >= 2 && at < len && text[at] == ')' ? at - open - 1 : 0;
}

static bool
is_small(const char *word, size_t len)
{
	static const char words[] = " of and for the on in to a an with by ";
	char copy[8] = "";

	if (len >= sizeof copy)
		return false;
	memcpy(copy, word, len);
	return dd_ascii_lists(words, copy);
}

/* Goes back word by word from `end` until the capitals of the abbreviation are
 * used up; its small letters, as in "WTOs", do not count. */
static bool
go_back(const char *text, size_t end, const char *letters, size_t count,
    size_t *ret_from)
{
	size_t at = end;

	for (int words = 0; words < WORDS; words++) {
		size_t word_end = at, from;

		while (at > 0 && text[at - 1] != ' ' && text[at - 1] != '-' &&
		    text[at - 1] != '(' && text[at - 1] != ',')
			at--;
		from = at;
		while (count > 0 && letters[count - 1] >= 'a')
			count--;
		if (from == word_end)
			return false;
		if (count > 0 &&
		    dd_ascii_upper(text[from]) == letters[count - 1])
			count--;
		else if (!is_small(text + from, word_end - from))
			return false;
		if (count == 0) {
			*ret_from = from;
			return text[from] >= 'A' && text[from] <= 'Z';
		}
		if (from == 0 ||
		    (text[from - 1] != ' ' && text[from - 1] != '-'))
			return false;
		at = from - 1;
	}
	return false;
}

/* The abbreviation in front of the bracket at `open` whose letters the words in it
 * begin with: "SGA (Some Great Agency)". */
static bool
read_reversed(const char *text, size_t len, size_t open, size_t from,
    struct dd_extent *ret_words, struct dd_extent *ret_short)
{
	enum { LONGEST = 120 };
	size_t end = open - 1, start = end, close, capitals = 0, first;
	const char *at = memchr(text + open, ')', len - open);

	close = at ? (size_t)(at - text) : len;
	while (start > from && end - start <= LETTERS &&
	    (dd_ascii_is_letter(text[start - 1]) || text[start - 1] == '-'))
		start--, capitals += text[start] >= 'A' && text[start] <= 'Z';
	if (close - open > LONGEST || capitals < 2 || capitals < end - start ||
	    !go_back(text + open + 1, close - open - 1, text + start,
		end - start, &first) ||
	    first != 0)
		return false;
	*ret_words = (struct dd_extent){open + 1, close};
	*ret_short = (struct dd_extent){start, end};
	return true;
}

bool
dd_term_next(const char *text, size_t len, size_t from,
    struct dd_extent *ret_words, struct dd_extent *ret_short)
{
	const char *open = text + from;

	while (open < text + len &&
	    (open = memchr(open, '(', (size_t)(text + len - open))) != NULL) {
		size_t at = (size_t)(open - text), first;
		size_t size = read_short(text, len, at);

		if (size > 0 && at > from + 1 && text[at - 1] == ' ' &&
		    go_back(text, at - 1, text + at + 1, size, &first) &&
		    first >= from) {
			*ret_words = (struct dd_extent){first, at - 1};
			*ret_short = (struct dd_extent){at + 1, at + 1 + size};
			return true;
		}
		if (at > from + 1 && text[at - 1] == ' ' &&
		    read_reversed(text, len, at, from, ret_words, ret_short))
			return true;
		open++;
	}
	return false;
}

bool
dd_term_use(const struct dd_found_term *term, const char *text, size_t len,
    size_t from, struct dd_extent *ret_use)
{
	size_t size = strlen(term->shorter);

	for (const char *at = text + from;
	     (at = memmem(
		  at, (size_t)(text + len - at), term->shorter, size)) != NULL;
	     at += size) {
		size_t start = (size_t)(at - text), end = start + size;

		if ((start > 0 &&
			(dd_ascii_is_letter(text[start - 1]) ||
			    text[start - 1] == '-')) ||
		    (end < len &&
			(dd_ascii_is_letter(text[end]) || text[end] == '-')))
			continue;
		*ret_use = (struct dd_extent){start, end};
		return true;
	}
	return false;
}

struct dd_found_term *
dd_term_of_house(
    const struct dd_house *house, const char *lang, struct dd_arena *arena)
{
	struct dd_found_term *terms = NULL;

	for (size_t i = 0; i < house->terms.count; i++) {
		const xmlNode *form = dd_house_in_language(
		    house->terms.entries[i].value, "form", lang);
		const char *shorter =
		    form ? dd_node_value(form, "short") : NULL;
		const char *expansion =
		    form ? dd_node_value(form, "expansion") : NULL;
		struct dd_found_term *term;

		if (!expansion || !shorter)
			continue;
		term = dd_arena_alloc(arena, sizeof *term);
		*term = (struct dd_found_term){
		    .id = house->terms.entries[i].key,
		    .shorter = shorter,
		    .expansion = expansion,
		    .used_by_house = true,
		    .next = terms,
		};
		terms = term;
	}
	return terms;
}
