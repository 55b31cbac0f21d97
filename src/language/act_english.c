/* SPDX-License-Identifier: MIT */
/* Reads "subject, adverbs, verb" at the beginning of English sentences. */
#include "language/act_internal.h"
#include <string.h>
#include "base/ascii.h"
#include "language/act_verb.h"

static bool
is_adverb(struct dd_word word)
{
	static const char *const adverbs[] = {"also", "again", "further",
	    "once", "then", "both", "all", "jointly"};

	return dd_word_is_among(
		   word, adverbs, sizeof adverbs / sizeof *adverbs) ||
	    (word.len > 4 && memcmp(word.text + word.len - 2, "ly", 2) == 0);
}

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* "d'Aurelle", "al-Nakhil" */
static bool
is_elided(struct dd_word word)
{
	size_t mark = 0;

	while (mark < 3 && word.text[mark] && word.text[mark] != '\'' &&
	    word.text[mark] != '-')
		mark++;
	return mark < 3 && mark + 1 < word.len &&
	    is_capital(word.text[mark + 1]);
}

/* What a subject is made of: names, offices, objects, and these. */
static bool
may_be_subject(struct dd_word word)
{
	static const char *const words[] = {"two", "three", "four", "side",
	    "sides", "leaders", "ministers", "parties", "participants",
	    "delegation", "delegations", "countries", "representatives", "and",
	    "of", "for", "the", "he", "she", "they", "both", "van", "von",
	    "der", "den", "de", "da", "di", "del", "della", "bin", "ibn", "al"};

	return is_capital(word.text[0]) || (word.text[0] & 0x80) ||
	    is_elided(word) ||
	    dd_word_is_among(word, words, sizeof words / sizeof *words);
}

/* Words that begin a clause whose verb is not the outer one. */
static bool
begins_clause(struct dd_word word)
{
	static const char *const words[] = {"After", "Against", "Although",
	    "As", "At", "Because", "Before", "Following", "For", "From", "How",
	    "If", "In", "Neither", "No", "Of", "On", "Once", "Over", "Prior",
	    "Since", "That", "Though", "Under", "Until", "What", "When",
	    "Where", "Whether", "While", "With"};

	return dd_word_is_among(word, words, sizeof words / sizeof *words);
}

static bool
ends_in_ing(struct dd_word word)
{
	return word.len > 4 && memcmp(word.text + word.len - 3, "ing", 3) == 0;
}

/* "Looking back", "With this in mind", "Moreover": a comma ends it. */
static bool
is_lead_in(struct dd_word word)
{
	static const char *const words[] = {"Additionally", "Afterwards",
	    "Also", "Amid", "Based", "Besides", "By", "Despite", "Due",
	    "During", "Earlier", "Finally", "First", "Further", "Furthermore",
	    "Given", "However", "Last", "Lastly", "Later", "Likewise",
	    "Meanwhile", "Moreover", "Nevertheless", "Next", "Previously",
	    "Second", "Similarly", "Subsequently", "Then", "Third", "This",
	    "Throughout", "To", "Today", "Towards", "Upon", "Within",
	    "Yesterday"};

	return begins_clause(word) ||
	    dd_word_is_among(word, words, sizeof words / sizeof *words) ||
	    (word.text[0] >= 'A' && word.text[0] <= 'Z' && ends_in_ing(word) &&
		!dd_word_is(word, "According"));
}

/* Behind ", who had asked for the call," and ", for his part,". */
static struct dd_word
skip_relative(struct dd_word subject, struct dd_word next)
{
	static const char *const words[] = {
	    "who", "whose", "for", "in", "on", "together", "along"};
	const char *comma = subject.text + subject.len;
	struct dd_word who;

	if (next.len > 0 || *comma != ',')
		return next;
	who = dd_word_take(comma + 1);
	comma = dd_word_is_among(who, words, sizeof words / sizeof *words) ||
		ends_in_ing(who)
	    ? strchr(who.text, ',')
	    : NULL;
	return comma ? dd_word_take(comma + 1) : next;
}

/* Subject, adverbs and verb from a place on. */
static bool
read_clause(const struct dd_prose *prose, const char *at,
    struct dd_act_reading *reading)
{
	struct dd_word word = dd_word_take(at), subject = {0};
	const struct dd_verb *verb;

	if (dd_word_is(word, "and") || dd_word_is(word, "of") ||
	    dd_word_is(word, "for"))
		return false;
	reading->subject = (size_t)(word.text - prose->text);
	while (word.len > 0 && may_be_subject(word)) {
		subject = word;
		word = dd_word_take(word.text + word.len);
	}
	if (subject.len == 0)
		return false;
	reading->subject_end =
	    (size_t)(subject.text + subject.len - prose->text);
	word = skip_relative(subject, word);
	while (word.len > 0 && is_adverb(word))
		word = dd_word_take(word.text + word.len);
	verb = word.len > 0 ? dd_verb_find(word) : NULL;
	if (!verb)
		return false;
	reading->verb = (size_t)(word.text - prose->text);
	reading->verb_end = reading->verb + word.len;
	reading->acts = verb->acts;
	return true;
}

