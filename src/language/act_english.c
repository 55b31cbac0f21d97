/* SPDX-License-Identifier: MIT */
/* Reads "subject, adverbs, verb" at the beginning of English sentences. */
#include "language/act_internal.h"
#include <string.h>
#include "base/ascii.h"

struct verb {
	const char *word;
	const char *next; /* the word that must follow, or NULL */
	const char *acts;
};

static const struct verb verbs[] = {
    {"stated", NULL, " state explain emphasise "},
    {"said", NULL, DD_ACT_REPORTED},
    {"reported", NULL, " state explain "},
    {"mentioned", NULL, " state explain "},
    {"pointed", "out", " state emphasise concern "},
    {"touched", "on", " state explain exchangeViews "},
    {"touched", "upon", " state explain exchangeViews "},
    {"raised", NULL, " exchangeViews state emphasise concern request "},
    {"confirmed", NULL, " confirm "},
    {"affirmed", NULL, " confirm support "},
    {"reaffirmed", NULL, " confirm emphasise support commit "},
    {"agreed", NULL, " agree "},
    {"concurred", NULL, " agree "},
    {"discussed", NULL, " exchangeViews "},
    {"explained", NULL, " explain "},
    {"briefed", NULL, " explain "},
    {"updated", NULL, " explain "},
    {"informed", NULL, " explain state "},
    {"outlined", NULL, " explain "},
    {"thanked", NULL, " thank "},
    {"appreciated", NULL, " thank welcome "},
    {"welcomed", NULL, " welcome "},
    {"greeted", NULL, " welcome ceremonial "},
    {"commended", NULL, " welcome "},
    {"praised", NULL, " welcome "},
    {"hailed", NULL, " welcome "},
    {"hoped", NULL, " hope "},
    {"expected", NULL, " hope "},
    {"intended", NULL, " hope commit "},
    {"looked", "forward", " hope welcome "},
    {"congratulated", NULL, " congratulate "},
    {"regretted", NULL, " condole concern state "},
    {"condemned", NULL, " condemn "},
    {"deplored", NULL, " condemn concern "},
    {"opposed", NULL, " condemn "},
    {"protested", NULL, " condemn "},
    {"requested", NULL, " request "},
    {"asked", NULL, " request state exchangeViews "},
    {"urged", NULL, " request "},
    {"encouraged", NULL, " request support "},
    {"called", "on", " request ceremonial "},
    {"called", "for", " request "},
    {"emphasised", NULL, " emphasise "},
    {"emphasized", NULL, " emphasise "},
    {"stressed", NULL, " emphasise "},
    {"highlighted", NULL, " emphasise welcome explain "},
    {"underscored", NULL, " emphasise "},
    {"underlined", NULL, " emphasise "},
    {"reiterated", "that", " emphasise "},
    {"reiterated", "",
	DD_ACT_REPORTED "confirm thank welcome concern condemn condole "},
    {"pledged", NULL, " commit support "},
    {"promised", NULL, " commit support "},
    {"committed", NULL, " commit "},
    {"undertook", NULL, " commit "},
    {"supported", NULL, " support "},
    {"invited", NULL, " invite "},
    {"proposed", NULL, " invite "},
    {"suggested", NULL, " invite state "},
    {"signed", NULL, " document "},
    {"adopted", NULL, " document "},
    {"issued", NULL, " document "},
    {"decided", NULL, " agree commit document "},
    {"announced", NULL, " state explain commit document "},
    {"described", NULL, " state explain "},
    {"presented", NULL, " explain ceremonial "},
    {"examined", NULL, " exchangeViews "},
    {"reviewed", NULL, " exchangeViews explain "},
    {"aligned", NULL, " shareView "},
    {"conveyed", NULL, DD_ACT_REPORTED},
    {"replied", NULL, DD_ACT_REPORTED "agree confirm thank "},
    {"responded", NULL, DD_ACT_REPORTED "agree confirm thank "},
    {"added", NULL, DD_ACT_REPORTED "thank welcome "},
    {"noted", NULL, DD_ACT_REPORTED "welcome concern "},
    {"recalled", NULL, DD_ACT_REPORTED "welcome thank "},
    {"set", "out", " explain "},
    {"bade", "farewell", " ceremonial "},
    {"took", "leave", " ceremonial "},
    {"went", "through", " exchangeViews explain "},
    {"drew", "attention", " state explain emphasise concern "},
    {"renewed", "invitation", " invite "},
    {"would", "like", " hope request "},
    {"was", "pleased", " welcome "},
    {"were", "pleased", " welcome "},
};

