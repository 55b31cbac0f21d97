/* SPDX-License-Identifier: MIT */
/*
 * <ending closed="" open=""/> of a pattern: one of two forms of a small word,
 * by whether what stands before it ends in a consonant or a vowel, as Hangul
 * reads it.
 */
#ifndef DD_MODEL_WORDS_ENDING_H
#define DD_MODEL_WORDS_ENDING_H

#include <libxml/tree.h>

/* Appends the form that goes with the text already in `parent`. */
void dd_words_print_ending(const xmlNode *ending, xmlNode *parent);

#endif
