/* SPDX-License-Identifier: MIT */
/*
 * Random well-formed documents that know where each of their nodes stands:
 * the writer notes the range of everything as it writes it. For one test
 * program, which includes this once.
 */
#ifndef DD_TESTS_RANDOM_DOCUMENT_H
#define DD_TESTS_RANDOM_DOCUMENT_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include "base/buffer.h"
#include "base/utf8.h"
#include "diag/diagnostic.h"
#include "xml/locate.h"

enum { MAX_NODES = 512, MAX_ATTRIBUTES = 2048, MAX_UNITS = 65536 };

/* One character in the tree, and where it came from. */
struct unit {
	struct dd_range decoded; /* bytes of the value */
	struct dd_range source;
};

/* The units of a text, of a section's inside or of an attribute's value. */
struct stretch {
	size_t first, count; /* in units[] */
};

struct made_node {
	xmlElementType type;
	bool joined; /* a CDATA section that touches the one before */
	struct dd_element_range element;
	struct dd_range name;  /* of an element */
	struct dd_range range; /* of a leaf */
	struct stretch inside;
	size_t attribute_first, attribute_count;
};

struct made_attribute {
	struct dd_range range, value;
	struct stretch inside;
};

struct document {
	uint32_t state;
	uint32_t highest; /* code point that the encoding can hold */
	struct dd_buffer text;
	size_t bindings;
	size_t node_count, attribute_count, unit_count;
	struct made_node nodes[MAX_NODES];
	struct made_attribute attributes[MAX_ATTRIBUTES];
	struct unit units[MAX_UNITS];
	char decoded[MAX_UNITS * 4]; /* of the stretch written last */
	size_t decoded_len;
};

/* A number below `limit` (xorshift). */
static uint32_t
draw(struct document *d, uint32_t limit)
{
	d->state ^= d->state << 13;
	d->state ^= d->state >> 17;
	d->state ^= d->state << 5;
	return d->state % limit;
}

static void
put(struct document *d, const char *text)
{
	dd_buffer_puts(&d->text, text);
}

/* White space between the parts of a tag; `least` 0 or 1. */
static void
put_space(struct document *d, uint32_t least)
{
	static const char *const spaces[] = {" ", "\t", "\n", "\r\n", "  "};

	for (uint32_t i = draw(d, 4) == 0 ? 2 : least; i > 0; i--)
		put(d, spaces[draw(d, 5)]);
}

static uint32_t
draw_character(struct document *d)
{
	static const uint32_t some[] = {'a', 'Z', '0', ' ', ']', '-', ';', '#',
	    '/', '=', '!', '?', 0xA0, 0xE9, 0xDF, 0xFF, 0x3A9, 0x2028, 0x3042,
	    0xAC00, 0xFFFD, 0x1F600, 0x10FFFD};
	uint32_t cp;

	do
		cp = some[draw(d, sizeof some / sizeof *some)];
	while (cp > d->highest);
	return cp;
}

static void
add_unit(struct document *d, size_t start, uint32_t cp)
{
	struct unit *unit = &d->units[d->unit_count++];

	assert(d->unit_count < MAX_UNITS);
	unit->source = (struct dd_range){start, d->text.len};
	unit->decoded.start = d->decoded_len;
	d->decoded_len += dd_utf8_encode(cp, d->decoded + d->decoded_len);
	unit->decoded.end = d->decoded_len;
}

static void
put_raw(struct document *d, uint32_t cp)
{
	size_t start = d->text.len;

	dd_buffer_put_utf8(&d->text, cp);
	add_unit(d, start, cp);
}

/* A number of any code point, also of those the encoding lacks. */
static void
put_number(struct document *d)
{
	static const uint32_t some[] = {'<', '&', '>', '"', '\'', '\t', '\n',
	    '\r', 'a', ' ', 0xE9, 0x20AC, 0x1F600, 0x7F, 0x85, 0x800, 0x10000};
	uint32_t cp = some[draw(d, sizeof some / sizeof *some)];
	size_t start = d->text.len;

	if (draw(d, 2))
		dd_buffer_printf(
		    &d->text, "&#%s%u;", draw(d, 2) ? "00" : "", (unsigned)cp);
	else
		dd_buffer_printf(
		    &d->text, draw(d, 2) ? "&#x%x;" : "&#x0%X;", (unsigned)cp);
	add_unit(d, start, cp);
}