/* Verbs that say little; the noun up to three words on says what was done. */
static const struct verb phrases[] = {
    {"exchanged", "views", " exchangeViews "},
    {"exchanged", "opinions", " exchangeViews "},
    {"exchanged", "information", " exchangeViews "},
    {"had", "exchange", " exchangeViews "},
    {"had", "discussion", " exchangeViews "},
    {"had", "discussions", " exchangeViews "},
    {"held", "exchange", " exchangeViews "},
    {"held", "discussion", " exchangeViews "},
    {"held", "discussions", " exchangeViews "},
    {"shared", "view", " shareView "},
    {"shared", "views", " shareView "},
    {"shared", "recognition", " shareView "},
    {"shared", "understanding", " shareView "},
    {"shared", "intention", " shareView "},
    {"lodged", "protest", " condemn "},
    {"made", "request", " request "},
    {"made", "proposal", " invite "},
    {"gave", "account", " explain "},
    {"gave", "explanation", " explain "},
    {"gave", "briefing", " explain "},
    {"paid", "tribute", " welcome "},
    {"paid", "respect", " welcome "},
};

/* "expressed serious concern": the noun says what was done. */
static const struct verb nouns[] = {
    {"concern", NULL, " concern "},
    {"concerns", NULL, " concern "},
    {"gratitude", NULL, " thank "},
    {"appreciation", NULL, " thank welcome "},
    {"thanks", NULL, " thank "},
    {"hope", NULL, " hope "},
    {"expectation", NULL, " hope "},
    {"desire", NULL, " hope request "},
    {"intention", NULL, " hope commit "},
    {"determination", NULL, " commit emphasise "},
    {"support", NULL, " support "},
    {"solidarity", NULL, " support condole "},
    {"sympathy", NULL, " condole "},
    {"condolences", NULL, " condole "},
    {"regret", NULL, " condole concern state "},
    {"congratulations", NULL, " congratulate "},
    {"welcome", NULL, " welcome "},
    {"pleasure", NULL, " welcome "},
    {"satisfaction", NULL, " welcome "},
    {"opposition", NULL, " condemn "},
    {"invitation", NULL, " invite "},
    {"view", NULL, " state shareView "},
    {"views", NULL, " state shareView "},
};

/* Verbs that such a noun follows. */
static const char *const givers[] = {
    "expressed", "voiced", "extended", "offered", "conveyed"};

/* One word, or the object of an empty element. */
struct word {
	const char *text;
	size_t len;
};

static bool
is_word_byte(char c)
{
	return dd_ascii_is_letter(c) || dd_ascii_is_digit(c) || (c & 0x80) ||
	    c == '.' || c == '\'' || c == '-';
}

/* The next word behind white space; empty at any other mark or the end. */
static struct word
take_word(const char *text)
{
	struct word word = {.text = text + strspn(text, DD_ASCII_SPACES)};

	while (is_word_byte(word.text[word.len]))
		word.len++;
	return word;
}

static bool
word_is(struct word word, const char *text)
{
	return strlen(text) == word.len &&
	    memcmp(text, word.text, word.len) == 0;
}

static bool
is_among(struct word word, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (word_is(word, list[i]))
			return true;
	return false;
}

static bool
is_adverb(struct word word)
{
	static const char *const adverbs[] = {
	    "also", "again", "further", "then", "both", "all", "jointly"};

	return is_among(word, adverbs, sizeof adverbs / sizeof *adverbs) ||
	    (word.len > 4 && memcmp(word.text + word.len - 2, "ly", 2) == 0);
}

