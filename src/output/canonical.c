/* SPDX-License-Identifier: MIT */
/*
 * Owns: where lines begin, and what becomes of white space. The schema says of
 * each element which of the layouts it has (xml/schema_layout.h).
 * Leaves start tags to canonical_tag.c.
 */
#include "output/canonical.h"
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/error.h"
#include "model/letter.h"
#include "output/canonical_internal.h"
#include "output/tree.h"
#include "xml/schema_layout.h"

enum { INDENT = 2 };

/* One element at work. */
struct place {
	xmlNode *node;
	const xmlNode *declaration;
	int depth;
	bool exact; /* white space counts around it */
};

/* --- text ---------------------------------------------------------------- */

static void
collapse(struct dd_buffer *text)
{
	const char *from = text->data;
	char *to = text->data;

	for (; *from; from++) {
		bool space = strchr(DD_ASCII_SPACES, *from) != NULL;

		if (!space)
			*to++ = *from;
		else if (to > text->data && to[-1] != ' ')
			*to++ = ' ';
	}
	if (to > text->data && to[-1] == ' ')
		to--;
	if (text->len > 0)
		*to = '\0';
	text->len = (size_t)(to - text->data);
}

static int
put_composed(struct dd_canonical *w, bool in_attribute)
{
	const char *text = w->text.data;
	size_t len = w->text.len, at = 0;
	int rc = DD_OK;

	while (rc == DD_OK && at < len) {
		size_t end = len;
		size_t found = dd_letter_find_unnormal(text, len, at, &end);

		rc = dd_xml_put_text(
		    &w->to, text + at, found - at, in_attribute);
		if (rc == DD_OK && found < len) {
			const char *made = dd_letter_compose(
			    &w->arena, text + found, end - found);

			rc = dd_xml_put_text(
			    &w->to, made, strlen(made), in_attribute);
		}
		at = end;
	}
	return rc;
}

int
dd_canonical_put(struct dd_canonical *w, bool in_attribute)
{
	if (w->options->nfc)
		return put_composed(w, in_attribute);
	return dd_xml_put_text(&w->to, w->text.data, w->text.len, in_attribute);
}

/* Reads text and CDATA sections that touch each other as the one text that they
 * are. Returns the last of them. */
static xmlNode *
read_text(struct dd_canonical *w, xmlNode *node)
{
	dd_buffer_clear(&w->text);
	for (;;) {
		if (node->content)
			dd_buffer_puts(&w->text, (const char *)node->content);
		if (!dd_tree_is_text(node->next))
			return node;
		node = node->next;
	}
}

/* --- nodes --------------------------------------------------------------- */

static int write_element(struct dd_canonical *w, const struct place *place);

/* Anything but text. */
static int
write_child(struct dd_canonical *w, const struct place *parent, xmlNode *node,
    bool exact)
{
	struct place place = {
	    .node = node, .depth = parent->depth + 1, .exact = exact};

	if (node->type == XML_COMMENT_NODE)
		return dd_xml_put_comment(&w->to, node);
	if (node->type == XML_PI_NODE)
		return dd_xml_put_instruction(&w->to, node);
	if (node->type != XML_ELEMENT_NODE)
		return dd_error_set(w->to.error, DD_E_ENGINE,
		    "The tree holds a node that is neither an element, text, "
		    "a comment nor a processing instruction.");
	place.declaration = dd_layout_declaration(
	    w->options->schema, parent->declaration, node);
	if (!place.declaration)
		return dd_error_set(w->to.error, DD_E_INPUT,
		    "`<%s>` has no place inside of `<%s>`, so nobody can tell "
		    "which white space in it counts.",
		    (const char *)node->name, (const char *)parent->node->name);
	return write_element(w, &place);
}

static void
break_line(struct dd_canonical *w, int depth)
{
	dd_buffer_putc(w->to.out, '\n');
	dd_buffer_repeat(w->to.out, ' ', (size_t)depth * INDENT);
}

static const xmlNode *
find_before(const xmlNode *node)
{
	do
		node = node->prev;
	while (dd_tree_is_text(node));
	return node;
}

/* True where an empty line stands before the child of a grouped element. */
static bool
begins_group(const xmlNode *node)
{
	const xmlNode *before = find_before(node);

	if (!dd_tree_is_element(before))
		return false;
	return !dd_tree_is_element(node) ||
	    !xmlStrEqual(node->name, before->name);
}

/* The children of an element that holds no text. */
static int
write_elements(
    struct dd_canonical *w, const struct place *place, enum dd_layout layout)
{
	bool some = false;
	int rc = DD_OK;

