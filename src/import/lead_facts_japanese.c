/* SPDX-License-Identifier: MIT */
/* Which meeting of a row it was, and its parts, in Japanese. */
#include <string.h>
#include "base/ascii.h"
#include "import/japanese.h"

/* "第３回外相戦略的対話" */
static void
read_ordinal(struct dd_lead *lead)
{
	static const char pattern[] = "第(?<n>[0-9０-９]{1,3})回[^、。（）]{0,"
				      "24}?(?:会談|対話|協議|会合)";
	struct dd_found_ordinal *ordinal;
	struct dd_extent match, at;

	if (!dd_find(lead->finder, pattern, lead->text, lead->len, 0, &match) ||
	    lead->used[match.from] ||
	    !dd_find_group(lead->finder, pattern, "n", &at))
		return;
	ordinal = dd_arena_alloc(lead->arena, sizeof *ordinal);
	*ordinal = (struct dd_found_ordinal){
	    .number = dd_lead_number(lead, at), .of = "series"};
	lead->ordinals = ordinal;
	dd_lead_use(lead, at.from - strlen("第"), at.to + strlen("回"));
	dd_lead_fact(lead, "meeting/ordinal",
	    dd_arena_printf(lead->arena, "%ld", ordinal->number), DD_CERTAIN,
	    "lead/ordinal", at);
}

static struct dd_found_session *
make_session(struct dd_lead *lead, const char *kind, struct dd_extent title)
{
	struct dd_found_session *session =
	    dd_arena_alloc(lead->arena, sizeof *session);

	*session = (struct dd_found_session){
	    .kind = kind,
	    .title =
		strcmp(kind, "other") == 0 ? dd_lead_copy(lead, title) : NULL,
	};
	dd_lead_fact(
	    lead, "meeting/session", kind, DD_CERTAIN, "lead/session", title);
	return session;
}

/* "首脳会談を行い、引き続きワーキング・ランチを行いました" */
static void
read_sessions(struct dd_lead *lead)
{
	static const char pattern[] =
	    "(?<first>(?:首脳|外相)?会談)を(?:行い|行った後)、?(?:引き続き|"
	    "続いて|その後)?、?(?:[^、。]{1,16}主催の)?(?<second>(?:"
	    "ワーキング・)?(?:ランチ|昼食会|"
	    "夕食会|ディナー|朝食会))";
	static const struct {
		const char *word, *kind;
	} rows[] = {{"ランチ", "workingLunch"}, {"昼食", "workingLunch"},
	    {"夕食", "workingDinner"}, {"ディナー", "workingDinner"},
	    {"朝食", "workingBreakfast"}};
	struct dd_extent match, first, second;
	const char *words;

	if (!dd_find(lead->finder, pattern, lead->text, lead->len, 0, &match) ||
	    !dd_find_group(lead->finder, pattern, "first", &first) ||
	    !dd_find_group(lead->finder, pattern, "second", &second))
		return;
	words = dd_lead_copy(lead, second);
	lead->sessions = make_session(lead, "other", first);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strstr(words, rows[i].word)) {
			lead->sessions->next =
			    make_session(lead, rows[i].kind, second);
			return;
		}
}

void
dd_lead_read_facts_japanese(struct dd_lead *lead)
{
	read_ordinal(lead);
	read_sessions(lead);
	dd_lead_read_initiative_japanese(lead);
}
