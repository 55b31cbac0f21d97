/* SPDX-License-Identifier: MIT */
/* Owns: what stands in a start tag. */
#include <string.h>
#include "base/error.h"
#include "base/memory.h"
#include "output/canonical_internal.h"
#include "output/tree.h"
#include "xml/node.h"

/* --- namespaces ---------------------------------------------------------- */

static bool
is_foreign(const xmlAttr *attr)
{
	return attr->ns && !dd_ns_is(attr->ns, (const char *)XML_XML_NAMESPACE);
}

static bool
is_same_space(const xmlNs *a, const xmlNs *b)
{
	return xmlStrEqual(a->prefix, b->prefix) &&
	    xmlStrEqual(a->href, b->href);
}

/* True where the root declares the namespace; *ret_taken where it declares
 * another one of that prefix. */
static bool
is_declared(const struct dd_canonical *w, const xmlNs *ns, bool *ret_taken)
{
	*ret_taken = false;
	for (size_t i = 0; i < w->space_count; i++) {
		if (is_same_space(w->spaces[i], ns))
			return true;
		*ret_taken |= xmlStrEqual(w->spaces[i]->prefix, ns->prefix);
	}
	return false;
}

static void
add_space(struct dd_canonical *w, const xmlNs *ns)
{
	bool taken;

	if (is_declared(w, ns, &taken) || taken)
		return;
	if (w->space_count == w->space_cap) {
		w->space_cap = w->space_cap ? 2 * w->space_cap : 8;
		w->spaces =
		    dd_realloc(w->spaces, w->space_cap * sizeof(*w->spaces));
	}
	w->spaces[w->space_count++] = ns;
}

void
dd_canonical_collect(struct dd_canonical *w, const xmlNode *root)
{
	const xmlNode *node = root;

	while (node) {
		if (node->type == XML_ELEMENT_NODE)
			for (const xmlAttr *a = node->properties; a;
			     a = a->next)
				if (is_foreign(a))
					add_space(w, a->ns);
		if (node->type == XML_ELEMENT_NODE && node->children) {
			node = node->children;
			continue;
		}
		while (node != root && !node->next)
			node = node->parent;
		node = node == root ? NULL : node->next;
	}
}

static int
put_space(struct dd_canonical *w, const xmlNs *ns)
{
	int rc;

	dd_buffer_printf(w->to.out, " xmlns%s%s=\"", ns->prefix ? ":" : "",
	    ns->prefix ? (const char *)ns->prefix : "");
	rc = dd_xml_put_text(&w->to, (const char *)ns->href,
	    strlen((const char *)ns->href), true);
	dd_buffer_putc(w->to.out, '"');
	return rc;
}

/* The vocabulary itself, without a prefix, and what attributes need. */
static int
put_root_spaces(struct dd_canonical *w, const xmlNode *root)
{
	const xmlNs own = {.href = root->ns->href};
	int rc = put_space(w, &own);

	for (size_t i = 0; i < w->space_count && rc == DD_OK; i++)
		rc = put_space(w, w->spaces[i]);
	return rc;
}

/* Of one prefix, two namespaces: the second one is declared where it is used,
 * by its first attribute there. */
static int
put_own_spaces(struct dd_canonical *w, const xmlNode *node)
{
	int rc = DD_OK;

	for (const xmlAttr *a = node->properties; a && rc == DD_OK;
	     a = a->next) {
		const xmlAttr *first = node->properties;
		bool taken;

		if (!is_foreign(a) || is_declared(w, a->ns, &taken))
			continue;
		while (!is_foreign(first) || !is_same_space(first->ns, a->ns))
			first = first->next;
		if (first == a)
			rc = put_space(w, a->ns);
	}
	return rc;
}

/* --- attributes ---------------------------------------------------------- */

static const char *
get_name(struct dd_canonical *w, const xmlAttr *attr)
{
	const char *local = (const char *)attr->name;

	return attr->ns ? dd_arena_printf(&w->arena, "%s:%s",
			      (const char *)attr->ns->prefix, local)
			: local;
}

static int
put_attribute(struct dd_canonical *w, const xmlAttr *attr)
{
	const char *value = dd_tree_attr_text(attr);
	int rc;

	if (!value)
		return dd_error_set(w->to.error, DD_E_ENGINE,
		    "The value of the attribute \"%s\" is not one text.",
		    (const char *)attr->name);
	dd_buffer_printf(w->to.out, " %s=\"", get_name(w, attr));
	dd_buffer_clear(&w->text);
	dd_buffer_puts(&w->text, value);
	rc = dd_canonical_put(w, true);
	dd_buffer_putc(w->to.out, '"');
	return rc;
}

int
dd_canonical_tag(struct dd_canonical *w, const xmlNode *node, bool is_root)
{
	int rc = is_root ? put_root_spaces(w, node) : DD_OK;

	if (rc == DD_OK)
		rc = put_own_spaces(w, node);
	for (const xmlAttr *a = node->properties; a && rc == DD_OK; a = a->next)
		rc = put_attribute(w, a);
	return rc;
}
