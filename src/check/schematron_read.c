/* SPDX-License-Identifier: MIT */
/*
 * Owns: patterns and rules, and what is included and abstract in them. Leaves
 * contexts to schematron_context, checks to schematron_check.
 */
#include <string.h>
#include "base/error.h"
#include "check/schematron_internal.h"

int
dd_sch_children(struct dd_sch_reader *reader, const xmlNode *parent,
    dd_sch_read_child read, void *data)
{
	int result = 0;

	for (const xmlNode *n = parent->children; n && result == 0;
	     n = n->next) {
		const xmlNode *child = dd_sch_resolve(reader, n);

		result = child ? read(reader, child, data) : DD_E_USAGE;
	}
	return result;
}

/* What `dd_sch_find` looks for. */
struct wanted {
	const char *element, *key, *value;
	const xmlNode *found;
};

static int
match_child(struct dd_sch_reader *reader, const xmlNode *child, void *data)
{
	struct wanted *wanted = data;
	const char *value = dd_sch_is(child, wanted->element)
	    ? dd_node_value(child, wanted->key)
	    : NULL;

	(void)reader;
	if (value && !wanted->found && strcmp(value, wanted->value) == 0)
		wanted->found = child;
	return 0;
}

const xmlNode *
dd_sch_find(struct dd_sch_reader *reader, const xmlNode *parent,
    const char *element, const char *key, const char *value)
{
	struct wanted wanted = {element, key, value, NULL};

	dd_sch_children(reader, parent, match_child, &wanted);
	return wanted.found;
}

/* --- rules --------------------------------------------------------------- */

/* A pattern on its way. */
struct filler {
	struct dd_sch_pattern *pattern;
	const xmlNode *node; /* that has the rules */
	const char *name;    /* of checks without an id */
	struct dd_sch_rule **last, *rule;
	size_t checks; /* of the pattern, or of a rule that has an id */
	size_t nested; /* rules that extend each other */
	bool asleep;   /* of another phase: only its names are read */
};

static int
read_rule_child(struct dd_sch_reader *reader, const xmlNode *node, void *data);

static int
extend(struct dd_sch_reader *reader, const xmlNode *node, struct filler *filler)
{
	enum { NESTED = 16 };
	const char *id = dd_node_value(node, "rule");
	const xmlNode *rule =
	    id ? dd_sch_find(reader, filler->node, "rule", "id", id) : NULL;
	int result;

	if (!rule || !dd_node_flag(rule, "abstract"))
		return dd_sch_fail(reader, node, dd_node_attr(node, "rule"), 0,
		    "there is no abstract rule `%s` in this pattern",
		    id ? id : "");
	if (++filler->nested > NESTED)
		return dd_sch_fail(reader, node, NULL, 0,
		    "rules extend each other more than %d deep", NESTED);
	result = dd_sch_children(reader, rule, read_rule_child, filler);
	filler->nested--;
	return result;
}

/* Without an id a check is called by the rule that it stands in, else by the
 * pattern, and a number. */
static int
read_check(
    struct dd_sch_reader *reader, const xmlNode *node, struct filler *filler)
{
	const char *rule = node->parent->type == XML_ELEMENT_NODE
	    ? dd_node_value(node->parent, "id")
	    : NULL;
	size_t number = ++filler->checks;
	const char *base;

	if (rule) {
		number = 1;
		for (const xmlNode *n = node->prev; n; n = n->prev)
			number +=
			    dd_sch_is(n, "assert") || dd_sch_is(n, "report");
	}
	base = dd_arena_printf(&reader->schematron->arena, "%s-%zu",
	    rule ? rule : filler->name, number);
	if (filler->asleep)
		return dd_sch_check_name(reader, node, base) ? 0 : DD_E_USAGE;
	return dd_sch_check_read(reader, node, filler->rule, base);
}

static int
read_rule_child(struct dd_sch_reader *reader, const xmlNode *node, void *data)
{
	struct filler *filler = data;

	if (dd_sch_is(node, "let"))
		return filler->asleep
		    ? 0
		    : dd_sch_let_read(reader, node, &filler->rule->scope);
	if (dd_sch_is(node, "assert") || dd_sch_is(node, "report"))
		return read_check(reader, node, filler);
	if (dd_sch_is(node, "extends"))
		return extend(reader, node, filler);
	return dd_sch_is(node, "p") ? 0 : dd_sch_refuse(reader, node);
}

static int
read_rule(
    struct dd_sch_reader *reader, const xmlNode *node, struct filler *filler)
{
	const struct dd_xpath_scope *outer = reader->scope;
	struct dd_sch_rule *rule;
	int result;

