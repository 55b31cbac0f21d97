/* SPDX-License-Identifier: MIT */
/* Nodes of the resolved tree, and the cleaning of the document's text. */
#include "model/resolve_internal.h"
#include <string.h>
#include "base/buffer.h"
#include "xml/node.h"

xmlNode *
dd_resolve_add(struct dd_resolver *r, xmlNode *parent, const char *name)
{
	return xmlNewChild(parent, r->ns, (const xmlChar *)name, NULL);
}

xmlNode *
dd_resolve_add_text(
    struct dd_resolver *r, xmlNode *parent, const char *name, const char *text)
{
	xmlNode *node;

	if (!text || !*text)
		return NULL;
	node = dd_resolve_add(r, parent, name);
	dd_resolve_text(node, text);
	return node;
}

xmlNode *
dd_resolve_holder(struct dd_resolver *r)
{
	return xmlNewChild(r->scratch, NULL, (const xmlChar *)"value", NULL);
}

void
dd_resolve_set(xmlNode *node, const char *name, const char *value)
{
	if (value)
		xmlSetProp(node, (const xmlChar *)name, (const xmlChar *)value);
}

void
dd_resolve_mark(
    struct dd_resolver *r, xmlNode *node, const char *name, const char *value)
{
	if (value)
		xmlSetNsProp(
		    node, r->ns, (const xmlChar *)name, (const xmlChar *)value);
}

void
dd_resolve_text(xmlNode *parent, const char *text)
{
	if (text && *text)
		xmlNodeAddContent(parent, (const xmlChar *)text);
}

void
dd_resolve_copy(xmlNode *to, const xmlNode *from)
{
	for (const xmlNode *n = from->children; n; n = n->next)
		dd_node_copy(to, n);
}

const char *
dd_resolve_print(struct dd_resolver *r, const char *base, const char *a,
    const char *b, const struct dd_slots *slots)
{
	xmlNode *holder = dd_resolve_holder(r);

	if (!dd_words_print(r->words, base, a, b, slots, holder))
		return NULL;
	return dd_node_text(holder, &r->summary->arena);
}

/* The format of a list, in the form that is asked for or the one for parts that
 * end in an apposition, where the language has it. */
static const char *
get_list_format(const struct dd_joiner *joiner, const char *key)
{
	const struct dd_words *words = joiner->resolver->words;
	const char *form = joiner->comma ? "apposition" : joiner->form;
	const char *other;

	if (!form)
		return dd_word_format(words, key);
	other = dd_arena_printf(
	    &joiner->resolver->summary->arena, "%s.%s", key, form);
	return dd_word_format(words, dd_word_has(words, other) ? other : key);
}

void
dd_resolve_join(struct dd_joiner *joiner)
{
	if (joiner->count > 0)
		dd_resolve_text(joiner->parent,
		    get_list_format(joiner,
			joiner->count + 1 < joiner->total ? "list.comma"
			    : joiner->total > 2		  ? "list.last"
							  : "list.and"));
	joiner->count++;
}

static void
remove_node(xmlNode *node)
{
	xmlUnlinkNode(node);
	xmlFreeNode(node);
}

/* The first text below `node` in the order of reading, or NULL. */
static xmlNode *
find_first_text(xmlNode *node)
{
	xmlNode *found = NULL;

	for (xmlNode *n = node->children; n && !found; n = n->next)
		found = n->type == XML_TEXT_NODE ? n : find_first_text(n);
	return found;
}

void
dd_resolve_begin_sentence(struct dd_resolver *r, xmlNode *node)
{
	xmlNode *first = find_first_text(node);
	const char *text;

	while (first && xmlIsBlankNode(first)) {
		remove_node(first);
		first = find_first_text(node);
	}
	if (!first)
		return;
	text = (const char *)first->content;
	text = dd_locale_capital(&r->locale, text + strspn(text, " "));
	/* Of a text node, it takes `&` as it is. */
	xmlNodeSetContent(first, (const xmlChar *)text);
}

static bool
is_sentence(const xmlNode *node)
{
	static const char *const names[] = {"statement", "narrative", "note",
	    "lead", "caption", "description", "occasion", "updated", "ref",
	    "quote", NULL};

	for (size_t i = 0; names[i]; i++)
		if (dd_node_is(node, names[i]))
			return true;
	return !dd_node_child(node, NULL);
}

/* White space so far in one sentence. */
struct collapse {
	bool spaced;   /* a space now would be doubled, or leading */
	xmlNode *last; /* the text that the sentence ends with, or NULL */
};

static bool
is_text(const xmlNode *node)
{
	return node->type == XML_TEXT_NODE ||
	    node->type == XML_CDATA_SECTION_NODE;
}

/* A CDATA section is text in other clothes. */
static xmlNode *
make_text(xmlNode *node)
{
	xmlNode *text;

	if (node->type == XML_TEXT_NODE)
		return node;
	text = xmlNewDocText(node->doc, node->content);
	xmlReplaceNode(node, text);
	xmlFreeNode(node);
	return text;
}

static void
add_collapsed(
    struct dd_buffer *out, const xmlNode *node, struct collapse *state)
{
	for (const xmlChar *p = node->content; p && *p; p++) {
		bool space = strchr(" \t\r\n", *p) != NULL;

		if (!space || !state->spaced)
			dd_buffer_putc(out, space ? ' ' : (char)*p);
		state->spaced = space;
	}
}

/* All that stands from `node` to the next element becomes one text, or nothing
 * where there is none. Returns that element, or NULL. */
static xmlNode *
collapse_run(xmlNode *node, struct collapse *state)
{
	xmlNode *kept = NULL, *next;
	struct dd_buffer out;

	dd_buffer_init(&out, 0);
	for (; node && node->type != XML_ELEMENT_NODE; node = next) {
		next = node->next;
		if (is_text(node))
			add_collapsed(&out, node, state);
		if (is_text(node) && !kept)
			kept = make_text(node);
		else
			remove_node(node);
	}
	if (out.len > 0) {
		xmlNodeSetContent(kept, NULL);
		xmlNodeAddContentLen(
		    kept, (const xmlChar *)out.data, (int)out.len);
		state->last = kept;
	} else if (kept) {
		remove_node(kept);
	}
	dd_buffer_release(&out);
	return node;
}

/* An element with nothing but space in it is one that was left empty. */
static void
drop_blank(xmlNode *element)
{
	xmlNode *only = element->children;

	if (only && !only->next && only->type == XML_TEXT_NODE &&
	    xmlIsBlankNode(only))
		remove_node(only);
}

static void
collapse_children(xmlNode *parent, struct collapse *state)
{
	xmlNode *n = parent->children;

	while (n) {
		if (n->type != XML_ELEMENT_NODE) {
			n = collapse_run(n, state);
			continue;
		}
		drop_blank(n);
		if (!n->children) {
			state->spaced = false;
			state->last = NULL;
		}
		collapse_children(n, state);
		n = n->next;
	}
}

static void
trim_end(xmlNode *node)
{
	size_t len = node ? strlen((const char *)node->content) : 0;

	if (len > 0 && node->content[len - 1] == ' ')
		node->content[len - 1] = '\0';
}

void
dd_resolve_clean(xmlNode *root)
{
	struct collapse state = {.spaced = true};

	if (is_sentence(root)) {
		collapse_children(root, &state);
		trim_end(state.last);
		return;
	}
	for (xmlNode *n = root->children, *next; n; n = next) {
		next = n->next;
		if (n->type == XML_ELEMENT_NODE)
			dd_resolve_clean(n);
		else
			remove_node(n);
	}
}
