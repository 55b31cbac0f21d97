/* SPDX-License-Identifier: MIT */
/*
 * Names of states, organisations and cities as texts write them. States by the
 * names of the house, of CLDR and of data/places.tsv; cities and their time
 * zones by data/places.tsv, which tools/places makes.
 */
#ifndef DD_IMPORT_NAMES_H
#define DD_IMPORT_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"
#include "base/table.h"
#include "language/tokens.h"

struct dd_house;

/* What a name stands for. All names of one state have the same `id`. */
struct dd_party_name {
	const char *id;		  /* for the document: "jp", "nato" */
	const char *country;	  /* ISO 3166-1, or NULL */
	const char *organisation; /* id of it, in the house or not; or NULL */
	const char *longer, *shorter; /* of it where the house has none */
	const char *candidates; /* "CD CG": the name alone does not tell */
	bool of_house;		/* the house has it */
	bool likely;		/* usual, and not the only one */
};

struct dd_city {
	const char *name, *country, *zone;
	const struct dd_city *other; /* of the same name, or NULL */
};

/* A house that everyone knows the city of. */
struct dd_named_venue {
	const char *country, *city;
};

/* The names of one language and house. */
struct dd_names {
	struct dd_arena *arena;	 /* borrowed */
	struct dd_table by_id;	 /* id -> struct dd_party_name */
	struct dd_table parties; /* folded words -> struct dd_party_name */
	struct dd_table people;	 /* "japanese" -> struct dd_party_name */
	struct dd_table cities;	 /* folded words -> struct dd_city */
	struct dd_table venues;	 /* folded words -> struct dd_named_venue */
	struct dd_table zones;	 /* country -> names between spaces */
	size_t longest;		 /* words of the longest name */
	size_t bytes;		 /* of the longest name */
};

/* The names of all languages that were asked for, each read once. */
struct dd_names_set {
	struct dd_arena arena;
	struct dd_table all; /* house and language -> struct dd_names */
};

void dd_names_set_init(struct dd_names_set *set);
void dd_names_set_release(struct dd_names_set *set);

/* The names in a language, which live as long as the set; `places` is the text
 * of data/places.tsv, the same in each call. */
const struct dd_names *dd_names_get(struct dd_names_set *set,
    const struct dd_house *house, const char *lang, const char *places);

/* The longest name that begins at a word, and how many words it has; NULL where
 * none begins there. A word of a script without spaces may go on behind it. */
const struct dd_party_name *dd_names_party(const struct dd_names *names,
    const struct dd_tokens *tokens, size_t at, size_t *ret_count);
const struct dd_city *dd_names_city(const struct dd_names *names,
    const struct dd_tokens *tokens, size_t at, size_t *ret_count);
/* The state of "Japanese". */
const struct dd_party_name *dd_names_people(const struct dd_names *names,
    const struct dd_tokens *tokens, size_t at, size_t *ret_count);

/* The first name in a text; NULL where there is none. */
const struct dd_party_name *
dd_names_party_in(const struct dd_names *names, const char *text, size_t len);
const struct dd_city *
dd_names_city_in(const struct dd_names *names, const char *text, size_t len);
const struct dd_named_venue *
dd_names_venue_in(const struct dd_names *names, const char *text, size_t len);

/* The longest name of two characters or more that stands at byte `at`, in a script
 * without spaces; *ret_end is behind it. NULL where none begins there. */
const struct dd_party_name *dd_names_party_at(const struct dd_names *names,
    const char *text, size_t len, size_t at, size_t *ret_end);

/* The longest name in bytes [from, end) that ends at `end`. */
const struct dd_party_name *dd_names_party_before(const struct dd_names *names,
    const char *text, size_t from, size_t end, size_t *ret_from);

/* The city that these bytes name, and no more. */
const struct dd_city *
dd_names_city_at(const struct dd_names *names, const char *text, size_t len);

/* The time zones of a country, between spaces; NULL where it is not known. */
const char *dd_names_zones(const struct dd_names *names, const char *country);

#endif
