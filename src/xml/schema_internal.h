/* SPDX-License-Identifier: MIT */
/*
 * Shared by the schema_*.c files only: how children match the grammar, and the
 * wording, which turns faults into findings.
 */
#ifndef DD_XML_SCHEMA_INTERNAL_H
#define DD_XML_SCHEMA_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <libxml/tree.h>
#include "base/arena.h"
#include "base/buffer.h"
#include "base/table.h"
#include "diag/diagnostic.h"
#include "xml/schema_grammar.h"

struct dd_tree;

/* --- schema_match.c: does a row of children fit? ------------------------ */

struct dd_match {
	size_t matched;		       /* children accepted from the left */
	bool complete;		       /* all were, and nothing is missing */
	struct dd_words_list expected; /* what could stand behind them */
	struct dd_words_list required; /* of these one must; else empty */
};

/* names[i] NULL stands for an element that fits nowhere. Needs a schema in
 * which the next name alone decides the way, as XSD demands. Linear. */
void dd_grammar_match(const struct dd_grammar *grammar, const xmlNode *type,
    const char *const *names, size_t count, struct dd_match *ret_match);

/* --- the wording: from faults to findings ------------------------------- */

/* What libxml2 said, one of many. */
struct dd_schema_fault {
	int code; /* XML_SCHEMAV_... */
	xmlNode *node;
	const char *attribute; /* "name", "{uri}name"; NULL: the element */
	const char *message;
	struct dd_schema_fault *next;
};

struct dd_repair;

/* One validation. */
struct dd_wording {
	const struct dd_grammar *grammar;
	const struct dd_tree *tree;
	struct dd_sink *sink;
	struct dd_arena arena;
	struct dd_table told;	       /* faults that have their finding */
	struct dd_repair *repairs;     /* newest first */
	struct dd_schema_fault *fault; /* the one being worded, or NULL */
	size_t steps; /* children read in rows that do not fit */
	bool foreign_told;
};

/* Like dd_report, with the words of the engine as detail. */
#define dd_tell(w, ...) dd_tell_detail((w), dd_report((w)->sink, __VA_ARGS__))
struct dd_diagnostic *
dd_tell_detail(struct dd_wording *w, struct dd_diagnostic *diagnostic);

/* True the first time that it is asked for this node and matter. */
bool dd_tell_once(struct dd_wording *w, const xmlNode *node, const char *what);

/* schema_words.c: a fault of any kind but content. */
void dd_word_fault(struct dd_wording *w, struct dd_schema_fault *fault);
/* The document begins with something else: the only finding then. */
void dd_word_root(struct dd_wording *w, const xmlNode *root);
/* schema_attribute.c */
void dd_word_unknown_attribute(struct dd_wording *w, const xmlAttr *attr);
void dd_word_missing_attributes(struct dd_wording *w, const xmlNode *node);
/* schema_value.c; `attr` NULL: the text of the element. */
void
dd_word_value(struct dd_wording *w, const xmlNode *node, const xmlAttr *attr);
/* "a two-letter country code", "JP", for a simple type; *ret_example may come
 * out NULL. */
const char *dd_value_hint(
    const struct dd_wording *w, const char *type, const char **ret_example);
/* What to write instead, in the language of the messages. */
struct dd_advice {
	struct dd_buffer text;
	const struct dd_messages *messages;
};
/* Sets the advice, and returns true. */
bool dd_advise(struct dd_advice *advice, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* schema_guess.c, schema_guess_time.c: "write `GB`" for a value of that type
 * where one can be told; false and nothing written where none can. */
bool dd_guess(const struct dd_grammar *grammar, const char *type,
    const xmlNode *node, const char *value, struct dd_advice *out);
bool dd_guess_date(const char *value, struct dd_advice *out);
bool dd_guess_clock(const char *value, struct dd_advice *out);
bool dd_guess_clock_or_date(const char *value, struct dd_advice *out);
bool dd_guess_duration(const char *value, struct dd_advice *out);
/* schema_content.c: wrong, missing or misplaced children around the fault.
 * The tree is repaired where it can be, so that a second round of validation
 * sees what stood behind. True where something was repaired. */
bool dd_word_content(struct dd_wording *w, struct dd_schema_fault *fault);
/* schema_repair.c: puts the children of `parent` in this order: `count` nodes,
 * others hidden; a NULL node stands for a new element names[i]. */
void dd_repair(struct dd_wording *w, xmlNode *parent, xmlNode *const *nodes,
    const char *const *names, size_t count);
/* The document as it was. */
void dd_repair_undo(struct dd_wording *w);
/* schema_ids.c: what XSD leaves to identity, for the whole document. `valid`
 * where the engine found no fault, so that there is less to look for. */
void dd_word_ids(struct dd_wording *w, bool valid);
/* Attributes of the schema language, which are refused. */
void dd_word_instance_attributes(struct dd_wording *w, const xmlNode *node);

/* --- schema_phrase.c ----------------------------------------------------- */

/* A piece of a message, translated and then formatted. */
const char *dd_phrase(struct dd_wording *w, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* One line of at most 60 characters. */
const char *dd_phrase_value(struct dd_arena *arena, const char *text);
/* "`a`, `b` or `c`"; with `<` and `>` where `tags`; at most `max` of them. */
const char *dd_phrase_list(struct dd_wording *w,
    const struct dd_words_list *list, size_t max, bool tags);
/* "`<place>`", with its prefix as written. */
const char *dd_phrase_element(struct dd_arena *arena, const xmlNode *node);
/* "country", "xml:lang" */
const char *dd_phrase_attribute(struct dd_arena *arena, const xmlAttr *attr);
/* "`country` of `<place>`", or "`<city>`" where `attr` is NULL. */
const char *dd_phrase_subject(
    struct dd_wording *w, const xmlNode *node, const xmlAttr *attr);
/* Takes white space at both ends out of text[*from, *to). */
void dd_phrase_trim(const char *text, size_t *from, size_t *to);
/* The closest word of the list, or NULL. */
const char *
dd_phrase_nearest(const char *word, const struct dd_words_list *list);
/* The next word of a list with spaces, [*from, *to), looked for from *to;
 * begin with 0, 0. False behind the last. */
bool dd_phrase_token(const char *text, size_t *from, size_t *to);

#endif
