/* SPDX-License-Identifier: MIT */
/* Owns: the operators that xpath_rewrite makes calls of. Sets are compared
 * without looking at each pair of their nodes. */
#include <math.h>
#include <string.h>
#include <libxml/xpathInternals.h>
#include "xml/xpath_internal.h"

static struct dd_xpath_engine *
get_engine(xmlXPathParserContext *ctxt)
{
	return ctxt->context->userData;
}

/* The operand that lies so deep on the stack. */
static xmlXPathObject *
get_operand(xmlXPathParserContext *ctxt, int depth)
{
	return ctxt->valueNr > depth ? ctxt->valueTab[ctxt->valueNr - 1 - depth]
				     : NULL;
}

static bool
is_set(const xmlXPathObject *value)
{
	return value && value->type == XPATH_NODESET;
}

static int
count_nodes(const xmlXPathObject *value)
{
	return value->nodesetval ? value->nodesetval->nodeNr : 0;
}

static void
push_boolean(xmlXPathParserContext *ctxt, bool value)
{
	valuePush(ctxt, xmlXPathNewBoolean(value));
}

/* --- equality ------------------------------------------------------------ */

/* Texts of nodes that are known, each once. */
struct texts {
	struct dd_xpath_engine *engine;
	struct dd_arena arena;
	struct dd_table table;
};

/* The text of a node, for the caller to free; NULL where the limit is met. */
static char *
get_text(struct dd_xpath_engine *engine, xmlNode *node)
{
	return dd_xpath_charge_node(engine, node)
	    ? (char *)xmlXPathCastNodeToString(node)
	    : NULL;
}

static void
remember(struct texts *texts, xmlNode *node)
{
	char *text = get_text(texts->engine, node);

	if (text && !dd_table_find(&texts->table, text))
		dd_table_add(
		    &texts->table, dd_arena_dup(&texts->arena, text), texts);
	xmlFree(text);
}

/* True where the set has a text that is known, or one that is not. */
static bool
has_text(struct texts *texts, const xmlXPathObject *set, bool known)
{
	bool found = false;

	for (int i = 0; i < count_nodes(set) && !found; i++) {
		char *text =
		    get_text(texts->engine, set->nodesetval->nodeTab[i]);

		if (!text)
			return false;
		found = known == (dd_table_find(&texts->table, text) != NULL);
		xmlFree(text);
	}
	return found;
}

/* Two sets are equal where they have a text in common. */
static bool
share_text(
    struct texts *texts, const xmlXPathObject *a, const xmlXPathObject *b)
{
	for (int i = 0; i < count_nodes(a); i++)
		remember(texts, a->nodesetval->nodeTab[i]);
	return has_text(texts, b, true);
}

/* They differ where not all of both have one text. */
static bool
differ(struct texts *texts, const xmlXPathObject *a, const xmlXPathObject *b)
{
	if (count_nodes(a) == 0 || count_nodes(b) == 0)
		return false;
	remember(texts, a->nodesetval->nodeTab[0]);
	return has_text(texts, a, false) || has_text(texts, b, false);
}

typedef bool (*compare_sets)(
    struct texts *texts, const xmlXPathObject *a, const xmlXPathObject *b);

static void
run_sets(xmlXPathParserContext *ctxt, compare_sets compare)
{
	struct texts texts = {.engine = get_engine(ctxt)};
	xmlXPathObject *b = valuePop(ctxt), *a = valuePop(ctxt);
	bool result;

	dd_arena_init(&texts.arena);
	dd_table_init(&texts.table);
	result = compare(&texts, a, b);
	dd_table_release(&texts.table);
	dd_arena_release(&texts.arena);
	xmlXPathFreeObject(a);
	xmlXPathFreeObject(b);
	if (dd_xpath_charge(texts.engine, 1))
		push_boolean(ctxt, result);
	else
		dd_xpath_give_up(ctxt);
}

/* Charges for both operands, of a set for all of it. */
static bool
take_operands(xmlXPathParserContext *ctxt)
{
	for (int i = 0; i < 2; i++)
		if (!dd_xpath_charge_value(
			get_engine(ctxt), get_operand(ctxt, i), true)) {
			dd_xpath_give_up(ctxt);
			return false;
		}
	return true;
}

static bool
are_sets(xmlXPathParserContext *ctxt)
{
	return is_set(get_operand(ctxt, 0)) && is_set(get_operand(ctxt, 1));
}

static void
call_equal(xmlXPathParserContext *ctxt, int count)
{
	(void)count;
	if (are_sets(ctxt))
		run_sets(ctxt, share_text);
	else if (take_operands(ctxt))
		push_boolean(ctxt, xmlXPathEqualValues(ctxt));
}

static void
call_differ(xmlXPathParserContext *ctxt, int count)
{
	(void)count;
	if (are_sets(ctxt))
		run_sets(ctxt, differ);
	else if (take_operands(ctxt))
		push_boolean(ctxt, xmlXPathNotEqualValues(ctxt));
}

/* --- order --------------------------------------------------------------- */

/* The least or greatest number of a set; NaN where there is none. */
static double
find_extreme(const xmlXPathObject *set, bool least)
{
	double found = NAN;

	for (int i = 0; i < count_nodes(set); i++) {
		double value =
		    xmlXPathCastNodeToNumber(set->nodesetval->nodeTab[i]);

		if (!isnan(value) &&
		    (isnan(found) || (least ? value < found : value > found)))
			found = value;
	}
	return found;
}

/* If any node of a set is less than something, its least is. */
static xmlXPathObject *
reduce(xmlXPathObject *value, const xmlXPathObject *other, bool least)
{
	double number;

	if (!is_set(value) || (other && other->type == XPATH_BOOLEAN))
		return value;
	number = find_extreme(value, least);
	xmlXPathFreeObject(value);
	return xmlXPathNewFloat(number);
}

