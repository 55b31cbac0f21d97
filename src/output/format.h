/* SPDX-License-Identifier: MIT */
/*
 * THE table of formats: one row a format. A format is a stylesheet over the
 * resolved tree and a writer that turns its result into bytes.
 */
#ifndef DD_OUTPUT_FORMAT_H
#define DD_OUTPUT_FORMAT_H

#include <stdbool.h>
#include <stddef.h>
#include <libxml/tree.h>

struct dd_buffer;
struct dd_error;
struct dd_html5_sheet;
struct dd_messages;

/* What writers can be asked for. All borrowed. */
struct dd_format_options {
	bool pretty;	      /* JSON on many lines */
	size_t width;	      /* columns of text; 0 = the writer's own */
	const char *css;      /* the style sheet of a page, */
	size_t css_len;	      /* its length in bytes, */
	const char *css_href; /* or a link to one */
	/* Called with a sentence about what a writer had to leave out; may be
	 * NULL. */
	void (*note)(void *context, const char *sentence);
	void *context;
	const struct dd_messages *messages; /* of notes; NULL: English */
	const char *facts;		    /* one line of JSON, or NULL */
	struct dd_html5_sheet *sheet;	    /* kept between pages, or NULL */
};

struct dd_format {
	const char *name;	/* "html" */
	const char *suffix;	/* ".html" */
	const char *summary;	/* one clause for --help */
	const char *stylesheet; /* a resource; NULL: the resolved tree itself */
	/* Appends the bytes of a result tree. 0 or a code. */
	int (*write)(const xmlDoc *result,
	    const struct dd_format_options *options, struct dd_buffer *out,
	    struct dd_error *error);
	/* A resource that makes the facts; NULL: the format has none. */
	const char *facts;
};

/* The format number `index`, from 0; NULL behind the last. */
const struct dd_format *dd_format(size_t index);

/* NULL where there is none of that name. */
const struct dd_format *dd_format_find(const char *name);

#endif
