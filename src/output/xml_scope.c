/* SPDX-License-Identifier: MIT */
/*
 * The namespace declarations in force while XML is written. A tree built by
 * a program may use a namespace that nothing declares, or declare one prefix
 * against its use; the written document must mean what the tree means.
 */
#include "output/xml_scope.h"
#include <stdlib.h>
#include <string.h>
#include "base/memory.h"

void
dd_xml_scope_release(struct dd_xml_scope *scope)
{
	free(scope->bindings);
	dd_arena_release(&scope->made);
	*scope = (struct dd_xml_scope){0};
}

static const char *
get_prefix(const xmlNs *ns)
{
	return ns && ns->prefix ? (const char *)ns->prefix : "";
}

static const char *
get_href(const xmlNs *ns)
{
	return ns && ns->href ? (const char *)ns->href : "";
}

static void
push(struct dd_xml_scope *scope, const char *prefix, const char *href)
{
	if (scope->count == scope->cap) {
		scope->cap = scope->cap ? scope->cap * 2 : 16;
		scope->bindings = dd_realloc(
		    scope->bindings, scope->cap * sizeof(*scope->bindings));
	}
	scope->bindings[scope->count++] =
	    (struct dd_xml_binding){.prefix = prefix, .href = href};
}

/* What `prefix` means here; NULL where nothing declares it. */
static const char *
find_href(const struct dd_xml_scope *scope, const char *prefix)
{
	for (size_t i = scope->count; i > 0; i--)
		if (strcmp(scope->bindings[i - 1].prefix, prefix) == 0)
			return scope->bindings[i - 1].href;
	return *prefix ? NULL : "";
}

static bool
means(const struct dd_xml_scope *scope, const char *prefix, const char *href)
{
	const char *found = find_href(scope, prefix);

	return found && strcmp(found, href) == 0;
}

/* A prefix that means `href` here and is not shadowed, or NULL. */
static const char *
find_prefix(const struct dd_xml_scope *scope, const char *href)
{
	for (size_t i = scope->count; i > 0; i--) {
		const struct dd_xml_binding *b = &scope->bindings[i - 1];

		if (*b->prefix && strcmp(b->href, href) == 0 &&
		    means(scope, b->prefix, href))
			return b->prefix;
	}
	return NULL;
}

static bool
is_xml_namespace(const xmlNs *ns)
{
	return strcmp(get_href(ns), (const char *)XML_XML_NAMESPACE) == 0;
}

/* An attribute without a prefix has no namespace, so one that has needs a
 * prefix, and no prefix that is in use may change its meaning for it. */
static void
bind_attribute(struct dd_xml_scope *scope, const xmlNs *ns)
{
	const char *prefix = get_prefix(ns), *href = get_href(ns);

	if (!*href || is_xml_namespace(ns) || find_prefix(scope, href))
		return;
	for (unsigned i = 1; !*prefix || find_href(scope, prefix); i++)
		prefix = dd_arena_printf(&scope->made, "ns%u", i);
	push(scope, prefix, href);
}

void
dd_xml_scope_enter(struct dd_xml_scope *scope, const xmlNode *node)
{
	const char *own = get_prefix(node->ns);

	if (!is_xml_namespace(node->ns) &&
	    !means(scope, own, get_href(node->ns)))
		push(scope, own, get_href(node->ns));
	for (const xmlNs *ns = node->nsDef; ns; ns = ns->next) {
		const char *prefix = get_prefix(ns);

		if (strcmp(prefix, own) != 0 && !is_xml_namespace(ns) &&
		    !means(scope, prefix, get_href(ns)))
			push(scope, prefix, get_href(ns));
	}
	for (const xmlAttr *attr = node->properties; attr; attr = attr->next)
		if (attr->ns)
			bind_attribute(scope, attr->ns);
}

const char *
dd_xml_scope_prefix(
    const struct dd_xml_scope *scope, const xmlNs *ns, bool is_attribute)
{
	const char *prefix = get_prefix(ns), *found;

	if (is_xml_namespace(ns))
		return "xml";
	if (!is_attribute || !*get_href(ns))
		return prefix;
	if (*prefix && means(scope, prefix, get_href(ns)))
		return prefix;
	found = find_prefix(scope, get_href(ns));
	return found ? found : prefix;
}
