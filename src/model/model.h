/* SPDX-License-Identifier: MIT */
/*
 * The facts of one summary as plain structs. Strings are collapsed, owned by
 * the summary's arena or by the tree, and live as long as both; NULL means
 * that the document does not say. Enumerations keep the words of the schema.
 */
#ifndef DD_MODEL_MODEL_H
#define DD_MODEL_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <libxml/tree.h>
#include "base/arena.h"
#include "base/table.h"
#include "model/clock.h"

struct dd_house;
struct dd_zone;

/* A start or an end. */
struct dd_when {
	xmlNode *node;		    /* NULL: not stated */
	bool has_clock;		    /* false: the date alone is known */
	struct dd_moment moment;    /* where has_clock */
	struct dd_date date;	    /* local date, always */
	const struct dd_zone *zone; /* NULL where none is stated */
	const char *hedge, *precision, *part_of_day, *show;
};

struct dd_length {
	xmlNode *node; /* NULL: not stated */
	int64_t minutes;
	const char *value; /* ISO 8601 */
	const char *hedge;
	bool total;
};

struct dd_venue {
	xmlNode *node; /* NULL: not stated */
	const char *country, *city, *venue;
};

struct dd_office {
	const char *title; /* in the document's language, without the country */
	const char *shorter; /* before a surname: "Foreign Minister", or NULL */
	bool acting;
	struct dd_office *next;
};

/* What resolving has printed of a person: NULL before, and where there is
 * nothing. By whether the family name is in capitals, where it is in it. */
struct dd_person_words {
	const char *name[2], *full[2], *offices, *offices_of, *mention;
};

struct dd_person {
	xmlNode *node;
	const char *id;
	const struct dd_party *party;
	bool principal;
	bool remote;
	const char *style, *courtesy, *rank, *academic, *post_nominal;
	const char *given, *other, *family;
	const char *order; /* "familyFirst", "givenFirst", NULL: house style */
	const char *short_form;
	const char *pronoun;		 /* "he", "she", "they" */
	const struct dd_office *offices; /* the one that counts first */
	struct dd_person_words *words;	 /* kept while resolving */
	struct dd_person *next;		 /* of the same party */
};

struct dd_designation {
	/* NULL before dd_resolve_party_names where neither the document nor
	 * the house has a name of the country. */
	const char *longer, *shorter;
	const char *of, *initial, *abbreviation;
};

struct dd_party {
	xmlNode *node;
	const char *id, *role;
	const char *country;	  /* ISO 3166-1, or NULL */
	const char *organisation; /* id in the house, or NULL */
	struct dd_designation name;
	bool others;
	struct dd_person *persons; /* principals first */
	struct dd_party *next;
};

struct dd_session {
	xmlNode *node;
	const char *id, *kind, *title;
	struct dd_when start, end;
	struct dd_length duration;
	struct dd_venue place;
	struct dd_session *next;
};

struct dd_term {
	const char *id, *shorter, *expansion;
	bool known, slogan;
	/* Set while resolving: the first use has been printed; some use has
	 * the expansion, or is a slogan. */
	bool used, told;
};

struct dd_summary {
	struct dd_arena arena;
	const struct dd_house *house; /* borrowed */
	xmlNode *root, *head, *meeting, *body;
	const char *lang; /* BCP 47 */
	struct dd_date issued;
	const char *kind, *level, *format, *received;
	struct dd_when start, end;
	struct dd_length duration;
	struct dd_venue place;
	struct dd_session *sessions;
	struct dd_party *parties; /* as they stand; the own side first */
	struct dd_table party_by_id, person_by_id, term_by_id;
};

#endif
