/* SPDX-License-Identifier: MIT */
/*
 * Owns: questions about the schema, answered from its own tree, which the
 * compiled schema keeps anyway. The schema names every complex type and
 * declares elements and attributes inside of types, as ours do.
 * Leaves rows of children to schema_match.c.
 */
#include "xml/schema_grammar.h"
#include <stdlib.h>
#include <string.h>
#include <libxml/xmlregexp.h>
#include "base/memory.h"
#include "xml/node.h"
#include "xml/schema_memo.h"

void
dd_words_list_add(struct dd_words_list *list, const char *word)
{
	size_t max = sizeof(list->word) / sizeof(list->word[0]);

	if (list->count < max && !dd_words_list_has(list, word))
		list->word[list->count++] = word;
}

bool
dd_words_list_has(const struct dd_words_list *list, const char *word)
{
	size_t i;

	for (i = 0; i < list->count; i++)
		if (strcmp(list->word[i], word) == 0)
			return true;
	return false;
}

static const char *
get_name(const xmlNode *declaration)
{
	return dd_node_value(declaration, "name");
}

bool
dd_grammar_init(struct dd_grammar *grammar, xmlDocPtr doc)
{
	xmlNode *node;

	dd_table_init(&grammar->types);
	dd_table_init(&grammar->groups);
	grammar->memos = dd_calloc(1, sizeof(*grammar->memos));
	grammar->schema = xmlDocGetRootElement(doc);
	grammar->target = dd_node_value(grammar->schema, "targetNamespace");
	grammar->root = dd_node_child(grammar->schema, "element");
	grammar->name = grammar->root ? get_name(grammar->root) : NULL;
	if (!grammar->target || !grammar->name)
		return false;
	node = dd_node_child(grammar->schema, NULL);
	for (; node; node = dd_node_next(node, NULL)) {
		if (dd_node_is(node, "simpleType") ||
		    dd_node_is(node, "complexType"))
			dd_table_add(&grammar->types, get_name(node), node);
		else if (dd_node_is(node, "group"))
			dd_table_add(&grammar->groups, get_name(node), node);
	}
	return true;
}

void
dd_grammar_release(struct dd_grammar *grammar)
{
	dd_table_release(&grammar->types);
	dd_table_release(&grammar->groups);
	if (grammar->memos)
		dd_type_memo_free(*grammar->memos);
	free(grammar->memos);
	grammar->memos = NULL;
}

/* --- elements ------------------------------------------------------------ */

const xmlNode *
dd_grammar_declared_type(const struct dd_grammar *grammar, const xmlNode *decl)
{
	return dd_table_find(&grammar->types, dd_node_value(decl, "type"));
}

bool
dd_grammar_owns(const struct dd_grammar *grammar, const xmlNode *node)
{
	return dd_ns_is(node->ns, grammar->target);
}

/* The declaration of an element of a document, or NULL. */
static const xmlNode *
find_declaration(const struct dd_grammar *grammar, const xmlNode *node)
{
	const xmlNode *parent = node->parent, *decl;

	if (!dd_grammar_owns(grammar, node))
		return NULL;
	if (!parent || parent->type != XML_ELEMENT_NODE)
		return dd_node_is(node, grammar->name) ? grammar->root : NULL;
	decl = find_declaration(grammar, parent);
	if (!decl)
		return NULL;
	return dd_grammar_child(grammar,
	    dd_grammar_declared_type(grammar, decl), (const char *)node->name);
}

const xmlNode *
dd_grammar_type_of(const struct dd_grammar *grammar, const xmlNode *node)
{
	const xmlNode *decl = find_declaration(grammar, node);

	return decl ? dd_grammar_declared_type(grammar, decl) : NULL;
}

static bool
is_particle(const xmlNode *node)
{
	return dd_node_is(node, "sequence") || dd_node_is(node, "choice") ||
	    dd_node_is(node, "group") || dd_node_is(node, "element");
}

