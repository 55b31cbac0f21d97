/* SPDX-License-Identifier: MIT */
/* Hunspell's own interface for C. */
#include "model/speller.h"
#include <hunspell/hunspell.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "base/ascii.h"

static const struct {
	const char *lang, *file;
} dictionaries[DD_DICTIONARIES] = {
    {"en", "en_GB"},
    {"en", "en_US"},
    {"fr", "fr"},
};

enum { PATH_BYTES = 512 };

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
	for (int i = 0; i < DD_DICTIONARIES; i++)
		if (db->dictionaries[i])
			Hunspell_destroy(db->dictionaries[i]);
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
		if (!find_file(db, i, ".aff", path) ||
		    !find_file(db, i, ".dic", path))
			return false;
		any = true;
	}
	return any;
}

bool
dd_speller_knows(struct dd_speller_db *db, const char *lang, const char *word)
{
	char rules[PATH_BYTES], words[PATH_BYTES];

	for (int i = 0; i < DD_DICTIONARIES; i++) {
		if (!is_of(i, lang))
			continue;
		if (!db->dictionaries[i] && find_file(db, i, ".aff", rules) &&
		    find_file(db, i, ".dic", words))
			db->dictionaries[i] = Hunspell_create(rules, words);
		if (db->dictionaries[i] &&
		    Hunspell_spell(db->dictionaries[i], word))
			return true;
	}
	return false;
}
