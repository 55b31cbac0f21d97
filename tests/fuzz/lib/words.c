/* SPDX-License-Identifier: MIT */
/* Owns: what a word is, and how they are counted. */
#include "lib/words.h"
#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include "base/memory.h"
#include "lib/fuzz.h"

void
fuzz_words_add(struct fuzz_words *words, const char *text, size_t len, int by)
{
	uint32_t hash = 2166136261U;
	bool open = false;

	for (size_t i = 0; i <= len; i++) {
		if (i < len && isalpha((unsigned char)text[i])) {
			hash = (hash ^ (uint32_t)tolower(text[i])) * 16777619U;
			open = true;
			continue;
		}
		if (open)
			words->count[(hash ^ hash >> 16) % FUZZ_WORDS] += by;
		hash = 2166136261U;
		open = false;
	}
}

void
fuzz_letters_add(struct fuzz_words *words, const char *text, size_t len, int by)
{
	for (size_t i = 0; i < len; i++)
		if (isalpha((unsigned char)text[i]))
			words->count[tolower(text[i])] += by;
}

void
fuzz_words_add_markup(
    struct fuzz_words *words, const char *xml, size_t len, int by)
{
	char *text = dd_malloc(len + 1);
	bool tag = false;

	for (size_t i = 0; i < len; i++) {
		tag = tag || xml[i] == '<';
		text[i] = tag ? ' ' : xml[i];
		tag = tag && xml[i] != '>';
	}
	fuzz_words_add(words, text, len, by);
	free(text);
}

void
fuzz_words_check(const struct fuzz_words *words, const char *what)
{
	for (size_t i = 0; i < FUZZ_WORDS; i++)
		if (words->count[i] < 0)
			fuzz_fail("%s: a word is lost", what);
}
