/* SPDX-License-Identifier: MIT */
/*
 * Owns: the pass over text and markup that enforces the limits on a document.
 * Tolerates malformed markup, for the parser says better what is wrong there.
 * Every step moves forward and none looks back, so the cost is linear.
 */
#include "xml/gate_internal.h"
#include <string.h>
#include "base/utf8.h"
#include "xml/limits.h"

struct scan {
	const char *text;
	size_t len, at;
	struct dd_sink *sink;
	bool refused;
	size_t depth, nodes, namespaces;
};

/* All reporting of this file goes through here: the first trouble ends the
 * scan. */
#define REFUSE(scan, id, start, end, ...)                                      \
	do {                                                                   \
		dd_report((scan)->sink, (id),                                  \
		    (struct dd_range){(start), (end)}, __VA_ARGS__);           \
		(scan)->refused = true;                                        \
	} while (0)

static bool
starts_with(const struct scan *s, const char *word)
{
	size_t len = strlen(word);

	return s->len - s->at >= len && memcmp(s->text + s->at, word, len) == 0;
}

static bool
is_at(const struct scan *s, char c)
{
	return s->at < s->len && s->text[s->at] == c;
}

static void
skip_blanks(struct scan *s)
{
	while (s->at < s->len && strchr(" \t\r\n", s->text[s->at]))
		s->at++;
}

static void
count_node(struct scan *s, size_t start)
{
	if (++s->nodes <= DD_LIMIT_NODES)
		return;
	REFUSE(s, DD_ID_INPUT_LIMIT_NODES, start, s->at,
	    "The document has more than %d elements, texts, comments and "
	    "processing instructions; divide it into several documents.",
	    DD_LIMIT_NODES);
}

/* A text, comment or processing instruction whose content is [start, end). */
static void
check_text(struct scan *s, const char *what, size_t start, size_t end)
{
	if (end - start <= DD_LIMIT_TEXT)
		return;
	REFUSE(s, DD_ID_INPUT_LIMIT_TEXT, start, end,
	    "This %s is %zu bytes long, but at most %d bytes are read; "
	    "shorten or divide it.",
	    what, end - start, DD_LIMIT_TEXT);
}

/* How many bytes of a long name to show: at most 20, whole characters. */
static int
cut_name(const char *name)
{
	int len = 20;

	while (len > 0 && ((unsigned char)name[len] & 0xC0) == 0x80)
		len--;
	return len;
}

/* Reads a name (perhaps an empty one); false where it is over the limit. */
static bool
read_name(struct scan *s, struct dd_range *ret_name)
{
	size_t len;

	ret_name->start = s->at;
	while (s->at < s->len && !strchr(" \t\r\n/>=<\"'?&!", s->text[s->at]))
		s->at++;
	ret_name->end = s->at;
	len = ret_name->end - ret_name->start;
	if (len <= DD_LIMIT_NAME)
		return true;
	REFUSE(s, DD_ID_INPUT_LIMIT_NAME, ret_name->start, ret_name->end,
	    "The name that begins with `%.*s` is %zu bytes long, but at most "
	    "%d bytes are read; use a shorter name.",
	    cut_name(s->text + ret_name->start), s->text + ret_name->start, len,
	    DD_LIMIT_NAME);
	return false;
}

static int
get_digit(char c, uint32_t base)
{
	int digit = -1;

	if (c >= '0' && c <= '9')
		digit = c - '0';
	else if (c >= 'a' && c <= 'f')
		digit = c - 'a' + 10;
	else if (c >= 'A' && c <= 'F')
		digit = c - 'A' + 10;
	return digit < (int)base ? digit : -1;
}

/* Stands at `&`. A well-formed character reference must name a character that
 * XML allows; every other reference is left to the parser. */
static void
scan_reference(struct scan *s)
{
	size_t start = s->at++, digits;
	uint32_t base = 10, cp = 0;

	if (!is_at(s, '#'))
		return;
	s->at++;
	if (is_at(s, 'x')) {
		s->at++;
		base = 16;
	}
	digits = s->at;
	while (s->at < s->len && get_digit(s->text[s->at], base) >= 0) {
		cp = cp * base + (uint32_t)get_digit(s->text[s->at], base);
		if (cp > 0x110000)
			cp = 0x110000; /* stays out of range, cannot wrap */
		s->at++;
	}
	if (s->at == digits || !is_at(s, ';'))
		return;
	s->at++;
	if (dd_utf8_is_xml_char(cp))
		return;
	REFUSE(s, DD_ID_INPUT_BAD_CHARACTER, start, s->at,
	    "`%.*s%s` refers to a character that XML does not allow; remove "
	    "it.",
	    (int)(s->at - start > 20 ? 20 : s->at - start), s->text + start,
	    s->at - start > 20 ? "..." : "");
}

/* Stands at text; moves to the next `<` or the end. */
static void
scan_text(struct scan *s)
{
	size_t start = s->at;

	while (s->at < s->len && s->text[s->at] != '<' && !s->refused) {
		if (s->text[s->at] == '&')
			scan_reference(s);
		else
			s->at++;
	}
	if (s->refused)
		return;
	check_text(s, "text", start, s->at);
	if (s->depth > 0 && !s->refused)
		count_node(s, start);
}

/* Moves to `close` or the end; true where it was found. Each byte is looked at
 * once, also under a sanitizer, whose memmem reads all that is left. */
static bool
find_close(struct scan *s, const char *close)
{
	while (s->at < s->len && !starts_with(s, close)) {
		const char *next =
		    memchr(s->text + s->at + 1, close[0], s->len - s->at - 1);

		s->at = next ? (size_t)(next - s->text) : s->len;
	}
	return s->at < s->len;
}

