/* SPDX-License-Identifier: MIT */
/*
 * Owns: schema, phases, patterns and rules, and what is included and abstract
 * in them. Leaves contexts to schematron_context, checks to schematron_check.
 */
#include <string.h>
#include "base/ascii.h"
#include "base/error.h"
#include "check/schematron_internal.h"

/* Each child, with what an include stands for; stops at a fault. */
typedef int (*read_child)(
    struct dd_sch_reader *reader, const xmlNode *child, void *data);

static int
read_children(struct dd_sch_reader *reader, const xmlNode *parent,
    read_child read, void *data)
{
	int result = 0;

	for (const xmlNode *n = parent->children; n && result == 0;
	     n = n->next) {
		const xmlNode *child = dd_sch_resolve(reader, n);

		result = child ? read(reader, child, data) : DD_E_USAGE;
	}
	return result;
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
};

/* What `find_child` looks for. */
struct wanted {
	const char *element, *id;
	const xmlNode *found;
};

static int
match_child(struct dd_sch_reader *reader, const xmlNode *child, void *data)
{
	struct wanted *wanted = data;
	const char *id = dd_sch_is(child, wanted->element)
	    ? dd_node_value(child, "id")
	    : NULL;

	(void)reader;
	if (id && !wanted->found && strcmp(id, wanted->id) == 0)
		wanted->found = child;
	return 0;
}

static const xmlNode *
find_child(struct dd_sch_reader *reader, const xmlNode *parent,
    const char *element, const char *id)
{
	struct wanted wanted = {element, id, NULL};

	read_children(reader, parent, match_child, &wanted);
	return wanted.found;
}

static int
read_rule_child(struct dd_sch_reader *reader, const xmlNode *node, void *data);

static int
extend(struct dd_sch_reader *reader, const xmlNode *node, struct filler *filler)
{
	enum { NESTED = 16 };
	const char *id = dd_node_value(node, "rule");
	const xmlNode *rule =
	    id ? find_child(reader, filler->node, "rule", id) : NULL;
	int result;

	if (!rule || !dd_node_flag(rule, "abstract"))
		return dd_sch_fail(reader, node, dd_node_attr(node, "rule"), 0,
		    "there is no abstract rule `%s` in this pattern",
		    id ? id : "");
	if (++filler->nested > NESTED)
		return dd_sch_fail(reader, node, NULL, 0,
		    "rules extend each other more than %d deep", NESTED);
	result = read_children(reader, rule, read_rule_child, filler);
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

	if (rule) {
		number = 1;
		for (const xmlNode *n = node->prev; n; n = n->prev)
			number +=
			    dd_sch_is(n, "assert") || dd_sch_is(n, "report");
	}
	return dd_sch_check_read(reader, node, filler->rule,
	    dd_arena_printf(&reader->schematron->arena, "%s-%zu",
		rule ? rule : filler->name, number));
}

static int
read_rule_child(struct dd_sch_reader *reader, const xmlNode *node, void *data)
{
	struct filler *filler = data;

	if (dd_sch_is(node, "let"))
		return dd_sch_let_read(reader, node, &filler->rule->scope);
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
		result = read_children(reader, node, read_rule_child, filler);
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
		return dd_sch_let_read(reader, node, &filler->pattern->scope);
	if (dd_sch_is(node, "p") || dd_sch_is(node, "title") ||
	    (dd_sch_is(node, "param") && reader->params))
		return 0;
	return dd_sch_refuse(reader, node);
}

/* --- patterns ------------------------------------------------------------ */

/* The schema on its way. */
struct builder {
	struct dd_sch_pattern **last;
	const xmlNode *phase; /* NULL: all patterns are active */
	size_t patterns;
};

static bool
is_active(const struct builder *builder, const char *id)
{
	if (!builder->phase)
		return true;
	for (const xmlNode *n = builder->phase->children; n; n = n->next) {
		const char *name =
		    dd_sch_is(n, "active") ? dd_node_value(n, "pattern") : NULL;

		if (name && id && strcmp(name, id) == 0)
			return true;
	}
	return false;
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
	*ret_rules = find_child(reader, reader->root, "pattern", base);
	if (!*ret_rules || !dd_node_flag(*ret_rules, "abstract"))
		return dd_sch_fail(reader, node, dd_node_attr(node, "is-a"), 0,
		    "there is no abstract pattern `%s`", base);
	for (const xmlNode *n = node->children; n; n = n->next)
		if (dd_sch_is(n, "param") &&
		    (!dd_node_value(n, "name") || !dd_node_value(n, "value")))
			return dd_sch_fail(reader, n, NULL, 0,
			    "`<param>` has a `name` and a `value`");
	return 0;
}

static int
read_pattern(
    struct dd_sch_reader *reader, const xmlNode *node, struct builder *builder)
{
	struct dd_arena *arena = &reader->schematron->arena;
	const char *id = dd_node_value(node, "id");
	struct filler filler = {.name = id};
	int result;

	builder->patterns++;
	if (dd_sch_count(reader, node) < 0)
		return DD_E_USAGE;
	if (dd_node_flag(node, "abstract") || !is_active(builder, id))
		return 0;
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
	    read_children(reader, filler.node, read_pattern_child, &filler);
	reader->pattern_role = NULL;
	reader->params = NULL;
	reader->scope = &reader->schematron->scope;
	return result;
}

/* --- the schema ---------------------------------------------------------- */

