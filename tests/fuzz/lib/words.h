/* SPDX-License-Identifier: MIT */
/* Words of texts, counted, to see that none is lost on the way. */
#ifndef FUZZ_WORDS_H
#define FUZZ_WORDS_H

#include <stddef.h>

enum { FUZZ_WORDS = 1 << 16 };

/* How often each word of ASCII letters is there, by the hash of it. Two words of
 * one hash are counted together, which hides a fault but makes none. */
struct fuzz_words {
	int count[FUZZ_WORDS];
};

/* Counts the words of a text, `by` each: -1 takes them away. Case is nothing. */
void
fuzz_words_add(struct fuzz_words *words, const char *text, size_t len, int by);

/* Its letters alone, where what stands beside a word may join it. */
void fuzz_letters_add(
    struct fuzz_words *words, const char *text, size_t len, int by);
/* The same of markup: tags stand for spaces. */
void fuzz_words_add_markup(
    struct fuzz_words *words, const char *xml, size_t len, int by);

/* Fails where more words were taken than were there. */
void fuzz_words_check(const struct fuzz_words *words, const char *what);

#endif
