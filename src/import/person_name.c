/* SPDX-License-Identifier: MIT */
/* Given or family: which words of a name are which. */
#include <string.h>
#include "base/ascii.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "import/person.h"
#include "model/letter.h"

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

/* "HAYASHI" as "Hayashi", "O'NEILL" as "O'Neill", "DOĞAN" as "Doğan". */
static const char *
lower_capitals(struct dd_lead *lead, const char *text)
{
	const char *end = text + strlen(text);
	struct dd_buffer out;
	const char *copy;
	bool first = true;

	dd_buffer_init(&out, 0);
	while (text < end) {
		char bytes[4];
		uint32_t letter;
		size_t len = dd_utf8_decode(text, end, &letter);

		if (len == 0)
			break;
		text += len;
		len = dd_utf8_encode(
		    first ? letter : dd_letter_lower(letter), bytes);
		dd_buffer_add(&out, bytes, len);
		first = letter == '-' || letter == '\'' || letter == ' ' ||
		    letter == 0x2019;
	}
	copy = dd_arena_ndup(lead->arena, out.data ? out.data : "", out.len);
	dd_buffer_release(&out);
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

/* "van", "Al": a word that belongs to the family name behind it. */
static bool
is_particle(const struct dd_lead *lead, struct dd_extent word)
{
	static const char particles[] =
	    " Al El Ben De Da Do Dos Du Van Von Del Della Di Le La Ten Ter "
	    "de da do dos das du van von der den del della di le la al el ten "
	    "ter zu af ";

	return dd_ascii_lists(particles, dd_lead_copy(lead, word));
}

/* "bin Salem": the first word of a father's name; `to` where there is none. */
static size_t
find_patronymic(const struct dd_lead *lead, const struct words *words,
    size_t from, size_t to)
{
	for (size_t i = from + 1; i < to; i++)
		if (dd_ascii_lists(" bin binti bint ibn Bin Binti Bint Ibn ",
			dd_lead_copy(lead, words->at[i])))
			return i;
	return to;
}

static void
set_names(struct dd_lead *lead, struct dd_found_person *person,
    const struct words *words, size_t family, size_t count, const char *order,
    enum dd_confidence confidence)
{
	bool first = family == 0;
	size_t from = first ? count : 0;
	size_t to = first ? words->count : family;
	size_t father = find_patronymic(lead, words, from, to);

	person->family = join(lead, words, family, family + count);
	if (is_capitals(lead, words->at[family]))
		person->family = lower_capitals(lead, person->family);
	person->given = join(lead, words, from, father);
	person->other = join(lead, words, father, to);
	person->order = order;
	person->order_confidence = confidence;
}

/* The family name at the end, with its particles. "Imran bin Yusof" has none. */
static void
set_given_first(struct dd_lead *lead, struct dd_found_person *person,
    const struct words *words, size_t family, enum dd_confidence confidence)
{
	size_t father = find_patronymic(lead, words, 0, words->count);

	while (family > 1 && is_particle(lead, words->at[family - 1]))
		family--;
	if (father + 2 == words->count && family == words->count - 1) {
		person->given = join(lead, words, 0, father);
		person->other = join(lead, words, father, words->count);
		person->order_confidence = confidence;
		return;
	}
	set_names(lead, person, words, family, words->count - family,
	    "givenFirst", confidence);
}

#define BEFORE                                                                 \
	"(?:(?:Deputy|Vice|Prime|Foreign|First|State|Senior|Defen[cs]e|"       \
	"Finance|Trade|High|Acting|Crown|Parliamentary|Permanent|Under|"       \
	"Special)[ -])*"
#define TITLE                                                                  \
	BEFORE                                                                 \
	"(?:Minister(?: of State)?|Secretary(?:-General| of State)?|"          \
	"(?:Vice-)?President|Chancellor|Representative|Ambassador|"            \
	"Director(?:-General)?|Commissioner|Governor|Prince(?:ss)?|King|"      \
	"Sheikha?|Senator|Sir|Dame|Lord|Lady|Dato[’'](?: Seri)?|Samdech|"    \
	"General|Gen\\.|Admiral|Mr\\.?|Ms\\.?|Mrs\\.?|Dr\\.?|Prof\\.?|"        \
	"Professor)"

/* "Minister Van der Holm": a title and the words of the name from `first` on, as
 * many as stand there. NULL where no pattern can be made. */
static const char *
make_reference(struct dd_lead *lead, const struct words *words, size_t first)
{
	const char *tail = "";

	for (size_t i = words->count; i-- > first;) {
		const char *word = dd_lead_copy(lead, words->at[i]);

		if (is_capitals(lead, words->at[i]))
			word = lower_capitals(lead, word);
		if (strstr(word, "\\E"))
			return NULL;
		tail = dd_arena_printf(lead->arena,
		    i > first ? "(?: \\Q%s\\E%s)?" : "\\Q%s\\E%s", word, tail);
	}
	return dd_arena_printf(
	    lead->arena, "\\b" TITLE " (?<name>(?i:%s))(?![\\p{L}-])", tail);
}

/* The first word of the name that `body` uses behind "Minister" and its like;
 * WORDS where it uses none. All words are no way to go on. */
static size_t
find_reference(struct dd_lead *lead, const struct words *words,
    const char *body, struct dd_found_person *person)
{
	size_t full = person->name.to - person->name.from;
	size_t len = strlen(body);

	for (size_t i = 0; i < words->count; i++) {
		const char *pattern = make_reference(lead, words, i);
		struct dd_extent match, name;

		for (size_t at = 0; pattern &&
		     dd_find(lead->finder, pattern, body, len, at, &match);
		     at = match.to) {
			dd_find_group(lead->finder, pattern, "name", &name);
			if (name.to - name.from == full && words->count > 1)
				continue;
			person->reference = dd_arena_ndup(lead->arena,
			    body + match.from, match.to - match.from);
			return i;
		}
	}
	return WORDS;
}

/* In `first`, the family name comes first, always or where the text goes on with
 * that word; in `given`, texts go on with the given name, at the end. */
static bool
is_family_first(const struct dd_party_name *party, const char *first)
{
	return party && party->country && dd_ascii_lists(first, party->country);
}

static const char FIRST[] = " CN HK HU JP KH KP KR MO TW VN ";
static const char MAYBE_FIRST[] = " MN MY SG ";
static const char FIRST_BY_GIVEN[] = " KH VN ";

/* Names of these are written in either order. */
static const char EITHER[] = " HU JP ";

/* As the name before it that told its order; else it is asked. */
static void
order_by_others(struct dd_lead *lead, struct dd_found_person *person,
    const struct words *words)
{
	const char *order = lead->either_order;

	if (order && strcmp(order, "givenFirst") == 0) {
		set_given_first(
		    lead, person, words, words->count - 1, DD_LIKELY);
		return;
	}
	set_names(lead, person, words, 0, 1, "familyFirst",
	    order ? DD_LIKELY : DD_GUESS);
	if (!order)
		dd_lead_ask(lead, person->name,
		    "it is not said which of these is the family name");
}

/* By capitals: "HAYASHI Yoshimasa". False where they do not tell. */
static bool
order_by_capitals(struct dd_lead *lead, struct dd_found_person *person,
    const struct words *words)
{
	size_t first = WORDS, count = 0;

	for (size_t i = 0; i < words->count; i++)
		if (is_capitals(lead, words->at[i])) {
			first = count == 0 ? i : first;
			count++;
		}
	if (count == 0 || count == words->count)
		return false;
	while (first > 1 && is_particle(lead, words->at[first - 1])) {
		first--;
		count++;
	}
	set_names(lead, person, words, first, count,
	    first == 0 ? "familyFirst" : "givenFirst", DD_CERTAIN);
	return true;
}

void
dd_person_order(
    struct dd_lead *lead, struct dd_mention *mention, const char *body)
{
	struct dd_found_person *person = &mention->person;
	struct words words = split(lead, person->name);
	const struct dd_party_name *party = mention->party;
	size_t reference;

	if (words.count == 0)
		return;
	reference = find_reference(lead, &words, body, person);
	if (person->official)
		return;
	if (words.count == 1) {
		/* Which of the names a text uses alone is not said. */
		person->given = dd_lead_copy(lead, words.at[0]);
		person->order_confidence = DD_LIKELY;
	} else if (order_by_capitals(lead, person, &words))
		; /* they tell */
	else if (is_family_first(party, EITHER) && reference == WORDS)
		order_by_others(lead, person, &words);
	else if (is_family_first(party, FIRST) &&
	    (reference == 0 || reference == WORDS ||
		is_family_first(party, FIRST_BY_GIVEN)))
		set_names(lead, person, &words, 0, 1, "familyFirst",
		    reference == 0 ? DD_CERTAIN : DD_LIKELY);
	else if (reference == 0 && is_family_first(party, MAYBE_FIRST))
		set_names(lead, person, &words, 0, 1, "familyFirst", DD_LIKELY);
	else if (reference == WORDS && is_family_first(party, MAYBE_FIRST))
		order_by_others(lead, person, &words);
	else if (reference > 0 && reference < words.count)
		set_given_first(lead, person, &words, reference, DD_CERTAIN);
	else if (reference == 0 &&
	    find_patronymic(lead, &words, 0, words.count) == words.count) {
		set_given_first(
		    lead, person, &words, words.count - 1, DD_GUESS);
		dd_lead_ask(lead, person->name,
		    "it is not said which of these is the family name");
	} else
		set_given_first(
		    lead, person, &words, words.count - 1, DD_LIKELY);
	if (is_family_first(party, EITHER) && person->order &&
	    person->order_confidence == DD_CERTAIN)
		lead->either_order = person->order;
}

void
dd_person_pronoun(
    struct dd_lead *lead, struct dd_found_person *person, const char *body)
{
	const char *pattern;
	struct dd_extent match, word;

	if (!person->reference || person->official ||
	    strstr(person->reference, "\\E"))
		return;
	pattern = dd_arena_printf(lead->arena,
	    "(?:^|[.\\n] ?)\\Q%s\\E\\b[^.\\n]*\\. "
	    "(?<pronoun>He|She)\\b",
	    person->reference);
	if (dd_find(lead->finder, pattern, body, strlen(body), 0, &match) &&
	    dd_find_group(lead->finder, pattern, "pronoun", &word))
		person->pronoun = body[word.from] == 'H' ? "he" : "she";
}
