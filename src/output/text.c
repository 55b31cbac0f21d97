/* SPDX-License-Identifier: MIT */
/*
 * Wire text from a result tree. Owns the vocabulary: its elements, its
 * attributes and what may stand where. The page is text_page's.
 */
#include "output/text.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/messages.h"
#include "base/width.h"
#include "output/text_page.h"
#include "output/text_run.h"
#include "output/tree.h"
#include "xml/node.h"

enum { NUMBER_MAX = 1000 /* columns or lines */ };

struct writer {
	struct dd_text_page page;
	struct dd_text_run run;
	struct dd_error *error;
};

/* What the attributes of an element say. */
struct settings {
	size_t indent, gap, hang, first, width;
	const char *label, *mark;
	bool keep;
};

struct attribute {
	const char *name;
	const char *elements; /* that may have it, with spaces around each */
	enum { NUMBER, TEXT, FLAG } type;
	size_t offset; /* in struct settings */
};

static const struct attribute attributes[] = {
    {"indent", " block line rule ", NUMBER, offsetof(struct settings, indent)},
    {"gap", " block line rule ", NUMBER, offsetof(struct settings, gap)},
    {"label", " block ", TEXT, offsetof(struct settings, label)},
    {"hang", " block ", NUMBER, offsetof(struct settings, hang)},
    {"first", " block ", NUMBER, offsetof(struct settings, first)},
    {"keep", " block ", FLAG, offsetof(struct settings, keep)},
    {"width", " rule ", NUMBER, offsetof(struct settings, width)},
    {"char", " rule ", TEXT, offsetof(struct settings, mark)},
};

static int write_children(struct writer *w, const xmlNode *parent,
    const struct settings *settings, size_t left, int depth);

static bool
is_named(const xmlNode *node, const char *name)
{
	return dd_tree_is(node, DD_NS_LAYOUT, name);
}

static int
refuse_node(struct writer *w, const xmlNode *node, const xmlNode *parent)
{
	if (dd_tree_is_text(node))
		return dd_error_set(w->error, DD_E_ENGINE,
		    "The stylesheet puts text straight into <%s>, where only "
		    "blocks, lines and rules may stand: \"%.*s\".",
		    (const char *)parent->name,
		    DD_TREE_SHOW(
			node->content ? (const char *)node->content : ""));
	return dd_error_set(w->error, DD_E_ENGINE,
	    "The stylesheet puts <%s> into <%s>; known to the text layout are "
	    "block, line, rule, br and nobr of the namespace %s.",
	    node->name ? (const char *)node->name : "something",
	    (const char *)parent->name, DD_NS_LAYOUT);
}

static bool
read_number(const char *text, size_t *ret_number)
{
	size_t number = 0;

	if (!*text || strlen(text) > 4)
		return false;
	for (; *text; text++) {
		if (!dd_ascii_is_digit(*text))
			return false;
		number = number * 10 + (size_t)(*text - '0');
	}
	*ret_number = number;
	return number <= NUMBER_MAX;
}

static const struct attribute *
find_attribute(const xmlNode *node, const xmlAttr *attr)
{
	for (size_t i = 0; i < sizeof(attributes) / sizeof(attributes[0]);
	     i++) {
		const struct attribute *a = &attributes[i];
		const char *found =
		    strstr(a->elements, (const char *)node->name);
		size_t len = strlen((const char *)node->name);

		if (found && found[-1] == ' ' && found[len] == ' ' &&
		    strcmp(a->name, (const char *)attr->name) == 0)
			return a;
	}
	return NULL;
}

static bool
read_value(
    const struct attribute *a, const char *value, struct settings *settings)
{
	char *field = (char *)settings + a->offset;

	switch (a->type) {
	case NUMBER:
		return read_number(value, (size_t *)(void *)field);
	case TEXT:
		*(const char **)(void *)field = value;
		return true;
	case FLAG:
		*(bool *)field = strcmp(value, "true") == 0;
		return *(bool *)field || strcmp(value, "false") == 0;
	}
	return false;
}

