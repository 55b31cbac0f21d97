/* SPDX-License-Identifier: MIT */
/* White space of a page, which may be broken and indented as anyone likes. */
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "import/own_page_internal.h"
#include "xml/node.h"

/* Where in a sentence the walk is. */
struct flow {
	bool after_space; /* or where it begins */
	xmlNode *last;	  /* the last text, if nothing stands behind it */
};

/* True for elements of a sentence. */
static bool
is_inline(const xmlNode *node)
{
	return dd_ascii_lists(" ref person party term date time money quantity "
			      "quote foreign ",
	    (const char *)node->name);
}

/* The string of a text may be one that others share. */
static void
set_text(xmlNode *text, const char *words, size_t len)
{
	char *copy = dd_strndup(words, len);

	xmlNodeSetContent(text, (const xmlChar *)copy);
	free(copy);
}

/* Each run becomes one space, also one that goes on behind an element. */
static void
collapse_text(struct flow *flow, xmlNode *text)
{
	struct dd_buffer words;

	dd_buffer_init(&words, 0);
	for (const char *p = (const char *)text->content; *p; p++) {
		bool space = dd_ascii_is_space(*p);

		if (!space || !flow->after_space)
			dd_buffer_putc(&words, space ? ' ' : *p);
		flow->after_space = space;
	}
	set_text(text, words.data, words.len);
	dd_buffer_release(&words);
	flow->last = text;
}

static void
trim_end(const struct flow *flow)
{
	const char *words = flow->last ? (char *)flow->last->content : NULL;
	size_t len = words ? strlen(words) : 0;

	if (len > 0 && words[len - 1] == ' ')
		set_text(flow->last, words, len - 1);
}

/* Depth is that of the page. */
static void
walk(struct flow *flow, xmlNode *parent)
{
	for (xmlNode *n = parent->children; n; n = n->next) {
		struct flow own = {.after_space = true};

		if (n->type == XML_TEXT_NODE) {
			collapse_text(flow, n);
		} else if (n->type == XML_ELEMENT_NODE && is_inline(n)) {
			walk(flow, n);
			if (!n->children)
				*flow = (struct flow){false, NULL};
		} else if (n->type == XML_ELEMENT_NODE) {
			walk(&own, n);
			trim_end(&own);
		}
	}
}

void
dd_own_page_collapse(xmlDoc *doc)
{
	struct flow flow = {.after_space = true};

	walk(&flow, xmlDocGetRootElement(doc));
}
