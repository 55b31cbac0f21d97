/* SPDX-License-Identifier: MIT */
/* Owns: the tables of names, and how texts are searched for them. */
#include "import/names.h"
#include <string.h>
#include "base/buffer.h"
#include "model/house.h"
#include "model/locale.h"
#include "xml/node.h"

enum { COUNTRY_CODE = 2 };

static void
add(struct dd_names *names, struct dd_table *table, const char *name,
    void *value)
{
	struct dd_tokens tokens = dd_tokens_of(names->arena, name);
	struct dd_buffer key;
	size_t first = 0;

	if (tokens.count > 1 && strcmp(tokens.at[0].folded, "the") == 0)
		first = 1;
	dd_buffer_init(&key, 0);
	for (size_t i = first; i < tokens.count; i++)
		dd_buffer_printf(
		    &key, i > first ? " %s" : "%s", tokens.at[i].folded);
	if (tokens.count - first > names->longest)
		names->longest = tokens.count - first;
	if (key.len > 0 && !dd_table_find(table, key.data))
		dd_table_add(
		    table, dd_arena_dup(names->arena, key.data), value);
	dd_buffer_release(&key);
}

static struct dd_party_name *
make_party(struct dd_names *names, const char *country,
    const char *organisation, bool of_house)
{
	struct dd_party_name *party =
	    dd_arena_alloc(names->arena, sizeof *party);

	*party = (struct dd_party_name){
	    .country = country ? dd_arena_dup(names->arena, country) : NULL,
	    .organisation =
		organisation ? dd_arena_dup(names->arena, organisation) : NULL,
	    .of_house = of_house,
	};
	return party;
}

/* --- the house ----------------------------------------------------------- */

static void
add_designation(
    struct dd_names *names, const xmlNode *name, struct dd_party_name *party)
{
	static const char *const forms[] = {
	    "long", "short", "abbreviation", "of"};

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		const char *form = dd_node_value(name, forms[i]);

		if (form)
			add(names, &names->parties, form, party);
	}
}

static void
add_register(struct dd_names *names, const struct dd_table *all,
    bool is_country, const char *lang)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct dd_table_entry *entry = &all->entries[i];
		const xmlNode *name =
		    dd_house_in_language(entry->value, "name", lang);

		if (name)
			add_designation(names, name,
			    make_party(names, is_country ? entry->key : NULL,
				is_country ? NULL : entry->key, true));
	}
}

/* --- CLDR ---------------------------------------------------------------- */

/* All codes of two letters that CLDR has a name for. */
static void
add_regions(struct dd_names *names, const char *lang)
{
	struct dd_locale locale;
	char code[COUNTRY_CODE + 1] = "";

	dd_locale_init(&locale, lang, names->arena);
	for (code[0] = 'A'; code[0] <= 'Z'; code[0]++)
		for (code[1] = 'A'; code[1] <= 'Z'; code[1]++) {
			const char *name = dd_locale_country(&locale, code);

			if (strcmp(name, code) != 0 && code[0] != 'X' &&
			    strcmp(code, "EU") != 0 &&
			    strcmp(code, "UN") != 0 && strcmp(code, "ZZ") != 0)
				add(names, &names->parties, name,
				    make_party(names, code, NULL, false));
		}
	dd_locale_release(&locale);
}

/* --- data/places.tsv ----------------------------------------------------- */

static const char *
take_field(struct dd_names *names, const char **at)
{
	size_t len = strcspn(*at, "\t\n");
	const char *field = dd_arena_ndup(names->arena, *at, len);

	*at += len;
	if (**at == '\t')
		++*at;
	return field;
}

static void
add_city(struct dd_names *names, const char *name, const char *country,
    const char *zone)
{
	struct dd_city *city = dd_arena_alloc(names->arena, sizeof *city);
	struct dd_tokens tokens = dd_tokens_of(names->arena, name);
	struct dd_city *known;

	*city = (struct dd_city){name, country, zone, NULL};
	if (tokens.count == 1 &&
	    (known = dd_table_find(&names->cities, tokens.at[0].folded)))
		known->other = city;
	else
		add(names, &names->cities, name, city);
}

