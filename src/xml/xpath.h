/* SPDX-License-Identifier: MIT */
/*
 * XPath 1.0 by libxml2, under limits and with no way out of the document: no
 * function reads a file. An engine holds what expressions may name; they are
 * compiled once and run over any number of documents, one after the other.
 */
#ifndef DD_XML_XPATH_H
#define DD_XML_XPATH_H

#include <stdbool.h>
#include <stddef.h>
#include <libxml/tree.h>
#include "base/buffer.h"
#include "xml/xpath_scan.h"

struct dd_arena;
struct dd_xpath;	/* a compiled expression; owned by its engine */
struct dd_xpath_engine; /* prefixes, functions, keys and one run */

/* One call of a function that is not XPath's own. */
struct dd_xpath_call {
	void *data;	       /* of the engine */
	const char **args;     /* each as string() would give it */
	size_t count;	       /* within least..most */
	bool boolean;	       /* the result, where the type says so */
	double number;	       /* the same */
	struct dd_buffer text; /* the same; empty at first */
	size_t cost;	 /* steps of the work, beside the arguments' bytes */
	char fault[256]; /* set: it failed; a clause without its stop */
};

enum dd_xpath_type {
	DD_XPATH_IS_BOOLEAN,
	DD_XPATH_IS_NUMBER,
	DD_XPATH_IS_TEXT
};

struct dd_xpath_function {
	const char *name; /* NULL ends the table */
	size_t least, most;
	enum dd_xpath_type type;
	void (*call)(struct dd_xpath_call *call);
	/* False where the arguments will never do, when an expression is
	 * compiled: *ret_arg is the one, `fault` its byte and a sentence. Those
	 * that are not strings as they stand are NULL. May be NULL. */
	bool (*check)(const char *const *args, size_t count, size_t *ret_arg,
	    struct dd_xpath_fault *fault);
};

/* Variables: a list, the newest first, each of which sees the ones behind it
 * and those of the outer scopes. */
struct dd_xpath_let {
	const char *name;
	struct dd_xpath *value;
	size_t index; /* in its scope */
	const struct dd_xpath_let *next;
};
struct dd_xpath_scope {
	const struct dd_xpath_let *lets;
	const struct dd_xpath_scope *outer;
};
/* A scope on the way: values are computed when they are first asked for, from
 * `node`, and freed by dd_xpath_leave. */
struct dd_xpath_frame {
	const struct dd_xpath_scope *scope;
	const xmlNode *node;
	void **values; /* by index; owned */
	const struct dd_xpath_frame *outer;
};

struct dd_xpath_nodes {
	const xmlNode **items; /* in document order; in the arena asked for */
	size_t count;
};

/* `uri` is the namespace of the functions (the table is borrowed), whose calls
 * are given `data`. Never NULL. */
struct dd_xpath_engine *dd_xpath_engine_new(
    const char *uri, const struct dd_xpath_function *functions, void *data);
void dd_xpath_engine_free(struct dd_xpath_engine *engine);

/* A prefix for expressions compiled from now on. False where it is taken by
 * another namespace. */
bool dd_xpath_engine_prefix(
    struct dd_xpath_engine *engine, const char *prefix, const char *uri);
/* True, and the namespace, where there is such a prefix. */
const char *
dd_xpath_engine_uri(struct dd_xpath_engine *engine, const char *prefix);
/* A key as XSLT has it; several may share a name. */
void dd_xpath_engine_key(struct dd_xpath_engine *engine, const char *name,
    const struct dd_xpath *match, const struct dd_xpath *use);

/* NULL, and the fault, where it is not XPath or names what is not known. The
 * variables of `scope` (may be NULL) may stand in it. */
struct dd_xpath *
dd_xpath_compile(struct dd_xpath_engine *engine, const char *text,
    const struct dd_xpath_scope *scope, struct dd_xpath_fault *fault);

/* What a limit or a failed function stopped; a clause, or "". */
const char *dd_xpath_fault(const struct dd_xpath_engine *engine);

/* Starts and ends a run over a document; limits begin anew. False, and the
 * fault, where the document is not one that nodes can be put in order in. */
bool dd_xpath_begin(struct dd_xpath_engine *engine, xmlDoc *doc);
void dd_xpath_end(struct dd_xpath_engine *engine);

/* Opens a scope around a node, which is what current() gives in it. */
void
dd_xpath_enter(struct dd_xpath_engine *engine, struct dd_xpath_frame *frame,
    const struct dd_xpath_scope *scope, const xmlNode *node);
void dd_xpath_leave(struct dd_xpath_engine *engine);

/* The place of a node in the order of the document, from 1: of elements,
 * attributes, texts, comments and instructions. 0: the document, and what is
 * not in it. */
size_t dd_xpath_number(struct dd_xpath_engine *engine, const xmlNode *node);

/* Counts work that is done between expressions. False, and the fault, where the
 * limit of the run is met. */
bool dd_xpath_spend(struct dd_xpath_engine *engine, size_t steps);

/* Each gives the value of an expression at a node, in the scope that is open.
 * False where it was stopped. */
bool dd_xpath_boolean(struct dd_xpath_engine *engine,
    const struct dd_xpath *xpath, const xmlNode *node, bool *ret_value);
/* The value's text is appended. */
bool dd_xpath_text(struct dd_xpath_engine *engine, const struct dd_xpath *xpath,
    const xmlNode *node, struct dd_buffer *out);
/* None where it is no node-set. Namespaces are left out. */
bool dd_xpath_nodes(struct dd_xpath_engine *engine,
    const struct dd_xpath *xpath, const xmlNode *node, struct dd_arena *arena,
    struct dd_xpath_nodes *ret_nodes);

/* True where the value may be a number, which in brackets counts places. The
 * expression must have no variables. */
bool dd_xpath_is_number(
    struct dd_xpath_engine *engine, const struct dd_xpath *xpath);

#endif
