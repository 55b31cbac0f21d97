/* SPDX-License-Identifier: MIT */
/* Owns: the tree of a page, and whether it is one of ours. */
#include "import/own_page.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <libxml/HTMLparser.h>
#include "base/memory.h"
#include "import/html_internal.h"
#include "import/import.h"
#include "import/own_page_internal.h"
#include "import/provenance.h"
#include "import/tree.h"
#include "xml/compat.h"
#include "xml/node.h"
#include "xml/transform.h"

/* --- the tree ------------------------------------------------------------ */

/* What would cut a page short leaves it to the reader of any page, which says
 * why it cannot be read. */
static void
on_error(void *data, DD_XML_ERROR *error)
{
	bool *is_broken = ((xmlParserCtxtPtr)data)->_private;

	*is_broken = *is_broken || error->level == XML_ERR_FATAL ||
	    error->code == XML_ERR_INVALID_CHAR;
}

static xmlDoc *
parse(const char *text, size_t len)
{
	struct dd_xml_guard guard;
	htmlParserCtxtPtr ctxt;
	bool is_broken = dd_page_has_bad_reference(text, len);
	xmlDoc *doc;

	dd_xml_init();
	dd_xml_guard_enter(&guard, NULL);
	ctxt = htmlNewParserCtxt();
	/* Else the parser does not ask the error function. */
	ctxt->sax->initialized = XML_SAX2_MAGIC;
	/* Spaces between two elements are spaces between two words. */
	ctxt->sax->ignorableWhitespace = ctxt->sax->characters;
	dd_xml_watch(ctxt, on_error, &is_broken);
	doc = htmlCtxtReadMemory(ctxt, text, (int)len, NULL, "UTF-8",
	    HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
	htmlFreeParserCtxt(ctxt);
	dd_xml_guard_leave(&guard);
	if (is_broken) {
		xmlFreeDoc(doc);
		doc = NULL;
	}
	return doc;
}

/* --- recognition --------------------------------------------------------- */

static bool
has_facts(const xmlNode *node)
{
	const char *version = dd_node_value(node, "data-facts");

	return dd_node_is(node, "article") && version &&
	    strcmp(version, "1") == 0;
}

/* The one summary with facts; NULL where there is none, or several. */
static xmlNode *
find_article(const xmlDoc *doc)
{
	const xmlNode *root = xmlDocGetRootElement(doc);
	const xmlNode *found = NULL;
	size_t count = 0;

	for (const xmlNode *n = root; n; n = dd_node_step(n, root))
		if (has_facts(n)) {
			found = n;
			count++;
		}
	return count == 1 ? (xmlNode *)found : NULL;
}

struct dd_own_page *
dd_own_page_open(const char *text, size_t len)
{
	struct dd_own_page *page;
	bool has_main;
	xmlDoc *doc;
	xmlNode *article;

	if (!strstr(text, "data-facts=") || len > INT_MAX ||
	    dd_page_scan(text, len, &has_main, NULL) < 0)
		return NULL;
	doc = parse(text, len);
	article = doc ? find_article(doc) : NULL;
	if (!article) {
		xmlFreeDoc(doc);
		return NULL;
	}
	page = dd_calloc(1, sizeof *page);
	page->text = text;
	page->len = len;
	page->doc = doc;
	page->article = article;
	return page;
}

void
dd_own_page_close(struct dd_own_page *page)
{
	if (!page)
		return;
	xmlFreeDoc(page->doc);
	dd_arena_release(&page->arena);
	free(page);
}

/* --- the document -------------------------------------------------------- */

xmlDoc *
dd_own_page_document(const struct dd_own_page *page,
    const struct dd_stylesheet *stylesheet, struct dd_error *error)
{
	xmlDoc *doc = dd_stylesheet_run(stylesheet, page->doc, error);

	if (doc)
		dd_own_page_collapse(doc);
	return doc;
}

void
dd_own_page_finish(xmlDoc *doc, const struct dd_import_options *options,
    const struct dd_ledger *ledger)
{
	xmlNode *root = xmlDocGetRootElement(doc);

	dd_tree_set(
	    root, "status", ledger->questions.count > 0 ? "draft" : "final");
	dd_provenance_add(root, options, ledger);
}
