/* SPDX-License-Identifier: MIT */
/*
 * JSON from a result tree. Owns the layout and what counts as a value; the
 * escaping of strings is base/escape's, numbers are in json_number.
 */
#include "output/json.h"
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/escape.h"
#include "base/messages.h"
#include "base/table.h"
#include "output/json_number.h"
#include "output/tree.h"

struct writer {
	struct dd_buffer *out;
	struct dd_error *error;
	bool pretty;
};

/* The keys of a map: a few in a row, many in a table. */
enum { FEW_KEYS = 12 };

struct keys {
	size_t count;
	const char *few[FEW_KEYS];
	struct dd_table many;
};

static int write_value(struct writer *w, const xmlNode *node, int depth);

static void
write_string(struct writer *w, const char *text)
{
	dd_buffer_putc(w->out, '"');
	dd_escape_json(w->out, text, strlen(text));
	dd_buffer_putc(w->out, '"');
}

static void
start_line(struct writer *w, int depth)
{
	if (!w->pretty)
		return;
	dd_buffer_putc(w->out, '\n');
	dd_buffer_repeat(w->out, ' ', (size_t)depth * 2);
}

static int
refuse_value(struct writer *w, const xmlNode *node, const char *text)
{
	return dd_error_set(w->error, DD_E_ENGINE,
	    "The stylesheet writes a JSON %s as \"%.*s\"; expected %s.",
	    (const char *)node->name, DD_TREE_SHOW(text),
	    dd_error_say(w->error,
		strcmp((const char *)node->name, "number") == 0
		    ? N_("a number such as 45 or 1.5, exact to 53 bits")
		    : strcmp((const char *)node->name, "null") == 0
		    ? N_("no text in it")
		    : N_("true or false")));
}

/* All the text of a simple value; its elements are a mistake. */
static int
collect_text(struct writer *w, const xmlNode *node, struct dd_buffer *text)
{
	for (const xmlNode *n = node->children; n; n = n->next) {
		if (dd_tree_is_silent(n))
			continue;
		if (!dd_tree_is_text(n))
			return dd_error_set(w->error, DD_E_ENGINE,
			    "The stylesheet puts <%s> into a JSON %s, which "
			    "holds only text.",
			    (const char *)n->name, (const char *)node->name);
		if (n->content)
			dd_buffer_puts(text, (const char *)n->content);
	}
	return 0;
}

/* White space around a number or a boolean does not count. */
static void
trim(struct dd_buffer *text)
{
	size_t start = strspn(text->data, DD_ASCII_SPACES);

	while (
	    text->len > start && dd_ascii_is_space(text->data[text->len - 1]))
		text->data[--text->len] = '\0';
	if (start > 0) {
		text->len -= start;
		memmove(text->data, text->data + start, text->len + 1);
	}
}

/* Most strings are one text. */
static int
write_text(struct writer *w, const xmlNode *node)
{
	const xmlNode *text = node->children;
	struct dd_buffer all;
	int rc;

	if (dd_tree_is_text(text) && !text->next && text->content) {
		write_string(w, (const char *)text->content);
		return 0;
	}
	dd_buffer_init(&all, 0);
	rc = collect_text(w, node, &all);
	if (rc == 0)
		write_string(w, all.data);
	dd_buffer_release(&all);
	return rc;
}

static int
write_simple(struct writer *w, const xmlNode *node, int depth)
{
	const char *name = (const char *)node->name;
	struct dd_buffer text;
	bool good = true;
	int rc;

	(void)depth;
	if (strcmp(name, "string") == 0)
		return write_text(w, node);
	dd_buffer_init(&text, 0);
	rc = collect_text(w, node, &text);
	if (rc == 0) {
		trim(&text);
		if (strcmp(name, "number") == 0)
			good = dd_json_is_number(text.data);
		else if (strcmp(name, "boolean") == 0)
			good = strcmp(text.data, "true") == 0 ||
			    strcmp(text.data, "false") == 0;
		else
			good = text.len == 0;
		if (good)
			dd_buffer_puts(w->out, text.len ? text.data : "null");
		else
			rc = refuse_value(w, node, text.data);
	}
	dd_buffer_release(&text);
	return rc;
}

/* Sets *ret_key to the value of @key, or NULL; no other attribute counts. */
static int
read_key(struct writer *w, const xmlNode *node, const char **ret_key)
{
	*ret_key = NULL;
	for (const xmlAttr *attr = node->properties; attr; attr = attr->next) {
		bool is_key =
		    !attr->ns && strcmp((const char *)attr->name, "key") == 0;

		if (is_key)
			*ret_key = dd_tree_attr_text(attr);
		if (!is_key || !*ret_key)
			return dd_error_set(w->error, DD_E_ENGINE,
			    "The stylesheet gives a JSON %s the attribute "
			    "\"%s\"; only \"key\" is known.",
			    (const char *)node->name, (const char *)attr->name);
	}
	return 0;
}

/* False where the map has that key already. */
static bool
add_key(struct keys *keys, const char *key)
{
	if (keys->count == FEW_KEYS)
		for (size_t i = 0; i < FEW_KEYS; i++)
			dd_table_add(&keys->many, keys->few[i], keys);
	if (keys->count++ >= FEW_KEYS)
		return dd_table_add(&keys->many, key, keys);
	for (size_t i = 0; i + 1 < keys->count; i++)
		if (strcmp(keys->few[i], key) == 0)
			return false;
	keys->few[keys->count - 1] = key;
	return true;
}

