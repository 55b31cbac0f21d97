/* SPDX-License-Identifier: MIT */
/* Rules about names as they are typed in texts: spelling, titles, and the
 * order and capitals of full names. */
#include "check/name_reading.h"
#include <string.h>
#include "base/ascii.h"
#include "check/names.h"
#include "model/house.h"

static void
relate_name(const struct dd_name_reading *r, struct dd_diagnostic *found,
    const struct dd_person *person)
{
	const xmlNode *name = dd_node_child(person->node, "name");

	dd_report_related(r->checker->sink, found,
	    dd_locate_name(r->checker->tree, name ? name : person->node),
	    name ? N_("the name is recorded here")
		 : N_("the name is that of the house's register"));
}

/* --- spelling ------------------------------------------------------------ */

/* The word before, where only a space or a full stop stands between. */
static const struct dd_token *
get_before(const struct dd_name_reading *r, size_t at)
{
	return at > 0 && dd_tokens_adjoin(&r->tokens, at - 1)
	    ? &r->tokens.at[at - 1]
	    : NULL;
}

static const struct dd_token *
get_behind(const struct dd_name_reading *r, size_t at)
{
	return dd_tokens_adjoin(&r->tokens, at) ? &r->tokens.at[at + 1] : NULL;
}

/* True inside `<person ref="…">` of that person. */
static bool
is_mention(
    const struct dd_name_reading *r, size_t at, const struct dd_person *person)
{
	const struct dd_prose_run *run =
	    dd_prose_run_at(r->prose, r->tokens.at[at].from);
	const char *ref = run && dd_node_is(run->element, "person")
	    ? dd_node_value(run->element, "ref")
	    : NULL;

	return ref && person->id && strcmp(ref, person->id) == 0;
}

/* True where the words around show that a name is meant, and this one: the
 * other part of it, or a title alone before it. A long family name needs no
 * more than to stand alone inside a sentence. */
static bool
is_meant(
    const struct dd_name_reading *r, size_t at, const struct dd_name_word *word)
{
	const struct dd_person *person = word->owner->person;
	const struct dd_token *own = &r->tokens.at[at];
	const struct dd_token *before = get_before(r, at);
	const struct dd_token *behind = get_behind(r, at);
	size_t len = strlen(word->folded);

	if ((before && dd_name_has(r->index, before->folded, person)) ||
	    (behind && dd_name_has(r->index, behind->folded, person)) ||
	    is_mention(r, at, person))
		return true;
	if ((behind && behind->capital) ||
	    (own->folded[0] != word->folded[0] && len < 6) ||
	    strlen(own->folded) < 4)
		return false;
	if (before && before->capital)
		return dd_name_is_title(r->index, before->folded);
	return word->family && len >= 6 && own->folded[0] == word->folded[0] &&
	    !own->upper && dd_prose_is_sentence(r->prose) &&
	    !dd_tokens_begin(&r->tokens, at);
}

/* "Staviks" are the family. */
static bool
is_plural(const char *folded, const char *name)
{
	size_t len = strlen(name);

	return strncmp(folded, name, len) == 0 &&
	    strcmp(folded + len, "s") == 0;
}

static void
check_spelling(const struct dd_name_reading *r, size_t at)
{
	const struct dd_token *token = &r->tokens.at[at];
	const struct dd_name_word *word;
	const struct dd_prose_run *run;
	struct dd_diagnostic *found;

	word = token->capital ? dd_name_nearest(r->index, token->folded) : NULL;
	if (!word || is_plural(token->folded, word->folded) ||
	    !is_meant(r, at, word))
		return;
	run = dd_prose_run_at(r->prose, token->from);
	if (run && run->foreign)
		return;
	found = dd_check_report(r->checker, DD_ID_NAME_SPELLING, r->prose,
	    token->from, token->to,
	    "`%.*s` is not how the name `%s` is spelt; correct it here, or "
	    "where the name is recorded.",
	    (int)(token->to - token->from), r->prose->text + token->from,
	    word->shown);
	relate_name(r, found, word->owner->person);
	if (!token->upper)
		dd_check_mend(r->checker, found, r->prose, token->from,
		    token->to, word->shown);
}

/* --- titles before names ------------------------------------------------- */

/* The only person that a name at `at` can mean, or NULL. */
static const struct dd_person *
find_person(const struct dd_name_reading *r, size_t at)
{
	const struct dd_name_word *word = at < r->tokens.count
	    ? dd_name_find(r->index, r->tokens.at[at].folded)
	    : NULL;
	const struct dd_name_person *only;
	enum dd_name_order order;

	for (const struct dd_name_word *w = word; w; w = w->next)
		if (dd_name_match(w->owner, &r->tokens, at, &order))
			return w->owner->person;
	if (!word || !r->tokens.at[at].capital)
		return NULL;
	only = dd_name_only(r->index, word->folded);
	if (at + 1 < r->tokens.count && dd_tokens_adjoin(&r->tokens, at) &&
	    r->tokens.at[at + 1].capital)
		return NULL;
	return only ? only->person : NULL;
}

