/* SPDX-License-Identifier: MIT */
/* Whom the subject of a sentence means. */
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "import/body_internal.h"

static bool
has_token(const struct dd_tokens *tokens, const char *folded)
{
	for (size_t i = 0; i < tokens->count; i++)
		if (strcmp(tokens->at[i].folded, folded) == 0)
			return true;
	return false;
}

/* Words of an office that one person has. */
#define OFFICES                                                                \
	" minister secretary president ambassador chancellor representative "

static bool
has_any(const struct dd_tokens *tokens, const char *list)
{
	for (size_t i = 0; i < tokens->count; i++)
		if (dd_ascii_lists(list, tokens->at[i].folded))
			return true;
	return false;
}

/* All parties, between spaces; hosts do not speak. NULL where there is only
 * one. */
const char *
dd_talk_parties(struct dd_talk *talk)
{
	const char *list = NULL;
	size_t count = 0;

	for (const struct dd_found_party *p = talk->lead->parties; p;
	     p = p->next)
		if (!p->host)
			list = count++ > 0
			    ? dd_arena_printf(talk->arena, "%s %s", list, p->id)
			    : p->id;
	return count > 1 ? list : NULL;
}

/* True where so many parties or principals speak. */
static bool
has_count(struct dd_talk *talk, size_t count)
{
	size_t parties = 0, principals = 0;

	for (const struct dd_found_party *p = talk->lead->parties; p;
	     p = p->next) {
		parties += !p->host;
		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next)
			principals += !p->host && !q->attendee;
	}
	return count == parties || count == principals;
}

/* "the two Ministers", "both sides", "the leaders". */
static const char *
find_all(struct dd_talk *talk, const struct dd_tokens *tokens)
{
	static const struct {
		const char *words;
		size_t count; /* 0: however many they are */
	} rows[] = {
	    {" both two ", 2},
	    {" three ", 3},
	    {" four ", 4},
	    {" sides ministers leaders parties presidents secretaries all "
	     "participants delegations countries representatives ",
		0},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (has_any(tokens, rows[i].words))
			return rows[i].count == 0 ||
				has_count(talk, rows[i].count)
			    ? dd_talk_parties(talk)
			    : NULL;
	return NULL;
}

/* --- people and parties by name ------------------------------------------ */

static bool
is_named(struct dd_talk *talk, const struct dd_tokens *tokens,
    const struct dd_found_person *person)
{
	const char *const names[] = {person->family,
	    person->family ? NULL : person->given,
	    person->reference ? strrchr(person->reference, ' ') : NULL};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct dd_tokens wanted = dd_tokens_of(talk->arena, names[i]);

		for (size_t at = 0; wanted.count > 0 && at < tokens->count;
		     at++)
			if (dd_tokens_match(tokens, at, &wanted) > 0)
				return true;
	}
	return false;
}

/* True where a word belongs to an office of the person. */
static bool
is_of_office(struct dd_talk *talk, const struct dd_found_person *person,
    const char *folded)
{
	for (const struct dd_found_office *o = person->offices; o;
	     o = o->next) {
		struct dd_tokens office = dd_tokens_of(talk->arena, o->title);

		if (has_token(&office, folded))
			return true;
	}
	return false;
}

/* True where all capital words of a subject are of the person's offices. */
static bool
has_office(struct dd_talk *talk, const struct dd_tokens *tokens,
    const struct dd_found_person *person)
{
	size_t hits = 0;

	for (size_t i = 0; i < tokens->count; i++) {
		const struct dd_token *token = &tokens->at[i];

		if (!token->capital || strcmp(token->folded, "the") == 0)
			continue;
		if (!is_of_office(talk, person, token->folded))
			return false;
		hits++;
	}
	return hits > 0;
}

/* "the Foreign Secretary", where one person alone has such an office, or has it
 * and spoke last: "The Minister" goes on. */
