/* SPDX-License-Identifier: MIT */
/* Runs the rules of every topic in one walk over the texts. */
#include "check/check.h"
#include <stdarg.h>
#include <string.h>
#include "base/error.h"
#include "check/baseline.h"
#include "check/rule.h"
#include "check/suppress.h"

/* One row a topic. */
static const struct topic {
	const char *name;
	const struct dd_rule *rules;
} topics[] = {
    {"abbreviation", dd_rules_abbreviation},
    {"act", dd_rules_act},
    {"amount", dd_rules_amount},
    {"character", dd_rules_character},
    {"chrome", dd_rules_chrome},
    {"edition", dd_rules_edition},
    {"glossary", dd_rules_glossary},
    {"item", dd_rules_item},
    {"link", dd_rules_link},
    {"mark", dd_rules_mark},
    {"photo", dd_rules_photo},
    {"quote", dd_rules_quote},
    {"release", dd_rules_release},
    {"repeat", dd_rules_repeat},
    {"spelling", dd_rules_spelling},
    {"statement", dd_rules_statement},
    {"stop", dd_rules_stop},
    {"names", dd_rules_names},
    {"party", dd_rules_party},
    {"person", dd_rules_person},
    {"text", dd_rules_text},
    {"title", dd_rules_title},
    {"title-side", dd_rules_title_side},
    {"time", dd_rules_time},
    {"time-facts", dd_rules_time_facts},
    {"variant", dd_rules_variant},
    {"width", dd_rules_width},
};

enum { TOPICS = sizeof topics / sizeof *topics };

uint64_t
dd_check_spend(
    const struct dd_check_options *options, const char *part, uint64_t since)
{
	uint64_t now;

	if (!options || !options->spent)
		return 0;
	now = options->clock();
	if (part)
		options->spent(options->context, part, now - since);
	return now;
}

struct dd_diagnostic *
dd_check_report(struct dd_checker *checker, enum dd_id id,
    const struct dd_prose *prose, size_t from, size_t to, const char *format,
    ...)
{
	struct dd_sink *sink = checker->sink;
	struct dd_range range = {0, 0};
	va_list args;
	const char *message;

	/* A place has a price, and nobody will read it. */
	if (sink->count < sink->max && sink->levels[id] != DD_OFF)
		range = dd_prose_locate(checker->tree, prose, from, to);
	va_start(args, format);
	message = dd_arena_vprintf(&checker->arena, format, args);
	va_end(args);
	return dd_report(sink, id, range, "%s", message);
}

void
dd_check_relate(struct dd_checker *checker, struct dd_diagnostic *found,
    const struct dd_prose *prose, size_t from, size_t to, const char *text)
{
	if (found != &checker->sink->scratch)
		dd_report_related(checker->sink, found,
		    dd_prose_locate(checker->tree, prose, from, to), "%s",
		    text);
}

bool
dd_check_can_mend(const struct dd_prose *prose, size_t from, size_t to)
{
	const struct dd_prose_run *run = dd_prose_run_at(prose, from);

	return to > from && run->node &&
	    run == dd_prose_run_at(prose, to - 1) &&
	    !memchr(prose->text + from, '\n', to - from);
}

void
dd_check_mend(struct dd_checker *checker, struct dd_diagnostic *found,
    const struct dd_prose *prose, size_t from, size_t to,
    const char *replacement)
{
	if (found != &checker->sink->scratch && !strpbrk(replacement, "&<>") &&
	    dd_check_can_mend(prose, from, to))
		dd_report_fix(checker->sink, found,
		    dd_prose_locate(checker->tree, prose, from, to),
		    replacement);
}

/* The rules of a topic on one text, or (NULL) on the document. */
static void
run_topic(struct dd_checker *checker, const struct dd_rule *rules,
    const struct dd_prose *prose)
{
	for (const struct dd_rule *r = rules; r->text || r->document; r++) {
		if (prose && r->text)
			r->text(checker, prose);
		if (!prose && r->document)
			r->document(checker);
	}
}

/* The same of all topics; what each of them takes is added up. */
static void
run_topics(struct dd_checker *checker, const struct dd_prose *prose,
    uint64_t costs[TOPICS])
{
	const struct dd_check_options *options = checker->input->options;
	uint64_t before = dd_check_spend(options, NULL, 0);

	for (size_t t = 0; t < TOPICS; t++) {
		uint64_t now;

		run_topic(checker, topics[t].rules, prose);
		now = dd_check_spend(options, NULL, 0);
		costs[t] += now - before;
		before = now;
	}
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
	uint64_t costs[TOPICS] = {0};
	size_t told = sink->total;
	uint64_t before;

	before = dd_check_spend(input->options, NULL, 0);
	dd_arena_init(&checker.arena);
	checker.prose = dd_prose_read(input->summary->root, &checker.arena);
	dd_check_spend(input->options, "texts", before);
	for (const struct dd_prose *p = checker.prose; p; p = p->next)
		run_topics(&checker, p, costs);
	run_topics(&checker, NULL, costs);
	dd_suppress(input, told, sink);
	dd_baseline_mark(input, told, sink);
	for (size_t t = 0; input->options->spent && t < TOPICS; t++)
		input->options->spent(
		    input->options->context, topics[t].name, costs[t]);
	dd_arena_release(&checker.arena);
	return checker.failure;
}
