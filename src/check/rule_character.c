/* SPDX-License-Identifier: MIT */
/* Rules about characters: those that nobody sees, and those that are not what
 * they look like. */
#include "check/rule.h"
#include <string.h>
#include "base/utf8.h"
#include "check/look.h"
#include "check/misread.h"
#include "model/letter.h"
#include "model/locale.h"

/* The bytes of one character, or of what one became in a wrong encoding. */
static size_t
step_over(const struct dd_prose *prose, size_t at)
{
	size_t len = dd_misread_measure(prose, at);

	if (len == 0)
		dd_look_at(prose, at, &len);
	return len;
}

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
	size_t len, step;

	for (size_t at = 0; at < prose->len; at += len) {
		size_t from = prose->len, to = at;
		uint32_t cp = dd_look_at(prose, at, &len);

		if (!dd_look_is_space(cp)) {
			len = step_over(prose, at);
			continue;
		}
		len = measure_blank(prose, at);
		for (size_t i = at; i < at + len; i += step)
			if (is_hard_space(dd_look_at(prose, i, &step))) {
				from = from < i ? from : i;
				to = i + step;
			}
		if (to > from &&
		    (to - from < len || at == 0 || at + len == prose->len))
			dd_check_report(checker, DD_ID_TEXT_NO_BREAK_SPACE,
			    prose, from, to,
			    "A no-break or ideographic space stands where it "
			    "holds nothing together; remove it.");
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
	return cp >= 0xFF66 && cp <= 0xFF9F;
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

static void
check_full_width(struct dd_checker *checker, const struct dd_prose *prose)
{
	bool wide = dd_look_is_wide(checker), searched = false;
	size_t len, step;

	for (size_t at = 0; at<prose->len; at += len> 0 ? len : step) {
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
		dd_check_report(checker, DD_ID_TEXT_FULL_WIDTH, prose, at,
		    at + len, "`%.*s` is in %s; write the plain characters.",
		    (int)len, prose->text + at,
		    wide ? "half-width katakana" : "full-width forms");
	}
}

/* --- text/bidi ----------------------------------------------------------- */

/* The control that ends what `cp` begins; `cp` itself for a mark that stands
 * for itself; 0 for any other character. */
static uint32_t
find_bidi_end(uint32_t cp)
{
	if ((cp >= 0x202A && cp <= 0x202B) || cp == 0x202D || cp == 0x202E)
		return 0x202C;
	if (cp >= 0x2066 && cp <= 0x2068)
		return 0x2069;
	if (cp == 0x200E || cp == 0x200F || cp == 0x061C || cp == 0x202C ||
	    cp == 0x2069)
		return cp;
	return 0;
}

/* The end of the stretch that a control of `own` bytes at `at` governs; 0 where
 * its end is missing. */
static size_t
find_governed(
    const struct dd_prose *prose, size_t at, size_t own, uint32_t close)
{
	size_t len;

	for (size_t i = at + own; i < prose->len; i += len)
		if (dd_look_at(prose, i, &len) == close)
			return i + len;
	return 0;
}

static void
check_bidi(struct dd_checker *checker, const struct dd_prose *prose)
{
	bool missing[2] = {false}; /* no such end comes any more */
	size_t len, end;

	if (checker->summary->lang && dd_locale_is_rtl(checker->summary->lang))
		return;
	for (size_t at = 0; at < prose->len; at += len) {
		uint32_t cp = dd_look_at(prose, at, &len);
		uint32_t close = find_bidi_end(cp);

		if (close == 0 || dd_look_is_foreign(prose, at))
			continue;
		if (cp != close && !missing[close == 0x2069]) {
			end = find_governed(prose, at, len, close);
			missing[close == 0x2069] = end == 0;
			len = end == 0 ? len : end - at;
		}
		dd_check_report(checker, DD_ID_TEXT_BIDI, prose, at, at + len,
		    "The invisible U+%04X changes the direction of writing; "
		    "remove it.",
		    cp);
	}
}

/* --- text/invisible ------------------------------------------------------ */

static bool
is_tag(uint32_t cp)
{
	return cp >= 0xE0000 && cp <= 0xE007F;
}

static bool
is_joiner(uint32_t cp)
{
	return cp == 0x200C || cp == 0x200D;
}

static bool
is_invisible(uint32_t cp)
{
	return cp == 0xAD || cp == 0x34F || cp == 0x115F || cp == 0x1160 ||
	    cp == 0x180E || cp == 0x200B || is_joiner(cp) ||
	    (cp >= 0x2060 && cp <= 0x2064) || cp == 0x3164 || cp == 0xFEFF ||
	    cp == 0xFFA0 || is_tag(cp);
}

/* Joiners between pictures, or in scripts whose letters join, and tags behind
 * a picture do their work. */
static bool
works(const struct dd_prose *prose, size_t at, uint32_t cp)
{
	size_t len;
	uint32_t before = dd_look_back(prose, at, &len);

	if (is_joiner(cp) || is_tag(cp)) {
		if (before == 0xFE0F || dd_letter_is_emoji(before))
			return true;
		return is_joiner(cp) && dd_letter_is(before) &&
		    dd_letter_script(before) == DD_SCRIPT_OTHER;
	}
	return false;
}

/* The stretch of invisible characters at `at`. */
static size_t
measure_invisible(const struct dd_prose *prose, size_t at)
{
	size_t end = at, len;

	while (is_invisible(dd_look_at(prose, end, &len)))
		end += len;
	return end - at;
}

static void
check_invisible(struct dd_checker *checker, const struct dd_prose *prose)
{
	for (size_t at = 0, len; at < prose->len; at += len) {
		uint32_t cp = dd_look_at(prose, at, &len);

		if (!is_invisible(cp)) {
			len = step_over(prose, at);
			continue;
		}
		len = measure_invisible(prose, at);
		if (!works(prose, at, cp))
			dd_check_report(checker, DD_ID_TEXT_INVISIBLE, prose,
			    at, at + len,
			    "An invisible character, U+%04X, stands here; "
			    "remove it.",
			    cp);
	}
}

/* --- text/mixed-script --------------------------------------------------- */

/* Letters of Greek and Cyrillic that look like Latin ones. */
static bool
is_look_alike(uint32_t cp)
{
	static const char letters[] =
	    "АВЕЅІЈКМНОРСТХаеорсухіјѕһԁԛԝ" /* Cyrillic */
	    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικ";	   /* Greek */
	char text[5] = "";

	return cp > 0x7F && dd_utf8_encode(cp, text) > 0 &&
	    strstr(letters, text);
}

static void
check_word_scripts(struct dd_checker *checker, const struct dd_prose *prose,
    size_t at, size_t word)
{
	bool latin = false, alike = false;
	uint32_t other = 0;

	for (size_t i = at, len; i < at + word; i += len) {
		uint32_t cp = dd_look_at(prose, i, &len);
		enum dd_script script = dd_letter_script(cp);

		latin = latin || script == DD_SCRIPT_LATIN;
		if (script != DD_SCRIPT_GREEK && script != DD_SCRIPT_CYRILLIC)
			continue;
		if (!alike)
			other = cp;
		alike = alike || is_look_alike(cp);
	}
	if (latin && alike)
		dd_check_report(checker, DD_ID_TEXT_MIXED_SCRIPT, prose, at,
		    at + word,
		    "`%.*s` mixes Latin letters with %s ones that look alike, "
		    "such as U+%04X; type the word anew.",
		    (int)word, prose->text + at,
		    dd_letter_script(other) == DD_SCRIPT_GREEK ? "Greek"
							       : "Cyrillic",
		    other);
}

static void
check_mixed_script(struct dd_checker *checker, const struct dd_prose *prose)
{
	for (size_t at = 0, word, len;
	     at<prose->len; at += word> 0 ? word : len) {
		dd_look_at(prose, at, &len);
		word = dd_look_word(prose, at);
		if (word > len)
			check_word_scripts(checker, prose, at, word);
	}
}

/* --- text/normal-form ---------------------------------------------------- */

static void
check_normal_form(struct dd_checker *checker, const struct dd_prose *prose)
{
	size_t at = 0, end = 0;

	while ((at = dd_letter_find_unnormal(
		    prose->text, prose->len, at, &end)) < prose->len) {
		dd_check_report(checker, DD_ID_TEXT_NORMAL_FORM, prose, at, end,
		    "`%.*s` is put together from parts; write it as one "
		    "character.",
		    (int)(end - at), prose->text + at);
		at = end;
	}
}

/* --- text/mojibake ------------------------------------------------------- */

/* Neighbours are one fault. */
static void
check_mojibake(struct dd_checker *checker, const struct dd_prose *prose)
{
	for (size_t at = 0, len, part; at < prose->len; at += len) {
		for (len = 0; (part = dd_misread_measure(prose, at + len)) > 0;)
			len += part;
		if (len == 0) {
			dd_look_at(prose, at, &len);
			continue;
		}
		dd_check_report(checker, DD_ID_TEXT_MOJIBAKE, prose, at,
		    at + len,
		    "`%.*s` is what another character became in a wrong "
		    "encoding; type it anew.",
		    (int)len, prose->text + at);
	}
}

const struct dd_rule dd_rules_character[] = {
    {.text = check_no_break_space},
    {.text = check_full_width},
    {.text = check_bidi},
    {.text = check_invisible},
    {.text = check_mixed_script},
    {.text = check_normal_form},
    {.text = check_mojibake},
    {0},
};
