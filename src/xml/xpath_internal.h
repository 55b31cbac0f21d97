/* SPDX-License-Identifier: MIT */
/* What the files of the XPath engine share. */
#ifndef DD_XML_XPATH_INTERNAL_H
#define DD_XML_XPATH_INTERNAL_H

#include <stdint.h>
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

/* The number of each node, by its address. */
struct dd_xpath_order {
	const xmlNode **nodes; /* NULL: they are not numbered yet */
	size_t *numbers;       /* beside them */
	size_t count, cap;     /* `cap`: a power of two */
};

struct dd_xpath_engine {
	xmlXPathContext *context;
	struct dd_arena arena; /* keys, names */
	struct dd_table prefixes;
	const char *uri; /* of `functions` */
	const struct dd_xpath_function *functions;
	void *data;
	struct dd_xpath *expressions;
	struct dd_xpath **steps; /* of paths, by number; owned */
	size_t step_count;
	struct dd_xpath_key *keys;
	/* Of a run. */
	xmlDoc *doc;		 /* NULL: none */
	struct dd_arena run;	 /* indexes of keys */
	struct dd_table indexes; /* key name: struct dd_table */
	struct dd_xpath_order order;
	size_t held;			    /* bytes of variables and indexes */
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

/* Compiles an expression as it stands, unchecked; NULL where libxml2 does not
 * take it. */
struct dd_xpath *
dd_xpath_make(struct dd_xpath_engine *engine, const char *text);
/* Compiles one that it took with calls for its operators; NULL where they are
 * nested too deep. */
struct dd_xpath *
dd_xpath_rewrite(struct dd_xpath_engine *engine, const char *text);
/* The operator that a call stands for; NULL where there is none. */
xmlXPathFunction dd_xpath_operator(const char *name);

/* What an expression sees and where it stands; kept while another runs. */
struct dd_xpath_place {
	xmlNode *node;
	xmlDoc *doc;
	int size, position;
	const struct dd_xpath_frame *frame;
	const struct dd_xpath_let *lets;
};
struct dd_xpath_place dd_xpath_save(const struct dd_xpath_engine *engine);
void dd_xpath_restore(
    struct dd_xpath_engine *engine, const struct dd_xpath_place *place);

/* --- xpath_cost.c: each counts work, and is false where the limit is met -- */

bool dd_xpath_charge(struct dd_xpath_engine *engine, size_t steps);
/* Reading a text, or NULL. */
bool dd_xpath_charge_text(struct dd_xpath_engine *engine, const void *text);
/* Reading all text of a node. */
bool dd_xpath_charge_node(struct dd_xpath_engine *engine, const xmlNode *node);
/* Reading a value as a text; `all`: the texts of all nodes of a set, not only
 * of the first. NULL is nothing. */
bool dd_xpath_charge_value(
    struct dd_xpath_engine *engine, const xmlXPathObject *value, bool all);
/* Keeps bytes until the run ends, or somebody takes them off `held`. */
bool dd_xpath_hold(struct dd_xpath_engine *engine, size_t bytes);
/* The bytes of a value. */
size_t dd_xpath_measure(const xmlXPathObject *value);
/* Stops the expression for want of steps, or of whatever was said. */
void dd_xpath_give_up(xmlXPathParserContext *ctxt);

/* The value of a variable that can be seen, as libxml2 asks for it; `data` is
 * the engine. NULL where it was stopped. */
xmlXPathObject *
dd_xpath_variable(void *data, const xmlChar *name, const xmlChar *uri);
/* True where a variable of that name stands in the scope or around it. */
bool dd_xpath_sees(const struct dd_xpath_scope *scope, const char *name);

/* True for a function of XPath whose reading is counted. In an expression that
 * is compiled its name has DD_XPATH_COUNTED in front: libxml2 2.13 and later ask
 * nobody for a function that they know. */
#define DD_XPATH_COUNTED "op-"
bool dd_xpath_is_counted(const char *name, size_t len);
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

/* --- xpath_order.c ---- */

/* The next node below `top`, in document order; NULL behind the last. */
const xmlNode *dd_xpath_next_node(const xmlNode *node, const xmlNode *top);
/* How many nodes that are no elements stand in a row at most. */
size_t dd_xpath_find_row(const xmlDoc *doc);
void dd_xpath_order_release(struct dd_xpath_order *order);
/* Puts nodes into document order, each once. */
void dd_xpath_settle(struct dd_xpath_engine *engine, xmlNodeSet *set);

#endif
