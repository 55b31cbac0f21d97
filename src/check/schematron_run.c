/* SPDX-License-Identifier: MIT */
/*
 * Owns: a run of all patterns over one document, and what is found. In a
 * pattern, the first rule that matches a node has it.
 */
#include <stdlib.h>
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "check/check.h"
#include "check/schematron_internal.h"
#include "diag/diagnostic.h"
#include "model/model.h"
#include "xml/limits.h"
#include "xml/locate.h"

struct run {
	struct dd_schematron *schematron;
	struct dd_xpath_engine *engine;
	const struct dd_check_input *input;
	struct dd_sink *sink;
	struct dd_error *error;
	struct dd_arena arena;
	struct dd_sch_nodes nodes;
	size_t *claims;	   /* by number of a node: its last pattern */
	size_t pattern;	   /* its number, from 1 */
	bool shares_nodes; /* of the pattern */
	struct dd_named_levels named;
	int *levels; /* by the index of a check; -1: not yet asked for */
};

/* --- claims -------------------------------------------------------------- */

/* True for whoever comes first to a node in this pattern. */
static bool
claim(struct run *run, const xmlNode *node)
{
	size_t *last = &run->claims[dd_xpath_number(run->engine, node)];
	bool first = *last != run->pattern;

	*last = run->pattern;
	return first;
}

/* --- findings ------------------------------------------------------------ */

static struct dd_range
find_range(const struct run *run, const xmlNode *node)
{
	const struct dd_tree *tree = run->input->tree;

	if (node->type == XML_ATTRIBUTE_NODE)
		return dd_locate_value(tree, (const xmlAttr *)node);
	if (node->type == XML_ELEMENT_NODE)
		return dd_locate_tag(tree, node);
	if (node->type == XML_DOCUMENT_NODE)
		return dd_locate_tag(tree, run->input->summary->root);
	return dd_locate_node(tree, node);
}

/* The words of a sentence, with one space where there was any; too long a one is
 * cut. */
static const char *
join_words(struct run *run, const char *text)
{
	struct dd_buffer out;

	dd_buffer_init(&out, 0);
	while (*(text += strspn(text, DD_ASCII_SPACES)) &&
	    out.len <= DD_LIMIT_HOUSE_MESSAGE) {
		size_t len = strcspn(text, DD_ASCII_SPACES);

		if (out.len > 0)
			dd_buffer_putc(&out, ' ');
		dd_buffer_add(&out, text, len);
		text += len;
	}
	text = out.len <= DD_LIMIT_HOUSE_MESSAGE
	    ? dd_arena_dup(&run->arena, out.data)
	    : dd_arena_printf(&run->arena, "%.*s\u2026",
		  DD_UTF8_SHOW(out.data, DD_LIMIT_HOUSE_MESSAGE));
	dd_buffer_release(&out);
	return text;
}

static const char *
fill(struct run *run, const struct dd_sch_part *parts, const xmlNode *node)
{
	struct dd_buffer raw;
	const char *text;

	dd_buffer_init(&raw, 0);
	for (; parts; parts = parts->next)
		if (parts->text)
			dd_buffer_puts(&raw, parts->text);
		else if (!dd_xpath_text(run->engine, parts->xpath, node, &raw))
			break;
	text = join_words(run, raw.data);
	dd_buffer_release(&raw);
	return text;
}

static const xmlNode *
find_subject(
    struct run *run, const struct dd_sch_check *check, const xmlNode *node)
{
	struct dd_arena arena = {0};
	struct dd_xpath_nodes nodes;

	if (check->subject &&
	    dd_xpath_nodes(run->engine, check->subject, node, &arena, &nodes) &&
	    nodes.count > 0)
		node = nodes.items[0];
	dd_arena_release(&arena);
	return node;
}

static void
report(struct run *run, const struct dd_sch_check *check, const xmlNode *node,
    enum dd_level level)
{
	struct dd_sink *sink = run->sink;
	bool full = sink->count >= sink->max;
	struct dd_range range = {0, 0};
	const char *message = "";
	struct dd_diagnostic *found;

	if (!full) {
		range = find_range(run, find_subject(run, check, node));
		message = fill(run, check->message, node);
	}
	if (!message[0])
		message = dd_arena_printf(&run->arena,
		    dd_sink_say(sink, "The rule `%s` of the house is broken."),
		    check->name);
	found = dd_report_named(
	    sink, DD_ID_HOUSE_RULE, check->name, level, range, "%s", message);
	for (const struct dd_sch_note *n = check->notes; n && !full;
	     n = n->next)
		dd_report_related(
		    sink, found, range, "%s", fill(run, n->parts, node));
}

/* --- rules --------------------------------------------------------------- */

static enum dd_level
get_level(struct run *run, const struct dd_sch_check *check)
{
	int *level = &run->levels[check->index];

	if (*level < 0)
		*level = (int)dd_check_named_level(
		    &run->named, check->name, check->level);
	return (enum dd_level) * level;
}

