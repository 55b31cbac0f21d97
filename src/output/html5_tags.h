/* SPDX-License-Identifier: MIT */
/* The elements and attributes that may stand on a page. Private to output/. */
#ifndef DD_OUTPUT_HTML5_TAGS_H
#define DD_OUTPUT_HTML5_TAGS_H

enum dd_html5_flags {
	DD_HTML5_BLOCK = 1,	  /* stands on lines of its own */
	DD_HTML5_FLOW = 2,	  /* its content may be laid out on lines */
	DD_HTML5_VOID = 4,	  /* has no content and no end tag */
	DD_HTML5_PREFORMATTED = 8 /* its first line break is eaten */
};

struct dd_html5_tag {
	const char *name;
	unsigned flags;
	const char *needs; /* without this address it is left out, or NULL */
};

/* The element of that name, or NULL where it may not stand on a page. */
const struct dd_html5_tag *dd_html5_find_tag(const char *name);

enum dd_html5_value {
	DD_HTML5_TEXT,	 /* any text */
	DD_HTML5_FLAG,	 /* true by being there */
	DD_HTML5_URL,	 /* one address */
	DD_HTML5_SRCSET, /* images with sizes */
	DD_HTML5_ID,	 /* unique on the page */
	DD_HTML5_TARGET, /* where a link opens */
	DD_HTML5_REL,	 /* relation of a link */
	DD_HTML5_LEFT_OUT,
	DD_HTML5_REFUSED
};

/* What the attribute holds; DD_HTML5_REFUSED where it may not stand there. */
enum dd_html5_value dd_html5_find_attribute(const char *name);

#endif
