/* SPDX-License-Identifier: MIT */
/*
 * A tree as XML. Owns escaping and layout; which namespace declarations an
 * element needs is xml_scope's.
 */
#include "output/xml.h"
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "base/utf8.h"
#include "output/tree.h"
#include "output/xml_scope.h"

struct writer {
	struct dd_buffer *out;
	struct dd_error *error;
	struct dd_xml_scope scope;
};

/* The reference that stands for a character, or NULL where it may stand. */
static const char *
find_reference(char byte, bool in_attribute)
{
	switch (byte) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return in_attribute ? NULL : "&gt;";
	case '"':
		return in_attribute ? "&quot;" : NULL;
	case '\r':
		return "&#13;";
	case '\n':
		return in_attribute ? "&#10;" : NULL;
	case '\t':
		return in_attribute ? "&#9;" : NULL;
	default:
		return NULL;
	}
}

static int
check_chars(struct writer *w, const char *text)
{
	const char *end = text + strlen(text);

	while (text < end) {
		uint32_t cp = 0;
		size_t step = dd_utf8_decode(text, end, &cp);

		if (step == 0)
			return dd_error_set(w->error, DD_E_ENGINE,
			    "The tree holds bytes that are not UTF-8.");
		if (!dd_utf8_is_xml_char(cp))
			return dd_error_set(w->error, DD_E_ENGINE,
			    "The tree holds the character U+%04X, which XML "
			    "cannot hold.",
			    (unsigned)cp);
		text += step;
	}
	return 0;
}

static int
write_escaped(struct writer *w, const char *text, bool in_attribute)
{
	const char *from = text;
	int rc = check_chars(w, text);

	for (; *text && rc == 0; text++) {
		const char *reference = find_reference(*text, in_attribute);

		if (!reference)
			continue;
		dd_buffer_add(w->out, from, (size_t)(text - from));
		dd_buffer_puts(w->out, reference);
		from = text + 1;
	}
	dd_buffer_add(w->out, from, (size_t)(text - from));
	return rc;
}

static void
write_name(struct writer *w, const char *prefix, const xmlChar *name)
{
	if (*prefix) {
		dd_buffer_puts(w->out, prefix);
		dd_buffer_putc(w->out, ':');
	}
	dd_buffer_puts(w->out, (const char *)name);
}

static int
write_attributes(struct writer *w, const xmlNode *node)
{
	for (const xmlAttr *attr = node->properties; attr; attr = attr->next) {
		const char *value = dd_tree_attr_text(attr);
		int rc;

		if (!value)
			return dd_error_set(w->error, DD_E_ENGINE,
			    "The value of the attribute \"%s\" is not one "
			    "text.",
			    (const char *)attr->name);
		dd_buffer_putc(w->out, ' ');
		write_name(w, dd_xml_scope_prefix(&w->scope, attr->ns, true),
		    attr->name);
		dd_buffer_puts(w->out, "=\"");
		rc = write_escaped(w, value, true);
		if (rc < 0)
			return rc;
		dd_buffer_putc(w->out, '"');
	}
	return 0;
}

static int
write_declarations(struct writer *w, size_t from)
{
	int rc = 0;

	for (size_t i = from; i < w->scope.count && rc == 0; i++) {
		const struct dd_xml_binding *b = &w->scope.bindings[i];

		dd_buffer_puts(w->out, *b->prefix ? " xmlns:" : " xmlns");
		dd_buffer_puts(w->out, b->prefix);
		dd_buffer_puts(w->out, "=\"");
		rc = write_escaped(w, b->href, true);
		dd_buffer_putc(w->out, '"');
	}
	return rc;
}

static int
write_comment(struct writer *w, const xmlNode *node)
{
	const char *text = node->content ? (const char *)node->content : "";
	size_t len = strlen(text);

	if (strstr(text, "--") || (len > 0 && text[len - 1] == '-'))
		return dd_error_set(w->error, DD_E_ENGINE,
		    "A comment holds \"--\" or ends with \"-\", which XML "
		    "forbids.");
	dd_buffer_printf(w->out, "<!--%s-->", text);
	return check_chars(w, text);
}

static int
write_instruction(struct writer *w, const xmlNode *node)
{
	const char *text = node->content ? (const char *)node->content : "";

	if (strstr(text, "?>"))
		return dd_error_set(w->error, DD_E_ENGINE,
		    "A processing instruction holds \"?>\", which XML "
		    "forbids.");
	dd_buffer_printf(w->out, "<?%s%s%s?>", (const char *)node->name,
	    *text ? " " : "", text);
	return check_chars(w, text);
}

static int write_node(struct writer *w, const xmlNode *node, int depth);

static int
write_element(struct writer *w, const xmlNode *node, int depth)
{
	size_t mark = w->scope.count;
	const char *prefix;
	int rc = dd_tree_check_depth(depth, w->error);

	if (rc < 0)
		return rc;
	dd_xml_scope_enter(&w->scope, node);
	prefix = dd_xml_scope_prefix(&w->scope, node->ns, false);
	dd_buffer_putc(w->out, '<');
	write_name(w, prefix, node->name);
	rc = write_declarations(w, mark);
	if (rc == 0)
		rc = write_attributes(w, node);
	if (node->children)
		dd_buffer_putc(w->out, '>');
	for (const xmlNode *n = node->children; n && rc == 0; n = n->next)
		rc = write_node(w, n, depth + 1);
	dd_buffer_puts(w->out, node->children ? "</" : "/>");
	if (node->children) {
		write_name(w, prefix, node->name);
		dd_buffer_putc(w->out, '>');
	}
	w->scope.count = mark;
	return rc;
}

static int
write_node(struct writer *w, const xmlNode *node, int depth)
{
	switch (node->type) {
	case XML_ELEMENT_NODE:
		return write_element(w, node, depth);
	case XML_TEXT_NODE:
	case XML_CDATA_SECTION_NODE:
		return write_escaped(
		    w, node->content ? (const char *)node->content : "", false);
	case XML_COMMENT_NODE:
		return write_comment(w, node);
	case XML_PI_NODE:
		return write_instruction(w, node);
	default:
		return dd_error_set(w->error, DD_E_ENGINE,
		    "The tree holds a node that is neither an element, text, "
		    "a comment nor a processing instruction.");
	}
}

int
dd_xml_write(const xmlDoc *doc, struct dd_buffer *out, struct dd_error *error)
{
	struct writer w = {.out = out, .error = error};
	int rc = 0;

	if (!dd_tree_only_element(doc->children))
		return dd_error_set(error, DD_E_ENGINE,
		    "The stylesheet must write exactly one root element and "
		    "no text outside it.");
	dd_buffer_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	for (const xmlNode *n = doc->children; n && rc == 0; n = n->next) {
		if (n->type == XML_DTD_NODE || dd_tree_is_text(n))
			continue;
		rc = write_node(&w, n, 0);
		dd_buffer_putc(out, '\n');
	}
	dd_xml_scope_release(&w.scope);
	return rc;
}
