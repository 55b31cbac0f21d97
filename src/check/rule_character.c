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
	size_t len, own, close_len, end;
	struct dd_diagnostic *found;

	if (checker->summary->lang && dd_locale_is_rtl(checker->summary->lang))
		return;
	for (size_t at = 0; at < prose->len; at += len) {
		uint32_t cp = dd_look_at(prose, at, &len);
		uint32_t close = find_bidi_end(cp);

		own = len;
		if (close == 0 || dd_look_is_foreign(prose, at))
			continue;
		if (cp != close && !missing[close == 0x2069]) {
			end = find_governed(prose, at, len, close);
			missing[close == 0x2069] = end == 0;
			len = end == 0 ? len : end - at;
		}
		found = dd_check_report(checker, DD_ID_TEXT_BIDI, prose, at,
		    at + len,
		    "The invisible U+%04X changes the direction of writing; "
		    "remove it.",
		    cp);
		dd_check_mend(checker, found, prose, at, at + own, "");
		if (len > own && dd_look_back(prose, at + len, &close_len))
			dd_check_mend(checker, found, prose,
			    at + len - close_len, at + len, "");
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

/* Which form of the character before is meant. */
static bool
is_variation(uint32_t cp)
{
	return (cp >= 0xFE00 && cp <= 0xFE0F) ||
	    (cp >= 0xE0100 && cp <= 0xE01EF);
}

/* What Unicode promises never to give a meaning to. */
static bool
is_no_character(uint32_t cp)
{
	return (cp & 0xFFFE) == 0xFFFE || (cp >= 0xFDD0 && cp <= 0xFDEF);
}

static bool
is_invisible(uint32_t cp)
{
	return cp == 0xAD || cp == 0x34F || cp == 0x115F || cp == 0x1160 ||
	    cp == 0x180E || cp == 0x200B || is_joiner(cp) ||
	    (cp >= 0x2060 && cp <= 0x2064) || cp == 0x3164 || cp == 0xFEFF ||
	    cp == 0xFFA0 || (cp >= 0xFFF9 && cp <= 0xFFFB) || is_tag(cp) ||
	    is_variation(cp) || is_no_character(cp);
}

/* Joiners between pictures, or in scripts whose letters join, tags behind a
 * picture, and forms of what is no letter or has many do their work. */
static bool
works(const struct dd_prose *prose, size_t at, uint32_t cp)
{
	size_t len;
	uint32_t before = dd_look_back(prose, at, &len);

	if (is_variation(cp))
		return !dd_letter_is(before) ||
		    dd_letter_script(before) == DD_SCRIPT_OTHER ||
		    dd_letter_script(before) == DD_SCRIPT_IDEOGRAPHIC;
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
			len = dd_misread_step(prose, at);
			continue;
		}
		len = measure_invisible(prose, at);
		if (!works(prose, at, cp))
			dd_check_mend(checker,
			    dd_check_report(checker, DD_ID_TEXT_INVISIBLE,
				prose, at, at + len,
				"An invisible character, U+%04X, stands here; "
				"remove it.",
				cp),
			    prose, at, at + len, "");
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
		    dd_letter_script(other) == DD_SCRIPT_GREEK ? N_("Greek")
							       : N_("Cyrillic"),
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
	struct dd_diagnostic *found;

	while ((at = dd_letter_find_unnormal(
		    prose->text, prose->len, at, &end)) < prose->len) {
		found = dd_check_report(checker, DD_ID_TEXT_NORMAL_FORM, prose,
		    at, end,
		    "`%.*s` is put together from parts; write it as one "
		    "character.",
		    (int)(end - at), prose->text + at);
		dd_check_mend(checker, found, prose, at, end,
		    dd_letter_compose(
			&checker->arena, prose->text + at, end - at));
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
    {.ids = DD_IDS(DD_ID_TEXT_BIDI),
	.traits = DD_TRAIT_BIDI,
	.text = check_bidi},
    {.ids = DD_IDS(DD_ID_TEXT_INVISIBLE),
	.traits = DD_TRAIT_INVISIBLE,
	.text = check_invisible},
    {.ids = DD_IDS(DD_ID_TEXT_MIXED_SCRIPT),
	.traits = DD_TRAIT_LOOK_ALIKE,
	.text = check_mixed_script},
    {.ids = DD_IDS(DD_ID_TEXT_NORMAL_FORM),
	.traits = DD_TRAIT_UNSETTLED,
	.text = check_normal_form},
    {.ids = DD_IDS(DD_ID_TEXT_MOJIBAKE),
	.traits = DD_TRAIT_MISREAD,
	.text = check_mojibake},
    {0},
};
