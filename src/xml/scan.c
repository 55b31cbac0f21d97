/* SPDX-License-Identifier: MIT */
/* Tokens, attributes and characters of well-formed text. */
#include "xml/scan.h"

#include <stdint.h>
#include <string.h>
#include "base/ascii.h"

static bool
starts_with(const char *text, struct dd_range range, const char *word)
{
	size_t len = strlen(word);

	return range.end - range.start >= len &&
	    memcmp(text + range.start, word, len) == 0;
}

size_t
dd_scan_find(const char *text, size_t len, size_t pos, const char *mark)
{
	size_t size = strlen(mark);

	while (pos < len) {
		const char *next = memchr(text + pos, mark[0], len - pos);

		if (!next || (size_t)(text + len - next) < size)
			break;
		if (memcmp(next, mark, size) == 0)
			return (size_t)(next - text);
		pos = (size_t)(next - text) + 1;
	}
	return len;
}

/* Behind the next `mark` at or after `pos`, or `len`. */
static size_t
skip_past(const char *text, size_t len, size_t pos, const char *mark)
{
	size_t found = dd_scan_find(text, len, pos, mark);

	return found < len ? found + strlen(mark) : len;
}

/* Behind the `>` of the tag that begins before `pos`. */
static size_t
skip_tag(const char *text, size_t len, size_t pos)
{
	while (pos < len && text[pos] != '>') {
		char c = text[pos++];
		const char *quote;

		if (c != '"' && c != '\'')
			continue;
		quote = memchr(text + pos, c, len - pos);
		pos = quote ? (size_t)(quote - text) + 1 : len;
	}
	return pos < len ? pos + 1 : len;
}

static enum dd_token
scan_markup(const char *text, size_t len, struct dd_range *range)
{
	struct dd_range rest = {range->start, len};

	if (starts_with(text, rest, "<!--")) {
		range->end = skip_past(text, len, rest.start + 4, "-->");
		return DD_TOKEN_COMMENT;
	}
	if (starts_with(text, rest, "<![CDATA[")) {
		range->end = skip_past(text, len, rest.start + 9, "]]>");
		return DD_TOKEN_CDATA;
	}
	if (starts_with(text, rest, "<?")) {
		range->end = skip_past(text, len, rest.start + 2, "?>");
		return DD_TOKEN_PI;
	}
	range->end = skip_tag(text, len, rest.start + 1);
	if (starts_with(text, rest, "</"))
		return DD_TOKEN_END;
	return range->end - range->start >= 3 && text[range->end - 2] == '/'
	    ? DD_TOKEN_EMPTY
	    : DD_TOKEN_START;
}

enum dd_token
dd_scan_token(
    const char *text, size_t len, size_t pos, struct dd_range *ret_range)
{
	const char *next;

	ret_range->start = ret_range->end = pos;
	if (pos >= len)
		return DD_TOKEN_STOP;
	if (text[pos] == '<')
		return scan_markup(text, len, ret_range);
	next = memchr(text + pos, '<', len - pos);
	ret_range->end = next ? (size_t)(next - text) : len;
	return DD_TOKEN_TEXT;
}

size_t
dd_scan_name(const char *text, size_t len, size_t pos)
{
	while (pos < len && !dd_ascii_is_space(text[pos]) && text[pos] != '=' &&
	    text[pos] != '/' && text[pos] != '>' && text[pos] != '?')
		pos++;
	return pos;
}

bool
dd_scan_attribute(const char *text, size_t len, size_t pos,
    struct dd_scan_attribute *ret_attribute)
{
	char quote[2] = {0};

	while (pos < len && dd_ascii_is_space(text[pos]))
		pos++;
	ret_attribute->name.start = pos;
	pos = dd_scan_name(text, len, pos);
	ret_attribute->name.end = pos;
	if (pos >= len || pos == ret_attribute->name.start)
		return false;
	while (pos < len && text[pos] != '"' && text[pos] != '\'')
		pos++;
	if (pos >= len)
		return false;
	quote[0] = text[pos];
	ret_attribute->value.start = pos + 1;
	ret_attribute->value.end = skip_past(text, len, pos + 1, quote) - 1;
	return true;
}

/* Bytes of UTF-8 that a character reference's number takes. */
static size_t
measure_number(const char *digits, const char *end)
{
	int base = digits < end && *digits == 'x' ? 16 : 10;
	uint32_t number = 0;

	for (digits += base == 16; digits < end; digits++) {
		int lower = *digits | 0x20;

		number *= (uint32_t)base;
		number +=
		    (uint32_t)(lower >= 'a' ? lower - 'a' + 10 : *digits - '0');
	}
	return number < 0x80   ? 1
	    : number < 0x800   ? 2
	    : number < 0x10000 ? 3
			       : 4;
}

/* One character of the tree: bytes it takes there, and in the source. */
struct unit {
	size_t decoded;
	size_t source;
};

static struct unit
read_unit(const char *p, const char *end, enum dd_scan_kind kind)
{
	unsigned char c = (unsigned char)*p;
	struct unit unit = {1, 1};

	if (c == '&' && kind != DD_SCAN_CDATA) {
		const char *semicolon = memchr(p, ';', (size_t)(end - p));

		if (!semicolon)
			return unit;
		unit.source = (size_t)(semicolon - p) + 1;
		if (p[1] == '#')
			unit.decoded = measure_number(p + 2, semicolon);
	} else if (c == '\r' && p + 1 < end && p[1] == '\n') {
		unit.source = 2;
	} else if (c >= 0xC0) {
		unit.source = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
		if (unit.source > (size_t)(end - p))
			unit.source = (size_t)(end - p);
		unit.decoded = unit.source;
	}
	return unit;
}

/* Where the next character stands: marks of CDATA sections are none. The text
 * begins outside of a section. */
static const char *
skip_marks(const char *p, const char *end, bool *inside)
{
	static const char *const marks[] = {"<![CDATA[", "]]>"};

	for (;;) {
		const char *mark = marks[*inside];
		size_t len = strlen(mark);

		if ((size_t)(end - p) < len || memcmp(p, mark, len) != 0)
			return p;
		p += len;
		*inside = !*inside;
	}
}

struct dd_range
dd_scan_slice(const char *text, struct dd_range range, enum dd_scan_kind kind,
    size_t from, size_t to)
{
	const char *p = text + range.start, *end = text + range.end;
	const char *start = NULL, *last;
	bool inside = false, marked = kind == DD_SCAN_CDATA;
	size_t decoded = 0;

	p = last = marked ? skip_marks(p, end, &inside) : p;
	while (p < end && !(start && decoded >= to)) {
		struct unit unit = read_unit(p, end, kind);

		if (!start && decoded + unit.decoded > from) {
			start = p;
			if (to <= from) {
				last = p;
				break;
			}
		}
		decoded += unit.decoded;
		last = p + unit.source;
		p = marked ? skip_marks(last, end, &inside) : last;
	}
	if (!start)
		start = last;
	return (struct dd_range){(size_t)(start - text), (size_t)(last - text)};
}
