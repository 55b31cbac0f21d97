/* SPDX-License-Identifier: MIT */
/* Compiles and runs stylesheets. */
#include "xml/transform.h"
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <libxml/parserInternals.h>
#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include "base/error.h"
#include "base/memory.h"
#include "base/resource.h"
#include "xml/compat.h"
#include "xml/limits.h"

struct dd_stylesheet {
	xsltStylesheetPtr style;
	char *name;
};

/* What is known while a stylesheet is compiled. libxslt reports to a
 * process-wide handler and loads through another: ours, for that time. */
struct compilation {
	struct dd_resource_set *resources;
	char first[512]; /* the first thing it said */
};

static void __attribute__((format(printf, 2, 3)))
note_first(void *data, const char *format, ...)
{
	char *first = data;
	va_list args;
	size_t len = strlen(first);

	if (strchr(first, '\n'))
		return;
	va_start(args, format);
	vsnprintf(first + len, 512 - len, format, args);
	va_end(args);
}

static void
end_first_line(char *first)
{
	first[strcspn(first, "\n")] = '\0';
}

/* A stylesheet's document knows its compilation, and so do its imports. */
static xmlDoc *
read_stylesheet(struct compilation *compilation, const char *name,
    const char *text, size_t len)
{
	xmlDoc *doc = xmlReadMemory(text, (int)len, name, NULL,
	    DD_XML_OPTIONS | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);

	if (doc)
		doc->_private = compilation;
	return doc;
}

/* Imports are asked for by address: xslt/html.xsl asks for common/x.xsl as
 * xslt/common/x.xsl, which is the name of a resource. */
static xmlDocPtr
load_import(const xmlChar *uri, xmlDictPtr dict, int options, void *context,
    xsltLoadType type)
{
	const xsltStylesheet *parent = context;
	struct compilation *compilation;
	struct dd_resource resource;

	(void)dict;
	(void)options;
	if (type != XSLT_LOAD_STYLESHEET || !parent->doc)
		return NULL;
	compilation = parent->doc->_private;
	if (dd_resource_get(
		compilation->resources, (const char *)uri, &resource, NULL) < 0)
		return NULL;
	return read_stylesheet(
	    compilation, resource.name, resource.data, resource.len);
}

static xsltSecurityPrefsPtr
new_prefs(void)
{
	static const xsltSecurityOption options[] = {XSLT_SECPREF_READ_FILE,
	    XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
	    XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK};
	xsltSecurityPrefsPtr prefs = xsltNewSecurityPrefs();

	for (size_t i = 0; i < sizeof options / sizeof *options; i++)
		xsltSetSecurityPrefs(prefs, options[i], xsltSecurityForbid);
	return prefs;
}

static xsltStylesheetPtr
compile(struct compilation *compilation, xmlDoc *doc)
{
	xmlGenericErrorFunc old_error = xsltGenericError;
	void *old_context = xsltGenericErrorContext;
	const xsltDocLoaderFunc old_loader = xsltDocDefaultLoader;
	struct dd_xml_guard guard;
	xsltStylesheetPtr style;

	dd_xml_guard_enter(&guard, NULL);
	xsltSetGenericErrorFunc(compilation->first, note_first);
	xsltSetLoaderFunc(load_import);
	style = xsltParseStylesheetDoc(doc);
	xsltSetLoaderFunc(old_loader);
	xsltSetGenericErrorFunc(old_context, old_error);
	dd_xml_guard_leave(&guard);
	end_first_line(compilation->first);
	if (!style) {
		xmlFreeDoc(doc);
		return NULL;
	}
	if (style->errors == 0 && style->warnings == 0 &&
	    !compilation->first[0])
		return style;
	xsltFreeStylesheet(style);
	return NULL;
}

static struct dd_stylesheet *
new_stylesheet(struct dd_resource_set *resources, const char *name,
    const char *text, size_t len, int code, struct dd_error *error)
{
	struct compilation compilation = {.resources = resources};
	struct dd_xml_guard guard;
	struct dd_stylesheet *stylesheet;
	xsltStylesheetPtr style = NULL;
	xmlDoc *doc;

	dd_xml_init();
	dd_xml_guard_enter(&guard, NULL);
	doc = read_stylesheet(&compilation, name, text, len);
	dd_xml_guard_leave(&guard);
	if (doc)
		style = compile(&compilation, doc);
	if (!style) {
		dd_error_set(error, code,
		    "The stylesheet %s cannot be used: %s.", name,
		    !doc		       ? "it is not well-formed XML"
			: compilation.first[0] ? compilation.first
					       : "it is not valid XSLT 1.0");
		return NULL;
	}
	stylesheet = dd_malloc(sizeof *stylesheet);
	stylesheet->style = style;
	stylesheet->name = dd_strdup(name);
	return stylesheet;
}

struct dd_stylesheet *
dd_stylesheet_new(
    struct dd_resource_set *resources, const char *name, struct dd_error *error)
{
	struct dd_resource resource;

	if (dd_resource_get(resources, name, &resource, error) < 0)
		return NULL;
	return new_stylesheet(
	    resources, name, resource.data, resource.len, DD_E_ENGINE, error);
}

struct dd_stylesheet *
dd_stylesheet_new_from(struct dd_resource_set *resources, const char *name,
    const char *text, size_t len, struct dd_error *error)
{
	return new_stylesheet(resources, name, text, len, DD_E_USAGE, error);
}

void
dd_stylesheet_free(struct dd_stylesheet *stylesheet)
{
	if (!stylesheet)
		return;
	xsltFreeStylesheet(stylesheet->style);
	free(stylesheet->name);
	free(stylesheet);
}

static xsltTransformContextPtr
new_context(const struct dd_stylesheet *stylesheet, xmlDoc *doc,
    xsltSecurityPrefsPtr prefs, char *first)
{
	xsltTransformContextPtr context =
	    xsltNewTransformContext(stylesheet->style, doc);

	xsltSetTransformErrorFunc(context, first, note_first);
	xsltSetCtxtSecurityPrefs(prefs, context);
	context->opLimit = DD_LIMIT_XPATH;
	context->maxTemplateDepth = DD_LIMIT_TEMPLATES;
	context->maxTemplateVars = DD_LIMIT_VARIABLES;
	return context;
}

xmlDoc *
dd_stylesheet_run(
    const struct dd_stylesheet *stylesheet, xmlDoc *doc, struct dd_error *error)
{
	char first[512] = "";
	xsltSecurityPrefsPtr prefs = new_prefs();
	xsltTransformContextPtr context;
	struct dd_xml_guard guard;
	xmlDoc *result;
	bool good;

	dd_xml_guard_enter(&guard, NULL);
	context = new_context(stylesheet, doc, prefs, first);
	result = xsltApplyStylesheetUser(
	    stylesheet->style, doc, NULL, NULL, NULL, context);
	good = result && context->state == XSLT_STATE_OK && !first[0] &&
	    xmlDocGetRootElement(result);
	xsltFreeTransformContext(context);
	xsltFreeSecurityPrefs(prefs);
	dd_xml_guard_leave(&guard);
	if (good)
		return result;
	xmlFreeDoc(result);
	end_first_line(first);
	dd_error_set(error, DD_E_ENGINE,
	    "The stylesheet %s failed: %s; nothing is written.",
	    stylesheet->name, first[0] ? first : "it gave no result");
	return NULL;
}
