/* SPDX-License-Identifier: MIT */
/*
 * Sums of words. A page has who spoke and what is meant beside the words, and
 * whoever changes the words of the page need not think of that: their sum then
 * shows that both no longer belong together.
 */
#include <stdio.h>
#include "base/ascii.h"
#include "model/resolve_internal.h"
#include "xml/node.h"

/* FNV-1a of 32 bits (draft-eastlake-fnv), of all but white space. */
enum { PRIME = 16777619 };
static const uint32_t BASIS = 2166136261;

static uint32_t
add_text(uint32_t sum, const xmlChar *text)
{
	for (; text && *text; text++)
		if (!dd_ascii_is_space((char)*text))
			sum = (sum ^ *text) * PRIME;
	return sum;
}

/* Without what was computed, which the facts tell anew. */
static uint32_t
add_words(struct dd_resolver *r, uint32_t sum, const xmlNode *parent)
{
	for (const xmlNode *n = parent->children; n; n = n->next)
		if (n->type == XML_TEXT_NODE)
			sum = add_text(sum, n->content);
		else if (n->type == XML_ELEMENT_NODE &&
		    !xmlHasNsProp((xmlNode *)n, (const xmlChar *)"generated",
			r->ns->href))
			sum = add_words(r, sum, n);
	return sum;
}

static void
put_sum(struct dd_resolver *r, xmlNode *node)
{
	char shown[16];

	snprintf(
	    shown, sizeof shown, "%08x", (unsigned)add_words(r, BASIS, node));
	dd_resolve_mark(r, node, "sum", shown);
}

/* True for what has facts beside its words or in them. */
static bool
has_facts(const xmlNode *node)
{
	return dd_node_is(node, "statement") ||
	    (dd_resolve_is_mixed(node) && dd_node_child(node, NULL));
}

static void
put_below(struct dd_resolver *r, xmlNode *parent)
{
	for (xmlNode *n = dd_node_child(parent, NULL); n;
	     n = dd_node_next(n, NULL))
		if (n != r->out && has_facts(n))
			put_sum(r, n);
		else if (n != r->out)
			put_below(r, n);
}

void
dd_resolve_sums(struct dd_resolver *r)
{
	put_below(r, r->summary->root);
}
