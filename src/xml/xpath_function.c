/* SPDX-License-Identifier: MIT */
/*
 * Owns: which functions expressions may call. XPath's own functions over texts
 * are called through here, so that the bytes they read are counted as steps:
 * libxml2 counts nodes only.
 */
#include <stdlib.h>
#include <string.h>
#include <libxml/xpathInternals.h>
#include "xml/xpath_internal.h"

enum { MANY = 60 }; /* arguments of concat() and of our own */

/* What of its arguments a function reads. */
enum reading {
	LITTLE,
	TEXTS, /* their texts; that of the node where there are none */
	NODES, /* the texts of all nodes in them */
	PAIRS, /* each letter of the first among those of the second */
};

static const struct core {
	const char *name;
	size_t least, most;
	xmlXPathFunction call;
	enum reading reads;
} cores[] = {
    /* by name */
    {"boolean", 1, 1, xmlXPathBooleanFunction, LITTLE},
    {"ceiling", 1, 1, xmlXPathCeilingFunction, TEXTS},
    {"concat", 2, MANY, xmlXPathConcatFunction, TEXTS},
    {"contains", 2, 2, xmlXPathContainsFunction, TEXTS},
    {"count", 1, 1, xmlXPathCountFunction, LITTLE},
    {"false", 0, 0, xmlXPathFalseFunction, LITTLE},
    {"floor", 1, 1, xmlXPathFloorFunction, TEXTS},
    {"id", 1, 1, xmlXPathIdFunction, NODES},
    {"lang", 1, 1, xmlXPathLangFunction, TEXTS},
    {"last", 0, 0, xmlXPathLastFunction, LITTLE},
    {"local-name", 0, 1, xmlXPathLocalNameFunction, LITTLE},
    {"name", 0, 1, NULL, LITTLE},
    {"namespace-uri", 0, 1, xmlXPathNamespaceURIFunction, LITTLE},
    {"normalize-space", 0, 1, xmlXPathNormalizeFunction, TEXTS},
    {"not", 1, 1, xmlXPathNotFunction, LITTLE},
    {"number", 0, 1, xmlXPathNumberFunction, TEXTS},
    {"position", 0, 0, xmlXPathPositionFunction, LITTLE},
    {"round", 1, 1, xmlXPathRoundFunction, TEXTS},
    {"starts-with", 2, 2, xmlXPathStartsWithFunction, TEXTS},
    {"string", 0, 1, xmlXPathStringFunction, TEXTS},
    {"string-length", 0, 1, xmlXPathStringLengthFunction, TEXTS},
    {"substring", 2, 3, xmlXPathSubstringFunction, TEXTS},
    {"substring-after", 2, 2, xmlXPathSubstringAfterFunction, TEXTS},
    {"substring-before", 2, 2, xmlXPathSubstringBeforeFunction, TEXTS},
    {"sum", 1, 1, xmlXPathSumFunction, NODES},
    {"translate", 3, 3, xmlXPathTranslateFunction, PAIRS},
    {"true", 0, 0, xmlXPathTrueFunction, LITTLE},
};

static int
compare_core(const void *name, const void *core)
{
	return strcmp(name, ((const struct core *)core)->name);
}

static const struct core *
find_core(const char *name)
{
	return bsearch(name, cores, sizeof cores / sizeof *cores, sizeof *cores,
	    compare_core);
}

bool
dd_xpath_is_counted(const char *name, size_t len)
{
	for (size_t i = 0; i < sizeof cores / sizeof *cores; i++)
		if (strlen(cores[i].name) == len &&
		    strncmp(cores[i].name, name, len) == 0)
			return cores[i].reads != LITTLE;
	return false;
}

/* That of a name in a compiled expression. */
static const struct core *
find_compiled(const char *name)
{
	const size_t len = strlen(DD_XPATH_COUNTED);

	return find_core(
	    strncmp(name, DD_XPATH_COUNTED, len) == 0 ? name + len : name);
}

static const struct dd_xpath_function *
find_own(const struct dd_xpath_engine *engine, const char *name)
{
	for (const struct dd_xpath_function *f = engine->functions;
	     f && f->name; f++)
		if (strcmp(f->name, name) == 0)
			return f;
	return NULL;
}

