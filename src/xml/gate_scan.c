/* SPDX-License-Identifier: MIT */
/*
 * Owns: the pass over text and markup that enforces the limits on a document.
 * Tolerates malformed markup, for the parser says better what is wrong there.
 * Every step moves forward and none looks back, so the cost is linear.
 * Leaves tags to gate_tag.c.
 */
#include "xml/gate_internal.h"
#include <string.h>
#include "base/utf8.h"
#include "xml/limits.h"
#include "xml/scan.h"

void
dd_gate_count_node(struct dd_gate_scan *s, size_t start)
{
	if (++s->nodes <= DD_LIMIT_NODES)
		return;
	DD_GATE_REFUSE(s, DD_ID_INPUT_LIMIT_NODES, start, s->at,
	    "The document has more than %d elements, texts, comments and "
	    "processing instructions; divide it into several documents.",
	    DD_LIMIT_NODES);
}

/* A text, comment or processing instruction whose content is [start, end). */
static void
check_text(struct dd_gate_scan *s, const char *what, size_t start, size_t end)
{
	if (end - start <= DD_LIMIT_TEXT)
		return;
	DD_GATE_REFUSE(s, DD_ID_INPUT_LIMIT_TEXT, start, end,
	    "This %s is %zu bytes long, but at most %d bytes are read; "
	    "shorten or divide it.",
	    dd_sink_say(s->sink, what), end - start, DD_LIMIT_TEXT);
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

/* Stands behind the `&` of what is no character reference. Without a DOCTYPE
 * there are five names; libxml2 would keep every other one. */
static void
scan_named_reference(struct dd_gate_scan *s)
{
	static const char *const known[] = {
	    "amp;", "lt;", "gt;", "quot;", "apos;"};
	size_t i = 0;

	while (i < 5 && !dd_gate_is(s, known[i]))
		i++;
	s->malformed |= i == 5;
}

/* Stands at `&`. A well-formed character reference must name a character that
 * XML allows. */
void
dd_gate_reference(struct dd_gate_scan *s)
{
	size_t start = s->at++, digits;
	uint32_t base = 10, cp = 0;

	if (!dd_gate_is_at(s, '#')) {
		scan_named_reference(s);
		return;
	}
	s->at++;
	if (dd_gate_is_at(s, 'x')) {
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
	if (s->at == digits || !dd_gate_is_at(s, ';'))
		return;
	s->at++;
	if (dd_utf8_is_xml_char(cp))
		return;
	DD_GATE_REFUSE(s, DD_ID_INPUT_BAD_CHARACTER, start, s->at,
	    "`%.*s%s` refers to a character that XML does not allow; remove "
	    "it.",
	    (int)(s->at - start > 20 ? 20 : s->at - start), s->text + start,
	    s->at - start > 20 ? "..." : "");
}

/* Where `c` stands next, before `end`; else there. */
static size_t
find(const struct dd_gate_scan *s, char c, size_t end)
{
	const char *found = memchr(s->text + s->at, c, end - s->at);

	return found ? (size_t)(found - s->text) : end;
}

/* Stands at text; moves to the next `<` or the end. */
static void
scan_text(struct dd_gate_scan *s)
{
	size_t start = s->at, end = find(s, '<', s->len);

	while ((s->at = find(s, '&', end)) < end && !s->refused)
		dd_gate_reference(s);
	if (s->refused)
		return;
	check_text(s, N_("text"), start, s->at);
	if (s->depth > 0 && !s->refused)
		dd_gate_count_node(s, start);
}

/* Moves to `close` or the end; true where it was found. */
static bool
find_close(struct dd_gate_scan *s, const char *close)
{
	s->at = dd_scan_find(s->text, s->len, s->at, close);
	return s->at < s->len;
}

/* Stands behind the opening of a comment, CDATA section or processing
 * instruction that began at `start`; moves behind `close` or to the end. */
static void
scan_until(
    struct dd_gate_scan *s, size_t start, const char *what, const char *close)
{
	size_t content = s->at;
	bool found = find_close(s, close);

	check_text(s, what, content, s->at);
	if (s->refused)
		return;
	if (found)
		s->at += strlen(close);
	dd_gate_count_node(s, start);
}

/* Stands at `<!--`. libxml2 copies the comment so far for each `--` in it. */
static void
scan_comment(struct dd_gate_scan *s)
{
	size_t start = s->at, content = start + 4;

	s->at = content;
	s->malformed |= find_close(s, "--") && !dd_gate_is(s, "-->");
	s->at = content;
	scan_until(s, start, N_("comment"), "-->");
}

static void
scan_instruction(struct dd_gate_scan *s)
{
	size_t start = s->at;
	struct dd_range name;

	s->at += 2;
	if (!dd_gate_read_name(s, &name))
		return;
	scan_until(s, start, N_("processing instruction"), "?>");
	/* The XML declaration only looks like an instruction. */
	if (start == 0 && name.end - name.start == 3 &&
	    memcmp(s->text + name.start, "xml", 3) == 0)
		s->nodes = 0;
}

/* Stands at `<`. */
static void
scan_markup(struct dd_gate_scan *s)
{
	size_t start = s->at;

	if (dd_gate_is(s, "</")) {
		dd_gate_end_tag(s);
	} else if (!dd_gate_is(s, "<!") && !dd_gate_is(s, "<?")) {
		dd_gate_start_tag(s);
	} else if (dd_gate_is(s, "<!--")) {
		scan_comment(s);
	} else if (dd_gate_is(s, "<![CDATA[")) {
		s->at += 9;
		scan_until(s, start, N_("text"), "]]>");
	} else if (dd_gate_is(s, "<!DOCTYPE")) {
		DD_GATE_REFUSE(s, DD_ID_INPUT_DOCTYPE, start, start + 9,
		    "A document type declaration (`<!DOCTYPE`) stands here, "
		    "but a meeting summary has none; delete it.");
	} else if (dd_gate_is(s, "<?")) {
		scan_instruction(s);
	} else {
		dd_gate_start_tag(s); /* of no name */
	}
}

static void
scan_all(struct dd_gate_scan *s)
{
	while (s->at < s->len && !s->refused &&
	    (s->exact || s->misses <= DD_LIMIT_NAMES)) {
		if (s->text[s->at] == '<')
			scan_markup(s);
		else
			scan_text(s);
	}
}

bool
dd_gate_scan(
    const char *text, size_t len, bool *ret_malformed, struct dd_sink *sink)
{
	struct dd_gate_scan scan = {.text = text, .len = len, .sink = sink};

	scan_all(&scan);
	if (scan.misses > DD_LIMIT_NAMES && !scan.refused) {
		scan = (struct dd_gate_scan){
		    .text = text, .len = len, .sink = sink, .exact = true};
		scan_all(&scan);
	}
	dd_table_release(&scan.names);
	dd_arena_release(&scan.arena);
	/* Behind the byte order mark it is a character like any other, and none
	 * may stand there; parsers pass over it. */
	*ret_malformed =
	    scan.malformed || strncmp(text, "\xEF\xBB\xBF", 3) == 0;
	return !scan.refused;
}
