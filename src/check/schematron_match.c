/* SPDX-License-Identifier: MIT */
/* Owns: whether a node matches a context, looked at from its name upwards. */
#include <string.h>
#include "check/schematron_internal.h"

static bool
has_name(const struct dd_sch_step *step, const xmlNode *node)
{
	const xmlNs *ns = node->ns;

	if (step->name && strcmp((const char *)node->name, step->name) != 0)
		return false;
	if (step->any_uri)
		return true;
	return step->uri ? dd_ns_is(ns, step->uri) : !ns;
}

static bool
is_step(const struct dd_sch_step *step, const xmlNode *node)
{
	switch (step->kind) {
	case DD_SCH_ELEMENT:
		return node->type == XML_ELEMENT_NODE && has_name(step, node);
	case DD_SCH_ATTRIBUTE:
		return node->type == XML_ATTRIBUTE_NODE && has_name(step, node);
	case DD_SCH_TEXT:
		return node->type == XML_TEXT_NODE ||
		    node->type == XML_CDATA_SECTION_NODE;
	case DD_SCH_COMMENT:
		return node->type == XML_COMMENT_NODE;
	case DD_SCH_PI:
		return node->type == XML_PI_NODE;
	default:
		return true;
	}
}

/* The values of documents have no references left in them, so that one text is
 * all that an attribute holds. */
static bool
test_attribute(const struct dd_sch_condition *condition, const xmlNode *node)
{
	const char *value = node->type == XML_ELEMENT_NODE
	    ? dd_node_value(node, condition->attribute)
	    : NULL;

	return value &&
	    (!condition->value || strcmp(value, condition->value) == 0);
}

static bool
test_conditions(struct dd_xpath_engine *engine, const struct dd_sch_step *step,
    const xmlNode *node)
{
	bool good = true;

	for (size_t i = 0; good && i < step->condition_count; i++) {
		const struct dd_sch_condition *condition = &step->conditions[i];

		if (condition->attribute)
			good = test_attribute(condition, node);
		else if (!dd_xpath_boolean(
			     engine, condition->xpath, node, &good))
			return false;
	}
	return good;
}

/* EXHAUSTED: no ancestor is left, so no nearer choice of one would help. */
enum match { NO, YES, EXHAUSTED };

static enum match
match(struct dd_xpath_engine *engine, const struct dd_sch_alternative *a,
    size_t i, const xmlNode *node)
{
	const struct dd_sch_step *step = &a->steps[i];
	const xmlNode *above = node->parent;

	if (!dd_xpath_spend(engine, 1))
		return EXHAUSTED;
	if (!is_step(step, node) || !test_conditions(engine, step, node))
		return NO;
	if (i + 1 == a->count)
		return !a->rooted || above->type == XML_DOCUMENT_NODE ? YES
								      : NO;
	if (!step->deep)
		return match(engine, a, i + 1, above);
	for (; above->type == XML_ELEMENT_NODE; above = above->parent) {
		enum match found = match(engine, a, i + 1, above);

		if (found != NO)
			return found;
	}
	return EXHAUSTED;
}

bool
dd_sch_context_test(struct dd_xpath_engine *engine,
    const struct dd_sch_alternative *alternative, const xmlNode *node)
{
	return match(engine, alternative, 0, node) == YES;
}
