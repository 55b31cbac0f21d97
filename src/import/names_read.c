/* SPDX-License-Identifier: MIT */
/* Owns: which names there are. What is added first wins: the house, then the
 * rows that are kept by hand, then CLDR. */
#include "import/names_read.h"
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "model/house.h"
#include "model/locale.h"
#include "xml/node.h"

enum {
	COUNTRY_CODE = 2,
	HAN = 0xE3, /* scripts without capitals begin about here, in UTF-8 */
};

/* The words of a name in the form in which they are sought, between single
 * spaces; "" for none. */
static const char *
fold(struct dd_names *names, const char *name, size_t *ret_count)
{
	struct dd_tokens tokens = dd_tokens_of(names->arena, name);
	size_t first =
	    tokens.count > 1 && strcmp(tokens.at[0].folded, "the") == 0;
	struct dd_buffer key;
	const char *copy;

	dd_buffer_init(&key, 0);
	for (size_t i = first; i < tokens.count; i++) {
		if (i > first)
			dd_buffer_putc(&key, ' ');
		dd_buffer_puts(&key, tokens.at[i].folded);
	}
	copy = dd_arena_ndup(names->arena, key.len ? key.data : "", key.len);
	if (key.len > names->bytes)
		names->bytes = key.len;
	dd_buffer_release(&key);
	*ret_count = tokens.count - first;
	return copy;
}

/* What is there already stays. */
static void
add_key(struct dd_names *names, struct dd_table *table, const char *key,
    size_t count, void *value)
{
	if (*key && dd_table_add(table, key, value) && count > names->longest)
		names->longest = count;
}

static void
add(struct dd_names *names, struct dd_table *table, const char *name,
    void *value)
{
	size_t count;
	const char *key = fold(names, name, &count);

	add_key(names, table, key, count, value);
}

/* "north-atlantic" for a name; letters of ASCII alone, so that it can be the
 * name of an element. */
static const char *
make_id(struct dd_names *names, const char *name)
{
	size_t count;
	char *id = dd_arena_dup(names->arena, fold(names, name, &count));

	for (char *at = id; *at; at++) {
		if (*at & 0x80)
			return "organisation";
		if (*at == ' ')
			*at = '-';
	}
	return dd_ascii_is_letter(id[0]) ? id : "organisation";
}

/* The one of that id, empty where it is new. */
static struct dd_party_name *
get_party(struct dd_names *names, const char *id)
{
	struct dd_party_name *party = dd_table_find(&names->by_id, id);

	if (!party) {
		party = dd_arena_alloc(names->arena, sizeof *party);
		party->id = dd_arena_dup(names->arena, id);
		dd_table_add(&names->by_id, party->id, party);
	}
	return party;
}

static struct dd_party_name *
get_country(struct dd_names *names, const char *code)
{
	char id[COUNTRY_CODE + 1] = {
	    dd_ascii_lower(code[0]), dd_ascii_lower(code[1]), '\0'};
	struct dd_party_name *party = get_party(names, id);

	if (!party->country)
		party->country =
		    dd_arena_ndup(names->arena, code, COUNTRY_CODE);
	return party;
}

/* --- the house ----------------------------------------------------------- */

static void
add_designation(
    struct dd_names *names, const xmlNode *name, struct dd_party_name *party)
{
	static const char *const forms[] = {
	    "long", "short", "abbreviation", "of"};

	party->of_house = true;
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		const char *form = dd_node_value(name, forms[i]);

		if (form)
			add(names, &names->parties, form, party);
	}
}

static void
add_house(
    struct dd_names *names, const struct dd_house *house, const char *lang)
{
	const struct dd_table *const registers[] = {
	    &house->countries, &house->organisations};

	for (size_t r = 0; r < 2; r++)
		for (size_t i = 0; i < registers[r]->count; i++) {
			const struct dd_table_entry *entry =
			    &registers[r]->entries[i];
			const xmlNode *name =
			    dd_house_in_language(entry->value, "name", lang);
			struct dd_party_name *party;

			if (!name)
				continue;
			party = r == 0 ? get_country(names, entry->key)
				       : get_party(names, entry->key);
			if (r == 1)
				party->organisation = party->id;
			add_designation(names, name, party);
		}
}

/* --- data/places.tsv ----------------------------------------------------- */

struct row {
	const char *kind, *first, *second, *third;
};

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

static bool
is_city(const char *row)
{
	return strncmp(row, "city\t", 5) == 0;
}

/* A row ends in its language. Cities have none; what is in another script
 * cannot stand in the text. */