bool
dd_xpath_arity(struct dd_xpath_engine *engine, const char *name,
    size_t *ret_least, size_t *ret_most)
{
	const char *colon = strchr(name, ':');
	const struct dd_xpath_function *own;
	const struct core *core;

	if (colon) {
		char *prefix =
		    dd_arena_ndup(&engine->arena, name, (size_t)(colon - name));
		const char *uri = dd_xpath_engine_uri(engine, prefix);

		own = find_own(engine, colon + 1);
		if (!own || !uri || strcmp(uri, engine->uri) != 0)
			return false;
		*ret_least = own->least;
		*ret_most = own->most;
		return true;
	}
	core = find_core(name);
	*ret_least = core ? core->least : strcmp(name, "key") == 0 ? 2 : 0;
	*ret_most = core ? core->most : *ret_least;
	return core || *ret_least || strcmp(name, "current") == 0;
}

bool
dd_xpath_check_call(struct dd_xpath_engine *engine, const char *name,
    const char *text, const struct dd_xpath_token *args, size_t count,
    struct dd_xpath_fault *fault)
{
	const char *colon = strchr(name, ':');
	const struct dd_xpath_function *own =
	    colon ? find_own(engine, colon + 1) : NULL;
	const char *known[DD_XPATH_KNOWN_ARGS] = {NULL};
	size_t arg = 0;

	if (!own || !own->check)
		return true;
	for (size_t i = 0; i < count && i < DD_XPATH_KNOWN_ARGS; i++)
		if (args[i].type == DD_XPATH_STRING)
			known[i] = dd_arena_ndup(&engine->arena,
			    text + args[i].start + 1, args[i].len - 2);
	if (own->check(known, count, &arg, fault))
		return true;
	fault->at += args[arg].start + 1;
	return false;
}

static struct dd_xpath_engine *
get_engine(xmlXPathParserContext *ctxt)
{
	return ctxt->context->userData;
}

void
dd_xpath_give_up(xmlXPathParserContext *ctxt)
{
	dd_xpath_stop(get_engine(ctxt), "it took too many steps");
	ctxt->error = XPATH_OP_LIMIT_EXCEEDED;
}

/* Takes the topmost value as a text, which the caller frees; NULL where the
 * limit is met. */
static xmlChar *
pop_text(xmlXPathParserContext *ctxt)
{
	struct dd_xpath_engine *engine = get_engine(ctxt);

	if (dd_xpath_charge_value(engine, ctxt->value, false))
		return xmlXPathPopString(ctxt);
	dd_xpath_give_up(ctxt);
	return NULL;
}

/* Takes one argument as a text, and lays it back. */
static size_t
measure_text(xmlXPathObject **value)
{
	*value = xmlXPathConvertString(*value);
	return strlen((const char *)(*value)->stringval);
}

/* translate() looks for each letter of a text among the others. */
static bool
charge_pairs(xmlXPathParserContext *ctxt)
{
	xmlXPathObject **args = &ctxt->valueTab[ctxt->valueNr - 3];
	size_t text = measure_text(&args[0]), letters = measure_text(&args[1]);

	return dd_xpath_charge(
	    get_engine(ctxt), text / 16 * (letters < text ? letters : text));
}

static bool
charge_arguments(xmlXPathParserContext *ctxt, int count, enum reading reads)
{
	struct dd_xpath_engine *engine = get_engine(ctxt);
	bool good = true;

	if (reads == LITTLE)
		return true;
	if (count == 0)
		return dd_xpath_charge_node(engine, ctxt->context->node);
	for (int i = 1; i <= count && i <= ctxt->valueNr && good; i++)
		good = dd_xpath_charge_value(
		    engine, ctxt->valueTab[ctxt->valueNr - i], reads == NODES);
	return good && (reads != PAIRS || charge_pairs(ctxt));
}

static void
call_core(xmlXPathParserContext *ctxt, int count)
{
	const struct core *core =
	    find_compiled((const char *)ctxt->context->function);

	if (charge_arguments(ctxt, count, core->reads))
		core->call(ctxt, count);
	else
		dd_xpath_give_up(ctxt);
}

