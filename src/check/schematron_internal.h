/* SPDX-License-Identifier: MIT */
/* What a file of Schematron is made into; shared by check/schematron*. */
#ifndef DD_CHECK_SCHEMATRON_INTERNAL_H
#define DD_CHECK_SCHEMATRON_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"
#include "base/table.h"
#include "check/schematron.h"
#include "diag/catalog.h"
#include "xml/node.h"
#include "xml/parse.h"
#include "xml/source.h"
#include "xml/xpath.h"

#define DD_NS_SCHEMATRON "http://purl.oclc.org/dsdl/schematron"
#define DD_NS_XSLT "http://www.w3.org/1999/XSL/Transform"
#define DD_NS_FUNCTIONS "urn:diplodoc:functions:1"

struct dd_functions;

/* One file: the one that was named, or one that it includes. */
struct dd_sch_file {
	const xmlNode *includer; /* the include that names it, or NULL */
	const char *path;	 /* as shown to people */
	const char *real;	 /* that is read */
	struct dd_source source;
	struct dd_sink sink;
	struct dd_tree tree;
	struct dd_sch_file *next;
};

/* A sentence: words, and expressions whose text stands between them. */
struct dd_sch_part {
	const char *text;	      /* NULL: the expression */
	const struct dd_xpath *xpath; /* NULL where there is text */
	struct dd_sch_part *next;
};

struct dd_sch_note {
	const struct dd_sch_part *parts;
	struct dd_sch_note *next;
};

/* An assert or a report. */
struct dd_sch_check {
	size_t index;	   /* in the schema */
	const char *name;  /* "house/ID" */
	const char *place; /* "rules.sch:12:5" */
	bool report;	   /* found where the test is true, not false */
	enum dd_level level;
	const struct dd_xpath *test;
	const struct dd_xpath *subject; /* the node that is shown; or NULL */
	const struct dd_sch_part *message;
	struct dd_sch_note *notes;
	struct dd_sch_check *next;
};

/* A condition in brackets. What most of them ask, whether an attribute is there
 * or has a value, is seen without XPath. */
struct dd_sch_condition {
	const struct dd_xpath *xpath;
	const char *attribute; /* without a namespace; NULL: `xpath` tells */
	const char *value;     /* it must have; NULL: any */
};

/* One step of a context, from its last to its first. */
struct dd_sch_step {
	enum {
		DD_SCH_ELEMENT,
		DD_SCH_ATTRIBUTE,
		DD_SCH_TEXT,
		DD_SCH_COMMENT,
		DD_SCH_PI,
		DD_SCH_NODE,
	} kind;
	const char *name; /* local; NULL: any */
	const char *uri;  /* NULL: any where `name` is NULL, else none */
	bool any_uri;	  /* `*` */
	bool deep;	  /* `//` stands in front: any ancestor will do */
	struct dd_sch_condition *conditions;
	size_t condition_count;
};

/* A context without its `|`. */
struct dd_sch_alternative {
	struct dd_sch_step *steps;  /* the last one first */
	size_t count;		    /* 0: only `set` can tell */
	bool rooted;		    /* begins with `/` */
	const struct dd_xpath *set; /* all nodes it matches, from the root */
	struct dd_sch_alternative *next;
};

struct dd_sch_rule {
	const char *place;
	struct dd_xpath_scope scope;
	struct dd_sch_alternative *alternatives;
	struct dd_sch_check *checks, **last_check;
	struct dd_sch_rule *next;
};

struct dd_sch_pattern {
	struct dd_xpath_scope scope;
	struct dd_sch_rule *rules;
	bool shares_nodes; /* two contexts may mean one node */
	struct dd_sch_pattern *next;
};

struct dd_schematron {
	const char *path;
	struct dd_arena arena;
	struct dd_xpath_engine *engine;
	struct dd_functions *functions;
	struct dd_sch_file *files; /* the newest first */
	struct dd_xpath_scope scope;
	struct dd_sch_pattern *patterns;
	size_t check_count;
	size_t part_count;     /* towards DD_LIMIT_HOUSE_PARTS */
	struct dd_table names; /* of checks, to the node each was read from */
};

/* Reading one. */
struct dd_sch_reader {
	struct dd_schematron *schematron;
	struct dd_error *error;
	const struct dd_files *files; /* who opens what is included */
	const xmlNode *root;	      /* of the file that was named */
	const char *phase;	      /* NULL: that of the file; "#ALL": all */
	struct dd_table diagnostics;  /* by id: xmlNode */
	const xmlNode *params;	      /* of the pattern that is filled in */
	const struct dd_xpath_scope *scope;   /* that is open */
	const char *pattern_role, *rule_role; /* of what is open */
};

/* --- schematron_file.c: files, places and faults ---- */

/* Reads and closes the file that people call `path`, which `includer` (NULL:
 * nobody) includes; 0, or DD_E_USAGE. */
int dd_sch_file_read(struct dd_sch_reader *reader, const char *path,
    struct dd_file *opened, const xmlNode *includer, const xmlNode **ret_root);
/* The node itself, or the root of the file that an `include` names; NULL after
 * a fault. */
