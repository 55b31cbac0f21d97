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

/* What a name stands for. */
struct dd_party_name {
	const char *country;	  /* ISO 3166-1, or NULL */
	const char *organisation; /* id in the house, or NULL */
	bool of_house;		  /* the house has it */
};

struct dd_city {
	const char *name, *country, *zone;
	const struct dd_city *other; /* of the same name, or NULL */
};

struct dd_names {
	struct dd_arena *arena;	 /* borrowed */
	struct dd_table parties; /* folded words -> struct dd_party_name */
	struct dd_table people;	 /* "japanese" -> struct dd_party_name */
	struct dd_table cities;	 /* folded words -> struct dd_city */
	struct dd_table zones;	 /* country -> names between spaces */
	size_t longest;		 /* words of the longest name */
};

/* `places` is the text of data/places.tsv, which must live as long; `lang` the
 * language of the text. */
void dd_names_init(struct dd_names *names, const struct dd_house *house,
    const char *lang, const char *places, struct dd_arena *arena);
void dd_names_release(struct dd_names *names);

/* The longest name that begins at a word, and how many words it has; NULL where
 * none begins there. */
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

/* The same for cities. */
const struct dd_city *
dd_names_city_in(const struct dd_names *names, const char *text, size_t len);

/* The time zones of a country, between spaces; NULL where it is not known. */
const char *dd_names_zones(const struct dd_names *names, const char *country);

#endif
