/* SPDX-License-Identifier: MIT */
/* A pronoun against the one recorded, in English, and only where nobody but
 * one person can be meant. */
#include "check/name_reading.h"
#include <string.h>
#include "base/ascii.h"

/* One text at work. */
struct reading {
	struct dd_checker *checker;
	const struct dd_name_index *index;
	const struct dd_prose *prose;
	struct dd_tokens tokens;
	bool he, she; /* somebody here has that pronoun */
	size_t run;   /* the first that has not been read */
	/* Of the sentence so far: */
	const struct dd_person *only; /* the person named, or NULL */
	bool several;		      /* others may be meant too */
	size_t words;		      /* since the name */
	bool thanked;		      /* the name stands behind "thanked" */
};

/* "he" for "him" and "his"; NULL for other words. */
static const char *
get_pronoun(const char *folded)
{
	static const char *const forms[][2] = {{"he", "he"}, {"him", "he"},
	    {"his", "he"}, {"himself", "he"}, {"she", "she"}, {"her", "she"},
	    {"hers", "she"}, {"herself", "she"}};

	if (*folded != 'h' && *folded != 's')
		return NULL;
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (strcmp(forms[i][0], folded) == 0)
			return forms[i][1];
	return NULL;
}

static void
check_pronoun(
    const struct reading *r, size_t at, const struct dd_person *person)
{
	const struct dd_token *token = &r->tokens.at[at];
	const char *pronoun = get_pronoun(token->folded);
	const xmlNode *recorded = dd_node_child(person->node, "pronoun");
	struct dd_diagnostic *found;

	if (!pronoun || !person->pronoun || !person->id ||
	    strcmp(person->pronoun, pronoun) == 0)
		return;
	found = dd_check_report(r->checker, DD_ID_NAME_PRONOUN, r->prose,
	    token->from, token->to,
	    "`%.*s` can only mean `%s` here, whose pronoun is `%s`; correct "
	    "one of them.",
	    (int)(token->to - token->from), r->prose->text + token->from,
	    person->id, person->pronoun);
	dd_report_related(r->checker->sink, found,
	    recorded ? dd_locate_content(r->checker->tree, recorded)
		     : dd_locate_name(r->checker->tree, person->node),
	    "the pronoun is recorded here");
}

/* --- a statement that begins with "She" ---------------------------------- */

/* The one person who spoke, or NULL. */
static const struct dd_person *
get_speaker(const struct reading *r)
{
	const char *quoted = dd_node_value(r->prose->node, "quoted");

	if (r->prose->kind != DD_PROSE_STATEMENT ||
	    (quoted && strcmp(quoted, "none") != 0))
		return NULL;
	return dd_table_find(&r->checker->summary->person_by_id,
	    dd_node_value(r->prose->node, "speaker"));
}

static void
check_beginning(struct reading *r)
{
	const struct dd_person *speaker = get_speaker(r);
	const struct dd_token *first = r->tokens.at;

	if (speaker && r->tokens.count > 0 &&
	    strspn(r->tokens.text, " \t\r\n") == first->from &&
	    (dd_ascii_is(first->folded, "he") ||
		dd_ascii_is(first->folded, "she"))) {
		check_pronoun(r, 0, speaker);
		r->only = speaker;
	}
}

/* --- behind a name in one sentence --------------------------------------- */

/* What one does to another: "thanked Minister Orell for her welcome". */
static bool
is_thanks(const char *folded)
{
	static const char *const verbs[] = {
	    "thanked", "congratulated", "welcomed", "greeted", "commended"};

	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		if (strcmp(verbs[i], folded) == 0)
			return true;
	return false;
}

static void
name_person(struct reading *r, const struct dd_person *person, size_t at)
{
	r->several |= !person || (r->only && r->only != person);
	r->only = person;
	r->words = 0;
	r->thanked = person && at > 0 && is_thanks(r->tokens.at[at - 1].folded);
}

