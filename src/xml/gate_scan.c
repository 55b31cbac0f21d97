/* SPDX-License-Identifier: MIT */
/*
 * One linear pass over the text. Tolerates malformed markup, which the
 * parser will report, and refuses what the parser must not see.
 */
#include "xml/gate_internal.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "xml/limits.h"
#include "xml/source.h"

struct scan {
	const char *text;
	size_t len, at;
	size_t depth, nodes, namespaces;
	struct dd_sink *sink;
};

static bool
refuse(struct scan *s, enum dd_id id, size_t start, size_t end,
    const char *what, size_t limit)
{
	dd_report(s->sink, id, (struct dd_range){start, end},
	    "%s is over the limit of %zu.", what, limit);
	return false;
}

static bool
refuse_character(struct scan *s, uint32_t cp, size_t start, size_t end)
{
	dd_report(s->sink, DD_ID_INPUT_BAD_CHARACTER,
	    (struct dd_range){start, end},
	    "The character U+%04X stands here, which XML does not allow; "
	    "remove it.",
	    (unsigned)cp);
	return false;
}

static bool
check_characters(struct scan *s)
{
	for (size_t at = 0; at < s->len;) {
		uint32_t cp = 0;
		size_t step =
		    dd_utf8_decode(s->text + at, s->text + s->len, &cp);

		if (!dd_utf8_is_xml_char(cp))
			return refuse_character(s, cp, at, at + step);
		at += step;
	}
	return true;
}

/* Character references between `start` and `end`, which lie in a text or a
 * value. A malformed one is left to the parser. */
static bool
check_references(struct scan *s, size_t start, size_t end)
{
	const char *hit = s->text + start;

	while ((hit = memmem(hit, (size_t)(s->text + end - hit), "&#", 2))) {
		bool hex = hit[2] == 'x';
		const char *digits = hit + 2 + hex;
		size_t count = strspn(
		    digits, hex ? "0123456789abcdefABCDEF" : "0123456789");
		unsigned long value = strtoul(digits, NULL, hex ? 16 : 10);
		size_t at = (size_t)(hit - s->text);

		hit = digits + count;
		if (count == 0 || *hit != ';')
			continue;
		if (value > 0x10FFFF || !dd_utf8_is_xml_char((uint32_t)value))
			return refuse_character(s,
			    value > UINT32_MAX ? UINT32_MAX : (uint32_t)value,
			    at, (size_t)(hit + 1 - s->text));
	}
	return true;
}

static bool
count_node(struct scan *s)
{
	if (++s->nodes <= DD_LIMIT_NODES)
		return true;
	return refuse(s, DD_ID_INPUT_LIMIT_NODES, s->at, s->at,
	    "The number of elements and texts", DD_LIMIT_NODES);
}

/* Passes `open` … `close`; what stands between may not be too long. */
static bool
pass_part(struct scan *s, const char *open, const char *close)
{
	size_t start = s->at + strlen(open);
	const char *hit = strstr(s->text + start, close);
	size_t end = hit ? (size_t)(hit - s->text) : s->len;

	if (end - start > DD_LIMIT_TEXT)
		return refuse(s, DD_ID_INPUT_LIMIT_TEXT, s->at, end,
		    "The length of this part in bytes", DD_LIMIT_TEXT);
	s->at = hit ? end + strlen(close) : s->len;
	return count_node(s);
}

static bool
pass_text(struct scan *s)
{
	size_t start = s->at;

	s->at += strcspn(s->text + start, "<");
	if (s->at - start > DD_LIMIT_TEXT)
		return refuse(s, DD_ID_INPUT_LIMIT_TEXT, start, s->at,
		    "The length of this text in bytes", DD_LIMIT_TEXT);
	return check_references(s, start, s->at) && count_node(s);
}

static bool
pass_name(struct scan *s)
{
	size_t len = strcspn(s->text + s->at, " \t\r\n=/><\"'");

	if (len > DD_LIMIT_NAME)
		return refuse(s, DD_ID_INPUT_LIMIT_NAME, s->at, s->at + len,
		    "The length of this name in bytes", DD_LIMIT_NAME);
	s->at += len;
	return true;
}

