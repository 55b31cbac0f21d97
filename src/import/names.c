/* SPDX-License-Identifier: MIT */
/* Owns: the names of each language, and how texts are searched for them. */
#include "import/names.h"
#include <string.h>
#include "base/buffer.h"
#include "base/utf8.h"
#include "import/names_read.h"

void
dd_names_set_init(struct dd_names_set *set)
{
	*set = (struct dd_names_set){0};
}

void
dd_names_set_release(struct dd_names_set *set)
{
	for (size_t i = 0; i < set->all.count; i++) {
		struct dd_names *names = set->all.entries[i].value;

		dd_table_release(&names->by_id);
		dd_table_release(&names->parties);
		dd_table_release(&names->people);
		dd_table_release(&names->cities);
		dd_table_release(&names->venues);
		dd_table_release(&names->zones);
	}
	dd_table_release(&set->all);
	dd_arena_release(&set->arena);
}

const struct dd_names *
dd_names_get(struct dd_names_set *set, const struct dd_house *house,
    const char *lang, const char *places)
{
	const char *key =
	    dd_arena_printf(&set->arena, "%p %s", (const void *)house, lang);
	struct dd_names *names = dd_table_find(&set->all, key);

	if (!names) {
		names = dd_arena_alloc(&set->arena, sizeof *names);
		names->arena = &set->arena;
		dd_names_read(names, house, lang, places);
		dd_table_add(&set->all, key, names);
	}
	return names;
}

/* --- scripts without spaces ---------------------------------------------- */

static bool
is_katakana(const char *at, const char *end)
{
	uint32_t cp;

	return at < end && dd_utf8_decode(at, end, &cp) > 0 && cp >= 0x30A1 &&
	    cp <= 0x30FC && cp != 0x30FB;
}

/* The name that the first `len` bytes are, where it ends as a word does: behind
 * a name in katakana no other letter of it stands. */
static void *
find_prefix(const struct dd_names *names, const struct dd_table *table,
    const char *text, size_t len)
{
	const char *end = text + len;
	char key[128];

	if (len > names->bytes)
		len = names->bytes;
	for (len = len < sizeof key ? len : sizeof key - 1; len > 0; len--) {
		void *value;

		if (text + len < end &&
		    ((unsigned char)text[len] & 0xC0) == 0x80)
			continue;
		memcpy(key, text, len);
		key[len] = '\0';
		value = dd_table_find(table, key);
		if (value &&
		    !(is_katakana(text + len, end) &&
			is_katakana(text + len - 3, end)))
			return value;
	}
	return NULL;
}

static bool
is_unspaced(const struct dd_tokens *tokens, size_t at)
{
	return (unsigned char)tokens->text[tokens->at[at].from] >= 0xE3;
}

/* Japanese; words of Korean have spaces between them. */
static bool
is_running(const char *at)
{
	return (unsigned char)*at >= 0xE3 && (unsigned char)*at < 0xEA;
}

/* The first name anywhere in a word. */
static void *
find_inside(const struct dd_names *names, const struct dd_table *table,
    const struct dd_token *token)
{
	const char *end = token->folded + strlen(token->folded);

	for (const char *at = token->folded; at < end; at++) {
		void *value;

		if (!is_running(at) ||
		    (at >= token->folded + 3 && is_katakana(at - 3, end) &&
			is_katakana(at, end)))
			continue;
		value = find_prefix(names, table, at, (size_t)(end - at));
		if (value)
			return value;
	}
	return NULL;
}

/* --- searching ----------------------------------------------------------- */

static void *
find_longest(const struct dd_names *names, const struct dd_table *table,
    const struct dd_tokens *tokens, size_t at, size_t *ret_count)
{
	struct dd_buffer key;
	void *found = NULL;

	if (at + 1 < tokens->count &&
	    strcmp(tokens->at[at].folded, "the") == 0) {
		found = find_longest(names, table, tokens, at + 1, ret_count);
		*ret_count += found != NULL;
		return found;
	}
	if (at >= tokens->count ||
	    !(tokens->at[at].capital || tokens->at[at].upper ||
		(tokens->text[tokens->at[at].from] & 0x80)))
		return NULL;
	dd_buffer_init(&key, 0);
	for (size_t n = 0; n < names->longest && at + n < tokens->count; n++) {
		void *value;

		dd_buffer_printf(
		    &key, n > 0 ? " %s" : "%s", tokens->at[at + n].folded);
		value = dd_table_find(table, key.data);
		if (value) {
			found = value;
			*ret_count = n + 1;
		}
	}
	dd_buffer_release(&key);
	if (!found && is_unspaced(tokens, at)) {
		const char *word = tokens->at[at].folded;

		found = find_prefix(names, table, word, strlen(word));
		*ret_count = 1;
	}
	return found;
}

const struct dd_party_name *
dd_names_party(const struct dd_names *names, const struct dd_tokens *tokens,
    size_t at, size_t *ret_count)
{
	return find_longest(names, &names->parties, tokens, at, ret_count);
}

const struct dd_city *
dd_names_city(const struct dd_names *names, const struct dd_tokens *tokens,
    size_t at, size_t *ret_count)
{
	return find_longest(names, &names->cities, tokens, at, ret_count);
}

const struct dd_party_name *
dd_names_people(const struct dd_names *names, const struct dd_tokens *tokens,
    size_t at, size_t *ret_count)
{
	return find_longest(names, &names->people, tokens, at, ret_count);
}

static const void *
find_in(const struct dd_names *names, const struct dd_table *table,
    const char *text, size_t len)
{
	struct dd_arena arena = {0};
	struct dd_tokens tokens = dd_tokens_read(&arena, text, len);
	const void *found = NULL;
	size_t count;

	for (size_t at = 0; at < tokens.count && !found; at++) {
		found = find_longest(names, table, &tokens, at, &count);
		if (!found && is_unspaced(&tokens, at))
			found = find_inside(names, table, &tokens.at[at]);
	}
	dd_arena_release(&arena);
	return found;
}

const struct dd_party_name *
dd_names_party_in(const struct dd_names *names, const char *text, size_t len)
{
	return find_in(names, &names->parties, text, len);
}

const struct dd_city *
dd_names_city_in(const struct dd_names *names, const char *text, size_t len)
{
	return find_in(names, &names->cities, text, len);
}

const struct dd_named_venue *
dd_names_venue_in(const struct dd_names *names, const char *text, size_t len)
{
	return find_in(names, &names->venues, text, len);
}

const char *
dd_names_zones(const struct dd_names *names, const char *country)
{
	return country ? dd_table_find(&names->zones, country) : NULL;
}
