/* SPDX-License-Identifier: MIT */
/*
 * A tree as XML. Owns the order of its parts; what stands in each is
 * xml_piece's, which namespace declarations an element needs is xml_scope's.
 */
#include "output/xml.h"
#include <stdbool.h>
#include <string.h>
#include "base/buffer.h"
#include "base/error.h"
#include "output/tree.h"
#include "output/xml_piece.h"
#include "output/xml_scope.h"

struct writer {
	struct dd_xml_out to;
	struct dd_xml_scope scope;
};

static void
write_name(struct writer *w, const char *prefix, const xmlChar *name)
{
	if (*prefix) {
		dd_buffer_puts(w->to.out, prefix);
		dd_buffer_putc(w->to.out, ':');
	}
	dd_buffer_puts(w->to.out, (const char *)name);
}

static int
write_attributes(struct writer *w, const xmlNode *node)
{
	for (const xmlAttr *attr = node->properties; attr; attr = attr->next) {
		const char *value = dd_tree_attr_text(attr);
		int rc;

		if (!value)
			return dd_error_set(w->to.error, DD_E_ENGINE,
			    "The value of the attribute \"%s\" is not one "
			    "text.",
			    (const char *)attr->name);
		dd_buffer_putc(w->to.out, ' ');
		write_name(w, dd_xml_scope_prefix(&w->scope, attr->ns, true),
		    attr->name);
		dd_buffer_puts(w->to.out, "=\"");
		rc = dd_xml_put_text(&w->to, value, strlen(value), true);
		if (rc < 0)
			return rc;
		dd_buffer_putc(w->to.out, '"');
	}
	return 0;
}

static int
write_declarations(struct writer *w, size_t from)
{
	int rc = 0;

	for (size_t i = from; i < w->scope.count && rc == 0; i++) {
		const struct dd_xml_binding *b = &w->scope.bindings[i];

		dd_buffer_puts(w->to.out, *b->prefix ? " xmlns:" : " xmlns");
		dd_buffer_puts(w->to.out, b->prefix);
		dd_buffer_puts(w->to.out, "=\"");
		rc = dd_xml_put_text(&w->to, b->href, strlen(b->href), true);
		dd_buffer_putc(w->to.out, '"');
	}
	return rc;
}

static int write_node(struct writer *w, const xmlNode *node, int depth);

static int
write_element(struct writer *w, const xmlNode *node, int depth)
{
	size_t mark = w->scope.count;
	const char *prefix;
	int rc = dd_tree_check_depth(depth, w->to.error);

	if (rc < 0)
		return rc;
	dd_xml_scope_enter(&w->scope, node);
	prefix = dd_xml_scope_prefix(&w->scope, node->ns, false);
	dd_buffer_putc(w->to.out, '<');
	write_name(w, prefix, node->name);
	rc = write_declarations(w, mark);
	if (rc == 0)
		rc = write_attributes(w, node);
	if (node->children)
		dd_buffer_putc(w->to.out, '>');
	for (const xmlNode *n = node->children; n && rc == 0; n = n->next)
		rc = write_node(w, n, depth + 1);
	dd_buffer_puts(w->to.out, node->children ? "</" : "/>");
	if (node->children) {
		write_name(w, prefix, node->name);
		dd_buffer_putc(w->to.out, '>');
	}
	w->scope.count = mark;
	return rc;
}

static int
write_node(struct writer *w, const xmlNode *node, int depth)
{
	const char *text = node->content ? (const char *)node->content : "";

	switch (node->type) {
	case XML_ELEMENT_NODE:
		return write_element(w, node, depth);
	case XML_TEXT_NODE:
	case XML_CDATA_SECTION_NODE:
		return dd_xml_put_text(&w->to, text, strlen(text), false);
	case XML_COMMENT_NODE:
		return dd_xml_put_comment(&w->to, node);
	case XML_PI_NODE:
		return dd_xml_put_instruction(&w->to, node);
	default:
		return dd_error_set(w->to.error, DD_E_ENGINE,
		    "The tree holds a node that is neither an element, text, "
		    "a comment nor a processing instruction.");
	}
}

int
dd_xml_write(const xmlDoc *doc, struct dd_buffer *out, struct dd_error *error)
{
	struct writer w = {.to = {.out = out, .error = error}};
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