/* Passes one attribute, or a stray character. */
static bool
pass_attribute(struct scan *s)
{
	size_t start = s->at;
	char quote;

	if (strncmp(s->text + start, "xmlns", 5) == 0 &&
	    strchr(":= \t\r\n", s->text[start + 5]) &&
	    ++s->namespaces > DD_LIMIT_NAMESPACES)
		return refuse(s, DD_ID_INPUT_LIMIT_NAMESPACES, start, start,
		    "The number of namespaces", DD_LIMIT_NAMESPACES);
	if (!pass_name(s))
		return false;
	s->at += strspn(s->text + s->at, " \t\r\n=");
	quote = s->text[s->at];
	if (quote == '"' || quote == '\'') {
		size_t value = ++s->at;
		const char *hit = strchr(s->text + value, quote);

		s->at = hit ? (size_t)(hit - s->text) : s->len;
		if (s->at - value > DD_LIMIT_VALUE)
			return refuse(s, DD_ID_INPUT_LIMIT_VALUE, value, s->at,
			    "The length of this value in bytes",
			    DD_LIMIT_VALUE);
		if (!check_references(s, value, s->at))
			return false;
		s->at += hit != NULL;
	}
	if (s->at == start)
		s->at++;
	return true;
}

static bool
pass_start_tag(struct scan *s)
{
	size_t start = s->at++;
	size_t attributes = 0;

	if (++s->depth > DD_LIMIT_DEPTH)
		return refuse(s, DD_ID_INPUT_LIMIT_DEPTH, start, start + 1,
		    "The depth of nested elements", DD_LIMIT_DEPTH);
	if (!count_node(s) || !pass_name(s))
		return false;
	for (;;) {
		s->at += strspn(s->text + s->at, " \t\r\n/");
		if (s->at >= s->len || strchr("<>", s->text[s->at]))
			break;
		if (++attributes > DD_LIMIT_ATTRIBUTES)
			return refuse(s, DD_ID_INPUT_LIMIT_ATTRIBUTES, start,
			    s->at, "The number of attributes of this element",
			    DD_LIMIT_ATTRIBUTES);
		if (!pass_attribute(s))
			return false;
	}
	s->depth -= s->text[s->at - 1] == '/';
	s->at += s->text[s->at] == '>';
	return true;
}

static bool
pass_end_tag(struct scan *s)
{
	s->depth -= s->depth > 0;
	s->at += strcspn(s->text + s->at, ">");
	s->at += s->at < s->len;
	return true;
}

static bool
pass_markup(struct scan *s)
{
	const char *p = s->text + s->at;

	if (strncmp(p, "<!--", 4) == 0)
		return pass_part(s, "<!--", "-->");
	if (strncmp(p, "<![CDATA[", 9) == 0)
		return pass_part(s, "<![CDATA[", "]]>");
	if (strncmp(p, "<?", 2) == 0)
		return pass_part(s, "<?", "?>");
	if (strncmp(p, "</", 2) == 0)
		return pass_end_tag(s);
	if (strncmp(p, "<!", 2) != 0)
		return pass_start_tag(s);
	dd_report(s->sink, DD_ID_INPUT_DOCTYPE,
	    (struct dd_range){s->at, s->at + 2},
	    "A `<!DOCTYPE>` or another declaration stands here; a summary "
	    "has none, so remove it.");
	return false;
}

/* XML 1.1 is refused: libxml2 would read it as 1.0 without a word. */
static bool
check_version(struct scan *s)
{
	size_t end = strcspn(s->text, ">");
	const char *hit;

	if (strncmp(s->text, "<?xml", 5) != 0 || !strchr(" \t\r\n", s->text[5]))
		return true;
	hit = memmem(s->text, end, "version", 7);
	if (!hit)
		return true;
	hit += 7 + strspn(hit + 7, " \t\r\n=");
	if (strncmp(hit + 1, "1.0", 3) == 0 && strchr("\"'", hit[4]))
		return true;
	dd_report(s->sink, DD_ID_INPUT_XML_VERSION,
	    (struct dd_range){(size_t)(hit - s->text), end},
	    "The document is not XML 1.0; write `version=\"1.0\"`.");
	return false;
}

bool
dd_gate_scan(const struct dd_source *source, struct dd_sink *sink)
{
	struct scan s = {
	    .text = source->text, .len = source->len, .sink = sink};

	if (strspn(s.text, " \t\r\n") == s.len) {
		dd_report(sink, DD_ID_INPUT_EMPTY, (struct dd_range){0, 0},
		    "The file is empty.");
		return false;
	}
	if (!check_characters(&s) || !check_version(&s))
		return false;
	while (s.at < s.len)
		if (!(s.text[s.at] == '<' ? pass_markup(&s) : pass_text(&s)))
			return false;
	return true;
}
