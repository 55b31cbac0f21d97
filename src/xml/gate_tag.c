/* SPDX-License-Identifier: MIT */
/*
 * Owns: names, attributes and tags in the gate's pass, and their limits.
 * Leaves text, comments and all other markup to gate_scan.c.
 */
#include "xml/gate_internal.h"
#include <string.h>
#include "base/ascii.h"
#include "base/utf8.h"
#include "xml/limits.h"

enum { NAME_SHOWN = 20 }; /* bytes of a name that is too long */

enum { ENDS_NAME = 1, STOPS_VALUE = 2 };

static const unsigned char kinds[256] = {
    ['\t'] = ENDS_NAME,
    ['\n'] = ENDS_NAME,
    ['\r'] = ENDS_NAME,
    [' '] = ENDS_NAME,
    ['/'] = ENDS_NAME,
    ['>'] = ENDS_NAME,
    ['='] = ENDS_NAME,
    ['?'] = ENDS_NAME,
    ['!'] = ENDS_NAME,
    ['<'] = ENDS_NAME | STOPS_VALUE,
    ['"'] = ENDS_NAME | STOPS_VALUE,
    ['\''] = ENDS_NAME | STOPS_VALUE,
    ['&'] = ENDS_NAME | STOPS_VALUE,
};

/* Moves to the next byte of that kind, or to the end. */
static void
skip_to(struct dd_gate_scan *s, unsigned kind)
{
	const char *text = s->text;
	size_t at = s->at, len = s->len;

	while (at < len && !(kinds[(unsigned char)text[at]] & kind))
		at++;
	s->at = at;
}

static void
skip_blanks(struct dd_gate_scan *s)
{
	while (s->at < s->len && dd_ascii_is_space(s->text[s->at]))
		s->at++;
}

/* The one place where a name may be remembered. Most names of a document are
 * found there, and of those that push each other out none is lost. */
static struct dd_range *
find_recent(struct dd_gate_scan *s, const char *name, size_t len)
{
	uint32_t first = (unsigned char)name[0],
		 middle = (unsigned char)name[len / 2],
		 last = (unsigned char)name[len - 1];
	uint32_t mixed = (uint32_t)len << 24 | first << 16 | middle << 8 | last;

	return &s->recent[(mixed * 2654435761u) >> 16 & (DD_GATE_RECENT - 1)];
}

/* libxml2 keeps each name once, in a table that is slow with many. False
 * where this one is over the limit, or may be. */
static bool
count_name(struct dd_gate_scan *s, struct dd_range name)
{
	size_t len = name.end - name.start;
	const char *bytes = s->text + name.start;
	struct dd_range *recent;
	char key[DD_LIMIT_NAME + 1];

	if (len == 0)
		return true;
	recent = find_recent(s, bytes, len);
	if (recent->end - recent->start == len &&
	    memcmp(s->text + recent->start, bytes, len) == 0)
		return true;
	*recent = name;
	if (!s->exact)
		return ++s->misses <= DD_LIMIT_NAMES;
	memcpy(key, bytes, len);
	key[len] = '\0';
	if (dd_table_find(&s->names, key))
		return true;
	if (s->names.count < DD_LIMIT_NAMES)
		return dd_table_add(
		    &s->names, dd_arena_ndup(&s->arena, key, len), s);
	DD_GATE_REFUSE(s, DD_ID_INPUT_LIMIT_NAMES, name.start, name.end,
	    "The document has more than %d different names of elements and "
	    "attributes; check that it is a meeting summary.",
	    DD_LIMIT_NAMES);
	return false;
}

bool
dd_gate_read_name(struct dd_gate_scan *s, struct dd_range *ret_name)
{
	size_t len;

	ret_name->start = s->at;
	skip_to(s, ENDS_NAME);
	ret_name->end = s->at;
	len = ret_name->end - ret_name->start;
	if (len <= DD_LIMIT_NAME)
		return count_name(s, *ret_name);
	DD_GATE_REFUSE(s, DD_ID_INPUT_LIMIT_NAME, ret_name->start,
	    ret_name->end,
	    "The name that begins with `%.*s` is %zu bytes long, but at most "
	    "%d bytes are read; use a shorter name.",
	    (int)dd_utf8_cut(s->text + ret_name->start, len, NAME_SHOWN),
	    s->text + ret_name->start, len, DD_LIMIT_NAME);
	return false;
}

