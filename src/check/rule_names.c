/* SPDX-License-Identifier: MIT */
/* Runs the rules about names over all texts, with one index of names. */
#include "check/name_reading.h"
#include <string.h>

/* True where somebody who took part has that pronoun, or may have. */
static bool
is_shared(const struct dd_summary *s, const char *pronoun)
{
	for (const struct dd_party *p = s->parties; p; p = p->next)
		for (const struct dd_person *q = p->persons; q; q = q->next)
			if (!q->pronoun || strcmp(q->pronoun, pronoun) == 0)
				return true;
	return false;
}

static bool
is_english(const char *lang)
{
	return lang && strncmp(lang, "en", 2) == 0 &&
	    (lang[2] == '\0' || lang[2] == '-');
}

static void
check_text(const struct dd_name_reading *reading, bool english)
{
	enum dd_prose_kind kind = reading->prose->kind;

	if (kind == DD_PROSE_OFFICE || kind == DD_PROSE_CREDIT)
		return;
	dd_check_names_in(reading);
	dd_check_offices_in(reading);
	dd_check_mentions_in(reading);
	if (english && dd_prose_is_sentence(reading->prose))
		dd_check_pronouns_in(reading);
}

static void
check_names(struct dd_checker *checker)
{
	struct dd_name_index index;
	struct dd_countries countries = {0};
	struct dd_table offices;
	struct dd_name_reading reading = {
	    .checker = checker,
	    .index = &index,
	    .countries = &countries,
	    .offices = &offices,
	    .he = is_shared(checker->summary, "he"),
	    .she = is_shared(checker->summary, "she"),
	};
	bool english = is_english(checker->summary->lang);

	dd_table_init(&offices);
	dd_office_variants(checker, &offices);
	dd_name_index_init(&index, checker->summary, &checker->arena);
	for (const struct dd_prose *p = checker->prose; p; p = p->next) {
		reading.prose = p;
		reading.tokens =
		    dd_tokens_read(&checker->arena, p->text, p->len);
		check_text(&reading, english);
	}
	dd_name_index_release(&index);
	dd_countries_release(&countries);
	dd_table_release(&offices);
}

const struct dd_rule dd_rules_names[] = {
    {.ids = DD_IDS(DD_ID_NAME_CAPITALS, DD_ID_NAME_OFFICE, DD_ID_NAME_ORDER,
	 DD_ID_NAME_PRONOUN, DD_ID_NAME_SPELLING, DD_ID_NAME_TYPED,
	 DD_ID_PARTY_TYPED),
	.also = DD_IDS(
	    DD_ID_NAME_COURTESY, DD_ID_NAME_HONORIFIC, DD_ID_NAME_OWN_STYLE),
	.document = check_names},
    {0},
};
