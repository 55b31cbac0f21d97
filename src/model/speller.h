/* SPDX-License-Identifier: MIT */
/*
 * Which words a language has, by Hunspell and the dictionaries of the system.
 * Hunspell reads a dictionary in tens of milliseconds, and is the judge. Most
 * words need no judge: our own list of the same dictionary has them.
 */
#ifndef DD_MODEL_SPELLER_H
#define DD_MODEL_SPELLER_H

#include <stdbool.h>
#include <stddef.h>

enum { DD_DICTIONARIES = 3 };

struct dd_word_list;
struct dd_speller_answers;

/* One database serves many documents; not two threads at a time. */
struct dd_speller_db {
	const char *directory;		     /* borrowed */
	void *dictionaries[DD_DICTIONARIES]; /* Hunspell's; NULL: not read */
	struct dd_word_list *lists[DD_DICTIONARIES]; /* NULL: not read */
	/* What was asked before, by the first dictionary of the language. */
	struct dd_speller_answers *answers[DD_DICTIONARIES];
};

/* Where `directory` is NULL, /usr/share/hunspell. */
void dd_speller_db_init(struct dd_speller_db *db, const char *directory);
void dd_speller_db_release(struct dd_speller_db *db);

/* True where all dictionaries of a language are there. `lang` is "en" or "fr",
 * or begins with one of them. English has two, and a word of either will do. */
bool dd_speller_has(const struct dd_speller_db *db, const char *lang);

/* Puts out the path of a file that a dictionary of any language is read from,
 * if it is there; false behind the last one. */
bool dd_speller_file(
    const struct dd_speller_db *db, size_t index, char *path, size_t size);

/* The quick answer: true only for a word that dd_speller_knows() knows, and for
 * most of them. UTF-8. */
bool
dd_speller_lists(struct dd_speller_db *db, const char *lang, const char *word);

/* True for a word of that language, which must be there; UTF-8. */
bool
dd_speller_knows(struct dd_speller_db *db, const char *lang, const char *word);

#endif