static void
put_entity(struct document *d)
{
	static const struct {
		const char *text;
		uint32_t cp;
	} known[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'},
	    {"&quot;", '"'}, {"&apos;", '\''}};
	size_t i = draw(d, 5), start = d->text.len;

	put(d, known[i].text);
	add_unit(d, start, known[i].cp);
}

/* A line end, which must not melt with one before it. */
static void
put_line_end(struct document *d, uint32_t becomes)
{
	static const char *const ends[] = {"\r\n", "\n", "\r"};
	const char *end = ends[draw(d, 3)];
	size_t start = d->text.len;

	if (*end == '\n' && start > 0 && d->text.data[start - 1] == '\r')
		end = "\r";
	put(d, end);
	add_unit(d, start, becomes);
}

static struct stretch
begin_stretch(struct document *d, bool fresh)
{
	if (fresh)
		d->decoded_len = 0;
	return (struct stretch){d->unit_count, 0};
}

static struct stretch
put_text(struct document *d)
{
	struct stretch inside = begin_stretch(d, true);

	for (uint32_t left = 1 + draw(d, 30); left > 0; left--)
		switch (draw(d, 8)) {
		case 0:
			put_number(d);
			break;
		case 1:
			put_entity(d);
			break;
		case 2:
			put_line_end(d, '\n');
			break;
		case 3:
			put_raw(d, '\t');
			break;
		default:
			put_raw(d, draw_character(d));
		}
	inside.count = d->unit_count - inside.first;
	return inside;
}

static struct stretch
put_value(struct document *d, char quote)
{
	struct stretch inside = begin_stretch(d, true);

	for (uint32_t left = draw(d, 20); left > 0; left--) {
		size_t start = d->text.len;

		switch (draw(d, 8)) {
		case 0:
			put_number(d);
			break;
		case 1:
			put_entity(d);
			break;
		case 2:
			put_line_end(d, ' ');
			break;
		case 3:
			dd_buffer_putc(&d->text, '\t');
			add_unit(d, start, ' ');
			break;
		case 4:
			put_raw(d, quote == '"' ? '\'' : '"');
			break;
		case 5:
			put_raw(d, '>');
			break;
		default:
			put_raw(d, draw_character(d));
		}
	}
	inside.count = d->unit_count - inside.first;
	return inside;
}

static struct made_node *
add_node(struct document *d, xmlElementType type)
{
	struct made_node *node = &d->nodes[d->node_count++];

	assert(d->node_count <= MAX_NODES);
	*node = (struct made_node){.type = type};
	node->range.start = d->text.len;
	return node;
}

/* A section whose characters look like markup; `]]>` cannot arise. */
static void
put_section(struct document *d, bool joined)
{
	struct made_node *node = add_node(d, XML_CDATA_SECTION_NODE);

	node->joined = joined;
	put(d, "<![CDATA[");
	node->inside = begin_stretch(d, !joined);
	for (uint32_t left = draw(d, 12); left > 0; left--)
		switch (draw(d, 6)) {
		case 0:
			for (const char *p = "<![CDATA["; *p; p++)
				put_raw(d, (uint32_t)*p);
			break;
		case 1:
			put_raw(d, draw(d, 2) ? '<' : '&');
			put_raw(d, 'a');
			break;
		case 2:
			put_line_end(d, '\n');
			break;
		default:
			put_raw(d, draw_character(d));
		}
	node->inside.count = d->unit_count - node->inside.first;
	put(d, "]]>");
	node->range.end = d->text.len;
}

static void
put_comment(struct document *d)
{
	struct made_node *node = add_node(d, XML_COMMENT_NODE);

	put(d, draw(d, 2) ? "<!-- <a b='c'> & ]]> \r\n -->" : "<!---->");
	node->range.end = d->text.len;
}

static void
put_instruction(struct document *d)
{
	struct made_node *node = add_node(d, XML_PI_NODE);

	put(d, draw(d, 2) ? "<?p <a> \"' > ? -- & ?>" : "<?xml-q?>");
	node->range.end = d->text.len;
}

