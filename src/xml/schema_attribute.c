/* SPDX-License-Identifier: MIT */
/*
 * Owns: words for attributes that are not allowed, are missing, or belong to
 * the schema language. Leaves their values to schema_value.c.
 */
#include <string.h>
#include "xml/locate.h"
#include "xml/node.h"
#include "xml/schema_internal.h"

/* True for what no attribute of ours can be a misspelling of. */
static bool
is_foreign(const xmlAttr *attr)
{
	return attr->ns && !dd_ns_is(attr->ns, (const char *)XML_XML_NAMESPACE);
}

static bool
has_attribute(const xmlNode *node, const char *name)
{
	return strcmp(name, "xml:lang") == 0 ? dd_node_lang(node) != NULL
					     : dd_node_attr(node, name) != NULL;
}

/* The attributes that the element could have and has not. */
static void
list_absent(const xmlNode *type, const xmlNode *node, struct dd_words_list *out)
{
	const xmlNode *a = dd_grammar_next_attribute(type, NULL);

	for (; a; a = dd_grammar_next_attribute(type, a))
		if (!has_attribute(node, dd_grammar_attribute_name(a)))
			dd_words_list_add(out, dd_grammar_attribute_name(a));
}

/* The attribute that an unknown one was meant to be, or NULL. */
static const char *
guess_attribute(struct dd_wording *w, const xmlNode *type, const xmlAttr *attr)
{
	const char *name = (const char *)attr->name;
	struct dd_words_list absent = {.count = 0};

	list_absent(type, attr->parent, &absent);
	if (dd_words_list_has(&absent, name))
		return name; /* right but for its prefix */
	if (strcmp(name, "lang") == 0 && dd_words_list_has(&absent, "xml:lang"))
		return "xml:lang";
	return dd_phrase_nearest(dd_phrase_attribute(&w->arena, attr), &absent);
}

static void
word_unknown(struct dd_wording *w, const xmlAttr *attr, const char *name,
    struct dd_range range)
{
	const xmlNode *node = attr->parent;
	const xmlNode *type = dd_grammar_type_of(w->grammar, node);
	const char *parent = dd_phrase_element(&w->arena, node);
	struct dd_words_list owners = {.count = 0}, absent = {.count = 0};

	list_absent(type, node, &absent);
	dd_grammar_owners(w->grammar, name, &owners);
	if (type && dd_grammar_child(w->grammar, type, name))
		dd_tell(w, DD_ID_SCHEMA_UNKNOWN_ATTRIBUTE, range,
		    "%s has no attribute `%s`; write the element `<%s>` "
		    "inside of it instead.",
		    parent, name, name);
	else if (owners.count > 0 && owners.count <= 4 &&
	    !dd_words_list_has(&owners, (const char *)node->name))
		dd_tell(w, DD_ID_SCHEMA_UNKNOWN_ATTRIBUTE, range,
		    "%s has no attribute `%s`; it belongs to %s.", parent, name,
		    dd_phrase_list(w, &owners, 4, true));
	else if (!dd_grammar_next_attribute(type, NULL))
		dd_tell(w, DD_ID_SCHEMA_UNKNOWN_ATTRIBUTE, range,
		    "%s has no attributes; remove `%s`.", parent, name);
	else if (absent.count == 0)
		dd_tell(w, DD_ID_SCHEMA_UNKNOWN_ATTRIBUTE, range,
		    "%s has no attribute `%s`; remove it.", parent, name);
	else
		dd_tell(w, DD_ID_SCHEMA_UNKNOWN_ATTRIBUTE, range,
		    "%s has no attribute `%s`; it could still have %s.", parent,
		    name, dd_phrase_list(w, &absent, 12, false));
}

void
dd_word_unknown_attribute(struct dd_wording *w, const xmlAttr *attr)
{
	const xmlNode *type = dd_grammar_type_of(w->grammar, attr->parent);
	const char *name = dd_phrase_attribute(&w->arena, attr);
	const char *parent = dd_phrase_element(&w->arena, attr->parent);
	struct dd_range range = dd_locate_attribute(w->tree, attr);
	const char *meant;

	if (!dd_tell_once(w, attr->parent, name))
		return;
	if (is_foreign(attr)) {
		dd_tell(w, DD_ID_SCHEMA_UNKNOWN_ATTRIBUTE, range,
		    "`%s` belongs to another vocabulary, which has no place "
		    "in %s; remove it.",
		    name, parent);
		return;
	}
	meant = guess_attribute(w, type, attr);
	if (meant)
		dd_tell(w, DD_ID_SCHEMA_UNKNOWN_ATTRIBUTE, range,
		    "%s has no attribute `%s`; did you mean `%s`?", parent,
		    name, meant);
	else
		word_unknown(w, attr, name, range);
}

