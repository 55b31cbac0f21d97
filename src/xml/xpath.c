/* SPDX-License-Identifier: MIT */
/*
 * Owns: engines, and compiling. Leaves running to xpath_run, variables to
 * xpath_scope, functions to xpath_function and keys to xpath_key.
 */
#include "xml/xpath.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <libxml/xpathInternals.h>
#include "base/memory.h"
#include "xml/compat.h"
#include "xml/xpath_internal.h"

/* --- faults -------------------------------------------------------------- */

void
dd_xpath_stop(struct dd_xpath_engine *engine, const char *format, ...)
{
	va_list args;

	if (engine->fault[0])
		return;
	va_start(args, format);
	vsnprintf(engine->fault, sizeof engine->fault, format, args);
	va_end(args);
}

const char *
dd_xpath_fault(const struct dd_xpath_engine *engine)
{
	return engine->fault;
}

static void
note_error(void *data, DD_XML_ERROR *error)
{
	const char *text = error->message ? error->message : "XPath failed";

	dd_xpath_stop(data, "%.*s", (int)strcspn(text, "\n"), text);
}

/* --- the engine ---------------------------------------------------------- */

struct dd_xpath_engine *
dd_xpath_engine_new(
    const char *uri, const struct dd_xpath_function *functions, void *data)
{
	struct dd_xpath_engine *engine = dd_calloc(1, sizeof *engine);

	dd_xml_init();
	dd_arena_init(&engine->arena);
	dd_arena_init(&engine->run);
	dd_table_init(&engine->prefixes);
	dd_table_init(&engine->indexes);
	engine->uri = uri;
	engine->functions = functions;
	engine->data = data;
	engine->context = xmlXPathNewContext(NULL);
	engine->context->error = note_error;
	engine->context->userData = engine;
	xmlXPathRegisterFuncLookup(engine->context, dd_xpath_lookup, engine);
	xmlXPathRegisterVariableLookup(
	    engine->context, dd_xpath_variable, engine);
	dd_xpath_engine_prefix(engine, "xml", (char *)XML_XML_NAMESPACE);
	return engine;
}

void
dd_xpath_engine_free(struct dd_xpath_engine *engine)
{
	if (!engine)
		return;
	dd_xpath_end(engine);
	for (struct dd_xpath *x = engine->expressions, *next; x; x = next) {
		next = x->next;
		xmlXPathFreeCompExpr(x->compiled);
		free(x);
	}
	free(engine->steps);
	xmlXPathFreeContext(engine->context);
	dd_table_release(&engine->prefixes);
	dd_arena_release(&engine->arena);
	free(engine);
}

bool
dd_xpath_engine_prefix(
    struct dd_xpath_engine *engine, const char *prefix, const char *uri)
{
	const char *old = dd_table_find(&engine->prefixes, prefix);

	if (old)
		return strcmp(old, uri) == 0;
	prefix = dd_arena_dup(&engine->arena, prefix);
	dd_table_add(
	    &engine->prefixes, prefix, dd_arena_dup(&engine->arena, uri));
	xmlXPathRegisterNs(
	    engine->context, (const xmlChar *)prefix, (const xmlChar *)uri);
	return true;
}

const char *
dd_xpath_engine_uri(struct dd_xpath_engine *engine, const char *prefix)
{
	return dd_table_find(&engine->prefixes, prefix);
}

void
dd_xpath_engine_key(struct dd_xpath_engine *engine, const char *name,
    const struct dd_xpath *match, const struct dd_xpath *use)
{
	struct dd_xpath_key *key = dd_arena_alloc(&engine->arena, sizeof *key);

	*key = (struct dd_xpath_key){
	    dd_arena_dup(&engine->arena, name), match, use, engine->keys};
	engine->keys = key;
}

/* --- compiling ----------------------------------------------------------- */

struct names {
	struct dd_xpath_engine *engine;
	const struct dd_xpath_scope *scope;
	const char *text;
};

static bool
has_prefix(void *data, const char *prefix)
{
	return dd_xpath_engine_uri(((struct names *)data)->engine, prefix);
}

static bool
has_function(void *data, const char *name, size_t *ret_least, size_t *ret_most)
{
	return dd_xpath_arity(
	    ((struct names *)data)->engine, name, ret_least, ret_most);
}

static bool
has_variable(void *data, const char *name)
{
	return dd_xpath_sees(((struct names *)data)->scope, name);
}

static bool
takes_call(void *data, const char *name, const struct dd_xpath_token *args,
    size_t count, struct dd_xpath_fault *fault)
{
	struct names *names = data;

	return dd_xpath_check_call(
	    names->engine, name, names->text, args, count, fault);
}

/* The byte that libxml2 had come to; the last one where it wants more. */
static size_t
find_fault(const struct dd_xpath_engine *engine, const char *text)
{
	size_t len = strlen(text);
	int at = engine->context->lastError.int1;

	if (at <= 0)
		return 0;
	return (size_t)at < len ? (size_t)at : len - (len > 0);
}

static xmlXPathCompExpr *
compile(struct dd_xpath_engine *engine, const char *text)
{
	struct dd_xml_guard guard;
	xmlXPathCompExpr *compiled;

	engine->fault[0] = '\0';
	engine->context->lastError.int1 = 0;
	dd_xml_guard_enter(&guard, NULL);
	compiled = xmlXPathCtxtCompile(engine->context, (const xmlChar *)text);
	dd_xml_guard_leave(&guard);
	if (engine->fault[0]) {
		xmlXPathFreeCompExpr(compiled);
		compiled = NULL;
	}
	engine->fault[0] = '\0';
	return compiled;
}

struct dd_xpath *
dd_xpath_make(struct dd_xpath_engine *engine, const char *text)
{
	xmlXPathCompExpr *compiled = compile(engine, text);
	struct dd_xpath *xpath;

	if (!compiled)
		return NULL;
	xpath = dd_malloc(sizeof *xpath);
	*xpath = (struct dd_xpath){compiled, engine->expressions};
	engine->expressions = xpath;
	return xpath;
}

/* libxml2 is asked first what it thinks of the expression as it was written. */
struct dd_xpath *
dd_xpath_compile(struct dd_xpath_engine *engine, const char *text,
    const struct dd_xpath_scope *scope, struct dd_xpath_fault *fault)
{
	struct names names = {engine, scope, text};
	const struct dd_xpath_known known = {
	    has_prefix, has_function, has_variable, takes_call, &names};
	xmlXPathCompExpr *written;
	struct dd_xpath *xpath;

	if (!dd_xpath_check(text, &known, fault))
		return NULL;
	written = compile(engine, text);
	xmlXPathFreeCompExpr(written);
	if (!written) {
		*fault = (struct dd_xpath_fault){.at = find_fault(engine, text),
		    .text = "this is not XPath 1.0"};
		return NULL;
	}
	xpath = dd_xpath_rewrite(engine, text);
	if (!xpath)
		*fault = (struct dd_xpath_fault){
		    .text = "it has too many operators one in another"};
	return xpath;
}
