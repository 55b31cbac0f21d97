/* SPDX-License-Identifier: MIT */
/*
 * What a summary says whatever its language, so that its editions can be held
 * against each other: things (statements, items, people) in document order,
 * and what is said of each (act, speakers, dates, sums). Words are left out.
 */
#ifndef DD_CHECK_EDITION_H
#define DD_CHECK_EDITION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "diag/diagnostic.h"
#include "xml/source.h"

struct dd_tree;

/* What a value says of the thing that it belongs to. A difference of the same
 * class makes it equally likely that two things are not one. */
enum dd_edition_class {
	DD_EDITION_KEY, /* which of several it is; never reported */
	DD_EDITION_ACT,
	DD_EDITION_WHO,
	DD_EDITION_FACT,
	DD_EDITION_CLASSES,
	/* Nothing: one language names a person where another says "she". Two
	 * things differ only where each says what the other does not. */
	DD_EDITION_LOOSE = DD_EDITION_CLASSES,
};

/* Where a value comes from, and what it is called. */
struct dd_edition_row {
	const char *element, *attr;
	enum dd_edition_class class;
	enum dd_id id;	  /* of a difference */
	const char *noun; /* "date"; for dd_sink_say */
};

struct dd_edition_value {
	const struct dd_edition_row *row;
	const char *key; /* the same in every language, and in every spelling */
	const char *text; /* as it is written */
	struct dd_range range;
	struct dd_edition_value *next; /* while it is read */
};

/* Whether a thing that one edition has alone is told. */
enum dd_edition_gap { DD_EDITION_NEVER, DD_EDITION_WITH_FACTS, DD_EDITION_GAP };

struct dd_edition_kind {
	const char *element;
	const char *noun; /* "statement"; for dd_sink_say */
	enum dd_edition_gap gap;
	bool person; /* someone who took part, alone or with a side */
};

struct dd_edition_entry {
	const struct dd_edition_kind *kind;
	size_t serial; /* in document order, from 0 */
	struct dd_edition_entry *children, *last, *previous, *next;
	size_t child_count;
	struct dd_edition_value *read;		/* newest first */
	const struct dd_edition_value **values; /* by row and key, each once */
	size_t value_count;
	uint64_t marks[DD_EDITION_CLASSES]; /* the same for equal values */
	uint64_t *bag;			    /* marks of leaves below, sorted */
	size_t bag_count;		    /* the first ones only */
	size_t leaves, letters;		    /* in and below it */
	struct dd_range range;		    /* its start tag */
};

/* Zero-initialise. */
struct dd_edition {
	struct dd_arena arena;
	const char *lang; /* NULL: it is no summary, or does not say */
	const char *file; /* as shown to people */
	struct dd_edition_entry *root;
	size_t count;		 /* of entries */
	struct dd_source source; /* the caller puts it here; or empty */
};

void dd_edition_release(struct dd_edition *edition);

/* Reads the document called `file`; all is copied. Linear but for sorting. */
void dd_edition_read(
    struct dd_edition *edition, const char *file, const struct dd_tree *tree);

/* Where the rules get the other editions of a document from. */
struct dd_edition_shelf {
	/* The edition that an address in that document leads to (`document`
	 * NULL: in the file called `name`) with its source, until the next one
	 * is asked for; NULL where it cannot be read. */
	struct dd_edition *(*get)(
	    void *context, const char *document, const char *name);
	void *context;
	const char **peers; /* files of other editions, named by the caller */
	size_t peer_count;  /* 0: those that its links lead to */
};

#endif
