/* SPDX-License-Identifier: MIT */
/* Given or family: which words of a name are which. */
#include <string.h>
#include "base/ascii.h"
#include "import/person.h"
#include "model/house.h"
#include "xml/node.h"

enum { WORDS = 8 };

struct words {
	struct dd_extent at[WORDS]; /* bytes of the lead */
	size_t count;
};

static struct words
split(const struct dd_lead *lead, struct dd_extent name)
{
	struct words words = {0};

	for (size_t at = name.from; at < name.to && words.count < WORDS;) {
		size_t len = strcspn(lead->text + at, " ");

		if (at + len > name.to)
			len = name.to - at;
		words.at[words.count++] = (struct dd_extent){at, at + len};
		at += len + 1;
	}
	return words;
}

/* In capitals, of two letters or more: "HAYASHI", but no "J.". */
static bool
is_capitals(const struct dd_lead *lead, struct dd_extent word)
{
	size_t letters = 0;

	for (size_t i = word.from; i < word.to; i++) {
		if (lead->text[i] >= 'a' && lead->text[i] <= 'z')
			return false;
		letters += dd_ascii_is_letter(lead->text[i]) ||
		    (lead->text[i] & 0xC0) == 0xC0;
	}
	return letters >= 2 && lead->text[word.to - 1] != '.';
}

/* "HAYASHI" as "Hayashi", "O'NEILL" as "O'Neill". Letters beyond ASCII are left
 * where no rule for them is here. */
static const char *
lower_capitals(struct dd_lead *lead, const char *text)
{
	char *copy = dd_arena_dup(lead->arena, text);
	bool first = true;

	for (char *at = copy; *at; at++) {
		unsigned char c = (unsigned char)*at;

		if (c == 0xC3 && (unsigned char)at[1] >= 0x80 &&
		    (unsigned char)at[1] <= 0x9E && !first) {
			at[1] = (char)(at[1] + 0x20); /* É as é */
			at++;
			continue;
		}
		if (!first)
			*at = dd_ascii_lower(*at);
		first = *at == '-' || *at == '\'' || *at == ' ' ||
		    (c == 0x99 && at > copy + 1 &&
			(unsigned char)at[-1] == 0x80);
		if ((c & 0x80) && c != 0x99)
			first = false;
	}
	return copy;
}

static const char *
join(struct dd_lead *lead, const struct words *words, size_t from, size_t to)
{
	return from < to ? dd_lead_copy(lead,
			       (struct dd_extent){
				   words->at[from].from, words->at[to - 1].to})
			 : NULL;
}

static void
set_names(struct dd_lead *lead, struct dd_found_person *person,
    const struct words *words, size_t family, size_t count, const char *order,
    enum dd_confidence confidence)
{
	bool first = family == 0;
	size_t given_from = first ? count : 0;
	size_t given_to = first ? words->count : family;

	person->family = join(lead, words, family, family + count);
	if (is_capitals(lead, words->at[family]))
		person->family = lower_capitals(lead, person->family);
	person->given = join(lead, words, given_from, given_to);
	person->order = order;
	person->order_confidence = confidence;
}

/* The word of the name that `body` uses behind "Minister" and its like. */
static size_t
find_reference(struct dd_lead *lead, const struct words *words,
    const char *body, struct dd_found_person *person)
{
	static const char *const offices =
	    "(?:Minister|Secretary|President|Chancellor|Representative|"
	    "Ambassador|"
	    "Director-General|Commissioner|Mr\\.?|Ms\\.?|Mrs\\.?|Dr\\.?)";

	for (size_t i = 0; i < words->count; i++) {
		const char *word = dd_lead_copy(lead, words->at[i]);
		const char *plain = is_capitals(lead, words->at[i])
		    ? lower_capitals(lead, word)
		    : word;
		const char *pattern = dd_arena_printf(lead->arena,
		    "(?<title>(?:\\p{Lu}\\p{L}+ )?%s) \\Q%s\\E\\b", offices,
		    plain);
		struct dd_extent match;

		if (strstr(plain, "\\E") ||
		    !dd_find(
			lead->finder, pattern, body, strlen(body), 0, &match))
			continue;
		person->reference = dd_arena_ndup(
		    lead->arena, body + match.from, match.to - match.from);
		return i;
	}
	return WORDS;
}

