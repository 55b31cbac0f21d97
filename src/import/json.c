/* SPDX-License-Identifier: MIT */
/* A meeting summary from its JSON: builds the tree, property by property. */
#include "import/json.h"
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "import/json_internal.h"
#include "xml/limits.h"
#include "xml/node.h"

#define SCHEMA_ID DD_NS_SUMMARY ":json"

struct builder {
	const struct dd_grammar *grammar;
	xmlDoc *doc;
	xmlNs *ns;
	struct dd_error *error;
};

static int
put_element(struct builder *b, xmlNode *parent, const xmlNode *declaration,
    const json_t *value, const struct dd_json_path *path);

static void
add_text(struct builder *b, xmlNode *parent, struct dd_buffer *text)
{
	if (text->len > 0)
		xmlAddChild(parent,
		    xmlNewDocTextLen(
			b->doc, (const xmlChar *)text->data, (int)text->len));
	dd_buffer_clear(text);
}

static int
put_attribute(struct builder *b, xmlNode *node, const xmlNode *declaration,
    const json_t *value, const struct dd_json_path *path)
{
	const char *name = dd_grammar_attribute_name(declaration);
	const char *colon = strchr(name, ':');
	struct dd_buffer text;
	int rc;

	dd_buffer_init(&text, 0);
	rc = dd_json_put_value(b->grammar,
	    dd_grammar_attribute_type(declaration), value, path, &text,
	    b->error);
	if (rc == 0 && text.len > DD_LIMIT_VALUE)
		rc = dd_error_set(b->error, DD_E_INPUT,
		    "`%s` has %zu bytes; the limit is %d.", DD_JSON_SHOW(path),
		    text.len, DD_LIMIT_VALUE);
	if (rc == 0)
		xmlNewNsProp(node,
		    colon ? xmlSearchNs(b->doc, node, (const xmlChar *)"xml")
			  : NULL,
		    (const xmlChar *)(colon ? colon + 1 : name),
		    (const xmlChar *)text.data);
	dd_buffer_release(&text);
	return rc;
}

static int
put_text(struct builder *b, xmlNode *node, const json_t *value,
    const struct dd_json_path *path)
{
	struct dd_buffer text;
	int rc;

	dd_buffer_init(&text, 0);
	rc = dd_json_put_string(value, path, &text, b->error);
	if (rc == 0)
		add_text(b, node, &text);
	dd_buffer_release(&text);
	return rc;
}

static int
require_array(
    struct builder *b, const json_t *value, const struct dd_json_path *path)
{
	return json_is_array(value)
	    ? 0
	    : dd_error_set(b->error, DD_E_INPUT, "`%s` must be an array.",
		  DD_JSON_SHOW(path));
}

/* Child elements of one name. */
static int
put_many(struct builder *b, xmlNode *node, const xmlNode *declaration,
    const json_t *value, const struct dd_json_path *path)
{
	int rc = require_array(b, value, path);

	for (size_t i = 0; rc == 0 && i < json_array_size(value); i++) {
		struct dd_json_path inner = {path, NULL, i};

		rc = put_element(
		    b, node, declaration, json_array_get(value, i), &inner);
	}
	return rc;
}

static int
refuse_type(struct builder *b, const struct dd_json_member *member,
    const char *type, const struct dd_json_path *path)
{
	struct dd_words_list known = {.count = 0};
	const char *nearest;

	if (!type && member->kind == DD_JSON_MIXED)
		return dd_error_set(b->error, DD_E_INPUT,
		    "`%s` must be a string or an object with a `type`.",
		    DD_JSON_SHOW(path));
	if (!type)
		return dd_error_set(b->error, DD_E_INPUT,
		    "`%s` must be an object with a `type`.",
		    DD_JSON_SHOW(path));
	if (member->declaration)
		dd_grammar_elements(b->grammar, member->declaration, &known);
	nearest = dd_nearest(type, known.word, known.count);
	if (nearest)
		return dd_error_set(b->error, DD_E_INPUT,
		    "`%s` is `%.*s`, which is no type that can stand here; did "
		    "you mean `%s`?",
		    DD_JSON_SHOW(path), DD_UTF8_SHOW(type, 60), nearest);
	return dd_error_set(b->error, DD_E_INPUT,
	    "`%s` is `%.*s`, which is no type that can stand here.",
	    DD_JSON_SHOW(path), DD_UTF8_SHOW(type, 60));
}

