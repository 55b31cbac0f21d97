/* SPDX-License-Identifier: MIT */
/* What the files of the HTML reader share; nobody else includes this. */
#ifndef DD_IMPORT_HTML_INTERNAL_H
#define DD_IMPORT_HTML_INTERNAL_H

#include "import/block.h"
#include "import/evidence.h"

struct dd_error;

/* What an element does to the text in it. */
enum dd_page_role {
	DD_PAGE_INLINE, /* nothing */
	DD_PAGE_BLOCK,	/* it stands alone */
	DD_PAGE_HEADING,
	DD_PAGE_LIST,
	DD_PAGE_ITEM,
	DD_PAGE_BREAK,
	DD_PAGE_PRE,
	DD_PAGE_FIGURE,
	DD_PAGE_IMAGE,
	DD_PAGE_MAIN,
	DD_PAGE_TITLE,
	DD_PAGE_HEADER, /* left out, unless it is that of the main part */
	DD_PAGE_ASIDE,	/* left out, its words are listed */
	DD_PAGE_SILENT, /* has no words of the page; counted */
};

struct dd_page_element {
	const char *name;
	enum dd_page_role role;
	const char *reason; /* why it is left out; a clause */
};

enum { DD_PAGE_SILENT_KINDS = 16 };

/* The row of an element; one for all that are not in the table. */
const struct dd_page_element *dd_page_element(const char *name);
/* The number of a silent element's row among these, from 0. */
size_t dd_page_silent(const struct dd_page_element *element);
/* Silent row number `index`; NULL behind the last. */
const struct dd_page_element *dd_page_silent_at(size_t index);

/* The value of an attribute, or NULL. `attributes` as SAX gives them. */
const char *dd_page_attribute(const char **attributes, const char *name);
/* True where the page does not show the element. */
bool dd_page_is_hidden(const char **attributes);

/* True where a reference such as `&#1;` stands for what is no character of XML,
 * wherever in the page. Linear. */
bool dd_page_has_bad_reference(const char *text, size_t len);
/* True for what parsers make of one: the control character itself, or U+FFFD. */
bool dd_page_is_made(const char *text, size_t len);

/* Looks at the tags before the parser does, whose cost grows with the square of
 * an element's attributes. Returns 0 or DD_E_INPUT. *ret_main: there is a part
 * of the page that says it is the main one. Linear. */
int dd_page_scan(
    const char *text, size_t len, bool *ret_main, struct dd_error *error);

/* Where a text that the parser hands over stands in the source. */
struct dd_page_place {
	const char *source;
	size_t len;
	size_t cursor; /* behind the last text */
};

/* Finds `text`, of which the parser says that it ends near `hint`. False where it
 * was written otherwise, as a reference; *ret_extent covers that then. */
bool dd_page_find(struct dd_page_place *place, const char *text, size_t len,
    size_t hint, struct dd_extent *ret_extent);

#endif