/* What a subject is made of: names, offices, objects, and these. */
static bool
may_be_subject(struct word word)
{
	static const char *const words[] = {"two", "three", "four", "side",
	    "sides", "leaders", "ministers", "parties", "participants",
	    "delegation", "delegations", "countries", "representatives", "and",
	    "of", "for", "the", "he", "she", "they", "both", "van", "von",
	    "der", "den", "de", "da", "di", "del", "della", "bin", "ibn", "al"};

	/* "d'Aurelle", "al-Nakhil" */
	size_t elided = strcspn(word.text, "'-") + 1;

	return (word.text[0] >= 'A' && word.text[0] <= 'Z') ||
	    (elided < word.len && elided <= 3 && word.text[elided] >= 'A' &&
		word.text[elided] <= 'Z') ||
	    (word.text[0] & 0x80) ||
	    is_among(word, words, sizeof words / sizeof *words);
}

/* Words that begin a clause whose verb is not the outer one. */
static bool
begins_clause(struct word word)
{
	static const char *const words[] = {"After", "Against", "Although",
	    "As", "At", "Because", "Before", "Following", "For", "From", "How",
	    "If", "In", "Neither", "No", "Of", "On", "Once", "Over", "Prior",
	    "Since", "That", "Though", "Under", "Until", "What", "When",
	    "Where", "Whether", "While", "With"};

	return is_among(word, words, sizeof words / sizeof *words);
}

static const struct verb *
find_row(const struct verb *rows, size_t count, struct word word)
{
	for (size_t i = 0; i < count; i++)
		if (word_is(word, rows[i].word))
			return &rows[i];
	return NULL;
}

/* The row of a verb that must be followed by a word, over an article; by any,
 * where that is empty. */
static const struct verb *
find_followed(const struct verb *row, struct word verb)
{
	const struct verb *end = verbs + sizeof verbs / sizeof *verbs;
	struct word next = take_word(verb.text + verb.len);

	if (word_is(next, "the") || word_is(next, "a") || word_is(next, "an"))
		next = take_word(next.text + next.len);
	for (; row < end && word_is(verb, row->word); row++)
		if (!*row->next || word_is(next, row->next))
			return row;
	return NULL;
}

/* The phrase of a verb and a noun up to three words on. */
static const struct verb *
find_phrase(struct word verb)
{
	enum { PHRASES = sizeof phrases / sizeof *phrases };
	struct word noun = verb;

	if (!find_row(phrases, PHRASES, verb))
		return NULL;
	for (int words = 0; words < 4; words++) {
		noun = take_word(noun.text + noun.len);
		if (noun.len > 0 && noun.text[noun.len - 1] == '.')
			noun.len--;
		if (noun.len == 0 || word_is(noun, "that"))
			return NULL;
		for (size_t i = 0; i < PHRASES; i++)
			if (word_is(verb, phrases[i].word) &&
			    word_is(noun, phrases[i].next))
				return &phrases[i];
	}
	return NULL;
}

/* What was expressed, up to four words on. */
static const struct verb *
find_expressed(struct word verb)
{
	struct word word = take_word(verb.text + verb.len);

	for (int i = 0; i < 4 && word.len > 0 && !word_is(word, "for") &&
	     !word_is(word, "that");
	     i++) {
		struct word noun = {
		    word.text, word.len - (word.text[word.len - 1] == '.')};
		const struct verb *row =
		    find_row(nouns, sizeof nouns / sizeof *nouns, noun);

		if (row)
			return row;
		word = take_word(word.text + word.len);
	}
	return NULL;
}

static const struct verb *
find_verb(struct word word)
{
	const struct verb *row = NULL;

	if (word.len > 0 && word.text[word.len - 1] == '.')
		word.len--;
	if (is_among(word, givers, sizeof givers / sizeof *givers))
		row = find_expressed(word);
	if (row)
		return row;
	row = find_phrase(word);
	if (row)
		return row;
	row = find_row(verbs, sizeof verbs / sizeof *verbs, word);
	return row && row->next ? find_followed(row, word) : row;
}

/* "Looking back", "With this in mind", "Moreover": a comma ends it. */
static bool
is_lead_in(struct word word)
{
	static const char *const words[] = {"Additionally", "Also", "Based",
	    "Besides", "Finally", "First", "Furthermore", "Given", "Last",
	    "Lastly", "Likewise", "Meanwhile", "Moreover", "Next", "Second",
	    "Similarly", "Then", "Third", "To"};

	return begins_clause(word) ||
	    is_among(word, words, sizeof words / sizeof *words) ||
	    (word.len > 4 && word.text[0] >= 'A' && word.text[0] <= 'Z' &&
		memcmp(word.text + word.len - 3, "ing", 3) == 0);
}

