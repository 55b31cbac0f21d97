/* SPDX-License-Identifier: MIT */
/* The cleaning of the document's text: white space in sentences is one space,
 * layout is none. */
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "model/resolve_internal.h"
#include "xml/node.h"

bool
dd_resolve_is_mixed(const xmlNode *node)
{
	static const char *const names[] = {"statement", "narrative", "note",
	    "lead", "caption", "description", "occasion", "updated", "ref",
	    "quote", NULL};

	for (size_t i = 0; names[i]; i++)
		if (dd_node_is(node, names[i]))
			return true;
	return false;
}

static bool
is_sentence(const xmlNode *node)
{
	return dd_resolve_is_mixed(node) || !dd_node_child(node, NULL);
}

/* White space so far in one sentence. */
struct collapse {
	struct dd_arena *arena;
	bool spaced;   /* a space now would be doubled, or leading */
	xmlNode *last; /* the text that the sentence ends with, or NULL */
};

/* Gives a text another content; what was written stays in `psvi`, which nothing
 * else uses, until the markup has been read. */
static void
replace_text(
    struct collapse *state, xmlNode *node, const char *text, size_t len)
{
	if (!node->psvi)
		node->psvi =
		    dd_arena_dup(state->arena, (const char *)node->content);
	xmlNodeSetContent(node, NULL);
	xmlNodeAddContentLen(node, (const xmlChar *)text, (int)len);
}

/* True for a text that has no white space but single spaces, as most have. */
static bool
is_collapsed(const xmlNode *node, bool spaced)
{
	for (const xmlChar *p = node->content; *p; p++) {
		bool space = dd_ascii_is_space((char)*p);

		if (space && (spaced || *p != ' '))
			return false;
		spaced = space;
	}
	return true;
}

static void
collapse_text(xmlNode *node, struct collapse *state)
{
	struct dd_buffer out;

	if (!*node->content)
		return;
	if (is_collapsed(node, state->spaced)) {
		const char *end = strchr((const char *)node->content, '\0');

		state->spaced = end[-1] == ' ';
		state->last = node;
		return;
	}
	dd_buffer_init(&out, 0);
	for (const xmlChar *p = node->content; *p; p++) {
		bool space = dd_ascii_is_space((char)*p);

		if (!space || !state->spaced)
			dd_buffer_putc(&out, space ? ' ' : (char)*p);
		state->spaced = space;
	}
	replace_text(state, node, out.data, out.len);
	if (out.len > 0)
		state->last = node;
	dd_buffer_release(&out);
}

static bool
is_text(const xmlNode *node)
{
	return node->type == XML_TEXT_NODE ||
	    node->type == XML_CDATA_SECTION_NODE;
}

/* A CDATA section is text in other clothes, and all that touches is one text. */
static xmlNode *
join_texts(xmlNode *first)
{
	struct dd_buffer text;
	xmlNode *joined, *n;

	if (first->type == XML_TEXT_NODE &&
	    !(first->next && is_text(first->next)))
		return first;
	dd_buffer_init(&text, 0);
	for (n = first; n && is_text(n); n = first->next) {
		if (n->content)
			dd_buffer_puts(&text, (const char *)n->content);
		if (n == first)
			continue;
		xmlUnlinkNode(n);
		xmlFreeNode(n);
	}
	joined = xmlNewDocText(first->doc, (const xmlChar *)text.data);
	xmlReplaceNode(first, joined);
	xmlFreeNode(first);
	dd_buffer_release(&text);
	return joined;
}

/* True for an element that says nothing. */
static bool
is_empty(const xmlNode *element)
{
	const xmlNode *n = element->children;

	while (n && n->type != XML_ELEMENT_NODE &&
	    !(is_text(n) && !xmlIsBlankNode(n)))
		n = n->next;
	return !n;
}

/* An element with nothing but space in it is one that was left empty. */
static void
empty(xmlNode *element, struct collapse *state)
{
	for (xmlNode *n = element->children; n; n = n->next) {
		if (is_text(n)) {
			n = join_texts(n);
			replace_text(state, n, "", 0);
		}
	}
	state->spaced = false;
	state->last = NULL;
}

static void
collapse_children(xmlNode *parent, struct collapse *state)
{
	for (xmlNode *n = parent->children; n; n = n->next) {
		if (is_text(n)) {
			n = join_texts(n);
			collapse_text(n, state);
		} else if (n->type == XML_ELEMENT_NODE && is_empty(n))
			empty(n, state);
		else if (n->type == XML_ELEMENT_NODE)
			collapse_children(n, state);
	}
}

static void
trim_end(struct collapse *state)
{
	const char *text =
	    state->last ? (const char *)state->last->content : "";
	size_t len = strlen(text);
	char *trimmed;

	if (len == 0 || text[len - 1] != ' ')
		return;
	trimmed = dd_arena_ndup(state->arena, text, len - 1);
	replace_text(state, state->last, trimmed, len - 1);
}

void
dd_resolve_clean(xmlNode *root, struct dd_arena *arena)
{
	struct collapse state = {.arena = arena, .spaced = true};

	if (is_sentence(root)) {
		collapse_children(root, &state);
		trim_end(&state);
		return;
	}
	for (xmlNode *n = root->children, *next; n; n = next) {
		next = n->next;
		if (n->type == XML_ELEMENT_NODE) {
			dd_resolve_clean(n, arena);
		} else if (is_text(n)) {
			xmlUnlinkNode(n);
			xmlFreeNode(n);
		}
	}
}