/* Child elements that say what they are. */
static int
put_typed(struct builder *b, xmlNode *node, const struct dd_json_member *member,
    const json_t *value, const struct dd_json_path *path)
{
	const char *type = json_string_value(json_object_get(value, "type"));
	struct dd_json_path inner = {path, "type", 0};
	const xmlNode *declaration = type && member->declaration
	    ? dd_grammar_find(b->grammar, member->declaration, type)
	    : NULL;

	if (!declaration)
		return refuse_type(b, member, type, type ? &inner : path);
	return put_element(b, node, declaration, value, path);
}

static int
put_row(struct builder *b, xmlNode *node, const struct dd_json_member *member,
    const json_t *value, const struct dd_json_path *path)
{
	int rc = require_array(b, value, path);
	struct dd_buffer text;

	dd_buffer_init(&text, 0);
	for (size_t i = 0; rc == 0 && i < json_array_size(value); i++) {
		struct dd_json_path inner = {path, NULL, i};
		const json_t *one = json_array_get(value, i);

		if (member->kind == DD_JSON_MIXED && json_is_string(one)) {
			rc = dd_json_put_string(one, &inner, &text, b->error);
			continue;
		}
		add_text(b, node, &text);
		rc = put_typed(b, node, member, one, &inner);
	}
	if (rc == 0)
		add_text(b, node, &text);
	dd_buffer_release(&text);
	return rc;
}

static int
put_member(struct builder *b, xmlNode *node,
    const struct dd_json_member *member, const json_t *value,
    const struct dd_json_path *path)
{
	switch (member->kind) {
	case DD_JSON_ATTRIBUTE:
		return put_attribute(b, node, member->declaration, value, path);
	case DD_JSON_TEXT:
		return put_text(b, node, value, path);
	case DD_JSON_ONE:
		return put_element(b, node, member->declaration, value, path);
	case DD_JSON_MANY:
		return put_many(b, node, member->declaration, value, path);
	default:
		return put_row(b, node, member, value, path);
	}
}

/* What is computed, and what is no part of the element itself. */
static bool
is_apart(const xmlNode *node, const char *key, const json_t *value)
{
	if (strcmp(key, "type") == 0)
		return dd_ascii_is(
		    json_string_value(value), (const char *)node->name);
	return strcmp(key, "computed") == 0 ||
	    (node->parent->type == XML_DOCUMENT_NODE &&
		(strcmp(key, "$schema") == 0 || strcmp(key, "markup") == 0));
}

static int
refuse_key(struct builder *b, const struct dd_json_shape *shape,
    const char *key, const struct dd_json_path *path)
{
	const char *known[sizeof shape->members / sizeof *shape->members];
	const char *nearest;

	for (size_t i = 0; i < shape->count; i++)
		known[i] = shape->members[i].name;
	nearest = dd_nearest(key, known, shape->count);
	if (nearest)
		return dd_error_set(b->error, DD_E_INPUT,
		    "`%s` is not known; did you mean `%s`?", DD_JSON_SHOW(path),
		    nearest);
	return dd_error_set(b->error, DD_E_INPUT,
	    "`%s` is not known; nothing of that name can stand here.",
	    DD_JSON_SHOW(path));
}

static int
check_keys(struct builder *b, const xmlNode *node,
    const struct dd_json_shape *shape, const json_t *value,
    const struct dd_json_path *path)
{
	json_t *object = (json_t *)value; /* iterators are not const */
	void *at = json_object_iter(object);

	for (; at; at = json_object_iter_next(object, at)) {
		const char *key = json_object_iter_key(at);
		struct dd_json_path inner = {path, key, 0};

		if (!is_apart(node, key, json_object_iter_value(at)) &&
		    !dd_json_find_member(shape, key))
			return refuse_key(b, shape, key, &inner);
	}
	return 0;
}

