/* SPDX-License-Identifier: MIT */
/*
 * Owns: an expression in which operators are calls. libxml2 counts nodes and
 * not what it does with them: it compares two sets node by node, makes texts of
 * whole documents for a plus, and looks for each node that an axis finds among
 * all that it has found. Written as calls, all that is counted, and none takes
 * longer than its operands are large:
 *
 *	a = b | c	op-equal(a, op-union(b, c))
 *	a/..		op-each(a, 7), where step 7 is `..`
 *	concat(a, b)	op-concat(a, b), our own
 */
#include <stdlib.h>
#include <string.h>
#include <libxml/xpathInternals.h>
#include "base/buffer.h"
#include "base/memory.h"
#include "xml/xpath_internal.h"

enum { LEVELS = 6 }; /* of operators with two operands, the weakest first */

static const struct operator
{
	const char *word;
	size_t level;
	const char *call; /* NULL: it stays what it is */
}
operators[] = {
    {"or", 0, NULL},
    {"and", 1, NULL},
    {"=", 2, "op-equal"},
    {"!=", 2, "op-differ"},
    {"<", 3, "op-less"},
    {"<=", 3, "op-least"},
    {">", 3, "op-more"},
    {">=", 3, "op-most"},
    {"+", 4, "op-plus"},
    {"-", 4, "op-less-by"},
    {"*", 5, "op-times"},
    {"div", 5, "op-divide"},
    {"mod", 5, "op-rest"},
};

/* An expression on its way; each token in `out` has a space behind it. */
struct rewriter {
	struct dd_xpath_engine *engine;
	const char *text;
	struct dd_xpath_scanner scanner;
	struct dd_xpath_token token;
	bool behind; /* the token stands where an operator may */
	bool failed;
	struct dd_buffer out;
};

static bool
is_token(const struct rewriter *r, const char *word)
{
	return r->token.type != DD_XPATH_STRING &&
	    dd_xpath_is(r->text, r->token, word);
}

static void
advance(struct rewriter *r)
{
	r->behind = r->scanner.operand;
	r->token = dd_xpath_next(&r->scanner);
}

static bool
is_counted_call(const struct rewriter *r)
{
	const char *name = r->text + r->token.start;
	const char *behind = name + r->token.len;

	return r->token.type == DD_XPATH_NAME &&
	    behind[strspn(behind, " \t\r\n")] == '(' &&
	    dd_xpath_is_counted(name, r->token.len);
}

static void
copy(struct rewriter *r)
{
	if (is_counted_call(r))
		dd_buffer_puts(&r->out, DD_XPATH_COUNTED);
	dd_buffer_add(&r->out, r->text + r->token.start, r->token.len);
	dd_buffer_putc(&r->out, ' ');
	advance(r);
}

/* Makes what stands from `start` on the first argument of a call. */
static void
open_call(struct rewriter *r, size_t start, const char *name)
{
	size_t moved = r->out.len - start, len = strlen(name) + 1;

	dd_buffer_puts(&r->out, name);
	dd_buffer_putc(&r->out, '(');
	memmove(r->out.data + start + len, r->out.data + start, moved);
	memcpy(r->out.data + start, name, len - 1);
	r->out.data[start + len - 1] = '(';
}

/* --- paths --------------------------------------------------------------- */

static void read_level(struct rewriter *r, size_t level);

/* Brackets, and expressions between commas. */
static void
read_brackets(struct rewriter *r)
{
	copy(r);
	while (r->token.type != DD_XPATH_END && !is_token(r, ")") &&
	    !is_token(r, "]")) {
		if (is_token(r, ","))
			copy(r);
		else
			read_level(r, 0);
	}
	copy(r);
}

/* A name is none, nor a star where a name may stand. */
static const struct operator* find_operator(const struct rewriter *r)
{
	if (r->token.type == DD_XPATH_NAME || (is_token(r, "*") && !r->behind))
		return NULL;
	for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
		if (is_token(r, operators[i].word))
			return &operators[i];
	return NULL;
}

static bool
ends_step(const struct rewriter *r)
{
	return r->token.type == DD_XPATH_END || is_token(r, "/") ||
	    is_token(r, "//") || is_token(r, "|") || is_token(r, ",") ||
	    is_token(r, ")") || is_token(r, "]") || find_operator(r);
}

/* A step, or what else a path may begin with, with its conditions. */
static void
read_step(struct rewriter *r)
{
	while (!ends_step(r))
		if (is_token(r, "(") || is_token(r, "["))
			read_brackets(r);
		else
			copy(r);
}

