/* SPDX-License-Identifier: MIT */
/* Owns: the look at a page before it is parsed, and the way from what the parser
 * says back to the source, of which it tells lines only. */
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/error.h"
#include "base/utf8.h"
#include "import/html_internal.h"
#include "xml/limits.h"

enum { REFERENCE_MAX = 40 }; /* bytes of `&CounterClockwiseContourIntegral;` */

/* --- tags ---------------------------------------------------------------- */

/* Behind the tag that begins at `at`; counts what may be attributes. */
static const char *
skip_tag(const char *at, const char *end, size_t *ret_attributes)
{
	char quote = 0;

	*ret_attributes = 0;
	for (; at < end && (quote || *at != '>'); at++) {
		if (quote) {
			if (*at == quote)
				quote = 0;
		} else if ((*at == '"' || *at == '\'') && at[-1] == '=') {
			quote = *at;
		} else if ((dd_ascii_is_space(at[-1]) || at[-1] == '/' ||
			       at[-1] == '"' || at[-1] == '\'') &&
		    !dd_ascii_is_space(*at) && *at != '/') {
			++*ret_attributes;
		}
	}
	return at;
}

/* True for <main>, <article> and role="main". */
static bool
is_main(const char *tag, const char *end)
{
	size_t len = (size_t)(end - tag);

	return (len >= 4 && dd_ascii_equal_n(tag, "main", 4) &&
		   (len == 4 || dd_ascii_is_space(tag[4]))) ||
	    (len >= 7 && dd_ascii_equal_n(tag, "article", 7) &&
		(len == 7 || dd_ascii_is_space(tag[7]))) ||
	    memmem(tag, len, "role=\"main\"", 11);
}

/* Behind what begins at `at` and is no markup: comments, scripts, styles; NULL
 * for all else. */
static const char *
skip_raw(const char *at, const char *end)
{
	static const struct {
		const char *start, *close;
	} rows[] = {
	    {"!--", "-->"}, {"script", "</script"}, {"style", "</style"}};
	const char *close;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (!dd_ascii_equal_n(at, rows[i].start, strlen(rows[i].start)))
			continue;
		close = strcasestr(at, rows[i].close);
		return close ? close : end;
	}
	return NULL;
}

/* The number behind `&#`; one that is too large is no character either. `text`
 * ends with NUL, where numbers end too. */
static unsigned long
read_number(const char *text)
{
	bool hexadecimal = *text == 'x' || *text == 'X';
	const char *digits = text + hexadecimal;

	if (strspn(digits,
		hexadecimal ? "0123456789abcdefABCDEF" : "0123456789") == 0)
		return ' '; /* it is no reference */
	return strtoul(digits, NULL, hexadecimal ? 16 : 10);
}

bool
dd_page_has_bad_reference(const char *text, size_t len)
{
	const char *end = text + len, *sign = text;

	while ((sign = memmem(sign, (size_t)(end - sign), "&#", 2)) != NULL) {
		unsigned long number = read_number(sign + 2);

		if (number > 0x10FFFF || !dd_utf8_is_xml_char((uint32_t)number))
			return true;
		sign += 2;
	}
	return false;
}

bool
dd_page_is_made(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)text[i] < ' ' && !dd_ascii_is_space(text[i]))
			return true;
	return memmem(text, len, "\xEF\xBF\xBD", 3) != NULL;
}

int
dd_page_scan(
    const char *text, size_t len, bool *ret_main, struct dd_error *error)
{
	const char *end = text + len, *at = text;
	size_t attributes;

	*ret_main = false;
	while ((at = memchr(at, '<', (size_t)(end - at))) != NULL) {
		const char *tag = ++at, *raw = skip_raw(at, end);

		if (raw) {
			at = raw;
			continue;
		}
		if (at == end || !dd_ascii_is_letter(*at))
			continue;
		at = skip_tag(at + 1, end, &attributes);
		if (attributes > DD_LIMIT_ATTRIBUTES)
			return dd_error_set(error, DD_E_INPUT,
			    "The tag at byte %zu has more than %d attributes.",
			    (size_t)(tag - text), DD_LIMIT_ATTRIBUTES);
		*ret_main = *ret_main || is_main(tag, at);
	}
	return 0;
}

/* --- places -------------------------------------------------------------- */

static bool
stands_at(
    const struct dd_page_place *place, const char *text, size_t len, size_t at)
{
	return at + len <= place->len &&
	    memcmp(place->source + at, text, len) == 0;
}

bool
dd_page_find(struct dd_page_place *place, const char *text, size_t len,
    size_t hint, struct dd_extent *ret_extent)
{
	enum { AHEAD = 8 }; /* bytes that the parser may have looked at */
	const char *sign;

	if (hint > place->len)
		hint = place->len;
	for (size_t ahead = 0; ahead <= AHEAD && ahead + len <= hint &&
	     hint - ahead - len >= place->cursor;
	     ahead++) {
		size_t at = hint - ahead - len;

		if (!stands_at(place, text, len, at))
			continue;
		*ret_extent = (struct dd_extent){at, at + len};
		place->cursor = at + len;
		return true;
	}
	if (hint < place->cursor)
		hint = place->cursor;
	*ret_extent = (struct dd_extent){place->cursor, hint};
	if (hint - place->cursor > REFERENCE_MAX)
		ret_extent->from = hint - REFERENCE_MAX;
	sign = memrchr(
	    place->source + ret_extent->from, '&', hint - ret_extent->from);
	if (sign)
		ret_extent->from = (size_t)(sign - place->source);
	place->cursor = hint;
	return false;
}