	if (dd_node_flag(node, "abstract"))
		return 0;
	if (filler->asleep)
		return dd_sch_children(reader, node, read_rule_child, filler);
	if (dd_sch_count(reader, node) < 0)
		return DD_E_USAGE;
	rule = dd_arena_alloc(&reader->schematron->arena, sizeof *rule);
	rule->place = dd_sch_place(reader, node, NULL, 0);
	rule->last_check = &rule->checks;
	rule->scope.outer = outer;
	*filler->last = filler->rule = rule;
	filler->last = &rule->next;
	result =
	    dd_sch_context_read(reader, node, "context", &rule->alternatives);
	reader->scope = &rule->scope;
	reader->rule_role = dd_node_value(node, "role");
	if (result == 0)
		result = dd_sch_children(reader, node, read_rule_child, filler);
	reader->rule_role = NULL;
	reader->scope = outer;
	return result;
}

static int
read_pattern_child(
    struct dd_sch_reader *reader, const xmlNode *node, void *data)
{
	struct filler *filler = data;

	if (dd_sch_is(node, "rule"))
		return read_rule(reader, node, filler);
	if (dd_sch_is(node, "let"))
		return filler->asleep
		    ? 0
		    : dd_sch_let_read(reader, node, &filler->pattern->scope);
	if (dd_sch_is(node, "p") || dd_sch_is(node, "title") ||
	    (dd_sch_is(node, "param") && reader->params))
		return 0;
	return dd_sch_refuse(reader, node);
}

/* --- patterns ------------------------------------------------------------ */

static bool
is_active(struct dd_sch_reader *reader, const struct dd_sch_builder *builder,
    const char *id)
{
	return !builder->phase ||
	    (id &&
		dd_sch_find(reader, builder->phase, "active", "pattern", id));
}

/* Few, as each `$` of the abstract pattern is looked for among them. */
static int
check_params(struct dd_sch_reader *reader, const xmlNode *node)
{
	enum { PARAMS = 64 };
	size_t count = 0;

	for (const xmlNode *n = node->children; n; n = n->next) {
		if (!dd_sch_is(n, "param"))
			continue;
		if (!dd_node_value(n, "name") || !dd_node_value(n, "value"))
			return dd_sch_fail(reader, n, NULL, 0,
			    "`<param>` has a `name` and a `value`");
		if (++count > PARAMS)
			return dd_sch_fail(reader, n, NULL, 0,
			    "a pattern has more than %d parameters", PARAMS);
	}
	return 0;
}

/* The pattern that has the rules: this one, or the abstract one it fills. */
static int
find_rules(struct dd_sch_reader *reader, const xmlNode *node,
    const xmlNode **ret_rules)
{
	const char *base = dd_node_value(node, "is-a");

	*ret_rules = node;
	if (!base)
		return 0;
	*ret_rules = dd_sch_find(reader, reader->root, "pattern", "id", base);
	if (!*ret_rules || !dd_node_flag(*ret_rules, "abstract"))
		return dd_sch_fail(reader, node, dd_node_attr(node, "is-a"), 0,
		    "there is no abstract pattern `%s`", base);
	return check_params(reader, node);
}

/* Two contexts may mean one node unless all end in names, and in different
 * ones. */
static bool
share_nodes(const struct dd_sch_rule *rules, struct dd_arena *arena)
{
	struct dd_table ends;
	bool shared = false;

	dd_table_init(&ends);
	for (const struct dd_sch_rule *r = rules; r && !shared; r = r->next)
		for (const struct dd_sch_alternative *a = r->alternatives;
		     a && !shared; a = a->next) {
			const struct dd_sch_step *end = a->steps;
			const char *key = a->count > 0 && end->name
			    ? dd_arena_printf(
				  arena, "%d %s", (int)end->kind, end->name)
			    : NULL;

			shared = !key || dd_table_find(&ends, key);
			if (!shared)
				dd_table_add(&ends, key, &ends);
		}
	dd_table_release(&ends);
	return shared;
}

int
dd_sch_pattern_read(struct dd_sch_reader *reader, const xmlNode *node,
    struct dd_sch_builder *builder)
{
	struct dd_arena *arena = &reader->schematron->arena;
	const char *id = dd_node_value(node, "id");
	struct filler filler = {.name = id};
	int result;

	builder->patterns++;
	if (dd_sch_count(reader, node) < 0)
		return DD_E_USAGE;
	if (dd_node_flag(node, "abstract"))
		return 0;
	filler.asleep = !is_active(reader, builder, id);
	if (!id)
		filler.name =
		    dd_arena_printf(arena, "pattern-%zu", builder->patterns);
	result = find_rules(reader, node, &filler.node);
	if (result < 0)
		return result;
	filler.pattern = dd_arena_alloc(arena, sizeof *filler.pattern);
	filler.pattern->scope.outer = &reader->schematron->scope;
	filler.last = &filler.pattern->rules;
	*builder->last = filler.pattern;
	builder->last = &filler.pattern->next;
	reader->scope = &filler.pattern->scope;
	reader->params = filler.node == node ? NULL : node;
	reader->pattern_role = dd_node_value(node, "role");
	result =
	    dd_sch_children(reader, filler.node, read_pattern_child, &filler);
	filler.pattern->shares_nodes =
	    share_nodes(filler.pattern->rules, arena);
	reader->pattern_role = NULL;
	reader->params = NULL;
	reader->scope = &reader->schematron->scope;
	return result;
}
