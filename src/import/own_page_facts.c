/* SPDX-License-Identifier: MIT */
/* The facts of a page as evidence: each attribute that has one. */
#include <string.h>
#include "base/ascii.h"
#include "import/own_page_internal.h"
#include "xml/node.h"

/* Where the facts of an element stand in a summary; by its class, else by its
 * own name. */
static const struct {
	const char *name, *place;
} rows[] = {
    {"dd-summary", "meeting"},
    {"dd-facts", "meeting"},
    {"dd-heading", "meeting/session"},
    {"dd-side-of", "meeting/party"},
    {"dd-series", "head/series"},
    {"dd-dateline", "head/issued"},
    {"dd-translation", "head/translation"},
    {"dd-sentence", "body//statement"},
    {"dd-topic", "body/topic"},
    {"dd-person", "inline/person"},
    {"dd-party", "inline/party"},
    {"dd-term", "inline/term"},
    {"dd-money", "inline/money"},
    {"dd-quantity", "inline/quantity"},
    {"dd-ref", "inline/ref"},
    {"q", "inline/quote"},
    {"dd", "meeting/occasion"},
};

static const char *
find_place(const xmlNode *node, const char *fact)
{
	const char *class = dd_node_value(node, "class");
	const char *name = class ? class : (const char *)node->name;

	if (dd_ascii_lists(" data-id data-version ", fact))
		return "meetingSummary";
	if (dd_node_attr(node, "data-role") && dd_node_is(node, "li"))
		return "meeting/party/person";
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strcmp(rows[i].name, name) == 0)
			return rows[i].place;
	return "list/entry";
}

/* Attributes that say something about the page, and nothing about the talk. */
static bool
is_fact(const char *name)
{
	return strncmp(name, "data-", 5) == 0 &&
	    !dd_ascii_lists(" data-begins data-computed data-detail data-entry "
			    "data-facts data-list data-sum ",
		name);
}

static void
tell(struct dd_own_page_place *place, const xmlNode *node,
    struct dd_ledger *ledger)
{
	for (const xmlAttr *a = node->properties; a; a = a->next) {
		const char *name = (const char *)a->name;

		if (is_fact(name))
			dd_ledger_fact(ledger,
			    dd_arena_printf(ledger->arena, "%s/@%s",
				find_place(node, name), name + strlen("data-")),
			    dd_attr_text(a), DD_CERTAIN, "page",
			    dd_own_page_find(place, node));
	}
}

void
dd_own_page_tell(const struct dd_own_page *page, struct dd_ledger *ledger)
{
	struct dd_own_page_place place = {.page = page};
	const xmlNode *node = page->article;

	for (; node; node = dd_node_step(node, page->article))
		if (node->type == XML_ELEMENT_NODE)
			tell(&place, node, ledger);
}
