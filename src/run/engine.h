/* SPDX-License-Identifier: MIT */
/*
 * What all documents share and what is made once: compiled schemas, houses,
 * zones, dictionaries, stylesheets. Everything is made when it is first needed.
 */
#ifndef DD_RUN_ENGINE_H
#define DD_RUN_ENGINE_H

#include <stddef.h>
#include "base/arena.h"
#include "base/files.h"
#include "base/messages.h"
#include "base/resource.h"
#include "base/table.h"
#include "import/names.h"
#include "model/speller.h"
#include "model/zone.h"
#include "output/html5.h"

struct dd_editions;
struct dd_error;
struct dd_house;
struct dd_schematron;
struct dd_schema;
struct dd_stylesheet;
struct dd_words;

/* The files of rules for a document, each once. */
struct dd_rule_set {
	struct dd_schematron **items;
	size_t count;
};

struct dd_engine {
	struct dd_arena arena;
	struct dd_files files; /* who opens what documents and houses name */
	struct dd_resource_set resources;
	struct dd_zone_db zones;
	struct dd_speller_db spellers;
	struct dd_names_set names;
	struct dd_schema *summary_schema, *house_schema; /* NULL: not yet */
	struct dd_house *forced;     /* for every document, or NULL */
	struct dd_table houses;	     /* by path: struct dd_house */
	struct dd_table folders;     /* by folder: the house for it */
	struct dd_table stylesheets; /* by resource name */
	struct dd_table words;	     /* by language: struct dd_words */
	struct dd_table rules;	     /* by path: struct dd_schematron */
	struct dd_table rule_sets; /* by path of a house: struct dd_rule_set */
	struct dd_rule_set *added; /* for every document, or NULL */
	struct dd_messages messages;  /* what findings are worded in */
	const char *phase;	      /* of rules of the house, or NULL */
	struct dd_editions *editions; /* run/editions.h; NULL: none yet */
	struct dd_html5_sheet sheet;  /* of the last page */
	struct {
		struct dd_stylesheet *stylesheet; /* NULL: none yet */
		char *text;
		size_t len;
	} user; /* the last stylesheet that is not a resource */
};

void dd_engine_init(struct dd_engine *engine);
void dd_engine_release(struct dd_engine *engine);

/* The schema of summaries; compiled on the first call. */
int dd_engine_schema(struct dd_engine *engine,
    const struct dd_schema **ret_schema, struct dd_error *error);

/* The schema of house files, likewise. */
int dd_engine_house_schema(struct dd_engine *engine,
    const struct dd_schema **ret_schema, struct dd_error *error);

/* The house of that file, for every document from now on. */
int dd_engine_force_house(
    struct dd_engine *engine, const char *path, struct dd_error *error);

/* The house for a document at `path`: the forced one, else the nearest
 * upward, else the built-in one (`path` NULL: that one). */
int dd_engine_house(struct dd_engine *engine, const char *path,
    const struct dd_house **ret_house, struct dd_error *error);

/* Reads a file of the house's own rules, for every document from now on. To be
 * called before the first document. */
int dd_engine_add_rules(
    struct dd_engine *engine, const char *path, struct dd_error *error);

/* Those files and the ones that a house names; read on the first call. */
int dd_engine_rules(struct dd_engine *engine, const struct dd_house *house,
    const struct dd_rule_set **ret_rules, struct dd_error *error);

/* The name number `index` of all rules that were read; NULL behind the last. */
const char *dd_engine_rule_name(const struct dd_engine *engine, size_t index);

/* A built-in stylesheet; compiled on the first call. */
int dd_engine_stylesheet(struct dd_engine *engine, const char *name,
    const struct dd_stylesheet **ret_stylesheet, struct dd_error *error);

/* A stylesheet of the user, from its text; the last one is kept. */
int dd_engine_user_stylesheet(struct dd_engine *engine, const char *name,
    const char *text, size_t len, const struct dd_stylesheet **ret_stylesheet,
    struct dd_error *error);

/* The words of a language; DD_E_USAGE where there are none. */
int dd_engine_words(struct dd_engine *engine, const char *lang,
    const struct dd_words **ret_words, struct dd_error *error);

#endif