/* Stands at the opening quote; moves behind the closing one. False where the
 * value does not end, which is malformed, or is refused. */
static bool
scan_value(struct dd_gate_scan *s, struct dd_range name)
{
	char quote = s->text[s->at++];
	size_t start = s->at;

	for (;;) {
		skip_to(s, STOPS_VALUE);
		if (dd_gate_is_at(s, '&'))
			dd_gate_reference(s);
		else if (s->at < s->len && s->text[s->at] != quote &&
		    s->text[s->at] != '<')
			s->at++; /* the other quote */
		else
			break;
		if (s->refused)
			return false;
	}
	if (s->at - start > DD_LIMIT_VALUE) {
		DD_GATE_REFUSE(s, DD_ID_INPUT_LIMIT_VALUE, start, s->at,
		    "The value of `%.*s` is %zu bytes long, but at most %d "
		    "bytes are read; shorten it, or put it in an element.",
		    (int)(name.end - name.start), s->text + name.start,
		    s->at - start, DD_LIMIT_VALUE);
		return false;
	}
	if (!dd_gate_is_at(s, quote))
		return false;
	s->at++;
	return true;
}

static bool
is_namespace(const struct dd_gate_scan *s, struct dd_range name)
{
	size_t len = name.end - name.start;

	return len >= 5 && memcmp(s->text + name.start, "xmlns", 5) == 0 &&
	    (len == 5 || s->text[name.start + 5] == ':');
}

static void
count_attribute(struct dd_gate_scan *s, struct dd_range name, size_t *count)
{
	if (++*count > DD_LIMIT_ATTRIBUTES) {
		DD_GATE_REFUSE(s, DD_ID_INPUT_LIMIT_ATTRIBUTES, name.start,
		    name.end,
		    "This element has more than %d attributes; remove some of "
		    "them.",
		    DD_LIMIT_ATTRIBUTES);
		return;
	}
	if (!is_namespace(s, name) || ++s->namespaces <= DD_LIMIT_NAMESPACES)
		return;
	DD_GATE_REFUSE(s, DD_ID_INPUT_LIMIT_NAMESPACES, name.start, name.end,
	    "The document has more than %d namespace declarations (`xmlns`); "
	    "declare each namespace once, on the root element.",
	    DD_LIMIT_NAMESPACES);
}

/* Reads one attribute; false at the end of the tag, or where it breaks. */
static bool
scan_attribute(struct dd_gate_scan *s, size_t *count)
{
	struct dd_range name;

	skip_blanks(s);
	if (!dd_gate_read_name(s, &name) || name.end == name.start)
		return false;
	count_attribute(s, name, count);
	if (s->refused)
		return false;
	skip_blanks(s);
	if (!dd_gate_is_at(s, '='))
		return false;
	s->at++;
	skip_blanks(s);
	if (!dd_gate_is_at(s, '"') && !dd_gate_is_at(s, '\''))
		return false;
	return scan_value(s, name);
}

void
dd_gate_start_tag(struct dd_gate_scan *s)
{
	size_t start = s->at++, count = 0;
	struct dd_range name;

	if (!dd_gate_read_name(s, &name))
		return;
	if (name.start == name.end)
		return; /* a lone `<` */
	if (s->depth >= DD_LIMIT_DEPTH) {
		DD_GATE_REFUSE(s, DD_ID_INPUT_LIMIT_DEPTH, start, s->at,
		    "Elements are nested deeper than %d here; nest them "
		    "less deeply.",
		    DD_LIMIT_DEPTH);
		return;
	}
	dd_gate_count_node(s, start);
	while (!s->refused && scan_attribute(s, &count))
		continue;
	if (dd_gate_is(s, "/>")) {
		s->at += 2;
		return;
	}
	if (dd_gate_is_at(s, '>'))
		s->at++;
	s->depth++;
}

void
dd_gate_end_tag(struct dd_gate_scan *s)
{
	struct dd_range name;

	s->at += 2;
	if (!dd_gate_read_name(s, &name))
		return;
	while (s->at < s->len && s->text[s->at] != '>' && s->text[s->at] != '<')
		s->at++;
	if (dd_gate_is_at(s, '>'))
		s->at++;
	if (s->depth > 0)
		s->depth--;
}
