/* SPDX-License-Identifier: MIT */
/* The words of <money> and <quantity> against their values. */
#include <math.h>
#include <string.h>
#include "base/ascii.h"
#include "language/read_number.h"
#include "check/rule.h"

/* A unit such as "million people" counts what the words may spell out. */
static bool
has_scale(const char *unit)
{
	static const char *const scales[] = {
	    "hundred", "thousand", "million", "billion", "千", "万", "億"};

	for (size_t i = 0; unit && i < sizeof scales / sizeof *scales; i++)
		if (strstr(unit, scales[i]))
			return true;
	return false;
}

/* "Over 600" may stand for 640. */
static bool
is_hedged(const char *text, size_t from, size_t to)
{
	static const char *const words[] = {"over ", "more than ", "under ",
	    "less than ", "nearly ", "almost ", "about ", "some ", "around ",
	    "approximately ", "at least ", "約"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t len = strlen(words[i]);

		for (size_t at = from; at + len <= to; at++)
			if (dd_ascii_equal_n(text + at, words[i], len))
				return true;
	}
	return false;
}

static void
check_amount(struct dd_checker *checker, const struct dd_prose *prose,
    const struct dd_prose_run *run, const char *attr)
{
	const char *value = dd_node_value(run->element, attr);
	struct dd_typed_number typed, exact;
	double off;

	if (!value || has_scale(dd_node_value(run->element, "unit")) ||
	    !dd_number_read(prose->text, run->start, run->end,
		checker->summary->lang, &typed) ||
	    !dd_number_read(value, 0, strlen(value), "en", &exact))
		return;
	off = fabs(exact.value - typed.value);
	if (off <= typed.step / 2 + exact.value * 1e-12 ||
	    (off <= exact.value / 10 &&
		is_hedged(prose->text, run->start, typed.start)))
		return;
	dd_report_related(checker->sink,
	    dd_check_report(checker, DD_ID_ITEM_AMOUNT, prose, typed.start,
		typed.end,
		"`%.*s` is another number than its value, %s; correct one of "
		"them.",
		(int)(typed.end - typed.start), prose->text + typed.start,
		value),
	    dd_locate_value(checker->tree, dd_node_attr(run->element, attr)),
	    "the value of these words");
}

static void
check_amounts(struct dd_checker *checker, const struct dd_prose *prose)
{
	for (size_t i = 0; i < prose->run_count; i++) {
		const struct dd_prose_run *run = &prose->runs[i];

		if (!run->node || run->foreign)
			continue;
		if (dd_node_is(run->element, "money"))
			check_amount(checker, prose, run, "amount");
		else if (dd_node_is(run->element, "quantity"))
			check_amount(checker, prose, run, "value");
	}
}

const struct dd_rule dd_rules_amount[] = {
    {.ids = DD_IDS(DD_ID_ITEM_AMOUNT), .text = check_amounts},
    {0},
};