static const char *
find_by_office(struct dd_talk *talk, const struct dd_tokens *tokens,
    enum dd_confidence *ret_confidence)
{
	const struct dd_found_person *only = NULL;
	bool many = false, last = false;

	for (const struct dd_found_party *p = talk->lead->parties; p;
	     p = p->next)
		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next) {
			if (!has_office(talk, tokens, q))
				continue;
			many = many || only != NULL;
			only = q;
			last = last ||
			    (talk->last && strcmp(talk->last, q->id) == 0);
		}
	if (!many)
		return only ? only->id : NULL;
	*ret_confidence = DD_LIKELY;
	return last ? talk->last : NULL;
}

/* "Orisian" of "Orisia", for states whose people no list has. */
static const struct dd_found_party *
find_adjective(struct dd_talk *talk, const struct dd_token *token)
{
	static const char endings[] = " n an ian ese ish i ic ";

	for (const struct dd_found_party *p = talk->lead->parties; p;
	     p = p->next) {
		struct dd_tokens name = dd_tokens_of(talk->arena, p->name);
		const char *last =
		    name.count > 0 ? name.at[name.count - 1].folded : "";
		size_t len = strlen(last);

		if (len > 3 && token->capital &&
		    strncmp(token->folded, last, len) == 0 &&
		    dd_ascii_lists(endings, token->folded + len))
			return p;
	}
	return NULL;
}

/* The party whose name or people begins at a word, and its words. */
static const struct dd_found_party *
get_party(struct dd_talk *talk, const struct dd_tokens *tokens, size_t at,
    size_t *ret_count)
{
	const struct dd_party_name *name =
	    dd_names_party(talk->names, tokens, at, ret_count);

	if (!name)
		name = dd_names_people(talk->names, tokens, at, ret_count);
	if (!name) {
		*ret_count = 1;
		return find_adjective(talk, &tokens->at[at]);
	}
	for (const struct dd_found_party *p = talk->lead->parties; name && p;
	     p = p->next)
		if ((name->country && p->country &&
			strcmp(name->country, p->country) == 0) ||
		    (name->organisation && p->organisation &&
			strcmp(name->organisation, p->organisation) == 0))
			return p;
	return NULL;
}

/* "Japan", "the Japanese side", "the EU", "Orisia and Asteria". */
static const char *
find_parties(struct dd_talk *talk, const struct dd_tokens *tokens)
{
	const char *list = NULL;
	size_t count;

	for (size_t at = 0; at < tokens->count; at++) {
		const struct dd_found_party *party =
		    get_party(talk, tokens, at, &count);

		if (party)
			list = list ? dd_arena_printf(
					  talk->arena, "%s %s", list, party->id)
				    : party->id;
		at += party ? count - 1 : 0;
	}
	return list;
}

/* Everyone whom the subject names, in the order of the parties. */
static const char *
find_people(struct dd_talk *talk, const struct dd_tokens *tokens)
{
	const char *list = NULL;

	for (const struct dd_found_party *p = talk->lead->parties; p;
	     p = p->next)
		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next)
			if (is_named(talk, tokens, q))
				list = list ? dd_arena_printf(talk->arena,
						  "%s %s", list, q->id)
					    : q->id;
	return list;
}

/* "the Prime Minister of Orisia": someone of that party with all these offices;
 * NULL where no office is named, or nobody has it. */
static const char *
find_official(struct dd_talk *talk, const struct dd_tokens *tokens)
{
	const char *only = NULL;
	size_t count;

	for (const struct dd_found_party *p = talk->lead->parties; p;
	     p = p->next)
		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next) {
			bool of_party = false, has_all = true;

			for (size_t at = 0; at < tokens->count; at++) {
				const struct dd_found_party *named =
				    get_party(talk, tokens, at, &count);

				if (named == p)
					of_party = true;
				if (named)
					at += count - 1;
				else if (tokens->at[at].capital &&
				    strcmp(tokens->at[at].folded, "the") != 0)
					has_all = has_all &&
					    is_of_office(
						talk, q, tokens->at[at].folded);
			}
			if (of_party && has_all)
				only = only ? "" : q->id;
		}
	return only && *only ? only : NULL;
}

