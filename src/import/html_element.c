/* SPDX-License-Identifier: MIT */
/* Owns: what each element of HTML means for an import. */
#include <string.h>
#include "base/ascii.h"
#include "import/html_internal.h"

static const char SITE[] = "it is of the site, not of the summary";
static const char FIELD[] = "fields of forms are no text";
static const char FALLBACK[] = "browsers do not show it";
static const char ASIDE[] = "it stands beside the text of the page";

static const struct dd_page_element elements[] = {
    {"address", DD_PAGE_BLOCK, NULL},
    {"article", DD_PAGE_MAIN, NULL},
    {"aside", DD_PAGE_ASIDE, ASIDE},
    {"audio", DD_PAGE_ASIDE, FALLBACK},
    {"blockquote", DD_PAGE_BLOCK, NULL},
    {"body", DD_PAGE_BLOCK, NULL},
    {"br", DD_PAGE_BREAK, NULL},
    {"button", DD_PAGE_ASIDE, FIELD},
    {"canvas", DD_PAGE_ASIDE, FALLBACK},
    {"caption", DD_PAGE_BLOCK, NULL},
    {"center", DD_PAGE_BLOCK, NULL},
    {"datalist", DD_PAGE_ASIDE, FIELD},
    {"dd", DD_PAGE_BLOCK, NULL},
    {"details", DD_PAGE_BLOCK, NULL},
    {"dir", DD_PAGE_LIST, NULL},
    {"div", DD_PAGE_BLOCK, NULL},
    {"dl", DD_PAGE_BLOCK, NULL},
    {"dt", DD_PAGE_BLOCK, NULL},
    {"fieldset", DD_PAGE_BLOCK, NULL},
    {"figcaption", DD_PAGE_BLOCK, NULL},
    {"figure", DD_PAGE_FIGURE, NULL},
    {"footer", DD_PAGE_ASIDE, SITE},
    {"form", DD_PAGE_BLOCK, NULL},
    {"h1", DD_PAGE_HEADING, NULL},
    {"h2", DD_PAGE_HEADING, NULL},
    {"h3", DD_PAGE_HEADING, NULL},
    {"h4", DD_PAGE_HEADING, NULL},
    {"h5", DD_PAGE_HEADING, NULL},
    {"h6", DD_PAGE_HEADING, NULL},
    {"header", DD_PAGE_HEADER, SITE},
    {"hr", DD_PAGE_BLOCK, NULL},
    {"iframe", DD_PAGE_SILENT, "another page in the page is not read"},
    {"img", DD_PAGE_IMAGE, NULL},
    {"input", DD_PAGE_SILENT, FIELD},
    {"label", DD_PAGE_ASIDE, FIELD},
    {"legend", DD_PAGE_BLOCK, NULL},
    {"li", DD_PAGE_ITEM, NULL},
    {"main", DD_PAGE_MAIN, NULL},
    {"menu", DD_PAGE_LIST, NULL},
    {"nav", DD_PAGE_ASIDE, SITE},
    {"noscript", DD_PAGE_ASIDE, FALLBACK},
    {"object", DD_PAGE_SILENT, "what is embedded is not read"},
    {"ol", DD_PAGE_LIST, NULL},
    {"p", DD_PAGE_BLOCK, NULL},
    {"pre", DD_PAGE_PRE, NULL},
    {"script", DD_PAGE_SILENT, "scripts are no text"},
    {"section", DD_PAGE_BLOCK, NULL},
    {"select", DD_PAGE_ASIDE, FIELD},
    {"style", DD_PAGE_SILENT, "styles are no text"},
    {"summary", DD_PAGE_BLOCK, NULL},
    {"svg", DD_PAGE_ASIDE, "it is a drawing"},
    {"table", DD_PAGE_BLOCK, NULL},
    {"td", DD_PAGE_BLOCK, NULL},
    {"template", DD_PAGE_ASIDE, FALLBACK},
    {"textarea", DD_PAGE_ASIDE, FIELD},
    {"th", DD_PAGE_BLOCK, NULL},
    {"title", DD_PAGE_TITLE, NULL},
    {"tr", DD_PAGE_BLOCK, NULL},
    {"ul", DD_PAGE_LIST, NULL},
    {"video", DD_PAGE_ASIDE, FALLBACK},
};

const struct dd_page_element *
dd_page_element(const char *name)
{
	static const struct dd_page_element other = {
	    NULL, DD_PAGE_INLINE, NULL};
	size_t from = 0, to = sizeof elements / sizeof *elements;

	while (from < to) {
		size_t middle = from + (to - from) / 2;
		int order = strcmp(name, elements[middle].name);

		if (order == 0)
			return &elements[middle];
		if (order < 0)
			to = middle;
		else
			from = middle + 1;
	}
	return &other;
}

const struct dd_page_element *
dd_page_silent_at(size_t index)
{
	for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
		if (elements[i].role == DD_PAGE_SILENT && index-- == 0)
			return &elements[i];
	return NULL;
}

size_t
dd_page_silent(const struct dd_page_element *element)
{
	size_t index = 0;

	while (dd_page_silent_at(index) != element)
		index++;
	return index;
}

const char *
dd_page_attribute(const char **attributes, const char *name)
{
	for (; attributes && *attributes; attributes += 2)
		if (strcmp(attributes[0], name) == 0)
			return attributes[1] ? attributes[1] : "";
	return NULL;
}

/* True where `style` sets that property to that value. */
static bool
sets(const char *style, const char *property, const char *value)
{
	const char *at = style ? strcasestr(style, property) : NULL;

	if (!at)
		return false;
	at += strlen(property);
	at += strspn(at, DD_ASCII_SPACES);
	if (*at != ':')
		return false;
	at += 1 + strspn(at + 1, DD_ASCII_SPACES);
	return dd_ascii_equal_n(at, value, strlen(value));
}

bool
dd_page_is_hidden(const char **attributes)
{
	const char *style = dd_page_attribute(attributes, "style");
	const char *aria = dd_page_attribute(attributes, "aria-hidden");

	return dd_page_attribute(attributes, "hidden") ||
	    (aria && dd_ascii_equal(aria, "true")) ||
	    sets(style, "display", "none") ||
	    sets(style, "visibility", "hidden");
}
