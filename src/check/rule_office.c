/* SPDX-License-Identifier: MIT */
/* Offices typed in texts against the offices of the people they stand by. */
#include "check/name_reading.h"
#include <string.h>

/* An office with its "of" for "for", or the other way round, such as nobody
 * should write it. */
struct variant {
	const struct dd_person *person;
	const char *office;	    /* as it is recorded */
	struct dd_tokens tokens;    /* of the recorded office */
	size_t swapped;		    /* the word that differs */
	const struct variant *next; /* with the same first word */
};

/* One text at work. */
struct reading {
	struct dd_checker *checker;
	const struct dd_name_index *index;
	const struct dd_table *variants; /* first word -> struct variant */
	const struct dd_prose *prose;
	struct dd_tokens tokens;
	size_t told; /* words that have been judged */
};

static void
report_office(const struct reading *r, size_t at, size_t count,
    const struct dd_person *person)
{
	const struct dd_token *first = &r->tokens.at[at];
	const struct dd_token *last = first + count - 1;
	const xmlNode *office = dd_node_child(person->node, "office");
	struct dd_diagnostic *found = dd_check_report(r->checker,
	    DD_ID_NAME_OFFICE, r->prose, first->from, last->to,
	    "`%.*s` is not the office that this person held that day, which "
	    "is `%s`; correct the one or the other.",
	    (int)(last->to - first->from), r->prose->text + first->from,
	    person->offices->title);

	dd_report_related(r->checker->sink, found,
	    dd_locate_name(r->checker->tree, office ? office : person->node),
	    office ? N_("the office is recorded here")
		   : N_("the office is that of the house's register"));
	dd_check_mend(r->checker, found, r->prose, first->from, last->to,
	    person->offices->title);
}

/* --- "Minister of Foreign Affairs" for "for" ----------------------------- */

static bool
is_swapped(const char *typed, const char *recorded)
{
	return (strcmp(typed, "of") == 0 && strcmp(recorded, "for") == 0) ||
	    (strcmp(typed, "for") == 0 && strcmp(recorded, "of") == 0);
}

/* How many words from `at` on are the variant; 0 where they are not. */
static size_t
match_variant(const struct reading *r, size_t at, const struct variant *v)
{
	const struct dd_token *t = &r->tokens.at[at];

	if (r->tokens.count - at < v->tokens.count)
		return 0;
	for (size_t i = 0; i < v->tokens.count; i++) {
		const char *recorded = v->tokens.at[i].folded;

		if (i == v->swapped ? !is_swapped(t[i].folded, recorded)
				    : strcmp(t[i].folded, recorded) != 0)
			return 0;
	}
	return v->tokens.count;
}

/* True where only a comma and a space part the words from a name in front, or
 * a space from one behind. */
static bool
stands_by(const struct reading *r, size_t at, size_t count,
    const struct dd_person *person)
{
	const struct dd_token *t = r->tokens.at;
	size_t end = at + count;

	if (at > 0 && t[at].from - t[at - 1].to == 2 &&
	    r->tokens.text[t[at - 1].to] == ',' &&
	    dd_name_has(r->index, t[at - 1].folded, person))
		return true;
	return dd_tokens_adjoin(&r->tokens, end - 1) && t[end].capital &&
	    dd_name_has(r->index, t[end].folded, person);
}

/* How many words from `at` on are "of" and the person's country or
 * organisation; 0 where they are not. */
static size_t
match_side(const struct reading *r, size_t at, const struct dd_person *person)
{
	const char *names[] = {
	    person->party->name.longer, person->party->name.shorter};
	size_t the = at + 1;

	if (the >= r->tokens.count ||
	    strcmp(r->tokens.at[at].folded, "of") != 0)
		return 0;
	if (strcmp(r->tokens.at[the].folded, "the") == 0)
		the++;
	for (size_t i = 0; i < 2 && the < r->tokens.count; i++) {
		struct dd_tokens name =
		    dd_tokens_of(&r->checker->arena, names[i]);
		size_t count;

		if (name.count > 1 && strcmp(name.at[0].folded, "the") == 0) {
			name.at++;
			name.count--;
		}
		count = name.count > 0 ? dd_tokens_match(&r->tokens, the, &name)
				       : 0;
		if (count > 0)
			return the + count - at;
	}
	return 0;
}

static void
check_variants(struct reading *r, size_t at)
{
	for (const struct variant *v =
		 dd_table_find(r->variants, r->tokens.at[at].folded);
	     v; v = v->next) {
		size_t count = match_variant(r, at, v);

		if (count == 0 ||
		    (!stands_by(r, at, count, v->person) &&
			match_side(r, at + count, v->person) == 0))
			continue;
		report_office(r, at, count, v->person);
		r->told = at + count;
		return;
	}
}