const xmlNode *
dd_grammar_next(const xmlNode *particle)
{
	do {
		particle = dd_node_next(particle, NULL);
	} while (particle && !is_particle(particle));
	return particle;
}

static const xmlNode *
find_particle(const xmlNode *parent)
{
	const xmlNode *first = dd_node_child(parent, NULL);

	return !first || is_particle(first) ? first : dd_grammar_next(first);
}

const xmlNode *
dd_grammar_content(const xmlNode *type)
{
	return dd_node_is(type, "complexType") ? find_particle(type) : NULL;
}

const xmlNode *
dd_grammar_first(const struct dd_grammar *grammar, const xmlNode *particle)
{
	if (dd_node_is(particle, "group"))
		particle = dd_table_find(
		    &grammar->groups, dd_node_value(particle, "ref"));
	return find_particle(particle);
}

static const xmlNode *
find_element(const struct dd_grammar *grammar, const xmlNode *particle,
    const char *name, struct dd_words_list *all)
{
	const xmlNode *child, *found = NULL;

	if (dd_node_is(particle, "element")) {
		if (all)
			dd_words_list_add(all, get_name(particle));
		return name && strcmp(get_name(particle), name) == 0 ? particle
								     : NULL;
	}
	child = dd_grammar_first(grammar, particle);
	for (; child && !found; child = dd_grammar_next(child))
		found = find_element(grammar, child, name, all);
	return found;
}

const xmlNode *
dd_grammar_child(
    const struct dd_grammar *grammar, const xmlNode *type, const char *name)
{
	return dd_node_is(type, "complexType")
	    ? dd_table_find(&dd_type_memo(grammar, type)->children, name)
	    : NULL;
}

const xmlNode *
dd_grammar_find(
    const struct dd_grammar *grammar, const xmlNode *particle, const char *name)
{
	return find_element(grammar, particle, name, NULL);
}

bool
dd_grammar_repeats(const xmlNode *particle)
{
	const char *most = dd_node_value(particle, "maxOccurs");

	return most && strcmp(most, "unbounded") == 0;
}

void
dd_grammar_elements(const struct dd_grammar *grammar, const xmlNode *particle,
    struct dd_words_list *out)
{
	find_element(grammar, particle, NULL, out);
}

void
dd_grammar_children(const struct dd_grammar *grammar, const xmlNode *type,
    struct dd_words_list *out)
{
	const xmlNode *content = dd_grammar_content(type);

	if (content)
		dd_grammar_elements(grammar, content, out);
}

/* --- attributes ---------------------------------------------------------- */

/* Where the xs:attribute children are: the type, or its extension. */
static const xmlNode *
find_attribute_home(const xmlNode *type)
{
	const xmlNode *simple = dd_node_child(type, "simpleContent");

	return simple ? dd_node_child(simple, "extension") : type;
}

const xmlNode *
dd_grammar_next_attribute(const xmlNode *type, const xmlNode *last)
{
	if (last)
		return dd_node_next(last, "attribute");
	return type ? dd_node_child(find_attribute_home(type), "attribute")
		    : NULL;
}

bool
dd_grammar_is_required(const xmlNode *attribute)
{
	const char *use = dd_node_value(attribute, "use");

	return use && strcmp(use, "required") == 0;
}

const char *
dd_grammar_attribute_name(const xmlNode *attribute)
{
	const char *name = get_name(attribute);

	return name ? name : dd_node_value(attribute, "ref");
}

static const char *
get_type_as_written(const xmlNode *attribute)
{
	const xmlAttr *kept = xmlHasNsProp(attribute, (const xmlChar *)"type",
	    (const xmlChar *)DD_NS_AS_WRITTEN);

	return kept ? (const char *)kept->children->content : NULL;
}

const char *
dd_grammar_attribute_type(const xmlNode *attribute)
{
	const char *type = get_type_as_written(attribute);

	if (!type)
		type = dd_node_value(attribute, "type");
	return type ? type : dd_node_value(attribute, "ref");
}

