/* SPDX-License-Identifier: MIT */
/*
 * The terms of the house and of the document, and where their forms stand in
 * texts. A table leads from the first bytes of a form to those that begin so.
 */
#ifndef DD_CHECK_GLOSSARY_H
#define DD_CHECK_GLOSSARY_H

#include "check/rule.h"

struct dd_entry {
	const xmlNode *node;   /* of the house or of the glossary */
	const char *expansion; /* of the form in the document's language */
	const char *shorter;   /* or NULL */
	bool slogan;
	bool used;
	bool quoted;	       /* a slogan stands in quotes somewhere */
	const xmlNode *marked; /* where it does */
	struct dd_bare *bare, **bare_end; /* slogans without quotes */
	struct dd_entry *next;
};

/* A slogan that stands without its quotes. */
struct dd_bare {
	const struct dd_prose *prose;
	size_t from, to;
	struct dd_bare *next;
};

struct dd_form {
	const char *text;
	bool forbidden;
	struct dd_entry *entry;
	struct dd_form *next; /* of the same first bytes */
};

/* A form where it stands; form NULL: none. */
struct dd_match {
	const struct dd_form *form;
	size_t from, to;
	bool exact; /* but for line breaks */
};

struct dd_glossary {
	struct dd_checker *checker;
	struct dd_table forms; /* first bytes, in small letters -> chain */
	uint64_t starts[256];  /* by first byte: bits for second ones */
	struct dd_table by_id;
	struct dd_entry *first, **end;
};

void dd_glossary_init(struct dd_glossary *g, struct dd_checker *checker);
void dd_glossary_release(struct dd_glossary *g);

/* The first form at or behind byte `at` of a text, of those that begin there
 * the longest, the document's own before one of the house; a forbidden one only
 * as it is spelt. Forms are no parts of words. */
struct dd_match dd_glossary_next(
    const struct dd_glossary *g, const struct dd_prose *prose, size_t at);

#endif
