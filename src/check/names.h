/* SPDX-License-Identifier: MIT */
/* What titles mean, and whether words can stand for a person. */
#ifndef DD_CHECK_NAMES_H
#define DD_CHECK_NAMES_H

#include <stdbool.h>
#include "base/arena.h"

struct dd_person;

/* True for "H.E." and its like, which one gives to others alone. */
bool dd_name_is_excellency(const char *style);

/* "he" or "she" for a courtesy title such as "Mr." that has one pronoun; NULL
 * for all others and for NULL. */
const char *dd_name_courtesy_pronoun(const char *courtesy);

/* True where the words hold some part of the person's names, ranks or offices,
 * or a misspelt one of the names, which is a fault of another kind. Cost: the
 * words of the names times those of the text. */
bool dd_name_may_mean(
    const struct dd_person *person, const char *words, struct dd_arena *arena);

/* True where two texts have a word in common, of more than two letters and not
 * such as "the". */
bool dd_name_share_word(const char *a, const char *b, struct dd_arena *arena);

#endif
