/* SPDX-License-Identifier: MIT */
/*
 * Owns: which functions expressions may call. XPath's own functions over texts
 * are called through here, so that the bytes they read are counted as steps:
 * libxml2 counts nodes only.
 */
#include <string.h>
#include <libxml/xpathInternals.h>
#include "xml/xpath_internal.h"

enum {
	MANY = 60,	/* arguments of concat() and of our own */
	STEP_BYTES = 16 /* bytes of text that are read in one step */
};

static const struct core {
	const char *name;
	size_t least, most;
	xmlXPathFunction call;
	bool
	    texts; /* its arguments are texts, or the node's where it has none */
} cores[] = {
    {"boolean", 1, 1, xmlXPathBooleanFunction, false},
    {"ceiling", 1, 1, xmlXPathCeilingFunction, false},
    {"concat", 2, MANY, xmlXPathConcatFunction, true},
    {"contains", 2, 2, xmlXPathContainsFunction, true},
    {"count", 1, 1, xmlXPathCountFunction, false},
    {"false", 0, 0, xmlXPathFalseFunction, false},
    {"floor", 1, 1, xmlXPathFloorFunction, false},
    {"id", 1, 1, xmlXPathIdFunction, false},
    {"lang", 1, 1, xmlXPathLangFunction, false},
    {"last", 0, 0, xmlXPathLastFunction, false},
    {"local-name", 0, 1, xmlXPathLocalNameFunction, false},
    {"name", 0, 1, NULL, false},
    {"namespace-uri", 0, 1, xmlXPathNamespaceURIFunction, false},
    {"normalize-space", 0, 1, xmlXPathNormalizeFunction, true},
    {"not", 1, 1, xmlXPathNotFunction, false},
    {"number", 0, 1, xmlXPathNumberFunction, true},
    {"position", 0, 0, xmlXPathPositionFunction, false},
    {"round", 1, 1, xmlXPathRoundFunction, false},
    {"starts-with", 2, 2, xmlXPathStartsWithFunction, true},
    {"string", 0, 1, xmlXPathStringFunction, true},
    {"string-length", 0, 1, xmlXPathStringLengthFunction, true},
    {"substring", 2, 3, xmlXPathSubstringFunction, false},
    {"substring-after", 2, 2, xmlXPathSubstringAfterFunction, true},
    {"substring-before", 2, 2, xmlXPathSubstringBeforeFunction, true},
    {"sum", 1, 1, xmlXPathSumFunction, false},
    {"translate", 3, 3, xmlXPathTranslateFunction, true},
    {"true", 0, 0, xmlXPathTrueFunction, false},
};

static const struct core *
find_core(const char *name)
{
	for (size_t i = 0; i < sizeof cores / sizeof *cores; i++)
		if (strcmp(cores[i].name, name) == 0)
			return &cores[i];
	return NULL;
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

/* Stops the expression for want of steps, or of whatever was said. */
static void
give_up(xmlXPathParserContext *ctxt)
{
	dd_xpath_stop(get_engine(ctxt), "it took too many steps");
	ctxt->error = XPATH_OP_LIMIT_EXCEEDED;
}

/* Takes the topmost value as a text, which the caller frees; NULL where the
 * limit is met. */
static xmlChar *
pop_text(xmlXPathParserContext *ctxt)
{
	xmlChar *text = xmlXPathPopString(ctxt);

	if (text &&
	    dd_xpath_charge(
		get_engine(ctxt), strlen((const char *)text) / STEP_BYTES + 1))
		return text;
	give_up(ctxt);
	xmlFree(text);
	return NULL;
}

/* The arguments are on a stack, the last one on top: all but the texts among
 * them would go unseen, so each is made one and laid back. */
static bool
make_texts(xmlXPathParserContext *ctxt, int count)
{
	xmlChar *texts[MANY];
	int taken = 0;

	while (taken < count && (texts[taken] = pop_text(ctxt)))
		taken++;
	if (taken == count) {
		while (taken > 0)
			valuePush(ctxt, xmlXPathWrapString(texts[--taken]));
		return true;
	}
	while (taken > 0)
		xmlFree(texts[--taken]);
	return false;
}

static void
call_core(xmlXPathParserContext *ctxt, int count)
{
	const struct core *core =
	    find_core((const char *)ctxt->context->function);

	if (core->texts && count == 0 && core->least == 0) {
		valuePush(ctxt, xmlXPathNewNodeSet(ctxt->context->node));
		count = 1;
	}
	if (!core->texts || (count <= MANY && make_texts(ctxt, count)))
		core->call(ctxt, count);
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
		xmlChar *text =
		    xmlXPathCastNodeToString(value->nodesetval->nodeTab[i]);

		found = dd_xpath_charge(engine,
			    strlen((const char *)text) / STEP_BYTES + 1) &&
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
		dd_xpath_settle(found->nodesetval);
		valuePush(ctxt, found);
	} else {
		xmlXPathFreeObject(found);
		give_up(ctxt);
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
		give_up(ctxt);
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
	const struct core *core = find_core((const char *)name);

	if (uri)
		return strcmp((const char *)uri, engine->uri) == 0 &&
			find_own(engine, (const char *)name)
		    ? call_own
		    : NULL;
	if (strcmp((const char *)name, "current") == 0)
		return call_current;
	if (strcmp((const char *)name, "key") == 0)
		return call_key;
	return core && core->call ? call_core : NULL;
}
