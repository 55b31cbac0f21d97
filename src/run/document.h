/* SPDX-License-Identifier: MIT */
/*
 * One document on its way: gate, parse, XSD and facts in one round, then any
 * number of formats. The verdict starts as "not checked" and is set only
 * when every stage has run to its end.
 */
#ifndef DD_RUN_DOCUMENT_H
#define DD_RUN_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include "base/buffer.h"
#include "base/error.h"
#include "check/check.h"
#include "diag/diagnostic.h"
#include "model/model.h"
#include "xml/parse.h"
#include "xml/source.h"

struct dd_buffer;
struct dd_archive;
struct dd_engine;

enum dd_verdict { DD_NOT_CHECKED, DD_PASS, DD_FAIL };

struct dd_document {
	struct dd_engine *engine; /* borrowed */
	char *name, *path;	  /* owned; path may be NULL */
	struct dd_source source;  /* see dd_document_source */
	struct dd_buffer bytes;	  /* that `source` will be made of */
	bool undecoded;		  /* it was not yet */
	struct dd_sink sink;
	struct dd_tree tree;
	struct dd_summary summary;
	bool admitted; /* the gate let it in */
	bool examined; /* the stages have run, to their end or not */
	bool parsed;   /* there is a tree */
	bool read;     /* there are facts */
	bool resolved; /* the tree holds the computed facts */
	bool edited;   /* the rules have run to their end */
	enum dd_verdict verdict;
	struct dd_error failure; /* what stopped the stages, if anything did */
	xmlDoc *json; /* run/convert.c keeps it for several formats, or NULL */
	char *json_head; /* its bytes, but for the last member, or NULL */
};

/* Copies name, path (may be NULL) and bytes; the gate runs at once. */
void dd_document_open(struct dd_document *document, struct dd_engine *engine,
    const char *name, const char *path, const void *bytes, size_t len);
/* The same for a document that another process has judged: it has its text, to
 * be shown by dd_document_source, and is never examined. */
void dd_document_reopen(struct dd_document *document, struct dd_engine *engine,
    const char *name, const char *path, const void *bytes, size_t len);
void dd_document_close(struct dd_document *document);
/* Its text; of one that was judged elsewhere it is made now, as most are valid
 * and nobody looks at them. */
struct dd_source *dd_document_source(struct dd_document *document);

/* All stages up to the verdict. 0, or the code of what stopped it; a second
 * call repeats what the first one said. */
int dd_document_validate(struct dd_document *document, struct dd_error *error);

/* The same, and the editorial rules in one round with it: a fault of form
 * hides no finding elsewhere. `options` NULL: no rules. */
int dd_document_check(struct dd_document *document,
    const struct dd_check_options *options, struct dd_error *error);

/* Appends the facts alone, for dd_archive_add, of a document that is just open and
 * that is to be closed then; nothing where it is not well-formed. Returns 0, or the
 * code of what its house or its zones lack. */
int dd_document_facts(struct dd_document *document, struct dd_buffer *out,
    struct dd_error *error);

/* Puts `bytes`, which the document was opened with, mended into the empty
 * buffer `out`; *ret_count findings are mended, none where the document is not
 * well-formed. Returns 0, or DD_E_ENGINE where a fix would break the document.
 */
int dd_document_fix(struct dd_document *document, bool unsafe,
    const void *bytes, size_t len, struct dd_buffer *out, size_t *ret_count,
    struct dd_error *error);

#endif