/* --- behind a full name in the lead -------------------------------------- */

/* The words of an office as typed: those with capitals and the little ones in
 * between, up to the country. */
static size_t
measure_office(
    const struct reading *r, size_t at, const struct dd_person *person)
{
	static const char *const little[] = {"of", "for", "and", "the", "to"};
	size_t end = at, next = at;

	while (next < r->tokens.count) {
		bool may_join = false;

		if (next > at && !dd_tokens_adjoin(&r->tokens, next - 1))
			break;
		for (size_t i = 0; i < sizeof little / sizeof *little; i++)
			may_join |=
			    strcmp(r->tokens.at[next].folded, little[i]) == 0;
		if (next > at && match_side(r, next, person) > 0)
			break;
		if (!may_join && !r->tokens.at[next].capital)
			break;
		next++;
		end = may_join ? end : next;
	}
	return end - at;
}

/* True where `count` words from `at` on begin with an office of the person, or
 * are its short form and no more. */
static bool
is_office(const struct reading *r, size_t at, size_t count,
    const struct dd_person *person)
{
	for (const struct dd_office *o = person->offices; o; o = o->next) {
		struct dd_tokens title =
		    dd_tokens_of(&r->checker->arena, o->title);
		struct dd_tokens shorter =
		    dd_tokens_of(&r->checker->arena, o->shorter);

		if ((title.count > 0 &&
			dd_tokens_match(&r->tokens, at, &title)) ||
		    (shorter.count == count &&
			dd_tokens_match(&r->tokens, at, &shorter)))
			return true;
	}
	return false;
}

static void
check_apposition(struct reading *r, size_t at)
{
	const struct dd_token *t = r->tokens.at;
	const struct dd_name_person *name =
	    dd_name_only(r->index, t[at].folded);
	enum dd_name_order order;
	size_t office,
	    count = name ? dd_name_match(name, &r->tokens, at, &order) : 0;

	office = at + count;
	if (count == 0 || office >= r->tokens.count || !name->person->offices ||
	    t[office].from - t[office - 1].to != 2 ||
	    r->tokens.text[t[office - 1].to] != ',')
		return;
	if (strcmp(t[office].folded, "acting") == 0 &&
	    office + 1 < r->tokens.count)
		office++;
	if (!t[office].capital || !dd_name_is_title(r->index, t[office].folded))
		return;
	count = measure_office(r, office, name->person);
	if (count == 0 || is_office(r, office, count, name->person))
		return;
	report_office(r, office, count, name->person);
	r->told = office + count;
}

/* --- all texts ----------------------------------------------------------- */

static void
add_variant(struct dd_checker *checker, struct dd_table *table,
    const struct dd_person *person, const char *office)
{
	struct dd_tokens tokens = dd_tokens_of(&checker->arena, office);
	struct variant *first, *v;

	for (size_t i = 1; i < tokens.count; i++) {
		if (strcmp(tokens.at[i].folded, "of") != 0 &&
		    strcmp(tokens.at[i].folded, "for") != 0)
			continue;
		v = dd_arena_alloc(&checker->arena, sizeof *v);
		*v = (struct variant){.person = person,
		    .office = office,
		    .tokens = tokens,
		    .swapped = i};
		first = dd_table_find(table, tokens.at[0].folded);
		if (!first) {
			dd_table_add(table, tokens.at[0].folded, v);
		} else {
			v->next = first->next;
			first->next = v;
		}
		return;
	}
}

void
dd_check_offices_in(const struct dd_name_reading *reading)
{
	struct reading work =
			   {
			       .checker = reading->checker,
			       .index = reading->index,
			       .variants = reading->offices,
			       .prose = reading->prose,
			       .tokens = reading->tokens,
			   },
		       *r = &work;

	for (size_t i = 0; i < r->tokens.count; i++) {
		if (!r->tokens.at[i].capital || i < r->told)
			continue;
		if (r->prose->kind == DD_PROSE_LEAD)
			check_apposition(r, i);
		if (i >= r->told)
			check_variants(r, i);
	}
}

void
dd_office_variants(struct dd_checker *checker, struct dd_table *table)
{
	for (const struct dd_party *p = checker->summary->parties; p;
	     p = p->next)
		for (const struct dd_person *q = p->persons; q; q = q->next)
			for (const struct dd_office *o = q->offices; o;
			     o = o->next)
				add_variant(checker, table, q, o->title);
}
