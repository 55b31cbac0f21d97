/* SPDX-License-Identifier: MIT */
/*
 * The house file: what a ministry decides once. Validated against house.xsd
 * and kept as a tree with tables over its registers.
 */
#ifndef DD_MODEL_HOUSE_H
#define DD_MODEL_HOUSE_H

#include <stdbool.h>
#include <libxml/tree.h>
#include "base/arena.h"
#include "base/table.h"
#include "diag/diagnostic.h"
#include "model/clock.h"
#include "xml/parse.h"
#include "xml/source.h"

struct dd_error;
struct dd_schema;
struct dd_term_lists;

/* The words of all texts and attributes, folded; empty until somebody fills
 * them in, once for all documents of the house. */
struct dd_house_words {
	struct dd_arena arena;
	struct dd_table table;
};

struct dd_house {
	struct dd_source source;
	struct dd_tree tree;
	struct dd_sink sink;
	struct dd_table officials, countries, organisations, series, terms;
	struct dd_term_lists *lists; /* NULL: none */
	struct dd_house_words *words;
	bool builtin; /* the neutral one: no house file was found */
};

/* Reads a house from its bytes. `name` is borrowed and shown in messages.
 * `schema` NULL for the built-in house, which is known to be valid.
 * A house that is not valid is DD_E_USAGE with its first fault and place. */
int dd_house_read(struct dd_house *house, const struct dd_schema *schema,
    const char *name, const void *bytes, size_t len, struct dd_error *error);
/* What no schema can say: severities of rules that are none, entries of term
 * lists that cannot be used. The document may
 * be one that is not valid. */
void dd_house_check(const struct dd_tree *tree, struct dd_sink *sink);

void dd_house_release(struct dd_house *house);

/* The child element `name` of `entry` for a language: of that language, else
 * of its primary subtag ("en" for "en-GB"); NULL where there is none. */
xmlNode *
dd_house_in_language(const xmlNode *entry, const char *name, const char *lang);

/* The first `element` of the house itself, or NULL. */
xmlNode *dd_house_first(const struct dd_house *house, const char *element);

/* The home of a summary whose own side is `country`, which may be NULL: the
 * home of that country, else the first. NULL where the house has none. */
xmlNode *dd_house_home(const struct dd_house *house, const char *country);

/* The ministry that speaks for `country`, in the same way. */
xmlNode *dd_house_ministry(const struct dd_house *house, const char *country);

/* The first `element` of the style of a language, or NULL. */
xmlNode *dd_house_style_part(
    const struct dd_house *house, const char *lang, const char *element);

/* How the names of a side are printed: the attribute of <names>, `order` or
 * `capitals`, for a party of that role; NULL where the house does not say. */
const char *dd_house_names(const struct dd_house *house, const char *lang,
    const char *role, const char *attr);

/* True where an <office> of the register was held that day. */
bool dd_house_is_held(const xmlNode *office, struct dd_date day);

#endif