const xmlNode *
dd_sch_resolve(struct dd_sch_reader *reader, const xmlNode *node);
/* "FILE:LINE:COLUMN" of a node's tag, or of a byte in a text or in an
 * attribute's value; `attr` NULL: the node itself. In the arena. */
const char *dd_sch_place(struct dd_sch_reader *reader, const xmlNode *node,
    const xmlAttr *attr, size_t at);
/* Says what is wrong there; always DD_E_USAGE. `attr` may be NULL. */
int dd_sch_fail(struct dd_sch_reader *reader, const xmlNode *node,
    const xmlAttr *attr, size_t at, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* Counts a part that `node` makes: a pattern, rule, check, variable, diagnostic
 * or expression. A fault where there are too many, which abstract patterns can
 * make of a short file. */
int dd_sch_count(struct dd_sch_reader *reader, const xmlNode *node);
/* True for an element of Schematron of that name; NULL: of any. */
bool dd_sch_is(const xmlNode *node, const char *name);
/* A fault where it is an element of Schematron, or text; foreign elements may
 * stand anywhere. */
int dd_sch_refuse(struct dd_sch_reader *reader, const xmlNode *node);

/* --- schematron_schema.c ---- */

/* Reads all of the file whose root the reader has; 0 or DD_E_USAGE. */
int dd_sch_schema_read(struct dd_sch_reader *reader);

/* --- schematron_value.c ---- */

/* Adds a variable to a scope. */
int dd_sch_let_read(struct dd_sch_reader *reader, const xmlNode *node,
    struct dd_xpath_scope *scope);

/* The value with the parameters of an abstract pattern filled in; NULL where
 * there is no such attribute. */
const char *dd_sch_value(
    struct dd_sch_reader *reader, const xmlNode *node, const char *name);
/* The expression in an attribute. NULL after a fault, also where the attribute
 * is missing. */
struct dd_xpath *dd_sch_expression(
    struct dd_sch_reader *reader, const xmlNode *node, const char *name);

/* --- schematron_check.c ---- */

/* Reads an assert or report. `base` names it where it has no id. */
int dd_sch_check_read(struct dd_sch_reader *reader, const xmlNode *node,
    struct dd_sch_rule *rule, const char *base);
/* Reads its name, "house/ID", alone; NULL after a fault. */
const char *dd_sch_check_name(
    struct dd_sch_reader *reader, const xmlNode *node, const char *base);

/* --- schematron_read.c ---- */

/* Each child, with what an include stands for; stops at a fault. */
typedef int (*dd_sch_read_child)(
    struct dd_sch_reader *reader, const xmlNode *child, void *data);
int dd_sch_children(struct dd_sch_reader *reader, const xmlNode *parent,
    dd_sch_read_child read, void *data);
/* The first child of that name whose attribute `key` has that value. */
const xmlNode *dd_sch_find(struct dd_sch_reader *reader, const xmlNode *parent,
    const char *element, const char *key, const char *value);

/* The patterns of a schema on their way. */
struct dd_sch_builder {
	struct dd_sch_pattern **last;
	const xmlNode *phase; /* NULL: all patterns are active */
	size_t patterns;
};
/* Reads a pattern with its rules, if it is active. */
int dd_sch_pattern_read(struct dd_sch_reader *reader, const xmlNode *node,
    struct dd_sch_builder *builder);

/* --- schematron_context.c ---- */

/* Reads the context in an attribute, which must be there, as a list. */
int dd_sch_context_read(struct dd_sch_reader *reader, const xmlNode *node,
    const char *name, struct dd_sch_alternative **ret_alternatives);
/* --- schematron_match.c ---- */

/* Whether a node, which is of the kind and name of the last step, matches.
 * False in *ret_matches also where it was stopped, which the engine tells. */
bool dd_sch_context_test(struct dd_xpath_engine *engine,
    const struct dd_sch_alternative *alternative, const xmlNode *node);

/* --- schematron_nodes.c ---- */

/* Nodes of one kind and name, in document order. */
struct dd_sch_place {
	const xmlNode *node;
	struct dd_sch_place *next;
};
struct dd_sch_list {
	struct dd_sch_place *first, **last;
};
enum { DD_SCH_BUCKETS = 256 };

/* Elements or attributes of one name. */
struct dd_sch_named {
	const xmlChar *name; /* of the document's own */
	int type;
	struct dd_sch_list list;
	struct dd_sch_named *next;
};

struct dd_sch_nodes {
	struct dd_arena arena;
	const xmlNode *doc;
	xmlDict *names; /* of the document */
	struct dd_sch_named *named[DD_SCH_BUCKETS];
	struct dd_sch_list all_elements, all_attributes, texts, comments, pis;
	size_t count; /* of all, attributes too */
};
/* The caller releases. */
void dd_sch_nodes_read(struct dd_sch_nodes *nodes, const xmlNode *doc);
void dd_sch_nodes_release(struct dd_sch_nodes *nodes);
/* The nodes that the last step of a context may mean. */
const struct dd_sch_place *
dd_sch_nodes_find(struct dd_sch_nodes *nodes, const struct dd_sch_step *step);

#endif