static void
run_order(xmlXPathParserContext *ctxt, bool less, bool strict)
{
	xmlXPathObject *a, *b;

	if (!take_operands(ctxt))
		return;
	b = valuePop(ctxt);
	a = reduce(valuePop(ctxt), b, less);
	b = reduce(b, a, !less);
	valuePush(ctxt, a);
	valuePush(ctxt, b);
	push_boolean(ctxt, xmlXPathCompareValues(ctxt, less, strict));
}

static void
call_less(xmlXPathParserContext *ctxt, int count)
{
	(void)count;
	run_order(ctxt, true, true);
}

static void
call_least(xmlXPathParserContext *ctxt, int count)
{
	(void)count;
	run_order(ctxt, true, false);
}

static void
call_more(xmlXPathParserContext *ctxt, int count)
{
	(void)count;
	run_order(ctxt, false, true);
}

static void
call_most(xmlXPathParserContext *ctxt, int count)
{
	(void)count;
	run_order(ctxt, false, false);
}

/* --- numbers ------------------------------------------------------------- */

/* Of a set, the first node is a number. */
static void
compute(xmlXPathParserContext *ctxt, int count,
    void (*values)(xmlXPathParserContext *ctxt))
{
	for (int i = 0; i < count; i++)
		if (!dd_xpath_charge_value(
			get_engine(ctxt), get_operand(ctxt, i), false)) {
			dd_xpath_give_up(ctxt);
			return;
		}
	values(ctxt);
}

static void
call_plus(xmlXPathParserContext *ctxt, int count)
{
	compute(ctxt, count, xmlXPathAddValues);
}

static void
call_less_by(xmlXPathParserContext *ctxt, int count)
{
	compute(ctxt, count, xmlXPathSubValues);
}

static void
call_times(xmlXPathParserContext *ctxt, int count)
{
	compute(ctxt, count, xmlXPathMultValues);
}

static void
call_divide(xmlXPathParserContext *ctxt, int count)
{
	compute(ctxt, count, xmlXPathDivValues);
}

static void
call_rest(xmlXPathParserContext *ctxt, int count)
{
	compute(ctxt, count, xmlXPathModValues);
}

static void
call_minus(xmlXPathParserContext *ctxt, int count)
{
	compute(ctxt, count, xmlXPathValueFlipSign);
}

/* --- sets ---------------------------------------------------------------- */

/* Moves the nodes of a value behind those of a set; false where it is none, or
 * the limit is met. The value is freed. */
static bool
add_nodes(xmlXPathParserContext *ctxt, xmlXPathObject *value, xmlNodeSet *out)
{
	bool good = is_set(value) &&
	    dd_xpath_charge(get_engine(ctxt), (size_t)count_nodes(value));

	for (int i = 0; good && i < count_nodes(value); i++)
		good = xmlXPathNodeSetAddUnique(
			   out, value->nodesetval->nodeTab[i]) == 0;
	if (value && !is_set(value))
		dd_xpath_stop(get_engine(ctxt),
		    "only nodes stand before `/` and beside `|`");
	xmlXPathFreeObject(value);
	return good;
}

static void
push_nodes(xmlXPathParserContext *ctxt, xmlXPathObject *found, bool good)
{
	if (good) {
		dd_xpath_settle(get_engine(ctxt), found->nodesetval);
		valuePush(ctxt, found);
	} else {
		xmlXPathFreeObject(found);
		dd_xpath_give_up(ctxt);
	}
}

static void
call_union(xmlXPathParserContext *ctxt, int count)
{
	xmlXPathObject *found = xmlXPathNewNodeSet(NULL);
	bool good = true;

	for (; good && count > 0; count--)
		good = add_nodes(ctxt, valuePop(ctxt), found->nodesetval);
	push_nodes(ctxt, found, good);
}

/* each(nodes, step): what a step finds from each node. */
static void
call_each(xmlXPathParserContext *ctxt, int count)
{
	struct dd_xpath_engine *engine = get_engine(ctxt);
	xmlXPathObject *found = xmlXPathNewNodeSet(NULL);
	size_t step = (size_t)xmlXPathPopNumber(ctxt);
	xmlXPathObject *from = valuePop(ctxt);
	const struct dd_xpath_place place = dd_xpath_save(engine);
	bool good = is_set(from);

	(void)count;
	if (!good)
		dd_xpath_stop(engine, "only nodes stand before `/`");
	for (int i = 0; good && i < count_nodes(from); i++) {
		xmlXPathObject *next = dd_xpath_evaluate(
		    engine, engine->steps[step], from->nodesetval->nodeTab[i]);

		good = next && add_nodes(ctxt, next, found->nodesetval);
	}
	dd_xpath_restore(engine, &place);
	xmlXPathFreeObject(from);
	push_nodes(ctxt, found, good);
}

xmlXPathFunction
dd_xpath_operator(const char *name)
{
	static const struct {
		const char *name;
		xmlXPathFunction call;
	} calls[] = {
	    {"op-differ", call_differ},
	    {"op-divide", call_divide},
	    {"op-each", call_each},
	    {"op-equal", call_equal},
	    {"op-least", call_least},
	    {"op-less", call_less},
	    {"op-less-by", call_less_by},
	    {"op-minus", call_minus},
	    {"op-more", call_more},
	    {"op-most", call_most},
	    {"op-plus", call_plus},
	    {"op-rest", call_rest},
	    {"op-times", call_times},
	    {"op-union", call_union},
	};

	for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
		if (strcmp(calls[i].name, name) == 0)
			return calls[i].call;
	return NULL;
}