static int
read_prefix(struct dd_sch_reader *reader, const xmlNode *node, void *data)
{
	const char *prefix = dd_node_value(node, "prefix");
	const char *uri = dd_node_value(node, "uri");

	(void)data;
	if (!dd_sch_is(node, "ns"))
		return 0;
	if (!prefix || !uri)
		return dd_sch_fail(
		    reader, node, NULL, 0, "`<ns>` has a `prefix` and a `uri`");
	if (!dd_xpath_engine_prefix(reader->schematron->engine, prefix, uri))
		return dd_sch_fail(reader, node, NULL, 0,
		    "the prefix `%s` stands for another namespace already",
		    prefix);
	return 0;
}

static int
read_diagnostic(struct dd_sch_reader *reader, const xmlNode *node, void *data)
{
	const char *id = dd_node_value(node, "id");

	(void)data;
	if (!dd_sch_is(node, "diagnostic"))
		return dd_sch_refuse(reader, node);
	if (!id)
		return dd_sch_fail(
		    reader, node, NULL, 0, "`<diagnostic>` lacks its `id`");
	dd_table_add(&reader->diagnostics, id, (xmlNode *)node);
	return 0;
}

static int
read_key(struct dd_sch_reader *reader, const xmlNode *node)
{
	const char *name = dd_node_value(node, "name");
	struct dd_sch_alternative *matches = NULL;
	struct dd_xpath *use;
	int result;

	if (!name)
		return dd_sch_fail(
		    reader, node, NULL, 0, "`<key>` lacks its `name`");
	result = dd_sch_context_read(reader, node, "match", &matches);
	if (result < 0)
		return result;
	use = dd_sch_expression(reader, node, "use");
	if (!use)
		return DD_E_USAGE;
	for (; matches; matches = matches->next)
		dd_xpath_engine_key(
		    reader->schematron->engine, name, matches->set, use);
	return 0;
}

static bool
is_key(const xmlNode *node)
{
	return dd_node_is(node, "key") && dd_ns_is(node->ns, DD_NS_XSLT);
}

/* What patterns may use, wherever it stands; keys see no variables. */
static int
read_early(struct dd_sch_reader *reader, const xmlNode *node, void *data)
{
	(void)data;
	if (dd_sch_is(node, "diagnostics"))
		return read_children(reader, node, read_diagnostic, NULL);
	return is_key(node) ? read_key(reader, node) : 0;
}

static int
read_late(struct dd_sch_reader *reader, const xmlNode *node, void *data)
{
	static const char *const others[] = {
	    "ns", "title", "p", "phase", "diagnostics", "properties"};

	if (dd_sch_is(node, "pattern"))
		return read_pattern(reader, node, data);
	if (dd_sch_is(node, "let"))
		return dd_sch_let_read(
		    reader, node, &reader->schematron->scope);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (dd_sch_is(node, others[i]))
			return 0;
	return dd_sch_refuse(reader, node);
}

static int
read_phase_child(struct dd_sch_reader *reader, const xmlNode *node, void *data)
{
	const char *pattern;

	(void)data;
	if (dd_sch_is(node, "let"))
		return dd_sch_let_read(
		    reader, node, &reader->schematron->scope);
	if (dd_sch_is(node, "p") || !dd_sch_is(node, "active"))
		return dd_sch_is(node, "p") ? 0 : dd_sch_refuse(reader, node);
	pattern = dd_node_value(node, "pattern");
	if (pattern && find_child(reader, reader->root, "pattern", pattern))
		return 0;
	return dd_sch_fail(reader, node, dd_node_attr(node, "pattern"), 0,
	    "there is no pattern `%s`", pattern ? pattern : "");
}

/* The phase that was asked for, else that of the file. */
static int
find_phase(struct dd_sch_reader *reader, const xmlNode **ret_phase)
{
	const char *own = dd_node_value(reader->root, "defaultPhase");
	const char *id = reader->phase ? reader->phase : own;

	*ret_phase = NULL;
	if (id && strcmp(id, "#DEFAULT") == 0)
		id = own;
	if (!id || strcmp(id, "#ALL") == 0)
		return 0;
	*ret_phase = find_child(reader, reader->root, "phase", id);
	if (*ret_phase)
		return read_children(
		    reader, *ret_phase, read_phase_child, NULL);
	return dd_sch_fail(
	    reader, reader->root, NULL, 0, "there is no phase `%s`", id);
}

static int
check_root(struct dd_sch_reader *reader)
{
	static const char *const bindings[] = {"xslt", "xslt1", "xpath"};
	const xmlNode *root = reader->root;
	const char *binding = dd_node_value(root, "queryBinding");

	if (!dd_sch_is(root, "schema"))
		return dd_sch_fail(reader, root, NULL, 0,
		    "a file of rules is a `<schema>` of the namespace %s",
		    DD_NS_SCHEMATRON);
	for (size_t i = 0; binding && i < 3; i++)
		if (dd_ascii_equal(binding, bindings[i]))
			return 0;
	return !binding
	    ? 0
	    : dd_sch_fail(reader, root, dd_node_attr(root, "queryBinding"), 0,
		  "`%s` is not spoken here; rules are written in XPath 1.0, "
		  "`queryBinding=\"xslt\"`",
		  binding);
}

int
dd_sch_schema_read(struct dd_sch_reader *reader)
{
	struct builder builder = {.last = &reader->schematron->patterns};
	int result = check_root(reader);

	if (result == 0)
		result = read_children(reader, reader->root, read_prefix, NULL);
	if (result == 0)
		result = read_children(reader, reader->root, read_early, NULL);
	reader->scope = &reader->schematron->scope;
	if (result == 0)
		result = find_phase(reader, &builder.phase);
	if (result == 0)
		result =
		    read_children(reader, reader->root, read_late, &builder);
	return result;
}
