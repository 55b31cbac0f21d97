/* SPDX-License-Identifier: MIT */
/* Finds names of countries word by word, the longest first. */
#include "check/countries.h"
#include <string.h>
#include "base/buffer.h"
#include "model/house.h"
#include "model/model.h"
#include "xml/node.h"

/* Names of more words than this are not sought: six are common. */
enum { WORDS_MAX = 12 };

/* Words [at, at + count) with a space between. */
static const char *
join_words(struct dd_arena *arena, const struct dd_tokens *tokens, size_t at,
    size_t count)
{
	struct dd_buffer buffer;
	const char *joined;

	dd_buffer_init(&buffer, 0);
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			dd_buffer_putc(&buffer, ' ');
		dd_buffer_puts(&buffer, tokens->at[at + i].folded);
	}
	joined = dd_arena_ndup(arena, buffer.data, buffer.len);
	dd_buffer_release(&buffer);
	return joined;
}

/* Without the article in front: "the", "le", "l’". */
static void
add_name(struct dd_countries *countries, const char *name, const char *code)
{
	static const char *const articles[] = {"the", "le", "la", "les", "l"};
	struct dd_tokens tokens = dd_tokens_of(countries->arena, name);
	size_t first = 0;

	for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
		if (tokens.count > 1 &&
		    strcmp(tokens.at[0].folded, articles[i]) == 0)
			first = 1;
	if (tokens.count <= first || tokens.count - first > WORDS_MAX)
		return;
	dd_table_add(&countries->names,
	    join_words(countries->arena, &tokens, first, tokens.count - first),
	    (void *)code);
	if (tokens.count - first > countries->longest)
		countries->longest = tokens.count - first;
}

void
dd_countries_init(struct dd_countries *countries,
    const struct dd_summary *summary, struct dd_arena *arena)
{
	*countries = (struct dd_countries){.arena = arena};
	dd_table_init(&countries->names);
	for (const xmlNode *n = dd_house_first(summary->house, "country"); n;
	     n = dd_node_next(n, "country")) {
		const xmlNode *name =
		    dd_house_in_language(n, "name", summary->lang);
		const char *code = dd_node_value(n, "code");

		if (!code)
			continue;
		add_name(countries, dd_node_value(name, "long"), code);
		add_name(countries, dd_node_value(name, "short"), code);
	}
}

void
dd_countries_release(struct dd_countries *countries)
{
	dd_table_release(&countries->names);
}

const char *
dd_countries_find(const struct dd_countries *countries,
    const struct dd_tokens *tokens, size_t at, size_t *ret_count)
{
	size_t most = tokens->count - at;

	if (!tokens->at[at].capital)
		return NULL;
	if (most > countries->longest)
		most = countries->longest;
	for (size_t count = most; count > 0; count--) {
		const char *code = dd_table_find(&countries->names,
		    join_words(countries->arena, tokens, at, count));

		if (code) {
			*ret_count = count;
			return code;
		}
	}
	return NULL;
}

/* Words that stand in the names of many. */
static bool
is_common(const char *folded)
{
	static const char *const words[] = {"the", "republic", "kingdom",
	    "united", "federal", "federation", "states", "people", "peoples",
	    "democratic", "islamic", "islands", "commonwealth", "sultanate",
	    "union", "north", "south", "east", "west", "republique", "royaume",
	    "federale"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i], folded) == 0)
			return true;
	return strlen(folded) < 4;
}

/* Adjectives keep the first letters: "Asterian", "Dorrane". */
static bool
has_word_like(const struct dd_tokens *tokens, const char *folded)
{
	size_t len = strlen(folded) < 5 ? 4 : 5;

	for (size_t i = 0; i < tokens->count; i++)
		if (strncmp(tokens->at[i].folded, folded, len) == 0)
			return true;
	return false;
}

static bool
hints_at(
    const struct dd_tokens *tokens, struct dd_arena *arena, const char *name)
{
	struct dd_tokens words = dd_tokens_of(arena, name);

	for (size_t i = 0; i < words.count; i++)
		if (!is_common(words.at[i].folded) &&
		    has_word_like(tokens, words.at[i].folded))
			return true;
	return false;
}

bool
dd_countries_hint(const struct dd_designation *name,
    const struct dd_tokens *tokens, struct dd_arena *arena)
{
	struct dd_tokens words = dd_tokens_of(arena, name->abbreviation);

	if (hints_at(tokens, arena, name->shorter) ||
	    hints_at(tokens, arena, name->longer))
		return true;
	for (size_t i = 0; i < tokens->count && words.count == 1; i++)
		if (strcmp(tokens->at[i].folded, words.at[0].folded) == 0)
			return true;
	return false;
}