/* Stands behind the opening of a comment, CDATA section or processing
 * instruction that began at `start`; moves behind `close` or to the end. */
static void
scan_until(struct scan *s, size_t start, const char *what, const char *close)
{
	size_t content = s->at;
	bool found = find_close(s, close);

	check_text(s, what, content, s->at);
	if (s->refused)
		return;
	if (found)
		s->at += strlen(close);
	count_node(s, start);
}

static void
scan_instruction(struct scan *s)
{
	size_t start = s->at;
	struct dd_range name;

	s->at += 2;
	if (!read_name(s, &name))
		return;
	scan_until(s, start, "processing instruction", "?>");
	/* The XML declaration only looks like an instruction. */
	if (start == 0 && name.end - name.start == 3 &&
	    memcmp(s->text + name.start, "xml", 3) == 0)
		s->nodes = 0;
}

/* Stands at the opening quote; moves behind the closing one. False where the
 * value does not end, which is malformed, or is refused. */
static bool
scan_value(struct scan *s, struct dd_range name)
{
	char quote = s->text[s->at++];
	size_t start = s->at;

	while (s->at < s->len && s->text[s->at] != quote &&
	    s->text[s->at] != '<') {
		if (s->text[s->at] != '&') {
			s->at++;
			continue;
		}
		scan_reference(s);
		if (s->refused)
			return false;
	}
	if (s->at - start > DD_LIMIT_VALUE) {
		REFUSE(s, DD_ID_INPUT_LIMIT_VALUE, start, s->at,
		    "The value of `%.*s` is %zu bytes long, but at most %d "
		    "bytes are read; shorten it, or put it in an element.",
		    (int)(name.end - name.start), s->text + name.start,
		    s->at - start, DD_LIMIT_VALUE);
		return false;
	}
	if (!is_at(s, quote))
		return false;
	s->at++;
	return true;
}

static bool
is_namespace(const struct scan *s, struct dd_range name)
{
	size_t len = name.end - name.start;

	return len >= 5 && memcmp(s->text + name.start, "xmlns", 5) == 0 &&
	    (len == 5 || s->text[name.start + 5] == ':');
}

static void
count_attribute(struct scan *s, struct dd_range name, size_t *count)
{
	if (++*count > DD_LIMIT_ATTRIBUTES) {
		REFUSE(s, DD_ID_INPUT_LIMIT_ATTRIBUTES, name.start, name.end,
		    "This element has more than %d attributes; remove some of "
		    "them.",
		    DD_LIMIT_ATTRIBUTES);
		return;
	}
	if (!is_namespace(s, name) || ++s->namespaces <= DD_LIMIT_NAMESPACES)
		return;
	REFUSE(s, DD_ID_INPUT_LIMIT_NAMESPACES, name.start, name.end,
	    "The document has more than %d namespace declarations (`xmlns`); "
	    "declare each namespace once, on the root element.",
	    DD_LIMIT_NAMESPACES);
}

/* Reads one attribute; false at the end of the tag, or where it breaks. */
static bool
scan_attribute(struct scan *s, size_t *count)
{
	struct dd_range name;

	skip_blanks(s);
	if (!read_name(s, &name) || name.end == name.start)
		return false;
	count_attribute(s, name, count);
	if (s->refused)
		return false;
	skip_blanks(s);
	if (!is_at(s, '='))
		return false;
	s->at++;
	skip_blanks(s);
	if (!is_at(s, '"') && !is_at(s, '\''))
		return false;
	return scan_value(s, name);
}

static void
scan_start_tag(struct scan *s)
{
	size_t start = s->at++, count = 0;
	struct dd_range name;

	if (!read_name(s, &name))
		return;
	if (name.start == name.end)
		return; /* a lone `<` */
	if (s->depth >= DD_LIMIT_DEPTH) {
		REFUSE(s, DD_ID_INPUT_LIMIT_DEPTH, start, s->at,
		    "Elements are nested deeper than %d here; nest them "
		    "less deeply.",
		    DD_LIMIT_DEPTH);
		return;
	}
	count_node(s, start);
	while (!s->refused && scan_attribute(s, &count))
		continue;
	if (starts_with(s, "/>")) {
		s->at += 2;
		return;
	}
	if (is_at(s, '>'))
		s->at++;
	s->depth++;
}

static void
scan_end_tag(struct scan *s)
{
	struct dd_range name;

	s->at += 2;
	if (!read_name(s, &name))
		return;
	while (s->at < s->len && s->text[s->at] != '>' && s->text[s->at] != '<')
		s->at++;
	if (is_at(s, '>'))
		s->at++;
	if (s->depth > 0)
		s->depth--;
}

/* Stands at `<`. */
static void
scan_markup(struct scan *s)
{
	size_t start = s->at;

	if (starts_with(s, "<!--")) {
		s->at += 4;
		scan_until(s, start, "comment", "-->");
	} else if (starts_with(s, "<![CDATA[")) {
		s->at += 9;
		scan_until(s, start, "text", "]]>");
	} else if (starts_with(s, "<!DOCTYPE")) {
		REFUSE(s, DD_ID_INPUT_DOCTYPE, start, start + 9,
		    "A document type declaration (`<!DOCTYPE`) stands here, "
		    "but a meeting summary has none; delete it.");
	} else if (starts_with(s, "<?")) {
		scan_instruction(s);
	} else if (starts_with(s, "</")) {
		scan_end_tag(s);
	} else {
		scan_start_tag(s);
	}
}

bool
dd_gate_scan(const char *text, size_t len, struct dd_sink *sink)
{
	struct scan scan = {.text = text, .len = len, .sink = sink};

	while (scan.at < scan.len && !scan.refused) {
		if (text[scan.at] == '<')
			scan_markup(&scan);
		else
			scan_text(&scan);
	}
	return !scan.refused;
}
