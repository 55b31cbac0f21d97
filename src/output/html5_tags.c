/* SPDX-License-Identifier: MIT */
/*
 * The elements and attributes that may stand on a page. What is not in these
 * tables is refused: anything that runs, embeds, sends or moves the page.
 */
#include "output/html5_tags.h"
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK DD_HTML5_BLOCK
#define FLOW (DD_HTML5_BLOCK | DD_HTML5_FLOW)
#define VOID DD_HTML5_VOID

/* Sorted by name for bsearch. */
static const struct dd_html5_tag tags[] = {
    {"a", 0, NULL},
    {"abbr", 0, NULL},
    {"address", FLOW, NULL},
    {"article", FLOW, NULL},
    {"aside", FLOW, NULL},
    {"audio", 0, NULL},
    {"b", 0, NULL},
    {"bdi", 0, NULL},
    {"bdo", 0, NULL},
    {"blockquote", FLOW, NULL},
    {"body", FLOW, NULL},
    {"br", VOID, NULL},
    {"caption", FLOW, NULL},
    {"cite", 0, NULL},
    {"code", 0, NULL},
    {"col", BLOCK | VOID, NULL},
    {"colgroup", FLOW, NULL},
    {"data", 0, NULL},
    {"dd", FLOW, NULL},
    {"del", 0, NULL},
    {"details", FLOW, NULL},
    {"dfn", 0, NULL},
    {"div", FLOW, NULL},
    {"dl", FLOW, NULL},
    {"dt", FLOW, NULL},
    {"em", 0, NULL},
    {"figcaption", FLOW, NULL},
    {"figure", FLOW, NULL},
    {"footer", FLOW, NULL},
    {"h1", BLOCK, NULL},
    {"h2", BLOCK, NULL},
    {"h3", BLOCK, NULL},
    {"h4", BLOCK, NULL},
    {"h5", BLOCK, NULL},
    {"h6", BLOCK, NULL},
    {"head", FLOW, NULL},
    {"header", FLOW, NULL},
    {"hgroup", FLOW, NULL},
    {"hr", BLOCK | VOID, NULL},
    {"html", FLOW, NULL},
    {"i", 0, NULL},
    {"img", VOID, "src"},
    {"ins", 0, NULL},
    {"kbd", 0, NULL},
    {"li", FLOW, NULL},
    {"link", BLOCK | VOID, "href"},
    {"main", FLOW, NULL},
    {"mark", 0, NULL},
    {"meta", BLOCK | VOID, NULL},
    {"nav", FLOW, NULL},
    {"ol", FLOW, NULL},
    {"p", BLOCK, NULL},
    {"picture", 0, NULL},
    {"pre", BLOCK | DD_HTML5_PREFORMATTED, NULL},
    {"q", 0, NULL},
    {"rp", 0, NULL},
    {"rt", 0, NULL},
    {"ruby", 0, NULL},
    {"s", 0, NULL},
    {"samp", 0, NULL},
    {"script", BLOCK, NULL},
    {"search", FLOW, NULL},
    {"section", FLOW, NULL},
    {"small", 0, NULL},
    {"source", VOID, NULL},
    {"span", 0, NULL},
    {"strong", 0, NULL},
    {"sub", 0, NULL},
    {"summary", FLOW, NULL},
    {"sup", 0, NULL},
    {"table", FLOW, NULL},
    {"tbody", FLOW, NULL},
    {"td", FLOW, NULL},
    {"tfoot", FLOW, NULL},
    {"th", FLOW, NULL},
    {"thead", FLOW, NULL},
    {"time", 0, NULL},
    {"title", BLOCK, NULL},
    {"tr", FLOW, NULL},
    {"track", VOID, "src"},
    {"u", 0, NULL},
    {"ul", FLOW, NULL},
    {"var", 0, NULL},
    {"video", 0, NULL},
    {"wbr", VOID, NULL},
};

struct attribute {
	const char *name;
	enum dd_html5_value value;
};

