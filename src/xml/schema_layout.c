/* SPDX-License-Identifier: MIT */
/* Answers questions about layout from the grammar. */
#include "xml/schema_layout.h"
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"
#include "xml/node.h"
#include "xml/schema.h"
#include "xml/schema_grammar.h"
#include "xml/schema_memo.h"

const xmlNode *
dd_layout_declaration(const struct dd_schema *schema, const xmlNode *parent,
    const xmlNode *element)
{
	const struct dd_grammar *grammar = dd_schema_grammar(schema);

	if (!dd_grammar_owns(grammar, element))
		return NULL;
	if (parent)
		return dd_grammar_child(grammar,
		    dd_grammar_declared_type(grammar, parent),
		    (const char *)element->name);
	return dd_node_is(element, grammar->name) ? grammar->root : NULL;
}

/* What a simple type restricts in the end: "xs:token"; NULL for lists and
 * unions. */
static const char *
find_built_in(const struct dd_grammar *grammar, const char *name)
{
	while (name && !strchr(name, ':')) {
		const xmlNode *type = dd_table_find(&grammar->types, name);
		const xmlNode *restriction =
		    type ? dd_node_child(type, "restriction") : NULL;

		name = restriction ? dd_node_value(restriction, "base") : NULL;
	}
	return name;
}

/* All of XSD's types but these collapse white space. */
static bool
collapses(const struct dd_grammar *grammar, const char *type)
{
	const char *base = find_built_in(grammar, type);

	return !base ||
	    (strcmp(base, "xs:string") != 0 &&
		strcmp(base, "xs:normalizedString") != 0);
}

static const char *
get_text_type(const xmlNode *declaration, const xmlNode *type)
{
	const xmlNode *simple =
	    type ? dd_node_child(type, "simpleContent") : NULL;

	return simple
	    ? dd_node_value(dd_node_child(simple, "extension"), "base")
	    : dd_node_value(declaration, "type");
}

enum dd_layout
dd_layout_of(const struct dd_schema *schema, const xmlNode *declaration)
{
	const struct dd_grammar *grammar = dd_schema_grammar(schema);
	const xmlNode *type = dd_grammar_declared_type(grammar, declaration);
	const xmlAttr *said;

	if (type && dd_node_flag(type, "mixed"))
		return DD_LAYOUT_EXACT;
	if (dd_grammar_takes_text(type))
		return collapses(grammar, get_text_type(declaration, type))
		    ? DD_LAYOUT_DATA
		    : DD_LAYOUT_EXACT;
	said = xmlHasNsProp((xmlNode *)type, (const xmlChar *)"layout",
	    (const xmlChar *)DD_NS_LAYOUT);
	if (!said)
		return DD_LAYOUT_BLOCK;
	return strcmp(dd_attr_text(said), "line") == 0 ? DD_LAYOUT_LINE
						       : DD_LAYOUT_GROUPS;
}

const char *
dd_layout_child(
    const struct dd_schema *schema, const xmlNode *declaration, size_t index)
{
	const struct dd_grammar *grammar = dd_schema_grammar(schema);
	struct dd_words_list names = {.count = 0};

	dd_grammar_children(
	    grammar, dd_grammar_declared_type(grammar, declaration), &names);
	return index < names.count ? names.word[index] : NULL;
}

/* --- attributes ---------------------------------------------------------- */

struct placed {
	size_t rank;
	xmlAttr *attr;
};

static const char *
get_prefix(const xmlAttr *attr)
{
	return attr->ns && attr->ns->prefix ? (const char *)attr->ns->prefix
					    : "";
}

/* True where the schema means the attribute by `name`: "country", "xml:lang". */
static bool
is_named(const xmlAttr *attr, const char *name)
{
	if (!attr->ns)
		return strcmp((const char *)attr->name, name) == 0;
	return dd_ns_is(attr->ns, (const char *)XML_XML_NAMESPACE) &&
	    strncmp(name, "xml:", 4) == 0 &&
	    strcmp((const char *)attr->name, name + 4) == 0;
}

/* The place in the schema, sought from `from` on, where the one behind the last
 * one mostly is; SIZE_MAX where the schema does not know the attribute. */
static size_t
find_rank(const struct dd_type_memo *type, const xmlAttr *attr, size_t from)
{
	size_t count = type ? type->attribute_count : 0;

	for (size_t i = 0; i < count; i++) {
		size_t rank = from + i < count ? from + i : from + i - count;

		if (is_named(attr, type->attributes[rank]))
			return rank;
	}
	return SIZE_MAX;
}

static int
compare_places(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;
	int prefix = strcmp(get_prefix(x->attr), get_prefix(y->attr));

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return prefix != 0
	    ? prefix
	    : strcmp((const char *)x->attr->name, (const char *)y->attr->name);
}

static void
relink(xmlNode *element, const struct placed *places, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		places[i].attr->prev = i > 0 ? places[i - 1].attr : NULL;
		places[i].attr->next =
		    i + 1 < count ? places[i + 1].attr : NULL;
	}
	element->properties = places[0].attr;
}

/* True where all attributes stand in the order of the schema already. */
static bool
is_sorted(const struct dd_type_memo *type, const xmlNode *element)
{
	size_t next = 0;

	for (const xmlAttr *a = element->properties; a; a = a->next) {
		size_t rank = find_rank(type, a, next);

		if (rank < next || rank == SIZE_MAX)
			return false;
		next = rank + 1;
	}
	return true;
}

void
dd_layout_sort(const struct dd_schema *schema, const xmlNode *declaration,
    xmlNode *element)
{
	const struct dd_grammar *grammar = dd_schema_grammar(schema);
	const xmlNode *type = dd_grammar_declared_type(grammar, declaration);
	const struct dd_type_memo *memo =
	    type ? dd_type_memo(grammar, type) : NULL;
	struct placed *places;
	size_t count = 0;

	for (const xmlAttr *a = element->properties; a; a = a->next)
		count++;
	if (count < 2 || is_sorted(memo, element))
		return;
	places = dd_calloc(count, sizeof(*places));
	count = 0;
	for (xmlAttr *a = element->properties; a; a = a->next)
		places[count++] = (struct placed){find_rank(memo, a, 0), a};
	qsort(places, count, sizeof(*places), compare_places);
	relink(element, places, count);
	free(places);
}

static void
sort_below(
    const struct dd_schema *schema, const xmlNode *parent, xmlNode *element)
{
	const xmlNode *declaration =
	    dd_layout_declaration(schema, parent, element);

	if (!declaration)
		return;
	dd_layout_sort(schema, declaration, element);
	for (xmlNode *n = dd_node_child(element, NULL); n;
	     n = dd_node_next(n, NULL))
		sort_below(schema, declaration, n);
}

void
dd_layout_sort_all(const struct dd_schema *schema, xmlDoc *doc)
{
	sort_below(schema, NULL, xmlDocGetRootElement(doc));
}