/* Rows: zone CC NAMES, city NAME CC ZONE, state NAME CC LANG, people NAME CC
 * LANG; what is not of the language is left out. */
static void
add_row(struct dd_names *names, const char *row, const char *lang)
{
	const char *kind = take_field(names, &row);
	const char *first = take_field(names, &row);
	const char *second = take_field(names, &row);
	const char *third = take_field(names, &row);

	if (strcmp(kind, "zone") == 0)
		dd_table_add(&names->zones, first, (void *)second);
	else if (strcmp(kind, "city") == 0)
		add_city(names, first, second, third);
	else if (strncmp(third, lang, strlen(third)) != 0)
		return;
	else if (strcmp(kind, "state") == 0)
		add(names, &names->parties, first,
		    make_party(names, second, NULL, false));
	else if (strcmp(kind, "people") == 0)
		add(names, &names->people, first,
		    make_party(names, second, NULL, false));
}

void
dd_names_init(struct dd_names *names, const struct dd_house *house,
    const char *lang, const char *places, struct dd_arena *arena)
{
	*names = (struct dd_names){.arena = arena};
	add_register(names, &house->countries, true, lang);
	add_register(names, &house->organisations, false, lang);
	add_regions(names, lang);
	for (const char *row = places; *row; row += *row == '\n') {
		if (*row != '#')
			add_row(names, row, lang);
		row += strcspn(row, "\n");
	}
}

void
dd_names_release(struct dd_names *names)
{
	dd_table_release(&names->parties);
	dd_table_release(&names->people);
	dd_table_release(&names->cities);
	dd_table_release(&names->zones);
}

/* --- searching ----------------------------------------------------------- */

static void *
find_longest(const struct dd_names *names, const struct dd_table *table,
    const struct dd_tokens *tokens, size_t at, size_t *ret_count)
{
	struct dd_buffer key;
	void *found = NULL;

	if (at < tokens->count && strcmp(tokens->at[at].folded, "the") == 0 &&
	    at + 1 < tokens->count) {
		found = find_longest(names, table, tokens, at + 1, ret_count);
		*ret_count += found != NULL;
		return found;
	}
	dd_buffer_init(&key, 0);
	for (size_t n = 0; n < names->longest && at + n < tokens->count; n++) {
		void *value;

		dd_buffer_printf(
		    &key, n > 0 ? " %s" : "%s", tokens->at[at + n].folded);
		value = tokens->at[at].capital || tokens->at[at].upper ||
			(tokens->text[tokens->at[at].from] & 0x80)
		    ? dd_table_find(table, key.data)
		    : NULL;
		if (value) {
			found = value;
			*ret_count = n + 1;
		}
	}
	dd_buffer_release(&key);
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

const struct dd_party_name *
dd_names_party_in(const struct dd_names *names, const char *text, size_t len)
{
	struct dd_tokens tokens = dd_tokens_read(names->arena, text, len);
	size_t count;

	for (size_t at = 0; at < tokens.count; at++) {
		const struct dd_party_name *party =
		    dd_names_party(names, &tokens, at, &count);

		if (party)
			return party;
	}
	return NULL;
}

const struct dd_city *
dd_names_city_in(const struct dd_names *names, const char *text, size_t len)
{
	struct dd_tokens tokens = dd_tokens_read(names->arena, text, len);
	const struct dd_city *city = NULL;
	size_t count;

	for (size_t at = 0; at < tokens.count && !city; at++)
		city = dd_names_city(names, &tokens, at, &count);
	return city;
}

const char *
dd_names_zones(const struct dd_names *names, const char *country)
{
	return country ? dd_table_find(&names->zones, country) : NULL;
}
