/* SPDX-License-Identifier: MIT */
/* Rules about full stops and commas, and the spaces around them. */
#include "check/rule.h"
#include <string.h>
#include "base/ascii.h"
#include "check/look.h"
#include "model/letter.h"

/* Marks that may close what stands before or behind a full stop. */
static bool
is_closing(uint32_t cp)
{
	switch (cp) {
	case '"':
	case '\'':
	case ')':
	case ']':
	case 0xBB:
	case 0x2019:
	case 0x201C: /* „so.“ */
	case 0x201D:
	case 0x3009:
	case 0x300B:
	case 0x300D:
	case 0x300F:
	case 0x3011:
	case 0xFF09:
		return true;
	default:
		return false;
	}
}

/* --- text/full-stop ------------------------------------------------------ */

static bool
ends_sentence(uint32_t cp)
{
	switch (cp) {
	case '.':
	case '!':
	case '?':
	case 0x2026: /* … */
	case 0x3002: /* 。 */
	case 0xFF01:
	case 0xFF0E:
	case 0xFF1F:
	case 0xFF61:
		return true;
	default:
		return false;
	}
}

/* The last character that is neither space nor closing mark; its end in
 * *ret_to, or 0 where the text has none. */
static uint32_t
find_last(const struct dd_prose *prose, size_t *ret_to)
{
	size_t to = prose->len, len;
	uint32_t cp;

	while ((cp = dd_look_back(prose, to, &len)) &&
	    (dd_look_is_space(cp) || is_closing(cp)))
		to -= len;
	*ret_to = to;
	return cp;
}

/* A note may be a few words; one of several sentences may not. An abbreviation
 * is shorter than the word that ends a sentence. */
static bool
has_inner_end(const struct dd_prose *prose)
{
	size_t letters = 0, len;
	uint32_t cp;

	for (size_t at = 0; (cp = dd_look_at(prose, at, &len)); at += len) {
		if (ends_sentence(cp) &&
		    (len > 1 ||
			(letters > 4 &&
			    dd_ascii_is_space(prose->text[at + 1]))))
			return true;
		letters = dd_letter_is(cp) ? letters + 1 : 0;
	}
	return false;
}

static bool
must_end(const struct dd_prose *prose)
{
	return prose->kind == DD_PROSE_STATEMENT ||
	    prose->kind == DD_PROSE_NARRATIVE || prose->kind == DD_PROSE_LEAD ||
	    (prose->kind == DD_PROSE_NOTE && has_inner_end(prose));
}

/* Other languages may end their sentences with other signs. */
static bool
knows_stops(const struct dd_checker *checker)
{
	return dd_look_speaks(checker, "en") || dd_look_speaks(checker, "fr") ||
	    dd_look_speaks(checker, "ja") || dd_look_speaks(checker, "ko");
}

/* True where the sentence goes on in the next statement: "and agreed …". */
static bool
goes_on(const struct dd_prose *prose)
{
	const struct dd_prose *next = prose->next;

	return next && prose->kind == DD_PROSE_STATEMENT &&
	    next->kind == DD_PROSE_STATEMENT &&
	    next->node == dd_node_next(prose->node, NULL) && next->len > 0 &&
	    next->text[0] >= 'a' && next->text[0] <= 'z';
}

static void
check_full_stop(struct dd_checker *checker, const struct dd_prose *prose)
{
	size_t to, len;
	uint32_t last;

	if (!knows_stops(checker) || !must_end(prose))
		return;
	last = find_last(prose, &to);
	if (last == 0 || ends_sentence(last) || last == ':' || last == ';' ||
	    last == 0xFF1A || last == 0xFF1B ||
	    dd_look_is_foreign(prose, to - 1) ||
	    dd_look_is_address(prose, to - 1) || goes_on(prose))
		return;
	dd_look_back(prose, to, &len);
	dd_check_report(checker, DD_ID_TEXT_FULL_STOP, prose, to - len, to,
	    "The text ends without a full stop; end the sentence, or add the "
	    "words that are missing.");
}

/* --- text/space-after-stop ----------------------------------------------- */

/* True where a sentence begins at `at`: a capital and a small letter, or a
 * person or party by reference. In Korean, any word. */
static bool
begins_sentence(const struct dd_prose *prose, size_t at)
{
	const xmlNode *object = dd_look_object(prose, at);
	size_t len, next_len;
	uint32_t first = dd_look_at(prose, at, &len);

	if (object)
		return dd_node_is(object, "person") ||
		    dd_node_is(object, "party");
	return dd_letter_script(first) == DD_SCRIPT_HANGUL ||
	    (dd_letter_is_upper(first) &&
		dd_letter_is_lower(dd_look_at(prose, at + len, &next_len)));
}

/* True where a word or an inline element ends at `at`. */
static bool
follows_word(const struct dd_prose *prose, size_t at)
{
	size_t len;
	uint32_t before = dd_look_back(prose, at, &len);

	return dd_letter_is(before) || dd_look_object(prose, at - len);
}