/* In the order of the schema, whatever the order of the object. */
static int
put_object(struct builder *b, xmlNode *node, const struct dd_json_shape *shape,
    const json_t *value, const struct dd_json_path *path)
{
	int rc;

	if (!json_is_object(value))
		return dd_error_set(b->error, DD_E_INPUT,
		    "`%s` must be an object.", DD_JSON_SHOW(path));
	rc = check_keys(b, node, shape, value, path);
	for (size_t i = 0; rc == 0 && i < shape->count; i++) {
		const struct dd_json_member *member = &shape->members[i];
		const json_t *one = json_object_get(value, member->name);
		struct dd_json_path inner = {path, member->name, 0};

		if (one)
			rc = put_member(b, node, member, one, &inner);
	}
	return rc;
}

static int
fill_element(struct builder *b, xmlNode *node, const xmlNode *declaration,
    const json_t *value, const struct dd_json_path *path)
{
	const xmlNode *type = dd_grammar_declared_type(b->grammar, declaration);
	struct dd_json_shape shape;

	if (!type || dd_node_is(type, "simpleType"))
		return put_text(b, node, value, path);
	dd_json_shape(b->grammar, type, &shape);
	if (shape.bare)
		return put_member(b, node, &shape.members[0], value, path);
	return put_object(b, node, &shape, value, path);
}

static int
put_element(struct builder *b, xmlNode *parent, const xmlNode *declaration,
    const json_t *value, const struct dd_json_path *path)
{
	xmlNode *node = xmlNewDocNode(b->doc, b->ns,
	    (const xmlChar *)dd_node_value(declaration, "name"), NULL);

	xmlAddChild(parent, node);
	return fill_element(b, node, declaration, value, path);
}

/* The outermost object names its schema where a program wrote it. */
static int
check_kind(const json_t *value, struct dd_error *error)
{
	const json_t *schema = json_object_get(value, "$schema");
	const struct dd_json_path path = {NULL, "$schema", 0};
	const char *id = json_string_value(schema);

	if (!json_is_object(value))
		return dd_error_set(error, DD_E_INPUT,
		    "The JSON is no meeting summary, because it is no object.");
	if (schema && !dd_ascii_is(id, SCHEMA_ID))
		return dd_error_set(error, DD_E_INPUT,
		    "`%s` must be `%s`; this is the JSON of something else.",
		    DD_JSON_SHOW(&path), SCHEMA_ID);
	return 0;
}

static int
build(struct builder *b, const json_t *value)
{
	xmlNode *root = xmlNewDocNode(
	    b->doc, NULL, (const xmlChar *)b->grammar->name, NULL);
	const json_t *markup = json_object_get(value, "markup");
	int rc;

	xmlDocSetRootElement(b->doc, root);
	b->ns = xmlNewNs(root, (const xmlChar *)b->grammar->target, NULL);
	xmlSetNs(root, b->ns);
	rc = fill_element(b, root, b->grammar->root, value, NULL);
	return rc == 0 && markup ? dd_json_put_markup(b->doc, markup, b->error)
				 : rc;
}

int
dd_json_build(const struct dd_grammar *grammar, const json_t *value,
    xmlDoc **ret_doc, struct dd_error *error)
{
	struct builder b = {.grammar = grammar, .error = error};
	int rc = check_kind(value, error);

	*ret_doc = NULL;
	if (rc < 0)
		return rc;
	b.doc = xmlNewDoc((const xmlChar *)"1.0");
	rc = build(&b, value);
	if (rc == 0)
		*ret_doc = b.doc;
	else
		xmlFreeDoc(b.doc);
	return rc;
}

int
dd_import_json(const struct dd_grammar *grammar, const char *name,
    const void *bytes, size_t len, xmlDoc **ret_doc, struct dd_error *error)
{
	json_t *value = dd_json_read(name, bytes, len, error);
	int rc;

	*ret_doc = NULL;
	if (!value)
		return DD_E_INPUT;
	rc = dd_json_build(grammar, value, ret_doc, error);
	json_decref(value);
	return rc;
}