/* "After the plenary session the two sides signed": a lead-in of at least two
 * words without a comma, and "the two" or "both" behind it. */
static bool
read_behind_words(const struct dd_prose *prose, struct dd_word first,
    struct dd_act_reading *reading)
{
	static const char *const leads[] = {
	    "After", "Before", "During", "At", "Following", "On"};
	static const char *const stops[] = {"that", "which", "who", "whose"};
	enum { MOST = 8 };
	struct dd_word word = first;

	if (!dd_word_is_among(first, leads, sizeof leads / sizeof *leads))
		return false;
	for (int words = 0; words < MOST; words++) {
		struct dd_word next = dd_word_take(word.text + word.len);
		struct dd_word two = dd_word_take(next.text + next.len);

		if (next.len == 0 || word.text[word.len] != ' ' ||
		    dd_verb_find(next) || dd_word_is_among(next, stops, 4))
			return false;
		if (words > 1 &&
		    (dd_word_is(next, "both") ||
			(dd_word_is(next, "the") && dd_word_is(two, "two"))))
			return read_clause(prose, next.text, reading);
		word = next;
	}
	return false;
}

/* Behind a lead-in, the first comma that a subject and a verb follow. */
bool
dd_act_read_english(
    const struct dd_prose *prose, struct dd_act_reading *reading)
{
	struct dd_word first = dd_word_take(prose->text), next;
	const char *stop = strstr(prose->text, ". "), *comma = first.text;

	if (!is_lead_in(first))
		return read_clause(prose, prose->text, reading);
	next = dd_word_take(first.text + first.len);
	if ((dd_word_is(next, "response") || dd_word_is(next, "reply")) &&
	    read_clause(prose, next.text + next.len, reading))
		return true;
	while ((comma = strchr(comma, ',')) != NULL && (!stop || comma < stop))
		if (read_clause(prose, ++comma, reading))
			return true;
	return read_behind_words(prose, first, reading);
}

bool
dd_act_is_joined_english(
    const struct dd_prose *prose, size_t at, const char *act)
{
	bool joined = false;

	for (const char *p = prose->text + at; *p;) {
		struct dd_word word = dd_word_take(p);
		const struct dd_verb *verb =
		    joined && word.len > 0 ? dd_verb_find(word) : NULL;
		struct dd_act_reading reading = {
		    .acts = verb ? verb->acts : ""};

		if (dd_act_fits(&reading, act))
			return true;
		joined = dd_word_is(word, "and") || dd_word_is(word, "but") ||
		    (joined && is_adverb(word));
		p = word.text + word.len;
		p += word.len == 0 && *p;
	}
	return false;
}

/* A verb that "and" at `at` joins to one before. */
static bool
read_joined_verb(
    const char *text, struct dd_word at, struct dd_act_reading *reading)
{
	struct dd_word next = at;
	const struct dd_verb *verb;

	do
		next = dd_word_take(next.text + next.len);
	while (next.len > 0 && is_adverb(next));
	verb = next.len > 0 ? dd_verb_find(next) : NULL;
	if (!verb)
		return false;
	*reading = (struct dd_act_reading){
	    .subject = (size_t)(at.text - text),
	    .subject_end = (size_t)(at.text - text),
	    .verb = (size_t)(next.text - text),
	    .verb_end = (size_t)(next.text - text) + next.len,
	    .acts = verb->acts,
	};
	return true;
}

/* A clause of its own behind ", and" or ", while" at `at`. */
static bool
read_joined_clause(
    const char *text, struct dd_word at, struct dd_act_reading *reading)
{
	const struct dd_prose prose = {.text = text};

	return at.text - text > 2 && at.text[-1] == ' ' && at.text[-2] == ',' &&
	    read_clause(&prose, at.text + at.len, reading);
}

bool
dd_act_next_joined(const char *text, size_t from, size_t *ret_join,
    struct dd_act_reading *ret_reading)
{
	static const char *const clauses[] = {"that", "which", "who", "whether",
	    "where", "what", "how", "why", "when", "because", "if", "although",
	    "after", "before"};

	for (const char *at = text + from; *at;) {
		struct dd_word word = dd_word_take(at);
		bool joins = dd_word_is(word, "and");

		if (word.len == 0) {
			at = word.text + (*word.text != '\0');
			continue;
		}
		if (dd_word_is_among(
			word, clauses, sizeof clauses / sizeof *clauses))
			return false;
		at = word.text + word.len;
		if ((joins && read_joined_verb(text, word, ret_reading)) ||
		    ((joins || dd_word_is(word, "while")) &&
			read_joined_clause(text, word, ret_reading))) {
			*ret_join = (size_t)(word.text - text);
			return true;
		}
	}
	return false;
}

