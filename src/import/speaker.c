/* SPDX-License-Identifier: MIT */
/* Whom the subject of a sentence means. */
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "import/body.h"

static bool
has_token(const struct dd_tokens *tokens, const char *folded)
{
	for (size_t i = 0; i < tokens->count; i++)
		if (strcmp(tokens->at[i].folded, folded) == 0)
			return true;
	return false;
}

static bool
has_any(const struct dd_tokens *tokens, const char *list)
{
	for (size_t i = 0; i < tokens->count; i++)
		if (dd_ascii_lists(list, tokens->at[i].folded))
			return true;
	return false;
}

/* All parties, between spaces; hosts do not speak. */
static const char *
list_parties(struct dd_talk *talk)
{
	const char *list = NULL;

	for (const struct dd_found_party *p = talk->lead->parties; p;
	     p = p->next)
		if (!p->host)
			list = list
			    ? dd_arena_printf(talk->arena, "%s %s", list, p->id)
			    : p->id;
	return list;
}

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

/* "the Foreign Secretary", where one person alone has such an office. */
static const struct dd_found_person *
find_by_office(struct dd_talk *talk, const struct dd_tokens *tokens)
{
	const struct dd_found_person *only = NULL;

	for (const struct dd_found_party *p = talk->lead->parties; p;
	     p = p->next)
		for (const struct dd_found_person *q = p->persons; q;
		     q = q->next)
			for (const struct dd_found_office *o = q->offices; o;
			     o = o->next) {
				struct dd_tokens office =
				    dd_tokens_of(talk->arena, o->title);
				size_t hits = 0;

				for (size_t i = 0; i < tokens->count; i++)
					hits += tokens->at[i].capital &&
					    has_token(
						&office, tokens->at[i].folded);
				if (hits == 0)
					continue;
				if (only && only != q)
					return NULL;
				only = q;
			}
	return only;
}

/* "Japan", "the Japanese side", "the EU". */
static const char *
find_party(struct dd_talk *talk, const struct dd_tokens *tokens)
{
	for (size_t at = 0; at < tokens->count; at++) {
		size_t count;
		const struct dd_party_name *name =
		    dd_names_party(talk->names, tokens, at, &count);

		if (!name)
			name = dd_names_people(talk->names, tokens, at, &count);
		for (const struct dd_found_party *p = talk->lead->parties;
		     name && p; p = p->next)
			if ((name->country && p->country &&
				strcmp(name->country, p->country) == 0) ||
			    (name->organisation && p->organisation &&
				strcmp(name->organisation, p->organisation) ==
				    0))
				return p->id;
	}
	return NULL;
}

/* Everyone whom the subject names, in its order. */
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

const char *
dd_talk_speakers(struct dd_talk *talk, const char *subject, size_t len)
{
	struct dd_tokens tokens = dd_tokens_read(talk->arena, subject, len);
	const struct dd_found_person *person;
	const char *people;

	if (tokens.count == 0)
		return NULL;
	people = find_people(talk, &tokens);
	if (people)
		return people;
	if (has_any(&tokens,
		" both two three four sides ministers leaders "
		"parties presidents secretaries all "))
		return list_parties(talk);
	if (strcmp(tokens.at[0].folded, "they") == 0)
		return talk->last && strchr(talk->last, ' ')
		    ? talk->last
		    : list_parties(talk);
	if (has_any(&tokens, " he she "))
		return talk->last && !strchr(talk->last, ' ') ? talk->last
							      : NULL;
	people = find_party(talk, &tokens);
	if (people)
		return people;
	person = find_by_office(talk, &tokens);
	if (person)
		return person->id;
	/* "The Minister" goes on with the one who spoke. */
	return has_any(&tokens, " minister secretary president ") &&
		talk->last && !strchr(talk->last, ' ')
	    ? talk->last
	    : NULL;
}
