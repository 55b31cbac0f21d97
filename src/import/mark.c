/* SPDX-License-Identifier: MIT */
#include "import/mark.h"
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include "base/ascii.h"
#include "base/utf8.h"

static uint32_t
peek(const char *at, const char *end, size_t *ret_len)
{
	uint32_t cp = 0;

	*ret_len = at < end ? dd_utf8_decode(at, end, &cp) : 0;
	return *ret_len > 0 ? cp : 0;
}

static const char *
skip_spaces(const char *at, const char *end)
{
	size_t len;
	uint32_t cp;

	while ((cp = peek(at, end, &len)) == ' ' || cp == '\t' || cp == 0xA0 ||
	    cp == 0x3000)
		at += len;
	return at;
}

/* A digit of either width, else -1. */
static int
get_digit(uint32_t cp)
{
	if (cp >= '0' && cp <= '9')
		return (int)(cp - '0');
	if (cp >= 0xFF10 && cp <= 0xFF19)
		return (int)(cp - 0xFF10);
	return -1;
}

/* Up to two digits; returns their bytes. */
static size_t
read_number(const char *at, const char *end, size_t *ret_number)
{
	const char *start = at;
	size_t len;

	*ret_number = 0;
	for (int i = 0; i < 2 && get_digit(peek(at, end, &len)) >= 0; i++) {
		*ret_number =
		    *ret_number * 10 + (size_t)get_digit(peek(at, end, &len));
		at += len;
	}
	return get_digit(peek(at, end, &len)) >= 0 ? 0 : (size_t)(at - start);
}

