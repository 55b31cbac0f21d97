/* SPDX-License-Identifier: MIT */
/* Rules that compare a statement's attributes with its sentence. */
#include "language/act.h"
#include "check/speaker.h"
#include <string.h>
#include "base/ascii.h"

static void
check_act(struct dd_checker *checker, const struct dd_prose *prose)
{
	struct dd_act_reading reading;
	struct dd_diagnostic *finding;
	const char *act = dd_node_value(prose->node, "act");

	if (!dd_act_contradicts(prose, checker->summary->lang, &reading))
		return;
	finding = dd_report(checker->sink, DD_ID_STATEMENT_ACT,
	    dd_locate_value(checker->tree, dd_node_attr(prose->node, "act")),
	    "The act is `%s`, but the outer verb of the sentence is `%.*s`; "
	    "give the act of that verb, or another verb.",
	    act, (int)(reading.verb_end - reading.verb),
	    prose->text + reading.verb);
	dd_report_related(checker->sink, finding,
	    dd_prose_locate(
		checker->tree, prose, reading.verb, reading.verb_end),
	    "the outer verb");
}

/* --- the person that the sentence names ---------------------------------- */

/* The only person whose short form makes up the whole subject; at the beginning
 * of the sentence "the Minister" has a capital. */
static const struct dd_person *
find_typed(struct dd_checker *checker, const struct dd_table *names,
    const struct dd_prose *prose, const struct dd_act_reading *reading)
{
	const struct dd_prose_run *run =
	    dd_prose_run_at(prose, reading->subject);
	char *form =
	    dd_arena_ndup(&checker->arena, prose->text + reading->subject,
		reading->subject_end - reading->subject);
	const struct dd_person *const *found = dd_table_find(names, form);
	const char *marked = run && dd_node_is(run->element, "person")
	    ? dd_node_value(run->element, "ref")
	    : NULL;

	if (!found) {
		*form = dd_ascii_lower(*form);
		found = dd_table_find(names, form);
	}
	if (!found || !*found || (marked && strcmp(marked, (*found)->id) != 0))
		return NULL;
	return *found;
}

static bool
is_joint(const char *act)
{
	return strcmp(act, "agree") == 0 || strcmp(act, "shareView") == 0 ||
	    strcmp(act, "exchangeViews") == 0;
}

/* Joint acts with one speaker are the business of statement/joint. */
static void
check_speaker_of(struct dd_checker *checker, const struct dd_table *names,
    const struct dd_prose *prose)
{
	struct dd_act_reading reading;
	struct dd_speakers speakers;
	const struct dd_person *person;
	struct dd_diagnostic *finding;

	if (!dd_act_read(prose, checker->summary->lang, &reading) ||
	    is_joint(dd_node_value(prose->node, "act")))
		return;
	person = dd_speakers_marked(checker, prose, &reading);
	if (!person)
		person = find_typed(checker, names, prose, &reading);
	speakers = dd_speakers_read(checker, prose->node);
	if (!person || speakers.unknown ||
	    dd_speakers_have(checker, prose->node, person))
		return;
	finding = dd_report(checker->sink, DD_ID_STATEMENT_SPEAKER_NAMED,
	    dd_locate_value(checker->tree, speakers.attr),
	    "The sentence says what `%s` did, but `speaker` names `%s`; "
	    "correct "
	    "one of them.",
	    person->id, dd_node_value(prose->node, "speaker"));
	dd_report_related(checker->sink, finding,
	    dd_prose_locate(
		checker->tree, prose, reading.subject, reading.subject_end),
	    "the subject of the sentence");
}

/* Short forms that only one person has; of others the value is NULL. */
static void
add_names(struct dd_checker *checker, struct dd_table *names)
{
	for (const struct dd_party *side = checker->summary->parties; side;
	     side = side->next)
		for (const struct dd_person *p = side->persons; p;
		     p = p->next) {
			const struct dd_person **holder =
			    dd_arena_alloc(&checker->arena, sizeof *holder);

			*holder = p;
			if (p->id && p->short_form &&
			    !dd_table_add(names, p->short_form, holder))
				*(const struct dd_person **)dd_table_find(
				    names, p->short_form) = NULL;
		}
}

static void
check_speaker_named(struct dd_checker *checker)
{
	struct dd_table names;

	dd_table_init(&names);
	add_names(checker, &names);
	for (const struct dd_prose *p = checker->prose; p; p = p->next)
		check_speaker_of(checker, &names, p);
	dd_table_release(&names);
}

const struct dd_rule dd_rules_act[] = {
    {.ids = DD_IDS(DD_ID_STATEMENT_ACT), .text = check_act},
    {.ids = DD_IDS(DD_ID_STATEMENT_SPEAKER_NAMED),
	.document = check_speaker_named},
    {0},
};