/* Letters stand on both sides of a full stop in abbreviations and addresses
 * too, so that it asks for a sentence behind it; so does a closing mark. */
static bool
joins_words(const struct dd_prose *prose, size_t at, size_t behind)
{
	size_t len;
	uint32_t before = dd_look_back(prose, at, &len);
	uint32_t next = dd_look_at(prose, behind, &len);

	if (!follows_word(prose, at) ||
	    dd_letter_script(before) == DD_SCRIPT_IDEOGRAPHIC ||
	    dd_letter_script(next) == DD_SCRIPT_IDEOGRAPHIC)
		return false;
	if (prose->text[at] == '.' || behind > at + 1)
		return prose->text[at] != ',' && !dd_letter_is_upper(before) &&
		    begins_sentence(prose, behind);
	return dd_letter_is(next) || dd_look_object(prose, behind);
}

static bool
is_stop(char c)
{
	return c == '.' || c == ',' || c == ';' || c == '!' || c == '?';
}

static void
check_space_after_stop(struct dd_checker *checker, const struct dd_prose *prose)
{
	const char *text = prose->text;

	for (size_t at = 1; at < prose->len; at++) {
		size_t behind = at + 1, len;
		uint32_t cp;
		struct dd_diagnostic *found;

		if (!is_stop(text[at]) || dd_ascii_is_space(text[at + 1]))
			continue;
		while ((cp = dd_look_at(prose, behind, &len)) && is_closing(cp))
			behind += len;
		if (joins_words(prose, at, behind) &&
		    !dd_look_is_foreign(prose, at) &&
		    !dd_look_is_address(prose, at)) {
			found = dd_check_report(checker,
			    DD_ID_TEXT_SPACE_AFTER_STOP, prose, at, behind,
			    "No space stands behind `%.*s`; write one.",
			    (int)(behind - at), text + at);
			dd_check_mend(checker, found, prose, at, behind,
			    dd_arena_printf(&checker->arena, "%.*s ",
				(int)(behind - at), text + at));
		}
	}
}

/* --- text/space-before --------------------------------------------------- */

/* True where the sign at `at` belongs to what stands before it, and not to a
 * number (.5), a name (.NET) or dots (...). */
static bool
is_hanging(
    const struct dd_checker *checker, const struct dd_prose *prose, size_t at)
{
	const char *signs = dd_look_speaks(checker, "fr") ? ",." : ",.;:";
	size_t len;
	uint32_t next = dd_look_at(prose, at + 1, &len);

	return at < prose->len && prose->text[at] &&
	    strchr(signs, prose->text[at]) &&
	    (next == 0 || dd_look_is_space(next) || is_closing(next) ||
		(prose->text[at] != '.' && dd_letter_is(next)));
}

static void
check_space_before(struct dd_checker *checker, const struct dd_prose *prose)
{
	const char *text = prose->text;
	struct dd_diagnostic *found;

	for (size_t at = 0, blank; at < prose->len; at += blank ? blank : 1) {
		blank = strspn(text + at, DD_ASCII_SPACES);
		if (blank == 0 || at == 0 ||
		    !is_hanging(checker, prose, at + blank) ||
		    dd_look_is_foreign(prose, at + blank))
			continue;
		found = dd_check_report(checker, DD_ID_TEXT_SPACE_BEFORE, prose,
		    at, at + blank, "A space stands before `%c`; remove it.",
		    text[at + blank]);
		dd_check_mend(checker, found, prose, at, at + blank, "");
	}
}

/* --- text/double-space --------------------------------------------------- */

/* Two spaces are a slip, and before a sign that hangs one is; a line break and its indentation are layout. */
static void
check_double_space(struct dd_checker *checker, const struct dd_prose *prose)
{
	for (size_t i = 0; i < prose->len; i++) {
		size_t blank = strspn(prose->text + i, " \t\r\n");
		struct dd_diagnostic *found;

		if (blank > 1 && strspn(prose->text + i, " ") == blank &&
		    i > 0 && i + blank < prose->len &&
		    !is_hanging(checker, prose, i + blank)) {
			found = dd_check_report(checker,
			    DD_ID_TEXT_DOUBLE_SPACE, prose, i, i + blank,
			    "%zu spaces stand in a row; write one.", blank);
			dd_check_mend(checker, found, prose, i, i + blank, " ");
		}
		i += blank;
	}
}

const struct dd_rule dd_rules_stop[] = {
    {.ids = DD_IDS(DD_ID_TEXT_FULL_STOP), .text = check_full_stop},
    {.ids = DD_IDS(DD_ID_TEXT_SPACE_AFTER_STOP),
	.text = check_space_after_stop},
    {.ids = DD_IDS(DD_ID_TEXT_SPACE_BEFORE),
	.traits = DD_TRAIT_LOOSE_SIGN,
	.text = check_space_before},
    {.ids = DD_IDS(DD_ID_TEXT_DOUBLE_SPACE),
	.traits = DD_TRAIT_DOUBLE_SPACE,
	.text = check_double_space},
    {0},
};
