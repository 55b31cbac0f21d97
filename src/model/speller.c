/* SPDX-License-Identifier: MIT */
/* Hunspell's own interface for C, and our list before it. */
#include "model/speller.h"
#include <hunspell/hunspell.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/arena.h"
#include "base/ascii.h"
#include "base/memory.h"
#include "base/table.h"
#include "model/word_list.h"

static const struct {
	const char *lang, *file;
} dictionaries[DD_DICTIONARIES] = {
    {"en", "en_US"},
    {"en", "en_GB"},
    {"fr", "fr"},
};

enum {
	PATH_BYTES = 512,
	ANSWERS_MAX = 65536 /* words; what is asked later is not kept */
};

/* What is known of a word: whether it was asked, and what the answer was. */
enum { LISTS_ASKED = 1, LISTS_YES = 2, KNOWS_ASKED = 4, KNOWS_YES = 8 };

struct dd_speller_answers {
	struct dd_arena arena;
	struct dd_table words; /* -> unsigned char */
};

void
dd_speller_db_init(struct dd_speller_db *db, const char *directory)
{
	*db = (struct dd_speller_db){
	    .directory = directory ? directory : "/usr/share/hunspell",
	};
}

void
dd_speller_db_release(struct dd_speller_db *db)
{
	for (int i = 0; i < DD_DICTIONARIES; i++) {
		if (db->dictionaries[i])
			Hunspell_destroy(db->dictionaries[i]);
		if (db->lists[i])
			dd_word_list_release(db->lists[i]);
		free(db->lists[i]);
		if (!db->answers[i])
			continue;
		dd_table_release(&db->answers[i]->words);
		dd_arena_release(&db->answers[i]->arena);
		free(db->answers[i]);
	}
	dd_speller_db_init(db, db->directory);
}

static bool
is_of(int dictionary, const char *lang)
{
	const char *own = dictionaries[dictionary].lang;
	size_t len = strlen(own);

	return dd_ascii_equal_n(own, lang, len) &&
	    (lang[len] == '\0' || lang[len] == '-');
}

/* Writes the path of one of the two files. True where it can be read. */
static bool
find_file(const struct dd_speller_db *db, int dictionary, const char *ending,
    char path[PATH_BYTES])
{
	int len = snprintf(path, PATH_BYTES, "%s/%s%s", db->directory,
	    dictionaries[dictionary].file, ending);

	return len > 0 && len < PATH_BYTES && access(path, R_OK) == 0;
}

bool
dd_speller_has(const struct dd_speller_db *db, const char *lang)
{
	char path[PATH_BYTES];
	bool any = false;

	for (int i = 0; i < DD_DICTIONARIES; i++) {
		if (!is_of(i, lang))
			continue;
		/* One that was read is there. */
		if (!db->lists[i] &&
		    (!find_file(db, i, ".aff", path) ||
			!find_file(db, i, ".dic", path)))
			return false;
		any = true;
	}
	return any;
}

bool
dd_speller_file(
    const struct dd_speller_db *db, size_t index, char *path, size_t size)
{
	static const char *const endings[] = {".aff", ".dic"};
	size_t dictionary = index / 2;

	if (dictionary >= DD_DICTIONARIES)
		return false;
	snprintf(path, size, "%s/%s%s", db->directory,
	    dictionaries[dictionary].file, endings[index % 2]);
	return true;
}

/* A dictionary that judges whether it has a word, and reads itself first. */
typedef bool ask(struct dd_speller_db *db, int dictionary, const char *word);

static bool
ask_list(struct dd_speller_db *db, int dictionary, const char *word)
{
	char rules[PATH_BYTES], words[PATH_BYTES];
	struct dd_word_list **list = &db->lists[dictionary];

	if (!*list && find_file(db, dictionary, ".aff", rules) &&
	    find_file(db, dictionary, ".dic", words)) {
		*list = dd_malloc(sizeof **list);
		dd_word_list_read(*list, rules, words);
	}
	return *list && dd_word_list_has(*list, word);
}

static bool
ask_hunspell(struct dd_speller_db *db, int dictionary, const char *word)
{
	char rules[PATH_BYTES], words[PATH_BYTES];
	void **judge = &db->dictionaries[dictionary];

	if (!*judge && find_file(db, dictionary, ".aff", rules) &&
	    find_file(db, dictionary, ".dic", words))
		*judge = Hunspell_create(rules, words);
	return *judge && Hunspell_spell(*judge, word);
}

/* The dictionaries of a language in their order, but backwards where it names
 * another country than that of the first: "en-GB", and "en-AU" too. */
static bool
ask_all(
    struct dd_speller_db *db, const char *lang, const char *word, ask *judge)
{
	bool backwards =
	    lang[strcspn(lang, "-")] && !dd_ascii_equal(lang, "en-US");

	for (int i = 0; i < DD_DICTIONARIES; i++) {
		int dictionary = backwards ? DD_DICTIONARIES - 1 - i : i;

		if (is_of(dictionary, lang) && judge(db, dictionary, word))
			return true;
	}
	return false;
}

/* Documents use the same few thousand words: each is looked up once. NULL where
 * no more are kept. */
static unsigned char *
find_answer(struct dd_speller_db *db, const char *lang, const char *word)
{
	struct dd_speller_answers *answers;
	unsigned char *answer;
	int first = 0;

	while (first < DD_DICTIONARIES - 1 && !is_of(first, lang))
		first++;
	answers = db->answers[first];
	if (!answers) {
		answers = db->answers[first] = dd_malloc(sizeof *answers);
		dd_arena_init(&answers->arena);
		dd_table_init(&answers->words);
	}
	answer = dd_table_find(&answers->words, word);
	if (answer || answers->words.count >= ANSWERS_MAX)
		return answer;
	answer = dd_arena_alloc(&answers->arena, sizeof *answer);
	*answer = 0;
	dd_table_add(
	    &answers->words, dd_arena_dup(&answers->arena, word), answer);
	return answer;
}

bool
dd_speller_lists(struct dd_speller_db *db, const char *lang, const char *word)
{
	unsigned char *answer = find_answer(db, lang, word);
	bool yes;

	if (answer && *answer & LISTS_ASKED)
		return *answer & LISTS_YES;
	yes = ask_all(db, lang, word, ask_list);
	if (answer)
		*answer |= yes ? LISTS_ASKED | LISTS_YES : LISTS_ASKED;
	return yes;
}

bool
dd_speller_knows(struct dd_speller_db *db, const char *lang, const char *word)
{
	unsigned char *answer = find_answer(db, lang, word);
	bool yes;

	if (answer && *answer & KNOWS_ASKED)
		return *answer & KNOWS_YES;
	yes = dd_speller_lists(db, lang, word) ||
	    ask_all(db, lang, word, ask_hunspell);
	if (answer)
		*answer |= yes ? KNOWS_ASKED | KNOWS_YES : KNOWS_ASKED;
	return yes;
}