	for (xmlNode *n = place->node->children; n && rc == DD_OK;
	     n = n->next) {
		if (dd_tree_is_blank(n))
			continue;
		if (dd_tree_is_text(n))
			return dd_error_set(w->to.error, DD_E_INPUT,
			    "Text stands between the elements of `<%s>`, so "
			    "nobody can tell which white space in it counts.",
			    (const char *)place->node->name);
		if (layout == DD_LAYOUT_GROUPS && begins_group(n))
			dd_buffer_putc(w->to.out, '\n');
		if (layout != DD_LAYOUT_LINE)
			break_line(w, place->depth + 1);
		rc = write_child(w, place, n, false);
		some = true;
	}
	if (some && layout != DD_LAYOUT_LINE)
		break_line(w, place->depth);
	return rc;
}

/* The children of an element that holds text, and perhaps elements in it. */
static int
write_text(struct dd_canonical *w, const struct place *place, bool collapses)
{
	xmlNode *n = place->node->children;
	int rc = DD_OK;

	for (; n && rc == DD_OK; n = n->next) {
		if (!dd_tree_is_text(n)) {
			rc = write_child(w, place, n, true);
			continue;
		}
		n = read_text(w, n);
		if (collapses)
			collapse(&w->text);
		rc = dd_canonical_put(w, false);
	}
	return rc;
}

/* True where white space in an element of data has no meaning: neither is it
 * part of a sentence, nor of what a comment divides. */
static bool
is_loose(const struct place *place)
{
	const xmlNode *n = place->node->children;

	while (dd_tree_is_text(n))
		n = n->next;
	return !n && !place->exact;
}

static int
write_content(struct dd_canonical *w, const struct place *place)
{
	enum dd_layout layout =
	    dd_layout_of(w->options->schema, place->declaration);

	if (layout == DD_LAYOUT_DATA || layout == DD_LAYOUT_EXACT)
		return write_text(
		    w, place, layout == DD_LAYOUT_DATA && is_loose(place));
	return write_elements(w, place, layout);
}

static int
write_element(struct dd_canonical *w, const struct place *place)
{
	struct dd_buffer *out = w->to.out;
	const char *name = (const char *)place->node->name;
	int rc = dd_tree_check_depth(place->depth, w->to.error);
	size_t mark;

	if (rc < 0)
		return rc;
	dd_buffer_printf(out, "<%s", name);
	dd_layout_sort(w->options->schema, place->declaration, place->node);
	rc = dd_canonical_tag(w, place->node, place->depth == 0);
	mark = out->len;
	dd_buffer_putc(out, '>');
	if (rc == DD_OK)
		rc = write_content(w, place);
	if (out->len == mark + 1) {
		out->len = mark;
		dd_buffer_puts(out, "/>");
	} else
		dd_buffer_printf(out, "</%s>", name);
	return rc;
}

/* --- the document -------------------------------------------------------- */

static int
write_root(struct dd_canonical *w, xmlNode *root)
{
	struct place place = {.node = root};

	place.declaration =
	    dd_layout_declaration(w->options->schema, NULL, root);
	if (!place.declaration)
		return dd_error_set(w->to.error, DD_E_INPUT,
		    "`<%s>` is neither a meeting summary nor a house file.",
		    (const char *)root->name);
	dd_canonical_collect(w, root);
	return write_element(w, &place);
}

static int
write_document(struct dd_canonical *w, xmlDoc *doc)
{
	int rc = DD_OK;

	dd_buffer_puts(
	    w->to.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	for (xmlNode *n = doc->children; n && rc == DD_OK; n = n->next) {
		if (n->type == XML_DTD_NODE || dd_tree_is_text(n))
			continue;
		if (n->type == XML_COMMENT_NODE)
			rc = dd_xml_put_comment(&w->to, n);
		else if (n->type == XML_PI_NODE)
			rc = dd_xml_put_instruction(&w->to, n);
		else
			rc = write_root(w, n);
		dd_buffer_putc(w->to.out, '\n');
	}
	return rc;
}

int
dd_canonical_write(xmlDoc *doc, const struct dd_canonical_options *options,
    struct dd_buffer *out, struct dd_error *error)
{
	struct dd_canonical w = {
	    .to = {.out = out, .error = error, .visible = true},
	    .options = options,
	};
	int rc;

	if (!dd_tree_only_element(doc->children))
		return dd_error_set(error, DD_E_ENGINE,
		    "The tree does not have exactly one root element.");
	dd_buffer_init(&w.text, 0);
	dd_arena_init(&w.arena);
	rc = write_document(&w, doc);
	dd_buffer_release(&w.text);
	dd_arena_release(&w.arena);
	free(w.spaces);
	return rc;
}