/* Behind ", who had asked for the call," and ", for his part,". */
static struct word
skip_relative(struct word subject, struct word next)
{
	static const char *const words[] = {"who", "whose", "for", "in", "on"};
	const char *comma = subject.text + subject.len;
	struct word who;

	if (next.len > 0 || *comma != ',')
		return next;
	who = take_word(comma + 1);
	comma = is_among(who, words, sizeof words / sizeof *words)
	    ? strchr(who.text, ',')
	    : NULL;
	return comma ? take_word(comma + 1) : next;
}

/* Subject, adverbs and verb from a place on. */
static bool
read_clause(const struct dd_prose *prose, const char *at,
    struct dd_act_reading *reading)
{
	struct word word = take_word(at), subject = {0};
	const struct verb *verb;

	if (word_is(word, "and") || word_is(word, "of") || word_is(word, "for"))
		return false;
	reading->subject = (size_t)(word.text - prose->text);
	while (word.len > 0 && may_be_subject(word)) {
		subject = word;
		word = take_word(word.text + word.len);
	}
	if (subject.len == 0)
		return false;
	reading->subject_end =
	    (size_t)(subject.text + subject.len - prose->text);
	word = skip_relative(subject, word);
	while (word.len > 0 && is_adverb(word))
		word = take_word(word.text + word.len);
	verb = word.len > 0 ? find_verb(word) : NULL;
	if (!verb)
		return false;
	reading->verb = (size_t)(word.text - prose->text);
	reading->verb_end = reading->verb + word.len;
	reading->acts = verb->acts;
	return true;
}

/* Behind a lead-in, the first comma that a subject and a verb follow. */
bool
dd_act_read_english(
    const struct dd_prose *prose, struct dd_act_reading *reading)
{
	struct word first = take_word(prose->text);
	const char *stop = strstr(prose->text, ". "), *comma = first.text;

	if (!is_lead_in(first))
		return read_clause(prose, prose->text, reading);
	while ((comma = strchr(comma, ',')) != NULL && (!stop || comma < stop))
		if (read_clause(prose, ++comma, reading))
			return true;
	return false;
}

bool
dd_act_is_joined_english(
    const struct dd_prose *prose, size_t at, const char *act)
{
	bool joined = false;

	for (const char *p = prose->text + at; *p;) {
		struct word word = take_word(p);
		const struct verb *verb =
		    joined && word.len > 0 ? find_verb(word) : NULL;
		struct dd_act_reading reading = {
		    .acts = verb ? verb->acts : ""};

		if (dd_act_fits(&reading, act))
			return true;
		joined = word_is(word, "and") || word_is(word, "but") ||
		    (joined && is_adverb(word));
		p = word.text + word.len;
		p += word.len == 0 && *p;
	}
	return false;
}

bool
dd_act_next_joined(const char *text, size_t from, size_t *ret_join,
    struct dd_act_reading *ret_reading)
{
	for (const char *at = text + from; *at;) {
		struct word word = take_word(at), next = word;
		const struct verb *verb;

		if (word.len == 0) {
			at = word.text + (*word.text != '\0');
			continue;
		}
		if (word_is(word, "that") || word_is(word, "which") ||
		    word_is(word, "who") || word_is(word, "whether"))
			return false;
		at = word.text + word.len;
		if (!word_is(word, "and"))
			continue;
		do
			next = take_word(next.text + next.len);
		while (next.len > 0 && is_adverb(next));
		verb = next.len > 0 ? find_verb(next) : NULL;
		if (!verb)
			continue;
		*ret_join = (size_t)(word.text - text);
		*ret_reading = (struct dd_act_reading){
		    .subject = *ret_join,
		    .subject_end = *ret_join,
		    .verb = (size_t)(next.text - text),
		    .verb_end = (size_t)(next.text - text) + next.len,
		    .acts = verb->acts,
		};
		return true;
	}
	return false;
}
