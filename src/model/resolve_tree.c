/* SPDX-License-Identifier: MIT */
/* Nodes of the resolved tree. */
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
	if (value && *value)
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
