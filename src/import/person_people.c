/* SPDX-License-Identifier: MIT */
/* Owns: the state in front of an office: "Swiss", "Asteria's". */
#include <string.h>
#include "import/person_internal.h"

/* The party of the people or state that `text` begins with, and where that ends;
 * NULL where it begins with none. */
static const struct dd_party_name *
find_people(struct dd_lead *lead, const struct dd_tokens *tokens, size_t at,
    size_t *ret_count)
{
	const struct dd_party_name *party =
	    dd_names_people(lead->names, tokens, at, ret_count);

	return party ? party
		     : dd_names_party(lead->names, tokens, at, ret_count);
}

/* The words without the "’s" at the end. */
static size_t
cut_possessive(const char *text, size_t len)
{
	static const char *const ends[] = {"’s", "'s", "’", "'"};

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		size_t size = strlen(ends[i]);

		if (len > size && memcmp(text + len - size, ends[i], size) == 0)
			return len - size;
	}
	return len;
}

void
dd_person_read_people(struct dd_lead *lead, struct dd_mention *mention,
    size_t from, size_t office)
{
	static const char words[] =
	    "(?:(?:the )?\\p{Lu}[\\p{L}.]*(?:[’'-]\\p{L}*)? ){1,4}$";
	enum { FAR = 80 }; /* bytes; no name of a people is longer */
	struct dd_extent match;
	struct dd_tokens tokens;
	size_t len, count = 0;

	from = office > from + FAR ? office - FAR : from;
	while (from < office && (lead->text[from] & 0xC0) == 0x80)
		from++;
	if (!dd_find(lead->finder, words, lead->text, office, from, &match))
		return;
	len =
	    cut_possessive(lead->text + match.from, match.to - 1 - match.from);
	tokens = dd_tokens_read(lead->arena, lead->text + match.from, len);
	for (size_t i = 0; i < tokens.count; i++) {
		const struct dd_party_name *party =
		    find_people(lead, &tokens, i, &count);

		if (party && i + count == tokens.count) {
			mention->party = party;
			mention->at.from = match.from + tokens.at[i].from;
			return;
		}
	}
	/* "Today Foreign Minister Orell" begins a sentence. */
	mention->foreign = tokens.count > 0 && match.from > 0 &&
	    lead->text[match.from - 1] == ' ' &&
	    !dd_find(lead->finder, "[.:] $", lead->text, match.from,
		match.from > 2 ? match.from - 2 : 0, &match);
}

size_t
dd_person_skip_article(
    struct dd_lead *lead, struct dd_mention *mention, size_t at, size_t to)
{
	static const char article[] =
	    "^(?:[Tt]he |an? |his |her )(?:(?:\\p{Ll}+ly )?(?:appointed|"
	    "elected|new|current|outgoing) )?";
	static const char owner[] =
	    "^(?<owner>(?:\\p{Lu}[\\p{L}.]*[ -]){0,4}?\\p{Lu}[\\p{L}.]*"
	    "(?:[’']s?)?) (?=" DD_OFFICE "\\b)";
	struct dd_extent match, words;
	struct dd_tokens tokens;
	const struct dd_party_name *party;
	size_t count;

	if (dd_find(lead->finder, article, lead->text + at, to - at, 0, &match))
		at += match.to;
	if (!dd_find(
		lead->finder, owner, lead->text + at, to - at, 0, &match) ||
	    !dd_find_group(lead->finder, owner, "owner", &words))
		return at;
	tokens = dd_tokens_read(lead->arena, lead->text + at,
	    cut_possessive(lead->text + at, words.to));
	party = find_people(lead, &tokens, 0, &count);
	if (!party || count != tokens.count)
		return at;
	mention->party = party;
	return at + match.to;
}
