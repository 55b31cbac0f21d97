/* SPDX-License-Identifier: MIT */
/* HTML5 from a result tree in the XHTML namespace; see docs/layout.md. */
#ifndef DD_OUTPUT_HTML5_H
#define DD_OUTPUT_HTML5_H

#include <stddef.h>
#include <libxml/tree.h>
#include "base/buffer.h"

struct dd_error;

#define DD_NS_XHTML "http://www.w3.org/1999/xhtml"

/* A style sheet with what a page says of it, kept from page to page, because
 * its hash costs more than a page. Whoever has one may not read it. */
struct dd_html5_sheet {
	struct dd_buffer given;	 /* as the caller gave it */
	struct dd_buffer style;	 /* as it stands on a page */
	struct dd_buffer source; /* what the policy allows */
};

void dd_html5_sheet_init(struct dd_html5_sheet *sheet);
void dd_html5_sheet_release(struct dd_html5_sheet *sheet);

struct dd_html5_options {
	/* What stands in for <r:theme/>: a style sheet in the page, or a link
	 * to one; at most one of them. All borrowed, any may be NULL. */
	const char *css;
	size_t css_len; /* bytes */
	const char *css_href;
	struct dd_html5_sheet *sheet; /* of the page before, or NULL */
	/* Called for every address that is left out because it is not http,
	 * https, mailto, tel, relative or a fragment. Strings are the tree's,
	 * unchecked. May be NULL. */
	void (*dropped)(void *context, const char *element,
	    const char *attribute, const char *value);
	void *context;
};

/* Appends the page. Where the root is `html` it is a whole page with a
 * document type and the encoding, else a fragment of any number of nodes.
 * `options` may be NULL. The same tree gives the same bytes.
 * Only known elements and attributes are written, so nothing runs on the
 * page: no script but JSON-LD, no style but the theme's, no frames, forms,
 * plug-ins or handlers. Comments are left out.
 * Returns 0; DD_E_ENGINE for a tree that is no such page, with a sentence
 * that names the element; DD_E_USAGE for a style sheet that cannot be used.
 * Source: HTML Living Standard, 13.1 and 13.3; CSP Level 3. */
int dd_html5_write(const xmlDoc *doc, const struct dd_html5_options *options,
    struct dd_buffer *out, struct dd_error *error);

#endif