/* True for a step that may lead from several nodes to one. */
static bool
joins(const struct rewriter *r)
{
	static const char *const axes[] = {"ancestor", "ancestor-or-self",
	    "descendant", "descendant-or-self", "following",
	    "following-sibling", "parent", "preceding", "preceding-sibling"};
	struct dd_xpath_scanner ahead = r->scanner;

	if (is_token(r, ".."))
		return true;
	if (!dd_xpath_is(r->text, dd_xpath_next(&ahead), "::"))
		return false;
	for (size_t i = 0; i < sizeof axes / sizeof *axes; i++)
		if (is_token(r, axes[i]))
			return true;
	return false;
}

static size_t
add_step(struct rewriter *r, const char *text)
{
	struct dd_xpath_engine *engine = r->engine;
	struct dd_xpath *step = dd_xpath_make(engine, text);

	r->failed |= !step;
	engine->steps = dd_realloc(
	    engine->steps, (engine->step_count + 1) * sizeof *engine->steps);
	engine->steps[engine->step_count] = step;
	return engine->step_count++;
}

/* The path from `start` on is walked by a step of its own. */
static void
walk(struct rewriter *r, size_t start, const char *step)
{
	size_t number = add_step(r, step);

	open_call(r, start, "op-each");
	dd_buffer_printf(&r->out, ", %zu) ", number);
}

/* Takes the step that comes off the path again and lays it aside. */
static void
walk_next(struct rewriter *r, size_t start)
{
	size_t end = r->out.len;
	char *step;

	read_step(r);
	step = dd_strdup(r->out.data + end);
	r->out.len = end;
	r->out.data[end] = '\0';
	walk(r, start, step);
	free(step);
}

static void
read_first_step(struct rewriter *r, size_t start)
{
	bool deep = is_token(r, "//");

	if (!deep && !is_token(r, "/")) {
		read_step(r);
		return;
	}
	if (deep)
		advance(r);
	else
		copy(r);
	if (deep && joins(r)) {
		dd_buffer_puts(&r->out, "/descendant-or-self::node() ");
		walk_next(r, start);
		return;
	}
	if (deep)
		dd_buffer_puts(&r->out, "//");
	read_step(r);
}

static void
read_path(struct rewriter *r)
{
	size_t start = r->out.len;

	read_first_step(r, start);
	while (is_token(r, "/") || is_token(r, "//")) {
		if (is_token(r, "//"))
			walk(r, start, "descendant-or-self::node()");
		advance(r);
		if (joins(r)) {
			walk_next(r, start);
			continue;
		}
		dd_buffer_putc(&r->out, '/');
		read_step(r);
	}
}

/* --- operators ----------------------------------------------------------- */

static void
read_union(struct rewriter *r)
{
	size_t start = r->out.len;

	read_path(r);
	if (!is_token(r, "|"))
		return;
	open_call(r, start, "op-union");
	while (is_token(r, "|")) {
		advance(r);
		dd_buffer_puts(&r->out, ", ");
		read_path(r);
	}
	dd_buffer_puts(&r->out, ") ");
}

static void
read_signs(struct rewriter *r)
{
	size_t start = r->out.len, signs = 0;

	for (; is_token(r, "-"); signs++)
		advance(r);
	read_union(r);
	/* Two of them still make a number. */
	if (signs > 2)
		signs = 1 + (signs + 1) % 2;
	for (; signs > 0; signs--) {
		open_call(r, start, "op-minus");
		dd_buffer_puts(&r->out, ") ");
	}
}

static void
read_level(struct rewriter *r, size_t level)
{
	size_t start = r->out.len;
	const struct operator* op;

	if (level == LEVELS) {
		read_signs(r);
		return;
	}
	read_level(r, level + 1);
	while ((op = find_operator(r)) && op->level == level) {
		if (op->call) {
			advance(r);
			open_call(r, start, op->call);
			dd_buffer_puts(&r->out, ", ");
			read_level(r, level + 1);
			dd_buffer_puts(&r->out, ") ");
		} else {
			copy(r);
			read_level(r, level + 1);
		}
	}
}

struct dd_xpath *
dd_xpath_rewrite(struct dd_xpath_engine *engine, const char *text)
{
	struct rewriter r = {
	    .engine = engine, .text = text, .scanner = {.text = text}};
	struct dd_xpath *xpath = NULL;

	dd_buffer_init(&r.out, 0);
	dd_buffer_puts(&r.out, "");
	advance(&r);
	read_level(&r, 0);
	if (!r.failed)
		xpath = dd_xpath_make(engine, r.out.data);
	dd_buffer_release(&r.out);
	return xpath;
}
