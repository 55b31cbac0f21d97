/* SPDX-License-Identifier: MIT */
/* Owns: which words of a text term lists are sought in. */
#include "check/term_text.h"
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "check/look.h"
#include "check/trait.h"
#include "model/letter.h"

/* Marks around what somebody else said. Single ones are apostrophes too. */
static const struct {
	uint32_t open, close, other; /* `other` closes as well */
} marks[] = {
    {'"', '"', '"'},
    {0x201C, 0x201D, 0x201D},
    {0x201E, 0x201C, 0x201D},
    {0xAB, 0xBB, 0xBB},
    {0x300C, 0x300D, 0x300D},
    {0x300E, 0x300F, 0x300F},
};

enum { MARKS = sizeof marks / sizeof *marks };

static void
fit(struct dd_term_text *to, size_t len)
{
	if (len <= to->cap)
		return;
	to->cap = len;
	to->text = dd_realloc(to->text, len);
	to->origin = dd_realloc(to->origin, len * sizeof *to->origin);
	to->quoted = dd_realloc(to->quoted, len * sizeof *to->quoted);
}

/* A mark that nothing closes is none. */
static void
find_quotations(struct dd_term_text *to)
{
	const char *end = to->text + to->len;
	size_t open = MARKS, from = 0, size;
	uint32_t cp;

	for (size_t at = 0; at < to->len; at += size) {
		size = dd_utf8_decode(to->text + at, end, &cp);
		size = size > 0 ? size : 1;
		if (open < MARKS &&
		    (cp == marks[open].close || cp == marks[open].other)) {
			for (size_t i = from; i < at; i++)
				to->quoted[i] = true;
			open = MARKS;
			continue;
		}
		for (size_t i = 0; open == MARKS && i < MARKS; i++)
			if (cp == marks[i].open) {
				open = i;
				from = at + size;
				break;
			}
	}
}

static void
copy_text(struct dd_term_text *to)
{
	const struct dd_prose *prose = to->prose;
	size_t len = 0;
	char last = '\0';

	for (size_t i = 0; i < prose->len; i++) {
		char c = prose->text[i];

		if (dd_ascii_is_space(c)) {
			if (last == ' ')
				continue;
			c = ' ';
		}
		to->origin[len] = (uint32_t)i;
		to->text[len++] = last = c;
	}
	to->text[len] = '\0';
	to->len = len;
}

void
dd_term_text_read(struct dd_term_text *to, const struct dd_prose *prose)
{
	fit(to, prose->len + 1);
	to->prose = prose;
	copy_text(to);
	memset(to->quoted, 0, to->len * sizeof *to->quoted);
	if (prose->traits & (DD_TRAIT_QUOTE | DD_TRAIT_CORNER))
		find_quotations(to);
}

void
dd_term_text_release(struct dd_term_text *text)
{
	free(text->text);
	free(text->origin);
	free(text->quoted);
	*text = (struct dd_term_text){0};
}

size_t
dd_term_text_from(const struct dd_term_text *text, size_t from)
{
	return text->origin[from];
}

size_t
dd_term_text_to(const struct dd_term_text *text, size_t to)
{
	return (size_t)text->origin[to - 1] + 1;
}

static bool
is_in_quote(const struct dd_prose *prose, size_t at)
{
	const struct dd_prose_run *run = dd_prose_run_at(prose, at);

	for (const xmlNode *n = run ? run->element : NULL;
	     n && n != prose->node; n = n->parent)
		if (dd_node_is(n, "quote"))
			return true;
	return false;
}

bool
dd_term_text_is_own(const struct dd_term_text *text, size_t at)
{
	const struct dd_prose *prose = text->prose;
	size_t from = dd_term_text_from(text, at);

	return !text->quoted[at] && !dd_look_is_foreign(prose, from) &&
	    !dd_look_is_title(prose, from) && !is_in_quote(prose, from) &&
	    !dd_look_is_address(prose, from);
}

/* The character that ends before byte `at` of the text, or 0. */
static uint32_t
look_back(const struct dd_term_text *text, size_t at, size_t *ret_at)
{
	const char *end = text->text + at;
	uint32_t cp = 0;

	*ret_at = at;
	if (at == 0)
		return 0;
	do {
		--*ret_at;
	} while (*ret_at > 0 && (text->text[*ret_at] & 0xC0) == 0x80);
	return dd_utf8_decode(text->text + *ret_at, end, &cp) > 0 ? cp : 0;
}

bool
dd_term_text_begins(const struct dd_term_text *text, size_t at)
{
	static const uint32_t passed[] = {
	    ' ', '"', '(', 0xA0, 0xAB, 0x2018, 0x201C};
	size_t i = 0;
	uint32_t cp;

	while (i < sizeof passed / sizeof *passed) {
		cp = look_back(text, at, &at);
		for (i = 0;
		     i < sizeof passed / sizeof *passed && cp != passed[i];)
			i++;
	}
	return cp == 0 || cp == '.' || cp == '!' || cp == '?' || cp == 0x3002;
}

bool
dd_term_text_is_joined(const struct dd_term_text *text, size_t at)
{
	uint32_t cp = look_back(text, at, &at);

	if (cp != '-' && cp != 0x2010 && cp != 0x2011)
		return false;
	cp = look_back(text, at, &at);
	return dd_letter_is(cp) || (cp >= '0' && cp <= '9');
}