const xmlNode *
dd_grammar_attribute(const xmlNode *type, const char *name)
{
	const xmlNode *a = dd_grammar_next_attribute(type, NULL);

	while (a && strcmp(dd_grammar_attribute_name(a), name) != 0)
		a = dd_grammar_next_attribute(type, a);
	return a;
}

/* --- text and values ----------------------------------------------------- */

const char *
dd_grammar_text_type(const struct dd_grammar *grammar, const xmlNode *node)
{
	const xmlNode *decl = find_declaration(grammar, node), *type;

	if (!decl)
		return NULL;
	type = dd_grammar_declared_type(grammar, decl);
	if (!type || dd_node_is(type, "simpleType"))
		return dd_node_value(decl, "type");
	return dd_node_value(find_attribute_home(type), "base");
}

bool
dd_grammar_takes_text(const xmlNode *type)
{
	return !type || dd_node_is(type, "simpleType") ||
	    dd_node_flag(type, "mixed") ||
	    dd_node_child(type, "simpleContent") != NULL;
}

static const xmlNode *
find_facet(const struct dd_grammar *grammar, const char *type, const char *kind)
{
	const xmlNode *node = dd_table_find(&grammar->types, type);

	node = node ? dd_node_child(node, "restriction") : NULL;
	return node ? dd_node_child(node, kind) : NULL;
}

void
dd_grammar_values(const struct dd_grammar *grammar, const char *type,
    struct dd_words_list *out)
{
	const xmlNode *value = find_facet(grammar, type, "enumeration");

	for (; value; value = dd_node_next(value, "enumeration"))
		dd_words_list_add(out, dd_node_value(value, "value"));
}

const char *
dd_grammar_base(const struct dd_grammar *grammar, const char *type)
{
	while (type && strncmp(type, "xs:", 3) != 0)
		type = dd_node_value(
		    dd_node_child(
			dd_table_find(&grammar->types, type), "restriction"),
		    "base");
	return type;
}

size_t
dd_grammar_longest(const struct dd_grammar *grammar, const char *type)
{
	const xmlNode *facet = find_facet(grammar, type, "maxLength");

	return facet ? strtoul(dd_node_value(facet, "value"), NULL, 10) : 0;
}

bool
dd_grammar_accepts(
    const struct dd_grammar *grammar, const char *type, const char *text)
{
	const xmlNode *pattern = find_facet(grammar, type, "pattern");
	xmlRegexpPtr compiled;
	bool result;

	if (!pattern)
		return false;
	compiled =
	    xmlRegexpCompile((const xmlChar *)dd_node_value(pattern, "value"));
	result =
	    compiled && xmlRegexpExec(compiled, (const xmlChar *)text) == 1;
	xmlRegFreeRegexp(compiled);
	return result;
}

/* --- who owns what ------------------------------------------------------- */

/* The next xs:element in document order. */
static const xmlNode *
find_next_declaration(const struct dd_grammar *grammar, const xmlNode *node)
{
	do {
		if (node->children) {
			node = node->children;
			continue;
		}
		while (node != grammar->schema && !node->next)
			node = node->parent;
		if (node == grammar->schema)
			return NULL;
		node = node->next;
	} while (!dd_node_is(node, "element"));
	return node;
}

void
dd_grammar_parents(const struct dd_grammar *grammar, const char *child,
    struct dd_words_list *out)
{
	const xmlNode *decl = find_next_declaration(grammar, grammar->schema);

	for (; decl; decl = find_next_declaration(grammar, decl))
		if (dd_grammar_child(grammar,
			dd_grammar_declared_type(grammar, decl), child))
			dd_words_list_add(out, get_name(decl));
}

void
dd_grammar_owners(const struct dd_grammar *grammar, const char *attribute,
    struct dd_words_list *out)
{
	const xmlNode *decl = find_next_declaration(grammar, grammar->schema);

	for (; decl; decl = find_next_declaration(grammar, decl))
		if (dd_grammar_attribute(
			dd_grammar_declared_type(grammar, decl), attribute))
			dd_words_list_add(out, get_name(decl));
}
