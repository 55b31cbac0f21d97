/* SPDX-License-Identifier: MIT */
/* Runs the rules of every topic over the texts and the document. */
#include "check/check.h"
#include <assert.h>
#include <stdarg.h>
#include <string.h>
#include "base/error.h"
#include "check/baseline.h"
#include "check/rule.h"
#include "check/schematron.h"
#include "check/suppress.h"

/* One table a topic. */
static const struct dd_rule *const topics[] = {
    dd_rules_abbreviation,
    dd_rules_act,
    dd_rules_amount,
    dd_rules_archive,
    dd_rules_archive_meeting,
    dd_rules_archive_reference,
    dd_rules_character,
    dd_rules_chrome,
    dd_rules_edition,
    dd_rules_editions,
    dd_rules_glossary,
    dd_rules_item,
    dd_rules_link,
    dd_rules_mark,
    dd_rules_photo,
    dd_rules_quote,
    dd_rules_release,
    dd_rules_repeat,
    dd_rules_spelling,
    dd_rules_statement,
    dd_rules_stop,
    dd_rules_strength,
    dd_rules_names,
    dd_rules_party,
    dd_rules_person,
    dd_rules_term_list,
    dd_rules_text,
    dd_rules_title,
    dd_rules_title_side,
    dd_rules_time,
    dd_rules_time_facts,
    dd_rules_todo,
    dd_rules_variant,
    dd_rules_width,
};

/* Those of them that have nothing to say without an archive. */
static const struct dd_rule *const across[] = {
    dd_rules_archive,
    dd_rules_archive_meeting,
    dd_rules_archive_reference,
};

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

const char *
dd_check_say(struct dd_checker *checker, const char *format, ...)
{
	const char *text;
	va_list args;

	va_start(args, format);
	text = dd_arena_vprintf(
	    &checker->arena, dd_sink_say(checker->sink, format), args);
	va_end(args);
	return text;
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
	if (sink->count < sink->max && dd_sink_level(sink, id) != DD_OFF)
		range = dd_prose_locate(checker->tree, prose, from, to);
	va_start(args, format);
	message =
	    dd_arena_vprintf(&checker->arena, dd_sink_say(sink, format), args);
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
		    dd_sink_say(checker->sink, text));
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

/* True where one of the ids, which may be NULL, counts at this stage. */
static bool
is_asked(const struct dd_sink *sink, const enum dd_id *ids)
{
	while (ids && *ids != DD_ID_COUNT)
		if (dd_sink_level(sink, *ids++) != DD_OFF)
			return true;
	return false;
}

static bool
has_id(const enum dd_id *ids, enum dd_id id)
{
	while (ids && *ids != DD_ID_COUNT)
		if (*ids++ == id)
			return true;
	return false;
}

bool
dd_check_needs_archive(const struct dd_check_options *options)
{
	const struct dd_summary nowhere = {.house = NULL};
	const struct dd_check_input input = {
	    .options = options, .summary = &nowhere};
	struct dd_check_levels levels;
	const struct dd_sink sink = {.levels = levels.of};

	dd_check_levels(&levels, &input);
	for (size_t t = 0; t < sizeof across / sizeof *across; t++)
		for (const struct dd_rule *r = across[t]; r->ids; r++)
			if (is_asked(&sink, r->ids))
				return true;
	return false;
}

/* Whether a row has kept to the ids that it names. */
static bool
is_true_to_its_ids(
    const struct dd_rule *rule, const struct dd_diagnostic *found)
{
	while (found &&
	    (has_id(rule->ids, found->id) || has_id(rule->also, found->id)))
		found = found->next;
	return !found;
}

/* "text/dash", or "text/quote-pair, text/quotes". */
static const char *
list_ids(struct dd_checker *checker, const enum dd_id *ids)
{
	const char *list = dd_catalog(*ids)->slug;

	while (*++ids != DD_ID_COUNT)
		list = dd_arena_printf(
		    &checker->arena, "%s, %s", list, dd_catalog(*ids)->slug);
	return list;
}

static void
run_rule(struct dd_checker *checker, const struct dd_rule *rule)
{
	const struct dd_check_options *options = checker->input->options;
	const struct dd_sink *sink = checker->sink;
	const struct dd_diagnostic *last = sink->last;
	uint64_t before;

	if (!is_asked(sink, rule->ids) && !is_asked(sink, rule->also))
		return;
	before = dd_check_spend(options, NULL, 0);
	for (const struct dd_prose *p = checker->prose; p && rule->text;
	     p = p->next)
		if (!rule->traits || rule->traits & p->traits)
			rule->text(checker, p);
	if (rule->document)
		rule->document(checker);
	if (options->spent)
		dd_check_spend(options, list_ids(checker, rule->ids), before);
	assert(is_true_to_its_ids(rule, last ? last->next : sink->first));
	(void)last;
}

/* Those that the house wrote itself. */
static void
run_house_rules(struct dd_checker *checker)
{
	const struct dd_check_input *input = checker->input;
	uint64_t before = dd_check_spend(input->options, NULL, 0);

	for (size_t i = 0; i < input->rule_count && checker->failure == 0; i++)
		checker->failure = dd_schematron_run(
		    input->rules[i], input, checker->sink, checker->error);
	if (input->rule_count > 0)
		dd_check_spend(input->options, "house rules", before);
}

static const struct dd_prose *
read_texts(struct dd_checker *checker)
{
	struct dd_prose *first =
	    dd_prose_read(checker->summary->root, &checker->arena);

	for (struct dd_prose *p = first; p; p = p->next)
		p->traits = dd_traits_read(p->text, p->len);
	return first;
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
	size_t told = sink->total;
	uint64_t before;

	before = dd_check_spend(input->options, NULL, 0);
	dd_arena_init(&checker.arena);
	dd_table_init(&checker.beside);
	checker.prose = read_texts(&checker);
	dd_check_spend(input->options, "texts", before);
	for (size_t t = 0; t < sizeof topics / sizeof *topics; t++)
		for (const struct dd_rule *r = topics[t]; r->ids; r++)
			run_rule(&checker, r);
	run_house_rules(&checker);
	before = dd_check_spend(input->options, NULL, 0);
	dd_suppress(input, told, sink);
	dd_baseline_mark(input, told, sink);
	dd_check_spend(input->options, "suppressions", before);
	dd_table_release(&checker.beside);
	dd_arena_release(&checker.arena);
	return checker.failure;
}
