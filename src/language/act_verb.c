/* SPDX-License-Identifier: MIT */
/* Owns: the verbs and nouns of acts in English. */
#include "language/act_verb.h"
#include <string.h>
#include "base/ascii.h"
#include "language/act_internal.h"

static const struct dd_verb verbs[] = {
    {"stated", NULL, " state explain emphasise "},
    {"said", NULL, DD_ACT_REPORTED},
    {"acknowledged", NULL, " state shareView welcome "},
    {"declared", NULL, " state emphasise "},
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
    {"consulted", NULL, " exchangeViews "},
    {"explained", NULL, " explain "},
    {"briefed", NULL, " explain "},
    {"updated", NULL, " explain "},
    {"informed", NULL, " explain state "},
    {"outlined", NULL, " explain "},
    {"elaborated", NULL, " explain "},
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
    {"wished", NULL, " hope congratulate "},
    {"congratulated", NULL, " congratulate "},
    {"regretted", NULL, " condole concern state "},
    {"condemned", NULL, " condemn "},
    {"deplored", NULL, " condemn concern "},
    {"denounced", NULL, " condemn "},
    {"opposed", NULL, " condemn "},
    {"protested", NULL, " condemn "},
    {"requested", NULL, " request "},
    {"asked", NULL, " request state exchangeViews "},
    {"demanded", NULL, " request "},
    {"urged", NULL, " request "},
    {"encouraged", NULL, " request support "},
    {"called", "on", " request ceremonial "},
    {"called", "for", " request "},
    {"emphasised", NULL, " emphasise "},
    {"emphasized", NULL, " emphasise "},
    {"stressed", NULL, " emphasise "},
    {"insisted", NULL, " emphasise request "},
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
    {"vowed", NULL, " commit "},
    {"supported", NULL, " support "},
    {"endorsed", NULL, " support "},
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
static const struct dd_verb phrases[] = {
    {"exchanged", "views", " exchangeViews "},
    {"exchanged", "opinions", " exchangeViews "},
    {"exchanged", "information", " exchangeViews "},
    {"exchanged", "greetings", " ceremonial "},
    {"exchanged", "gifts", " ceremonial "},
    {"exchanged", "notes", " document "},
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
static const struct dd_verb nouns[] = {
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
    {"sorrow", NULL, " condole "},
    {"condolence", NULL, " condole "},
    {"sympathy", NULL, " condole "},
    {"condolences", NULL, " condole "},
    {"regret", NULL, " condole concern state "},
    {"congratulations", NULL, " congratulate "},
    {"welcome", NULL, " welcome "},
    {"pleasure", NULL, " welcome "},
    {"satisfaction", NULL, " welcome "},
    {"opposition", NULL, " condemn "},
    {"indignation", NULL, " condemn "},
    {"commitment", NULL, " commit emphasise "},
    {"readiness", NULL, " commit hope support "},
    {"willingness", NULL, " commit hope support "},
    {"wishes", NULL, " hope congratulate state "},
    {"greetings", NULL, " ceremonial state "},
    {"respect", NULL, " welcome state "},
    {"respects", NULL, " welcome condole "},
    {"admiration", NULL, " welcome "},
    {"alarm", NULL, " concern "},
    {"disappointment", NULL, " concern condole "},
    {"invitation", NULL, " invite "},
    {"view", NULL, " state shareView "},
    {"views", NULL, " state shareView "},
};

/* Verbs that such a noun follows. */
static const char *const givers[] = {
    "expressed", "voiced", "extended", "offered", "conveyed"};

static bool
is_word_byte(char c)
{
	return dd_ascii_is_letter(c) || dd_ascii_is_digit(c) || (c & 0x80) ||
	    c == '.' || c == '\'' || c == '-';
}

struct dd_word
dd_word_take(const char *text)
{
	struct dd_word word = {.text = text + strspn(text, DD_ASCII_SPACES)};

	while (is_word_byte(word.text[word.len]))
		word.len++;
	return word;
}

bool
dd_word_is_among(struct dd_word word, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (dd_word_is(word, list[i]))
			return true;
	return false;
}

static const struct dd_verb *
find_row(const struct dd_verb *rows, size_t count, struct dd_word word)
{
	for (size_t i = 0; i < count; i++)
		if (dd_word_is(word, rows[i].word))
			return &rows[i];
	return NULL;
}

/* The row of a verb that must be followed by a word, over an article; by any,
 * where that is empty. */
static const struct dd_verb *
find_followed(const struct dd_verb *row, struct dd_word verb)
{
	const struct dd_verb *end = verbs + sizeof verbs / sizeof *verbs;
	struct dd_word next = dd_word_take(verb.text + verb.len);

	if (dd_word_is(next, "the") || dd_word_is(next, "a") ||
	    dd_word_is(next, "an"))
		next = dd_word_take(next.text + next.len);
	for (; row < end && dd_word_is(verb, row->word); row++)
		if (!*row->next || dd_word_is(next, row->next))
			return row;
	return NULL;
}

/* The phrase of a verb and a noun up to three words on. */
static const struct dd_verb *
find_phrase(struct dd_word verb)
{
	enum { PHRASES = sizeof phrases / sizeof *phrases };
	struct dd_word noun = verb;

	if (!find_row(phrases, PHRASES, verb))
		return NULL;
	for (int words = 0; words < 4; words++) {
		noun = dd_word_take(noun.text + noun.len);
		if (noun.len > 0 && noun.text[noun.len - 1] == '.')
			noun.len--;
		if (noun.len == 0 || dd_word_is(noun, "that"))
			return NULL;
		for (size_t i = 0; i < PHRASES; i++)
			if (dd_word_is(verb, phrases[i].word) &&
			    dd_word_is(noun, phrases[i].next))
				return &phrases[i];
	}
	return NULL;
}

/* What was expressed, up to four words on. */
static const struct dd_verb *
find_expressed(struct dd_word verb)
{
	struct dd_word word = dd_word_take(verb.text + verb.len);

	for (int i = 0; i < 4 && word.len > 0 && !dd_word_is(word, "for") &&
	     !dd_word_is(word, "that");
	     i++) {
		struct dd_word noun = {
		    word.text, word.len - (word.text[word.len - 1] == '.')};
		const struct dd_verb *row =
		    find_row(nouns, sizeof nouns / sizeof *nouns, noun);

		if (row)
			return row;
		word = dd_word_take(word.text + word.len);
	}
	return NULL;
}

const struct dd_verb *
dd_verb_find(struct dd_word word)
{
	const struct dd_verb *row = NULL;

	if (word.len > 0 && word.text[word.len - 1] == '.')
		word.len--;
	if (dd_word_is_among(word, givers, sizeof givers / sizeof *givers))
		row = find_expressed(word);
	if (row)
		return row;
	row = find_phrase(word);
	if (row)
		return row;
	row = find_row(verbs, sizeof verbs / sizeof *verbs, word);
	return row && row->next ? find_followed(row, word) : row;
}