/* Behind `name`: `="value"`, with spaces. */
static void
put_attribute(struct document *d, const char *name)
{
	struct made_attribute *made = &d->attributes[d->attribute_count++];
	char quote = draw(d, 2) ? '"' : '\'';

	assert(d->attribute_count <= MAX_ATTRIBUTES);
	put_space(d, 1);
	made->range.start = d->text.len;
	put(d, name);
	put_space(d, 0);
	put(d, "=");
	put_space(d, 0);
	dd_buffer_putc(&d->text, quote);
	made->value.start = d->text.len;
	made->inside = put_value(d, quote);
	made->value.end = d->text.len;
	dd_buffer_putc(&d->text, quote);
	made->range.end = d->text.len;
}

static void
put_attributes(struct document *d)
{
	static const char *const names[] = {"a", "p:a", "xml:lang", "ab", "aba",
	    "p:b-.1", "q:a", "xml:id", "\xC3\xA9"};
	uint32_t count = draw(d, d->highest > 0x7F ? 10 : 9);

	for (uint32_t i = 0; i < count; i++) {
		if (d->bindings < 20 && draw(d, 12) == 0) {
			put_space(d, 1);
			dd_buffer_printf(&d->text, "xmlns:z%zu = '%s'",
			    d->bindings++, "urn:z/");
		}
		if (draw(d, 2) == 0)
			put_attribute(d, names[i]);
	}
}

static const char *
draw_name(struct document *d)
{
	static const char *const names[] = {
	    "a", "p:a", "item.x-1", "q:_", "\xC3\xA9t\xC3\xA9"};

	return names[draw(d, d->highest > 0x7F ? 5 : 4)];
}

static void put_content(struct document *d, uint32_t depth);

static void
put_element(struct document *d, uint32_t depth)
{
	struct made_node *node = add_node(d, XML_ELEMENT_NODE);
	const char *name = draw_name(d);

	node->element.start = d->text.len;
	node->attribute_first = d->attribute_count;
	put(d, "<");
	node->name.start = d->text.len;
	put(d, name);
	node->name.end = d->text.len;
	if (depth == 0)
		put(d, " xmlns='urn:d' xmlns:p=\"urn:p\" xmlns:q='urn:q'");
	put_attributes(d);
	node->attribute_count = d->attribute_count - node->attribute_first;
	put_space(d, 0);
	put(d, draw(d, 4) == 0 && depth > 0 ? "/>" : ">");
	node->element.tag_end = node->element.close = d->text.len;
	if (d->text.data[d->text.len - 2] != '/') {
		put_content(d, depth + 1);
		node->element.close = d->text.len;
		dd_buffer_printf(&d->text, "</%s", name);
		put_space(d, 0);
		put(d, ">");
	}
	node->element.end = d->text.len;
}

static void
put_text_node(struct document *d)
{
	struct made_node *node = add_node(d, XML_TEXT_NODE);

	node->inside = put_text(d);
	node->range.end = d->text.len;
}

/* True where the text written ends in a node of that type. */
static bool
ends_with(const struct document *d, xmlElementType type)
{
	const struct made_node *last = &d->nodes[d->node_count - 1];

	return last->type == type && last->range.end == d->text.len;
}

static void
put_content(struct document *d, uint32_t depth)
{
	bool after_text = false, after_section = false;

	for (uint32_t left = draw(d, 9); left > 0; left--) {
		uint32_t kind = draw(d, 7);
		bool full = depth > 8 || d->node_count > MAX_NODES - 100;

		if (kind <= 2 && !full)
			put_element(d, depth);
		else if (kind <= 3 && !after_text)
			put_text_node(d);
		else if (kind == 4)
			put_section(d, after_section);
		else if (kind == 5)
			put_comment(d);
		else
			put_instruction(d);
		after_text = ends_with(d, XML_TEXT_NODE);
		after_section = ends_with(d, XML_CDATA_SECTION_NODE);
	}
}

/* Writes a document whose declaration names `encoding` (NULL: it has none)
 * and whose characters go up to `highest`. */
static void
make_document(
    struct document *d, uint32_t seed, const char *encoding, uint32_t highest)
{
	dd_buffer_clear(&d->text);
	d->state = seed * 2654435761u + 1;
	d->highest = highest;
	d->bindings = d->node_count = d->attribute_count = d->unit_count = 0;
	if (encoding)
		dd_buffer_printf(&d->text,
		    "<?xml version='1.0' encoding=\"%s\" ?>", encoding);
	put_space(d, 0);
	if (draw(d, 2))
		put_comment(d);
	put_space(d, 0);
	put_element(d, 0);
	put_space(d, 0);
	if (draw(d, 2))
		put_instruction(d);
	put_space(d, 0);
}

#endif
