/* SPDX-License-Identifier: MIT */
/*
 * Owns: reading contexts, which are XSLT patterns. Where no predicate counts
 * places, a node is tested by itself, by schematron_match; else all nodes that
 * match are found at once by one expression from the root.
 */
#include <string.h>
#include "base/error.h"
#include "check/schematron_internal.h"

enum { STEPS = 32, PREDICATES = 16 };

/* One context on its way through its tokens. */
struct parser {
	struct dd_sch_reader *reader;
	const xmlNode *node;
	const xmlAttr *attr;
	const char *text;
	struct dd_xpath_scanner scanner;
	struct dd_xpath_token token;
	struct dd_sch_alternative *alternative;
	struct dd_sch_step steps[STEPS]; /* in the order of the text */
	size_t count;
	bool whole; /* only the expression from the root can tell */
};

static bool
is_token(const struct parser *parser, const char *word)
{
	return dd_xpath_is(parser->text, parser->token, word);
}

static void
advance(struct parser *parser)
{
	parser->token = dd_xpath_next(&parser->scanner);
}

static bool
take(struct parser *parser, const char *word)
{
	bool taken = is_token(parser, word);

	if (taken)
		advance(parser);
	return taken;
}

static bool
fail(struct parser *parser, const char *what)
{
	dd_sch_fail(parser->reader, parser->node, parser->attr,
	    parser->token.start,
	    "%s; a context is made of names, `*`, `@`, `text()`, `/`, `//`, "
	    "`|` and conditions in brackets",
	    what);
	return false;
}

/* Compiles bytes [from, to) of the context, behind `front`. */
static struct dd_xpath *
compile(struct parser *parser, const char *front, size_t from, size_t to)
{
	struct dd_schematron *schematron = parser->reader->schematron;
	const char *text = dd_arena_printf(&schematron->arena, "%s%.*s", front,
	    (int)(to - from), parser->text + from);
	struct dd_xpath_fault fault;
	struct dd_xpath *xpath = dd_xpath_compile(
	    schematron->engine, text, parser->reader->scope, &fault);
	size_t skipped = strlen(front);

	if (!xpath)
		dd_sch_fail(parser->reader, parser->node, parser->attr,
		    from + (fault.at > skipped ? fault.at - skipped : 0), "%s",
		    fault.text);
	return xpath;
}

/* True where what stands in brackets may hang on the place of a node among
 * others, or on a variable, whose type nobody knows. */
static bool
counts_places(
    struct parser *parser, size_t from, size_t to, const struct dd_xpath *xpath)
{
	struct dd_xpath_scanner scanner = {.text = parser->text, .at = from};
	struct dd_xpath_token token = dd_xpath_next(&scanner);

	for (; token.start < to; token = dd_xpath_next(&scanner))
		if (token.type == DD_XPATH_VARIABLE ||
		    dd_xpath_is(parser->text, token, "position") ||
		    dd_xpath_is(parser->text, token, "last"))
			return true;
	return dd_xpath_is_number(parser->reader->schematron->engine, xpath);
}

/* Sees `@name` and `@name = 'value'`. */
static void
read_attribute(struct parser *parser, size_t from, size_t to,
    struct dd_sch_condition *condition)
{
	struct dd_arena *arena = &parser->reader->schematron->arena;
	struct dd_xpath_scanner scanner = {.text = parser->text, .at = from};
	struct dd_xpath_token at = dd_xpath_next(&scanner);
	struct dd_xpath_token name = dd_xpath_next(&scanner);
	struct dd_xpath_token equal = dd_xpath_next(&scanner), value;
	const char *start = parser->text + name.start;

	if (!dd_xpath_is(parser->text, at, "@") || name.type != DD_XPATH_NAME ||
	    memchr(start, ':', name.len))
		return;
	if (equal.start < to) {
		value = dd_xpath_next(&scanner);
		if (!dd_xpath_is(parser->text, equal, "=") ||
		    value.type != DD_XPATH_STRING ||
		    dd_xpath_next(&scanner).start < to)
			return;
		condition->value = dd_arena_ndup(
		    arena, parser->text + value.start + 1, value.len - 2);
	}
	condition->attribute = dd_arena_ndup(arena, start, name.len);
}