/* Sorted by name for bsearch. */
static const struct attribute attributes[] = {
    {"action", DD_HTML5_URL},
    {"alt", DD_HTML5_TEXT},
    {"charset", DD_HTML5_LEFT_OUT}, /* the writer states it itself */
    {"cite", DD_HTML5_URL},
    {"class", DD_HTML5_TEXT},
    {"colspan", DD_HTML5_TEXT},
    {"content", DD_HTML5_TEXT},
    {"controls", DD_HTML5_FLAG},
    {"datetime", DD_HTML5_TEXT},
    {"decoding", DD_HTML5_TEXT},
    {"default", DD_HTML5_FLAG},
    {"dir", DD_HTML5_TEXT},
    {"download", DD_HTML5_TEXT},
    {"headers", DD_HTML5_TEXT},
    {"height", DD_HTML5_TEXT},
    {"hidden", DD_HTML5_FLAG},
    {"href", DD_HTML5_URL},
    {"hreflang", DD_HTML5_TEXT},
    {"id", DD_HTML5_ID},
    {"itemid", DD_HTML5_URL},
    {"itemprop", DD_HTML5_TEXT},
    {"itemref", DD_HTML5_TEXT},
    {"itemscope", DD_HTML5_FLAG},
    {"itemtype", DD_HTML5_URL},
    {"kind", DD_HTML5_TEXT},
    {"label", DD_HTML5_TEXT},
    {"lang", DD_HTML5_TEXT},
    {"loading", DD_HTML5_TEXT},
    {"loop", DD_HTML5_FLAG},
    {"media", DD_HTML5_TEXT},
    {"muted", DD_HTML5_FLAG},
    {"name", DD_HTML5_TEXT},
    {"open", DD_HTML5_FLAG},
    {"poster", DD_HTML5_URL},
    {"prefix", DD_HTML5_TEXT},
    {"preload", DD_HTML5_TEXT},
    {"property", DD_HTML5_TEXT},
    {"rel", DD_HTML5_REL},
    {"reversed", DD_HTML5_FLAG},
    {"role", DD_HTML5_TEXT},
    {"rowspan", DD_HTML5_TEXT},
    {"scope", DD_HTML5_TEXT},
    {"sizes", DD_HTML5_TEXT},
    {"span", DD_HTML5_TEXT},
    {"src", DD_HTML5_URL},
    {"srclang", DD_HTML5_TEXT},
    {"srcset", DD_HTML5_SRCSET},
    {"start", DD_HTML5_TEXT},
    {"tabindex", DD_HTML5_TEXT},
    {"target", DD_HTML5_TARGET},
    {"title", DD_HTML5_TEXT},
    {"translate", DD_HTML5_TEXT},
    {"type", DD_HTML5_TEXT},
    {"value", DD_HTML5_TEXT},
    {"width", DD_HTML5_TEXT},
};

/* Both tables' rows begin with their name. */
static int
compare_name(const void *name, const void *row)
{
	return strcmp(name, *(const char *const *)row);
}

const struct dd_html5_tag *
dd_html5_find_tag(const char *name)
{
	return bsearch(name, tags, sizeof(tags) / sizeof(tags[0]),
	    sizeof(tags[0]), compare_name);
}

/* `data-` and `aria-` name families of attributes; none of them can run. */
static bool
is_family(const char *name)
{
	const char *p = name + 5;

	if (strncmp(name, "data-", 5) != 0 && strncmp(name, "aria-", 5) != 0)
		return false;
	while (
	    (*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || *p == '-')
		p++;
	return *p == '\0' && p > name + 5;
}

enum dd_html5_value
dd_html5_find_attribute(const char *name)
{
	const struct attribute *found;

	/* None of the table is of a family, and most on a page are. */
	if (is_family(name))
		return DD_HTML5_TEXT;
	found = bsearch(name, attributes,
	    sizeof(attributes) / sizeof(attributes[0]), sizeof(attributes[0]),
	    compare_name);
	return found ? found->value : DD_HTML5_REFUSED;
}
