/* SPDX-License-Identifier: MIT */
/* Runs the rules of every topic in one walk over the texts. */
#include "check/check.h"
#include <stdarg.h>
#include <string.h>
#include "base/error.h"
#include "check/rule.h"
#include "model/house.h"

/* One row a topic. */
static const struct dd_rule *const topics[] = {
    dd_rules_abbreviation,
    dd_rules_act,
    dd_rules_edition,
    dd_rules_glossary,
    dd_rules_item,
    dd_rules_link,
    dd_rules_photo,
    dd_rules_statement,
    dd_rules_text,
};

enum { TOPICS = sizeof topics / sizeof *topics };

static void
set_level(struct dd_check_levels *levels, const char *rule, const char *level)
{
	int found = level ? dd_level_find(level) : -1;

	for (int i = 0; rule && found >= 0 && i < DD_ID_COUNT; i++)
		if (strcmp(dd_catalog((enum dd_id)i)->slug, rule) == 0)
			levels->of[i] = (enum dd_level)found;
}

/* <severity rule="text/spelling" level="off" stage="draft"/>; without a stage
 * it is for all. */
static void
read_severities(struct dd_check_levels *levels, enum dd_stage stage,
    const struct dd_house *house)
{
	for (const xmlNode *n = dd_house_first(house, "severity"); n;
	     n = dd_node_next(n, "severity")) {
		const char *only = dd_node_value(n, "stage");

		if (!only || dd_stage_find(only) == (int)stage)
			set_level(levels, dd_node_value(n, "rule"),
			    dd_node_value(n, "level"));
	}
}

void
dd_check_levels(struct dd_check_levels *levels, enum dd_stage stage,
    const struct dd_summary *summary)
{
	for (int i = 0; i < DD_ID_COUNT; i++)
		levels->of[i] = dd_catalog((enum dd_id)i)->stages[stage];
	if (summary && summary->house)
		read_severities(levels, stage, summary->house);
}

struct dd_diagnostic *
dd_check_report(struct dd_checker *checker, enum dd_id id,
    const struct dd_prose *prose, size_t from, size_t to, const char *format,
    ...)
{
	va_list args;
	const char *message;

	va_start(args, format);
	message = dd_arena_vprintf(&checker->arena, format, args);
	va_end(args);
	return dd_report(checker->sink, id,
	    dd_prose_locate(checker->tree, prose, from, to), "%s", message);
}

static void
run_on_text(struct dd_checker *checker, const struct dd_prose *prose)
{
	for (size_t t = 0; t < TOPICS; t++)
		for (const struct dd_rule *r = topics[t];
		     r->text || r->document; r++)
			if (r->text)
				r->text(checker, prose);
}

static void
run_on_document(struct dd_checker *checker)
{
	for (size_t t = 0; t < TOPICS; t++)
		for (const struct dd_rule *r = topics[t];
		     r->text || r->document; r++)
			if (r->document)
				r->document(checker);
}

int
dd_check(const struct dd_check_input *input, struct dd_sink *sink,
    struct dd_error *error)
{
	struct dd_checker checker = {
	    .input = input,
	    .summary = input->summary,
	    .tree = input->tree,
	    .sink = sink,
	    .error = error,
	};

	dd_arena_init(&checker.arena);
	checker.prose = dd_prose_read(input->summary->root, &checker.arena);
	for (const struct dd_prose *p = checker.prose; p; p = p->next)
		run_on_text(&checker, p);
	run_on_document(&checker);
	dd_arena_release(&checker.arena);
	return checker.failure;
}