static bool
run_check(
    struct run *run, const struct dd_sch_check *check, const xmlNode *node)
{
	enum dd_level level = get_level(run, check);
	bool holds;

	if (level != DD_OFF &&
	    dd_xpath_boolean(run->engine, check->test, node, &holds) &&
	    holds == check->report)
		report(run, check, node, level);
	if (!dd_xpath_fault(run->engine)[0])
		return true;
	dd_error_set(run->error, DD_E_ENGINE,
	    "The rule `%s` was stopped (%s): %s.", check->name, check->place,
	    dd_xpath_fault(run->engine));
	return false;
}

static bool
run_rule_at(
    struct run *run, const struct dd_sch_rule *rule, const xmlNode *node)
{
	struct dd_xpath_frame frame;
	bool good = true;

	if (run->shares_nodes && !claim(run, node))
		return true;
	dd_xpath_enter(run->engine, &frame, &rule->scope, node);
	for (const struct dd_sch_check *c = rule->checks; c && good;
	     c = c->next)
		good = run_check(run, c, node);
	dd_xpath_leave(run->engine);
	return good;
}

/* All nodes at once, by the expression from the root. */
static bool
run_set(struct run *run, const struct dd_sch_rule *rule,
    const struct dd_sch_alternative *alternative)
{
	struct dd_arena arena = {0};
	struct dd_xpath_nodes nodes;
	bool good = dd_xpath_nodes(run->engine, alternative->set,
	    (const xmlNode *)run->input->tree->doc, &arena, &nodes);

	for (size_t i = 0; i < nodes.count && good; i++)
		good = run_rule_at(run, rule, nodes.items[i]);
	dd_arena_release(&arena);
	return good;
}

static bool
run_candidates(struct run *run, const struct dd_sch_rule *rule,
    const struct dd_sch_alternative *alternative)
{
	const struct dd_sch_place *p =
	    dd_sch_nodes_find(&run->nodes, &alternative->steps[0]);
	bool good = true;

	for (; p && good; p = p->next) {
		if (dd_sch_context_test(run->engine, alternative, p->node))
			good = run_rule_at(run, rule, p->node);
		good = good && !dd_xpath_fault(run->engine)[0];
	}
	return good;
}

static bool
run_rule(struct run *run, const struct dd_sch_rule *rule)
{
	bool good = true;

	for (const struct dd_sch_alternative *a = rule->alternatives; a && good;
	     a = a->next)
		good = a->count > 0 ? run_candidates(run, rule, a)
				    : run_set(run, rule, a);
	if (!good)
		dd_error_set(run->error, DD_E_ENGINE,
		    "The context of a rule was stopped (%s): %s.", rule->place,
		    dd_xpath_fault(run->engine));
	return good;
}

static bool
run_pattern(struct run *run, const struct dd_sch_pattern *pattern)
{
	struct dd_xpath_frame frame;
	bool good = true;

	run->pattern++;
	run->shares_nodes = pattern->shares_nodes;
	dd_xpath_enter(run->engine, &frame, &pattern->scope,
	    (const xmlNode *)run->input->tree->doc);
	for (const struct dd_sch_rule *r = pattern->rules; r && good;
	     r = r->next)
		good = run_rule(run, r);
	dd_xpath_leave(run->engine);
	return good;
}

static bool
run_patterns(struct run *run)
{
	struct dd_xpath_frame frame;
	bool good = dd_xpath_begin(run->engine, run->input->tree->doc);

	if (!good)
		dd_error_set(run->error, DD_E_ENGINE,
		    "The rules of %s cannot look at this summary: %s.",
		    run->schematron->path, dd_xpath_fault(run->engine));
	dd_xpath_enter(run->engine, &frame, &run->schematron->scope,
	    (const xmlNode *)run->input->tree->doc);
	for (const struct dd_sch_pattern *p = run->schematron->patterns;
	     p && good; p = p->next)
		good = run_pattern(run, p);
	dd_xpath_leave(run->engine);
	dd_xpath_end(run->engine);
	return good;
}

int
dd_schematron_run(struct dd_schematron *schematron,
    const struct dd_check_input *input, struct dd_sink *sink,
    struct dd_error *error)
{
	struct run run = {
	    .schematron = schematron,
	    .engine = schematron->engine,
	    .input = input,
	    .sink = sink,
	    .error = error,
	};
	bool good;

	dd_arena_init(&run.arena);
	run.levels = dd_arena_alloc(
	    &run.arena, schematron->check_count * sizeof *run.levels);
	for (size_t i = 0; i < schematron->check_count; i++)
		run.levels[i] = -1;
	dd_check_named_levels(&run.named, input, &run.arena);
	dd_sch_nodes_read(&run.nodes, (const xmlNode *)input->tree->doc);
	run.claims = dd_calloc(run.nodes.count + 1, sizeof *run.claims);
	good = run_patterns(&run);
	free(run.claims);
	dd_sch_nodes_release(&run.nodes);
	dd_arena_release(&run.arena);
	return good ? 0 : DD_E_ENGINE;
}
