/* SPDX-License-Identifier: MIT */
/* What the files of the XPath engine share. */
#ifndef DD_XML_XPATH_INTERNAL_H
#define DD_XML_XPATH_INTERNAL_H

#include <libxml/xpath.h>
#include "base/arena.h"
#include "base/table.h"
#include "xml/xpath.h"

struct dd_xpath {
	xmlXPathCompExpr *compiled;
	struct dd_xpath *next; /* of the engine */
};

struct dd_xpath_key {
	const char *name;
	const struct dd_xpath *match, *use;
	struct dd_xpath_key *next;
};

struct dd_xpath_engine {
	xmlXPathContext *context;
	struct dd_arena arena; /* keys, names */
	struct dd_table prefixes;
	const char *uri; /* of `functions` */
	const struct dd_xpath_function *functions;
	void *data;
	struct dd_xpath *expressions;
	struct dd_xpath_key *keys;
	/* Of a run. */
	xmlDoc *doc;			    /* NULL: none */
	struct dd_arena run;		    /* indexes of keys */
	struct dd_table indexes;	    /* key name: struct dd_table */
	const struct dd_xpath_frame *frame; /* innermost */
	const struct dd_xpath_let *lets;    /* of it, that can be seen */
	char fault[512];
};

/* Evaluates under the limits; NULL where it was stopped. */
xmlXPathObject *dd_xpath_evaluate(struct dd_xpath_engine *engine,
    const struct dd_xpath *xpath, const xmlNode *node);

/* Says what stopped the run, if nothing did before. */
void dd_xpath_stop(struct dd_xpath_engine *engine, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Counts steps of work towards the limits; false where they are used up. */
bool dd_xpath_charge(struct dd_xpath_engine *engine, size_t steps);

/* The value of a variable that can be seen, as libxml2 asks for it; `data` is
 * the engine. NULL where it was stopped. */
xmlXPathObject *
dd_xpath_variable(void *data, const xmlChar *name, const xmlChar *uri);
/* True where a variable of that name stands in the scope or around it. */
bool dd_xpath_sees(const struct dd_xpath_scope *scope, const char *name);

/* The function of that name, as libxml2 calls it; NULL where there is none. */
xmlXPathFunction
dd_xpath_lookup(void *data, const xmlChar *name, const xmlChar *uri);

/* How many arguments a function takes; false where there is none. `name` has
 * its prefix. */
bool dd_xpath_arity(struct dd_xpath_engine *engine, const char *name,
    size_t *ret_least, size_t *ret_most);

/* False, and the fault, where a function of our own will not do with those of
 * its arguments that are strings as they stand. */
bool dd_xpath_check_call(struct dd_xpath_engine *engine, const char *name,
    const char *text, const struct dd_xpath_token *args, size_t count,
    struct dd_xpath_fault *fault);

/* The nodes that a key finds by a value are added to the set, in any order and
 * more than once where they have the value more than once. */
bool dd_xpath_find_key(struct dd_xpath_engine *engine, const char *name,
    const char *value, xmlNodeSet *out);

/* Puts nodes into document order, each once. */
void dd_xpath_settle(xmlNodeSet *set);

#endif
