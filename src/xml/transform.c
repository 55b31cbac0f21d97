/* SPDX-License-Identifier: MIT */
/* Compiles and runs stylesheets. */
#include "xml/transform.h"
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <libxml/parserInternals.h>
#include <libxml/xpath.h>
#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include "base/error.h"
#include "base/memory.h"
#include "base/resource.h"
#include "xml/compat.h"
#include "xml/instruction.h"
#include "xml/limits.h"
#include "xml/region.h"

struct dd_stylesheet {
	xsltStylesheetPtr style;
	char *name;
};

/* --- what libxslt says --------------------------------------------------- */

/* It speaks to a process-wide handler, ours while one of these listens. */
struct speech {
	char text[1024]; /* all of it, as far as it fits */
	xmlGenericErrorFunc old;
	void *old_context;
};

static void __attribute__((format(printf, 2, 3)))
note_speech(void *data, const char *format, ...)
{
	struct speech *speech = data;
	size_t len = strlen(speech->text);
	va_list args;

	va_start(args, format);
	vsnprintf(speech->text + len, sizeof speech->text - len, format, args);
	va_end(args);
}

static void
listen(struct speech *speech)
{
	*speech = (struct speech){
	    .old = xsltGenericError, .old_context = xsltGenericErrorContext};
	xsltSetGenericErrorFunc(speech, note_speech);
}

static void
stop_listening(struct speech *speech)
{
	xsltSetGenericErrorFunc(speech->old_context, speech->old);
}

/* The first fault in one line. A head in front of it, such as "runtime error:
 * file x.xsl line 7 element value-of", gives its line; the name of the
 * function of libxslt that noticed it is of no use. */
static void
phrase_speech(const struct speech *speech, char *out, size_t size)
{
	const char *said = speech->text, *head = strstr(said, "error: file ");
	const char *line = head ? strstr(head, " line ") : NULL;
	size_t len = strcspn(said, "\n");

	if (head && said[len] == '\n') {
		if (line && line > said + len)
			line = NULL;
		said += len + 1;
	}
	if (strncmp(said, "xslt", 4) == 0 && strstr(said, ": "))
		said = strstr(said, ": ") + 2;
	len = strcspn(said, "\n");
	while (len > 0 && strchr(". ", said[len - 1]))
		len--;
	snprintf(out, size, "%s%.*s%s%.*s", line ? "line " : "",
	    line ? (int)strcspn(line + 6, " \n") : 0, line ? line + 6 : "",
	    line ? ": " : "", (int)len, said);
}

/* --- compiling ----------------------------------------------------------- */

/* libxslt loads imports through a process-wide handler. A stylesheet's document
 * knows where they come from, and so do its imports, which share its
 * dictionary: libxslt compares and frees strings by it. */
static xmlDoc *
read_stylesheet(struct dd_resource_set *resources, const char *name,
    const char *text, size_t len, xmlDictPtr dict)
{
	xmlParserCtxtPtr ctxt = xmlNewParserCtxt();
	xmlDoc *doc;

	if (dict) {
		xmlDictFree(ctxt->dict);
		ctxt->dict = dict;
		xmlDictReference(dict);
	}
	doc = xmlCtxtReadMemory(ctxt, text, (int)len, name, NULL,
	    DD_XML_OPTIONS | DD_XML_LINES | XML_PARSE_NOERROR |
		XML_PARSE_NOWARNING);
	xmlFreeParserCtxt(ctxt);
	if (doc)
		doc->_private = resources;
	return doc;
}

/* Imports are asked for by address: xslt/html.xsl asks for common/x.xsl as
 * xslt/common/x.xsl, which is the name of a resource. */