/* The next token is behind a `[`; goes behind its `]`. */
static bool
read_predicate(struct parser *parser, struct dd_sch_step *step)
{
	size_t from = parser->token.start, to, depth = 1;
	struct dd_xpath *xpath;

	while (parser->token.type != DD_XPATH_END) {
		depth += is_token(parser, "[");
		depth -= is_token(parser, "]");
		if (depth == 0)
			break;
		advance(parser);
	}
	to = parser->token.start;
	if (!take(parser, "]"))
		return fail(parser, "a `[` is not closed");
	if (step->condition_count == PREDICATES)
		return fail(parser, "a step has too many conditions");
	xpath = compile(parser, "", from, to);
	if (!xpath)
		return false;
	parser->whole |= counts_places(parser, from, to, xpath);
	if (!step->conditions)
		step->conditions =
		    dd_arena_alloc(&parser->reader->schematron->arena,
			PREDICATES * sizeof *step->conditions);
	step->conditions[step->condition_count].xpath = xpath;
	read_attribute(
	    parser, from, to, &step->conditions[step->condition_count++]);
	return true;
}

/* `text()` and its like; what stands between the brackets is left to the
 * expression from the root. */
static bool
read_node_type(struct parser *parser, struct dd_sch_step *step)
{
	if (take(parser, "text"))
		step->kind = DD_SCH_TEXT;
	else if (take(parser, "comment"))
		step->kind = DD_SCH_COMMENT;
	else if (take(parser, "processing-instruction"))
		step->kind = DD_SCH_PI;
	else if (take(parser, "node"))
		step->kind = DD_SCH_NODE;
	else
		return fail(parser, "a function cannot stand here");
	parser->whole |= step->kind == DD_SCH_NODE;
	advance(parser);
	if (parser->token.type == DD_XPATH_STRING) {
		parser->whole = true;
		advance(parser);
	}
	return take(parser, ")") || fail(parser, "a `)` is missing");
}

/* `p:name`, `p:*` or `name`. */
static bool
read_name(struct parser *parser, struct dd_sch_step *step)
{
	struct dd_arena *arena = &parser->reader->schematron->arena;
	const char *name = dd_arena_ndup(
	    arena, parser->text + parser->token.start, parser->token.len);
	const char *colon = strchr(name, ':');

	if (colon) {
		step->uri =
		    dd_xpath_engine_uri(parser->reader->schematron->engine,
			dd_arena_ndup(arena, name, (size_t)(colon - name)));
		name = colon + 1;
	}
	step->name = strcmp(name, "*") == 0 ? NULL : name;
	advance(parser);
	return true;
}

static bool
is_call(const struct parser *parser)
{
	struct dd_xpath_scanner ahead = parser->scanner;

	return parser->token.type == DD_XPATH_NAME &&
	    dd_xpath_is(parser->text, dd_xpath_next(&ahead), "(");
}

static bool
read_test(struct parser *parser, struct dd_sch_step *step)
{
	if (is_call(parser))
		return read_node_type(parser, step);
	if (parser->token.type == DD_XPATH_NAME)
		return read_name(parser, step);
	step->any_uri = true;
	return take(parser, "*") || fail(parser, "a name is missing");
}

static bool
read_axis(struct parser *parser, struct dd_sch_step *step)
{
	struct dd_xpath_scanner ahead = parser->scanner;
	bool axis = parser->token.type == DD_XPATH_NAME &&
	    dd_xpath_is(parser->text, dd_xpath_next(&ahead), "::");

	if (take(parser, "@")) {
		step->kind = DD_SCH_ATTRIBUTE;
		return true;
	}
	if (!axis)
		return true;
	if (is_token(parser, "attribute"))
		step->kind = DD_SCH_ATTRIBUTE;
	else if (!is_token(parser, "child"))
		return fail(
		    parser, "only `child::` and `attribute::` may stand");
	advance(parser);
	advance(parser);
	return true;
}