/* Attributes of the xml namespace are for the stylesheet's own use. */
static int
read_settings(
    struct writer *w, const xmlNode *node, struct settings *ret_settings)
{
	*ret_settings = (struct settings){.mark = "-"};
	for (const xmlAttr *attr = node->properties; attr; attr = attr->next) {
		const struct attribute *a = find_attribute(node, attr);
		const char *value = dd_tree_attr_text(attr);

		if (dd_ns_is(attr->ns, (const char *)XML_XML_NAMESPACE))
			continue;
		if (attr->ns || !a)
			return dd_error_set(w->error, DD_E_ENGINE,
			    "The stylesheet gives <%s> the attribute \"%s\", "
			    "which the text layout does not know.",
			    (const char *)node->name, (const char *)attr->name);
		if (!value || !read_value(a, value, ret_settings))
			return dd_error_set(w->error, DD_E_ENGINE,
			    "The stylesheet writes %s=\"%.*s\" on <%s>; "
			    "expected %s.",
			    a->name, DD_TREE_SHOW(value ? value : ""),
			    (const char *)node->name,
			    dd_error_say(w->error,
				a->type == NUMBER
				    ? N_("a whole number up to 1000")
				    : N_("true or false")));
	}
	return 0;
}

/* Text, breaks and glue; anything else is no part of a sentence. */
static int
collect_inline(struct writer *w, const xmlNode *node,
    const struct settings *settings, size_t left, int depth)
{
	int rc = dd_tree_check_depth(depth, w->error);

	if (rc < 0 || dd_tree_is_silent(node))
		return rc;
	if (dd_tree_is_text(node)) {
		if (node->content)
			dd_text_run_add(&w->run, (const char *)node->content);
		return 0;
	}
	if (is_named(node, "br") && !node->children)
		return dd_text_page_paragraph(
		    &w->page, &w->run, left, settings->keep, w->error);
	if (!is_named(node, "nobr"))
		return refuse_node(w, node, node->parent);
	dd_text_run_enter_nobr(&w->run);
	for (const xmlNode *n = node->children; n && rc == 0; n = n->next)
		rc = collect_inline(w, n, settings, left, depth + 1);
	dd_text_run_leave_nobr(&w->run);
	return rc;
}

static int
write_block(struct writer *w, const xmlNode *node, size_t left, int depth)
{
	struct settings settings;
	int rc = read_settings(w, node, &settings);

	if (rc < 0)
		return rc;
	dd_text_page_gap(&w->page, settings.gap);
	left = dd_text_page_indent(&w->page, left, settings.indent);
	if (settings.label)
		left = dd_text_page_label(
		    &w->page, settings.label, left, settings.hang);
	if (settings.first > 0)
		dd_text_page_pad(&w->page,
		    dd_text_page_indent(&w->page, left, settings.first));
	rc = write_children(w, node, &settings, left, depth);
	/* A block without text does not take the label of its parent. */
	if (settings.label || settings.first > 0)
		dd_text_page_flush(&w->page);
	return rc;
}

static int
write_line(struct writer *w, const xmlNode *node, size_t left)
{
	struct settings settings;
	struct dd_buffer text;
	int rc = read_settings(w, node, &settings);

	if (rc < 0)
		return rc;
	dd_buffer_init(&text, 0);
	for (const xmlNode *n = node->children; n && rc == 0; n = n->next) {
		if (dd_tree_is_text(n) && n->content)
			dd_text_run_verbatim(&text, (const char *)n->content);
		else if (!dd_tree_is_silent(n) && !dd_tree_is_text(n))
			rc = refuse_node(w, n, node);
	}
	dd_text_page_gap(&w->page, settings.gap);
	left = dd_text_page_indent(&w->page, left, settings.indent);
	if (rc == 0)
		dd_text_page_line(&w->page, left, text.data, text.len);
	dd_buffer_release(&text);
	return rc;
}

