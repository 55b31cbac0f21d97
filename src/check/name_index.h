/* SPDX-License-Identifier: MIT */
/* The names of the people of one document, by word and by words near them. */
#ifndef DD_CHECK_NAME_INDEX_H
#define DD_CHECK_NAME_INDEX_H

#include <stdbool.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/table.h"
#include "language/tokens.h"

struct dd_person;
struct dd_summary;

/* The names of a person as words. */
struct dd_name_person {
	const struct dd_person *person;
	struct dd_tokens given, other, family;
};

/* One word of a name. */
struct dd_name_word {
	const struct dd_name_person *owner;
	const char *folded;
	const char *shown;		 /* as it is recorded */
	bool family;			 /* else given or other */
	const struct dd_name_word *next; /* the same word, or key */
};

/* A word that may be misspelt: which letters it has, and how many. */
struct dd_name_shape {
	uint32_t letters; /* a bit each */
	size_t len;
	struct dd_name_word word;
	struct dd_name_shape *next;
};

struct dd_name_index {
	const struct dd_summary *summary;
	struct dd_arena *arena;			    /* borrowed */
	struct dd_name_shape *shapes, **shapes_end; /* in order */
	struct dd_table words; /* folded word -> struct dd_name_word */
	struct dd_table near;  /* word, whole or short of a letter -> same */
	struct dd_table
	    titles; /* word of an office or rank -> struct dd_person */
	struct dd_table known; /* words that are right; filled when asked */
};

void dd_name_index_init(struct dd_name_index *index,
    const struct dd_summary *summary, struct dd_arena *arena);
void dd_name_index_release(struct dd_name_index *index);

/* All words of names that are this one; NULL where none is. */
const struct dd_name_word *
dd_name_find(const struct dd_name_index *index, const char *folded);
/* The only person who has that word in a name; NULL where none or several. */
const struct dd_name_person *
dd_name_only(const struct dd_name_index *index, const char *folded);
/* True where that person has the word in a name. */
bool dd_name_has(const struct dd_name_index *index, const char *folded,
    const struct dd_person *person);

/* The word of a name that is one letter more, less or other, or has two
 * letters swapped; NULL where there is none, or the word is right itself: a
 * name, or a word of the house or of the facts. Only for names of 4 to 24
 * letters of ASCII after folding. Cost: the square of the word's length. */
const struct dd_name_word *
dd_name_nearest(struct dd_name_index *index, const char *folded);

/* True for a word of the house or of the facts that is no misspelt name. */
bool dd_name_is_known(struct dd_name_index *index, const char *folded);

/* True for a word that stands before names: of an office, a rank, "Mr.". */
bool dd_name_is_title(const struct dd_name_index *index, const char *folded);

/* The first person with that word in an office or rank; NULL where none. */
const struct dd_person *
dd_name_title_holder(const struct dd_name_index *index, const char *folded);

enum dd_name_order { DD_GIVEN_FIRST, DD_FAMILY_FIRST };

/* How many words from `at` on are the person's full name, in either order; 0
 * where they are not. */
size_t dd_name_match(const struct dd_name_person *name,
    const struct dd_tokens *tokens, size_t at, enum dd_name_order *ret_order);

#endif
