/* SPDX-License-Identifier: MIT */
/* Owns: what reading a value takes, counted before it is read. */
#include <string.h>
#include <libxml/xpathInternals.h>
#include "xml/limits.h"
#include "xml/xpath_internal.h"

enum { STEP_BYTES = 16 }; /* bytes of text that are read in one step */

bool
dd_xpath_charge(struct dd_xpath_engine *engine, size_t steps)
{
	unsigned long *count = &engine->context->opCount;

	*count = steps < DD_LIMIT_HOUSE_STEPS ? *count + steps
					      : DD_LIMIT_HOUSE_STEPS;
	if (*count < engine->context->opLimit)
		return true;
	*count = engine->context->opLimit;
	return false;
}

bool
dd_xpath_hold(struct dd_xpath_engine *engine, size_t bytes)
{
	engine->held += bytes;
	if (engine->held <= DD_LIMIT_HOUSE_MEMORY)
		return true;
	dd_xpath_stop(engine, "variables and keys hold more than %d bytes",
	    DD_LIMIT_HOUSE_MEMORY);
	return false;
}

size_t
dd_xpath_measure(const xmlXPathObject *value)
{
	size_t size = sizeof *value;

	if (value->type == XPATH_STRING && value->stringval)
		size += strlen((const char *)value->stringval);
	if (value->type == XPATH_NODESET && value->nodesetval)
		size += (size_t)value->nodesetval->nodeNr * sizeof(xmlNode *);
	return size;
}

bool
dd_xpath_charge_text(struct dd_xpath_engine *engine, const void *text)
{
	return dd_xpath_charge(
	    engine, text ? strlen(text) / STEP_BYTES + 1 : 1);
}

static bool
is_text(const xmlNode *node)
{
	return node->type == XML_TEXT_NODE ||
	    node->type == XML_CDATA_SECTION_NODE;
}

bool
dd_xpath_charge_node(struct dd_xpath_engine *engine, const xmlNode *node)
{
	bool good = true;

	if (node->type == XML_NAMESPACE_DECL)
		return dd_xpath_charge_text(
		    engine, ((const xmlNs *)(const void *)node)->href);
	if (node->type != XML_ELEMENT_NODE && node->type != XML_DOCUMENT_NODE &&
	    node->type != XML_ATTRIBUTE_NODE)
		return dd_xpath_charge_text(engine, node->content);
	for (const xmlNode *n = node->children; n && good;
	     n = dd_xpath_next_node(n, node))
		good = dd_xpath_charge_text(
		    engine, is_text(n) ? n->content : NULL);
	return good;
}

bool
dd_xpath_charge_value(
    struct dd_xpath_engine *engine, const xmlXPathObject *value, bool all)
{
	xmlNodeSet *set;
	bool good = true;

	if (!value || value->type == XPATH_STRING)
		return dd_xpath_charge_text(
		    engine, value ? value->stringval : NULL);
	set = value->type == XPATH_NODESET ? value->nodesetval : NULL;
	if (!set || set->nodeNr == 0)
		return dd_xpath_charge(engine, 1);
	if (!all) {
		xmlXPathNodeSetSort(set);
		return dd_xpath_charge_node(engine, set->nodeTab[0]);
	}
	for (int i = 0; i < set->nodeNr && good; i++)
		good = dd_xpath_charge_node(engine, set->nodeTab[i]);
	return good;
}
