/* SPDX-License-Identifier: MIT */
/* The strength of results: a lead must not claim more than the items say. */
#include <string.h>
#include "base/ascii.h"
#include "check/rule.h"

/* Bytes of a text; empty: nothing was found. */
struct span {
	size_t start, end;
};

static bool
is_letter(char c)
{
	return dd_ascii_is_letter(c) || (c & 0x80);
}

/* The first place of a word from byte `at` on; empty where there is none. */
static struct span
find_word(const char *text, size_t at, const char *word)
{
	size_t len = strlen(word);
	const char *found = text + at;

	while ((found = strstr(found, word)) != NULL) {
		if ((found == text || !is_letter(found[-1])) &&
		    !is_letter(found[len]))
			return (struct span){(size_t)(found - text),
			    (size_t)(found - text) + len};
		found += len;
	}
	return (struct span){0};
}

/* "The two Ministers agreed", not "the chart agreed on in March". */
static bool
has_joint_subject(const char *text, size_t at)
{
	static const char *const subjects[] = {"Ministers", "ministers",
	    "Leaders", "leaders", "sides", "parties", "delegations",
	    "countries", "Governments", "They", "they", "also", "further",
	    "jointly"};
	size_t end = at, start;

	while (end > 0 && dd_ascii_is_space(text[end - 1]))
		end--;
	for (start = end; start > 0 && is_letter(text[start - 1]);)
		start--;
	for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++)
		if (strlen(subjects[i]) == end - start &&
		    memcmp(subjects[i], text + start, end - start) == 0)
			return true;
	return false;
}

static struct span
find_claim_english(const char *text)
{
	static const char *const verbs[] = {"agreed", "concurred"};

	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		for (struct span at = find_word(text, 0, verbs[i]); at.end > 0;
		     at = find_word(text, at.end, verbs[i]))
			if (has_joint_subject(text, at.start))
				return at;
	return (struct span){0};
}

static struct span
find_claim_japanese(const char *text)
{
	static const char *const verbs[] = {"で一致しました", "で一致した。",
	    "に合意しました", "に合意した。", "で合意しました", "で合意した。"};

	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
		const char *at = strstr(text, verbs[i]);

		if (at)
			return (struct span){(size_t)(at - text),
			    (size_t)(at - text) + strlen(verbs[i])};
	}
	return (struct span){0};
}

/* Any word by which an item may report that something was agreed. */
static bool
tells_agreement(const struct dd_prose *prose, bool is_japanese)
{
	static const char *const english[] = {"agree", "agreed", "agrees",
	    "agreeing", "concur", "concurred", "decided", "consensus"};
	static const char *const japanese[] = {"一致", "合意", "決"};

	for (size_t i = 0; i < sizeof english / sizeof *english; i++)
		if (!is_japanese &&
		    find_word(prose->text, 0, english[i]).end > 0)
			return true;
	for (size_t i = 0; i < sizeof japanese / sizeof *japanese; i++)
		if (is_japanese && strstr(prose->text, japanese[i]))
			return true;
	return false;
}

static bool
is_in_items(const struct dd_prose *prose)
{
	return prose->kind == DD_PROSE_STATEMENT ||
	    prose->kind == DD_PROSE_NARRATIVE || prose->kind == DD_PROSE_NOTE ||
	    prose->kind == DD_PROSE_OUTCOME;
}

static bool
is_act(const struct dd_prose *prose, const char *act)
{
	const char *given = dd_node_value(prose->node, "act");

	return prose->kind == DD_PROSE_STATEMENT && given &&
	    strcmp(given, act) == 0;
}

/* The joint statement that says less than an agreement; NULL where there is
 * none, or anything else may stand for the agreement. */
static const struct dd_prose *
find_weaker(const struct dd_checker *checker, bool is_japanese)
{
	const struct dd_prose *weaker = NULL;

	for (const struct dd_prose *p = checker->prose; p; p = p->next) {
		if (is_in_items(p) &&
		    (p->kind == DD_PROSE_OUTCOME || is_act(p, "agree") ||
			is_act(p, "document") ||
			tells_agreement(p, is_japanese)))
			return NULL;
		if (!weaker &&
		    (is_act(p, "shareView") || is_act(p, "exchangeViews")))
			weaker = p;
	}
	return weaker;
}

static void
check_strength(struct dd_checker *checker)
{
	const char *lang = checker->summary->lang;
	bool is_japanese = lang && strncmp(lang, "ja", 2) == 0;
	const struct dd_prose *lead = checker->prose, *weaker;
	struct dd_diagnostic *finding;
	struct span claim;

	while (lead && lead->kind != DD_PROSE_LEAD)
		lead = lead->next;
	if (!lead || !lang || (!is_japanese && strncmp(lang, "en", 2) != 0))
		return;
	claim = is_japanese ? find_claim_japanese(lead->text)
			    : find_claim_english(lead->text);
	weaker = claim.end > 0 ? find_weaker(checker, is_japanese) : NULL;
	if (!weaker)
		return;
	finding = dd_check_report(checker, DD_ID_STATEMENT_STRENGTH, lead,
	    claim.start, claim.end,
	    "`%.*s` claims an agreement, and no item tells of one; use the "
	    "verb of the items, or give the item of the agreement.",
	    (int)(claim.end - claim.start), lead->text + claim.start);
	dd_report_related(checker->sink, finding,
	    dd_locate_value(checker->tree, dd_node_attr(weaker->node, "act")),
	    "the items go no further than this");
}

const struct dd_rule dd_rules_strength[] = {
    {.ids = DD_IDS(DD_ID_STATEMENT_STRENGTH), .document = check_strength},
    {0},
};
