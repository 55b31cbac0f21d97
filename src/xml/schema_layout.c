/* SPDX-License-Identifier: MIT */
/* Answers questions about layout from the grammar. */
#include "xml/schema_layout.h"
#include <stdint.h>
#include <string.h>
#include "xml/node.h"
#include "xml/schema_internal.h"

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

size_t
dd_layout_rank(const struct dd_schema *schema, const xmlNode *declaration,
    const char *name)
{
	const xmlNode *type =
	    dd_grammar_declared_type(dd_schema_grammar(schema), declaration);
	const xmlNode *attribute = dd_grammar_next_attribute(type, NULL);

	for (size_t rank = 0; attribute; rank++) {
		if (strcmp(dd_grammar_attribute_name(attribute), name) == 0)
			return rank;
		attribute = dd_grammar_next_attribute(type, attribute);
	}
	return SIZE_MAX;
}

bool
dd_layout_collapses(const struct dd_schema *schema, const xmlNode *declaration,
    const char *name)
{
	const struct dd_grammar *grammar = dd_schema_grammar(schema);
	const xmlNode *type = dd_grammar_declared_type(grammar, declaration);
	const xmlNode *attribute = dd_grammar_attribute(type, name);

	return attribute &&
	    collapses(grammar, dd_grammar_attribute_type(attribute));
}
