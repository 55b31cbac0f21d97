/* SPDX-License-Identifier: MIT */
/*
 * Brings in a published or drafted summary: a text becomes a document of the
 * vocabulary, with evidence for every fact. Nothing is guessed silently, and no
 * word is lost: what has no place is asked about or listed as dropped.
 */
#ifndef DD_IMPORT_IMPORT_H
#define DD_IMPORT_IMPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <libxml/tree.h>
#include "import/block.h"
#include "import/evidence.h"
#include "model/clock.h"

struct dd_error;
struct dd_grammar;
struct dd_house;
struct dd_names_set;
struct dd_zone_db;

struct dd_import_options {
	const char *lang;	  /* NULL: by the letters of the text */
	struct dd_date issued;	  /* where the text does not say; or year 0 */
	struct dd_date retrieved; /* when the source was read; or year 0 */
	const char *name;	  /* of the source, for its address; or NULL */
	const char *format;	  /* "text"; for provenance */
	const char *version;	  /* of this program */
	const char *places;	  /* the text of data/places.tsv */
	struct dd_names_set *names; /* read from it; kept for the next text */
	const struct dd_house *house;
	struct dd_zone_db *zones;
};

/* Blocks of a source in UTF-8, NUL-terminated. Returns 0, or DD_E_INPUT with a
 * sentence where it cannot be read whole. */
typedef int dd_block_reader(struct dd_blocks *blocks, const char *text,
    size_t len, struct dd_error *error);

/* The document of one of our own outputs, which has the facts in it. Returns 0;
 * 1 where there are no facts, and it is a text like any other; or a code. */
typedef int dd_restorer(const struct dd_grammar *grammar, const char *name,
    const void *bytes, size_t len, xmlDoc **ret_doc, struct dd_error *error);

struct dd_importer {
	const char *name;      /* "text" */
	const char *summary;   /* one clause for --help */
	const char *suffixes;  /* of file names, between spaces */
	dd_block_reader *read; /* NULL: no text, its bytes are not decoded */
	dd_restorer *restore;  /* asked before; NULL: never */
	bool is_page;	       /* it may say itself how it is encoded */
};

/* The importer number `index`, from 0; NULL behind the last. */
const struct dd_importer *dd_importer(size_t index);
/* By name, or by the suffix of a file name; NULL where there is none. */
const struct dd_importer *dd_importer_find(const char *name);
const struct dd_importer *dd_importer_of_path(const char *path);

/* Reads a text and builds the document, the caller's to free. The evidence is of
 * `ledger`, whose arena lives as long. Returns 0, or DD_E_INPUT where it is no
 * summary at all. Linear in the text, up to the limits of patterns. */
int dd_import(const struct dd_importer *importer, const char *text, size_t len,
    const struct dd_import_options *options, struct dd_ledger *ledger,
    xmlDoc **ret_doc, struct dd_error *error);

#endif