/* --- strangers ----------------------------------------------------------- */

/* True where the word is of someone's name or office, or of any office. */
static bool
is_known(struct dd_talk *talk, const char *folded)
{
	static const char roles[] =
	    " the both all they he she minister ministers foreign prime vice "
	    "deputy state secretary secretaries president presidents leader "
	    "leaders side sides ambassador chancellor high representative "
	    "two three four parties participants countries ";

	if (dd_ascii_lists(roles, folded))
		return true;
	for (const struct dd_found_party *p = talk->lead->parties; p;
	     p = p->next)
		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next) {
			const char *const names[] = {
			    q->given, q->other, q->family, q->reference};

			for (size_t i = 0; i < sizeof names / sizeof *names;
			     i++) {
				struct dd_tokens words =
				    dd_tokens_of(talk->arena, names[i]);

				if (has_token(&words, folded))
					return true;
			}
			if (is_of_office(talk, q, folded))
				return true;
		}
	return false;
}

/* A name that nobody here has: it is not clear who speaks. */
static bool
has_stranger(struct dd_talk *talk, const struct dd_tokens *tokens)
{
	size_t count;

	for (size_t at = 0; at < tokens->count; at++) {
		if (!tokens->at[at].capital ||
		    dd_ascii_lists(
			" h e mr ms mrs dr hon ", tokens->at[at].folded))
			continue;
		if (get_party(talk, tokens, at, &count))
			at += count - 1;
		else if (!is_known(talk, tokens->at[at].folded))
			return true;
	}
	return false;
}

/* --- pronouns ------------------------------------------------------------ */

/* "he" or "she" of a person, by the house or the courtesy title. */
static const char *
get_pronoun(const struct dd_found_person *person)
{
	if (person->pronoun)
		return person->pronoun;
	if (!person->courtesy)
		return NULL;
	if (strncmp(person->courtesy, "Mr.", 3) == 0)
		return "he";
	return person->courtesy[0] == 'M' ? "she" : NULL;
}

/* The only one who can be meant, else the one who spoke last. */
static const char *
find_by_pronoun(struct dd_talk *talk, const char *pronoun,
    enum dd_confidence *ret_confidence)
{
	const char *only = NULL;
	size_t possible = 0;
	bool last = false;

	for (const struct dd_found_party *p = talk->lead->parties; p;
	     p = p->next)
		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next) {
			const char *own = get_pronoun(q);

			if (own && strcmp(own, pronoun) != 0)
				continue;
			possible++;
			only = q->id;
			last = last ||
			    (talk->last && strcmp(talk->last, q->id) == 0);
		}
	*ret_confidence = DD_LIKELY;
	if (last)
		return talk->last;
	return possible == 1 && talk->last ? only : NULL;
}

const char *
dd_talk_speakers(struct dd_talk *talk, const char *subject, size_t len,
    enum dd_confidence *ret_confidence)
{
	struct dd_tokens tokens = dd_tokens_read(talk->arena, subject, len);
	const char *list;

	*ret_confidence = DD_CERTAIN;
	if (tokens.count == 0 || has_stranger(talk, &tokens))
		return NULL;
	if ((list = find_people(talk, &tokens)) != NULL)
		return list;
	if (strcmp(tokens.at[0].folded, "they") == 0) {
		*ret_confidence = DD_LIKELY;
		return talk->last && strchr(talk->last, ' ')
		    ? talk->last
		    : dd_talk_parties(talk);
	}
	if (has_any(&tokens, " he she "))
		return find_by_pronoun(
		    talk, tokens.at[0].folded, ret_confidence);
	if ((list = find_parties(talk, &tokens)) != NULL)
		return has_any(&tokens, OFFICES) ? find_official(talk, &tokens)
						 : list;
	list = find_all(talk, &tokens);
	return list ? list : find_by_office(talk, &tokens, ret_confidence);
}