static int
write_rule(struct writer *w, const xmlNode *node, size_t left)
{
	struct settings settings;
	struct dd_buffer text;
	size_t room, len;
	int rc = read_settings(w, node, &settings);

	if (rc < 0)
		return rc;
	len = strlen(settings.mark);
	if (dd_text_width(settings.mark, len) != 1 ||
	    dd_text_trim(settings.mark, len) == 0)
		return dd_error_set(w->error, DD_E_ENGINE,
		    "The stylesheet draws a rule of \"%.*s\"; expected one "
		    "character of one column, such as \"-\".",
		    DD_TREE_SHOW(settings.mark));
	dd_text_page_gap(&w->page, settings.gap);
	left = dd_text_page_indent(&w->page, left, settings.indent);
	room = w->page.width - left;
	if (settings.width > 0 && settings.width < room)
		room = settings.width;
	dd_buffer_init(&text, 0);
	while (room-- > 0)
		dd_buffer_puts(&text, settings.mark);
	dd_text_page_line(&w->page, left, text.data, text.len);
	dd_buffer_release(&text);
	return 0;
}

static bool
is_inline(const xmlNode *node)
{
	return !is_named(node, "block") && !is_named(node, "line") &&
	    !is_named(node, "rule");
}

/* `settings` NULL: only blocks may stand here. */
static int
write_children(struct writer *w, const xmlNode *parent,
    const struct settings *settings, size_t left, int depth)
{
	int rc = dd_tree_check_depth(depth, w->error);

	for (const xmlNode *n = parent->children; n && rc == 0; n = n->next) {
		if (is_inline(n)) {
			if (settings)
				rc = collect_inline(
				    w, n, settings, left, depth + 1);
			else if (!dd_tree_is_silent(n) && !dd_tree_is_blank(n))
				rc = refuse_node(w, n, parent);
			continue;
		}
		if (settings)
			rc = dd_text_page_paragraph(
			    &w->page, &w->run, left, settings->keep, w->error);
		if (rc == 0 && is_named(n, "block"))
			rc = write_block(w, n, left, depth + 1);
		else if (rc == 0 && is_named(n, "line"))
			rc = write_line(w, n, left);
		else if (rc == 0)
			rc = write_rule(w, n, left);
	}
	if (settings && rc == 0)
		rc = dd_text_page_paragraph(
		    &w->page, &w->run, left, settings->keep, w->error);
	return rc;
}

static const char *
find_lang(const xmlNode *root)
{
	for (const xmlAttr *attr = root->properties; attr; attr = attr->next)
		if (strcmp((const char *)attr->name, "lang") == 0)
			return dd_tree_attr_text(attr);
	return NULL;
}

int
dd_text_write(const xmlDoc *doc, const struct dd_text_options *options,
    struct dd_buffer *out, struct dd_error *error)
{
	const xmlNode *root = dd_tree_only_element(doc->children);
	size_t width =
	    options && options->width ? options->width : DD_TEXT_WIDTH;
	struct writer w = {.error = error};
	int rc;

	if (width < DD_TEXT_WIDTH_MIN)
		return dd_error_set(error, DD_E_USAGE,
		    "The width is %zu columns; expected at least %d, such as "
		    "72.",
		    width, DD_TEXT_WIDTH_MIN);
	if (!root || !is_named(root, "document"))
		return dd_error_set(error, DD_E_ENGINE,
		    "The stylesheet must write one <document> of the "
		    "namespace %s.",
		    DD_NS_LAYOUT);
	dd_text_page_init(&w.page, out, width, find_lang(root));
	dd_text_run_init(&w.run);
	rc = write_children(&w, root, NULL, 0, 0);
	dd_text_run_release(&w.run);
	dd_text_page_release(&w.page);
	return rc;
}