static bool
read_step(struct parser *parser, bool deep)
{
	struct dd_sch_step *step;

	if (parser->count == STEPS)
		return fail(parser, "there are too many steps");
	step = &parser->steps[parser->count++];
	*step = (struct dd_sch_step){.deep = deep};
	if (!read_axis(parser, step) || !read_test(parser, step))
		return false;
	while (take(parser, "["))
		if (!read_predicate(parser, step))
			return false;
	return true;
}

/* `key(...)` finds its nodes by itself. */
static bool
skip_call(struct parser *parser)
{
	size_t depth = 0;

	if (!is_token(parser, "key") && !is_token(parser, "id"))
		return true;
	parser->whole = true;
	advance(parser);
	do {
		depth += is_token(parser, "(");
		depth -= is_token(parser, ")");
		advance(parser);
	} while (depth > 0 && parser->token.type != DD_XPATH_END);
	return depth == 0 || fail(parser, "a `)` is missing");
}

static bool
read_steps(struct parser *parser)
{
	bool deep = false;

	do {
		if (!read_step(parser, deep))
			return false;
		deep = is_token(parser, "//");
	} while (take(parser, "/") || take(parser, "//"));
	return true;
}

/* All between two `|`. */
static bool
read_path(struct parser *parser, const char **ret_front)
{
	bool called, rooted = take(parser, "/");

	*ret_front = rooted ? "" : "//";
	parser->alternative->rooted = rooted;
	if (!rooted && take(parser, "//"))
		*ret_front = "";
	called = !rooted && is_call(parser) &&
	    (is_token(parser, "key") || is_token(parser, "id"));
	if (called) {
		*ret_front = "";
		if (!skip_call(parser))
			return false;
		return (!take(parser, "/") && !take(parser, "//")) ||
		    read_steps(parser);
	}
	if (rooted &&
	    (parser->token.type == DD_XPATH_END || is_token(parser, "|"))) {
		parser->whole = true;
		return true;
	}
	return read_steps(parser);
}

static bool
read_alternative(struct parser *parser)
{
	struct dd_arena *arena = &parser->reader->schematron->arena;
	struct dd_sch_alternative *alternative =
	    dd_arena_alloc(arena, sizeof *alternative);
	size_t from = parser->token.start;
	const char *front;

	if (dd_sch_count(parser->reader, parser->node) < 0)
		return false;
	parser->alternative = alternative;
	parser->count = 0;
	parser->whole = false;
	if (!read_path(parser, &front))
		return false;
	if (!is_token(parser, "|") && parser->token.type != DD_XPATH_END)
		return fail(parser, "this is no part of a context");
	/* Keys need it in any case, and it finds what is not known. */
	alternative->set = compile(parser, front, from, parser->token.start);
	if (parser->whole || !alternative->set)
		return alternative->set != NULL;
	alternative->count = parser->count;
	alternative->steps =
	    dd_arena_alloc(arena, parser->count * sizeof *alternative->steps);
	for (size_t i = 0; i < parser->count; i++)
		alternative->steps[i] = parser->steps[parser->count - 1 - i];
	return true;
}

int
dd_sch_context_read(struct dd_sch_reader *reader, const xmlNode *node,
    const char *name, struct dd_sch_alternative **ret_alternatives)
{
	struct dd_sch_alternative **last = ret_alternatives;
	const char *text = dd_sch_value(reader, node, name);
	struct parser parser = {
	    .reader = reader,
	    .node = node,
	    .attr = dd_node_attr(node, name),
	    .text = text,
	    .scanner = {.text = text},
	};

	if (!text)
		return dd_sch_fail(reader, node, NULL, 0,
		    "`<%s>` lacks its `%s`", (const char *)node->name, name);
	do {
		advance(&parser);
		if (!read_alternative(&parser))
			return DD_E_USAGE;
		*last = parser.alternative;
		last = &parser.alternative->next;
	} while (is_token(&parser, "|"));
	return 0;
}
