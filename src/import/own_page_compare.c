/* SPDX-License-Identifier: MIT */
/*
 * A page beside the one that its document makes. Where nobody changed anything
 * they are the same; every difference is something that the facts of the page
 * contradict, do not have, or have alone.
 */
#include <string.h>
#include <libxml/xmlmemory.h>
#include "import/own_page_internal.h"
#include "xml/node.h"

/* How far one page is searched for what the other one has. */
enum { WINDOW = 64 };

struct comparison {
	struct dd_own_page_place place; /* in the page that is imported */
	struct dd_ledger *ledger;
};

static void
ask(struct comparison *c, const char *text, const xmlNode *node,
    const char *reason)
{
	dd_ledger_ask(
	    c->ledger, text, reason, dd_own_page_find(&c->place, node));
}

/* --- both pages ---------------------------------------------------------- */

static bool
is_same(const struct dd_own_record *a, const struct dd_own_record *b)
{
	return strcmp(a->text, b->text) == 0 && !a->sum == !b->sum;
}

/* How many records behind `from` the wanted one is; WINDOW where it is not. */
static size_t
find_ahead(const struct dd_own_record *from, const struct dd_own_record *wanted)
{
	size_t ahead = 0;

	while (from && ahead < WINDOW && !is_same(from, wanted)) {
		from = from->next;
		ahead++;
	}
	return from ? ahead : WINDOW;
}

/* Nobody vouches for what stands beside these words. */
static void
ask_words(struct comparison *c, const char *text, const xmlNode *node)
{
	ask(c, text, node,
	    "the words were changed after the page was made; look whether "
	    "speaker, act, dates and sums still fit them");
}

/* The page alone has it. That its words have a sum says nothing new. */
static void
ask_alone(struct comparison *c, const struct dd_own_record *page)
{
	if (!page->sum)
		ask(c, page->text, page->node,
		    "the page says this, but it is in none of its facts");
}

/* Its document alone has it; `page` is what stands there instead, or NULL. */
static void
ask_gone(struct comparison *c, const struct dd_own_record *again,
    const struct dd_own_record *page)
{
	const xmlNode *node = page ? page->node : NULL;

	if (again->sum)
		ask_words(c, again->text, node);
	else
		ask(c, again->text, node,
		    "the facts in the page say this, but its words do not");
}

static void
ask_changed(struct comparison *c, const struct dd_own_record *page,
    const struct dd_own_record *again)
{
	if (page->sum || again->sum) {
		ask_alone(c, page);
		ask_gone(c, again, page);
		return;
	}
	ask(c, page->text, page->node,
	    dd_arena_printf(c->ledger->arena,
		"the page says this, but the facts in it say: %s",
		again->text));
}

static void
ask_sum(struct comparison *c, const struct dd_own_record *page,
    const struct dd_own_record *again)
{
	if (page->sum && strcmp(page->sum, again->sum) != 0)
		ask_words(c, page->text, page->node);
}

static void
compare(struct comparison *c, const struct dd_own_record *page,
    const struct dd_own_record *again)
{
	while (page && again) {
		size_t more, less;

		if (is_same(page, again)) {
			ask_sum(c, page, again);
			page = page->next;
			again = again->next;
			continue;
		}
		more = find_ahead(page, again);
		less = find_ahead(again, page);
		if (more == WINDOW && less == WINDOW) {
			ask_changed(c, page, again);
			page = page->next;
			again = again->next;
		} else if (more <= less) {
			ask_alone(c, page);
			page = page->next;
		} else {
			ask_gone(c, again, page);
			again = again->next;
		}
	}
	for (; page; page = page->next)
		ask_alone(c, page);
	for (; again; again = again->next)
		ask_gone(c, again, NULL);
}

void
dd_own_page_compare(const struct dd_own_page *page,
    const struct dd_own_page *again, struct dd_ledger *ledger)
{
	struct comparison c = {.place = {.page = page}, .ledger = ledger};
	struct dd_own_records records, others;

	dd_own_page_read((struct dd_own_page *)page, false, &records);
	dd_own_page_read((struct dd_own_page *)again, false, &others);
	compare(&c, records.first, others.first);
	dd_own_page_read((struct dd_own_page *)page, true, &records);
	for (const struct dd_own_record *r = records.first; r; r = r->next)
		dd_ledger_drop(ledger, r->text,
		    "it stands outside of the summary",
		    dd_own_page_find(&c.place, r->node));
}

/* --- computed words ------------------------------------------------------ */

/* Marks around words have no class, and stay computed. */
static bool
is_computed(const xmlNode *node)
{
	return node->type == XML_ELEMENT_NODE &&
	    dd_node_attr(node, "data-computed") && dd_node_attr(node, "class");
}

/* The next element with computed words that may be written too, behind all that
 * is in `at`; NULL: the first one. */
static xmlNode *
next_computed(const struct dd_own_page *page, xmlNode *at)
{
	xmlNode *node = at ? at : page->article;

	while (at && node->last)
		node = node->last;
	do
		node = dd_node_step(node, page->article);
	while (node && !is_computed(node));
	return node;
}

size_t
dd_own_page_take_words(
    struct dd_own_page *page, const struct dd_own_page *again)
{
	xmlNode *node = next_computed(page, NULL);
	xmlNode *other = next_computed(again, NULL);
	size_t count = 0;

	while (node && other) {
		xmlNode *next = next_computed(page, node);

		if (strcmp(dd_node_text(node, &page->arena),
			dd_node_text(other, &page->arena)) != 0) {
			xmlRemoveProp(dd_node_attr(node, "data-computed"));
			count++;
		}
		node = next;
		other = next_computed(again, other);
	}
	return count;
}