static bool
ends_sentence(const struct reading *r, size_t at)
{
	size_t from = at > 0 ? r->tokens.at[at - 1].to : 0;

	for (size_t i = from; i < r->tokens.at[at].from; i++)
		switch (r->tokens.text[i]) {
		case '.':
		case '!':
		case '?':
		case ':':
		case ';':
			return true;
		default:
			break;
		}
	return at == 0;
}

/* References to people in front of a word, or around it. */
static void
read_references(struct reading *r, size_t at)
{
	size_t before = r->tokens.at[at].to;

	for (; r->run < r->prose->run_count &&
	     r->prose->runs[r->run].start < before;
	     r->run++) {
		const xmlNode *element = r->prose->runs[r->run].element;

		if (dd_node_is(element, "person"))
			name_person(r,
			    dd_table_find(&r->checker->summary->person_by_id,
				dd_node_value(element, "ref")),
			    at);
	}
}

/* A name, or a title that may mean somebody else: "the Ambassador". */
static void
read_word(struct reading *r, size_t at)
{
	const struct dd_token *token = &r->tokens.at[at];
	const struct dd_prose_run *run = dd_prose_run_at(r->prose, token->from);
	const struct dd_name_person *named =
	    token->capital ? dd_name_only(r->index, token->folded) : NULL;

	r->words++;
	if (run && dd_node_is(run->element, "person")) {
		r->words = 0;
		return;
	}
	if (named)
		name_person(r, named->person, at);
	else if (token->capital && r->only)
		r->several = true;
}

/* What is a minister's and hardly anybody else's: "her delegation". */
static bool
is_of_office(const char *folded)
{
	static const char *const words[] = {"government", "delegation",
	    "ministry", "country", "predecessor", "successor"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i], folded) == 0)
			return true;
	return false;
}

/* True for what one does with one's own thanks: "expressed her thanks". */
static bool
is_of_speaker(const char *folded)
{
	static const char *const verbs[] = {"expressed", "voiced", "conveyed",
	    "reiterated", "renewed", "repeated"};

	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		if (strcmp(verbs[i], folded) == 0)
			return true;
	return false;
}

/* "X stated that she …" where nobody else is a she, "X expressed her …", and
 * "X thanked … and expressed her …", "X … her country": the subject of all of these is X. What
 * "thanked X for her …" is about is of X too. */
static bool
is_certain(const struct reading *r, size_t at)
{
	const struct dd_token *t = r->tokens.at;

	if (!r->only || at < 2)
		return false;
	if (r->thanked && r->words == 2 &&
	    (dd_ascii_is(t[at - 1].folded, "for") ||
		dd_ascii_is(t[at - 1].folded, "on")))
		return true;
	if (r->several)
		return false;
	if (at + 1 < r->tokens.count && is_of_office(t[at + 1].folded) &&
	    (dd_ascii_is(t[at].folded, "his") ||
		dd_ascii_is(t[at].folded, "her")))
		return true;
	if (dd_ascii_is(t[at - 1].folded, "that"))
		return r->words == 3 &&
		    ((dd_ascii_is(t[at].folded, "he") && !r->he) ||
			(dd_ascii_is(t[at].folded, "she") && !r->she));
	return is_of_speaker(t[at - 1].folded) &&
	    (dd_ascii_is(t[at].folded, "his") ||
		dd_ascii_is(t[at].folded, "her")) &&
	    (r->words == 2 || dd_ascii_is(t[at - 2].folded, "and"));
}

void
dd_check_pronouns_in(const struct dd_name_reading *reading)
{
	struct reading work =
			   {
			       .checker = reading->checker,
			       .index = reading->index,
			       .prose = reading->prose,
			       .tokens = reading->tokens,
			       .he = reading->he,
			       .she = reading->she,
			   },
		       *r = &work;

	for (size_t i = 0; i < r->tokens.count; i++) {
		if (ends_sentence(r, i)) {
			r->only = NULL;
			r->several = r->thanked = false;
		}
		read_references(r, i);
		read_word(r, i);
		if (i == 0)
			check_beginning(r);
		if (get_pronoun(r->tokens.at[i].folded) && is_certain(r, i))
			check_pronoun(r, i, r->only);
	}
}
