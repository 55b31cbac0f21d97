/* SPDX-License-Identifier: MIT */
/*
 * The words of a Hunspell dictionary without Hunspell: a quick first answer,
 * in less time than it takes Hunspell to read the file. What it has, Hunspell
 * has too; of all other words it knows nothing.
 */
#ifndef DD_MODEL_WORD_LIST_H
#define DD_MODEL_WORD_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/buffer.h"
#include "model/affix.h"

struct dd_word_list {
	struct dd_buffer text; /* of the file `.dic` */
	uint32_t *slots;       /* by hash: where a stem begins; 0: free */
	size_t cap;	       /* of slots: a power of two; 0: no word */
	struct dd_affixes affixes;
};

/* Files that cannot be read, or are odd, give a list without words. */
void dd_word_list_read(
    struct dd_word_list *list, const char *rules, const char *words);
void dd_word_list_release(struct dd_word_list *list);

/* True for a stem, and for one with a prefix, a suffix, or both; UTF-8. Never
 * for a word with capitals. */
bool dd_word_list_has(const struct dd_word_list *list, const char *word);

#endif
