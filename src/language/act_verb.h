/* SPDX-License-Identifier: MIT */
/* Words of English sentences, and the acts that verbs name. */
#ifndef DD_LANGUAGE_ACT_VERB_H
#define DD_LANGUAGE_ACT_VERB_H

#include <stdbool.h>
#include <stddef.h>

struct dd_verb {
	const char *word;
	const char *next; /* the word that must follow, or NULL */
	const char *acts;
};

/* One word, or the object of an empty element. */
struct dd_word {
	const char *text;
	size_t len;
};

/* The next word behind white space; empty at any other mark or the end. */
struct dd_word dd_word_take(const char *text);
/* Nearly always the first byte tells. */
static inline bool
dd_word_is(struct dd_word word, const char *text)
{
	size_t i = 0;

	while (i < word.len && text[i] == word.text[i])
		i++;
	return i == word.len && !text[i];
}
bool
dd_word_is_among(struct dd_word word, const char *const *list, size_t count);

/* The row of a verb with the words behind it; NULL where it names no act. */
const struct dd_verb *dd_verb_find(struct dd_word word);

#endif