static int
write_member(struct writer *w, const xmlNode *node, struct keys *keys)
{
	const char *key;
	int rc = read_key(w, node, &key);

	if (rc < 0)
		return rc;
	if (keys && !key)
		return dd_error_set(w->error, DD_E_ENGINE,
		    "The stylesheet puts a %s without a key into a JSON map.",
		    (const char *)node->name);
	if (!keys && key)
		return dd_error_set(w->error, DD_E_ENGINE,
		    "The stylesheet gives the key \"%.*s\" to a %s that is "
		    "not in a JSON map.",
		    DD_TREE_SHOW(key), (const char *)node->name);
	if (!keys)
		return 0;
	if (!add_key(keys, key))
		return dd_error_set(w->error, DD_E_ENGINE,
		    "The stylesheet writes the key \"%.*s\" twice into one "
		    "JSON map.",
		    DD_TREE_SHOW(key));
	write_string(w, key);
	dd_buffer_puts(w->out, w->pretty ? ": " : ":");
	return 0;
}

/* The members in front of `stop`; NULL: all. */
static int
write_members(struct writer *w, const xmlNode *node, const xmlNode *stop,
    struct keys *keys, int depth)
{
	bool first = true;
	int rc = 0;

	for (const xmlNode *n = node->children; n != stop && rc == 0;
	     n = n->next) {
		if (dd_tree_is_silent(n) || dd_tree_is_blank(n))
			continue;
		if (!dd_tree_is_element(n))
			return dd_error_set(w->error, DD_E_ENGINE,
			    "The stylesheet puts text straight into a JSON "
			    "%s: \"%.*s\".",
			    (const char *)node->name,
			    DD_TREE_SHOW(
				n->content ? (const char *)n->content : ""));
		if (!first)
			dd_buffer_putc(w->out, ',');
		first = false;
		start_line(w, depth + 1);
		rc = write_member(w, n, keys);
		if (rc == 0)
			rc = write_value(w, n, depth + 1);
	}
	if (!first)
		start_line(w, depth);
	return rc;
}

static int
write_map(struct writer *w, const xmlNode *node, int depth)
{
	struct keys keys = {.count = 0};
	int rc;

	dd_table_init(&keys.many);
	dd_buffer_putc(w->out, '{');
	rc = write_members(w, node, NULL, &keys, depth);
	dd_buffer_putc(w->out, '}');
	dd_table_release(&keys.many);
	return rc;
}

static int
write_array(struct writer *w, const xmlNode *node, int depth)
{
	int rc;

	dd_buffer_putc(w->out, '[');
	rc = write_members(w, node, NULL, NULL, depth);
	dd_buffer_putc(w->out, ']');
	return rc;
}

static const struct {
	const char *name;
	int (*write)(struct writer *w, const xmlNode *node, int depth);
} kinds[] = {
    {"string", write_simple},
    {"map", write_map},
    {"array", write_array},
    {"number", write_simple},
    {"boolean", write_simple},
    {"null", write_simple},
};

static int
write_value(struct writer *w, const xmlNode *node, int depth)
{
	int rc = dd_tree_check_depth(depth, w->error);

	if (rc < 0)
		return rc;
	for (size_t i = 0;
	     dd_tree_in(node, DD_NS_JSON) && i < sizeof kinds / sizeof *kinds;
	     i++)
		if (strcmp((const char *)node->name, kinds[i].name) == 0)
			return kinds[i].write(w, node, depth);
	return dd_error_set(w->error, DD_E_ENGINE,
	    "The stylesheet writes <%s> where JSON is expected; known are "
	    "map, array, string, number, boolean and null of the namespace "
	    "%s.",
	    (const char *)node->name, DD_NS_JSON);
}

int
dd_json_write_value(const xmlNode *value, bool pretty, struct dd_buffer *out,
    struct dd_error *error)
{
	struct writer w = {.out = out, .error = error, .pretty = pretty};
	int rc = write_member(&w, value, NULL);

	return rc < 0 ? rc : write_value(&w, value, 0);
}

int
dd_json_write(const xmlDoc *doc, bool pretty, struct dd_buffer *out,
    struct dd_error *error)
{
	const xmlNode *value = dd_tree_only_element(doc->children);
	int rc;

	if (!value)
		return dd_error_set(error, DD_E_ENGINE,
		    "The stylesheet must write exactly one JSON value, such "
		    "as a map.");
	rc = dd_json_write_value(value, pretty, out, error);
	if (rc == 0)
		dd_buffer_putc(out, '\n');
	return rc;
}

int
dd_json_write_head(
    const xmlNode *last, struct dd_buffer *out, struct dd_error *error)
{
	struct writer w = {.out = out, .error = error};
	struct keys keys = {.count = 0};
	int rc;

	dd_table_init(&keys.many);
	dd_buffer_putc(out, '{');
	rc = write_members(&w, last->parent, last, &keys, 0);
	dd_buffer_putc(out, ',');
	dd_table_release(&keys.many);
	return rc;
}

int
dd_json_write_last(
    const xmlNode *last, struct dd_buffer *out, struct dd_error *error)
{
	struct writer w = {.out = out, .error = error};
	struct keys keys = {.count = 0};
	int rc = write_member(&w, last, &keys);

	if (rc == 0)
		rc = write_value(&w, last, 1);
	dd_buffer_puts(out, "}\n");
	return rc;
}
