/* SPDX-License-Identifier: MIT */
/* Titles, and words against the facts of a person. */
#include "check/names.h"
#include <string.h>
#include "base/nearest.h"
#include "base/table.h"
#include "language/tokens.h"
#include "model/model.h"

bool
dd_name_is_excellency(const char *style)
{
	static const char *const styles[] = {"H.E.", "HE", "H. E.", "S.E.",
	    "S.E.M.", "His Excellency", "Her Excellency", "Son Excellence"};

	for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
		if (strcmp(style, styles[i]) == 0)
			return true;
	return false;
}

const char *
dd_name_courtesy_pronoun(const char *courtesy)
{
	static const struct {
		const char *title, *pronoun;
	} titles[] = {
	    {"Mr", "he"},
	    {"M", "he"},
	    {"Monsieur", "he"},
	    {"Sheikh", "he"},
	    {"Sir", "he"},
	    {"Ms", "she"},
	    {"Mrs", "she"},
	    {"Miss", "she"},
	    {"Mme", "she"},
	    {"Mlle", "she"},
	    {"Madame", "she"},
	    {"Sheikha", "she"},
	    {"Dame", "she"},
	};
	size_t len = courtesy ? strlen(courtesy) : 0;

	if (len > 0 && courtesy[len - 1] == '.')
		len--;
	for (size_t i = 0; len > 0 && i < sizeof titles / sizeof *titles; i++)
		if (titles[i].title[0] == courtesy[0] &&
		    strlen(titles[i].title) == len &&
		    memcmp(titles[i].title, courtesy, len) == 0)
			return titles[i].pronoun;
	return NULL;
}

/* True where `whole` holds `part`, for scripts without spaces. */
static bool
holds(const char *whole, const char *part)
{
	return part && *part && strstr(whole, part);
}

static void
add_words(struct dd_table *table, struct dd_arena *arena, const char *text)
{
	struct dd_tokens tokens = dd_tokens_of(arena, text);

	for (size_t i = 0; i < tokens.count; i++)
		if (strlen(tokens.at[i].folded) > 2)
			dd_table_add(table, tokens.at[i].folded, table);
}

static void
add_person(struct dd_table *table, struct dd_arena *arena,
    const struct dd_person *person)
{
	add_words(table, arena, person->family);
	add_words(table, arena, person->given);
	add_words(table, arena, person->other);
	add_words(table, arena, person->rank);
	for (const struct dd_office *o = person->offices; o; o = o->next) {
		add_words(table, arena, o->title);
		add_words(table, arena, o->shorter);
	}
}

/* Little words stand in offices too, and mean nobody. */
static bool
is_little(const char *folded)
{
	static const char *const words[] = {
	    "the", "for", "and", "des", "les", "aux"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i], folded) == 0)
			return true;
	return false;
}

/* True where the text has a word of the table. */
static bool
has_word(const struct dd_table *table, const char *text, struct dd_arena *arena)
{
	struct dd_tokens tokens = dd_tokens_of(arena, text);

	for (size_t i = 0; i < tokens.count; i++)
		if (!is_little(tokens.at[i].folded) &&
		    dd_table_find(table, tokens.at[i].folded))
			return true;
	return false;
}

bool
dd_name_share_word(const char *a, const char *b, struct dd_arena *arena)
{
	struct dd_table words;
	bool found;

	dd_table_init(&words);
	add_words(&words, arena, a);
	found = has_word(&words, b, arena);
	dd_table_release(&words);
	return found;
}

/* True where a word of the text is one letter away from one of the name. */
static bool
is_near(const char *name, const char *text, struct dd_arena *arena)
{
	struct dd_tokens names = dd_tokens_of(arena, name);
	struct dd_tokens words = dd_tokens_of(arena, text);

	for (size_t i = 0; i < names.count; i++)
		for (size_t k = 0; k < words.count; k++)
			if (strlen(names.at[i].folded) > 3 &&
			    dd_nearest_distance(
				names.at[i].folded, words.at[k].folded) == 1)
				return true;
	return false;
}

bool
dd_name_may_mean(
    const struct dd_person *person, const char *words, struct dd_arena *arena)
{
	struct dd_table own;
	bool found = holds(words, person->family) ||
	    holds(words, person->given) ||
	    is_near(person->family, words, arena) ||
	    is_near(person->given, words, arena);

	for (const struct dd_office *o = person->offices; o; o = o->next)
		found |= holds(words, o->shorter) || holds(words, o->title);
	dd_table_init(&own);
	add_person(&own, arena, person);
	found = found || has_word(&own, words, arena);
	dd_table_release(&own);
	return found;
}