/* The word as a text of its own where it may be a courtesy title, else NULL:
 * a single letter is an initial. */
static const char *
get_title(const struct dd_name_reading *r, const struct dd_token *token)
{
	size_t len = token->to - token->from;

	if (!token->capital || len < 2 || len > 8)
		return NULL;
	return dd_arena_ndup(
	    &r->checker->arena, r->tokens.text + token->from, len);
}

static void
check_courtesy(const struct dd_name_reading *r, size_t at)
{
	const struct dd_token *token = &r->tokens.at[at];
	const char *title = get_title(r, token);
	const char *pronoun = title ? dd_name_courtesy_pronoun(title) : NULL;
	const struct dd_person *person =
	    pronoun && dd_tokens_adjoin(&r->tokens, at) ? find_person(r, at + 1)
							: NULL;
	const char *own =
	    person ? dd_name_courtesy_pronoun(person->courtesy) : NULL;
	struct dd_diagnostic *found;

	if (!person || !person->pronoun ||
	    strcmp(person->pronoun, pronoun) == 0 ||
	    (own && strcmp(own, pronoun) == 0))
		return;
	found = dd_check_report(r->checker, DD_ID_NAME_COURTESY, r->prose,
	    token->from, token->to + (r->tokens.text[token->to] == '.'),
	    "The courtesy title `%s` belongs to the pronoun `%s`, and the "
	    "pronoun of this person is `%s`; correct one of them.",
	    title, pronoun, person->pronoun);
	relate_name(r, found, person);
}

/* "H.E.", then titles, then a name of the own side. */
static void
check_own_style(const struct dd_name_reading *r, size_t at)
{
	const struct dd_token *t = r->tokens.at;
	const struct dd_person *person;
	size_t name = at + 2;
	struct dd_diagnostic *found;

	if (name >= r->tokens.count || !t[at].upper || !t[at + 1].upper ||
	    strcmp(t[at].folded, "h") != 0 ||
	    strcmp(t[at + 1].folded, "e") != 0 ||
	    !dd_tokens_adjoin(&r->tokens, at))
		return;
	while (name < r->tokens.count && name < at + 5 &&
	    dd_tokens_adjoin(&r->tokens, name - 1) &&
	    dd_name_is_title(r->index, t[name].folded))
		name++;
	person = dd_tokens_adjoin(&r->tokens, name - 1) ? find_person(r, name)
							: NULL;
	if (!person || person->style || !person->party->role ||
	    strcmp(person->party->role, "own") != 0)
		return;
	found = dd_check_report(r->checker, DD_ID_NAME_OWN_STYLE, r->prose,
	    t[at].from, t[at + 1].to + (r->tokens.text[t[at + 1].to] == '.'),
	    "`H.E.` stands before a name of the own side, which gives this "
	    "style to others and not to itself; take it out.");
	dd_check_mend(
	    r->checker, found, r->prose, t[at].from, t[at + 2].from, "");
}

/* --- full names in the lead ---------------------------------------------- */

/* The own side stands first. Without one, whose names have which style is not
 * known, and that is the fault to tell. */
static const char *
get_style(const struct dd_name_reading *r, const struct dd_person *person,
    const char *attr)
{
	if (!dd_ascii_is(r->checker->summary->parties->role, "own"))
		return NULL;
	return dd_house_names(r->checker->summary->house,
	    r->checker->summary->lang, person->party->role, attr);
}

/* Both halves change places where nothing but a space stands between. */
static void
mend_order(const struct dd_name_reading *r, struct dd_diagnostic *found,
    size_t at, size_t count, size_t half)
{
	const struct dd_token *first = &r->tokens.at[at];
	const struct dd_token *second = first + half;
	const struct dd_token *last = first + count - 1;
	const char *text = r->prose->text;

	if (second->from != second[-1].to + 1 || text[second[-1].to] != ' ')
		return;
	dd_check_mend(r->checker, found, r->prose, first->from, last->to,
	    dd_arena_printf(&r->checker->arena, "%.*s %.*s",
		(int)(last->to - second->from), text + second->from,
		(int)(second[-1].to - first->from), text + first->from));
}