static void
call_current(xmlXPathParserContext *ctxt, int count)
{
	const struct dd_xpath_frame *frame = get_engine(ctxt)->frame;

	(void)count;
	valuePush(ctxt,
	    xmlXPathNewNodeSet(
		frame ? (xmlNode *)frame->node : ctxt->context->node));
}

/* The texts of all nodes of a set, or the one text, look up nodes. */
static bool
look_up(struct dd_xpath_engine *engine, const char *name, xmlXPathObject *value,
    xmlNodeSet *out)
{
	bool found = true;

	if (value->type != XPATH_NODESET) {
		xmlChar *text = xmlXPathCastToString(value);

		found =
		    dd_xpath_find_key(engine, name, (const char *)text, out);
		xmlFree(text);
		return found;
	}
	for (int i = 0;
	     found && value->nodesetval && i < value->nodesetval->nodeNr; i++) {
		xmlNode *node = value->nodesetval->nodeTab[i];
		xmlChar *text = dd_xpath_charge_node(engine, node)
		    ? xmlXPathCastNodeToString(node)
		    : NULL;

		found = text &&
		    dd_xpath_find_key(engine, name, (const char *)text, out);
		xmlFree(text);
	}
	return found;
}

static void
call_key(xmlXPathParserContext *ctxt, int count)
{
	xmlXPathObject *value = valuePop(ctxt);
	xmlChar *name = xmlXPathPopString(ctxt);
	xmlXPathObject *found = xmlXPathNewNodeSet(NULL);

	(void)count;
	if (value && name &&
	    look_up(get_engine(ctxt), (const char *)name, value,
		found->nodesetval)) {
		dd_xpath_settle(get_engine(ctxt), found->nodesetval);
		valuePush(ctxt, found);
	} else {
		xmlXPathFreeObject(found);
		dd_xpath_give_up(ctxt);
	}
	xmlXPathFreeObject(value);
	xmlFree(name);
}

static void
push_result(xmlXPathParserContext *ctxt, const struct dd_xpath_function *own,
    const struct dd_xpath_call *call)
{
	if (own->type == DD_XPATH_IS_BOOLEAN)
		valuePush(ctxt, xmlXPathNewBoolean(call->boolean));
	else if (own->type == DD_XPATH_IS_NUMBER)
		valuePush(ctxt, xmlXPathNewFloat(call->number));
	else
		valuePush(ctxt, xmlXPathNewCString(call->text.data));
}

static void
run_own(xmlXPathParserContext *ctxt, const struct dd_xpath_function *own,
    xmlChar **texts, size_t count)
{
	struct dd_xpath_engine *engine = get_engine(ctxt);
	const char *args[MANY];
	struct dd_xpath_call call = {
	    .data = engine->data, .args = args, .count = count};

	for (size_t i = 0; i < count; i++)
		args[i] = (const char *)texts[count - 1 - i];
	dd_buffer_init(&call.text, 0);
	own->call(&call);
	if (call.fault[0])
		dd_xpath_stop(engine, "`%s()`: %s", own->name, call.fault);
	if (call.fault[0] || !dd_xpath_charge(engine, call.cost))
		dd_xpath_give_up(ctxt);
	else
		push_result(ctxt, own, &call);
	dd_buffer_release(&call.text);
}

static void
call_own(xmlXPathParserContext *ctxt, int count)
{
	const struct dd_xpath_function *own =
	    find_own(get_engine(ctxt), (const char *)ctxt->context->function);
	xmlChar *texts[MANY];
	int taken = 0;

	while (taken < count && taken < MANY && (texts[taken] = pop_text(ctxt)))
		taken++;
	if (taken == count)
		run_own(ctxt, own, texts, (size_t)count);
	while (taken > 0)
		xmlFree(texts[--taken]);
}

xmlXPathFunction
dd_xpath_lookup(void *data, const xmlChar *name, const xmlChar *uri)
{
	const struct dd_xpath_engine *engine = data;
	const struct core *core = find_compiled((const char *)name);

	if (uri)
		return strcmp((const char *)uri, engine->uri) == 0 &&
			find_own(engine, (const char *)name)
		    ? call_own
		    : NULL;
	if (strcmp((const char *)name, "current") == 0)
		return call_current;
	if (strcmp((const char *)name, "key") == 0)
		return call_key;
	return core && core->call ? call_core
				  : dd_xpath_operator((const char *)name);
}