/* "iv" as a number; 0 for anything else. */
static size_t
read_roman(const char *at, const char *end, size_t *ret_number)
{
	static const char *const numbers[] = {
	    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"};
	size_t len = 0;

	while (at + len < end && strchr("ivx", at[len]))
		len++;
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (strlen(numbers[i]) == len &&
		    memcmp(at, numbers[i], len) == 0) {
			*ret_number = i + 1;
			return len;
		}
	return 0;
}

static bool
is_closing(uint32_t cp)
{
	return cp == ')' || cp == 0xFF09;
}

/* The rest of a mark whose number ends at `at`; nothing need follow it. */
static struct dd_mark
close_mark(enum dd_mark_kind kind, size_t number, const char *start,
    const char *at, const char *end)
{
	return (struct dd_mark){
	    .kind = kind,
	    .number = number,
	    .len = (size_t)(skip_spaces(at, end) - start),
	};
}

/* (1) (i) (a) and their wide forms. */
static struct dd_mark
read_bracketed(const char *start, const char *end)
{
	size_t len, number, used;
	const char *at = start;
	enum dd_mark_kind kind = DD_MARK_PAREN_DECIMAL;

	peek(at, end, &len);
	at += len;
	used = read_number(at, end, &number);
	if (used == 0) {
		used = read_roman(at, end, &number);
		kind = DD_MARK_PAREN_ROMAN;
	}
	if (used == 0 && at < end && dd_ascii_is_letter(*at)) {
		number = (size_t)(dd_ascii_lower(*at) - 'a' + 1);
		used = 1;
		kind = DD_MARK_ALPHA;
	}
	at += used;
	if (used == 0 || !is_closing(peek(at, end, &len)))
		return (struct dd_mark){0};
	return close_mark(kind, number, start, at + len, end);
}

/* 1. 1) １． "1 North Korea" */
static struct dd_mark
read_decimal(const char *start, const char *end)
{
	size_t number, len;
	const char *at = start + read_number(start, end, &number);
	uint32_t cp = peek(at, end, &len);
	bool wide = start < end && (*start & 0x80);

	if (at == start || number == 0)
		return (struct dd_mark){0};
	if (is_closing(cp))
		return close_mark(
		    DD_MARK_PAREN_DECIMAL, number, start, at + len, end);
	if (cp == '.' || cp == 0xFF0E || cp == 0x3001) {
		/* 10.5 and 2.30 are numbers. */
		if (get_digit(peek(at + len, end, &(size_t){0})) >= 0)
			return (struct dd_mark){0};
		return close_mark(
		    DD_MARK_DECIMAL, number, start, at + len, end);
	}
	if ((cp == ' ' || cp == 0x3000) &&
	    (wide || (at + len < end && at[len] >= 'A' && at[len] <= 'Z') ||
		is_closing(peek(at + len, end, &(size_t){0}))))
		return close_mark(DD_MARK_DECIMAL, number, start, at, end);
	return (struct dd_mark){0};
}

/* ① ア 가. and letters with a stop. */
static struct dd_mark
read_letter(const char *start, const char *end)
{
	static const char hangul[] = "가나다라마바사아자차카타파하";
	static const char kana[] = "アイウエオカキクケコ";
	size_t len, next_len;
	uint32_t cp = peek(start, end, &len);
	uint32_t next = peek(start + len, end, &next_len);
	const char *found;

	if (cp >= 0x2460 && cp <= 0x2473)
		return close_mark(
		    DD_MARK_CIRCLED, cp - 0x2460 + 1, start, start + len, end);
	if (len == 1 && dd_ascii_is_letter(*start) && next == '.' &&
	    start + 2 < end && start[2] == ' ')
		return close_mark(DD_MARK_ALPHA,
		    (size_t)(dd_ascii_lower(*start) - 'a' + 1), start,
		    start + 2, end);
	if (len != 3)
		return (struct dd_mark){0};
	found = memmem(kana, sizeof kana - 1, start, len);
	if (found && (next == 0x3000 || next == ' '))
		return close_mark(DD_MARK_KANA, (size_t)(found - kana) / 3 + 1,
		    start, start + len, end);
	found = memmem(hangul, sizeof hangul - 1, start, len);
	if (found && next == '.')
		return close_mark(DD_MARK_HANGUL,
		    (size_t)(found - hangul) / 3 + 1, start,
		    start + len + next_len, end);
	return (struct dd_mark){0};
}

static struct dd_mark
read_bullet(const char *start, const char *end)
{
	static const uint32_t bullets[] = {'-', 0x2013, 0x2014, 0x2022, 0x00B7,
	    0x25CF, 0x25AA, 0x25A0, 0x2043, 0x30FB, 0x25E6, 0x00B0, 0x25CB,
	    0x25CE, 0x25C6, 0x2023};
	size_t len, next_len;
	uint32_t cp = peek(start, end, &len);
	uint32_t next = peek(start + len, end, &next_len);
	bool spaced = next == ' ' || next == 0xA0 || next == 0x3000;

	if (cp == '*' && next != '*')
		return close_mark(DD_MARK_STAR, 0, start, start + len, end);
	if (cp == 'o' && spaced)
		return close_mark(DD_MARK_BULLET, 0, start, start + len, end);
	for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
		if (cp == bullets[i] && next != cp && (cp >= 0x80 || spaced))
			return close_mark(
			    DD_MARK_BULLET, 0, start, start + len, end);
	return (struct dd_mark){0};
}

static struct dd_mark
read_numbered(const char *at, const char *end)
{
	size_t len;
	uint32_t cp = peek(at, end, &len);
	struct dd_mark mark;

	if (cp == '(' || cp == 0xFF08)
		return read_bracketed(at, end);
	mark = read_decimal(at, end);
	return mark.len > 0 ? mark : read_letter(at, end);
}

/* True for marks that no sentence begins with: "2." and "(1)", not "2 Ministers"
 * or "A. Smith". */
static bool
is_sure(const struct dd_mark *mark, const char *text)
{
	const char *last = text + mark->len;

	while (last > text && last[-1] == ' ')
		last--;
	return mark->len > 0 &&
	    (mark->kind == DD_MARK_PAREN_DECIMAL ||
		mark->kind == DD_MARK_PAREN_ROMAN ||
		(mark->kind == DD_MARK_DECIMAL && last > text &&
		    last[-1] == '.'));
}

struct dd_mark
dd_mark_read(const char *text, size_t len)
{
	const char *end = text + len;
	struct dd_mark mark = read_numbered(text, end), next;

	if (mark.len == 0) {
		mark = read_bullet(text, end);
		next = read_numbered(text + mark.len, end);
		if (mark.len == 0 || next.len == 0)
			return mark;
		next.outer = mark.len;
		next.len += mark.len;
		mark = next;
	}
	/* "1. 2. (1)": the last one is that of the words. */
	while (is_sure(&mark, text)) {
		next = read_numbered(text + mark.len, end);
		if (!is_sure(&next, text + mark.len))
			break;
		next.outer = mark.len;
		next.len += mark.len;
		mark = next;
	}
	return mark;
}