/* True where the order was wrong, and told. */
static bool
check_order(const struct dd_name_reading *r, size_t at, size_t count,
    const struct dd_name_person *name, enum dd_name_order order)
{
	static const char *const orders[] = {"givenFirst", "familyFirst"};
	const struct dd_person *person = name->person;
	const char *expected =
	    person->order ? person->order : get_style(r, person, "order");
	struct dd_diagnostic *found;

	if (!expected || strcmp(expected, orders[order]) == 0)
		return false;
	found = dd_check_report(r->checker, DD_ID_NAME_ORDER, r->prose,
	    r->tokens.at[at].from, r->tokens.at[at + count - 1].to,
	    order == DD_GIVEN_FIRST
		? N_("The given name stands first here, and by the %s the "
		     "family name of this person does.")
		: N_("The family name stands first here, and by the %s the "
		     "given name of this person does."),
	    dd_sink_say(r->checker->sink,
		person->order ? N_("recorded order")
			      : N_("style of the house")));
	relate_name(r, found, person);
	mend_order(r, found, at, count,
	    order == DD_FAMILY_FIRST ? name->family.count
				     : count - name->family.count);
	return true;
}

/* The family name in capitals; NULL where that takes more than ASCII. */
static const char *
spell_in_capitals(const struct dd_name_reading *r, size_t from, size_t to)
{
	char *name =
	    dd_arena_ndup(&r->checker->arena, r->prose->text + from, to - from);

	for (char *c = name; *c; c++) {
		if (*c & 0x80)
			return NULL;
		*c = dd_ascii_upper(*c);
	}
	return name;
}

/* The family name of a full name at [at, at + count). */
static void
check_capitals(const struct dd_name_reading *r, size_t at, size_t count,
    const struct dd_name_person *name, enum dd_name_order order)
{
	const char *style = get_style(r, name->person, "capitals");
	size_t first =
	    order == DD_FAMILY_FIRST ? at : at + count - name->family.count;
	const struct dd_token *family = &r->tokens.at[first];
	const struct dd_token *last = family + name->family.count - 1;
	bool expected = style && strcmp(style, "never") != 0, upper = true;
	struct dd_diagnostic *found;
	const char *right;

	for (size_t i = 0; i < name->family.count; i++)
		upper &= family[i].upper;
	if (!style || upper == expected || (upper && name->family.at[0].upper))
		return;
	found = dd_check_report(r->checker, DD_ID_NAME_CAPITALS, r->prose,
	    family->from, last->to,
	    upper ? N_("The family name `%.*s` stands in capitals, which the "
		       "house does not use for this side.")
		  : N_("The family name `%.*s` stands without capitals, and in "
		       "a lead the house has them for this side."),
	    (int)(last->to - family->from), r->prose->text + family->from);
	right = upper ? name->family.text
		      : spell_in_capitals(r, family->from, last->to);
	if (right)
		dd_check_mend(
		    r->checker, found, r->prose, family->from, last->to, right);
}

/* True where the word before is one that no title ends with. */
static bool
is_bare(const struct dd_name_reading *r, size_t at)
{
	static const char *const words[] = {
	    "with", "and", "by", "from", "between", "to", "met"};
	const struct dd_token *before = get_before(r, at);

	for (size_t i = 0; before && i < sizeof words / sizeof *words; i++)
		if (strcmp(before->folded, words[i]) == 0)
			return true;
	return false;
}

/* A guest whose recorded title was left out. */
static void
check_honorific(const struct dd_name_reading *r, size_t at, size_t count,
    const struct dd_person *person)
{
	const char *title = person->style ? person->style
	    : person->courtesy		  ? person->courtesy
	    : person->academic		  ? person->academic
					  : person->rank;
	struct dd_diagnostic *found;

	if (!title || !person->principal || !person->party->role ||
	    strcmp(person->party->role, "counterpart") != 0 || !is_bare(r, at))
		return;
	found = dd_check_report(r->checker, DD_ID_NAME_HONORIFIC, r->prose,
	    r->tokens.at[at].from, r->tokens.at[at + count - 1].to,
	    "The name stands without a title here, and `%s` is recorded for "
	    "it; write the title before the name.",
	    title);
	relate_name(r, found, person);
}

/* Returns how many words were a full name, at least 1. */
static size_t
check_full_name(const struct dd_name_reading *r, size_t at)
{
	enum dd_name_order order;

	for (const struct dd_name_word *w =
		 dd_name_find(r->index, r->tokens.at[at].folded);
	     w; w = w->next) {
		size_t count = dd_name_match(w->owner, &r->tokens, at, &order);

		if (count == 0)
			continue;
		check_honorific(r, at, count, w->owner->person);
		if (!check_order(r, at, count, w->owner, order))
			check_capitals(r, at, count, w->owner, order);
		return count;
	}
	return 1;
}

/* --- all texts ----------------------------------------------------------- */

void
dd_check_names_in(const struct dd_name_reading *r)
{
	size_t named = 0;

	for (size_t i = 0; i < r->tokens.count; i++) {
		check_spelling(r, i);
		check_courtesy(r, i);
		check_own_style(r, i);
		if (r->prose->kind == DD_PROSE_LEAD && i >= named)
			named = i + check_full_name(r, i);
	}
}
