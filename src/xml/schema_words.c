/* SPDX-License-Identifier: MIT */
/*
 * Owns: which words a fault gets, and the words for text and elements where
 * none may stand. Leaves wrong children to schema_content.c, attributes to
 * schema_attribute.c and values to schema_value.c.
 */
#include <inttypes.h>
#include <string.h>
#include <libxml/xmlerror.h>
#include "xml/limits.h"
#include "xml/locate.h"
#include "xml/node.h"
#include "xml/parse.h"
#include "xml/schema_internal.h"

struct dd_diagnostic *
dd_tell_detail(struct dd_wording *w, struct dd_diagnostic *diagnostic)
{
	if (w->fault)
		dd_report_detail(w->sink, diagnostic, w->fault->message);
	return diagnostic;
}

bool
dd_tell_once(struct dd_wording *w, const xmlNode *node, const char *what)
{
	const char *key = dd_arena_printf(
	    &w->arena, "%" PRIxPTR " %s", (uintptr_t)node, what);

	return dd_table_add(&w->told, key, w);
}

/* --- text and elements that may not stand in an element ------------------ */

static bool
is_text(const xmlNode *node)
{
	return node->type == XML_TEXT_NODE ||
	    node->type == XML_CDATA_SECTION_NODE;
}

/* The text without the white space around it; false where that is all. */
static bool
trim_text(const xmlNode *node, size_t *ret_from, size_t *ret_to)
{
	const char *text = node->content ? (const char *)node->content : "";

	*ret_from = 0;
	*ret_to = strlen(text);
	dd_phrase_trim(text, ret_from, ret_to);
	return *ret_from < *ret_to;
}

static const char *
phrase_text(struct dd_wording *w, const xmlNode *text, size_t from, size_t to)
{
	return dd_phrase_value(&w->arena,
	    dd_arena_ndup(
		&w->arena, (const char *)text->content + from, to - from));
}

/* "put it into `<statement>` or `<note>`": the children that take text. */
static const char *
phrase_text_homes(struct dd_wording *w, const xmlNode *node)
{
	const xmlNode *type = dd_grammar_type_of(w->grammar, node);
	struct dd_words_list all = {.count = 0}, takers = {.count = 0};
	size_t i;

	if (type)
		dd_grammar_children(w->grammar, type, &all);
	for (i = 0; i < all.count; i++)
		if (dd_grammar_takes_text(dd_grammar_declared_type(w->grammar,
			dd_grammar_child(w->grammar, type, all.word[i]))))
			dd_words_list_add(&takers, all.word[i]);
	if (takers.count == 0)
		return dd_phrase(w, "remove it");
	return dd_phrase(w, "put it into %s, or remove it",
	    dd_phrase_list(w, &takers, 6, true));
}

static void
word_text(struct dd_wording *w, const xmlNode *node)
{
	const xmlNode *child;
	size_t from, to;

	/* White space in a section counts as text. */
	for (child = node->children; child; child = child->next)
		if (child->type == XML_CDATA_SECTION_NODE &&
		    !trim_text(child, &from, &to))
			dd_tell(w, DD_ID_SCHEMA_TEXT_NOT_ALLOWED,
			    dd_locate_node(w->tree, child),
			    "A CDATA section may not stand directly in %s; "
			    "remove it.",
			    dd_phrase_element(&w->arena, node));
	for (child = node->children; child; child = child->next)
		if (is_text(child) && trim_text(child, &from, &to))
			dd_tell(w, DD_ID_SCHEMA_TEXT_NOT_ALLOWED,
			    dd_locate_text(w->tree, child, from, to),
			    "The text `%s` may not stand directly in %s; %s.",
			    phrase_text(w, child, from, to),
			    dd_phrase_element(&w->arena, node),
			    phrase_text_homes(w, node));
}

static void
word_child_elements(struct dd_wording *w, const xmlNode *node, const char *why)
{
	const xmlNode *child = dd_node_child(node, NULL);

	for (; child; child = dd_node_next(child, NULL))
		dd_tell(w, DD_ID_SCHEMA_MISPLACED_ELEMENT,
		    dd_locate_name(w->tree, child),
		    "%s may not stand in %s, which %s.",
		    dd_phrase_element(&w->arena, child),
		    dd_phrase_element(&w->arena, node),
		    dd_sink_say(w->sink, why));
}

static void
word_empty_type(struct dd_wording *w, const xmlNode *node)
{
	const char *subject = dd_phrase_element(&w->arena, node);
	const xmlNode *child;
	size_t from, to;
	bool told = false;

	for (child = node->children; child; child = child->next) {
		if (!is_text(child) || !trim_text(child, &from, &to))
			continue;
		told = true;
		dd_tell(w, DD_ID_SCHEMA_TEXT_NOT_ALLOWED,
		    dd_locate_text(w->tree, child, from, to),
		    "The text `%s` may not stand in %s, which says "
		    "everything in its attributes.",
		    phrase_text(w, child, from, to), subject);
	}
	word_child_elements(w, node, N_("says everything in its attributes"));
	if (!told && !dd_node_child(node, NULL))
		dd_tell(w, DD_ID_SCHEMA_TEXT_NOT_ALLOWED,
		    dd_locate_content(w->tree, node),
		    "%s may hold nothing, not even a space; write `<%s …/>`.",
		    subject, (const char *)node->name);
}