/* True where an unknown attribute of the element was meant to be `name`: then
 * one finding is enough. */
static bool
is_misspelt_here(struct dd_wording *w, const xmlNode *type, const xmlNode *node,
    const char *name)
{
	const xmlAttr *attr;

	for (attr = node->properties; attr; attr = attr->next) {
		const char *meant;

		if (is_foreign(attr))
			continue;
		if (dd_grammar_attribute(
			type, dd_phrase_attribute(&w->arena, attr)))
			continue;
		meant = guess_attribute(w, type, attr);
		if (meant && strcmp(meant, name) == 0)
			return true;
	}
	return false;
}

static void
word_missing(
    struct dd_wording *w, const xmlNode *node, const xmlNode *declaration)
{
	const char *name = dd_grammar_attribute_name(declaration);
	const char *type = dd_grammar_attribute_type(declaration);
	const char *parent = dd_phrase_element(&w->arena, node);
	struct dd_range range = dd_locate_name(w->tree, node);
	struct dd_words_list values = {.count = 0};
	const char *example, *what;

	dd_grammar_values(w->grammar, type, &values);
	if (values.count > 0) {
		dd_tell(w, DD_ID_SCHEMA_MISSING_ATTRIBUTE, range,
		    "%s has no `%s`; add it as %s.", parent, name,
		    dd_phrase_list(w, &values, 24, false));
		return;
	}
	what = dd_value_hint(w, type, &example);
	if (example)
		dd_tell(w, DD_ID_SCHEMA_MISSING_ATTRIBUTE, range,
		    "%s has no `%s`; add %s, such as `%s=\"%s\"`.", parent,
		    name, what, name, example);
	else
		dd_tell(w, DD_ID_SCHEMA_MISSING_ATTRIBUTE, range,
		    "%s has no `%s`; add it, with %s.", parent, name, what);
}

void
dd_word_missing_attributes(struct dd_wording *w, const xmlNode *node)
{
	const xmlNode *type = dd_grammar_type_of(w->grammar, node), *a;

	a = dd_grammar_next_attribute(type, NULL);
	for (; a; a = dd_grammar_next_attribute(type, a)) {
		const char *name = dd_grammar_attribute_name(a);

		if (dd_grammar_is_required(a) && !has_attribute(node, name) &&
		    !is_misspelt_here(w, type, node, name) &&
		    dd_tell_once(w, node, name))
			word_missing(w, node, a);
	}
}

/* --- xsi: ---------------------------------------------------------------- */

static void
word_instance_attribute(struct dd_wording *w, const xmlAttr *attr)
{
	const char *local = (const char *)attr->name;
	const char *why = N_("it has no meaning here");

	if (strcmp(local, "type") == 0)
		why = N_("what an element holds follows from its name");
	else if (strcmp(local, "nil") == 0)
		why = N_("what is not known is left out");
	dd_report(w->sink, DD_ID_SCHEMA_UNKNOWN_ATTRIBUTE,
	    dd_locate_attribute(w->tree, attr), "Remove `%s`: %s.",
	    dd_phrase_attribute(&w->arena, attr), dd_sink_say(w->sink, why));
}

/* Where a schema can be found is a hint for editors; that it is not followed
 * has been said when the document was parsed. */
static bool
is_refused(const xmlAttr *attr)
{
	const char *local = (const char *)attr->name;

	return dd_ns_is(attr->ns, DD_NS_XSI) &&
	    strcmp(local, "schemaLocation") != 0 &&
	    strcmp(local, "noNamespaceSchemaLocation") != 0;
}

void
dd_word_instance_attributes(struct dd_wording *w, const xmlNode *node)
{
	const xmlNode *child;
	const xmlAttr *attr;

	for (attr = node->properties; attr; attr = attr->next)
		if (is_refused(attr))
			word_instance_attribute(w, attr);
	child = dd_node_child(node, NULL);
	for (; child; child = dd_node_next(child, NULL))
		dd_word_instance_attributes(w, child);
}