static bool
is_family_first_country(const struct dd_party_name *party)
{
	return party && party->country &&
	    dd_ascii_lists(" CN HU JP KH KP KR TW VN ", party->country);
}

/* --- the house ----------------------------------------------------------- */

static bool
has_words(
    const struct dd_tokens *tokens, const char *name, struct dd_arena *arena)
{
	struct dd_tokens wanted = dd_tokens_of(arena, name);

	for (size_t i = 0; i < tokens->count && wanted.count > 0; i++)
		if (dd_tokens_match(tokens, i, &wanted) > 0)
			return true;
	return false;
}

/* The official of the house whose given and family name are in these words. */
static const char *
find_official(struct dd_lead *lead, const struct dd_mention *mention,
    const xmlNode **ret_name)
{
	struct dd_extent at = mention->person.name;
	struct dd_tokens tokens =
	    dd_tokens_read(lead->arena, lead->text + at.from, at.to - at.from);
	const struct dd_table *officials = &lead->house->officials;

	for (size_t i = 0; i < officials->count; i++) {
		const xmlNode *official = officials->entries[i].value;
		const xmlNode *name =
		    dd_house_in_language(official, "name", lead->lang);
		const char *given = name
		    ? dd_node_child_text(name, "given", lead->arena)
		    : NULL;
		const char *family = name
		    ? dd_node_child_text(name, "family", lead->arena)
		    : NULL;
		const char *party = dd_node_value(official, "party");

		if (given && family && has_words(&tokens, given, lead->arena) &&
		    has_words(&tokens, family, lead->arena) &&
		    (!mention->party || !party ||
			(mention->party->country &&
			    strcmp(mention->party->country, party) == 0) ||
			(mention->party->organisation &&
			    strcmp(mention->party->organisation, party) ==
				0))) {
			*ret_name = name;
			return officials->entries[i].key;
		}
	}
	return NULL;
}

static void
take_from_house(
    struct dd_lead *lead, struct dd_mention *mention, const xmlNode *name)
{
	struct dd_found_person *person = &mention->person;

	person->given = dd_node_child_text(name, "given", lead->arena);
	person->other = dd_node_child_text(name, "other", lead->arena);
	person->family = dd_node_child_text(name, "family", lead->arena);
	person->order_confidence = DD_CERTAIN;
	if (!mention->party) {
		const char *party = dd_node_value(name->parent, "party");
		struct dd_party_name *own =
		    dd_arena_alloc(lead->arena, sizeof *own);

		*own = (struct dd_party_name){.of_house = true};
		if (party && dd_table_find(&lead->house->countries, party))
			own->country = party;
		else
			own->organisation = party;
		if (party)
			mention->party = own;
	}
}

void
dd_person_order(
    struct dd_lead *lead, struct dd_mention *mention, const char *body)
{
	struct dd_found_person *person = &mention->person;
	struct words words = split(lead, person->name);
	size_t first = WORDS, count = 0, reference;
	const xmlNode *name = NULL;

	reference = find_reference(lead, &words, body, person);
	person->official = find_official(lead, mention, &name);
	if (person->official) {
		take_from_house(lead, mention, name);
		return;
	}
	for (size_t i = 0; i < words.count; i++)
		if (is_capitals(lead, words.at[i])) {
			first = count == 0 ? i : first;
			count++;
		}
	if (words.count == 1)
		person->given = dd_lead_copy(lead, words.at[0]);
	else if (count > 0 && count < words.count)
		set_names(lead, person, &words, first, count,
		    first == 0 ? "familyFirst" : "givenFirst", DD_CERTAIN);
	else if (reference == 0)
		set_names(lead, person, &words, 0, 1, "familyFirst",
		    is_family_first_country(mention->party) ? DD_CERTAIN
							    : DD_LIKELY);
	else if (reference < words.count)
		set_names(lead, person, &words, reference,
		    words.count - reference, "givenFirst", DD_CERTAIN);
	else if (is_family_first_country(mention->party))
		set_names(lead, person, &words, 0, 1, "familyFirst", DD_LIKELY);
	else
		set_names(lead, person, &words, words.count - 1, 1,
		    "givenFirst", DD_LIKELY);
}