static bool
is_of_language(const char *row, const char *lang)
{
	size_t len = strcspn(row, "\n"), last = len;

	if (is_city(row))
		return (unsigned char)row[5] < HAN ||
		    strncmp(lang, "ja", 2) == 0 || strncmp(lang, "ko", 2) == 0;
	if (strncmp(row, "zone\t", 5) == 0 || strncmp(row, "venue\t", 6) == 0)
		return true;
	while (last > 0 && row[last - 1] != '\t')
		last--;
	return strncmp(row + last, lang, len - last) == 0;
}

static void
add_zone(struct dd_names *names, const struct row *row)
{
	dd_table_add(&names->zones, row->first, (void *)row->second);
}

/* "KR", "KR?" or "CD CG". */
static struct dd_party_name *
read_state(struct dd_names *names, const struct row *row)
{
	const char *codes = row->second;
	struct dd_party_name *party;

	if (codes[COUNTRY_CODE] == '\0')
		return get_country(names, codes);
	party = dd_arena_alloc(names->arena, sizeof *party);
	if (codes[COUNTRY_CODE] == '?') {
		*party = *get_country(names, codes);
		party->likely = true;
	} else {
		party->id = party->organisation = make_id(names, row->first);
		party->longer = party->shorter = row->first;
		party->candidates = codes;
	}
	return party;
}

static void
add_state(struct dd_names *names, const struct row *row)
{
	add(names, &names->parties, row->first, read_state(names, row));
}

static void
add_people(struct dd_names *names, const struct row *row)
{
	add(names, &names->people, row->first, read_state(names, row));
}

/* One that the house has under one of its names has the other name too. */
static void
add_organisation(struct dd_names *names, const struct row *row)
{
	size_t count;
	struct dd_party_name *party =
	    dd_table_find(&names->parties, fold(names, row->first, &count));

	if (!party)
		party = dd_table_find(
		    &names->parties, fold(names, row->second, &count));
	if (!party) {
		/* AU is Australia too. */
		const char *name = dd_table_find(&names->zones, row->second)
		    ? row->first
		    : row->second;

		party = get_party(names, make_id(names, name));
		party->organisation = party->id;
		party->longer = row->first;
		party->shorter = row->second;
	}
	add(names, &names->parties, row->first, party);
	add(names, &names->parties, row->second, party);
}

/* Two spellings of one city are one. */
static bool
has_city(const struct dd_city *city, const struct row *row)
{
	for (; city; city = city->other)
		if (strcmp(city->country, row->second) == 0 &&
		    strcmp(city->zone, row->third) == 0)
			return true;
	return false;
}

static void
add_city(struct dd_names *names, const struct row *row)
{
	size_t count;
	const char *key = fold(names, row->first, &count);
	struct dd_city *city, *known = dd_table_find(&names->cities, key);

	if (has_city(known, row))
		return;
	city = dd_arena_alloc(names->arena, sizeof *city);
	*city = (struct dd_city){row->first, row->second, row->third, NULL};
	if (known) {
		city->other = known->other;
		known->other = city;
	} else {
		add_key(names, &names->cities, key, count, city);
	}
}

static void
add_venue(struct dd_names *names, const struct row *row)
{
	struct dd_named_venue *venue =
	    dd_arena_alloc(names->arena, sizeof *venue);

	*venue = (struct dd_named_venue){row->second, row->third};
	add(names, &names->venues, row->first, venue);
}

static const struct {
	const char *kind;
	void (*add)(struct dd_names *names, const struct row *row);
} kinds[] = {
    {"zone", add_zone},
    {"city", add_city},
    {"state", add_state},
    {"people", add_people},
    {"organisation", add_organisation},
    {"venue", add_venue},
};

static void
add_row(struct dd_names *names, const char *text)
{
	struct row row;

	row.kind = take_field(names, &text);
	row.first = take_field(names, &text);
	row.second = take_field(names, &text);
	row.third = take_field(names, &text);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(kinds[i].kind, row.kind) == 0)
			kinds[i].add(names, &row);
}

/* --- CLDR ---------------------------------------------------------------- */

/* The names of all countries that have a zone. */
static void
add_regions(struct dd_names *names, const char *lang)
{
	struct dd_locale locale;

	dd_locale_init(&locale, lang, NULL, names->arena);
	for (size_t i = 0; i < names->zones.count; i++) {
		const char *code = names->zones.entries[i].key;
		const char *name = dd_locale_country(&locale, code);

		if (strcmp(name, code) != 0)
			add(names, &names->parties, name,
			    get_country(names, code));
	}
}

void
dd_names_read(struct dd_names *names, const struct dd_house *house,
    const char *lang, const char *places)
{
	add_house(names, house, lang);
	for (const char *row = places; *row; row += *row == '\n') {
		if (*row != '#' && is_of_language(row, lang))
			add_row(names, row);
		row += strcspn(row, "\n");
	}
	add_regions(names, lang);
}
