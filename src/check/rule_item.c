/* SPDX-License-Identifier: MIT */
/* Rules about items: numbers, headings, items that say nothing. */
#include "check/rule.h"
#include <string.h>
#include "base/ascii.h"
#include "base/utf8.h"
#include "check/look.h"

/* --- typed numbers ------------------------------------------------------- */

static bool
is_bullet(uint32_t cp)
{
	return cp == 0x2022 || cp == 0x30FB || cp == 0x25CF || cp == 0x25CB ||
	    cp == 0x25A0 || cp == 0x25AA || cp == 0x25E6;
}

/* A dash, which is a bullet only where a space follows. */
static bool
is_dash(uint32_t cp)
{
	return cp == '-' || cp == 0x2013 || cp == 0x2014;
}

/* Digits of either width, in a row: their bytes. */
static size_t
measure_number(const char *text, const char *end, size_t *ret_count)
{
	size_t at = 0, len;
	uint32_t cp;

	for (*ret_count = 0; (len = dd_utf8_decode(text + at, end, &cp)) > 0 &&
	     ((cp >= '0' && cp <= '9') || (cp >= 0xFF10 && cp <= 0xFF19));
	     (*ret_count)++)
		at += len;
	return at;
}

/* A letter or small Roman number as items bear them, or one katakana. */
static size_t
measure_letters(const char *text, const char *end)
{
	size_t roman = strspn(text, "ivx");
	uint32_t cp;
	size_t len = dd_utf8_decode(text, end, &cp);

	if (roman > 0 && roman <= 4 && !dd_ascii_is_letter(text[roman]))
		return roman;
	if (len == 1 && dd_ascii_is_letter(*text) &&
	    !dd_ascii_is_letter(text[1]))
		return 1;
	return len > 0 && cp >= 0x30A2 && cp <= 0x30F3 ? len : 0;
}

/* A Korean syllable that counts: 가, 나, 다 ... */
static size_t
measure_hangul(const char *text, const char *end)
{
	static const char counters[] = "가나다라마바사아자차카타파하";
	uint32_t cp;
	size_t len = dd_utf8_decode(text, end, &cp);

	for (const char *c = counters; *c; c += 3)
		if (len == 3 && strncmp(text, c, len) == 0)
			return len;
	return 0;
}

/* Bytes of `(1)`, `（１）`, `1)`, `(a)`, or 0. */
static size_t
measure_bracketed(const char *text, const char *end)
{
	size_t count, open, len;
	uint32_t cp;

	open = dd_utf8_decode(text, end, &cp);
	if (open == 0 || (cp != '(' && cp != 0xFF08))
		open = 0;
	len = measure_number(text + open, end, &count);
	if (len == 0)
		len = measure_letters(text + open, end);
	if (len == 0 || count > 2)
		return 0;
	count = dd_utf8_decode(text + open + len, end, &cp);
	return count > 0 && (cp == ')' || cp == 0xFF09) ? open + len + count
							: 0;
}

/* Bytes of `1.`, `가.`, `１　` or `ア　` with the space that must follow, or 0. */
static size_t
measure_plain(const char *text, const char *end)
{
	size_t count, len = measure_number(text, end, &count), mark;
	bool number;
	uint32_t cp, next;

	if (len == 0)
		len = measure_hangul(text, end);
	number = len > 0;
	if (!number)
		len = measure_letters(text, end);
	if (len == 0 || count > 2)
		return 0;
	mark = dd_utf8_decode(text + len, end, &cp);
	if (mark == 0)
		return 0;
	if (cp == 0x3000)
		return dd_ascii_is_letter(*text) ? 0 : len;
	if (number && (cp == 0xFF0E || cp == 0x3001))
		return measure_number(text + len + mark, end, &count) == 0
		    ? len + mark
		    : 0;
	return number && cp == '.' &&
		dd_utf8_decode(text + len + 1, end, &next) > 0 &&
		(next == ' ' || next == 0xA0 || next == '\n' || next == '\t')
	    ? len + 1
	    : 0;
}

static size_t
measure_typed_number(const char *text, const char *end)
{
	uint32_t cp;
	size_t len = dd_utf8_decode(text, end, &cp);

	if (len == 0)
		return 0;
	if (is_bullet(cp) || (cp >= 0x2460 && cp <= 0x2473))
		return len;
	if (is_dash(cp))
		return dd_ascii_is_space(text[len]) ? len : 0;
	len = measure_bracketed(text, end);
	return len ? len : measure_plain(text, end);
}

static bool
may_be_numbered(const struct dd_prose *prose)
{
	return prose->kind == DD_PROSE_HEADING ||
	    prose->kind == DD_PROSE_STATEMENT ||
	    prose->kind == DD_PROSE_NARRATIVE;
}

/* Where the words behind a number begin, up to the end of its node; a line
 * break is layout, which stays. */
static size_t
skip_blank(const struct dd_prose *prose, size_t at)
{
	size_t end = dd_prose_run_at(prose, at - 1)->end, len;
	uint32_t cp;

	while ((len = dd_utf8_decode(
		    prose->text + at, prose->text + end, &cp)) > 0 &&
	    cp != '\n' && dd_look_is_space(cp))
		at += len;
	return at;
}

static void
check_typed_number(struct dd_checker *checker, const struct dd_prose *prose)
{
	size_t start = strspn(prose->text, DD_ASCII_SPACES), len, end;
	struct dd_diagnostic *found;

	if (!may_be_numbered(prose))
		return;
	len =
	    measure_typed_number(prose->text + start, prose->text + prose->len);
	if (len == 0)
		return;
	found = dd_check_report(checker, DD_ID_ITEM_TYPED_NUMBER, prose, start,
	    start + len,
	    "`%.*s` is typed at the beginning; numbers are computed, so it "
	    "would stand beside another one: remove it.",
	    (int)len, prose->text + start);
	end = skip_blank(prose, start + len);
	if (end + strspn(prose->text + end, DD_ASCII_SPACES) < prose->len)
		dd_check_mend(checker, found, prose, start, end, "");
}

