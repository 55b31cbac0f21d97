/* SPDX-License-Identifier: MIT */
/* Reads and searches the house file. */
#include "model/house.h"
#include <stdlib.h>
#include <string.h>
#include "base/error.h"
#include "base/memory.h"
#include "model/term_list.h"
#include "xml/gate.h"
#include "xml/limits.h"
#include "xml/node.h"
#include "xml/schema.h"

static int
fail_with_first_finding(struct dd_house *house, struct dd_error *error)
{
	struct dd_place place;

	dd_sink_sort(&house->sink);
	dd_source_place(&house->source, house->sink.first->range, &place);
	return dd_error_set(error, DD_E_USAGE,
	    "The house file is not valid: %s:%zu:%zu: %s", house->source.name,
	    place.line, place.column, house->sink.first->message);
}

static void
index_entries(struct dd_table *table, const xmlNode *root, const char *element,
    const char *key)
{
	for (xmlNode *n = dd_node_child(root, element); n;
	     n = dd_node_next(n, element))
		dd_table_add(table, dd_node_value(n, key), n);
}

static void
read_registers(struct dd_house *house)
{
	const xmlNode *root = xmlDocGetRootElement(house->tree.doc);

	index_entries(&house->officials, root, "official", "id");
	index_entries(&house->countries, root, "country", "code");
	index_entries(&house->organisations, root, "organisation", "id");
	index_entries(&house->series, root, "series", "id");
	index_entries(&house->terms, root, "term", "id");
	house->lists = dd_term_lists_new(root);
	house->words = dd_calloc(1, sizeof *house->words);
}

static void
free_words(struct dd_house_words *words)
{
	if (!words)
		return;
	dd_table_release(&words->table);
	dd_arena_release(&words->arena);
	free(words);
}

int
dd_house_read(struct dd_house *house, const struct dd_schema *schema,
    const char *name, const void *bytes, size_t len, struct dd_error *error)
{
	int result = 0;

	*house = (struct dd_house){.builtin = !schema};
	dd_sink_init(&house->sink, DD_LIMIT_FINDINGS);
	house->sink.messages = error ? error->messages : NULL;
	if (!dd_gate(name, bytes, len, &house->source, &house->sink) ||
	    !dd_parse(&house->source, &house->sink, &house->tree))
		return fail_with_first_finding(house, error);
	if (schema)
		result = dd_schema_validate(
		    schema, &house->tree, &house->sink, error);
	if (result < 0)
		return result;
	if (schema)
		dd_house_check(&house->tree, &house->sink);
	if (house->sink.total > 0)
		return fail_with_first_finding(house, error);
	read_registers(house);
	return 0;
}

void
dd_house_release(struct dd_house *house)
{
	if (!house)
		return;
	dd_table_release(&house->officials);
	dd_table_release(&house->countries);
	dd_table_release(&house->organisations);
	dd_table_release(&house->series);
	dd_table_release(&house->terms);
	dd_term_lists_free(house->lists);
	free_words(house->words);
	dd_tree_release(&house->tree);
	dd_source_release(&house->source);
	dd_sink_release(&house->sink);
}

/* True where tag `lang` is `base`, or `base` and a hyphen and more. */
static bool
is_language_of(const char *lang, const char *base)
{
	size_t len = strlen(base);

	return strncmp(lang, base, len) == 0 &&
	    (lang[len] == '\0' || lang[len] == '-');
}

xmlNode *
dd_house_in_language(const xmlNode *entry, const char *name, const char *lang)
{
	xmlNode *broader = NULL;

	for (xmlNode *n = dd_node_child(entry, name); n;
	     n = dd_node_next(n, name)) {
		const char *own = dd_node_lang(n);
		if (own && strcmp(own, lang) == 0)
			return n;
		if (own && !broader && is_language_of(lang, own))
			broader = n;
	}
	return broader;
}

xmlNode *
dd_house_first(const struct dd_house *house, const char *element)
{
	return dd_node_child(xmlDocGetRootElement(house->tree.doc), element);
}

static xmlNode *
find_of_country(
    const struct dd_house *house, const char *element, const char *country)
{
	xmlNode *first = dd_house_first(house, element);

	for (xmlNode *n = first; n && country; n = dd_node_next(n, element)) {
		const char *own = dd_node_value(n, "country");
		if (own && strcmp(own, country) == 0)
			return n;
	}
	return first;
}

xmlNode *
dd_house_home(const struct dd_house *house, const char *country)
{
	return find_of_country(house, "home", country);
}

xmlNode *
dd_house_ministry(const struct dd_house *house, const char *country)
{
	return find_of_country(house, "ministry", country);
}

/* The style of a language, or NULL. */
static xmlNode *
get_style(const struct dd_house *house, const char *lang)
{
	return dd_house_in_language(
	    xmlDocGetRootElement(house->tree.doc), "style", lang);
}

xmlNode *
dd_house_style_part(
    const struct dd_house *house, const char *lang, const char *element)
{
	return dd_node_child(get_style(house, lang), element);
}

const char *
dd_house_names(const struct dd_house *house, const char *lang, const char *role,
    const char *attr)
{
	bool own = role && strcmp(role, "own") == 0;

	for (const xmlNode *n = dd_house_style_part(house, lang, "names"); n;
	     n = dd_node_next(n, "names"))
		if (strcmp(dd_node_value(n, "side"),
			own ? "own" : "counterpart") == 0)
			return dd_node_value(n, attr);
	return NULL;
}

bool
dd_house_is_held(const xmlNode *office, struct dd_date day)
{
	const char *from = dd_node_value(office, "from");
	const char *to = dd_node_value(office, "to");
	struct dd_date date;

	if (from && dd_date_parse(from, &date) &&
	    dd_date_compare(day, date) < 0)
		return false;
	return !to || !dd_date_parse(to, &date) ||
	    dd_date_compare(day, date) <= 0;
}