/* --- without a subject that acts ------------------------------------------ */

/* What is done together, whoever says it: "It was agreed that …". */
static const struct {
	const char *thing, *verb, *acts;
} shared[] = {
    {"It", "agreed", " agree "},
    {"It", "decided", " agree commit document "},
    {"It", "confirmed", " confirm "},
    {"It", "reaffirmed", " confirm "},
    {"views", "exchanged", " exchangeViews "},
    {"Views", "exchanged", " exchangeViews "},
    {"opinions", "exchanged", " exchangeViews "},
    {"Opinions", "exchanged", " exchangeViews "},
    {"information", "exchanged", " exchangeViews "},
    {"Information", "exchanged", " exchangeViews "},
    {"greetings", "exchanged", " ceremonial "},
    {"Greetings", "exchanged", " ceremonial "},
    {"agreement", "signed", " document "},
    {"Agreement", "signed", " document "},
    {"memorandum", "signed", " document "},
    {"Memorandum", "signed", " document "},
    {"statement", "issued", " document "},
    {"declaration", "issued", " document "},
    {"declaration", "adopted", " document "},
    {"plan", "adopted", " document "},
    {"notes", "exchanged", " document "},
    {"Notes", "exchanged", " document "},
    {"agreement", "reached", " agree "},
    {"Agreement", "reached", " agree "},
    {"consensus", "reached", " agree "},
    {"understanding", "reached", " agree shareView "},
};

/* The word behind "was" or "were", over adverbs; empty where a clause begins
 * before. */
static struct dd_word
find_participle(const char *at)
{
	static const char *const be[] = {"was", "were"};
	static const char *const clauses[] = {
	    "that", "which", "who", "whose", "whether", "if", "as"};
	struct dd_word word = dd_word_take(at);

	while (word.len > 0 && !dd_word_is_among(word, be, 2)) {
		if (dd_word_is_among(
			word, clauses, sizeof clauses / sizeof *clauses))
			return (struct dd_word){word.text, 0};
		word = dd_word_take(word.text + word.len);
	}
	while (
	    word.len > 0 && (dd_word_is_among(word, be, 2) || is_adverb(word)))
		word = dd_word_take(word.text + word.len);
	return word;
}

/* "by both Ministers" behind the participle. */
static bool
read_agent(
    const char *text, struct dd_word verb, struct dd_act_reading *reading)
{
	struct dd_word by = dd_word_take(verb.text + verb.len), subject = {0};
	const struct dd_verb *row = dd_verb_find(verb);
	struct dd_word word = dd_word_take(by.text + by.len);

	if (!row || !dd_word_is(by, "by"))
		return false;
	reading->subject = (size_t)(word.text - text);
	while (word.len > 0 && may_be_subject(word)) {
		subject = word;
		word = dd_word_take(word.text + word.len);
	}
	if (subject.len == 0)
		return false;
	reading->subject_end = (size_t)(subject.text + subject.len - text);
	if (text[reading->subject_end - 1] == '.')
		reading->subject_end--;
	reading->acts = row->acts;
	return true;
}

/* True where it is one of the words up to the verb. */
static bool
is_in_front(const char *at, struct dd_word verb, const char *thing)
{
	struct dd_word word = dd_word_take(at);

	while (word.len > 0 && word.text < verb.text) {
		if (dd_word_is(word, thing))
			return true;
		word = dd_word_take(word.text + word.len);
	}
	return false;
}

bool
dd_act_read_passive(const char *text, struct dd_act_reading *ret_reading)
{
	struct dd_word first = dd_word_take(text), verb;
	const char *at = text, *comma;

	*ret_reading = (struct dd_act_reading){0};
	if (is_lead_in(first) && (comma = strchr(text, ',')) != NULL)
		at = comma + 1;
	verb = find_participle(at);
	if (verb.len > 0 && verb.text[verb.len - 1] == '.')
		verb.len--;
	if (verb.len == 0)
		return false;
	ret_reading->verb = (size_t)(verb.text - text);
	ret_reading->verb_end = ret_reading->verb + verb.len;
	if (read_agent(text, verb, ret_reading))
		return true;
	ret_reading->subject = ret_reading->subject_end = ret_reading->verb;
	for (size_t i = 0; i < sizeof shared / sizeof *shared; i++)
		if (dd_word_is(verb, shared[i].verb) &&
		    is_in_front(at, verb, shared[i].thing)) {
			ret_reading->acts = shared[i].acts;
			return true;
		}
	return false;
}
