/* SPDX-License-Identifier: MIT */
/* Rules about hard spaces, and forms of another width. */
#include "check/rule.h"
#include <string.h>
#include "check/look.h"
#include "check/misread.h"
#include "model/letter.h"

/* --- text/no-break-space ------------------------------------------------- */

static bool
is_hard_space(uint32_t cp)
{
	return cp == 0xA0 || cp == 0x2007 || cp == 0x202F || cp == 0x3000;
}

/* The stretch of white space that begins at `at`. */
static size_t
measure_blank(const struct dd_prose *prose, size_t at)
{
	size_t end = at, len;

	while (dd_look_is_space(dd_look_at(prose, end, &len)))
		end += len;
	return end - at;
}

/* A stretch of white space with a hard one at an edge of the text, or beside
 * a plain one: it keeps nothing together. */
static void
check_no_break_space(struct dd_checker *checker, const struct dd_prose *prose)
{
	struct dd_diagnostic *found;
	size_t len, step;

	for (size_t at = 0; at < prose->len; at += len) {
		size_t from = prose->len, to = at;
		uint32_t cp = dd_look_at(prose, at, &len);

		if (!dd_look_is_space(cp)) {
			len = dd_misread_step(prose, at);
			continue;
		}
		len = measure_blank(prose, at);
		for (size_t i = at; i < at + len; i += step)
			if (is_hard_space(dd_look_at(prose, i, &step))) {
				from = from < i ? from : i;
				to = i + step;
			}
		if (to > from &&
		    (to - from < len || at == 0 || at + len == prose->len)) {
			found = dd_check_report(checker,
			    DD_ID_TEXT_NO_BREAK_SPACE, prose, from, to,
			    "A no-break or ideographic space stands where it "
			    "holds nothing together; remove it.");
			dd_check_mend(checker, found, prose, from, to, "");
		}
	}
}

/* --- text/full-width ----------------------------------------------------- */

static bool
is_full_width(uint32_t cp)
{
	return (cp >= 0xFF01 && cp <= 0xFF5E) || cp == 0x3000 || cp == 0x3001 ||
	    cp == 0x3002;
}

static bool
is_half_kana(uint32_t cp)
{
	return cp >= 0xFF61 && cp <= 0xFF9F;
}

static bool
is_east_asian(uint32_t cp)
{
	enum dd_script script = dd_letter_script(cp);

	return !is_half_kana(cp) &&
	    (script == DD_SCRIPT_IDEOGRAPHIC || script == DD_SCRIPT_HANGUL);
}

/* Names in Japanese may stand in an English text as they are. */
static bool
has_east_asian(const struct dd_prose *prose)
{
	size_t len;

	for (size_t at = 0; at < prose->len; at += len)
		if (is_east_asian(dd_look_at(prose, at, &len)))
			return true;
	return false;
}

/* The stretch of full-width forms at `at`; spaces alone are no such stretch
 * where text/no-break-space speaks of them. */
static size_t
measure_forms(const struct dd_prose *prose, size_t at, bool (*is)(uint32_t))
{
	size_t end = at, len, last = 0;
	uint32_t cp;

	while ((cp = dd_look_at(prose, end, &len)) && is(cp)) {
		end += len;
		if (cp != 0x3000)
			last = end;
	}
	if (last == 0 && end > at && at > 0 && end < prose->len &&
	    !dd_look_is_space(dd_look_back(prose, at, &len)) &&
	    !dd_look_is_space(dd_look_at(prose, end, &len)))
		last = end;
	return last > at ? last - at : 0;
}

/* True behind the first of a row of ideographic spaces, which is looked at as
 * a whole. */
static bool
is_inside(const struct dd_prose *prose, size_t at)
{
	size_t len;

	return dd_look_at(prose, at, &len) == 0x3000 &&
	    dd_look_back(prose, at, &len) == 0x3000;
}

/* The same in plain characters; not where XML would have to escape one. */
static void
mend_full_width(struct dd_checker *checker, struct dd_diagnostic *found,
    const struct dd_prose *prose, size_t from, size_t to)
{
	char *plain = dd_arena_alloc(&checker->arena, to - from + 1);
	size_t count = 0, len;

	for (size_t at = from; at < to; at += len) {
		uint32_t cp = dd_look_at(prose, at, &len);

		if (cp >= 0xFF01 && cp <= 0xFF5E)
			plain[count++] = (char)(cp - 0xFF01 + '!');
		else
			plain[count++] = cp == 0x3001 ? ','
			    : cp == 0x3002	      ? '.'
						      : ' ';
	}
	if (!strpbrk(plain, "&<"))
		dd_check_mend(checker, found, prose, from, to, plain);
}

static void
check_full_width(struct dd_checker *checker, const struct dd_prose *prose)
{
	struct dd_diagnostic *found;
	bool wide = dd_look_is_wide(checker), searched = false;
	size_t len, step;

	if (!(prose->traits &
		(wide ? DD_TRAIT_HALF_KANA : DD_TRAIT_FULL_WIDTH)))
		return;
	for (size_t at = 0; at < prose->len; at += (len > 0 ? len : step)) {
		dd_look_at(prose, at, &step);
		len = step < 3 || is_inside(prose, at)
		    ? 0
		    : measure_forms(
			  prose, at, wide ? is_half_kana : is_full_width);
		if (len == 0 || dd_look_is_foreign(prose, at))
			continue;
		if (!wide && !searched && has_east_asian(prose))
			return;
		searched = true;
		found = dd_check_report(checker, DD_ID_TEXT_FULL_WIDTH, prose,
		    at, at + len,
		    wide ? N_("`%.*s` is in half-width forms; write the plain "
			      "characters.")
			 : N_("`%.*s` is in full-width forms; write the plain "
			      "characters."),
		    (int)len, prose->text + at);
		if (!wide)
			mend_full_width(checker, found, prose, at, at + len);
	}
}

const struct dd_rule dd_rules_width[] = {
    {.ids = DD_IDS(DD_ID_TEXT_NO_BREAK_SPACE),
	.traits = DD_TRAIT_HARD_SPACE,
	.text = check_no_break_space},
    {.ids = DD_IDS(DD_ID_TEXT_FULL_WIDTH),
	.traits = DD_TRAIT_FULL_WIDTH | DD_TRAIT_HALF_KANA,
	.text = check_full_width},
    {0},
};
