/* SPDX-License-Identifier: MIT */
/* The rule about words that belong to a page and not to a text. */
#include "check/rule.h"
#include <string.h>
#include "base/ascii.h"
#include "check/look.h"

/* All of them, and the marks below, are sought at once: few places have three
 * bytes that begin one. No more than 32 in all. */
static const char *const phrases[] = {
    "open a new window",
    "opens in a new window",
    "opens a new window",
    "click here",
    "back to top",
    "back to the top",
    "skip to content",
    "adobe reader",
    "cliquez ici",
    "nouvelle fenêtre",
    "haut de page",
    "別ウィンドウで開く",
    "別ウインドウで開く",
    "このページのトップへ",
    "ここをクリック",
    "새 창 열기",
    "새창열림",
    "여기를 클릭",
};

enum { FILE_MARK_MAX = 20 }; /* bytes behind "(PDF" */

static const char *const opens[] = {"(PDF", "[PDF", "（PDF"};

/* "(PDF)", "(PDF: 120KB)", "[PDF]", also in full width: the bytes, or 0. */
static size_t
measure_file_mark(const char *text)
{
	static const char *const closes[] = {")", "]", "）"};

	for (size_t i = 0; i < sizeof opens / sizeof *opens; i++) {
		size_t len = strlen(opens[i]), rest;
		const char *end;

		if (strncmp(text, opens[i], len) != 0 ||
		    dd_ascii_is_letter(text[len]))
			continue;
		/* Longer brackets say something. */
		rest = strnlen(text + len, FILE_MARK_MAX);
		end = memmem(text + len, rest, closes[i], strlen(closes[i]));
		if (end)
			return (size_t)(end - text) + strlen(closes[i]);
	}
	return 0;
}

static size_t
measure_chrome(const char *text)
{
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
		if (dd_ascii_lower(text[0]) == dd_ascii_lower(phrases[i][0]) &&
		    dd_ascii_equal_n(text, phrases[i], strlen(phrases[i])))
			return strlen(phrases[i]);
	return measure_file_mark(text);
}

/* Which of the words and marks have a byte as their first, second and third:
 * a bit each. */
enum { START = 3 };
struct starts {
	uint32_t with[START][256];
};

static void
note_start(struct starts *starts, uint32_t bit, const char *word)
{
	for (int i = 0; i < START; i++) {
		unsigned char byte = (unsigned char)word[i];

		starts->with[i][byte] |= bit;
		if (dd_ascii_is_letter(word[i]))
			starts->with[i][byte ^ 0x20] |= bit;
	}
}

static void
read_starts(struct starts *starts)
{
	uint32_t bit = 1;

	*starts = (struct starts){{{0}}};
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++, bit <<= 1)
		note_start(starts, bit, phrases[i]);
	for (size_t i = 0; i < sizeof opens / sizeof *opens; i++, bit <<= 1)
		note_start(starts, bit, opens[i]);
}

static bool
may_start(const struct starts *starts, const char *text)
{
	const unsigned char *bytes = (const unsigned char *)text;

	uint32_t bits = starts->with[0][bytes[0]];

	return bits && (bits &= starts->with[1][bytes[1]]) &&
	    bits & starts->with[2][bytes[2]];
}

static void
seek_chrome(struct dd_checker *checker, const struct dd_prose *prose,
    const struct starts *starts)
{
	for (size_t at = 0, len; at + START <= prose->len;
	     at += len > 0 ? len : 1) {
		len = 0;
		if (!may_start(starts, prose->text + at))
			continue;
		len = measure_chrome(prose->text + at);
		if (len == 0 ||
		    (at > 0 && dd_ascii_is_letter(prose->text[at]) &&
			dd_ascii_is_letter(prose->text[at - 1])) ||
		    (dd_ascii_is_letter(prose->text[at + len - 1]) &&
			dd_ascii_is_letter(prose->text[at + len])))
			continue;
		dd_check_report(checker, DD_ID_TEXT_CHROME, prose, at, at + len,
		    "`%.*s` is a word of a page; the format prints what a link "
		    "needs, so remove it.",
		    (int)len, prose->text + at);
	}
}

static void
check_chrome(struct dd_checker *checker)
{
	struct starts starts;

	read_starts(&starts);
	for (const struct dd_prose *p = checker->prose; p; p = p->next)
		seek_chrome(checker, p, &starts);
}

const struct dd_rule dd_rules_chrome[] = {
    {.ids = DD_IDS(DD_ID_TEXT_CHROME), .document = check_chrome},
    {0},
};
