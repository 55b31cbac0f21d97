/* SPDX-License-Identifier: MIT */
/* From the facts of one document to the bytes of one format. */
#ifndef DD_RUN_CONVERT_H
#define DD_RUN_CONVERT_H

#include <stdbool.h>
#include <stddef.h>
#include "output/format.h"

struct dd_buffer;
struct dd_document;
struct dd_error;

struct dd_convert_options {
	bool force;		      /* also what is not valid; it is marked */
	bool tree;		      /* the result tree as XML */
	const char *generator;	      /* the program and its version */
	const char *xslt, *xslt_name; /* the user's stylesheet, or NULL */
	size_t xslt_len;	      /* its length in bytes */
	struct dd_format_options format;
};

/* Appends a validated document in a format; all formats of one document
 * share one resolved tree. Returns 0; DD_E_USAGE for an unknown format, a
 * stylesheet that is wrong, a language without words, or a document that is
 * not valid, without `force`; DD_E_INPUT for one without facts; DD_E_ENGINE
 * where a stage failed or the document was not checked. */
int dd_document_convert(struct dd_document *document, const char *format,
    const struct dd_convert_options *options, struct dd_buffer *out,
    struct dd_error *error);

#endif