static xmlDocPtr
load_import(const xmlChar *uri, xmlDictPtr dict, int options, void *context,
    xsltLoadType type)
{
	const xsltStylesheet *parent = context;
	struct dd_resource_set *resources;
	struct dd_resource resource;

	(void)options;
	if (type != XSLT_LOAD_STYLESHEET || !parent->doc)
		return NULL;
	resources = parent->doc->_private;
	if (dd_resource_get(resources, (const char *)uri, &resource, NULL) < 0)
		return NULL;
	return read_stylesheet(
	    resources, resource.name, resource.data, resource.len, dict);
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
compile(xmlDoc *doc, struct speech *speech)
{
	const xsltDocLoaderFunc old_loader = xsltDocDefaultLoader;
	struct dd_xml_guard guard;
	xsltStylesheetPtr style;

	dd_xml_guard_enter(&guard, NULL);
	listen(speech);
	xsltSetLoaderFunc(load_import);
	style = xsltParseStylesheetDoc(doc);
	xsltSetLoaderFunc(old_loader);
	stop_listening(speech);
	dd_xml_guard_leave(&guard);
	if (!style) {
		xmlFreeDoc(doc);
		return NULL;
	}
	if (style->errors == 0 && style->warnings == 0 && !speech->text[0])
		return style;
	xsltFreeStylesheet(style);
	return NULL;
}

static struct dd_stylesheet *
new_stylesheet(struct dd_resource_set *resources, const char *name,
    const char *text, size_t len, int code, struct dd_error *error)
{
	struct speech speech = {.text = ""};
	char fault[512] = "it is not well-formed XML";
	struct dd_xml_guard guard;
	struct dd_stylesheet *stylesheet;
	xsltStylesheetPtr style = NULL;
	xmlDoc *doc;

	dd_xml_init();
	dd_xml_guard_enter(&guard, NULL);
	doc = read_stylesheet(resources, name, text, len, NULL);
	dd_xml_guard_leave(&guard);
	if (doc && !dd_instructions_known(doc, fault, sizeof fault)) {
		xmlFreeDoc(doc);
	} else if (doc) {
		style = compile(doc, &speech);
		strcpy(fault, "it is not valid XSLT 1.0");
	}
	if (!style) {
		if (speech.text[0])
			phrase_speech(&speech, fault, sizeof fault);
		dd_error_set(error, code,
		    "The stylesheet `%s` cannot be used: %s.", name, fault);
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

/* --- running ------------------------------------------------------------- */

static xsltTransformContextPtr
new_context(const struct dd_stylesheet *stylesheet, xmlDoc *doc,
    xsltSecurityPrefsPtr prefs)
{
	xsltTransformContextPtr context =
	    xsltNewTransformContext(stylesheet->style, doc);

	xsltSetCtxtSecurityPrefs(prefs, context);
	/* The first counts instructions only. */
	context->opLimit = DD_LIMIT_XPATH;
	context->xpathCtxt->opLimit = DD_LIMIT_XPATH;
	/* libxslt counts neither the outermost nor the innermost template,
	 * and refuses what reaches its maximum. */
	context->maxTemplateDepth = DD_LIMIT_TEMPLATES - 1;
	context->maxTemplateVars = DD_LIMIT_VARIABLES + 1;
	return context;
}

/* libxslt says of an expression that fails only that it gave nothing. */
static void
add_cause(const xmlError *cause, char *out, size_t size)
{
	size_t len = strlen(out);

	if (cause->code == XML_XPATH_UNKNOWN_FUNC_ERROR)
		snprintf(out + len, size - len,
		    ", because it calls a function that does not exist");
}

/* Why a run failed: in our words where it has met one of our limits. */
static void
phrase_fault(const xsltTransformContext *context, const struct speech *speech,
    char *out, size_t size)
{
	if (context->xpathCtxt->opCount >= DD_LIMIT_XPATH)
		snprintf(out, size, "it takes more than %d XPath operations",
		    DD_LIMIT_XPATH);
	else if (strstr(speech->text, "maxTemplateVars"))
		snprintf(out, size, "more than %d variables are alive",
		    DD_LIMIT_VARIABLES);
	else if (strstr(speech->text, "infinite template recursion"))
		snprintf(out, size,
		    "templates, loops and conditions nest deeper than %d",
		    DD_LIMIT_TEMPLATES);
	else if (speech->text[0])
		phrase_speech(speech, out, size);
	add_cause(&context->xpathCtxt->lastError, out, size);
}

static void
free_context(xsltTransformContextPtr context)
{
	/* See dd_stylesheet_result_free(). */
	if (!dd_region_spares(context))
		xsltFreeTransformContext(context);
}

xmlDoc *
dd_stylesheet_run(
    const struct dd_stylesheet *stylesheet, xmlDoc *doc, struct dd_error *error)
{
	xsltSecurityPrefsPtr prefs = new_prefs();
	char fault[512] = "it gave no result";
	xsltTransformContextPtr context;
	struct dd_xml_guard guard;
	struct speech speech;
	xmlDoc *result;
	bool good;

	dd_xml_guard_enter(&guard, NULL);
	listen(&speech);
	context = new_context(stylesheet, doc, prefs);
	result = xsltApplyStylesheetUser(
	    stylesheet->style, doc, NULL, NULL, NULL, context);
	good = result && context->state == XSLT_STATE_OK && !speech.text[0] &&
	    xmlDocGetRootElement(result);
	phrase_fault(context, &speech, fault, sizeof fault);
	free_context(context);
	xsltFreeSecurityPrefs(prefs);
	stop_listening(&speech);
	dd_xml_guard_leave(&guard);
	if (good)
		return result;
	xmlFreeDoc(result);
	dd_error_set(error, DD_E_ENGINE,
	    "The stylesheet `%s` failed: %s; nothing is written.",
	    stylesheet->name, fault);
	return NULL;
}

void
dd_stylesheet_result_free(xmlDoc *result)
{
	/* In a region it would only give back a dictionary, too, which the
	 * stylesheet has a part in, and which does not end before it. */
	if (!dd_region_spares(result))
		xmlFreeDoc(result);
}