/* --- headings ------------------------------------------------------------ */

/* Words that end in a full stop of their own. */
static bool
is_shortened(const char *text, size_t len)
{
	static const char *const words[] = {
	    "etc", "Inc", "Co", "Ltd", "Corp", "Jr", "Sr", "St", "No"};
	size_t start = len;

	while (start > 0 && !dd_ascii_is_space(text[start - 1]))
		start--;
	if (memchr(text + start, '.', len - start))
		return true;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i]) == len - start &&
		    memcmp(text + start, words[i], len - start) == 0)
			return true;
	return false;
}

static void
check_heading_stop(struct dd_checker *checker, const struct dd_prose *prose)
{
	static const char *const stops[] = {".", "。", "．", "｡"};
	size_t end = prose->len, len;
	struct dd_diagnostic *found;

	if (prose->kind != DD_PROSE_HEADING)
		return;
	while (end > 0 && dd_ascii_is_space(prose->text[end - 1]))
		end--;
	for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
		len = strlen(stops[i]);
		if (end <= len ||
		    memcmp(prose->text + end - len, stops[i], len) != 0 ||
		    (len == 1 && is_shortened(prose->text, end - 1)))
			continue;
		found = dd_check_report(checker, DD_ID_ITEM_HEADING_STOP, prose,
		    end - len, end,
		    "The heading ends in `%s`; a heading is no sentence and "
		    "takes no full stop.",
		    stops[i]);
		dd_check_mend(checker, found, prose, end - len, end, "");
	}
}

/* Items of one parent: how many, and the first with and without a heading. */
struct level {
	size_t with, without;
	const xmlNode *first_with, *first_without;
};

static void
report_headings(struct dd_checker *checker, const struct level *level)
{
	const xmlNode *heading = dd_node_child(level->first_with, "heading");
	bool odd_with = level->with < level->without;
	struct dd_range with = dd_locate_element(checker->tree, heading);
	struct dd_range without =
	    dd_locate_name(checker->tree, level->first_without);
	struct dd_diagnostic *finding = dd_report(checker->sink,
	    DD_ID_ITEM_HEADINGS, odd_with ? with : without,
	    "A heading stands on %zu of the %zu items of this level; give all "
	    "of them one, or none.",
	    level->with, level->with + level->without);

	dd_report_related(checker->sink, finding, odd_with ? without : with,
	    odd_with ? N_("this item has none") : N_("this item has one"));
}

static void
check_level(struct dd_checker *checker, const xmlNode *parent)
{
	struct level level = {0};

	for (const xmlNode *n = dd_node_child(parent, NULL); n;
	     n = dd_node_next(n, NULL)) {
		if (dd_node_is(n, "item") && dd_node_child(n, "heading")) {
			level.first_with =
			    level.first_with ? level.first_with : n;
			level.with++;
		} else if (dd_node_is(n, "item")) {
			level.first_without =
			    level.first_without ? level.first_without : n;
			level.without++;
		}
		if (dd_node_is(n, "item") || dd_node_is(n, "topic"))
			check_level(checker, n);
	}
	if (level.with > 0 && level.without > 0)
		report_headings(checker, &level);
}

static void
check_headings(struct dd_checker *checker)
{
	check_level(checker, checker->summary->body);
}

/* --- texts that say nothing ---------------------------------------------- */

/* Spaces, marks and objects: what is no word. */
static bool
is_no_word(uint32_t cp)
{
	return (cp < 0x80 && !dd_ascii_is_letter((char)cp) &&
		   !dd_ascii_is_digit((char)cp)) ||
	    cp == 0xA0 || (cp >= 0x2000 && cp <= 0x206F) ||
	    (cp >= 0x3000 && cp <= 0x3003) || cp == 0xFF0E || cp == 0xFFFC;
}

static void
check_empty(struct dd_checker *checker, const struct dd_prose *prose)
{
	const char *end = prose->text + prose->len;
	bool has_mark = false;
	size_t at = 0, len;
	uint32_t cp;

	if (prose->kind != DD_PROSE_STATEMENT &&
	    prose->kind != DD_PROSE_NARRATIVE)
		return;
	for (; (len = dd_utf8_decode(prose->text + at, end, &cp)) > 0;
	     at += len) {
		if (!is_no_word(cp))
			return;
		has_mark = has_mark || !dd_ascii_is_space((char)cp);
	}
	if (has_mark)
		dd_report(checker->sink, DD_ID_ITEM_EMPTY,
		    dd_locate_content(checker->tree, prose->node),
		    prose->kind == DD_PROSE_STATEMENT
			? N_("This statement has no word of its own, only "
			     "elements and marks; write what was said, or "
			     "remove it.")
			: N_("This narrative has no word of its own, only "
			     "elements and marks; write what was said, or "
			     "remove it."));
}

const struct dd_rule dd_rules_item[] = {
    {.ids = DD_IDS(DD_ID_ITEM_TYPED_NUMBER), .text = check_typed_number},
    {.ids = DD_IDS(DD_ID_ITEM_HEADING_STOP), .text = check_heading_stop},
    {.ids = DD_IDS(DD_ID_ITEM_EMPTY), .text = check_empty},
    {.ids = DD_IDS(DD_ID_ITEM_HEADINGS), .document = check_headings},
    {0},
};
