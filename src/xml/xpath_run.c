/* SPDX-License-Identifier: MIT */
/* Owns: running expressions over one document, under limits. */
#include <libxml/xpathInternals.h>
#include "xml/limits.h"
#include "xml/xpath_internal.h"

bool
dd_xpath_begin(struct dd_xpath_engine *engine, xmlDoc *doc)
{
	dd_xpath_end(engine);
	engine->doc = doc;
	engine->context->doc = doc;
	engine->context->opCount = 0;
	xmlXPathContextSetCache(engine->context, 1, -1, 0);
	engine->fault[0] = '\0';
	/* Numbers the elements: else telling which of two comes first would
	 * take a walk over all between them. */
	xmlXPathOrderDocElems(doc);
	/* And the other nodes are told apart by the elements beside them. */
	if (dd_xpath_find_row(doc) <= DD_LIMIT_HOUSE_ROW)
		return true;
	dd_xpath_stop(engine,
	    "more than %d texts and comments stand in a row without an element",
	    DD_LIMIT_HOUSE_ROW);
	return false;
}

void
dd_xpath_end(struct dd_xpath_engine *engine)
{
	while (engine->frame)
		dd_xpath_leave(engine);
	for (size_t i = 0; i < engine->indexes.count; i++)
		dd_table_release(engine->indexes.entries[i].value);
	dd_table_release(&engine->indexes);
	dd_arena_release(&engine->run);
	dd_xpath_order_release(&engine->order);
	engine->held = 0;
	engine->doc = NULL;
	engine->context->doc = NULL;
	engine->context->node = NULL;
	/* What it keeps to be used again is of the document. */
	xmlXPathContextSetCache(engine->context, 0, 0, 0);
}

/* The count goes on over the document; each evaluation has its own share. */
static void
set_limit(xmlXPathContext *context)
{
	unsigned long one = context->opCount + DD_LIMIT_HOUSE_EVALUATION;

	context->opLimit =
	    one < DD_LIMIT_HOUSE_STEPS ? one : DD_LIMIT_HOUSE_STEPS;
}

static void
say_limit(struct dd_xpath_engine *engine)
{
	const xmlXPathContext *context = engine->context;

	if (context->opCount < context->opLimit)
		return;
	engine->fault[0] = '\0';
	if (context->opLimit == DD_LIMIT_HOUSE_STEPS)
		dd_xpath_stop(engine,
		    "all rules of the file together took more than %d steps",
		    DD_LIMIT_HOUSE_STEPS);
	else
		dd_xpath_stop(engine, "it took more than %d steps",
		    DD_LIMIT_HOUSE_EVALUATION);
}

bool
dd_xpath_spend(struct dd_xpath_engine *engine, size_t steps)
{
	engine->context->opLimit = DD_LIMIT_HOUSE_STEPS;
	if (dd_xpath_charge(engine, steps))
		return true;
	say_limit(engine);
	return false;
}

xmlXPathObject *
dd_xpath_evaluate(struct dd_xpath_engine *engine, const struct dd_xpath *xpath,
    const xmlNode *node)
{
	xmlXPathContext *context = engine->context;
	bool nested = context->depth > 0;
	xmlXPathObject *value;

	if (engine->fault[0])
		return NULL;
	if (!nested)
		set_limit(context);
	context->doc = engine->doc;
	context->node = (xmlNode *)node;
	context->contextSize = context->proximityPosition = 1;
	value = xmlXPathCompiledEval(xpath->compiled, context);
	if (!value || engine->fault[0]) {
		dd_xpath_stop(engine, "it cannot be computed");
		if (!nested)
			say_limit(engine);
		xmlXPathFreeObject(value);
		return NULL;
	}
	return value;
}

bool
dd_xpath_boolean(struct dd_xpath_engine *engine, const struct dd_xpath *xpath,
    const xmlNode *node, bool *ret_value)
{
	xmlXPathObject *value = dd_xpath_evaluate(engine, xpath, node);

	if (!value)
		return false;
	*ret_value = xmlXPathCastToBoolean(value) != 0;
	xmlXPathFreeObject(value);
	return true;
}

bool
dd_xpath_text(struct dd_xpath_engine *engine, const struct dd_xpath *xpath,
    const xmlNode *node, struct dd_buffer *out)
{
	xmlXPathObject *value = dd_xpath_evaluate(engine, xpath, node);
	bool good = value && dd_xpath_charge_value(engine, value, false);

	if (good) {
		xmlChar *text = xmlXPathCastToString(value);

		dd_buffer_puts(out, (const char *)text);
		xmlFree(text);
	} else
		say_limit(engine);
	xmlXPathFreeObject(value);
	return good;
}

bool
dd_xpath_nodes(struct dd_xpath_engine *engine, const struct dd_xpath *xpath,
    const xmlNode *node, struct dd_arena *arena,
    struct dd_xpath_nodes *ret_nodes)
{
	xmlXPathObject *value = dd_xpath_evaluate(engine, xpath, node);
	xmlNodeSet *set;

	*ret_nodes = (struct dd_xpath_nodes){0};
	if (!value)
		return false;
	set = value->type == XPATH_NODESET ? value->nodesetval : NULL;
	if (set && set->nodeNr > 0) {
		dd_xpath_settle(engine, set);
		ret_nodes->items = dd_arena_alloc(
		    arena, (size_t)set->nodeNr * sizeof *ret_nodes->items);
	}
	for (int i = 0; set && i < set->nodeNr; i++)
		if (set->nodeTab[i]->type != XML_NAMESPACE_DECL)
			ret_nodes->items[ret_nodes->count++] = set->nodeTab[i];
	xmlXPathFreeObject(value);
	return true;
}

bool
dd_xpath_is_number(struct dd_xpath_engine *engine, const struct dd_xpath *xpath)
{
	xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
	xmlNode *root = xmlNewDocNode(doc, NULL, (const xmlChar *)"x", NULL);
	xmlXPathObject *value;
	bool number;

	xmlDocSetRootElement(doc, root);
	dd_xpath_begin(engine, doc);
	value = dd_xpath_evaluate(engine, xpath, root);
	number = !value || value->type == XPATH_NUMBER;
	xmlXPathFreeObject(value);
	dd_xpath_end(engine);
	engine->fault[0] = '\0';
	xmlFreeDoc(doc);
	return number;
}