/* What may not stand in the element, by the code of the fault. */
static void
word_inside(struct dd_wording *w, const xmlNode *node, int code)
{
	if (code == XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1)
		word_empty_type(w, node);
	else if (code == XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3)
		word_text(w, node);
	else
		word_child_elements(w, node, N_("takes text only"));
}

/* --- the root ------------------------------------------------------------ */

static const char *
get_document_name(const struct dd_grammar *grammar)
{
	return strcmp(grammar->target, DD_NS_HOUSE) == 0
	    ? N_("house file")
	    : N_("meeting summary");
}

void
dd_word_root(struct dd_wording *w, const xmlNode *root)
{
	const struct dd_grammar *grammar = w->grammar;
	struct dd_range range = dd_locate_name(w->tree, root);
	const char *subject = dd_phrase_element(&w->arena, root);
	const char *colon = root->ns && root->ns->prefix ? ":" : "";
	const char *prefix = *colon ? (const char *)root->ns->prefix : "";

	if (!dd_node_is(root, grammar->name))
		dd_report(w->sink, DD_ID_SCHEMA_WRONG_ROOT, range,
		    "The document begins with %s; a %s begins with `<%s>`.",
		    subject, dd_sink_say(w->sink, get_document_name(grammar)),
		    grammar->name);
	else if (!root->ns)
		dd_report(w->sink, DD_ID_SCHEMA_WRONG_NAMESPACE, range,
		    "%s has no namespace; add `xmlns=\"%s\"` to it.", subject,
		    grammar->target);
	else
		dd_report_related(w->sink,
		    dd_report(w->sink, DD_ID_SCHEMA_WRONG_NAMESPACE, range,
			"%s has the namespace `%s`; write `xmlns%s%s=\"%s\"`.",
			subject,
			dd_phrase_value(
			    &w->arena, (const char *)root->ns->href),
			colon, prefix, grammar->target),
		    dd_locate_namespace(
			w->tree, root, (const char *)root->ns->prefix),
		    "It is declared here.");
}

/* --- which words --------------------------------------------------------- */

static const xmlAttr *
find_attribute(const xmlNode *node, const char *name)
{
	const char *brace = name ? strrchr(name, '}') : NULL;
	const char *local = brace ? brace + 1 : name;
	const xmlAttr *attr = name ? node->properties : NULL;

	for (; attr; attr = attr->next) {
		const char *uri =
		    attr->ns ? (const char *)attr->ns->href : NULL;

		if (strcmp((const char *)attr->name, local) != 0)
			continue;
		if (!brace && !uri)
			return attr;
		if (brace && uri && brace == name + 1 + strlen(uri) &&
		    strncmp(uri, name + 1, strlen(uri)) == 0)
			return attr;
	}
	return NULL;
}

static bool
is_value_code(int code)
{
	return code >= XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1 &&
	    code <= XML_SCHEMAV_CVC_ENUMERATION_VALID &&
	    code != XML_SCHEMAV_CVC_TYPE_3_1_1 &&
	    code != XML_SCHEMAV_CVC_TYPE_3_1_2;
}

static bool
is_instance_attribute(const xmlAttr *attr)
{
	return attr && dd_ns_is(attr->ns, DD_NS_XSI);
}

static bool
has_instance_attribute(const xmlNode *node)
{
	const xmlAttr *attr = node->properties;

	while (attr && !is_instance_attribute(attr))
		attr = attr->next;
	return attr != NULL;
}

static void
word_other(struct dd_wording *w, const xmlNode *node)
{
	/* Told already, by name: dd_word_instance_attributes. */
	if (has_instance_attribute(node))
		return;
	dd_tell(w, DD_ID_SCHEMA_UNWORDED, dd_locate_name(w->tree, node),
	    "%s does not follow the schema.",
	    dd_phrase_element(&w->arena, node));
}

void
dd_word_fault(struct dd_wording *w, struct dd_schema_fault *fault)
{
	xmlNode *node =
	    fault->node ? fault->node : xmlDocGetRootElement(w->tree->doc);
	const xmlAttr *attr = find_attribute(node, fault->attribute);

	/* An element that a repair made has no words of its own. */
	if (!node->_private || is_instance_attribute(attr))
		return;
	w->fault = fault;
	if (is_value_code(fault->code)) {
		dd_word_value(w, node, attr);
		return;
	}
	switch (fault->code) {
	case XML_SCHEMAV_CVC_TYPE_3_1_1:
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1:
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2:
		if (attr)
			dd_word_unknown_attribute(w, attr);
		break;
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_4:
		dd_word_missing_attributes(w, node);
		break;
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1:
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2:
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3:
	case XML_SCHEMAV_CVC_TYPE_3_1_2:
		/* One message for each piece of text: all are told at once. */
		if (dd_tell_once(w, node, "inside"))
			word_inside(w, node, fault->code);
		break;
	default:
		word_other(w, node);
	}
}
